"""Pairs of players: the means over all of them, and every pair's figures at once where there are many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, compress
from math import fsum
from operator import and_, mul

from bluecanvas.frameworks._reading_sheet import On, Sheet
from bluecanvas.maths.divergence import correlation
from bluecanvas.maths.pairs import direction, sum_of_correlations, sum_of_gaps
from bluecanvas.named import NamedTuple

_MANY = 12
"""Players from which on it is quicker to work out all pairs at once than those with unknown levels one by one."""


class _Figure(NamedTuple):
    """A figure of a pair: how one pair gives it, and how all pairs of rows without a gap do at once."""

    name: str
    alone: Callable[[Sheet, str, str, On], float | None]
    at_once: Callable[[Sheet, list[str], On], tuple[float, int]]


class _Total(NamedTuple):
    """A figure of several pairs added up, and how many of them have one."""

    total: float
    pairs: int


def gap_mean(sheet: Sheet, curve: str | None, which: On) -> float | None:
    """The mean distance of two players."""
    return _mean(sheet, curve, which, _Figure("gaps", Sheet.gap, _gaps))


def correlation_mean(sheet: Sheet, curve: str | None, which: On) -> float | None:
    """The mean correlation of two players."""
    return _mean(sheet, curve, which, _Figure("correlations", _correlation, _correlations))


class Running:
    """The rivals' distances added up, pair by pair, as far as somebody had to look."""

    def __init__(self, sheet: Sheet, which: On) -> None:
        self._total = 0.0
        self._gaps = (sheet.gap(a, b, which) or 0.0 for a, b in combinations(sheet.rivals, 2))

    def exceeds(self, room: float) -> bool:
        """Whether they come to more than that together."""
        while self._total <= room:
            gap = next(self._gaps, None)
            if gap is None:
                return False
            self._total += gap
        return True


def likeness(sheet: Sheet, a: str, b: str, which: On) -> float | None:
    """The correlation of two curves without the price, in which tiers of one strategy differ most."""

    def compute() -> float | None:
        x, y = _shape(sheet, a, which), _shape(sheet, b, which)
        if x.is_whole and y.is_whole:
            return None if x.unit is None or y.unit is None else fsum(map(mul, x.unit, y.unit))
        both = list(map(and_, x.known, y.known))
        return correlation(list(compress(x.levels, both)), list(compress(y.levels, both)))

    return sheet.kept_of_rows(("shape", a, b, which), compute, a, b)


def work_out(sheet: Sheet) -> None:
    """The distance and the correlation of every rival and player, where there are many: for the sheet to keep."""
    if len(sheet.rivals) >= _MANY and sheet.base is None:
        sheet.kept(("all pairs",), lambda: _work_out(sheet, shapes=False))


def work_out_shapes(sheet: Sheet) -> None:
    """Their likeness without the price likewise."""
    if sheet.price is None and sheet.weights is None:
        work_out(sheet)
    elif len(sheet.rivals) >= _MANY and sheet.base is None:
        sheet.kept(("all shapes",), lambda: _work_out(sheet, shapes=True))


def _work_out(sheet: Sheet, shapes: bool) -> bool:
    from bluecanvas.maths.all_pairs import all_pairs

    judged = [id for id in dict.fromkeys((*sheet.options, sheet.canvas.us)) if id is not None]
    ids = [*sheet.rivals, *(id for id in judged if id not in sheet.rivals)]
    sets = list({sheet.on(which): which for which in On})
    held = [tuple([j for j in factors if j != sheet.price]) for factors in sets] if shapes else sets
    rows, weights = [sheet.rows[id] for id in ids], None if shapes else sheet.weights
    found = all_pairs(rows, held, weights, distances=not shapes)
    for which in On:
        pairs = found[sets.index(sheet.on(which))]
        if shapes:
            _keep(sheet, "shape", which, ids, pairs.correlations)
        else:
            _keep(sheet, "gap", which, ids, pairs.gaps)
            _keep(sheet, "r", which, ids, pairs.correlations)
            if sheet.weights is None and sheet.price is None:
                _keep(sheet, "shape", which, ids, pairs.correlations)
    return True


