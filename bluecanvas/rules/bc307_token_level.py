"""Finds a creation so low that buyers would hardly notice it.

## What it does

Looks at every factor under `create` and at the level its option has on it. A level below 0.30 of the axis
(3 on a scale from 0 to 10) is a token. Unknown levels are not judged.

## Why it matters

A created factor is what opens the new market. At a token level it adds cost and a line on the slide, and no reason
for a noncustomer to come.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,              Southwest, Average airline]
  - [Meals,                       0,               6]
  - [Frequent departures,         2,               0]
errc:
  eliminate: [Meals]
  create: [Frequent departures]                            # ! BC307
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,              Southwest, Average airline]
  - [Meals,                       0,               6]
  - [Frequent departures,         9,               0]
errc:
  eliminate: [Meals]
  create: [Frequent departures]
```

## Options

- `token` (default 0.30): the share of the axis at which a creation starts to count.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: the four actions.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.maths.comparing import at_least
from bluecanvas.rules._moves import level_at, steps, told_apart
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, token: float = 0.30) -> Iterator[Finding]:
    """Every created factor whose level is below `token`, a share of the axis."""
    for step in steps(canvas, Action.CREATE):
        if at_least(step.share, token):
            continue
        level, bar = told_apart(step.level, level_at(canvas, token), voice)
        yield step.finding(
            "BC307",
            voice.phrase(
                "`{option}` at {level} is a token (a creation starts at {bar})",
                option=step.option.name,
                level=level,
                bar=bar,
            ),
            voice.phrase("lift it to {bar} or more, or take it out of the grid", bar=bar),
            voice,
        )
