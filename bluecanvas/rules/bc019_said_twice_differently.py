"""Finds things that are said in two places and not the same, or that exclude each other.

## What it does

Compares levels in the table with those under `curves`, translations in `texts` with those beside the text, the grid
under `errc` with that of our curve, and `us` with the roles; and it wants at most one as-is curve and one price.

## Why it matters

Of two answers one is wrong, and whoever reads only one of the places cannot know.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
curves:
  Airlines:
    scores:
      Meals: 5  # ! BC019
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
curves:
  Airlines:
    scores:
      Meals: {confidence: low, why: two readings of the menus}
```

## Options

None.

## References

The canvas file, format 1.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
