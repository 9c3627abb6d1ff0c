"""Finds factors for which a curve has no level and does not say that it is unknown.

## What it does

Follows each curve: a level may be given, come from a move's target, or from the curve it is `based_on`. Where none of
these has one, the curve must say `null`.

## Why it matters

A gap may mean "not offered", which is 0, or "nobody looked", which is `null`. The two are drawn and counted
differently, and nobody but the author knows which was meant.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals, speed: Speed}
curves:
  southwest: {scores: {price: 2, meals: 1, speed: 9}}
  airlines: {scores: {price: 6, speed: 4}}  # ! BC002
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals, speed: Speed}
curves:
  southwest: {scores: {price: 2, meals: 1, speed: 9}}
  airlines: {scores: {price: 6, meals: null, speed: 4}}
```

## Options

None.

## References

Gap and zero must be told apart: a checkable mistake of the strategy canvas.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
