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
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH, least: int = 5) -> Iterator[Finding]:
    """Yield a finding at the first factor where there are fewer than `least`."""
    count = len(canvas.factors)
    if count < least:
        path = canvas.factors[0].path if canvas.factors else ("title",)
        yield Finding(
            "BC101",
            path,
            voice.phrase_number(
                "{n} factor on the canvas, fewer than {least}",
                "{n} factors on the canvas, fewer than {least}",
                count,
                n=count,
                least=least,
            ),
            voice.phrase("add what else buyers compare before they choose"),
        )
