"""Finds a factor that the grid eliminates although the industry barely offers it.

## What it does

Holds every move under `eliminate` against its baseline: the curve or group named by `vs`, else the industry curve,
else the rivals' mean (weighted by `share` where every rival has one). A baseline below 0.15 of the axis
(1.5 on a scale from 0 to 10) leaves nothing to eliminate. Unknown baselines are not judged.

## Why it matters

To eliminate is to drop what an industry takes for granted. Dropping what nobody offers saves nothing against them;
it only makes the grid look bolder than the plan is.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,       Southwest, Average airline]
  - [Massage chairs,       0,               1]
  - [Speed,                9,               4]
errc:
  eliminate: [Massage chairs]                              # ! BC302
  raise: [Speed]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,       Southwest, Average airline]
  - [Meals,                0,               6]
  - [Speed,                9,               4]
errc:
  eliminate: [Meals]
  raise: [Speed]
```

## Options

- `offered` (default 0.15): the share of the axis from which a baseline counts as offering a factor.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: eliminate what the industry takes for granted.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.maths.comparing import at_least
from bluecanvas.rules._moves import caveated, factors_by_id, held_against, level_at, steps, told_apart
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, offered: float = 0.15) -> Iterator[Finding]:
    """Every eliminated factor whose baseline is below `offered`, a share of the axis."""
    for step in steps(canvas, Action.ELIMINATE):
        if factors_by_id(canvas)[step.move.factor].price:
            continue  # everybody has a price
        baseline = held_against(canvas, step.move.factor, step.move.vs)
        if baseline is None or at_least(baseline.share, offered):
            continue
        level, bar = told_apart(baseline.level, level_at(canvas, offered), voice)
        counts = caveated(canvas, voice.phrase("{level} or more counts as offered", level=bar), voice)
        yield step.finding(
            "BC302",
            voice.phrase(
                "nothing to eliminate, {them} is at {level} ({bar})", them=baseline.who(voice), level=level, bar=counts
            ),
            voice.phrase("take it out of the grid, or name by `vs` the curve or group that offers it"),
            voice,
        )
