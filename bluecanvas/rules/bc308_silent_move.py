"""Finds a factor on which the curve moves away from the industry and the grid says nothing.

## What it does

For every option whose grid has moves, looks at the factors in none of its cells, the price included. A level at
least 0.20 of the axis away from the industry curve, else from the rivals' mean (weighted by `share` where every rival
has one), is a move. Where today's level is known from an as-is curve, only a level that differs from today's is.
Unknown levels are not judged. The finding stands at the level, or at the factor where the level is taken from another
curve.

## Why it matters

The grid is the plan that people act on; the curve is what buyers are promised. A move that only the curve shows has
no reason, no owner and no cost. Most often it is the price.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Price,          2,               6]                   # ! BC308
  - [Meals,          0,               6]
  - [Speed,          9,               4]
factors:
  Price: {kind: price}
errc:
  eliminate: [Meals]
  raise: [Speed]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Price,          2,               6]
  - [Meals,          0,               6]
  - [Speed,          9,               4]
factors:
  Price: {kind: price}
errc:
  eliminate: [Meals]
  reduce: [Price]
  raise: [Speed]
```

## Fix

Adds the move to its cell, the target at the level that the curve has there. Safe where that leaves every level as it is
and no item of the grid is a factor misspelt.

## Options

- `step` (default 0.20): the share of the axis from which a distance to the baseline is a move.
- `absent` (default 0.05): the share of the axis up to which a level counts as not offered; it picks the hint's cell.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: the grid drives a company to act on all four.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas, Curve, Grid, Origin
from bluecanvas.finding import Confidence, Finding, Fix, Level, include
from bluecanvas.frameworks._reference import is_created
from bluecanvas.maths.comparing import alike, at_least, at_most
from bluecanvas.rules._moves import (
    cells_after,
    factor_name,
    grids,
    held_against,
    length_of,
    told_apart,
)
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, step: float = 0.20, absent: float = 0.05) -> Iterator[Finding]:
    """Every factor outside an option's grid that ends at least `step`, a share of the axis, from its baseline."""
    share = canvas.scale.share
    today = canvas.as_is
    planned = {option.id for option in canvas.options}
    for option, grid in grids(canvas):
        moved = {move.factor for move in grid.moves}
        for factor in canvas.factors if moved else ():
            level = None if factor.id in moved else option.level(factor.id)
            if level is None:
                continue
            start = None if today is None else today.level(factor.id)
            if start is not None and alike(share(start), share(level)):
                continue
            if option.scores[factor.id].origin is Origin.BASED_ON and option.based_on in planned:
                continue  # the move is that of the option it comes from
            baseline = held_against(canvas, factor.id)
            if baseline is None or not at_least(abs(share(level) - baseline.share), step):
                continue
            if level < baseline.level:
                action = Action.ELIMINATE if at_most(share(level), absent) else Action.REDUCE
            else:
                action = Action.CREATE if is_created(canvas, factor.id, absent) else Action.RAISE
            score = option.scores[factor.id]
            path = score.path if score.origin is Origin.GIVEN else factor.path
            end, par = told_apart(level, baseline.level, voice)
            if start is not None:
                end = voice.phrase("{level}, today {before},", level=end, before=voice.level(start))
            said = {
                "factor": factor_name(canvas, factor.id, voice),
                "option": option.name,
                "level": end,
                "points": voice.level(abs(level - baseline.level)),
                "them": baseline.said(voice, par),
                "gap": voice.level(length_of(canvas, step)),
            }
            yield Finding(
                "BC308",
                path,
                voice.phrase(
                    "{factor} is in no cell of the grid, yet `{option}` at {level} is {points} above {them} (a gap of {gap} is a move)",
                    **said,
                )
                if level > baseline.level
                else voice.phrase(
                    "{factor} is in no cell of the grid, yet `{option}` at {level} is {points} below {them} (a gap of {gap} is a move)",
                    **said,
                ),
                voice.phrase("add it to `{action}`", action=action),
                fix=_fix(canvas, option, grid, factor.id, action, voice),
                on_key=path is factor.path and isinstance(path[-1], str),
            )


def _fix(canvas: Canvas, option: Curve, grid: Grid, factor: str, action: Action, voice: Voice) -> Fix:
    """The move added; safe where no level changes with it, and no item of the grid may be this one misspelt."""
    score = option.scores[factor]
    cuts = action is Action.ELIMINATE
    same = score.origin is Origin.GIVEN or not cuts or score.value == max(0, canvas.scale.min)
    change = include((*grid.path, action.value), factor, None if cuts else score.value, cells_after(action))
    return Fix(voice.phrase("add it to {action}", action=action), (change,), safe=same and not grid.unknown)
