"""Real prices as typed beside a level, read where they can be read one way only: "USD 180", "1,000 yen", "€ 60 to 90"."""

from __future__ import annotations

import re
import unicodedata

from bluecanvas.canvas.model import Canvas, Curve, Score
from bluecanvas.finding import Path
from bluecanvas.named import NamedTuple

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


class Price(NamedTuple):
    """A real price beside the level it is drawn at."""

    name: str
    """Whose it is."""
    said: str
    """As typed."""
    level: float
    low: float
    high: float
    unit: tuple[str, ...]
    """Its currency and every other word beside the number."""
    path: Path


def price_of(canvas: Canvas, curve: Curve, score: Score) -> Price | None:
    """The real price of a score, None where its level is unknown or its text is no price that reads one way only."""
    text = unicodedata.normalize("NFKC", (score.actual or "")[:80])
    numbers = [_number(found) for found in _NUMBER.findall(text)]
    amounts = [number for number in numbers if number is not None]
    if score.actual is None or score.value is None or len(amounts) != len(numbers) or not 0 < len(amounts) < 3:
        return None
    unit = set()
    for word in _LETTERS.findall(text):
        if word.lower() not in _SAID_ASIDE:
            unit.add(_currency(word, canvas.currency))
    if canvas.currency and not any(len(word) == 3 and word.isupper() for word in unit):
        unit.add(canvas.currency.upper())
    return Price(curve.name, score.actual, score.value, min(amounts), max(amounts), tuple(sorted(unit)), score.path)


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
