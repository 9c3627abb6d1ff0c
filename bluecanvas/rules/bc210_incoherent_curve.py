"""Finds an option whose departures from the others follow no theme.

## What it does

Takes how far a to-be curve departs from the reference (the industry curve, else the rivals' mean) on every existing
factor that has a `theme`; on burdens, the other way round. Where these departures are spread by a standard deviation of
0.25 of the axis or more, and the themes explain 0.20 of their variance or less, the curve goes up and down within each
theme: parts of several strategies. The order of the axis plays no part: a zigzag to the eye is none here.

Today's curve is not accused. The rule is silent with fewer than two themes, where no theme has two factors, and where
fewer than three of these factors, or fewer than half of them, have levels of both.

## Why it matters

A curve that raises and cuts what belongs together is the sum of what several departments wanted. What is raised loses its
effect because what it needs is cut beside it.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]  # ! BC210
  - [Meals, 9, 5]
  - [Seat choice, 1, 5]
  - [Speed, 9, 5]
  - [Frequent departures, 1, 5]
factors:
  Meals: {theme: comfort}
  Seat choice: {theme: comfort}
  Speed: {theme: time}
  Frequent departures: {theme: time}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Meals, 1, 5]
  - [Seat choice, 1, 5]
  - [Speed, 9, 5]
  - [Frequent departures, 9, 5]
factors:
  Meals: {theme: comfort}
  Seat choice: {theme: comfort}
  Speed: {theme: time}
  Frequent departures: {theme: time}
```

## Options

- `uneven` (default 0.25): the standard deviation of the departures, as a share of the axis, from which they are uneven.
- `explained` (default 0.20): the share of their variance between themes up to which they follow none.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: an incoherent strategy of independent parts.
- The figure is Fisher's correlation ratio. The thresholds are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(
    canvas: Canvas, *, voice: Voice = ENGLISH, uneven: float = 0.25, explained: float = 0.20
) -> Iterator[Finding]:
    """Every option that departs unevenly within its themes rather than between them."""
    for found in accusations(canvas, "BC210", uneven=uneven, explained=explained):
        yield Finding(
            "BC210",
            found.path,
            found.said_in(voice),
            voice.phrase("raise or cut what has one theme together, or give the factors the themes they truly share"),
            found.on_key,
        )
