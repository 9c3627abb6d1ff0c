"""How the players rank the factors: what Kendall's W is computed from, shared by all options and by nudges."""

from __future__ import annotations

from functools import partial
from math import fsum
from operator import add, sub

from bluecanvas.frameworks._reading_sheet import On, Sheet
from bluecanvas.maths.agreement import average_ranks, concordance, tie_correction
from bluecanvas.named import NamedTuple


class Ranking(NamedTuple):
    """How players rank the factors that all of them have a level for."""

    factors: tuple[int, ...]
    sums: list[float]
    """The sum of each factor's ranks."""
    ties: int
    players: int


def ranking(sheet: Sheet, curve: str | None, which: On) -> Ranking:
    """How the rivals and a curve rank the factors that all of them have a level for."""
    factors = sheet.known_to_all(curve, which)
    players = sheet.players(curve)
    sums, ties = sheet.kept(("rank sums", which, factors), lambda: _of_rivals(sheet, which, factors), *sheet.rivals)
    if len(players) > len(sheet.rivals):
        ranks, own = _ranks(sheet, players[0], factors)
        sums, ties = list(map(add, sums, ranks)), ties + own
    return Ranking(factors, sums, ties, len(players))


def agreement(sheet: Sheet, curve: str | None, which: On) -> float | None:
    """Kendall's W of the rivals and a curve, corrected for ties; None for fewer than two players or factors."""

    def compute() -> float | None:
        found = ranking(sheet, curve, which)
        if found.players < 2 or len(found.factors) < 2:
            return None
        return concordance(found.sums, found.players, found.ties)

    return sheet.kept(("w", curve, which), compute, *sheet.players(curve))


def _of_rivals(sheet: Sheet, which: On, factors: tuple[int, ...]) -> tuple[list[float], int]:
    """The rivals' sums of ranks, and their tie corrections added up; where one's level is nudged, from those before."""
    base, moved = sheet.base, [id for id in sheet.rivals if sheet.is_moved(id)]
    if base is None or not sheet.same_sets:
        ranked = [_ranks(sheet, id, factors) for id in sheet.rivals]
        columns = zip(*[ranks for ranks, _ in ranked], strict=True)
        return [fsum(column) for column in columns] or [0.0] * len(factors), sum(ties for _, ties in ranked)
    sums, ties = base.kept(("rank sums", which, factors), lambda: _of_rivals(base, which, factors), *base.rivals)
    for id in moved:
        before, after = _ranks(base, id, factors), _ranks(sheet, id, factors)
        sums = list(map(add, sums, map(sub, after[0], before[0])))  # ranks are halves: nothing is lost
        ties += after[1] - before[1]
    return sums, ties


def _ranks(sheet: Sheet, curve: str, factors: tuple[int, ...]) -> tuple[list[float], int]:
    return sheet.kept_of_rows(("ranks", curve, factors), partial(_ranked, sheet, curve, factors), curve)


def _ranked(sheet: Sheet, curve: str, factors: tuple[int, ...]) -> tuple[list[float], int]:
    row = sheet.rows[curve]
    ranks = average_ranks([row[j] or 0.0 for j in factors])
    return ranks, tie_correction(ranks)
