"""Finds surveys that do not say how many answered.

## What it does

Looks at every evidence of kind survey. It fires where it has no `n`, and no level that rests on it has one.

## Why it matters

Ten answers and ten thousand are both a survey. Without the count nobody can tell how sure a level is, and no interval
can be computed later.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us: {scores: {Price: 2, Speed: 8}}
  airlines: {evidence: survey, scores: {Price: 6, Speed: 4}}
evidence:
  survey: {source: Passenger survey, date: 2026-09, kind: survey}      # ! BC905
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us: {scores: {Price: 2, Speed: 8}}
  airlines: {evidence: survey, scores: {Price: 6, Speed: 4}}
evidence:
  survey: {source: Passenger survey, date: 2026-09, kind: survey, n: 212}
```

## Options

None.

## References

- A figure without the count behind it is a checkable mistake of every document that quotes one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._evidence import grounds
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at every survey without a count of its answers."""
    found = grounds(canvas)
    if all(source.n is not None for source in found.surveys.values()):
        return
    counted = {id for cell in found.measured if cell.score.n is not None for id in cell.score.evidence}
    for source in found.surveys.values():
        if source.n is None and source.id not in counted:
            yield Finding(
                "BC905",
                source.path,
                voice.phrase("{source} is a survey and does not say how many answered", source=quoted(source.source)),
                voice.phrase("add n: …, the number of answers"),
                on_key=True,
            )
