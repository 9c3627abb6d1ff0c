"""Red-ocean convergence: do all players rank the factors alike, at one height or at several?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import combinations, compress
from math import fsum, sqrt
from operator import and_, mul
from typing import NamedTuple

from bluecanvas.frameworks._reading_kinds import (
    NOT_JUDGED,
    Bars,
    Figures,
    Gauge,
    Kind,
    Outcome,
    Scope,
    at_least,
    at_most,
    called,
    enough,
    points,
    several,
)
from bluecanvas.frameworks._reading_sheet import EXISTING, On, Sheet
from bluecanvas.maths.agreement import concordance
from bluecanvas.maths.convergence import clusters
from bluecanvas.maths.divergence import correlation
from bluecanvas.maths.pairs import direction, sum_of_correlations, sum_of_gaps

_CLOSE = 1e-7
"""Bounds so close to a threshold prove nothing."""


def judge(sheet: Sheet, curve: str | None, on: On | None = None, *, agree: float = 0.80, near: float = 0.15) -> Outcome:
    """Converged: Kendall's W of the players is at least `agree` and their mean distance at most `near`.

    Tiers: as alike, but further apart. On existing factors unless said otherwise.
    """
    which = on or EXISTING
    w = agreement(sheet, curve, which)
    apart = gap_mean(sheet, curve, which) if at_least(w, agree) else None
    return decide({"w": w, "gap_mean": apart}, agree=agree, near=near)


def decide(found: Figures, *, agree: float = 0.80, near: float = 0.15) -> Outcome:
    """The verdict from the figures."""
    w, apart = found["w"], found["gap_mean"]
    if w is None:
        return Outcome(NOT_JUDGED)
    if not at_least(w, agree):
        return Outcome("apart")
    return Outcome("converged", fires=True) if at_most(apart, near) else Outcome("tiers")


def may_fire(sheet: Sheet, curve: str, bars: Bars) -> bool:
    """Whether the distances of the players leave their mean at most `near`: told from the first few where they do not."""
    players = sheet.players(curve)
    room = (bars["near"] + _CLOSE) * len(players) * (len(players) - 1) / 2
    for a, b in combinations(players, 2):
        room -= sheet.gap(a, b, EXISTING) or 0.0  # without those that are unknown the mean is only higher
        if room < 0:
            return False
    return len(players) > 1


def known(sheet: Sheet, curve: str) -> bool:
    """Whether all players' levels are known on enough of the existing factors."""
    return enough(len(sheet.ranking(curve, EXISTING).factors), len(sheet.on(EXISTING)))


def figures(sheet: Sheet, curve: str | None, on: On | None, _bars: Bars) -> Figures:
    """Kendall's W of the players, the mean of their pairwise correlations and of their pairwise distances."""
    which = on or EXISTING
    return {
        "w": agreement(sheet, curve, which),
        "r_mean": _mean_of_pairs(sheet, curve, which, sheet.correlation, _correlations),
        "gap_mean": gap_mean(sheet, curve, which),
    }


def agreement(sheet: Sheet, curve: str | None, which: On) -> float | None:
    """Kendall's W of the rivals and a curve, corrected for ties; None for fewer than two players or factors."""
    ranking = sheet.ranking(curve, which)
    if len(ranking.ranks) < 2 or len(ranking.factors) < 2:
        return None
    return concordance([fsum(column) for column in zip(*ranking.ranks, strict=True)], len(ranking.ranks), ranking.ties)


def gap_mean(sheet: Sheet, curve: str | None, which: On) -> float | None:
    """The mean distance of two players."""
    return _mean_of_pairs(sheet, curve, which, sheet.gap, _gaps)


def _mean_of_pairs(
    sheet: Sheet,
    curve: str | None,
    which: On,
    alone: Callable[[str, str, On], float | None],
    at_once: Callable[[Sheet, list[str], On], tuple[float, int]],
) -> float | None:
    """The mean of a figure over all pairs of players: at once of those whose levels are all known, else pair by pair."""
    players = sheet.players(curve)

    def compute() -> float | None:
        whole = {id: None for id in players if None not in sheet.row(id, which)}
        total, count = at_once(sheet, list(whole), which)
        others = [
            found
            for a, b in combinations(players, 2)
            if (a not in whole or b not in whole) and (found := alone(a, b, which)) is not None
        ]
        return fsum((total, *others)) / (count + len(others)) if count or others else None

    return sheet.kept(("mean of pairs", at_once, curve, which), compute, *players)


def _gaps(sheet: Sheet, players: list[str], which: On) -> tuple[float, int]:
    """The distances of all pairs of players, who have no unknown level, added up, and how many there are."""
    rows = [sheet.row(id, which) for id in players]
    return sum_of_gaps(rows, sheet.weights_of(which))  # type: ignore[arg-type] # nothing unknown is in them


def _correlations(sheet: Sheet, players: list[str], which: On) -> tuple[float, int]:
    """Their correlations likewise."""
    weights = sheet.weights_of(which)

    def compute(id: str) -> list[float] | None:
        return direction(sheet.row(id, which), weights)  # type: ignore[arg-type] # as above

    return sum_of_correlations([sheet.kept(("direction", id, which), partial(compute, id), id) for id in players])


