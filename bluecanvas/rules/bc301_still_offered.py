"""Finds a factor that the grid eliminates and the option's curve still offers.

## What it does

Looks at every move under `eliminate` and at the level its option has on that factor. Up to 0.05 of the axis
(0.5 on a scale from 0 to 10) counts as not offered; anything above is a finding. Unknown levels are not judged.
A scale that does not start at 0 cannot say "not offered"; its lowest level is taken for it, and the message says so.

## Why it matters

Eliminating frees the cost of what buyers no longer value. A factor that is kept "a little" keeps most of that cost:
the staff, the space and the supplier stay. Either the curve is wrong or the move is a reduction.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          3,               6]
  - [Speed,          9,               4]
errc:
  eliminate: [Meals]                                       # ! BC301
  raise: [Speed]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Speed,          9,               4]
errc:
  eliminate: [Meals]
  raise: [Speed]
```

## Options

- `absent` (default 0.05): the share of the axis up to which a level counts as not offered.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: the four actions.
- The threshold is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.maths.comparing import at_most
from bluecanvas.rules._moves import absence, level_at, steps, told_apart
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH, absent: float = 0.05) -> Iterator[Finding]:
    """Every eliminated factor whose level is above `absent`, a share of the axis."""
    for step in steps(canvas, Action.ELIMINATE):
        if at_most(step.share, absent):
            continue
        level, bar = told_apart(step.level, level_at(canvas, absent), voice)
        yield step.finding(
            "BC301",
            voice.phrase(
                "`{option}` still offers {level} ({bar})",
                option=step.option.name, level=level, bar=absence(canvas, bar, voice),
            ),
            voice.phrase("set its level to {level}, or move it to `reduce`", level=voice.level(canvas.scale.min)),
            voice,
        )  # fmt: skip
