"""Finds canvases that quote buyers on some factors and not on most of them.

## What it does

Where at least one factor has `buyer_words`, counts those that have none, the price aside. It fires where they are more
than half. A canvas without any quote is a first sketch and is left alone.

## Why it matters

What buyers say about a factor is the strongest sign that it is theirs. Where a few factors are quoted, the others
show what is still assumed.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors:
  price: {name: Price, kind: price}
  speed: {name: Speed, buyer_words: Door to door is what counts}
  meals: Meals                                             # ! BC404
  lounges: Lounges
curves:
  us: {scores: {price: 2, speed: 9, meals: 1, lounges: 0}}
  airlines: {scores: {price: 6, speed: 4, meals: 6, lounges: 5}}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors:
  price: {name: Price, kind: price}
  speed: {name: Speed, buyer_words: Door to door is what counts}
  meals: {name: Meals, buyer_words: I eat before I leave}
  lounges: Lounges
curves:
  us: {scores: {price: 2, speed: 9, meals: 1, lounges: 0}}
  airlines: {scores: {price: 6, speed: 4, meals: 6, lounges: 5}}
```

## Options

- `most` (default 0.5): the share of factors without a quote above which it fires.

## References

- Factors in the producer's own words, one of the readings of a value curve: W. Chan Kim and Renée Mauborgne, *Blue
  Ocean Strategy*, chapter 2. The share is bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._names import some_of
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH, most: float = 0.5) -> Iterator[Finding]:
    """Yield a finding at the first factor without a quote where more than a share `most` have none and one has."""
    if not any([factor.buyer_words for factor in canvas.factors]):  # noqa: C419 - quicker so
        return
    asked = [factor for factor in canvas.factors if not factor.price]
    bare = [factor for factor in asked if not factor.buyer_words]
    if bare and round(len(bare) / len(asked), 9) > round(most, 9):
        yield Finding(
            "BC404",
            bare[0].path,
            voice.phrase(
                "{n} of {count} factors have no `buyer_words`, more than {percent}: {factors}",
                n=len(bare),
                count=len(asked),
                percent=voice.percent(most),
                factors=some_of([factor.name for factor in bare], voice),
            ),
            voice.phrase("ask buyers what they call it and why it matters, and quote one of them"),
        )
