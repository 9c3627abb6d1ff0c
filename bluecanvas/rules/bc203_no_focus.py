"""Finds an option that spreads its effort over all factors, and not at a low level.

## What it does

Counts over how many factors a to-be curve spreads its effort: the effective number, one over the sum of the squared
shares that the factors have of all levels added up, leaving out the price and the other burdens. The curve is without
focus where that number is 0.85 or more of all factors and the mean level 0.50 of the axis or more. The same is asked
again without the factors that only we offer, and without any choice of the first eight of them; tokens of these (below
0.30) are left out throughout: an invented factor buys no focus.

A curve with a lower mean level is no finding here. Today's curve is not accused. The rule is silent without a rival,
and where fewer than three levels, or fewer than half of them, are known.

## Why it matters

Doing everything well is the most expensive way of standing for nothing. Focus lets the cost of what is dropped pay for
what is raised.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]  # ! BC203
  - [Price, 6, 6]
  - [Meals, 7, 6]
  - [Seat choice, 6, 7]
  - [Friendly service, 8, 4]
  - [Speed, 9, 8]
  - [Frequent departures, 7, 3]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 2, 6]
  - [Meals, 0, 6]
  - [Seat choice, 1, 7]
  - [Friendly service, 8, 4]
  - [Speed, 9, 8]
  - [Frequent departures, 9, 3]
factors:
  Price: {kind: price}
```

## Options

- `spread` (default 0.85): the share of the factors from which the effort is spread over all.
- `high` (default 0.50): the mean level, as a share of the axis, from which that is costly.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: without focus the cost is high and the business
  model complex.
- The index is Herfindahl's, as D. Miller and M.-J. Chen use it, *Strategic Management Journal* 17 (1996). The thresholds
  are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, spread: float = 0.85, high: float = 0.50) -> Iterator[Finding]:
    """Every option that is about as high on everything, and not low."""
    for found in accusations(canvas, "BC203", spread=spread, level=high):
        yield Finding(
            "BC203",
            found.path,
            found.said_in(voice),
            voice.phrase("choose what to be low on, so that the few factors you stand for can be paid for"),
            found.on_key,
        )