def _keep(sheet: Sheet, name: str, which: On, ids: Sequence[str], figures: Sequence[Sequence[float | None]]) -> None:
    """Keep a figure of every pair with a rival, who come first, under either order of the two."""
    for later, row in zip(ids, figures, strict=True):
        for earlier, figure in zip(sheet.rivals, row, strict=False):
            sheet.keep((name, later, earlier, which), figure)
            sheet.keep((name, earlier, later, which), figure)


def _mean(sheet: Sheet, curve: str | None, which: On, figure: _Figure) -> float | None:
    """The mean of a figure over all pairs of players: those of the rivals, which no option changes, and its own."""
    rivals = _of_rivals(sheet, which, figure)
    found = (
        []
        if curve is None or curve in sheet.rivals
        else [figure.alone(sheet, curve, rival, which) for rival in sheet.rivals]
    )
    own = [one for one in found if one is not None]
    count = rivals.pairs + len(own)
    return fsum((rivals.total, *own)) / count if count else None


def _of_rivals(sheet: Sheet, which: On, figure: _Figure) -> _Total:
    """The rivals' pairs; where the level of one is nudged, from what they came to before."""

    def compute() -> _Total:
        base, moved = sheet.base, [id for id in sheet.rivals if sheet.is_moved(id)]
        if base is None or not sheet.same_sets:
            return _from_scratch(sheet, which, figure)
        before = _of_rivals(base, which, figure)
        others = [(id, rival) for id in moved for rival in sheet.rivals if rival != id]
        gone = [one for pair in others if (one := figure.alone(base, *pair, which)) is not None]
        come = [one for pair in others if (one := figure.alone(sheet, *pair, which)) is not None]
        return _Total(before.total - fsum(gone) + fsum(come), before.pairs - len(gone) + len(come))

    return sheet.kept((figure.name, which), compute, *sheet.rivals)


def _from_scratch(sheet: Sheet, which: On, figure: _Figure) -> _Total:
    """The rivals' pairs: at once of those whose levels are all known, else pair by pair."""
    rivals = sheet.rivals
    whole = {id: None for id in rivals if None not in sheet.row(id, which)}
    if len(whole) < len(rivals):
        work_out(sheet)
    total, count = figure.at_once(sheet, list(whole), which)
    others = [
        found
        for a, b in combinations(rivals, 2)
        if (a not in whole or b not in whole) and (found := figure.alone(sheet, a, b, which)) is not None
    ]
    return _Total(fsum((total, *others)), count + len(others))


def _gaps(sheet: Sheet, players: list[str], which: On) -> tuple[float, int]:
    """The distances of all pairs of players, who have no unknown level, added up, and how many there are."""
    rows = [sheet.row(id, which) for id in players]
    return sum_of_gaps(rows, sheet.weights_of(which))  # type: ignore[arg-type] # nothing unknown is in them


def _correlations(sheet: Sheet, players: list[str], which: On) -> tuple[float, int]:
    """Their correlations likewise."""
    return sum_of_correlations([_direction(sheet, id, which) for id in players])


def _correlation(sheet: Sheet, a: str, b: str, which: On) -> float | None:
    """The correlation of two players: where all their levels are known, from what each has done for all its pairs."""
    if None in sheet.row(a, which) or None in sheet.row(b, which):
        return sheet.correlation(a, b, which)
    x, y = _direction(sheet, a, which), _direction(sheet, b, which)
    return None if x is None or y is None else fsum(map(mul, x, y))


def _direction(sheet: Sheet, id: str, which: On) -> list[float] | None:
    def compute() -> list[float] | None:
        return direction(sheet.row(id, which), sheet.weights_of(which))  # type: ignore[arg-type] # none is unknown

    return sheet.kept_of_rows(("direction", id, which), compute, id)


class _Shape(NamedTuple):
    """A curve's levels without the price, and their direction where all are known."""

    levels: list[float]
    """An unknown one as 0."""
    known: list[bool]
    is_whole: bool
    unit: list[float] | None


def _shape(sheet: Sheet, id: str, which: On) -> _Shape:
    def compute() -> _Shape:
        row = [sheet.rows[id][j] for j in sheet.on(which) if j != sheet.price]
        levels, known = [level or 0.0 for level in row], [level is not None for level in row]
        whole = all(known)
        return _Shape(levels, known, whole, direction(levels) if whole else None)

    return sheet.kept_of_rows(("levels of shape", id, which), compute, id)
