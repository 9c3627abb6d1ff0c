"""Finds a factor that stands more than once in a grid.

## What it does

Follows each option's grid cell by cell and reports every factor that an earlier item of the same grid has named,
in another cell or in the same one. Names count as the factor they stand for, in whichever language they are written.
Two options may of course move one factor differently: each has a grid of its own.

## Why it matters

A factor can take one action at a time. In two cells, the grid contradicts itself and nobody knows which to build.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Speed,          9,               4]
errc:
  eliminate: [Meals]
  reduce: [Meals]                                          # ! BC309
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

Takes out every move but the first. Never safe: which of them is meant is the author's to say.

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: the eliminate–reduce–raise–create grid.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Move
from bluecanvas.finding import Finding, Fix, Level, remove
from bluecanvas.rules._moves import factor_name, grids, is_key
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every move of a factor that its grid has moved before."""
    for _, grid in grids(canvas):
        first: dict[str, Move] = {}
        for move in grid.moves:
            before = first.setdefault(move.factor, move)
            if before is move:
                continue
            name = factor_name(canvas, move.factor, voice)
            yield Finding(
                "BC309",
                move.path,
                voice.phrase("{factor} stands twice in `{action}`", factor=name, action=move.action)
                if before.action is move.action
                else voice.phrase(
                    "{factor} stands in `{first}` and again in `{action}`",
                    factor=name,
                    first=before.action,
                    action=move.action,
                ),
                voice.phrase("keep it in one cell, once"),
                is_key(grid, move.path),
                fix=Fix(voice.phrase("take it out of {action}", action=move.action), (remove(move.path),), safe=False),
            )
