"""Finds surveyed levels without an interval where it could be given.

## What it does

Looks at levels from a survey that have no `low` and `high`: those with an answer count (`n`) of their own, and those
of a survey for which other levels give an interval. One finding a curve, at the first of them. Levels that only name a
survey as their source are left alone as long as no level of it has an interval.

## Why it matters

A mean without its interval reads as if it were exact. Whether 7.2 differs from 6.8 is the question a survey was made
for, and only the interval answers it; without one every verdict takes the mean at its word.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us: {scores: {Price: 2, Speed: {value: 8, n: 104, evidence: survey}}}      # ! BC902
  airlines: {scores: {Price: 6, Speed: {value: 4, low: 3.6, high: 4.4, n: 104, evidence: survey}}}
evidence:
  survey: {source: Passenger survey, kind: survey, n: 212}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us: {scores: {Price: 2, Speed: {value: 8, low: 7.6, high: 8.4, n: 104, evidence: survey}}}
  airlines: {scores: {Price: 6, Speed: {value: 4, low: 3.6, high: 4.4, n: 104, evidence: survey}}}
evidence:
  survey: {source: Passenger survey, kind: survey, n: 212}
```

## Options

None.

## References

- A statistic without its confidence interval is a checkable mistake of every document that quotes one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Origin
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._evidence import Cell, by_curve, grounds
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at every curve's first surveyed level that lacks the interval it could have."""
    found = grounds(canvas)
    if not found.measured:
        return
    exact = {id for cell in found.measured if cell.score.low is not None for id in cell.score.evidence}
    exact &= found.surveys.keys()
    bare = [
        Cell(curve, factor, score)
        for curve in canvas.curves
        for factor in canvas.factors
        if (score := curve.scores.get(factor.id)) is not None
        and score.value is not None
        and score.low is None
        and score.origin is Origin.GIVEN
        and found.surveyed(score)
        and (score.n is not None or not exact.isdisjoint(score.evidence))
    ]
    for cells in by_curve(bare):
        first = cells[0]
        said = voice.phrase(
            "{factor} of {curve} is surveyed and has no interval",
            factor=quoted(first.factor.name), curve=quoted(first.curve.name),
        )  # fmt: skip
        if len(cells) > 1:
            said = voice.phrase("{sentence}, and {n} more of its levels", sentence=said, n=len(cells) - 1)
        hint = voice.phrase("add low: … and high: …, the ends of its 95 % interval")
        yield Finding("BC902", first.score.path, said, hint)
