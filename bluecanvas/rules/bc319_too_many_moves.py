"""Finds grids with more moves than an organisation can carry out.

## What it does

Counts the moves of each option's grid; items that are no factor of the canvas count too.

## Why it matters

The published grids name about ten moves. A grid of twenty is a list of wishes: nobody can tell which of them the
strategy turns on, and each gets a twentieth of the attention.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Us, Them]
  - [A1, 0, 6]
  - [A2, 0, 6]
  - [A3, 0, 6]
  - [A4, 0, 6]
  - [B1, 2, 6]
  - [B2, 2, 6]
  - [B3, 2, 6]
  - [B4, 2, 6]
  - [C1, 9, 4]
  - [C2, 9, 4]
  - [C3, 9, 4]
  - [C4, 9, 4]
  - [C5, 9, 4]
errc:
  eliminate: [A1, A2, A3, A4]
  reduce: [B1, B2, B3, B4]
  raise:
    - C1
    - C2
    - C3
    - C4
    - C5                                                   # ! BC319
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Us, Them]
  - [Meals, 0, 6]
  - [Seat choice, 2, 6]
  - [Speed, 9, 4]
errc:
  eliminate: [Meals]
  reduce: [Seat choice]
  raise: [Speed]
```

## Options

- `most` (default 12): the most moves a grid should have.

## References

- Cirque du Soleil's published grid has eleven moves; the threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._moves import grids, is_key
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH, most: int = 12) -> Iterator[Finding]:
    """Yield a finding at the first move that is one too many, for every grid that has one."""
    for option, grid in grids(canvas):
        count = len(grid.moves) + len(grid.unknown)
        if count > most:
            path = grid.moves[most].path if len(grid.moves) > most else grid.unknown[most - len(grid.moves)][1]
            yield Finding(
                "BC319",
                path,
                voice.phrase(
                    "the grid of `{option}` has {n} moves, more than {most}", option=option.name, n=count, most=most
                ),
                voice.phrase("keep those that the strategy turns on"),
                is_key(grid, path),
            )
