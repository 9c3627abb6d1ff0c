"""Finds a grid that only eliminates and reduces.

## What it does

Reports an option's grid that has moves and none of them under `raise` or `create`. An item there that is no factor
of the canvas still counts as one: its own finding says so.

## Why it matters

Eliminating and reducing bring the cost down. Without anything raised or created, buyers get less than before and
no reason to come: that is cost cutting. It can be right; it is no blue ocean.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,      Southwest, Average airline]
  - [Meals,               0,               6]
  - [Seat choice,         1,               7]
errc:                                                      # ! BC311
  eliminate: [Meals]
  reduce: [Seat choice]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,      Southwest, Average airline]
  - [Meals,               0,               6]
  - [Seat choice,         1,               7]
  - [Speed,               9,               4]
errc:
  eliminate: [Meals]
  reduce: [Seat choice]
  raise: [Speed]
```

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: the first two actions cut cost, the last two lift
  buyer value.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._moves import cells_named, grids_only_in
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every grid with something to eliminate or reduce and nothing to raise or create."""
    for option, grid, cutting in grids_only_in(canvas, Action.ELIMINATE, Action.REDUCE):
        eased = any(canvas.factor(move.factor).burden for move in grid.moves)  # less to pay or to bear is a gain
        if not eased:
            yield Finding(
                "BC311",
                grid.path,
                voice.phrase(
                    "the grid of `{option}` has only {cells}: cost goes down and buyers gain nothing",
                    option=option.name,
                    cells=cells_named(cutting, voice),
                ),
                voice.phrase("name what to raise or create"),
                on_key=True,
            )
