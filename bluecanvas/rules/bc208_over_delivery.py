"""Finds an option that is high on nearly everything.

## What it does

Counts the factors, without the price and the other burdens, on which a to-be curve stands at 0.66 of the axis or more. It
over-delivers where these are 0.75 or more of all. What only we offer counts where it is high, and the same is asked again
without it: an invented factor buys no restraint.

Today's curve is not accused. The rule is silent without a rival, and where fewer than three levels, or fewer than half of
them, are known.

## Why it matters

Each high level costs. Where nearly all are high, either the price has to pay for them or nothing does; most often buyers
get more than they ask for.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]  # ! BC208
  - [Price, 6, 6]
  - [Meals, 7, 6]
  - [Seat choice, 2, 7]
  - [Friendly service, 8, 4]
  - [Speed, 9, 8]
factors:
  Price: {kind: price}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Seat choice, 2, 7]
  - [Friendly service, 8, 4]
  - [Speed, 9, 8]
factors:
  Price: {kind: price}
```

## Options

- `breadth` (default 0.75): the share of the factors from which a curve is high on nearly everything.
- `high` (default 0.66): the share of the axis from which a level is high.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: high levels across all factors that market share and
  profit do not reflect.
- The thresholds are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, breadth: float = 0.75, high: float = 0.66) -> Iterator[Finding]:
    """Every option that is high on at least `breadth` of what it offers, or of what exists."""
    for found in accusations(canvas, "BC208", breadth=breadth, high=high):
        yield Finding(
            "BC208",
            found.path,
            found.said_in(voice),
            voice.phrase("eliminate or reduce what your buyers would not miss"),
            found.on_key,
        )
