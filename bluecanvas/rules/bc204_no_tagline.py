"""Finds a strategy without a tagline.

## What it does

Reports the first to-be curve that has no `tagline`, neither of its own nor from the canvas. Today's curve needs none.
It is advice and no warning, for a canvas is mostly drawn before its tagline is found.

## Why it matters

Who cannot say in one line what buyers get that they did not get before has often not decided it. The line is also the
cheapest test there is: read it to somebody outside.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]  # ! BC204
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
tagline: The speed of a plane at the price of a car
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: a good strategy has a clear and compelling tagline.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """The first option without a tagline: one on the canvas would do for all."""
    for found in accusations(canvas, "BC204"):
        yield Finding(
            "BC204",
            found.path,
            found.said_in(voice),
            voice.phrase("say under `tagline` in one line what buyers get that they did not get before"),
            found.on_key,
        )
        return
