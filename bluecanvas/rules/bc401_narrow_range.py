"""Finds curves and scorers that use only the middle of the scale, or only its ends.

## What it does

Takes every curve of at least six known levels, and everybody named by `scored_by` with as many. It fires where all of
them lie within a tenth of the axis around its middle (4 to 6 on a scale from 0 to 10), or where all of them stand at
the two ends and three or more at the top. A level of 0 is "not offered" and alone no extreme. Left alone are industry
averages, what buyers want, levels from a survey (means come out in the middle), and scales of fewer than five steps.

## Why it matters

Who scores everything 5 has not decided, and who scores everything 0 or 10 has not looked. Such a curve has a shape by
accident: gaps to it say more about the hand that scored than about the offering.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us: {name: Southwest, scores: {Price: 2, Meals: 1, Speed: 9, Care: 8, Lounges: 0, Seats: 3}}
  rail: {name: Rail, scores: {Price: 5, Meals: 5, Speed: 4, Care: 6, Lounges: 5, Seats: 5}}     # ! BC401
  bus: {name: Bus, scores: {Price: 0, Meals: 0, Speed: 10, Care: 10, Lounges: 0, Seats: 10}}    # ! BC401
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us: {name: Southwest, scores: {Price: 2, Meals: 1, Speed: 9, Care: 8, Lounges: 0, Seats: 3}}
  rail: {name: Rail, scores: {Price: 5, Meals: 7, Speed: 4, Care: 6, Lounges: 3, Seats: 8}}
  bus: {name: Bus, scores: {Price: 1, Meals: 0, Speed: 2, Care: 3, Lounges: 0, Seats: 4}}
```

## Options

- `middle` (default 0.1): how far from the middle of the axis a level still counts as the middle, as a share of it.
- `least` (default 6): the fewest known levels that are judged.

## References

- People differ in how much of a scale they use: Rossi, Gilula and Allenby, "Overcoming scale usage heterogeneity",
  2001. The bands are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bluecanvas.canvas.model import Canvas, Curve, Role, Scale
from bluecanvas.canvas.once import levels_of
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.rules._evidence import grounds
from bluecanvas.rules._moves import level_at
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.LOW

_FEWEST_STEPS = 4  # between five levels
_FEWEST_AT_TOP = 3
_ROUNDING = 1e-9


def check(canvas: Canvas, *, voice: Voice = ENGLISH, middle: float = 0.1, least: int = 6) -> Iterator[Finding]:
    """Yield a finding at every curve, and for every scorer at a first curve, with `least` levels in a narrow range."""
    scale = canvas.scale
    if round((scale.max - scale.min) / scale.step, 9) < _FEWEST_STEPS:
        return
    every = levels_of(canvas)
    for curve in canvas.curves:
        said = _range(scale, every[curve.id], middle, least)
        if said and curve.role not in (Role.INDUSTRY, Role.WANTED) and not _is_surveyed(canvas, curve):
            ends = _ends(canvas, said, middle, voice)
            yield _finding(
                curve,
                voice.phrase(
                    "all levels of {curve} stand at {low} or {high}, the ends of the scale",
                    curve=quoted(curve.name),
                    **ends,
                )
                if said == "ends"
                else voice.phrase(
                    "all levels of {curve} lie between {low} and {high}, the middle of the scale",
                    curve=quoted(curve.name),
                    **ends,
                ),
                voice,
            )
    for name, (first, levels) in grounds(canvas).scorers.items():
        said = _range(scale, levels, middle, least)
        if said:
            ends = _ends(canvas, said, middle, voice)
            yield _finding(
                first,
                voice.phrase(
                    "all {n} levels that {judge} gave stand at {low} or {high}, the ends of the scale",
                    n=len(levels),
                    judge=quoted(name),
                    **ends,
                )
                if said == "ends"
                else voice.phrase(
                    "all {n} levels that {judge} gave lie between {low} and {high}, the middle of the scale",
                    n=len(levels),
                    judge=quoted(name),
                    **ends,
                ),
                voice,
            )


def _range(scale: Scale, levels: Iterable[float | None], middle: float, least: int) -> str:
    """The one part of the scale that all known levels are in, "" where there is none or there are too few of them."""
    low, high = scale.min, scale.max
    centre, reach = (low + high) / 2, middle * (high - low) + _ROUNDING
    known = top = 0
    central = ends = True
    for level in levels:
        if level is None:
            continue
        known += 1
        if low < level < high:
            ends = False
        elif level >= high:
            top += 1
        if abs(level - centre) > reach:
            central = False
        if not ends and not central:
            return ""
    if known < least or (ends and not _FEWEST_AT_TOP <= top < known):
        return ""
    return "ends" if ends else "middle"


def _ends(canvas: Canvas, part: str, middle: float, voice: Voice) -> dict[str, str]:
    """Where a part of the scale begins and ends."""
    low, high = (0.0, 1.0) if part == "ends" else (0.5 - middle, 0.5 + middle)
    return {"low": voice.level(level_at(canvas, low)), "high": voice.level(level_at(canvas, high))}


def _finding(curve: Curve, said: str, voice: Voice) -> Finding:
    hint = voice.phrase(
        "agree what the ends stand for, as the best and the least buyers can get anywhere, and score again"
    )
    return Finding("BC401", curve.path, said, hint, on_key=isinstance(curve.path[-1], str))


def _is_surveyed(canvas: Canvas, curve: Curve) -> bool:
    found = grounds(canvas)
    return any(score.low is not None or found.surveyed(score) for score in curve.scores.values())
