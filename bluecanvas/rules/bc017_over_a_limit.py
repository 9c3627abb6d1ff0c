"""Finds files that are larger, deeper or wider than a canvas can be.

## What it does

Refuses a file of more than 1 MiB (1,048,576 bytes), nested more than 64 deep, with more than 50,000 values (aliases
counted as often as they stand) or with aliases that repeat more than 1,048,576 characters, more than 100 curves, 500
factors, 24,000 levels (factors times curves), 150,000 levels times strategic groups, or 1,000 moves in a grid. Reading
also stops after 500 findings, and of any other rule only the first 500 on a canvas are listed. No suppression holds
here.

## Why it matters

No strategy needs as much, and a file of a few hundred bytes can be made to unfold into gigabytes. With a limit, every
file is answered at once, whoever wrote it.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
x-deep:
  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[  # ! BC017
  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
x-deep: [[flat is better]]
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
```

## Options

None.

## References

The limits are bluecanvas' own.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
