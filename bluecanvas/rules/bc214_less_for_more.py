"""Finds an option that a rival beats on every factor for no higher price.

## What it does

Compares each to-be curve with every rival whose price is known. A rival dominates it that asks no higher price, offers at
least as much on every factor, and gives more or asks less somewhere. Burdens count the other way round. An unknown level
proves nothing against us, and equality in everything is no finding. Today's curve is not accused.

## Why it matters

No buyer who knows both has a reason to come. Whatever the strategy is, it is not on this canvas: a factor is missing, a
level is wrong, or the offer is less for more.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]  # ! BC214
  - [Price, 6, 6]
  - [Meals, 1, 6]
  - [Friendly service, 4, 4]
  - [Speed, 4, 4]
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
  - [Friendly service, 4, 4]
  - [Speed, 4, 4]
factors:
  Price: {kind: price}
```

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: strategic contradictions, offering less for more.
- The test is Pareto's.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every option that some rival dominates."""
    for found in accusations(canvas, "BC214"):
        yield Finding(
            "BC214",
            found.path,
            found.said_in(voice),
            voice.phrase("raise or create something, ask for less, or add the factor that buyers come to you for"),
            found.on_key,
        )
