"""Finds canvases on which no factor is the price.

## What it does

Looks for the factor of `kind: price`. Where a factor is only named like a price, the finding stands there.

## Why it matters

Every offering has a price, and half of a strategy is what it lets one charge. Without it a canvas cannot tell "more for
less" from "more for more". A price that is not marked as one is read as if more of it were better.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]  # ! BC103
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
factors:
  Price: {kind: price}
```

## Options

None.

## References

Price stands on the axis of every published strategy canvas: Kim & Mauborgne, Blue Ocean Strategy, chapter 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.frameworks._factor_names import spoken
from bluecanvas.rules._names import quoted
from bluecanvas.words.lexicons import folded, lexicons
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at the factor named like a price, else at the first one."""
    if not canvas.factors or canvas.price is not None:
        return
    for factor, names in spoken(canvas):
        if any(_is_price(said.text) for said in names):
            named = "" if factor.name == factor.id else f"name: {_shown(factor.name)}, "
            yield Finding(
                "BC103",
                factor.path,
                voice.phrase(
                    "{factor} is not marked as the price, so more of it counts as better", factor=quoted(factor.name)
                ),
                voice.phrase("say under `factors`: {yaml}", yaml=f"{_shown(factor.id)}: {{{named}kind: price}}"),
            )
            return
    yield Finding(
        "BC103",
        canvas.factors[0].path,
        voice.phrase("no factor is the price"),
        voice.phrase("add a factor of `kind: price`; a high level means expensive"),
    )


def _shown(name: str) -> str:
    return quoted(name)[1:-1]


def _is_price(name: str) -> bool:
    return any(folded(name) in lexicon.PRICE for lexicon in lexicons(name))
