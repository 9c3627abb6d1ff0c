"""Finds rows of the table that have too few or too many cells.

## What it does

Compares each row of `scores` with the header: the factor's name, then a level for every curve.

## Why it matters

With a cell too few nobody knows which curve it belongs to: every level to its right may be another player's.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline, Car]
  - [Price, 2, 6, 1]
  - [Meals, 1, 6]  # ! BC014
  - [Speed, 9, 4, 2]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline, Car]
  - [Price, 2, 6, 1]
  - [Meals, 1, 6, null]
  - [Speed, 9, 4, 2]
```

## Options

None.

## References

The canvas file, format 1.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
