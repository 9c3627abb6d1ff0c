"""Weighing: how much two names, and two rows of levels, speak for one thing under two names; the levels in bits."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2
from operator import eq

from bluecanvas.canvas.model import Canvas, Curve, Factor
from bluecanvas.maths.matching import likeness
from bluecanvas.named import NamedTuple
from bluecanvas.words import Text

_MOST_BITS = 2.5
"""What an equal level weighs at most, for an answer of five or more; less the commoner that level is."""
_WHOLE = 0.5
"""What it weighs besides that all levels are equal."""
_MOVED, _APART = 1.0, 10.0
"""What a level that is another weighs against a pair, and what the whole axis apart weighs besides."""
_HALF_KNOWN = 1.5
"""What a level weighs against a pair that one side knows and the other does not."""
_LONGEST = 100


class Row(NamedTuple):
    """Levels of one thing, in an order that the other side shares."""

    shares: tuple[float | None, ...]
    """As shares of the scale; None where one is unknown."""
    bits: tuple[float, ...]
    """What an equal one says."""


class Levels:
    """The levels of one canvas, and how common each is on its curve and on its factor."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.of_curve: dict[str, Counter[float | None]] = {}
        self.of_factor: dict[str, tuple[float | None, ...]] = {}

    def of_one_factor(self, factor: Factor, curves: Sequence[Curve]) -> Row:
        """The levels on a factor; an equal one says of which factor it is, the more the rarer on its curve."""
        levels = [curve.level(factor.id) for curve in curves]
        known = [self.counted(curve) for curve in curves]
        return self._row(levels, [(among[level], among.total()) for level, among in zip(levels, known, strict=True)])

    def of_one_curve(self, curve: Curve, factors: Sequence[Factor]) -> Row:
        """The levels of a curve; an equal one says of which curve it is, the more the rarer on its factor."""
        if not self.of_factor:
            ids = [factor.id for factor in self.canvas.factors]
            columns = (list(map(one.level, ids)) for one in self.canvas.curves)
            self.of_factor = dict(zip(ids, zip(*columns, strict=True), strict=True))
        levels = [curve.level(factor.id) for factor in factors]
        known = [self.of_factor[factor.id] for factor in factors]
        counts = [
            (among.count(level), len(among) - among.count(None)) for level, among in zip(levels, known, strict=True)
        ]
        return self._row(levels, counts)

    def counted(self, curve: Curve) -> Counter[float | None]:
        """How often the curve has each level that it has."""
        if curve.id not in self.of_curve:
            found = Counter(score.value for score in curve.scores.values())
            del found[None]
            self.of_curve[curve.id] = found
        return self.of_curve[curve.id]

    def spread(self, curve: Curve) -> Counter[float | None]:
        """The same as shares of the scale."""
        return Counter({self.share(level): count for level, count in self.counted(curve).items()})

    def share(self, level: float | None) -> float | None:
        """A level as a share of the scale."""
        return None if level is None else round(self.canvas.scale.share(level), 9)

    def _row(self, levels: Sequence[float | None], counts: Sequence[tuple[int, int]]) -> Row:
        bits = (min(_MOST_BITS, log2(among / count)) if count and among else 0.0 for count, among in counts)
        return Row(tuple(map(self.share, levels)), tuple(bits))


def mostly_other(mine: Row, yours: Row) -> bool:
    """Whether at least half of the levels are others, as is soon seen."""
    same: int = sum(map(eq, mine.shares, yours.shares))
    return 2 * same <= len(mine.shares)


def levels_weigh(mine: Row, yours: Row) -> tuple[float, list[int], int]:
    """What two rows of levels weigh, the places where they are equal, and how many levels either side knows."""
    weight, known = 0.0, 0
    equal: list[int] = []
    for at, (one, other) in enumerate(zip(mine.shares, yours.shares, strict=True)):
        if one is None and other is None:
            continue
        known += 1
        if one is None or other is None:
            weight -= _HALF_KNOWN
        elif one == other:
            equal.append(at)
            weight += min(mine.bits[at], yours.bits[at])
        else:
            weight -= _MOVED + _APART * abs(one - other)
    return weight + (_WHOLE if equal and len(equal) == known else 0.0), equal, known


def names_alike(one: Text, other: Text) -> float:
    """How alike two names are, 0 to 1, in the language in which they are the most."""
    return max(likeness(_folded(mine), _folded(yours)) for mine, yours in _same_language(one, other))


def _same_language(one: Text, other: Text) -> Iterator[tuple[str, str]]:
    yield one, other
    for language in one.translations.keys() & other.translations.keys():
        yield one.translations[language], other.translations[language]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name[:_LONGEST]).casefold()
