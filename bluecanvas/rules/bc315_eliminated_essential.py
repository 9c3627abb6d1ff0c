"""Finds a grid that eliminates what buyers take for granted or hold most important.

## What it does

Looks at every factor under `eliminate`: one whose `kano` is must-be, or whose `importance` is above the mean and
among the highest quarter (four figures at least are needed). A burden may go however important it is: that is a gain.

## Why it matters

A must-be earns no thanks while it is there and loses the buyer when it is gone. To eliminate is for what the industry
offers and buyers no longer value; a factor that they weigh most is the opposite.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors:
  price: {name: Price, kind: price, importance: 20}
  meals: {name: Meals, importance: 5}
  safety: {name: Safety briefing, kano: must-be, importance: 15}
  speed: {name: Speed, importance: 30}
curves:
  us: {scores: {price: 2, meals: 1, safety: 0, speed: 0}}
  airlines: {scores: {price: 6, meals: 6, safety: 6, speed: 4}}
errc:
  eliminate:
    safety: {why: Nobody listens}                          # ! BC315
    speed: {why: We would rather be on time}               # ! BC315
  reduce: [meals, price]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors:
  price: {name: Price, kind: price, importance: 20}
  meals: {name: Meals, importance: 5}
  safety: {name: Safety briefing, kano: must-be, importance: 15}
  speed: {name: Speed, importance: 30}
curves:
  us: {scores: {price: 2, meals: 0, safety: 6, speed: 9}}
  airlines: {scores: {price: 6, meals: 6, safety: 6, speed: 4}}
errc:
  eliminate: [meals]
  reduce: [price]
  raise: [speed]
```

## Options

- `top` (default 0.25): the share of factors that counts as the most important ones.

## References

- Noriaki Kano and others, "Attractive quality and must-be quality", 1984: the categories.
- A must-be is a floor and the highest quarter is out of bounds: bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.rules._importance import are_told, is_among_highest
from bluecanvas.rules._moves import factors_by_id, steps
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, top: float = 0.25) -> Iterator[Finding]:
    """Every eliminated factor that is a must-be or among the share `top` of the most important ones."""
    if not are_told(canvas):
        return
    for step in steps(canvas, Action.ELIMINATE):
        factor = factors_by_id(canvas)[step.move.factor]
        if factor.burden:
            continue
        if factor.kano == "must-be":
            said = voice.phrase("a must-be: buyers do not ask for it and leave without it")
        elif is_among_highest(canvas, factor, top):
            said = voice.phrase(
                "its importance of {n} is among the highest {percent}",
                n=voice.digits(f"{factor.importance:g}"), percent=voice.percent(top),
            )  # fmt: skip
        else:
            continue
        hint = voice.phrase("keep what buyers need of it and move it to `reduce`, or look at it again")
        yield step.finding("BC315", said, hint, voice)
