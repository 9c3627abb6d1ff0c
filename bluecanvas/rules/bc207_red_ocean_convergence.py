"""Finds a market on which all players, an option of ours among them, make one offer.

## What it does

Asks how far all rivals and a to-be curve rank the existing factors alike (those some rival offers above 0.05 of the axis;
Kendall's W, corrected for ties, on the factors all have a level for), and how far apart they lie: the mean distance of
two players. The market has converged where W is 0.80 or more and that distance 0.15 of the axis or less. One order at
different heights is no finding: those are tiers of one strategy, for instance by price.

Today's curve is not accused. The rule is silent without a rival, and where fewer than three existing factors, or fewer
than half of them, have levels of all.

## Why it matters

Players that are high and low on the same things leave buyers only the price to choose by. A plan to join them plans for a
shrinking margin.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Our plan, North Air, South Air]  # ! BC207
  - [Price, 6, 6, 5]
  - [Meals, 5, 5, 4]
  - [Seat choice, 7, 8, 7]
  - [Friendly service, 4, 4, 3]
  - [Speed, 8, 9, 9]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Our plan, North Air, South Air]
  - [Price, 2, 6, 5]
  - [Meals, 1, 5, 4]
  - [Seat choice, 1, 8, 7]
  - [Friendly service, 8, 4, 3]
  - [Speed, 8, 9, 9]
```

## Options

- `agree` (default 0.80): Kendall's W from which all rank the factors alike.
- `near` (default 0.15): the mean distance of two players, as a share of the axis, up to which they are one offer.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: a curve that converges with its competitors' shows a
  company caught in the red ocean.
- M. G. Kendall and B. Babington Smith, *Annals of Mathematical Statistics* 10 (1939). The thresholds are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, agree: float = 0.80, near: float = 0.15) -> Iterator[Finding]:
    """Every option that its rivals' market has converged with."""
    for found in accusations(canvas, "BC207", agree=agree, near=near):
        yield Finding(
            "BC207",
            found.path,
            found.said_in(voice),
            voice.phrase(
                "leave the contest: look at what all of them take for granted, and at what none of them offers"
            ),
            found.on_key,
        )
