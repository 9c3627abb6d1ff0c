"""Finds an option that stands at one level on every factor.

## What it does

Reports a to-be curve whose known levels are all one on the factors that exist, that is those some rival offers above 0.05
of the axis; factors of no `importance` do not count where every factor has one. Such a curve has no shape: its
correlation with any other is undefined, so it is neither a me-too nor divergent. Today's curve is not accused. The rule
is silent without a rival, and where fewer than three existing factors, or fewer than half of them, have levels of both.

## Why it matters

A curve without highs and lows says that nothing matters more than anything else. Most often it is a template that was
never filled in.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]  # ! BC202
  - [Price, 5, 6]
  - [Meals, 5, 6]
  - [Friendly service, 5, 4]
  - [Speed, 5, 8]
  - [Frequent departures, 5, 3]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Friendly service, 8, 4]
  - [Speed, 9, 8]
  - [Frequent departures, 9, 3]
```

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: a value curve is read by its shape.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every option without a high and a low."""
    for found in accusations(canvas, "BC202"):
        yield Finding(
            "BC202",
            found.path,
            found.said_in(voice),
            voice.phrase("give what matters most to your buyers a higher level, and pay for it with the rest"),
            found.on_key,
        )
