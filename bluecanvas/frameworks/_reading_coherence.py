"""Coherence: does the curve depart along its themes, and is nothing high whose support is low?"""

from __future__ import annotations

from math import sqrt

from bluecanvas.frameworks._reading_delivery import HIGH, LOW
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
from bluecanvas.frameworks._reading_sheet import ALL, EXISTING, REFERENCE, On, Row, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.coherence import eta_squared, random_turning_points, spread, turning_points
from bluecanvas.maths.comparing import at_least, at_most

_LEAST_TURNING = 9
"""Factors: fewer turn too seldom to tell a line from none."""


def judge(
    sheet: Sheet,
    curve: str,
    on: On | None = None,
    *,
    uneven: float = 0.25,
    explained: float = 0.20,
    turns: float = 1.96,
) -> Outcome:
    """Incoherent: departures spread by at least `uneven` of the axis, of which themes explain at most `explained`.

    Departures from the reference, a burden's the other way round, on existing factors with a theme. The order of the
    axis plays no part. Where no factor has a theme, a curve zigzags if, spread as far, its departures turn more often
    than chance would have them, by `turns` standard deviations, from the factor the others offer least to the most.
    """
    return decide(figures(sheet, curve, on, {}), uneven=uneven, explained=explained, turns=turns)


def decide(found: Figures, *, uneven: float = 0.25, explained: float = 0.20, turns: float = 1.96) -> Outcome:
    """The verdict from the figures."""
    if found["turns"] is not None and at_least(found["turns"], turns) and at_least(found["spread"], uneven):
        return Outcome("zigzag", fires=True, code="BC211")
    if found["spread"] is None or found["turns"] is not None:
        return Outcome(NOT_JUDGED, code="BC211")
    if at_least(found["spread"], uneven) and at_most(found["explained"], explained):
        return Outcome("incoherent", fires=True)
    return Outcome("coherent")


def figures(sheet: Sheet, curve: str, on: On | None, _bars: Bars) -> Figures:
    """The standard deviation of the departures, and the share of their variance that lies between themes.

    Where no factor has a theme, `turns` is how many standard deviations more often they turn than by chance.
    """
    which = on or EXISTING
    return sheet.kept(("coherence", curve, which), lambda: _figures(sheet, curve, which), curve, REFERENCE)


def _figures(sheet: Sheet, curve: str, which: On) -> Figures:
    if not _is_themed(sheet):
        return _without_themes(sheet, curve, which)
    departures, themes = [], []
    row, reference = sheet.valued_row(curve), sheet.valued_row(REFERENCE)
    for j in sheet.on(which):
        ours, theirs = row[j], reference[j]
        theme = sheet.factors[j].theme
        if theme is not None and ours is not None and theirs is not None:
            departures.append(ours - theirs)
            themes.append(theme)
    # one factor a theme, and the themes explain everything; one theme, and they explain nothing
    if not 1 < len(set(themes)) < len(themes):
        return {"spread": None, "explained": None, "turns": None}
    return {"spread": spread(departures), "explained": eta_squared(departures, themes), "turns": None}


def _is_themed(sheet: Sheet) -> bool:
    """Whether any factor has a theme."""
    return any([factor.theme for factor in sheet.factors])  # noqa: C419 - quicker so


def _without_themes(sheet: Sheet, curve: str, which: On) -> Figures:
    """Turns in an order that is nobody's choice: by the others' level, then by how far we depart from it."""
    factors = sheet.on(which)
    if len(factors) < _LEAST_TURNING:
        return {"spread": None, "explained": None, "turns": None}
    row, reference = sheet.valued_row(curve), sheet.valued_row(REFERENCE)
    pairs = [(reference[j], row[j]) for j in factors]
    known = sorted(
        [(round(theirs, 9), ours - theirs) for theirs, ours in pairs if theirs is not None and ours is not None]
    )
    if not enough(len(known), len(factors)) or len(known) < _LEAST_TURNING:
        return {"spread": None, "explained": None, "turns": None}
    departures = [apart for _, apart in known]
    mean, variance = random_turning_points(len(departures))
    return {
        "spread": spread(departures),
        "explained": None,
        "turns": (turning_points(departures) - mean) / sqrt(variance),
    }


