"""Red-ocean convergence: do all players rank the factors alike, at one height or at several?"""

from __future__ import annotations

from itertools import combinations
from math import fsum, sqrt

from bluecanvas.frameworks._reading_kinds import (
    NOT_JUDGED,
    Bars,
    Figures,
    Gauge,
    Kind,
    Outcome,
    Scope,
    enough,
)
from bluecanvas.frameworks._reading_pairs import Running, correlation_mean, gap_mean, likeness, work_out_shapes
from bluecanvas.frameworks._reading_ranks import agreement, ranking
from bluecanvas.frameworks._reading_sheet import EXISTING, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_least, at_most
from bluecanvas.maths.convergence import clusters
from bluecanvas.named import NamedTuple

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
    for rival in sheet.rivals if len(players) > len(sheet.rivals) else ():
        room -= sheet.gap(curve, rival, EXISTING) or 0.0  # without those that are unknown the mean is only higher
        if room < 0:
            return False
    rivals = sheet.kept(("running gaps",), lambda: Running(sheet, EXISTING))
    return len(players) > 1 and not rivals.exceeds(room)


def known(sheet: Sheet, curve: str) -> bool:
    """Whether all players' levels are known on enough of the existing factors."""
    return enough(len(sheet.known_to_all(curve, EXISTING)), len(sheet.on(EXISTING)))


def figures(sheet: Sheet, curve: str | None, on: On | None, _bars: Bars) -> Figures:
    """Kendall's W of the players, the mean of their pairwise correlations and of their pairwise distances."""
    which = on or EXISTING
    return {
        "w": agreement(sheet, curve, which),
        "r_mean": correlation_mean(sheet, curve, which),
        "gap_mean": gap_mean(sheet, curve, which),
    }


def alike(sheet: Sheet, curve: str | None, which: On, least: float = 0.50) -> list[list[str]]:
    """The players in groups of one shape: average linkage on 1 − r, as long as r is at least `least` on average.

    Without the price, in which tiers of one strategy differ most.
    """
    players = sheet.players(curve)
    work_out_shapes(sheet)
    apart = {(a, b): 1 - (likeness(sheet, a, b, which) or 0.0) for a, b in combinations(players, 2)}
    return clusters(players, apart, 1 - least)


def why(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    sheet = told.sheet
    players = sheet.players(curve)
    if outcome.verdict == NOT_JUDGED:
        return told.phrase(
            "{us} and its market cannot be compared: {reason}",
            us=told.called(curve), reason=reason(told, curve, found),
        )  # fmt: skip
    everyone = told.curves(players)
    if outcome.verdict == "converged":
        return told.phrase(
            "{everyone} are high and low on the same factors, {points} apart: to a buyer they are one offer",
            everyone=everyone, points=told.points(found["gap_mean"] or 0.0),
        )  # fmt: skip
    if outcome.verdict == "tiers":
        return told.phrase(
            "{everyone} are high and low on the same factors at different heights: tiers of one strategy",
            everyone=everyone,
        )  # fmt: skip
    if len(players) == 2:
        return told.phrase("{everyone} are not high and low on the same factors", everyone=everyone)
    shapes = alike(sheet, curve, EXISTING)
    if len(shapes) == 1:
        return told.phrase(
            "{everyone} differ in what they are highest on, though all have much of one shape", everyone=everyone
        )
    groups = [told.phrase("{group} share much of one shape", group=told.curves(group)) for group in shapes if group[1:]]
    return told.phrase(
        "{everyone} do not agree on what to be high on; {groups}",
        everyone=everyone,
        groups=told.voice.clauses(groups) or told.phrase("no two share a shape"),
    )


def reason(told: Telling, curve: str, _found: Figures) -> str:
    """Why it is not judged."""
    sheet = told.sheet
    if len(sheet.players(curve)) < 2:
        return told.phrase("there is no rival")
    if len(sheet.known_to_all(curve, EXISTING)) > 1:
        return told.phrase("on the existing factors that have levels of all, every curve is flat")
    return told.phrase("fewer than two existing factors have levels of all")


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
    found = ranking(sheet, curve, which)
    middle = len(players) * (len(found.sums) + 1) / 2
    return _Standing(
        agreement(sheet, curve, which),
        gap_mean(sheet, curve, which),
        sqrt(fsum((total - middle) ** 2 for total in found.sums)),
        found.ties,
        len(players),
        frozenset(found.factors),
        len(found.factors) == len(sheet.on(which)),
        {id: [sheet.rows[id][j] or 0.0 for j in found.factors] for id in players},
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
    "BC207",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    reason=reason,
    decide=decide,
    settled=settled,
    may_fire=may_fire,
    enough=known,
)
