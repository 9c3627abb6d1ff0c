"""Finds an option that draws a rival's curve again.

## What it does

Compares each to-be curve with the nearest rival (the industry curve where there is none) on the factors that exist, that
is those some rival offers above 0.05 of the axis. The curve is a me-too where that rival lies 0.10 of the axis or less
away on average and has the same shape (correlation r of 0.80 or more). Shape and distance are weighted by `importance`
where every factor has one. Both have to hold: curves of many markets rise and fall alike, because some things are simply
wanted by all, and only a curve that is close besides offers nothing else. How far it lies from the rivals' mean does not
matter here: who copies one of two rivals is a me-too, however different the other.

Factors that only we offer do not count: an invented factor buys no divergence. Today's curve is not accused. The rule is
silent without a rival, and where fewer than three existing factors, or fewer than half of them, have levels of both.

## Why it matters

To a buyer the two offers are one, so the price decides. A strategy that cannot be told from a rival's has not been made
yet, however much work it takes to carry out.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines, Railways]  # ! BC201
  - [Price, 6, 6, 5]
  - [Meals, 5, 6, 2]
  - [Seat choice, 7, 7, 3]
  - [Friendly service, 5, 4, 5]
  - [Speed, 8, 8, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines, Railways]
  - [Price, 2, 6, 5]
  - [Meals, 1, 6, 2]
  - [Seat choice, 1, 7, 3]
  - [Friendly service, 8, 4, 5]
  - [Speed, 9, 8, 4]
```

## Options

- `alike` (default 0.80): the correlation from which two shapes are one.
- `near` (default 0.10): the share of the axis up to which a rival is near.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: without divergence a strategy is a me-too.
- The distance is the strategic deviation of D. L. Deephouse, *Strategic Management Journal* 20 (1999), unstandardised.
  The thresholds are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, alike: float = 0.80, near: float = 0.10) -> Iterator[Finding]:
    """Every option with the reference's shape and a rival close by."""
    for found in accusations(canvas, "BC201", alike=alike, near=near):
        yield Finding(
            "BC201",
            found.path,
            found.said_in(voice),
            voice.phrase("choose what to be far higher and far lower on than they are"),
            found.on_key,
        )
