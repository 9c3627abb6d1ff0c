"""Finds a raise that does not end well above the industry, or raises what nobody offers.

## What it does

Holds every move under `raise` against its baseline: the curve or group named by `vs`, else the industry curve,
else the rivals' mean (weighted by `share` where every rival has one). The option's level has to end at least 0.20 of
the axis above it: one step of a 0–5 scale, two of 0–10. Exactly that far is far enough. A baseline up to 0.05 of the
axis offers nothing that could be raised: such a move is a creation. Unknown levels are not judged.
A raised price is held to the same: high = expensive, so it has to end well above.

## Why it matters

A raise costs money. A small one is a promise to keep up with rivals, not a reason to leave them.
Where a move is meant against some of the rivals only, `vs` says so: a price can be well above the budget tier
and far below the mean of all.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,     Southwest, Average airline]
  - [Meals,              0,               6]
  - [Speed,              5,               4]
  - [Phone check-in,     7,               0]
errc:
  eliminate: [Meals]
  raise:
    Speed: 5                                               # ! BC305
    Phone check-in: 7                                      # ! BC305
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,     Southwest, Average airline]
  - [Meals,              0,               6]
  - [Speed,              9,               4]
  - [Phone check-in,     7,               0]
errc:
  eliminate: [Meals]
  raise:
    Speed: 9
  create:
    Phone check-in: 7
```

## Options

- `step` (default 0.20): the share of the axis that makes a level well above its baseline.
- `absent` (default 0.05): the share of the axis up to which a baseline counts as not offering a factor.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: raise well above the industry's standard.
- The thresholds are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.maths.comparing import at_least, at_most
from bluecanvas.rules._moves import absence, held_against, length_of, level_at, steps, told_apart
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, step: float = 0.20, absent: float = 0.05) -> Iterator[Finding]:
    """Every raised factor that ends less than `step` above its baseline, or whose baseline is at most `absent`."""
    for found in steps(canvas, Action.RAISE):
        baseline = held_against(canvas, found.move.factor, found.move.vs)
        if baseline is None:
            continue
        if at_most(baseline.share, absent):
            bar = voice.level(level_at(canvas, absent))
            yield found.finding(
                "BC305",
                voice.phrase(
                    "{them} offers nothing to raise ({bar})",
                    them=baseline.said(voice),
                    bar=absence(canvas, bar, voice),
                ),
                voice.phrase("move it to `create`")
                if found.move.vs is None
                else voice.phrase(
                    "move it to `create` where nobody offers it, else name by `vs` a curve or group that does"
                ),
                voice,
            )
        elif not at_least(found.share, baseline.share + step):
            gap = length_of(canvas, step)
            level, bar = told_apart(found.level, baseline.level + gap, voice)
            said = {
                "option": found.option.name,
                "level": level,
                "them": baseline.said(voice),
                "bar": bar,
                "gap": voice.level(gap),
            }
            if at_most(baseline.share + step, 1.0):
                message = voice.phrase(
                    "`{option}` at {level} is not well above {them} (well above is {bar} or more, a gap of {gap})",
                    **said,
                )
                hint = voice.phrase(
                    "lift it to {bar} or more, take it out of the grid, or name by `vs` whom the move is held against",
                    bar=bar,
                )
            else:
                message = voice.phrase(
                    "`{option}` at {level} is not well above {them}, and nothing on the scale is (well above is a gap of {gap})",
                    **said,
                )
                hint = voice.phrase("take it out of the grid, or name by `vs` a curve or group that offers less")
            if _burden(canvas, found.move.factor):
                hint = voice.phrase("more of it costs the buyer: is `reduce` meant?")
            yield found.finding("BC305", message, hint, voice)


def _burden(canvas: Canvas, factor: str) -> bool:
    found = canvas.factor(factor)
    return found.burden and not found.price
