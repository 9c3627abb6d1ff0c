"""Finds a high promise that depends on something low.

## What it does

Follows what the canvas says under `supports`: the factors that a factor depends on. It reports a to-be curve that is
at 0.66 of the axis or more on a factor and at 0.33 or less on one it depends on. Burdens count the other way round:
short waiting is high. An unknown level proves nothing. Today's curve is not accused.

## Why it matters

The promise cannot be kept: a site that is easy to use and slow is not easy to use. Buyers meet the low factor first and
never learn of the high one.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
  - [Frequent departures, 2, 3]  # ! BC213
factors:
  Speed: {supports: [Frequent departures]}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Point to point, Airlines]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
  - [Frequent departures, 9, 3]
factors:
  Speed: {supports: [Frequent departures]}
```

## Options

- `high` (default 0.66): the share of the axis from which a factor is a promise.
- `low` (default 0.33): the share of the axis up to which what it depends on is missing.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: strategic contradictions, high on one factor and low
  on those that support it.
- The thresholds are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Curve
from bluecanvas.finding import Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.rules._moves import factor_name, level_at
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH, high: float = 0.66, low: float = 0.33) -> Iterator[Finding]:
    """Every high factor of an option with a low one among those it depends on."""
    for found in accusations(canvas, "BC213", high=high, low=low):
        option = canvas.curve(found.curve)
        for promise, support in zip(found.factors[::2], found.factors[1::2], strict=True):
            yield Finding(
                "BC213",
                option.scores[support].path,
                voice.phrase(
                    "`{option}` promises {factor}, which depends on {support}",
                    option=option.name,
                    factor=_promise(canvas, option, promise, high, voice),
                    support=_support(canvas, option, support, low, voice),
                ),
                voice.phrase("lift what the promise depends on, or promise less"),
            )


def _promise(canvas: Canvas, option: Curve, factor: str, high: float, voice: Voice) -> str:
    """A factor at its level, and what counts as high there: "`Speed` at 9 (high is 6.6 or more)"."""
    burden, said = _said(canvas, option, factor, high, voice)
    if burden:
        return voice.phrase("{factor} at {level} (light is {bar} or less)", **said)
    return voice.phrase("{factor} at {level} (high is {bar} or more)", **said)


def _support(canvas: Canvas, option: Curve, factor: str, low: float, voice: Voice) -> str:
    """A factor at its level, and what counts as low there."""
    burden, said = _said(canvas, option, factor, low, voice)
    if burden:
        return voice.phrase("{factor} at {level} (heavy is {bar} or more)", **said)
    return voice.phrase("{factor} at {level} (low is {bar} or less)", **said)


def _said(canvas: Canvas, option: Curve, factor: str, share: float, voice: Voice) -> tuple[bool, dict[str, str]]:
    """Whether a factor is a burden, and its name, its level and the bar, which is then turned round."""
    burden = canvas.factor(factor).burden
    return burden, {
        "factor": factor_name(canvas, factor, voice),
        "level": voice.level(option.level(factor)),
        "bar": voice.level(level_at(canvas, 1 - share if burden else share)),
    }