def why(told: Telling, curve: str, outcome: Outcome, found: Figures, bars: Bars) -> str:
    """The sentence."""
    us, them = told.called(curve), told.whom()
    if outcome.verdict == NOT_JUDGED:
        return told.phrase("{us} cannot be read for a line: {reason}", us=us, reason=reason(told, curve, found))
    wide = told.points(found["spread"] or 0.0)
    if outcome.verdict == "zigzag":
        return told.phrase(
            "{us} departs from {them} up and down (by {points}) more often than chance would, and no factor has a `theme` that says along which line",
            us=us, them=them, points=wide,
        )  # fmt: skip
    percent = told.phrase("{n} %", n=round(100 * (found["explained"] or 0.0)))
    if outcome.fires:
        return told.phrase(
            "{us} departs from {them} without a line: its themes explain {percent} of where it does (by {points})",
            us=us, them=them, percent=percent, points=wide,
        )  # fmt: skip
    if found["explained"] is None or not at_least(found["spread"], bars["uneven"]):
        return told.phrase(
            "{us} departs from {them} about as much on one factor as on another ({points} of spread)",
            us=us,
            them=them,
            points=wide,
        )
    return told.phrase(
        "{us} departs from {them} along its themes, which explain {percent} of where it does",
        us=us, them=them, percent=percent,
    )  # fmt: skip


def reason(told: Telling, _curve: str, _found: Figures) -> str:
    """Why it is not judged."""
    if _is_themed(told.sheet):
        return told.phrase("it takes two themes, and two factors of one")
    return told.phrase("no factor has a `theme`")


