"""Finds suppressing comments that suppress nothing.

## What it does

Compares every code in a comment such as `# bluecanvas: ignore[BC308] why` with the findings on its line (the comment's
own, or the next one where the comment has a line to itself), or in the whole file for `ignore-file`. Codes of rules that
are not asked are left alone: those that are not selected, those that an error holds back, those about age without a day.

## Why it matters

A finding that is gone was mended, or has moved to a line where nobody excuses it. Left behind, the comment would
one day hide another finding that nobody has looked at.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  # bluecanvas: ignore[BC109] everybody serves the same meals  # ! BC023
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  # bluecanvas: ignore[BC109] everybody serves the same meals
  - [Meals, 6, 6]
  - [Speed, 9, 4]
```

## Options

None.

## References

The rule is bluecanvas' own.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.WARNING
