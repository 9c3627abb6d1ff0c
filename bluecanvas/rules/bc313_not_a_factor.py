"""Finds an item of the grid that is no factor of the canvas.

## What it does

Reports every item of an option's grid that is neither the id nor the name of a factor, in any of the canvas's
languages, and suggests the nearest factor.

## Why it matters

A move without a factor has no level on any curve, so nothing can hold it against the rivals. Most often it is a slip
of the pen; else the canvas lacks a factor that the strategy turns on.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Speed,          9,               4]
errc:
  eliminate: [Meal]                                        # ! BC313
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

## Options

None.

## References

- bluecanvas: every move of the grid moves a factor of the canvas.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._moves import grids, is_key
from bluecanvas.words import clip, fold, suggestion, visible

LEVEL = Level.WARNING
AS_TYPED = True

_MOST_SOUGHT = 20  # the nearest name is dear to find, and a file may hold thousands of strangers


def check(canvas: Canvas) -> Iterator[Finding]:
    """Every item of a grid that names no factor."""
    sought = 0
    for _, grid in grids(canvas):
        for name, path in grid.unknown:
            sought += 1
            yield Finding(
                "BC313",
                path,
                f"`{clip(visible(name), 60)}` is not a factor of the canvas",
                _hint(canvas, name) if sought <= _MOST_SOUGHT else "name a factor of the canvas",
                is_key(grid, path),
            )


def _hint(canvas: Canvas, name: str) -> str:
    known = {fold(called): called for factor in canvas.factors for called in (factor.id, str(factor.name))}
    return suggestion(name, known.values())
