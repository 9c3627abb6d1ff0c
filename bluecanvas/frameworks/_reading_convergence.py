"""Red-ocean convergence: do all players rank the factors alike, at one height or at several?"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import fsum

from bluecanvas.frameworks._reading_kinds import (
    NOT_JUDGED,
    Figures,
    Gauge,
    Kind,
    Outcome,
    Scope,
    at_least,
    at_most,
    called,
    points,
    several,
)
from bluecanvas.frameworks._reading_sheet import On, Sheet
from bluecanvas.maths.agreement import concordance
from bluecanvas.maths.convergence import clusters
from bluecanvas.words import listed


def judge(
    sheet: Sheet, curve: str | None, on: On | None = None, *, agree: float = 0.80, near: float = 0.15
) -> Outcome:
    """Converged: Kendall's W of the players is at least `agree` and their mean distance at most `near`.

    Tiers: as alike, but further apart. On existing factors unless said otherwise.
    """
    which = on or On.EXISTING
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


def figures(sheet: Sheet, curve: str | None, on: On | None) -> Figures:
    """Kendall's W of the players, the mean of their pairwise correlations and of their pairwise distances."""
    which = on or On.EXISTING
    likeness = [sheet.correlation(a, b, which) for a, b in combinations(sheet.players(curve), 2)]
    return {
        "w": agreement(sheet, curve, which),
        "r_mean": _mean(likeness),
        "gap_mean": gap_mean(sheet, curve, which),
    }


def agreement(sheet: Sheet, curve: str | None, which: On) -> float | None:
    """Kendall's W of the rivals and a curve, corrected for ties; None for fewer than two players or factors."""
    ranking = sheet.ranking(curve, which)
    if len(ranking.ranks) < 2 or len(ranking.factors) < 2:
        return None
    return concordance(ranking.sums, len(ranking.ranks), sum(ranking.ties.values()))


def gap_mean(sheet: Sheet, curve: str | None, which: On) -> float | None:
    """The mean distance of two players."""
    return _mean([sheet.gap(a, b, which) for a, b in combinations(sheet.players(curve), 2)])


def alike(sheet: Sheet, curve: str | None, which: On, least: float = 0.80) -> list[list[str]]:
    """The players in groups of one shape: average linkage on 1 − r, as long as r is at least `least` on average."""
    players = sheet.players(curve)
    apart = {(a, b): 1 - (sheet.correlation(a, b, which) or 0.0) for a, b in combinations(players, 2)}
    return clusters(players, apart, 1 - least)


def why(sheet: Sheet, curve: str, outcome: Outcome, found: Figures) -> str:
    """The sentence."""
    us, others = called(sheet, curve), several([called(sheet, id) for id in sheet.rivals if id != curve])
    if outcome.verdict == NOT_JUDGED:
        missing = "fewer than two existing factors have levels of all" if sheet.rivals else "there is no rival"
        return f"{us} and its market cannot be compared: {missing}"
    if outcome.verdict == "converged":
        return f"{us} and {others} are high and low on the same factors, {points(sheet, found['gap_mean'] or 0.0)} apart: to a buyer they are one offer"
    if outcome.verdict == "tiers":
        return f"{us} and {others} are high and low on the same factors at different heights: tiers of one strategy"
    groups = [several([called(sheet, id) for id in group]) for group in alike(sheet, curve, On.EXISTING) if group[1:]]
    if len(sheet.players(curve)) == 2:
        return f"{us} and {others} are not high and low on the same factors"
    said = f"; of one shape are {listed(groups, 'and, among themselves,')}" if groups else "; no two have one shape"
    return f"{us} and {others} do not agree on what to be high on{said}"


def gauges(_outcome: Outcome, found: Figures, bars: Mapping[str, float]) -> tuple[Gauge, ...]:
    """Agreement and distance."""
    drawn = []
    if found["w"] is not None:
        drawn.append(Gauge("W", found["w"], bars["agree"]))
    if found["gap_mean"] is not None and at_least(found["w"], bars["agree"]):
        drawn.append(Gauge("gap", found["gap_mean"], bars["near"], at_least=False, high=0.5))
    return tuple(drawn)


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known else None


CONVERGENCE = Kind("convergence", "Convergence", "BC207", Scope.ALL, judge, figures, why, gauges, decide=decide)
