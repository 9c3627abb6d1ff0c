"""Finds factors on which every player stands at the same level.

## What it does

Compares our level with the rivals' (with the industry curve's where there is no rival). It needs two known levels, and
leaves the price alone: the same price is worth saying.

## Why it matters

What everybody offers alike is no factor of competition: it sets nobody apart and flatters every likeness.
Either it is a ticket to the market and can leave the canvas, or one of the levels was not looked at.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airline A, Airline B]
  - [Price, 2, 6, 7]
  - [Safety, 9, 9, 9]  # ! BC109
  - [Speed, 9, 4, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airline A, Airline B]
  - [Price, 2, 6, 7]
  - [Meals, 1, 6, 6]
  - [Speed, 9, 4, 4]
```

## Options

None.

## References

A factor without variance is a checkable mistake of the strategy canvas; leaving the price alone is bluecanvas' own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Role
from bluecanvas.canvas.once import levels_of
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at each factor whose known levels are all one."""
    ours = canvas.ours
    players = canvas.rivals or tuple(canvas.of(Role.INDUSTRY))[:1]
    if ours is not None:
        players = (ours, *players)
    every = levels_of(canvas)
    for factor, column in zip(
        canvas.factors, zip(*[every[player.id] for player in players], strict=True), strict=False
    ):
        known = column if None not in column else [level for level in column if level is not None]
        if len(known) > 1 and known[0] == known[1] and not factor.price and min(known) == max(known):
            said = {"factor": quoted(factor.name), "level": voice.level(known[0]), "n": str(len(known))}
            yield Finding(
                "BC109",
                factor.path,
                voice.phrase("{factor} stands at {level} for both players: nobody competes on it", **said)
                if len(known) == 2
                else voice.phrase("{factor} stands at {level} for all {n} players: nobody competes on it", **said),
                voice.phrase("leave it out, or look at the levels again"),
            )
