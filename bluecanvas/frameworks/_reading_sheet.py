"""The canvas as a sheet of numbers, every level a share of the axis: what the readings are computed from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import StrEnum
from math import fsum, isfinite
from typing import NamedTuple, TypeVar

from bluecanvas.canvas.model import Canvas, Role, Scale
from bluecanvas.maths.agreement import average_ranks, tie_correction
from bluecanvas.maths.curves import mean_level
from bluecanvas.maths.divergence import correlation, gap

T = TypeVar("T")
Row = tuple[float | None, ...]
REFERENCE = None
"""The row of what a curve is held against: the industry curve, else the rivals' mean."""
ABSENT = 0.05
"""The share of the axis up to which a factor counts as not offered."""


class On(StrEnum):
    """Which factors a figure is computed on."""

    EXISTING = "existing"
    ALL = "all"
    WITHOUT_BURDENS = "without_burdens"


class Ranking(NamedTuple):
    """How the players rank the factors that all of them have a level for."""

    factors: tuple[int, ...]
    ranks: dict[str | None, list[float]]
    ties: dict[str | None, int]
    sums: list[float]
    """The ranks of all players added up, a sum a factor."""


class Sheet:
    """Rows of shares, whom they are held against, and the figures of pairs of rows, each computed once.

    A sheet in which one level is nudged takes every figure that the nudge leaves alone from the sheet as it was.
    """

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.factors = canvas.factors
        industry = next(canvas.of(Role.INDUSTRY), None)
        rivals = canvas.rivals or ((industry,) if industry else ())
        shares = [curve.share for curve in rivals]
        given = [share for share in shares if share is not None]
        self.rivals: tuple[str, ...] = tuple(curve.id for curve in rivals)
        self.industry = industry.id if industry else None
        self.shares = given if len(given) == len(shares) else None
        self.weights = _weights(canvas)
        self.rows: dict[str | None, Row] = {
            curve.id: tuple(share_of(canvas.scale, curve.level(factor.id)) for factor in canvas.factors)
            for curve in canvas.curves
        }
        self.rows[REFERENCE] = tuple(self._reference(j) for j in range(len(self.factors)))
        offered = [self._offered(j) for j in range(len(self.factors))]
        self.existing = tuple(is_offered is True for is_offered in offered)
        self.created = tuple(is_offered is False for is_offered in offered)
        self.group: str | None = None
        self._base: Sheet | None = None
        self._changed: frozenset[str | None] = frozenset()
        self._same_sets = True
        self._kept: dict[Hashable, object] = {}

    def nudged(self, curve: str, factor: int, share: float) -> Sheet:
        """The sheet with one level moved."""
        sheet = self._copy()
        changed: set[str | None] = {curve}
        sheet.rows[curve] = _put(self.rows[curve], factor, share)
        if curve in self.rivals or curve == self.industry:
            sheet.rows[REFERENCE] = _put(self.rows[REFERENCE], factor, sheet._reference(factor))
            changed.add(REFERENCE)
            offered = sheet._offered(factor)
            if (offered is True) != self.existing[factor]:
                sheet.existing = _put(self.existing, factor, offered is True)
                sheet.created = _put(self.created, factor, offered is False)
                sheet._same_sets = False
        sheet._changed = frozenset(changed)
        return sheet

    def drawn_in(self, curve: str, by: float) -> Sheet:
        """The sheet with a curve's levels drawn a part of the way to the reference."""
        sheet = self._copy()
        pairs = zip(self.rows[curve], self.rows[REFERENCE], strict=True)
        sheet.rows[curve] = tuple(x if x is None or mean is None else x + by * (mean - x) for x, mean in pairs)
        sheet._changed = frozenset((curve,))
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
        sheet._base = None
        return sheet

    def players(self, curve: str | None) -> tuple[str, ...]:
        """The rivals, and a curve of ours before them."""
        return self.rivals if curve is None or curve in self.rivals else (curve, *self.rivals)

    def on(self, which: On) -> tuple[int, ...]:
        """The positions of a set's factors."""
        if self._base is not None and self._same_sets:
            return self._base.on(which)
        return self._keep(("set", which), lambda: tuple(j for j in range(len(self.factors)) if self._in(which, j)))

    def known(self, curve: str | None, which: On) -> list[float]:
        """A curve's known shares on a set of factors."""
        row = self.rows[curve]
        return [share for share in (row[j] for j in self.on(which)) if share is not None]

    def common(self, a: str | None, b: str | None, which: On) -> tuple[list[float], list[float], list[float] | None]:
        """The shares of two rows on the factors both have a level for, and the weights of those factors."""
        x, y, weights = self.rows[a], self.rows[b], self.weights
        both = [(p, q, j) for j in self.on(which) if (p := x[j]) is not None and (q := y[j]) is not None]
        return (
            [p for p, _, _ in both],
            [q for _, q, _ in both],
            None if weights is None else [weights[j] for _, _, j in both],
        )

    def gap(self, a: str | None, b: str | None, which: On) -> float | None:
        """The mean distance of two rows, as a share of the axis."""
        return self._source(a, b)._keep(("gap", a, b, which), lambda: gap(*self.common(a, b, which)))

    def correlation(self, a: str | None, b: str | None, which: On) -> float | None:
        """The likeness of two rows' shapes."""
        return self._source(a, b)._keep(("r", a, b, which), lambda: correlation(*self.common(a, b, which)))

    def nearest(self, curve: str, which: On) -> tuple[str | None, float | None]:
        """The rival at the smallest distance and that distance; the first in file order of several."""
        found: tuple[str | None, float | None] = (None, None)
        best = 0.0
        for rival in self.rivals:
            apart = self.gap(curve, rival, which) if rival != curve else None
            if apart is not None and (found[0] is None or round(apart, 9) < best):
                found, best = (rival, apart), round(apart, 9)
        return found

    def ranking(self, curve: str | None, which: On) -> Ranking:
        """How the rivals and a curve rank the factors that all of them have a level for."""
        if self._base is None or not self._same_sets:
            return self._keep(("ranking", curve, which), lambda: self._ranked(curve, which))
        found = self._base.ranking(curve, which)
        for player in self._changed:
            if player in found.ranks:
                ranks = self._ranks(player, found.factors)
                before = found.ranks[player]
                sums = [total - old + new for total, old, new in zip(found.sums, before, ranks, strict=True)]
                ties = {**found.ties, player: tie_correction(ranks)}
                found = Ranking(found.factors, {**found.ranks, player: ranks}, ties, sums)
        return found

    def valued(self, curve: str | None, factor: int) -> float | None:
        """A level as buyers value it: a burden the other way round."""
        share = self.rows[curve][factor]
        return share if share is None or not self.factors[factor].burden else 1 - share

    def _ranked(self, curve: str | None, which: On) -> Ranking:
        players = self.players(curve)
        factors = tuple(j for j in self.on(which) if all(self.rows[id][j] is not None for id in players))
        ranks: dict[str | None, list[float]] = {id: self._ranks(id, factors) for id in players}
        ties = {id: tie_correction(row) for id, row in ranks.items()}
        return Ranking(factors, ranks, ties, [fsum(column) for column in zip(*ranks.values(), strict=True)])

    def _ranks(self, curve: str | None, factors: tuple[int, ...]) -> list[float]:
        row = self.rows[curve]
        return average_ranks([row[j] or 0.0 for j in factors])

    def _in(self, which: On, factor: int) -> bool:
        if which is On.EXISTING:
            return self.existing[factor]
        return which is On.ALL or not (self.factors[factor].burden or self.factors[factor].price)

    def _reference(self, factor: int) -> float | None:
        if self.industry is not None:
            return self.rows[self.industry][factor]
        return mean_level([self.rows[id][factor] for id in self.rivals], self.shares)

    def _offered(self, factor: int) -> bool | None:
        """Whether some rival offers a factor; None where no rival's level is known."""
        levels = [level for level in (self.rows[id][factor] for id in self.rivals) if level is not None]
        return any(round(level, 9) > ABSENT for level in levels) if levels else None

    def _copy(self) -> Sheet:
        sheet = object.__new__(Sheet)
        sheet.__dict__.update(self.__dict__)
        sheet.rows = dict(self.rows)
        sheet._base, sheet._kept = self, {}
        return sheet

    def _source(self, a: str | None, b: str | None) -> Sheet:
        """The sheet that keeps a figure of two rows: the one as it was, where neither they nor the sets have changed."""
        untouched = self._same_sets and a not in self._changed and b not in self._changed
        return self._base if self._base is not None and untouched else self

    def _keep(self, key: Hashable, compute: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = compute()
        found: T = self._kept[key]  # type: ignore[assignment] # a key is kept with what its own `compute` gives
        return found


def share_of(scale: Scale, level: float | None) -> float | None:
    """A level as a share of the axis; None where it is unknown."""
    if level is None:
        return None
    share = scale.share(level)
    # ends so far apart that their distance is no number any more
    return share if isfinite(share) else (level / 2 - scale.min / 2) / (scale.max / 2 - scale.min / 2)


def _weights(canvas: Canvas) -> tuple[float, ...] | None:
    """The factors' importance, the largest as 1, where every factor has one."""
    given = [factor.importance for factor in canvas.factors if factor.importance is not None]
    most = max(given, default=0.0)
    if len(given) < len(canvas.factors) or most <= 0:
        return None
    return tuple(weight / most for weight in given)


def _put(row: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    return (*row[:at], value, *row[at + 1 :])
