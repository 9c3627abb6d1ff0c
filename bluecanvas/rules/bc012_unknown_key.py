"""Finds keys the format does not know.

## What it does

Compares every key with those the format has at that place, and suggests the nearest. Keys that begin with `x-` are the
author's own and left alone; so is everything under them. Merge keys (`<<`) are not part of YAML 1.2.

## Why it matters

A misspelt key is a statement that nobody reads: the canvas looks complete and is drawn without it.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
markt: US domestic  # ! BC012
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
market: US domestic
x-reviewed-by: Anna
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
```

## Fix

Writes the nearest known key. Safe where only case, width, `-` or `_` differ.

## Options

None.

## References

The canvas file, format 1.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
