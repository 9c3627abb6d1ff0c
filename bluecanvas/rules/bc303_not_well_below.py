"""Finds a reduction that does not end well below the industry.

## What it does

Holds every move under `reduce` against its baseline: the curve or group named by `vs`, else the industry curve,
else the rivals' mean (weighted by `share` where every rival has one). The option's level has to end at least 0.20 of
the axis below it: one step of a 0–5 scale, two of 0–10. Exactly that far is far enough. Unknown levels are not judged.
A reduced price is held to the same: high = expensive, so it has to end well below.

## Why it matters

A reduction frees resources only when it goes well below what rivals spend; a small cut is benchmarking.
Buyers see no difference either, so the curve stays the rivals' curve.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          5,               6]
  - [Speed,          9,               4]
errc:
  reduce: [Meals]                                          # ! BC303
  raise: [Speed]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          2,               6]
  - [Speed,          9,               4]
errc:
  reduce: [Meals]
  raise: [Speed]
```

## Options

- `step` (default 0.20): the share of the axis that makes a level well below its baseline.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: reduce well below the industry's standard.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.maths.comparing import at_least, at_most
from bluecanvas.rules._moves import held_against, length_of, steps, told_apart
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, step: float = 0.20) -> Iterator[Finding]:
    """Every reduced factor that ends less than `step`, a share of the axis, below its baseline."""
    for found in steps(canvas, Action.REDUCE):
        baseline = held_against(canvas, found.move.factor, found.move.vs)
        if baseline is None or at_most(found.share, baseline.share - step):
            continue
        gap = length_of(canvas, step)
        level, bar = told_apart(found.level, baseline.level - gap, voice)
        said = {
            "option": found.option.name,
            "level": level,
            "them": baseline.said(voice),
            "bar": bar,
            "gap": voice.level(gap),
        }
        if at_least(baseline.share, step):
            message = voice.phrase(
                "`{option}` at {level} is not well below {them} (well below is {bar} or less, a gap of {gap})", **said
            )
            hint = voice.phrase(
                "lower it to {bar} or less, take it out of the grid, or name by `vs` whom the move is held against",
                bar=bar,
            )
        else:
            message = voice.phrase(
                "`{option}` at {level} is not well below {them}, and nothing on the scale is (well below is a gap of {gap})",
                **said,
            )
            hint = voice.phrase("take it out of the grid, or name by `vs` a curve or group that offers more")
        yield found.finding("BC303", message, hint, voice)
