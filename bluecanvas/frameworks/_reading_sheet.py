"""The canvas as a sheet of numbers, every level a share of the axis: what the readings are computed from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from enum import StrEnum
from functools import partial
from itertools import compress
from operator import and_
from typing import NamedTuple, TypeVar

from bluecanvas.canvas.model import Canvas, Curve, Role
from bluecanvas.maths.agreement import average_ranks, tie_correction
from bluecanvas.maths.curves import mean_level
from bluecanvas.maths.divergence import correlation, gap

T = TypeVar("T")
Row = tuple[float | None, ...]
REFERENCE = None
"""The row of what a curve is held against: the industry curve, else the rivals' mean."""
ABSENT = 0.05
"""The share of the axis up to which a factor counts as not offered."""
_TO_BE, _RIVAL, _INDUSTRY = Role.TO_BE, Role.RIVAL, Role.INDUSTRY
CLOSE = 1e-8
"""Figures further apart than this need no rounding to nine decimals to be told from one another."""


class On(StrEnum):
    """Which factors a figure is computed on."""

    EXISTING = "existing"
    ALL = "all"
    WITHOUT_BURDENS = "without_burdens"


EXISTING, ALL, WITHOUT_BURDENS = On  # looking a member up in its class takes longer than what is done with it here


class Ranking(NamedTuple):
    """How the players rank the factors that all of them have a level for."""

    factors: tuple[int, ...]
    ranks: list[list[float]]
    ties: int


