"""Finds a grid that leaves a cell empty without saying why.

## What it does

Reports every option's grid that has something to cut (eliminate, reduce) and something to lift (raise, create), but
nothing in one or two of the four cells, unless `why` gives the reason for each. Silent where BC310 or BC311
speaks, and for a grid without any item. An item that is no factor of the canvas fills its cell: its own finding says
so.

## Why it matters

The four questions are worth asking one by one: an empty cell is more often a question not asked than an answer.
A sentence of why shows that it was.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Speed,          9,               4]
errc:                                                      # ! BC312
  eliminate: [Meals]
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
  why:
    reduce: What is kept is already at its lowest
    create: Noncustomers asked for no more than speed
```

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: the grid pushes a company to fill all four cells.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._moves import cells_named, filled, grids
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE

_CELLS = tuple(Action)


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every grid that both cuts and lifts, with the cells that are empty without a reason."""
    for option, grid in grids(canvas):
        cells = filled(canvas, option, grid)
        cuts = Action.ELIMINATE in cells or Action.REDUCE in cells
        lifts = Action.RAISE in cells or Action.CREATE in cells
        silent = [action for action in _CELLS if action not in cells and action not in grid.why_empty]
        if cuts and lifts and silent:
            yield Finding(
                "BC312",
                grid.path,
                voice.phrase(
                    "the grid of `{option}` has nothing in {cells} and does not say why",
                    option=option.name,
                    cells=cells_named(silent, voice),
                ),
                voice.phrase(
                    "fill it, or say why not, in the grid: {yaml}",
                    yaml=f"why: {{{', '.join(f'{action}: …' for action in silent)}}}",
                ),
                on_key=True,
            )