def alike(sheet: Sheet, curve: str | None, which: On, least: float = 0.50) -> list[list[str]]:
    """The players in groups of one shape: average linkage on 1 − r, as long as r is at least `least` on average.

    Without the price, in which tiers of one strategy differ most.
    """
    players = sheet.players(curve)
    apart = {(a, b): 1 - (_likeness(sheet, a, b, which) or 0.0) for a, b in combinations(players, 2)}
    return clusters(players, apart, 1 - least)


def _likeness(sheet: Sheet, a: str, b: str, which: On) -> float | None:
    def compute() -> float | None:
        x, y = _shape(sheet, a, which), _shape(sheet, b, which)
        if x.is_whole and y.is_whole:
            return None if x.unit is None or y.unit is None else fsum(map(mul, x.unit, y.unit))
        both = list(map(and_, x.known, y.known))
        return correlation(list(compress(x.levels, both)), list(compress(y.levels, both)))

    return sheet.kept(("shape", a, b, which), compute, a, b)


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

    return sheet.kept(("levels of shape", id, which), compute, id)


def why(sheet: Sheet, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us, everyone = called(sheet, curve), several([called(sheet, id) for id in sheet.players(curve)])
    if outcome.verdict == NOT_JUDGED:
        missing = "fewer than two existing factors have levels of all" if sheet.rivals else "there is no rival"
        return f"{us} and its market cannot be compared: {missing}"
    if outcome.verdict == "converged":
        return f"{everyone} are high and low on the same factors, {points(sheet, found['gap_mean'] or 0.0)} apart: to a buyer they are one offer"
    if outcome.verdict == "tiers":
        return f"{everyone} are high and low on the same factors at different heights: tiers of one strategy"
    if len(sheet.players(curve)) == 2:
        return f"{everyone} are not high and low on the same factors"
    shapes = alike(sheet, curve, EXISTING)
    if len(shapes) == 1:
        return f"{everyone} differ in what they are highest on, though all have much of one shape"
    groups = [several([called(sheet, id) for id in group]) for group in shapes if group[1:]]
    said = "; ".join(f"{group} share much of one shape" for group in groups) or "no two share a shape"
    return f"{everyone} do not agree on what to be high on; {said}"


def gauges(_outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """Agreement and distance."""
    drawn = []
    if found["w"] is not None:
        drawn.append(Gauge("W", found["w"], bars["agree"]))
    if found["gap_mean"] is not None and at_least(found["w"], bars["agree"]):
        drawn.append(Gauge("gap", found["gap_mean"], bars["near"], at_least=False, high=0.5))
    return tuple(drawn)


class _Standing(NamedTuple):
    """What bounds the effect of a single level."""

    w: float | None
    apart: float | None
    root: float
    """The square root of Kendall's S, the spread of the sums of ranks."""
    ties: int
    players: int
    factors: frozenset[int]
    known: bool
    """Whether every player has a level for every factor."""
    levels: dict[str, list[float]]


def _standing(sheet: Sheet, curve: str | None) -> _Standing:
    which, players = EXISTING, sheet.players(curve)
    ranking = sheet.ranking(curve, which)
    sums = [fsum(column) for column in zip(*ranking.ranks, strict=True)]
    middle = len(players) * (len(sums) + 1) / 2
    return _Standing(
        agreement(sheet, curve, which),
        gap_mean(sheet, curve, which),
        sqrt(fsum((total - middle) ** 2 for total in sums)),
        ranking.ties,
        len(players),
        frozenset(ranking.factors),
        len(ranking.factors) == len(sheet.on(which)),
        {id: [sheet.rows[id][j] or 0.0 for j in ranking.factors] for id in players},
    )


def settled(sheet: Sheet, curve: str, id: str, factor: int, share: float, bars: Bars) -> bool:
    """Whether a level moved that far leaves the verdict, by how much the sums of ranks and the distances can change.

    A level that passes k others changes its own rank by at most k and theirs by at most one each; the root of S
    then changes by at most the root of k² + k. The players' mean distance changes by at most 2/p of the move.
    """
    now = sheet.kept(("standing", curve), lambda: _standing(sheet, curve))
    if now.players < 2 or len(now.factors) < 2 or id not in now.levels:
        return True
    if now.w is None:
        return False
    least = most = now.w
    start = sheet.rows[id][factor] or 0.0
    if factor in now.factors:
        levels, count = now.levels[id], len(now.factors)
        low, high = min(start, share), max(start, share)
        passed = sum(low <= level <= high for level in levels) - 1
        left, met = levels.count(start), levels.count(share)
        ties = now.ties + 3 * met * (met + 1) - 3 * left * (left - 1)  # (t + 1)³ − (t + 1) − t³ + t = 3 t (t + 1)
        room = now.players * now.players * (count**3 - count) - now.players * ties
        step = sqrt(passed * passed + passed)
        if room <= 0:
            return False
        least, most = (12 * max(0.0, now.root + side) ** 2 / room for side in (-step, step))
    if most < bars["agree"] - _CLOSE:
        return not at_least(now.w, bars["agree"])
    if least < bars["agree"] + _CLOSE or not now.known or now.apart is None:
        return False
    weights = sheet.weights
    weight = (
        1 / len(now.factors) if weights is None else weights[factor] / (fsum(weights[j] for j in now.factors) or 1.0)
    )
    change = 2 / now.players * abs(share - start) * weight + _CLOSE
    return now.apart + change < bars["near"] or now.apart - change > bars["near"]


CONVERGENCE = Kind(
    "convergence",
    "Convergence",
    "BC207",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    decide=decide,
    settled=settled,
    may_fire=may_fire,
    enough=known,
)
