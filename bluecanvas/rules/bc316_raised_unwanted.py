"""Finds a grid that raises or creates what buyers do not care for.

## What it does

Looks at every factor under `raise` and `create` whose `kano` is indifferent or reverse, and at every one under
`raise` whose `importance` is below the mean and among the lowest quarter (four figures at least are needed). What is
created is new to buyers: their importance figures say nothing of it yet. The price and other burdens are left alone.

## Why it matters

Raising costs money. What buyers are indifferent to wins nobody, however well it is done; what they would rather do
without drives them away.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors:
  price: {name: Price, kind: price, importance: 20}
  meals: {name: Meals, importance: 2}
  music: {name: Boarding music, kano: indifferent, importance: 5}
  speed: {name: Speed, importance: 30}
curves:
  us: {scores: {price: 2, meals: 9, music: 9, speed: 4}}
  airlines: {scores: {price: 6, meals: 6, music: 2, speed: 4}}
errc:
  reduce: [price]
  raise:
    meals: {to: 9}                                         # ! BC316
    music: {to: 9}                                         # ! BC316
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors:
  price: {name: Price, kind: price, importance: 20}
  meals: {name: Meals, importance: 2}
  music: {name: Boarding music, kano: indifferent, importance: 5}
  speed: {name: Speed, importance: 30}
curves:
  us: {scores: {price: 2, meals: 2, music: 0, speed: 9}}
  airlines: {scores: {price: 6, meals: 6, music: 2, speed: 4}}
errc:
  eliminate: [music]
  reduce: [price, meals]
  raise: [speed]
```

## Options

- `bottom` (default 0.25): the share of factors that counts as the least important ones.

## References

- Noriaki Kano and others, "Attractive quality and must-be quality", 1984: the categories.
- The lowest quarter is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.rules._importance import are_told, is_among_lowest
from bluecanvas.rules._moves import every_step, factors_by_id
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, bottom: float = 0.25) -> Iterator[Finding]:
    """Every lifted factor that buyers do not want, or that is among the share `bottom` of the least important ones."""
    if not are_told(canvas):
        return
    for step in every_step(canvas):
        action = step.move.action
        if action is not Action.RAISE and action is not Action.CREATE:
            continue
        factor = factors_by_id(canvas)[step.move.factor]
        if factor.burden:
            continue
        if factor.kano == "indifferent":
            said = voice.phrase("buyers are indifferent to it")
        elif factor.kano == "reverse":
            said = voice.phrase("buyers would rather have less of it")
        elif action is Action.RAISE and is_among_lowest(canvas, factor, bottom):
            said = voice.phrase(
                "its importance of {n} is among the lowest {percent}",
                n=voice.digits(f"{factor.importance:g}"), percent=voice.percent(bottom),
            )  # fmt: skip
        else:
            continue
        hint = voice.phrase("reduce or eliminate it, and raise what buyers weigh more")
        yield step.finding("BC316", said, hint, voice)
