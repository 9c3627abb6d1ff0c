"""Finds levels outside the canvas's scale.

## What it does

Holds every level, the ends of every interval, every move's target and every word of the scale against `scale`
(0 to 10 where none is declared).

## Why it matters

A level off the axis is a slip of the keyboard or a figure from another scale. Drawn, it would leave the picture;
counted, it would outweigh all others.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 60]  # ! BC001
  - [Speed, 9, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scale: {min: 0, max: 100, step: 5}
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 20, 60]
  - [Meals, 10, 60]
  - [Speed, 90, 40]
```

## Options

None.

## References

The canvas file, format 1.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
