"""Pairing: which factor, curve, group and source of the new canvas is which of the old one.

First by name, then by id, by a translation, and by a name that differs in spelling alone; each pair must be the only
one possible. What is left may have been renamed: the pairs are weighed by how alike the names are, how alike the
levels, and whether the place is the same, and the assignment that weighs most is taken. A pair that does not reach
the bar is no rename: then the one was removed and the other added.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from bluecanvas.canvas.model import Canvas, Curve, Evidence, Factor, Group
from bluecanvas.canvas.names import composed
from bluecanvas.maths.matching import assign, likeness
from bluecanvas.words import Text, fold

_Thing = TypeVar("_Thing", Factor, Curve, Group, Evidence)

_BAR = 1.0
"""The least weight that makes a rename; the weights below were set on cases of both kinds, see the tests."""
_NAMES = 4.0
"""Names weigh from -2, nothing in common, to 2, all but the same."""
_EQUAL = 1.25
"""What an equal level weighs at most; less the more levels of its curve are equal to it, for it says less then."""
_APART = 8.0
"""What a level that is another weighs against a pair, the whole axis apart, but not more than `_WORST`."""
_WORST = 2.0
_PLACE = 1.0
_CURVE_LEVELS = 4.0
"""What the levels of two curves weigh, all of them taken together."""
_FEWEST_LEVELS = 3
_MOST = 60
"""Things left over on each side that are still weighed, so that no canvas costs more than a second."""
_LONGEST = 100


class Pairs(NamedTuple, Generic[_Thing]):
    """The things of one kind in two canvases: those in both, in the new order, those gone, and those that came."""

    both: tuple[tuple[_Thing, _Thing], ...]
    gone: tuple[_Thing, ...]
    come: tuple[_Thing, ...]

    @property
    def ids(self) -> dict[str, str]:
        """The new id of every old one that is still there."""
        return {old.id: new.id for old, new in self.both}


def pair_named(old: Sequence[_Thing], new: Sequence[_Thing]) -> Pairs[_Thing]:
    """The things that are the same by name or id."""
    keys: tuple[Callable[[_Thing], set[str]], ...] = (
        lambda thing: {composed(_name(thing))},
        lambda thing: {thing.id},
        lambda thing: {composed(thing.id), *map(composed, _spellings(thing))},
        lambda thing: {fold(name[:_LONGEST]) for name in (thing.id, *_spellings(thing))} - {""},
    )
    found: dict[str, str] = {}
    for key in keys:
        left = [thing for thing in old if thing.id not in found]
        right = [thing for thing in new if thing.id not in found.values()] if left else []
        found |= _only(left, right, key) if right else {}
    return _paired(old, new, found)


def pair_factors(old: Canvas, new: Canvas, curves: Pairs[Curve]) -> Pairs[Factor]:
    """The factors, those that were renamed among them."""
    pairs = pair_named(old.factors, new.factors)
    if not _few(pairs):
        return pairs
    levels = [(_Levels(old, one, old.factors), _Levels(new, other, new.factors)) for one, other in curves.both]
    before, after = _places(old.factors, pairs.both, 0), _places(new.factors, pairs.both, 1)

    def weight(one: Factor, other: Factor) -> float:
        points = [point for mine, yours in levels if (point := mine.weigh(one, yours, other)) is not None]
        told = sum(point * _EQUAL for point in points if point > 0)
        against = sum(_APART * point for point in points if point < 0)
        place = _PLACE if before[one.id] == after[other.id] else 0.0
        return _names_weigh(one, other) + told + max(-_WORST, against) + place

    return _with_renamed(pairs, old.factors, new.factors, weight)


def pair_curves(old: Canvas, new: Canvas, pairs: Pairs[Curve], factors: Pairs[Factor]) -> Pairs[Curve]:
    """The curves, those that were renamed among them."""
    if not _few(pairs):
        return pairs
    mine = {curve.id: _Levels(old, curve, old.factors) for curve in pairs.gone}
    yours = {curve.id: _Levels(new, curve, new.factors) for curve in pairs.come}

    def weight(one: Curve, other: Curve) -> float:
        points = [
            max(-1.0, 4 * point) if point < 0 else point
            for left, right in factors.both
            if (point := mine[one.id].weigh(left, yours[other.id], right)) is not None
        ]
        levels = _CURVE_LEVELS * sum(points) / len(points) if len(points) >= _FEWEST_LEVELS else 0.0
        ours = (one.id == old.us) + (other.id == new.us)
        role = (one.role is other.role) - (one.role is not other.role) + (ours == 2) - 2 * (ours == 1)
        return _names_weigh(one, other) + levels + role

    return _with_renamed(pairs, old.curves, new.curves, weight)


class _Levels:
    """The levels of one curve as shares of the scale, and how much an equal one says."""

    def __init__(self, canvas: Canvas, curve: Curve, factors: Sequence[Factor]) -> None:
        known = ((factor.id, curve.level(factor.id)) for factor in factors)
        self.shares = {id: round(canvas.scale.share(level), 9) for id, level in known if level is not None}
        self.counts: dict[float, int] = {}
        for share in self.shares.values():
            self.counts[share] = self.counts.get(share, 0) + 1

    def weigh(self, factor: Factor, other: _Levels, theirs: Factor) -> float | None:
        """Above 0 where the levels are equal, the rarer the more; below 0 as far as they lie apart; None: unknown."""
        mine, yours = self.shares.get(factor.id), other.shares.get(theirs.id)
        if mine is None or yours is None:
            return None
        if mine != yours:
            return -abs(mine - yours)
        return min(1 - side.counts[mine] / len(side.shares) for side in (self, other))


def _names_weigh(one: Factor | Curve, other: Factor | Curve) -> float:
    alike = max(likeness(_folded(mine), _folded(yours)) for mine, yours in _same_language(one.name, other.name))
    return _NAMES * (alike - 0.5)


def _same_language(one: Text, other: Text) -> Iterator[tuple[str, str]]:
    yield one, other
    for language in one.translations.keys() & other.translations.keys():
        yield one.translations[language], other.translations[language]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name[:_LONGEST]).casefold()


def _few(pairs: Pairs[_Thing]) -> bool:
    return 0 < len(pairs.gone) <= _MOST and 0 < len(pairs.come) <= _MOST


def _with_renamed(
    pairs: Pairs[_Thing], old: Sequence[_Thing], new: Sequence[_Thing], weight: Callable[[_Thing, _Thing], float]
) -> Pairs[_Thing]:
    weights = {(i, j): weight(one, other) for i, one in enumerate(pairs.gone) for j, other in enumerate(pairs.come)}
    renamed = assign({pair: weight for pair, weight in weights.items() if round(weight, 9) >= _BAR})
    found = {pairs.gone[i].id: pairs.come[j].id for i, j in renamed.items()}
    return _paired(old, new, pairs.ids | found) if found else pairs


def _paired(old: Sequence[_Thing], new: Sequence[_Thing], found: dict[str, str]) -> Pairs[_Thing]:
    before = {found[thing.id]: thing for thing in old if thing.id in found}
    return Pairs(
        tuple((before[thing.id], thing) for thing in new if thing.id in before),
        tuple(thing for thing in old if thing.id not in found),
        tuple(thing for thing in new if thing.id not in before),
    )


def _only(left: Sequence[_Thing], right: Sequence[_Thing], key: Callable[[_Thing], set[str]]) -> dict[str, str]:
    """The pairs that share a key, where each is the only one for the other."""
    holders: dict[str, list[str]] = {}
    for thing in right:
        for word in key(thing):
            holders.setdefault(word, []).append(thing.id)
    meant = {thing.id: {id for word in key(thing) for id in holders.get(word, ())} for thing in left}
    claims: dict[str, int] = {}
    for ids in meant.values():
        for id in ids:
            claims[id] = claims.get(id, 0) + 1
    one = {id: next(iter(ids)) for id, ids in meant.items() if len(ids) == 1}
    return {id: other for id, other in one.items() if claims[other] == 1}


def _places(
    factors: Sequence[Factor], both: Sequence[tuple[Factor, Factor]], side: int
) -> dict[str, tuple[str, str, int]]:
    """Between which factors that stayed each one stands, by their new ids, and the how manyeth it is there."""
    stayed = {pair[side].id: pair[1].id for pair in both}
    following: dict[str, str] = {}
    after = ""
    for factor in reversed(factors):
        following[factor.id] = after
        after = stayed.get(factor.id, after)
    places: dict[str, tuple[str, str, int]] = {}
    before, since = "", 0
    for factor in factors:
        places[factor.id] = (before, following[factor.id], since)
        before, since = (stayed[factor.id], 0) if factor.id in stayed else (before, since + 1)
    return places


def _name(thing: Factor | Curve | Group | Evidence) -> Text:
    return thing.source if isinstance(thing, Evidence) else thing.name


def _spellings(thing: Factor | Curve | Group | Evidence) -> tuple[str, ...]:
    name = _name(thing)
    return (name, *name.translations.values())
