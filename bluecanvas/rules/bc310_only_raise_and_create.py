"""Finds a grid that only raises and creates.

## What it does

Reports an option's grid that has moves and none of them under `eliminate` or `reduce`. An item there that is no
factor of the canvas still counts as one: its own finding says so.

## Why it matters

Raising and creating lift buyer value and cost. Only eliminating and reducing bring the cost down again: without them
the plan is a better offer at a higher cost, which is differentiation, not value innovation.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,              Southwest, Average airline]
  - [Speed,                       9,               4]
  - [Frequent departures,         9,               0]
errc:                                                      # ! BC310
  raise: [Speed]
  create: [Frequent departures]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,              Southwest, Average airline]
  - [Meals,                       0,               6]
  - [Seat choice,                 1,               7]
  - [Speed,                       9,               4]
  - [Frequent departures,         9,               0]
errc:
  eliminate: [Meals]
  reduce: [Seat choice]
  raise: [Speed]
  create: [Frequent departures]
```

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: companies that only raise and create lift their
  cost structure and often over-engineer.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._moves import cells_named, grids_only_in
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every grid with something to raise or create and nothing to eliminate or reduce."""
    for option, grid, lifting in grids_only_in(canvas, Action.RAISE, Action.CREATE):
        yield Finding(
            "BC310",
            grid.path,
            voice.phrase(
                "the grid of `{option}` has only {cells}: cost goes up and nothing pays for it",
                option=option.name,
                cells=cells_named(lifting, voice),
            ),
            voice.phrase("name what to eliminate or reduce"),
            on_key=True,
        )