def gauges(outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """How uneven the departures are, how much of that the themes explain, and how often they turn without any."""
    drawn = []
    if outcome.verdict == NOT_JUDGED:
        return ()
    if found["turns"] is not None:
        drawn.append(Gauge("turns", found["turns"], bars["turns"], high=2.0))
    if found["spread"] is not None:
        drawn.append(Gauge("spread", found["spread"], bars["uneven"], high=0.5))
    if found["explained"] is not None:
        drawn.append(Gauge("by-theme", found["explained"], bars["explained"], at_least=False))
    return tuple(drawn)


def judge_support(sheet: Sheet, curve: str, on: On | None = None, *, high: float = HIGH, low: float = LOW) -> Outcome:
    """Contradictory: a factor at `high` or more that a factor at `low` or less supports; burdens the other way round."""
    edges = _edges(sheet, on)
    if not edges:
        return Outcome(NOT_JUDGED)
    valued = sheet.valued_row(curve)
    up, down = ([at_least(share, high) for share in valued], [at_most(share, low) for share in valued])
    broken = [(j, support) for j, support in edges if up[j] and down[support]]
    if broken:
        broken.sort(key=lambda edge: (*_slack(valued, edge, high, low), *(sheet.factors[j].name for j in edge)))
        return Outcome("contradictory", fires=True, factors=tuple(j for edge in broken for j in edge))
    known = all([valued[j] is not None and valued[support] is not None for j, support in edges])  # noqa: C419 - quicker so
    return Outcome("consistent" if known else NOT_JUDGED)


def support_figures(sheet: Sheet, curve: str, on: On | None, bars: Bars) -> Figures:
    """How many of what supports what is broken; level and support, as valued, of the worst pair."""
    edges, valued = _edges(sheet, on), sheet.valued_row(curve)
    known = [edge for edge in edges if None not in (valued[edge[0]], valued[edge[1]])]
    found: dict[str, float | None] = {"broken": None, "pairs": float(len(edges)), "level": None, "support": None}
    if known:
        levels = [(valued[j], valued[support]) for j, support in known]
        found["broken"] = float(sum(at_least(up, bars["high"]) and at_most(down, bars["low"]) for up, down in levels))
        of, by = min(known, key=lambda edge: _slack(valued, edge, bars["high"], bars["low"]))
        found |= {"level": valued[of], "support": valued[by]}
    return found


def support_gauges(outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The level and its support's of the pair that is, or is nearest to, a contradiction."""
    level, support = found["level"], found["support"]
    if outcome.verdict == NOT_JUDGED or level is None or support is None:
        return ()
    return Gauge("level", level, bars["high"]), Gauge("support", support, bars["low"], at_least=False)


def why_support(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us = told.called(curve)
    if outcome.fires:
        pairs = list(zip(outcome.factors[::2], outcome.factors[1::2], strict=True))
        promises = _promise(told, curve, *pairs[0])
        if pairs[1:]:
            second = _promise(told, curve, *pairs[1])
            promises = told.phrase("{first} and {second}", first=promises, second=second)
        if pairs[2:]:
            promises = told.phrase("{promises}, and {number} more such", promises=promises, number=len(pairs) - 2)
        return told.phrase("{us} {promises}", us=us, promises=promises)
    if outcome.verdict == NOT_JUDGED:
        reason = support_reason(told, curve, found)
        return told.phrase("{us} cannot be held against itself: {reason}", us=us, reason=reason)
    names = list(dict.fromkeys(told.factor(j) for j, _ in _edges(told.sheet, None)))
    return told.phrase_number(
        "{us} is low on nothing that {factors} depends on", "{us} is low on nothing that {factors} depend on",
        len(names), us=us, factors=told.voice.listed(names[:3]),
    )  # fmt: skip


def support_reason(told: Telling, _curve: str, _found: Figures) -> str:
    """Why contradictions are not judged."""
    if not _edges(told.sheet, None):
        return told.phrase("no factor `supports` another")
    return told.phrase("a level is unknown among what supports what")


def _themed(sheet: Sheet, _curve: str) -> list[int]:
    themed = [j for j, factor in enumerate(sheet.factors) if factor.theme is not None]
    return themed or list(range(len(sheet.factors)))


def _enough(sheet: Sheet, curve: str) -> bool:
    """Whether enough of the existing factors with a theme (of all, where none has one) have levels of both."""
    asked = [j for j in _themed(sheet, curve) if sheet.existing[j]]
    ours, theirs = sheet.rows[curve], sheet.rows[REFERENCE]
    return enough(sum(ours[j] is not None and theirs[j] is not None for j in asked), len(asked))


def _tied(sheet: Sheet, _curve: str) -> set[int]:
    return sheet.kept_of_rows(("tied",), lambda: {j for edge in _edges(sheet, None) for j in edge})


def _edges(sheet: Sheet, on: On | None) -> list[tuple[int, int]]:
    """What supports what within a set of factors, the supported first."""
    return sheet.kept_of_rows(("edges", on), lambda: _find_edges(sheet, on))


def _find_edges(sheet: Sheet, on: On | None) -> list[tuple[int, int]]:
    supported = [factor.supports for factor in sheet.factors]
    if not any(supported):
        return []
    place = {factor.id: j for j, factor in enumerate(sheet.factors)}
    within = set(sheet.on(on or ALL))
    return [
        (j, place[support])
        for j, factor in enumerate(sheet.factors)
        for support in supported[j]
        if j in within and place.get(support) in within and place[support] != j
    ]


def _slack(valued: Row, edge: tuple[int, int], high: float, low: float) -> tuple[float, float, float]:
    """How far a pair is from a contradiction, negative where it is one; then how the two levels lie."""
    up, down = (valued[j] or 0.0 for j in edge)
    return round(max(high - up, down - low), 9), round(down - up, 9), round(down, 9)


def _promise(told: Telling, curve: str, factor: int, support: int) -> str:
    it, that = _at(told, curve, factor), _at(told, curve, support)
    return told.phrase("promises {factor} with {support}, which it depends on", factor=it, support=that)


def _at(told: Telling, curve: str, factor: int) -> str:
    share = told.sheet.rows[curve][factor]
    return told.phrase("{factor} at {level}", factor=told.factor(factor), level=told.level(share or 0.0))


INCOHERENCE = Kind(
    "incoherence",
    "BC210",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    reason=reason,
    decide=decide,
    factors=_themed,
    enough=_enough,
    codes=("BC210", "BC211"),
)
CONTRADICTIONS = Kind(
    "contradictions",
    "BC213",
    Scope.OWN,
    judge_support,
    why_support,
    support_figures,
    support_gauges,
    reason=support_reason,
    factors=_tied,
)
