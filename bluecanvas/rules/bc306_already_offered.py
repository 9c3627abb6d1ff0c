"""Finds a creation that some rival already offers.

## What it does

Compares every factor under `create` with each rival, whatever the move's `vs`; without rivals, with the industry
curve. A level above 0.10 of the axis (1 on a scale from 0 to 10) counts as offered. The rival that offers most is
named. Unknown levels are not judged. A scale that does not start at 0 cannot say "not offered"; its lowest level is
taken for it, and the message says so.

## Why it matters

To create is to offer what the industry never has. If a rival already does, buyers will compare, and the factor is
one more axis of the old contest: a raise at best.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,              Southwest, Average airline, Commuter line]
  - [Meals,                       0,               6,             4]
  - [Frequent departures,         9,               0,             5]
errc:
  eliminate: [Meals]
  create: [Frequent departures]                            # ! BC306
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,              Southwest, Average airline, Commuter line]
  - [Meals,                       0,               6,             4]
  - [Frequent departures,         9,               0,             5]
errc:
  eliminate: [Meals]
  raise: [Frequent departures]
```

## Options

- `offered` (default 0.10): the share of the axis above which a rival's level counts as offered.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: create what the industry has never offered.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas, Curve, Role
from bluecanvas.finding import Finding, Level
from bluecanvas.maths.comparing import at_most
from bluecanvas.rules._moves import caveated, level_at, steps, told_apart
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH, offered: float = 0.10) -> Iterator[Finding]:
    """Every created factor on which some rival is above `offered`, a share of the axis."""
    for step in steps(canvas, Action.CREATE):
        best = _best(canvas, step.move.factor)
        if best is None or at_most(canvas.scale.share(best[1]), offered):
            continue
        level, bar = told_apart(best[1], level_at(canvas, offered), voice)
        counts = caveated(canvas, voice.phrase("up to {level} counts as not offered", level=bar), voice)
        yield step.finding(
            "BC306",
            voice.phrase("`{rival}` already offers {level} ({bar})", rival=best[0].name, level=level, bar=counts),
            voice.phrase("move it to `raise`, or name as the factor what exactly is new about it"),
            voice,
        )


def _best(canvas: Canvas, factor: str) -> tuple[Curve, float] | None:
    """The rival that offers most of a factor, the first in file order of several, and its level."""
    best: tuple[Curve, float] | None = None
    for curve in canvas.rivals or canvas.of(Role.INDUSTRY):
        level = curve.level(factor)
        if level is not None and (best is None or level > best[1]):
            best = curve, level
    return best
