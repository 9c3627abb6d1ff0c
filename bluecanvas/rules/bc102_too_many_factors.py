"""Finds canvases with more factors than a reader can hold.

## What it does

Counts the factors, the price among them.

## Why it matters

A canvas is read at a glance or not at all. A long axis is a list of features: what matters is lost in it, and weak
factors water down every figure.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Newspapers, 0, 5]
  - [Lounges, 0, 6]
  - [Seat choice, 1, 7]
  - [Leg room, 4, 5]
  - [Luggage, 6, 6]
  - [Hub connections, 1, 7]
  - [Friendly service, 8, 4]
  - [Flights on time, 8, 5]
  - [Speed, 9, 4]
  - [Frequent departures, 9, 3]
  - [Airports near town, 8, 3]  # ! BC102
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Lounges, 0, 6]
  - [Seat choice, 1, 7]
  - [Hub connections, 1, 7]
  - [Friendly service, 8, 4]
  - [Speed, 9, 4]
  - [Frequent departures, 9, 3]
```

## Options

- `most` (default 12): the most factors a canvas should have.

## References

Five to twelve factors: Kim & Mauborgne, Blue Ocean Shift; corporatestrategy.com says six to twelve.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH, most: int = 12) -> Iterator[Finding]:
    """Yield a finding at the first factor that is one too many."""
    count = len(canvas.factors)
    if count > most:
        yield Finding(
            "BC102",
            canvas.factors[most].path,
            voice.phrase("{n} factors on the canvas, more than {most}", n=count, most=most),
            voice.phrase("merge what buyers see as one thing, and leave out what nobody compares"),
        )
