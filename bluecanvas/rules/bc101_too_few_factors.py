"""Finds canvases with too few factors to show a strategy.

## What it does

Counts the factors, the price among them.

## Why it matters

With four factors almost any two curves look alike or opposed by chance, and what buyers really compare is missing.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]  # ! BC101
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
  - [Meals, 1, 6]
  - [Seat choice, 1, 7]
  - [Friendly service, 8, 4]
  - [Speed, 9, 4]
```

## Options

- `least` (default 5): the fewest factors a canvas should have.

## References

Five to twelve factors: Kim & Mauborgne, Blue Ocean Shift; corporatestrategy.com says six to twelve.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, least: int = 5) -> Iterator[Finding]:
    """Yield a finding at the first factor where there are fewer than `least`."""
    count = len(canvas.factors)
    if count < least:
        path = canvas.factors[0].path if canvas.factors else ("title",)
        factors = "1 factor" if count == 1 else f"{count} factors"
        yield Finding(
            "BC101",
            path,
            f"{factors} on the canvas, fewer than {least}",
            "add what else buyers compare before they choose",
        )
