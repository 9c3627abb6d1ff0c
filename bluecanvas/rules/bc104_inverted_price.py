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

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bluecanvas.canvas.model import Canvas, Curve, Score
from bluecanvas.finding import Finding, Level
from bluecanvas.rules._names import quoted
from bluecanvas.words import show_level

LEVEL = Level.ADVICE

_NUMBER = re.compile(r"\d+(?:[.,' ]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?\Z")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z")
_TWO_WAYS = re.compile(r"\d{1,3}\.\d{3}\Z")
_LETTERS = re.compile(r"[^\W\d_]+|[$€£¥₩₹]")
_SAID_ASIDE = frozenset(
    {"about", "approx", "around", "ca", "circa", "from", "just", "only", "over", "roughly", "to", "under", "up"}
)
_CURRENCIES = {
    "$": "dollar", "dollar": "dollar", "dollars": "dollar",
    "€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "£": "GBP", "pound": "GBP", "pounds": "GBP", "gbp": "GBP",
    "¥": "yen or yuan", "yen": "JPY", "jpy": "JPY", "円": "JPY", "日圓": "JPY", "日元": "JPY", "日圆": "JPY",
    "yuan": "CNY", "rmb": "CNY", "cny": "CNY", "人民币": "CNY", "人民幣": "CNY",
    "元": "yuan or dollar", "圓": "yuan or dollar", "圆": "yuan or dollar", "₩": "KRW", "won": "KRW", "krw": "KRW",
}  # fmt: skip
_MEANS = {
    "dollar": ("USD", "TWD", "HKD", "SGD", "AUD", "CAD", "NZD"),
    "yen or yuan": ("JPY", "CNY"),
    "yuan or dollar": ("CNY", "TWD", "HKD"),
}


@dataclass(frozen=True, slots=True)
class _Price:
    """A real price beside its level."""

    curve: Curve
    score: Score
    level: float
    low: float
    high: float
    unit: tuple[str, ...]


def check(canvas: Canvas) -> Iterator[Finding]:
    """Yield a finding at the cheapest offering's price where it stands above all dearer ones."""
    price = canvas.price
    if price is None:
        return
    scores = ((curve, curve.scores.get(price.id)) for curve in canvas.curves)
    prices = [found for curve, score in scores if score and score.actual and (found := _price(canvas, curve, score))]
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
        one.score.path,
        f"{quoted(one.curve.name)} asks {quoted(str(one.score.actual))} and stands at {show_level(one.level)}, "
        f"{quoted(other.curve.name)} asks {quoted(str(other.score.actual))} and stands at {show_level(other.level)}",
        "draw the price as it is: a high level means expensive",
    )


def _price(canvas: Canvas, curve: Curve, score: Score) -> _Price | None:
    """The real price of a score, None where its level is unknown or its text is no price that reads one way only."""
    text = unicodedata.normalize("NFKC", score.actual or "")[:80]
    numbers = [_number(found) for found in _NUMBER.findall(text)]
    amounts = [number for number in numbers if number is not None]
    if score.value is None or len(amounts) != len(numbers) or not 0 < len(amounts) < 3:
        return None
    unit = set()
    for word in _LETTERS.findall(text):
        if word.lower() not in _SAID_ASIDE:
            unit.add(_currency(word, canvas.currency))
    if canvas.currency and not any(len(word) == 3 and word.isupper() for word in unit):
        unit.add(canvas.currency.upper())
    return _Price(curve, score, score.value, min(amounts), max(amounts), tuple(sorted(unit)))


def _currency(word: str, stated: str | None) -> str:
    known = _CURRENCIES.get(word.lower())
    if known is None:
        return word if len(word) == 3 and word.isupper() else word.lower()
    own = (stated or "").upper()
    return own if own in _MEANS.get(known, ()) else known


def _number(text: str) -> float | None:
    if _TWO_WAYS.match(text):
        return None
    if _GROUPED.match(text):
        return float(text.translate({ord(mark): None for mark in ",' "}))
    if _DECIMAL_COMMA.match(text):
        return float(text.replace(",", "."))
    return float(text) if _PLAIN.match(text) else None
