"""Finds a single rival that stands for a whole industry, and rivals' shares that do not count.

## What it does

Fires where there is one rival and no `industry` curve. Where there are several, it fires if some carry a `share` and
others do not: the rivals' mean is weighted only where all have one.

## Why it matters

Who is measured against one rival is called divergent by whatever that rival happens to do. And a share that was typed
but does not count gives a mean its author does not expect.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, United]  # ! BC005
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, United, Average airline]
  - [Price, 2, 6, 6]
  - [Meals, 1, 6, 5]
  - [Speed, 9, 4, 4]
curves:
  Average airline: {role: industry}
```

## Options

None.

## References

One rival only, or rivals without shares, is a checkable mistake of the strategy canvas.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Role
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at the only rival, or at the first rival without a share among some with one."""
    rivals = canvas.rivals
    if len(rivals) == 1 and not any(canvas.of(Role.INDUSTRY)):
        yield Finding(
            "BC005",
            rivals[0].path,
            voice.phrase("{rival} is the only rival and stands for the whole industry", rival=quoted(rivals[0].name)),
            voice.phrase("add another rival, or the average as a curve of `role: industry`"),
        )
    without = [rival for rival in rivals if rival.share is None]
    if without and len(without) < len(rivals):
        yield Finding(
            "BC005",
            without[0].path,
            voice.phrase_number(
                "{n} of {count} rivals has a `share`, {rival} has none: the rivals' mean is not weighted",
                "{n} of {count} rivals have a `share`, {rival} has none: the rivals' mean is not weighted",
                len(rivals) - len(without),
                n=len(rivals) - len(without),
                count=len(rivals),
                rival=quoted(without[0].name),
            ),
            voice.phrase("give every rival its share, or none"),
        )
