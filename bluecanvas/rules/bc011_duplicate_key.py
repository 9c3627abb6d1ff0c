"""Finds a key, a factor or a curve that is given twice.

## What it does

Compares the keys of every mapping, with `-` and `_` alike for the format's own, and the names in the header and in the
first column of the table.

## Why it matters

YAML readers differ: most let the last one win without a word, so a level that was typed and reviewed is silently
another.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  southwest:
    scores:
      price: 2
      meals: 1
      price: 3  # ! BC011
  airlines: {scores: {price: 6, meals: 6}}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  southwest:
    scores:
      price: 2
      meals: 1
  airlines: {scores: {price: 6, meals: 6}}
```

## Options

None.

## References

YAML 1.2.2, section 3.2.1: the keys of a mapping are unique.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
