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

## Fix

Writes the nearest factor. Safe where no other is near, they differ by hardly a letter, and the grid does not move it yet.

## Options

None.

## References

- bluecanvas: every move of the grid moves a factor of the canvas.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Grid
from bluecanvas.finding import Finding, Fix, Level, Path, put, rename
from bluecanvas.rules._moves import grids, is_key
from bluecanvas.words import clip, fold, nearest, slip, visible
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
AS_TYPED = True
SILENCES = frozenset({"BC308"})
"""A grid without any move is taken for one not filled in yet, and the curve is not held against it."""

_MOST_SHOWN = 12
_MOST_SOUGHT = 20  # the nearest name is dear to find, and a file may hold thousands of strangers


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every item of a grid that names no factor."""
    sought = 0
    for _, grid in grids(canvas):
        for name, path in grid.unknown:
            sought += 1
            yield Finding(
                "BC313",
                path,
                voice.phrase("`{item}` is not a factor of the canvas", item=clip(visible(name), 60)),
                _hint(canvas, name, voice) if sought <= _MOST_SOUGHT else voice.phrase("name a factor of the canvas"),
                is_key(grid, path),
                fix=_fix(canvas, grid, name, path, voice) if sought <= _MOST_SOUGHT else None,
            )


def _hint(canvas: Canvas, name: str, voice: Voice) -> str:
    """The nearest factor, and the factors where they are few."""
    names = list(_known(canvas))
    if not names:
        return ""
    near = nearest(name, names)
    shown = voice.row([*names[:_MOST_SHOWN], *["…"] * (len(names) > _MOST_SHOWN)])
    if near is None:
        return voice.phrase("known here: {names}", names=shown)
    return voice.phrase("did you mean `{name}`? known here: {names}", name=near, names=shown)


def _known(canvas: Canvas) -> dict[str, str]:
    """What factors are called, and the factor of each."""
    known = {fold(called): (called, factor.id) for factor in canvas.factors for called in (factor.id, str(factor.name))}
    return dict(known.values())


def _fix(canvas: Canvas, grid: Grid, name: str, path: Path, voice: Voice) -> Fix | None:
    """The nearest factor in its place; safe where the name is surely a slip of the pen for one not moved yet."""
    known = _known(canvas)
    sure = slip(name, known)
    near = sure or nearest(name, known)
    if near is None:
        return None
    change = rename(path, near) if is_key(grid, path) else put(path, near)
    return Fix(
        voice.phrase("write {name}", name=near), (change,), safe=sure is not None and grid.on(known[near]) is None
    )
