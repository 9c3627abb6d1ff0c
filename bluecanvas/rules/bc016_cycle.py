"""Finds curves that are based on one another in a circle.

## What it does

Follows `based_on` from curve to curve, and YAML aliases into themselves.

## Why it matters

Levels that come from each other come from nowhere.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  today:
    role: as-is
    based_on: plan  # ! BC016
    scores: {price: 2}
  plan:
    role: to-be
    based_on: today
    scores: {meals: 1}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  today:
    role: as-is
    scores: {price: 2, meals: 6}
  plan:
    role: to-be
    based_on: today
    scores: {meals: 1}
```

## Options

None.

## References

The canvas file, format 1.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
