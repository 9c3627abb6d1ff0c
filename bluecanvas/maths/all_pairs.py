"""Distance and likeness of every pair of many value curves with gaps in them, without a walk along each pair.

Levels become whole numbers, a column of them one long number with a field for every curve: a curve's products with all
the others are then one sum of long numbers, and exact. What two curves do not both know is taken off again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import compress
from math import fsum, sqrt
from operator import mul, sub

from bluecanvas.maths.divergence import FLAT, correlation
from bluecanvas.named import NamedTuple

_BITS = 60
_ONE = 1 << _BITS
"""What a level of one, or a weight of one, is as a whole number: finer than floating point has it from 0.01 up."""
_ROOM = 16
"""Bits more, for the sum over all factors."""
_MAYBE_FLAT = round(FLAT * _ONE) ** 2

Levels = Sequence[float | None]
Triangle = list[list[float | None]]
"""A figure of each pair, by the place of the later curve and that of the earlier; None where it has none."""


class Pairs(NamedTuple):
    """The figures of all pairs on one set of factors."""

    gaps: Triangle
    correlations: Triangle


class _Part(NamedTuple):
    """Factors that the same sets hold, and what they add to each sum, all curves in one number."""

    products: list[int]
    """For each curve: its weighted levels times every curve's."""
    known: list[int]
    """For each curve: the weights of what it knows, and every curve's weighted levels and squares there."""
    own: list[int]
    """For each curve: its weighted levels."""
    apart: list[list[float]]
    """The weighted distances of each pair, unknown levels being 0."""


def all_pairs(
    curves: Sequence[Levels],
    sets: Sequence[Collection[int]],
    weights: Sequence[float] | None = None,
    *,
    distances: bool = True,
) -> list[Pairs]:
    """The mean distance and the correlation of each pair, on the factors of each set that both have a level for.

    `curves`: a row a curve with a level a factor, from 0 to 1, None where unknown; `sets`: places of factors;
    `weights`: one a factor, from 0 to 1, equal where None; without `distances`, all gaps are None. The figures are those of `divergence.gap` and
    `divergence.correlation`. Factors that several sets share are summed once. O(n²·m) for n curves of m factors, nearly
    all of it inside a few sums.
    """
    if not curves:
        return [Pairs([], []) for _ in sets]
    table = _Table(curves, weights, distances)
    held = [frozenset(places) for places in sets]
    by_sets: dict[tuple[bool, ...], list[int]] = {}
    for place in sorted(frozenset[int]().union(*held)):
        by_sets.setdefault(tuple([place in one for one in held]), []).append(place)
    parts = {which: table.part(places) for which, places in by_sets.items()}
    return [
        table.pairs(sorted(one), [part for which, part in parts.items() if which[at]]) for at, one in enumerate(held)
    ]


