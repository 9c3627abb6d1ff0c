"""Finds references to things that do not exist, or that could be one of several.

## What it does

Looks up every name of a factor, curve, group or source where it is used: an exact id first, then the names in every
language of the canvas. The nearest known name is suggested. Items of a grid that are no factor are BC313.

## Why it matters

Proof that points nowhere proves nothing, and a level for a factor that is not on the axis is lost. Two things of one
name leave open which was meant.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  southwest:
    evidence: survey-2025  # ! BC015
    scores: {price: 2, meals: 1}
  airlines:
    based_on: southwset  # ! BC015
    scores: {price: 6, meals: 6}
evidence:
  survey-2026: Passenger survey
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  southwest:
    evidence: survey-2026
    scores: {price: 2, meals: 1}
  airlines:
    scores: {price: 6, meals: 6}
evidence:
  survey-2026: Passenger survey
```

## Fix

Writes the nearest known name. Safe where no other is near and they differ by hardly a letter, never by a digit.

## Options

None.

## References

The canvas file, format 1.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
