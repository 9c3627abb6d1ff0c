"""Finds a claimed difference that is smaller than the step in which levels are scored.

## What it does

Takes every raise and reduction, and every claim of the tagline, that is far enough from what it is held against (0.20
of the axis), and asks whether it is also a whole step. It fires where the distance is below one step of the scale
while all levels behind it are whole steps: such a distance comes from averaging alone. That can only be on a scale of
fewer than five steps, as 1 to 5 or 0 to 3; smaller distances are found by BC205, BC303 and BC305 on every scale.

## Why it matters

Levels in whole steps are rounded: each may be half a step off. A difference below one step can be all rounding, and
a strategy is then built on the way a mean came out.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scale: {min: 1, max: 5}
scores:
  - [Factor, Southwest, Rail, Bus, Coach, Car, Ferry]
  - [Meals,          1,    5,   5,     4,   4,     5]
  - [Speed,          4,    4,   3,     3,   3,     3]
errc:
  reduce: [Meals]
  raise: [Speed]                                           # ! BC403
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scale: {min: 1, max: 5}
scores:
  - [Factor, Southwest, Rail, Bus, Coach, Car, Ferry]
  - [Meals,          1,    5,   5,     4,   4,     5]
  - [Speed,          5,    4,   3,     3,   3,     3]
errc:
  reduce: [Meals]
  raise: [Speed]
```

## Options

- `far` (default 0.20): the share of the axis from which a distance counts as well above or below.

## References

- Rounded scores and a smaller difference claimed are a checkable mistake of the strategy canvas; that BC303 and BC305
  speak below `far` is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas, Curve
from bluecanvas.finding import Finding, Level, Path
from bluecanvas.maths.comparing import at_least
from bluecanvas.rules._moves import every_step, factor_name, held_against, is_key, move_name
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH, far: float = 0.20) -> Iterator[Finding]:
    """Every raise, reduction and claim at least `far`, a share of the axis, and less than a step from its baseline."""
    scale = canvas.scale
    if scale.step <= round(far * (scale.max - scale.min), 9):
        return  # a distance that is far enough is a step or more
    for step in every_step(canvas):
        move = step.move
        if move.action is Action.RAISE or move.action is Action.REDUCE:
            said = _said(canvas, step.option, move.factor, move.vs, far, voice)
            if said:
                what = move_name(move.action, factor_name(canvas, move.factor, voice), voice)
                yield _finding(what, said, move.path, is_key(step.grid, move.path), voice)
    for curve in canvas.curves:
        tagline = canvas.tagline if curve.tagline is None and curve.id == canvas.us else curve.tagline
        for factor, side in tagline.claims.items() if tagline else ():
            path = (*tagline.path, "claims", factor) if tagline else ()
            said = _said(canvas, curve, factor, None, far, voice)
            if said:
                name = factor_name(canvas, factor, voice)
                what = (
                    voice.phrase("tagline, high {factor}", factor=name)
                    if side == "high"
                    else voice.phrase("tagline, low {factor}", factor=name)
                )
                yield _finding(what, said, path, True, voice)


def _said(canvas: Canvas, curve: Curve, factor: str, vs: str | None, far: float, voice: Voice) -> str:
    """What is to be said of a level's distance from its baseline, "" where that is no less than a step."""
    baseline, level = held_against(canvas, factor, vs), curve.level(factor)
    if baseline is None or level is None:
        return ""
    gap = abs(level - baseline.level)
    if not at_least(canvas.scale.share(canvas.scale.min + gap), far) or round(gap, 9) >= round(canvas.scale.step, 9):
        return ""
    if any(not _is_whole(canvas, other.level(factor)) for other in canvas.curves):
        return ""
    return voice.phrase(
        "{level} is {gap} from {them}, less than one step of {step}, and every level is a whole step",
        level=voice.level(level), gap=voice.level(gap), them=baseline.said(voice), step=voice.level(canvas.scale.step),
    )  # fmt: skip


def _finding(what: str, said: str, path: Path, on_key: bool, voice: Voice) -> Finding:
    message = voice.phrase("{move}: {sentence}", move=what, sentence=said)
    hint = voice.phrase("widen the distance, or score in smaller steps: scale: {…, step: …}")
    return Finding("BC403", path, message, hint, on_key)


def _is_whole(canvas: Canvas, level: float | None) -> bool:
    if level is None:
        return True
    steps = (level - canvas.scale.min) / canvas.scale.step
    return abs(steps - round(steps)) < 1e-9