class _Table:
    """The curves as whole numbers."""

    def __init__(self, curves: Sequence[Levels], weights: Sequence[float] | None, distances: bool) -> None:
        self.curves, self.weights, self.distances = curves, weights, distances
        self.unit = 1 if weights is None else _ONE
        self.wide = self.unit.bit_length() + _ROOM, self.unit.bit_length() + _BITS + _ROOM
        """Bits of a sum of weights, and of one of weighted levels."""
        self.bytes = (sum(self.wide) + self.wide[1] + _BITS) // 8 + 1
        """Bytes of a field, which holds such sums and one of weighted squares; weighted products are no wider."""
        scaled = None if weights is None else [round(weight * _ONE) for weight in weights]
        count = len(curves[0]) if curves else 0
        self.each = [1] * count if scaled is None else scaled
        self.levels = [[0 if level is None else round(level * _ONE) for level in row] for row in curves]
        self.known = [[level is not None for level in row] for row in curves]

    def part(self, places: Sequence[int]) -> _Part:
        """The sums over some factors."""
        each = [self.each[place] for place in places]
        levels = [[row[place] for place in places] for row in self.levels]
        known = [[row[place] for place in places] for row in self.known]
        weighted = levels if self.weights is None else [list(map(mul, each, row)) for row in levels]
        first, second = self.wide
        cells = [
            [
                (weight if is_known else 0) | (x << first) | (x * level << first + second)
                for weight, x, level, is_known in zip(each, row, plain, there, strict=True)
            ]
            for row, plain, there in zip(weighted, levels, known, strict=True)
        ]
        columns = [self._packed(column) for column in zip(*levels, strict=True)]
        packed = [self._packed(column) for column in zip(*cells, strict=True)]
        scale = _ONE * self.unit
        shares = [[x / scale for x in row] for row in weighted]
        return _Part(
            [sum(map(mul, row, columns)) for row in weighted],
            [sum(compress(packed, there)) for there in known],
            [sum(row) for row in weighted],
            [
                [fsum(map(abs, map(sub, row, other))) for other in shares[:at]] if self.distances else []
                for at, row in enumerate(shares)
            ],
        )

    def pairs(self, places: Sequence[int], parts: Sequence[_Part]) -> Pairs:
        """The figures of all pairs on a set, from the sums of its parts."""
        every = range(len(self.curves))
        products = [self._fields(sum([part.products[a] for part in parts])) for a in every]
        known = [self._fields(sum([part.known[a] for part in parts])) for a in every]
        own = [sum([part.own[a] for part in parts]) for a in every]
        masks = [_mask([row[place] for place in places]) for row in self.known]
        heavy = _mask([self.each[place] > 0 for place in places])
        first, second = self.wide
        light, middle, scale = (1 << first) - 1, (1 << second) - 1, _ONE * self.unit
        found = Pairs([], [])
        for a in every:
            gaps: list[float | None] = []
            likenesses: list[float | None] = []
            for b in range(a):
                ours, theirs = known[b][a], known[a][b]
                weight = ours & light
                x, y = ours >> first & middle, theirs >> first & middle
                both = masks[a] & masks[b]
                if both.bit_count() < 2 or not weight:
                    gaps.append(None)
                    likenesses.append(None)
                    continue
                if self.distances:
                    alone = (own[a] - x + own[b] - y) / scale  # what the other curve has no level for
                    apart = fsum([part.apart[a][b] for part in parts]) - alone
                    gaps.append(max(0.0, apart) / (weight / self.unit))
                else:
                    gaps.append(None)
                wide = weight * (ours >> first + second) - x * x
                high = weight * (theirs >> first + second) - y * y
                if (both & heavy).bit_count() < 2 or not wide or not high:
                    likenesses.append(None)
                elif 4 * min(wide, high) <= weight * weight * _MAYBE_FLAT:
                    likenesses.append(self._alone(a, b, places))
                else:
                    r = (weight * products[a][b] - x * y) / (sqrt(wide) * sqrt(high))
                    likenesses.append(max(-1.0, min(1.0, r)))
            found.gaps.append(gaps)
            found.correlations.append(likenesses)
        return found

    def _alone(self, a: int, b: int, places: Sequence[int]) -> float | None:
        """The correlation of one pair, walked along: one of the two may be flat."""
        x, y = self.curves[a], self.curves[b]
        both = [(x[j], y[j], j) for j in places if x[j] is not None and y[j] is not None]
        weights = None if self.weights is None else [self.weights[j] for _, _, j in both]
        return correlation([level for level, _, _ in both], [level for _, level, _ in both], weights)  # type: ignore[misc]

    def _packed(self, numbers: Iterable[int]) -> int:
        return int.from_bytes(b"".join([number.to_bytes(self.bytes, "little") for number in numbers]), "little")

    def _fields(self, packed: int) -> list[int]:
        size = self.bytes
        data = packed.to_bytes(size * len(self.curves), "little")
        return [int.from_bytes(data[at : at + size], "little") for at in range(0, len(data), size)]


def _mask(there: Sequence[bool]) -> int:
    return int.from_bytes(bytes(there), "little")
