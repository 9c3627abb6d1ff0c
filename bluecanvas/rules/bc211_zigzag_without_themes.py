"""Finds an option that goes up and down against the others while no factor has a theme.

## What it does

Where no factor has a `theme`, nothing says which departures belong together. The rule then puts the existing factors in an
order that is nobody's choice, by the reference's level (the industry curve, else the rivals' mean), and counts how often
a to-be curve's departures from it turn from up to down and back. It reports a curve whose departures are spread by a
standard deviation of 0.25 of the axis or more and turn more often than chance would have them, by 1.96 standard
deviations or more. It takes nine existing factors to tell; the order of the axis plays no part.

Today's curve is not accused. The rule is silent where fewer than half of the existing factors have levels of both.

## Why it matters

Such a curve may be a strategy of many parts, or one that follows a line the canvas does not show. Themes tell the two
apart, for readers as well.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]  # ! BC211
  - [Lounges, 9, 1]
  - [Meals, 0, 2]
  - [Frequent departures, 9, 3]
  - [Seat choice, 0, 4]
  - [Friendly service, 10, 5]
  - [Legroom, 1, 6]
  - [Speed, 10, 7]
  - [Hub connections, 2, 8]
  - [Flights on time, 10, 9]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Lounges, 9, 1]
  - [Meals, 0, 2]
  - [Frequent departures, 9, 3]
  - [Seat choice, 0, 4]
  - [Friendly service, 10, 5]
  - [Legroom, 1, 6]
  - [Speed, 10, 7]
  - [Hub connections, 2, 8]
  - [Flights on time, 10, 9]
factors:
  Lounges: {theme: on the ground}
  Friendly service: {theme: on the ground}
  Flights on time: {theme: on time}
  Speed: {theme: on time}
  Frequent departures: {theme: on time}
  Hub connections: {theme: on board}
  Meals: {theme: on board}
  Seat choice: {theme: on board}
  Legroom: {theme: on board}
```

## Options

- `uneven` (default 0.25): the standard deviation of the departures, as a share of the axis, from which they are uneven.
- `turns` (default 1.96): how many standard deviations more turns than by chance.

## References

- M. G. Kendall and A. Stuart, *The Advanced Theory of Statistics*, volume 3: the test by turning points, after Bienaymé.
- That the zigzag of a canvas is made by the order of its axis is a known criticism. The thresholds are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.LOW


def check(canvas: Canvas, *, voice: Voice = ENGLISH, uneven: float = 0.25, turns: float = 1.96) -> Iterator[Finding]:
    """Every option whose departures turn more often than chance would have them, where no factor has a theme."""
    for found in accusations(canvas, "BC211", uneven=uneven, turns=turns):
        yield Finding(
            "BC211",
            found.path,
            found.said_in(voice),
            voice.phrase("say under `factors` which belong together: speed: {theme: time}"),
            found.on_key,
        )
