"""Finds plans without the state they start from.

## What it does

Fires where a curve of ours is a to-be and none is the as-is. Our curve is a to-be unless its `role` says otherwise.

## Why it matters

A canvas has two purposes: to show the state of play and to move people to act. Without today's curve nobody sees how
far the way is, and moves are held against rivals alone. If the curve shows what buyers receive today, it is the as-is.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]  # ! BC007
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Us today, Airlines]
  - [Price, 2, 6, 6]
  - [Meals, 1, 5, 6]
  - [Speed, 9, 5, 4]
curves:
  Us today: {role: as-is}
```

## Options

None.

## References

No as-is beside a to-be is a checkable mistake of the strategy canvas. The first of the four steps of visualising
strategy draws the as-is: Kim & Mauborgne, Blue Ocean Strategy, chapter 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at our first to-be where there is no as-is."""
    options = canvas.options
    if options and canvas.as_is is None:
        yield Finding(
            "BC007",
            options[0].path,
            voice.phrase("{option} is a to-be, and no curve shows us as we are", option=quoted(options[0].name)),
            voice.phrase("add our curve of today with `role: as-is`, or mark this one so"),
        )
