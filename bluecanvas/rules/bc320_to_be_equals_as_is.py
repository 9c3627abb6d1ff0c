"""Finds an option that changes nothing of today's curve.

## What it does

Compares every to-be curve with the as-is curve on the factors both know. If all levels are equal, and there is at
least one, the option is today's offer under another name.

## Why it matters

A to-be curve is the decision. When it equals the as-is, either the levels have not been filled in yet or the strategy
is to go on as before.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
us: plan
curves:
  current: {name: Us today, role: as-is, scores: {Price: 6, Meals: 5, Speed: 5}}
  plan: {name: Point to point, based_on: current}          # ! BC320
  airline: {name: Average airline, scores: {Price: 6, Meals: 6, Speed: 4}}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
us: plan
curves:
  current: {name: Us today, role: as-is, scores: {Price: 6, Meals: 5, Speed: 5}}
  plan: {name: Point to point, based_on: current, scores: {Price: 2, Meals: 0, Speed: 9}}
  airline: {name: Average airline, scores: {Price: 6, Meals: 6, Speed: 4}}
```

## Options

None.

## References

- W. Chan Kim and Renée Mauborgne, "Charting Your Company's Future", Harvard Business Review, June 2002: the as-is and
  the to-be canvas.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.maths.comparing import alike
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every to-be curve whose known levels all equal today's."""
    today = canvas.as_is
    if today is None:
        return
    share = canvas.scale.share
    for option in canvas.options:
        compared = 0
        for factor in canvas.factors:
            now, then = today.level(factor.id), option.level(factor.id)
            if now is None or then is None:
                continue
            if not alike(share(now), share(then)):
                break
            compared += 1
        else:
            if compared:
                yield Finding(
                    "BC320",
                    option.path,
                    voice.phrase(
                        "`{option}` has today's level of `{today}` on every factor that both know ({n})",
                        option=option.name,
                        today=today.name,
                        n=compared,
                    ),
                    voice.phrase("give the levels that change, or the moves with their targets"),
                    on_key=isinstance(option.path[-1], str),
                )
