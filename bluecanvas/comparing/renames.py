"""Renames: which of the factors and curves that names and ids left over are one thing under another name.

Each pair is weighed in bits, as record linkage does: how alike the names are, which levels are equal and how rare such a
level is, how far the others lie apart, whether the place is the same. The assignment that weighs most is taken, of the
pairs that reach the bar. Levels that count for a factor stand on curves that are paired, and the other way round, so the
two take turns until nothing changes. Source of the weighing: Fellegi & Sunter, Journal of the American Statistical
Association 64, 1969; the numbers are ours, see decision 10.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from math import log2
from typing import TypeVar

from bluecanvas.canvas.model import Canvas, Curve, Factor
from bluecanvas.comparing.pairing import Pairs, pair_named, pair_with
from bluecanvas.comparing.weighing import Levels, Row, levels_weigh, mostly_other, names_alike
from bluecanvas.maths.matching import assign
from bluecanvas.named import NamedTuple

_Named = TypeVar("_Named", Factor, Curve)

_BAR = 2.0
"""The least weight that makes a rename."""
_ANOTHER_NAME, _SAME_NAME = -1.0, 6.0
"""What two names weigh that have nothing in common, and two that are all but the same."""
_ALIKE = 0.5
"""Names less alike than this need most levels equal."""
_WORST = -5.0
"""What levels weigh at least, so that a name but for a slip the same outweighs them."""
_FEWEST_FACTOR, _FEWEST_CURVE = 2, 3
"""Equal levels a factor and a curve need at least where the names are not alike."""
_PLACE, _ELSEWHERE = 1.5, -1.0
"""What the place on the axis weighs; another place less, the more things are left over that could be meant."""
_ROLE, _OTHER_ROLE = 0.5, -2.0
_OURS, _ONE_OURS = 1.0, -3.0
_ORDER = 0.5
"""What the place among the curves weighs, for their order says little."""
_MOST = 60
"""Things left over on each side that are still weighed, so that no canvas costs more than a second."""
_ROUNDS = 10
_UNLIKE = float("-inf")

_Places = dict[str, tuple[str, str, int]]
_Shared = Callable[[int, _Named, Sequence[int]], bool]
"""Whether another thing of a side has the same levels as one, at some places."""


class Renames(NamedTuple):
    """The factors and the curves of two canvases, those that were renamed among the pairs."""

    factors: Pairs[Factor]
    curves: Pairs[Curve]


def pair_renamed(old: Canvas, new: Canvas) -> Renames:
    """The factors and curves that are the same by name or id, and those that have another name."""
    match = _Match(old, new)
    curves = match.find_curves(match.factors)
    if not _few(match.factors):
        return Renames(match.factors, curves)
    taken, factors = match.guess(curves), match.factors
    for _ in range(_ROUNDS):
        factors = match.find_factors(taken)
        curves = match.find_curves(factors)
        if curves.ids == taken.ids:
            break
        taken = curves
    return Renames(factors, curves)


class _Match:
    """Two canvases and what is the same by name; names and levels are weighed once."""

    def __init__(self, old: Canvas, new: Canvas) -> None:
        self.old, self.new = old, new
        self.factors, self.curves = pair_named(old.factors, new.factors), pair_named(old.curves, new.curves)
        self.levels = Levels(old), Levels(new)
        self.alike: dict[tuple[str, str, type], float] = {}

    @cached_property
    def places(self) -> tuple[_Places, _Places]:
        """Where each factor stands on either axis."""
        return _places(self.old.factors, self.factors, 0), _places(self.new.factors, self.factors, 1)

    def find_factors(self, curves: Pairs[Curve]) -> Pairs[Factor]:
        """The factors, those that were renamed among them, as the levels of the paired curves have it."""
        pairs = self.factors
        if not _few(pairs):
            return pairs
        mine, yours = (
            {one.id: levels.of_one_factor(one, [pair[side] for pair in curves.both]) for one in left}
            for side, (levels, left) in enumerate(zip(self.levels, (pairs.gone, pairs.come), strict=True))
        )
        before, after = self.places
        elsewhere = _ELSEWHERE - log2(max(len(pairs.gone), len(pairs.come)))

        def shared(side: int, thing: Factor, at: Sequence[int]) -> bool:
            canvas, beside = (self.old, self.new)[side], [curves.both[place][side] for place in at]
            others = (one.id for one in canvas.factors if one.id != thing.id)
            return any(all(curve.level(thing.id) == curve.level(one) for curve in beside) for one in others)

        def weigh(one: Factor, other: Factor) -> float:
            place = _PLACE if before[one.id] == after[other.id] else elsewhere
            rows = mine[one.id], yours[other.id]
            return self._weigh(one, other, rows, _FEWEST_FACTOR, place, shared)

        return _with_renamed(pairs, self.old.factors, self.new.factors, weigh)

    def find_curves(self, factors: Pairs[Factor]) -> Pairs[Curve]:
        """The curves, those that were renamed among them, as the levels on the paired factors have it."""
        pairs = self.curves
        if not _few(pairs):
            return pairs
        mine, yours = (
            {one.id: levels.of_one_curve(one, [pair[side] for pair in factors.both]) for one in left}
            for side, (levels, left) in enumerate(zip(self.levels, (pairs.gone, pairs.come), strict=True))
        )
        before, after = _places(self.old.curves, pairs, 0), _places(self.new.curves, pairs, 1)

        def shared(side: int, thing: Curve, at: Sequence[int]) -> bool:
            canvas, beside = (self.old, self.new)[side], [factors.both[place][side].id for place in at]
            others = (one for one in canvas.curves if one.id != thing.id)
            return any(all(thing.level(factor) == one.level(factor) for factor in beside) for one in others)

        def weigh(one: Curve, other: Curve) -> float:
            ours = (one.id == self.old.us) + (other.id == self.new.us)
            role = _ROLE if one.role is other.role else _OTHER_ROLE
            place = _ORDER if before[one.id] == after[other.id] else 0.0
            besides = role + (0.0, _ONE_OURS, _OURS)[ours] + place
            return self._weigh(one, other, (mine[one.id], yours[other.id]), _FEWEST_CURVE, besides, shared)

        return _with_renamed(pairs, self.old.curves, self.new.curves, weigh)

    def guess(self, curves: Pairs[Curve]) -> Pairs[Curve]:
        """Curves to begin with: those left over that have mostly the same levels, at the same places or anywhere.

        What they give away about the factors must give them back: a guess that is not confirmed is dropped.
        """
        if not _few(curves):
            return curves
        mine, yours = (
            [(levels.spread(one), self._placed(side, one)) for one in left]
            for side, (levels, left) in enumerate(zip(self.levels, (curves.gone, curves.come), strict=True))
        )
        weights = {}
        for i, (some, there) in enumerate(mine):
            for j, (others, here) in enumerate(yours):
                shared, most = (some & others).total(), max(some.total(), others.total())
                if 2 * shared > most:
                    weights[i, j] = (shared + len(there & here)) / most
        found = {curves.gone[i].id: curves.come[j].id for i, j in assign(weights).items()}
        return pair_with(self.old.curves, self.new.curves, curves.ids | found)

    def _placed(self, side: int, curve: Curve) -> set[tuple[object, float | None]]:
        """The shares of the scale that a curve has, by the place on the axis."""
        levels, places = self.levels[side], self.places[side]
        known = ((place, levels.share(curve.level(factor))) for factor, place in places.items())
        return {(place, share) for place, share in known if share is not None}

    def _weigh(
        self, one: _Named, other: _Named, rows: tuple[Row, Row], fewest: int, besides: float, shared: _Shared[_Named]
    ) -> float:
        """What a pair weighs with what was weighed besides; nothing where unlike names need levels that are not there.

        Such a pair needs most levels equal, and where one is another, no third thing that has the equal ones too: two
        factors that rivals lack are not one factor.
        """
        key = one.id, other.id, type(one)
        if key not in self.alike:
            self.alike[key] = names_alike(one.name, other.name)
        alike = self.alike[key]
        if alike < _ALIKE and mostly_other(*rows):
            return _UNLIKE
        weight, equal, known = levels_weigh(*rows)
        total = _ANOTHER_NAME + (_SAME_NAME - _ANOTHER_NAME) * alike + max(_WORST, weight) + besides
        if alike < _ALIKE:
            if len(equal) < fewest or 2 * len(equal) <= known:
                return _UNLIKE
            if total >= _BAR and len(equal) < known and (shared(0, one, equal) or shared(1, other, equal)):
                return _UNLIKE
        return total


def _few(pairs: Pairs[_Named]) -> bool:
    return 0 < len(pairs.gone) <= _MOST and 0 < len(pairs.come) <= _MOST


def _with_renamed(
    pairs: Pairs[_Named], old: Sequence[_Named], new: Sequence[_Named], weigh: Callable[[_Named, _Named], float]
) -> Pairs[_Named]:
    weights = {(i, j): weigh(one, other) for i, one in enumerate(pairs.gone) for j, other in enumerate(pairs.come)}
    renamed = assign({pair: weight for pair, weight in weights.items() if round(weight, 9) >= _BAR})
    found = {pairs.gone[i].id: pairs.come[j].id for i, j in renamed.items()}
    return pair_with(old, new, pairs.ids | found) if found else pairs


def _places(things: Sequence[_Named], pairs: Pairs[_Named], side: int) -> _Places:
    """Between which things that stayed each one stands, by their new ids, and the how manyeth it is there."""
    stayed = {pair[side].id: pair[1].id for pair in pairs.both}
    following: dict[str, str] = {}
    after = ""
    for thing in reversed(things):
        following[thing.id] = after
        after = stayed.get(thing.id, after)
    places: _Places = {}
    before, since = "", 0
    for thing in things:
        places[thing.id] = (before, following[thing.id], since)
        before, since = (stayed[thing.id], 0) if thing.id in stayed else (before, since + 1)
    return places
