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
from bluecanvas.rules._moves import at_least, every_step, factor_name, held_against, is_key
from bluecanvas.words import show_level

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, far: float = 0.20) -> Iterator[Finding]:
    """Every raise, reduction and claim at least `far`, a share of the axis, and less than a step from its baseline."""
    scale = canvas.scale
    if scale.step <= round(far * (scale.max - scale.min), 9):
        return  # a distance that is far enough is a step or more
    for step in every_step(canvas):
        move = step.move
        if move.action is Action.RAISE or move.action is Action.REDUCE:
            yield from _found(
                canvas, step.option, move.factor, move.vs, far, move.path, is_key(step.grid, move.path), move.action
            )
    for curve in canvas.curves:
        tagline = canvas.tagline if curve.tagline is None and curve.id == canvas.us else curve.tagline
        for factor, side in tagline.claims.items() if tagline else ():
            path = (*tagline.path, "claims", factor) if tagline else ()
            yield from _found(canvas, curve, factor, None, far, path, True, f"tagline, {side}")


def _found(
    canvas: Canvas, curve: Curve, factor: str, vs: str | None, far: float, path: Path, on_key: bool, what: str
) -> Iterator[Finding]:
    baseline, level = held_against(canvas, factor, vs), curve.level(factor)
    if baseline is None or level is None:
        return
    gap = abs(level - baseline.level)
    if not at_least(canvas.scale.share(canvas.scale.min + gap), far) or round(gap, 9) >= round(canvas.scale.step, 9):
        return
    if any(not _is_whole(canvas, other.level(factor)) for other in canvas.curves):
        return
    yield Finding(
        "BC403",
        path,
        f"{what} {factor_name(canvas, factor)}: {show_level(level)} is {show_level(gap)} from {baseline.said}, less than"
        f" one step of {show_level(canvas.scale.step)}, and every level is a whole step",
        "widen the distance, or score in smaller steps: scale: {…, step: …}",
        on_key,
    )


def _is_whole(canvas: Canvas, level: float | None) -> bool:
    if level is None:
        return True
    steps = (level - canvas.scale.min) / canvas.scale.step
    return abs(steps - round(steps)) < 1e-9
