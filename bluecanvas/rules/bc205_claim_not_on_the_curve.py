"""Finds a claim of the tagline that the curve does not keep.

## What it does

Holds every factor under the tagline's `claims` against the reference (the industry curve, else the rivals' mean). One
claimed `high` has to stand 0.20 of the axis or more above it, one claimed `low` as far below. Exactly that far is far
enough. Unknown levels prove nothing. An option without a tagline of its own is held to the canvas's; today's curve is
not accused.

## Why it matters

A tagline advertises an offering, and an offering that does not keep it disappoints every buyer it wins. Either the line
is untrue or the curve is not the strategy that it promises.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
tagline:
  text: The speed of a plane at the price of a car
  claims:
    Speed: high  # ! BC205
    Price: low
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 8]
factors:
  Price: {kind: price}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
tagline:
  text: The speed of a plane at the price of a car
  claims:
    Speed: high
    Price: low
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
factors:
  Price: {kind: price}
```

## Options

- `step` (default 0.20): the share of the axis that makes a level well above or below the reference.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: a tagline has to advertise an offering truthfully.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.frameworks.reading import accusations
from bluecanvas.rules._moves import caveated, factor_name, held_against, length_of, told_apart
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH, step: float = 0.20) -> Iterator[Finding]:
    """Every claim that the option's level does not bear out."""
    for found in accusations(canvas, "BC205", step=step):
        option = canvas.curve(found.curve)
        tagline = option.tagline or canvas.tagline
        if tagline is None:
            continue
        hint = (
            voice.phrase("take the claim back, or make it true")
            if option.tagline is not None or option.id == canvas.us
            else voice.phrase("take the claim back, or make it true, or give this option a tagline of its own")
        )
        for factor in found.factors:
            baseline, level = held_against(canvas, factor), option.level(factor)
            if baseline is None or level is None:
                continue
            is_high = tagline.claims[factor] == "high"
            aim = baseline.level + length_of(canvas, step) * (1 if is_high else -1)
            stands, bar = told_apart(level, aim, voice)
            if not canvas.scale.min <= aim <= canvas.scale.max:
                needed = voice.phrase("that takes more than the scale has room for")
            elif is_high:
                needed = voice.phrase("that takes {level} or more", level=bar)
            else:
                needed = voice.phrase("that takes {level} or less", level=bar)
            said = {
                "factor": factor_name(canvas, factor, voice),
                "option": option.name,
                "level": stands,
                "them": baseline.said(voice),
                "needed": caveated(canvas, needed, voice),
            }
            yield Finding(
                "BC205",
                (*tagline.path, "claims", factor),
                voice.phrase(
                    "the tagline claims {factor} high, but `{option}` at {level} is not well above {them} ({needed})",
                    **said,
                )
                if is_high
                else voice.phrase(
                    "the tagline claims {factor} low, but `{option}` at {level} is not well below {them} ({needed})",
                    **said,
                ),
                hint,
                on_key=True,
            )
