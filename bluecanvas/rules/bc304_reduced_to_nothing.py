"""Finds a factor under reduce that the option's curve no longer offers at all.

## What it does

Looks at every move under `reduce` and at the level its option has on that factor. A level up to 0.05 of the axis
(0.5 on a scale from 0 to 10) counts as not offered. Unknown levels are not judged.
A scale that does not start at 0 cannot say "not offered"; its lowest level is taken for it, and the message says so.

## Why it matters

Reducing keeps a factor and its cost, only smaller; eliminating ends both. Whoever reads the grid plans staff,
suppliers and promises by that difference.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Speed,          9,               4]
errc:
  reduce: [Meals]                                          # ! BC304
  raise: [Speed]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Speed,          9,               4]
errc:
  eliminate: [Meals]
  raise: [Speed]
```

## Fix

Moves it to `eliminate` with all that is said of it. Safe where its level is the lowest of the scale.

## Options

- `absent` (default 0.05): the share of the axis up to which a level counts as not offered.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: the four actions.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas, Origin
from bluecanvas.finding import Finding, Fix, Level, move
from bluecanvas.maths.comparing import at_most
from bluecanvas.rules._moves import Step, absence, cells_after, factors_by_id, level_at, steps
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH, absent: float = 0.05) -> Iterator[Finding]:
    """Every reduced factor whose level is at or below `absent`, a share of the axis."""
    for step in steps(canvas, Action.REDUCE):
        if factors_by_id(canvas)[step.move.factor].price:
            continue  # a price of nothing is low, not gone
        if at_most(step.share, absent):
            bar = voice.level(level_at(canvas, absent))
            yield step.finding(
                "BC304",
                voice.phrase(
                    "`{option}` at {level} no longer offers it ({bar})",
                    option=step.option.name,
                    level=voice.level(step.level),
                    bar=absence(canvas, bar, voice),
                ),
                voice.phrase("move it to `eliminate`, or keep a level above {bar}", bar=bar),
                voice,
            )._replace(fix=_fix(step, voice))


def _fix(step: Step, voice: Voice) -> Fix:
    """The move in the other cell; safe where its level is the lowest there is, and stays it."""
    to = (*step.grid.path, Action.ELIMINATE.value)
    stated = step.move.to is not None or step.option.scores[step.move.factor].origin is Origin.GIVEN
    lowest = step.level == max(0, step.canvas.scale.min) or (stated and at_most(step.share, 0))
    change = move(step.move.path, to, before=cells_after(Action.ELIMINATE))
    return Fix(voice.phrase("move it to eliminate"), (change,), safe=lowest)
