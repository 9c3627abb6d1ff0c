"""Finds canvases with more curves than one picture can show.

## What it does

Counts the curves, ours and everybody else's.

## Why it matters

Beyond seven lines an eye follows none, colours repeat, and labels collide. What a group of rivals does alike is one
curve, and the odd one is another picture: `plot --only` draws it.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Us, A, B, C, D, E, F,
     G]                                                    # ! BC907
  - [Price, 2, 6, 6, 5, 7, 6, 5, 6]
  - [Speed, 9, 4, 4, 5, 4, 4, 3, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Us, Full service, Low cost, Charter]
  - [Price, 2, 6, 5, 5]
  - [Speed, 9, 4, 4, 3]
```

## Options

- `most` (default 7): the most curves a canvas should have.

## References

- More than seven curves in one picture are a checkable mistake; the number is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH, most: int = 7) -> Iterator[Finding]:
    """Yield a finding at the first curve that is one too many."""
    count = len(canvas.curves)
    if count > most:
        path = canvas.curves[most].path
        yield Finding(
            "BC907",
            path,
            voice.phrase("{n} curves on the canvas, more than {most}", n=count, most=most),
            voice.phrase(
                "draw those who do alike as one curve, or as a group's mean, and leave out who nobody compares"
            ),
            on_key=isinstance(path[-1], str),
        )
