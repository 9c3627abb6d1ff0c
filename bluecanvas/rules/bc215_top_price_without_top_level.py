"""Finds an option that asks the highest price for a level below the middle.

## What it does

Where a to-be curve's price is the highest of all known ones, compares its mean level with that of the rivals, on the
factors all have a level for: without the price, and with the other burdens left out. It reports a level below the median
of all players. Exactly the median is enough, and so are prices that are all one. Today's curve is not accused. The rule is
silent where fewer than three such factors, or fewer than half of them, have levels of all.

## Why it matters

A high price needs a reason that buyers can see. Where most rivals give more for less, only habit keeps buyers, and habit
goes when a rival asks them.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, North Air, South Air]
  - [Price, 8, 6, 5]  # ! BC215
  - [Meals, 1, 6, 5]
  - [Friendly service, 5, 4, 4]
  - [Speed, 4, 4, 5]
factors:
  Price: {kind: price}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, North Air, South Air]
  - [Price, 8, 6, 5]
  - [Meals, 1, 6, 5]
  - [Friendly service, 9, 4, 4]
  - [Speed, 9, 4, 5]
factors:
  Price: {kind: price}
```

## Options

None.

## References

- The test is bluecanvas's own: a price above all needs a level in the upper half.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every option that is dearest without being in the upper half."""
    for found in accusations(canvas, "BC215"):
        price = canvas.price
        score = None if price is None else canvas.curve(found.curve).scores.get(price.id)
        yield Finding(
            "BC215",
            found.path if score is None else score.path,
            found.said_in(voice),
            voice.phrase("ask for less, or raise or create what the price is paid for"),
        )
