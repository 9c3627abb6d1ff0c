"""Finds surveys and surveyed levels that rest on too few answers.

## What it does

Looks at the `n` of every evidence of kind survey, and at the `n` of every level from a survey. Fewer than 30 answers
is a finding, and fewer than 10 a stronger one. Levels are found once a curve, at the one with the fewest answers; those
whose survey as a whole is too small are not found again. Interviews and panels are read, not counted, and are left alone.

## Why it matters

The mean of a dozen answers moves by a step when two more come in. Levels drawn from it look like measurements, and
differences between them are mostly chance.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us: {scores: {Price: 2, Speed: {value: 8, low: 6, high: 10, n: 12, evidence: [large]}}}       # ! BC412
  airlines: {evidence: [small], scores: {Price: 6, Speed: 4}}
evidence:
  small: {source: Passengers at one gate, kind: survey, n: 8}    # ! BC412
  large: {source: Passenger survey, kind: survey, n: 212}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us: {scores: {Price: 2, Speed: {value: 8, low: 7.6, high: 8.4, n: 104, evidence: [large]}}}
  airlines: {evidence: [large], scores: {Price: 6, Speed: 4}}
evidence:
  large: {source: Passenger survey, kind: survey, n: 212}
```

## Options

- `few` (default 30): the number of answers below which a mean is weak.
- `fewest` (default 10): the number of answers below which it is none.

## References

- Thirty is the usual rule of thumb for a mean; ten is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._evidence import by_curve, grounds
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH, few: int = 30, fewest: int = 10) -> Iterator[Finding]:
    """Yield a finding at every survey with fewer than `few` answers, and at every curve's level with the fewest."""
    found = grounds(canvas)
    small: set[str] = set()
    for source in found.surveys.values():
        if source.n is not None and source.n < few:
            small.add(source.id)
            said = _said(quoted(source.source), source.n, few, fewest, voice)
            yield Finding("BC412", (*source.path, "n"), said, _hint(voice))
    thin = [
        cell
        for cell in found.measured
        if cell.score.n is not None
        and cell.score.n < few
        and found.surveyed(cell.score)
        and small.isdisjoint(cell.score.evidence)
    ]
    for cells in by_curve(thin):
        first = min(cells, key=lambda cell: cell.score.n or 0)
        what = voice.phrase("{factor} of {curve}", factor=quoted(first.factor.name), curve=quoted(first.curve.name))
        said = _said(what, first.score.n or 0, few, fewest, voice)
        if len(cells) > 1:
            said = voice.phrase(
                "{sentence}, and {n} more of its levels on fewer than {few}", sentence=said, n=len(cells) - 1, few=few
            )
        yield Finding("BC412", first.score.path, said, _hint(voice))


def _said(what: str, n: int, few: int, fewest: int, voice: Voice) -> str:
    if n < fewest:
        return voice.phrase_number(
            "{what} rests on {n} answer, which proves nothing (below {fewest})",
            "{what} rests on {n} answers, which prove nothing (below {fewest})",
            n, what=what, n=n, fewest=fewest,
        )  # fmt: skip
    return voice.phrase_number(
        "{what} rests on {n} answer, fewer than {few}", "{what} rests on {n} answers, fewer than {few}",
        n, what=what, n=n, few=few,
    )  # fmt: skip


def _hint(voice: Voice) -> str:
    return voice.phrase("ask more buyers; until then call it a reading, and draw no conclusion from small differences")
