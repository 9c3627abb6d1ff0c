"""Finds canvases that show nobody but us.

## What it does

Looks for a rival, an alternative or an industry curve.

## Why it matters

A strategy is a difference from something. A curve alone is neither divergent nor a me-too: no figure about it can be
computed, and buyers compare us with somebody whether they are drawn or not.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest]  # ! BC004
  - [Price, 2]
  - [Meals, 1]
  - [Speed, 9]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline, The car]
  - [Price, 2, 6, 1]
  - [Meals, 1, 6, 0]
  - [Speed, 9, 4, 2]
curves:
  The car: {role: alternative}
```

## Options

None.

## References

Only us on the canvas is a checkable mistake of the strategy canvas. Competitors and alternatives: Kim & Mauborgne,
Blue Ocean Strategy, chapter 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Role
from bluecanvas.finding import Finding, Level
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE

_OTHERS = (Role.RIVAL, Role.ALTERNATIVE, Role.INDUSTRY)


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at the first curve where no curve is somebody else's."""
    if canvas.curves and not any(curve.role in _OTHERS for curve in canvas.curves):
        yield Finding(
            "BC004",
            canvas.curves[0].path,
            voice.phrase("no curve but our own: nothing to compare it with"),
            voice.phrase("add a rival, an `alternative` from another industry, or the `industry` average"),
        )
