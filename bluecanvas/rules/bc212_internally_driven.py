"""Finds canvases named for more than a third in the producer's words.

## What it does

Counts the factors that BC108 finds: those named by units, departments, processes and initials of the trade, in any
language given. Above the share `most` of all factors, and from two on, the whole canvas is seen from the inside. Terms
of the `glossary`, and words that a factor's own `buyer_words` use, do not count.

## Why it matters

One such name is a slip. When they set the tone, the curve shows what the organisation is proud of, and nobody has
asked what buyers see of it: a canvas that is internally driven.

## Example

```yaml
bluecanvas: 1
title: Notebook computers
scores:
  - [Factor, Ours, Theirs]
  - [Price, 4, 6]
  - [CPU in MHz, 5, 8]                                     # ! BC212
  - [Supply chain, 7, 5]
  - [Battery life, 7, 5]
```

## Better

```yaml
bluecanvas: 1
title: Notebook computers
scores:
  - [Factor, Ours, Theirs]
  - [Price, 4, 6]
  - [Speed, 5, 8]
  - [In stock everywhere, 7, 5]
  - [Battery life, 7, 5]
```

## Options

- `most` (default 1/3): the share of factors named in the producer's words above which it fires.
- `also` (default none): further words that are jargon, wherever they stand in a name, as `rightsizing`.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: reading the value curves, an internally driven
  company.
- The share and the lists are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks._jargon import is_internally_driven, jargon
from bluecanvas.rules._names import some_of
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(
    canvas: Canvas, *, voice: Voice = ENGLISH, most: float = 1 / 3, also: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """Yield a finding at the first such factor where more than a share `most` of all are named so."""
    found = jargon(canvas, also)
    count = len(canvas.factors)
    if not is_internally_driven(len(found), count, most):
        return
    yield Finding(
        "BC212",
        found[0][0].path,
        voice.phrase(
            "{n} of {count} factors are named in the producer's words: {factors} (more than {percent} count as internally driven)",
            n=len(found),
            count=count,
            factors=some_of([name for _, name, _ in found], voice),
            percent=voice.percent(most),
        ),
        voice.phrase(
            "name what buyers notice and say; what they say themselves belongs into `buyer_words` or `glossary`"
        ),
    )
