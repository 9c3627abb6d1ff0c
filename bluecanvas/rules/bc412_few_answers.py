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

LEVEL = Level.ADVICE

_HINT = "ask more buyers; until then call it a reading, and draw no conclusion from small differences"


def check(canvas: Canvas, *, few: int = 30, fewest: int = 10) -> Iterator[Finding]:
    """Yield a finding at every survey with fewer than `few` answers, and at every curve's level with the fewest."""
    found = grounds(canvas)
    small: set[str] = set()
    for source in found.surveys.values():
        if source.n is not None and source.n < few:
            small.add(source.id)
            yield Finding(
                "BC412", (*source.path, "n"), f"{quoted(source.source)} {_said(source.n, few, fewest)}", _HINT
            )
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
        more = f", and {len(cells) - 1} more of its levels on fewer than {few}" if len(cells) > 1 else ""
        yield Finding(
            "BC412",
            first.score.path,
            f"{quoted(first.factor.name)} of {quoted(first.curve.name)} {_said(first.score.n or 0, few, fewest)}{more}",
            _HINT,
        )


def _said(n: int, few: int, fewest: int) -> str:
    answers = "1 answer" if n == 1 else f"{n} answers"
    return (
        f"rests on {answers}, which {'proves' if n == 1 else 'prove'} nothing (below {fewest})"
        if n < fewest
        else f"rests on {answers}, fewer than {few}"
    )
