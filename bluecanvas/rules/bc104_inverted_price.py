"""Finds prices drawn upside down: the cheapest offering stands highest.

## What it does

Reads the real prices given as `actual` ("USD 180", "1,000 yen", "JPY 3000–5000") beside the levels of the price. It
fires where the cheapest offering has a higher level than every dearer one. It is silent where prices are in several
currencies or units, where their ranges overlap, and where a number could be read in two ways ("1.250").

## Why it matters

On a strategy canvas a high price level means expensive. A curve that draws "good value" as a high price level turns
every figure about price around: the cheapest offering looks like the dearest, and "more for less" looks dominated.

## Example

```yaml
bluecanvas: 1
title: Haircuts
factors:
  price: {name: Price, kind: price}
  speed: Speed
curves:
  express:
    scores:
      price: {value: 9, actual: "JPY 1,000"}  # ! BC104
      speed: 9
  barbers:
    scores:
      price: {value: 2, actual: JPY 3000–5000}
      speed: 2
```

## Better

```yaml
bluecanvas: 1
title: Haircuts
factors:
  price: {name: Price, kind: price}
  speed: Speed
curves:
  express:
    scores:
      price: {value: 2, actual: "JPY 1,000"}
      speed: 9
  barbers:
    scores:
      price: {value: 9, actual: JPY 3000–5000}
      speed: 2
```

## Options

None.

## References

"In the case of price, a higher score means a higher price": corporatestrategy.com, Creating your strategy canvas.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at the cheapest offering's price where it stands above all dearer ones."""
    price = canvas.price
    if price is None:
        return
    scores = [(curve, curve.scores[price.id]) for curve in canvas.curves if price.id in curve.scores]
    if sum(score.actual is not None for _, score in scores) < 2:
        return
    from bluecanvas.rules._prices import price_of  # few canvases give real prices

    prices = [found for curve, score in scores if (found := price_of(canvas, curve, score))]
    if len(prices) < 2 or len({found.unit for found in prices}) > 1:
        return
    bar = min(found.high for found in prices)
    cheap = [found for found in prices if found.low <= bar]
    dear = [found for found in prices if found.low > bar]
    if not dear or min(found.level for found in cheap) <= max(found.level for found in dear):
        return
    one = min(cheap, key=lambda found: found.high)
    other = max(dear, key=lambda found: found.level)
    yield Finding(
        "BC104",
        one.path,
        voice.phrase(
            "{cheap} asks {price} and stands at {level}, {dear} asks {more} and stands at {lower}",
            cheap=quoted(one.name),
            price=quoted(one.said),
            level=voice.level(one.level),
            dear=quoted(other.name),
            more=quoted(other.said),
            lower=voice.level(other.level),
        ),
        voice.phrase("draw the price as it is: a high level means expensive"),
    )
