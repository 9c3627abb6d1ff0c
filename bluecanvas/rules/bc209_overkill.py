"""Finds factors that buyers weigh little and on which an option gives far more than the others.

## What it does

Looks at factors, without the price and the other burdens, whose `importance` is below the mean of those that have one. On
such a factor a to-be curve that stands 0.20 of the axis or more above the reference (the industry curve, else the rivals'
mean) may be overkill. Today's curve is not accused. The rule is silent without a rival, and where fewer than three of
these factors, or fewer than half of them, have an importance.

## Why it matters

What buyers weigh little earns little, and standing out on it costs. It is where the means for the other moves can come
from.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Meals, 9, 6]  # ! BC209
  - [Friendly service, 8, 4]
  - [Speed, 9, 8]
factors:
  Meals: {importance: 8}
  Friendly service: {importance: 35}
  Speed: {importance: 40}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Meals, 1, 6]
  - [Friendly service, 8, 4]
  - [Speed, 9, 8]
factors:
  Meals: {importance: 8}
  Friendly service: {importance: 35}
  Speed: {importance: 40}
```

## Options

- `step` (default 0.20): the share of the axis that makes a level well above the reference.

## References

- J. A. Martilla and J. C. James, "Importance-Performance Analysis", *Journal of Marketing* 41 (1977): possible overkill.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.rules._moves import caveated, factor_name, held_against, length_of
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, step: float = 0.20) -> Iterator[Finding]:
    """Every level well above the others' on what weighs less than the mean."""
    for found in accusations(canvas, "BC209", step=step):
        option = canvas.curve(found.curve)
        weights = [one.importance for one in canvas.factors if one.importance is not None and not one.burden]
        mean = voice.level(fsum(weights) / len(weights))
        besides = any(one.importance is not None and one.burden for one in canvas.factors)
        far = voice.phrase("far is {gap} or more", gap=voice.level(length_of(canvas, step)))
        for factor in found.factors:
            baseline = held_against(canvas, factor)
            if baseline is not None:
                weight = voice.level(canvas.factor(factor).importance)
                yield Finding(
                    "BC209",
                    option.scores[factor].path,
                    voice.phrase(
                        "{factor} weighs little with buyers ({weights}), but `{option}` at {level} is far above {them} ({bar})",
                        factor=factor_name(canvas, factor, voice),
                        weights=voice.phrase("{weight}, the mean without burdens is {mean}", weight=weight, mean=mean)
                        if besides
                        else voice.phrase("{weight}, the mean is {mean}", weight=weight, mean=mean),
                        option=option.name,
                        level=voice.level(option.level(factor)),
                        them=baseline.said(voice),
                        bar=caveated(canvas, far, voice),
                    ),
                    voice.phrase(
                        "reduce or eliminate it, unless it is what you stand for: then look at its importance again"
                    ),
                )
