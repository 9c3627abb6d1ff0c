"""Finds a curve that is scored on another scale than the canvas's.

## What it does

Looks at scales that run to 5 or more. A curve fires where all its levels lie between 0 and 1 with fractions among them,
as shares do, while other curves have higher levels; and where more than half of its levels are outside the scale.

## Why it matters

Two scales in one picture draw a strategy that nobody has: a curve in shares lies flat on the axis and looks like an
offering of nothing.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals, speed: Speed}
curves:
  southwest: {scores: {price: 2, meals: 1, speed: 9}}
  airlines: {scores: {price: 0.6, meals: 0.6, speed: 0.4}}  # ! BC003
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals, speed: Speed}
curves:
  southwest: {scores: {price: 2, meals: 1, speed: 9}}
  airlines: {scores: {price: 6, meals: 6, speed: 4}}
```

## Options

None.

## References

Mixed scales are a checkable mistake of the strategy canvas; how they are told is bluecanvas' own.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
