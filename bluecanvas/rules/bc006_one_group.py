"""Finds canvases whose rivals are all of one strategic group, with no alternative beside them.

## What it does

Fires where two rivals or more all carry the same declared `group` and no curve is an `alternative`.

## Why it matters

Rivals of one group compete on the same things at the same height: against them alone, whoever belongs to another group
looks like a new strategy. Noncustomers choose between groups, and between industries.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
groups: {full: Full-service airlines}
scores:
  - [Factor, Southwest, United, Delta]
  - [Price, 2, 6, 7]
  - [Meals, 1, 6, 6]
  - [Speed, 9, 4, 4]
curves:
  United: {group: full}  # ! BC006
  Delta: {group: full}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
groups: {full: Full-service airlines}
scores:
  - [Factor, Southwest, United, Delta, The car]
  - [Price, 2, 6, 7, 1]
  - [Meals, 1, 6, 6, 0]
  - [Speed, 9, 4, 4, 2]
curves:
  United: {group: full}
  Delta: {group: full}
  The car: {role: alternative}
```

## Options

None.

## References

Rivals from one strategic group without an alternative are a checkable mistake of the strategy canvas. Looking across
groups and industries: Kim & Mauborgne, Blue Ocean Strategy, chapter 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Role
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at the first rival where all belong to its group."""
    rivals = canvas.rivals
    if len(rivals) < 2 or rivals[0].group is None or any(canvas.of(Role.ALTERNATIVE)):
        return
    group = rivals[0].group
    if all(rival.group == group for rival in rivals):
        said = {"n": str(len(rivals)), "group": quoted(canvas.group(group).name)}
        yield Finding(
            "BC006",
            rivals[0].path,
            voice.phrase("both rivals belong to the group {group}, and no alternative stands beside them", **said)
            if len(rivals) == 2
            else voice.phrase(
                "all {n} rivals belong to the group {group}, and no alternative stands beside them", **said
            ),
            voice.phrase("add a rival of another group, or what buyers do instead as a curve of `role: alternative`"),
        )
