"""Finds canvases that do not say as of when they hold.

## What it does

Looks for `date`: a year, a month or a day.

## Why it matters

Markets move: rivals copy, and a curve that stood apart converges. Without a date nobody knows whether a level is old,
no two versions can be put in order, and no rule about age can speak.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel  # ! BC008
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
date: 2026-10
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
```

## Options

None.

## References

An undated canvas is a checkable mistake of the strategy canvas.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at the title where there is no date."""
    if canvas.date is None:
        yield Finding(
            "BC008",
            ("title",),
            voice.phrase("the canvas has no date"),
            voice.phrase("add: date: 2026, 2026-10 or 2026-10-03"),
            on_key=True,
        )
