"""The canvas as a sheet of numbers, every level a share of the axis: what the readings are computed from."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import compress
from math import fsum
from operator import and_
from typing import TypeVar

from bluecanvas.canvas.model import Canvas, Curve, Role
from bluecanvas.canvas.once import levels_of
from bluecanvas.frameworks._reading_kept import Kept
from bluecanvas.maths.comparing import CLOSE, is_less
from bluecanvas.maths.curves import mean_level
from bluecanvas.maths.divergence import correlation, gap

T = TypeVar("T")
Row = tuple[float | None, ...]
REFERENCE = None
"""The row of what a curve is held against: the industry curve, else the rivals' mean."""
ABSENT = 0.05
"""The share of the axis up to which a factor counts as not offered."""
_SURELY = ABSENT + CLOSE
_TO_BE, _RIVAL, _INDUSTRY = Role.TO_BE, Role.RIVAL, Role.INDUSTRY


class On(StrEnum):
    """Which factors a figure is computed on."""

    EXISTING = "existing"
    ALL = "all"
    WITHOUT_BURDENS = "without_burdens"


EXISTING, ALL, WITHOUT_BURDENS = On  # looking a member up in its class takes longer than what is done with it here


class Sheet(Kept):
    """Rows of shares, whom they are held against, and the figures of pairs of rows, each computed once.

    A sheet in which one level is nudged takes every figure that the nudge leaves alone from the sheet as it was.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
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
        low, axis = canvas.scale.min, canvas.scale.max - canvas.scale.min
        self.rows: dict[str | None, Row] = {
            id: tuple(
                [None if level is None else (level - low) / axis for level in row]
            )  # `Scale.share`, without a call
            for id, row in levels_of(canvas).items()
        }
        columns: Sequence[Row] = list(zip(*[self.rows[id] for id in self.rivals], strict=True)) or [()] * len(
            self.factors
        )
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
        self.base: Sheet | None = None
        """The sheet as it was, where a level is nudged in this one."""
        self.at: int | None = None
        """The factor whose level is nudged."""

    def nudged(self, curve: str, factor: int, share: float) -> Sheet:
        """The sheet with one level moved."""
        sheet = self._copy()
        sheet.base, sheet.at = self, factor
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
        keep = self.kept if a is None or b is None else self.kept_of_rows
        return keep(("gap", a, b, which), lambda: self._gap(a, b, which), a, b)

    def correlation(self, a: str | None, b: str | None, which: On) -> float | None:
        """The likeness of two rows' shapes."""
        keep = self.kept if a is None or b is None else self.kept_of_rows
        return keep(("r", a, b, which), lambda: correlation(*self.common(a, b, which)), a, b)

    def nearest(self, curve: str, which: On) -> tuple[str | None, float | None]:
        """The rival at the smallest distance and that distance; the first in file order of several."""
        found: tuple[str | None, float | None] = (None, None)
        best = 0.0
        for rival in self.rivals:
            apart = self.gap(curve, rival, which) if rival != curve else None
            if apart is not None and (found[0] is None or is_less(apart, best)):
                found, best = (rival, apart), apart
        return found

    def valued(self, curve: str | None, factor: int) -> float | None:
        """A level as buyers value it: a burden the other way round."""
        share = self.rows[curve][factor]
        return share if share is None or not self.factors[factor].burden else 1 - share

    def valued_row(self, curve: str | None) -> Row:
        """A curve's levels as buyers value them."""
        return self.kept(
            ("valued", curve), lambda: tuple([self.valued(curve, j) for j in range(len(self.factors))]), curve
        )

    def known_to_all(self, curve: str | None, which: On) -> tuple[int, ...]:
        """The positions of a set's factors that the rivals, and a curve of ours, have a level for: no nudge changes them."""
        alone = curve is None or curve in self.rivals
        rows = [self.rows[id] for id in (self.rivals if alone else (curve,))]
        every = self.on(which) if alone else self.known_to_all(None, which)
        key = "all know", None if alone else curve, which

        def compute() -> tuple[int, ...]:
            gaps = {j for row in rows for j in every if row[j] is None}
            return tuple([j for j in every if j not in gaps]) if gaps else every

        return self.kept(key, compute)

    def _gap(self, a: str | None, b: str | None, which: On) -> float | None:
        """A distance, walked along; where one level is nudged, from the distance as it was."""
        base, at = self.base, self.at
        before = None if base is None or not self.same_sets else base.gap(a, b, which)
        if base is None or at is None or before is None:
            return gap(*self.common(a, b, which))
        x, y, was_x, was_y = self.rows[a][at], self.rows[b][at], base.rows[a][at], base.rows[b][at]
        if x is None or y is None or was_x is None or was_y is None or at not in base.members(which):
            return before
        change = abs(x - y) - abs(was_x - was_y)
        return max(
            0.0, before + change * (1.0 if self.weights is None else self.weights[at]) / base.weight(a, b, which)
        )

    def members(self, which: On) -> frozenset[int]:
        """The positions of a set's factors, to look one up."""
        return self.kept(("members", which), lambda: frozenset(self.on(which)))

    def weight(self, a: str | None, b: str | None, which: On) -> float:
        """What the factors of a set that both rows have a level for weigh together."""

        def compute() -> float:
            both = list(map(and_, self._is_known(a, which), self._is_known(b, which)))
            weights = self.weights_of(which)
            return float(sum(both)) if weights is None else fsum(compress(weights, both))

        return self.kept(("weight", a, b, which), compute)

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
        if not self._moved and (kept := self._own.get(("row", curve, which))) is not None:  # as `kept`, at once
            return kept  # type: ignore[return-value] # a key is kept with what its own `compute` gives
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


def _is_offered(levels: Sequence[float | None]) -> bool | None:
    """Whether some rival offers a factor; None where no rival's level is known."""
    known = levels if None not in levels else [level for level in levels if level is not None]
    if not known:
        return None
    most: float = max(known)  # type: ignore[type-var,assignment] # nothing unknown is left
    return most > _SURELY or is_less(ABSENT, most)


def _put(row: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    return (*row[:at], value, *row[at + 1 :])