class Sheet:
    """Rows of shares, whom they are held against, and the figures of pairs of rows, each computed once.

    A sheet in which one level is nudged takes every figure that the nudge leaves alone from the sheet as it was.
    """

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.factors = canvas.factors
        by_role: dict[Role, list[Curve]] = {}
        for curve in canvas.curves:
            by_role.setdefault(curve.role, []).append(curve)
        industry = by_role.get(_INDUSTRY, [None])[0]
        rivals = by_role.get(_RIVAL) or ([industry] if industry else [])
        shares = [curve.share for curve in rivals]
        given = [share for share in shares if share is not None]
        self.rivals: tuple[str, ...] = tuple(curve.id for curve in rivals)
        self.industry = industry.id if industry else None
        self.shares = given if len(given) == len(shares) else None
        self.weights = _weights(canvas)
        price = canvas.price
        self.price = None if price is None else canvas.factors.index(price)
        options = [curve.id for curve in by_role.get(_TO_BE, ())]
        self.options = (
            tuple(options)
            if canvas.us in options[:1]
            else tuple(sorted(options, key=lambda option: option != canvas.us))
        )
        """Our to-be curves, ours first."""
        ids = [factor.id for factor in canvas.factors]
        low, axis = canvas.scale.min, canvas.scale.max - canvas.scale.min
        self.rows: dict[str | None, Row] = {
            curve.id: tuple(
                [  # `Scale.share`, without a call a level
                    None if score is None or score.value is None else (score.value - low) / axis
                    for score in map(curve.scores.get, ids)
                ]
            )
            for curve in canvas.curves
        }
        columns: Sequence[Row] = list(zip(*[self.rows[id] for id in self.rivals], strict=True)) or [()] * len(ids)
        self.rows[REFERENCE] = (
            self.rows[self.industry]
            if self.industry is not None
            else tuple([mean_level(column, self.shares) for column in columns])
        )
        offered = [_is_offered(column) for column in columns]
        self.existing = tuple([is_offered is True for is_offered in offered])
        self.created = tuple([is_offered is False for is_offered in offered])
        self._sets: dict[On, tuple[int, ...]] = {}
        self.group: str | None = None
        self._moved: dict[str | None, Hashable] = {}
        self.same_sets = True
        """Whether the sets are those of the sheet this one was made from."""
        self._shared: dict[Hashable, object] = {}
        """What was computed, by what it is; a sheet and those made from it by moving levels share it."""
        self._own: dict[Hashable, object] = self._shared

    def nudged(self, curve: str, factor: int, share: float) -> Sheet:
        """The sheet with one level moved."""
        sheet = self._copy()
        sheet.rows[curve] = _put(self.rows[curve], factor, share)
        sheet._moved = {curve: (factor, share)}
        if curve in self.rivals or curve == self.industry:
            reference = sheet._reference(factor)
            sheet.rows[REFERENCE] = _put(self.rows[REFERENCE], factor, reference)
            sheet._moved[REFERENCE] = (factor, reference)
            if curve in self.rivals:
                offered = sheet._offered(factor)
                if (offered is True) != self.existing[factor]:
                    sheet.existing = _put(self.existing, factor, offered is True)
                    sheet.created = _put(self.created, factor, offered is False)
                    sheet._sets = {}
                    sheet.same_sets = False
        return sheet

    def drawn_in(self, curve: str, by: float) -> Sheet:
        """The sheet with a curve's levels drawn a part of the way to the reference."""
        sheet = self._copy()
        pairs = zip(self.rows[curve], self.rows[REFERENCE], strict=True)
        sheet.rows[curve] = tuple(x if x is None or mean is None else x + by * (mean - x) for x, mean in pairs)
        sheet._moved = {curve: ("drawn in", by)}
        return sheet

    def against(self, group: str) -> Sheet:
        """The sheet with one strategic group for the rivals; what exists is still what some rival offers."""
        sheet = self._copy()
        kept = [at for at, id in enumerate(self.rivals) if self.canvas.curve(id).group == group]
        shares = [self.canvas.curve(self.rivals[at]).share for at in kept]
        given = [share for share in shares if share is not None]
        sheet.rivals = tuple(self.rivals[at] for at in kept)
        sheet.shares = given if len(given) == len(kept) else None
        sheet.industry = None
        sheet.group = group
        sheet.rows[REFERENCE] = tuple(sheet._reference(j) for j in range(len(self.factors)))
        sheet._shared = sheet._own = {}
        return sheet

    def players(self, curve: str | None) -> tuple[str, ...]:
        """The rivals, and a curve of ours before them."""
        return self.rivals if curve is None or curve in self.rivals else (curve, *self.rivals)

    def on(self, which: On) -> tuple[int, ...]:
        """The positions of a set's factors."""
        found = self._sets.get(which)
        if found is None:
            found = self._sets[which] = self._set(which)
        return found

    def known(self, curve: str | None, which: On) -> list[float]:
        """A curve's known shares on a set of factors."""
        return [share for share in self.row(curve, which) if share is not None]

    def common(self, a: str | None, b: str | None, which: On) -> tuple[list[float], list[float], list[float] | None]:
        """The shares of two rows on the factors both have a level for, and the weights of those factors."""
        x, y, weights = self.row(a, which), self.row(b, which), self.weights_of(which)
        if None not in x and None not in y:
            return x, y, weights  # type: ignore[return-value] # nothing unknown is left in them
        both = list(map(and_, self._is_known(a, which), self._is_known(b, which)))
        shared = list(compress(x, both)), list(compress(y, both))
        return *shared, None if weights is None else list(compress(weights, both))  # type: ignore[return-value] # as above

    def gap(self, a: str | None, b: str | None, which: On) -> float | None:
        """The mean distance of two rows, as a share of the axis."""
        return self.kept(("gap", a, b, which), lambda: gap(*self.common(a, b, which)), a, b)

    def correlation(self, a: str | None, b: str | None, which: On) -> float | None:
        """The likeness of two rows' shapes."""
        return self.kept(("r", a, b, which), lambda: correlation(*self.common(a, b, which)), a, b)

    def nearest(self, curve: str, which: On) -> tuple[str | None, float | None]:
        """The rival at the smallest distance and that distance; the first in file order of several."""
        found: tuple[str | None, float | None] = (None, None)
        best = 0.0
        for rival in self.rivals:
            apart = self.gap(curve, rival, which) if rival != curve else None
            if apart is not None and (found[0] is None or _is_less(apart, best)):
                found, best = (rival, apart), apart
        return found

    def ranking(self, curve: str | None, which: On) -> Ranking:
        """How the rivals and a curve rank the factors that all of them have a level for."""
        factors = self.known_to_all(curve, which)
        players = self.players(curve)
        ranked = [self.kept(("ranks", id, factors), partial(self._ranks, id, factors), id) for id in players]
        return Ranking(factors, [ranks for ranks, _ in ranked], sum(ties for _, ties in ranked))

    def valued(self, curve: str | None, factor: int) -> float | None:
        """A level as buyers value it: a burden the other way round."""
        share = self.rows[curve][factor]
        return share if share is None or not self.factors[factor].burden else 1 - share

    def known_to_all(self, curve: str | None, which: On) -> tuple[int, ...]:
        """The positions of a set's factors that the rivals, and a curve of ours, have a level for: no nudge changes them."""
        alone = curve is None or curve in self.rivals
        rows = [self.rows[id] for id in (self.rivals if alone else (curve,))]
        every = self.on(which) if alone else self.known_to_all(None, which)
        key = "all know", None if alone else curve, which
        return self.kept(key, lambda: tuple([j for j in every if None not in [row[j] for row in rows]]))

    def _ranks(self, curve: str, factors: tuple[int, ...]) -> tuple[list[float], int]:
        row = self.rows[curve]
        ranks = average_ranks([row[j] or 0.0 for j in factors])
        return ranks, tie_correction(ranks)

    def _set(self, which: On) -> tuple[int, ...]:
        every = range(len(self.factors))
        if which is EXISTING:
            return tuple(compress(every, self.existing))
        if which is ALL:
            return tuple(every)
        return tuple([j for j, factor in enumerate(self.factors) if not (factor.burden or factor.price)])

    def _reference(self, factor: int) -> float | None:
        if self.industry is not None:
            return self.rows[self.industry][factor]
        return mean_level([self.rows[id][factor] for id in self.rivals], self.shares)

    def _offered(self, factor: int) -> bool | None:
        return _is_offered([self.rows[id][factor] for id in self.rivals])

    def _copy(self) -> Sheet:
        sheet = object.__new__(Sheet)
        sheet.__dict__.update(self.__dict__)
        sheet.rows = dict(self.rows)
        sheet._own = {}
        return sheet

    def row(self, curve: str | None, which: On) -> list[float | None]:
        """A curve's shares on a set of factors."""
        row = self.rows[curve]
        return self.kept(("row", curve, which), lambda: [row[j] for j in self.on(which)], curve)

    def _is_known(self, curve: str | None, which: On) -> list[bool]:
        """Whether each of a curve's levels on a set of factors is known: no nudge changes it."""
        return self.kept(("is known", curve, which), lambda: [level is not None for level in self.row(curve, which)])

    def weights_of(self, which: On) -> list[float] | None:
        """The weights of a set's factors; None where all weigh the same."""
        weights = self.weights
        if weights is None:
            return None
        return self.kept(("weights", which), lambda: [weights[j] for j in self.on(which)])

    def kept(self, key: tuple[object, ...], compute: Callable[[], T], *rows: str | None) -> T:
        """What `compute` gives, computed once for the same levels of the rows that it depends on.

        Sheets with one level nudged share it where those rows, or all but the reference, are as they were, and so do
        two nudges that move the reference alike.
        """
        keep = self._own
        if self.same_sets and keep is not self._shared:
            moved = [row for row in rows if row in self._moved]
            if not moved:
                keep = self._shared
            elif moved == [REFERENCE]:
                keep, key = self._shared, (*key, self._moved[REFERENCE])
        found = keep.get(key, keep)
        if found is keep:
            found = keep[key] = compute()
        return found  # type: ignore[return-value] # a key is kept with what its own `compute` gives


def _weights(canvas: Canvas) -> tuple[float, ...] | None:
    """The factors' importance, the largest as 1, where every factor has one."""
    given: list[float] = []
    for factor in canvas.factors:
        if factor.importance is None:
            return None
        given.append(factor.importance)
    most = max(given, default=0.0)
    if most <= 0:
        return None
    return tuple(weight / most for weight in given)


def _is_less(a: float, b: float) -> bool:
    """Whether a figure is less than another to nine decimals; rounding, which is slow, is for those that are close."""
    return a < b and (a < b - CLOSE or round(a, 9) < round(b, 9))


def _is_offered(levels: Sequence[float | None]) -> bool | None:
    """Whether some rival offers a factor; None where no rival's level is known."""
    known = levels if None not in levels else [level for level in levels if level is not None]
    if not known:
        return None
    most: float = max(known)  # type: ignore[type-var,assignment] # nothing unknown is left
    return most > ABSENT and (most > ABSENT + CLOSE or round(most, 9) > ABSENT)


def _put(row: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    return (*row[:at], value, *row[at + 1 :])
