"""Finds a grid that cuts factors without saying what that saves, on a canvas that states costs.

## What it does

Where some factor states its `cost`, looks at the factors under `eliminate` and `reduce` and names those that state
none. The price and other burdens are left alone: less of them is no saving of ours. A canvas without costs is silent.

## Why it matters

The first two actions are there to free the money that the other two spend. On a canvas that counts costs, a cut
without one is a saving that nobody has counted, and the plan looks dearer than it is.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors:
  price: {name: Price, kind: price}
  meals: Meals
  speed: {name: Speed, cost: {per_point: 1.2}}
curves:
  us: {scores: {price: 2, meals: 0, speed: 9}}
  airlines: {scores: {price: 6, meals: 6, speed: 4}}
errc:
  eliminate: [meals]                                       # ! BC317
  reduce: [price]
  raise: [speed]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors:
  price: {name: Price, kind: price}
  meals: {name: Meals, cost: {per_point: 0.8}}
  speed: {name: Speed, cost: {per_point: 1.2}}
curves:
  us: {scores: {price: 2, meals: 0, speed: 9}}
  airlines: {scores: {price: 6, meals: 6, speed: 4}}
errc:
  eliminate: [meals]
  reduce: [price]
  raise: [speed]
```

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: the first two actions cut cost.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._moves import factors_by_id, grids, is_key
from bluecanvas.rules._names import some_of
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding for every grid, at its first cut factor without a cost, where some factor states one."""
    if not any([factor.cost for factor in canvas.factors]):  # noqa: C419 - quicker so
        return
    factors = factors_by_id(canvas)
    for _, grid in grids(canvas):
        cut = [move for move in grid.moves if move.action in (Action.ELIMINATE, Action.REDUCE)]
        bare = [move for move in cut if not factors[move.factor].cost and not factors[move.factor].burden]
        if bare:
            yield Finding(
                "BC317",
                bare[0].path,
                voice.phrase(
                    "no cost says what is saved on {factors}",
                    factors=some_of([factors[move.factor].name for move in bare], voice),
                ),
                voice.phrase("state it at the factor: cost: {per_point: …} or cost: {levels: {0: 0, 10: …}}"),
                is_key(grid, bare[0].path),
            )
