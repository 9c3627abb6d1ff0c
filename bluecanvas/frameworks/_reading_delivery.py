"""Over-delivery: high on nearly everything, or far above the others on what buyers weigh little."""

from __future__ import annotations

from math import fsum

from bluecanvas.frameworks._reading_kinds import (
    NOT_JUDGED,
    Bars,
    Figures,
    Gauge,
    Kind,
    Outcome,
    Scope,
    by_size,
    enough,
    enough_offered,
    far_above,
    own_level,
)
from bluecanvas.frameworks._reading_sheet import REFERENCE, WITHOUT_BURDENS, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import CLOSE, at_least, at_most

HIGH, LOW = 0.66, 0.33


def judge(sheet: Sheet, curve: str, on: On | None = None, *, breadth: float = 0.75, high: float = HIGH) -> Outcome:
    """Over-delivering: at least `breadth` of the factors without burdens are at `high` or more.

    Asked of all of them, and again without those that only we offer; of these, all that is not high is left out the
    first time too: an invented factor buys no verdict.
    """
    shares = _breadths(sheet, curve, on, high)
    if shares[0] is None:
        return Outcome(NOT_JUDGED)
    if any([at_least(share, breadth) for share in shares]):  # noqa: C419 - quicker so
        return Outcome("overdelivers", fires=True)
    return Outcome("selective")


def figures(sheet: Sheet, curve: str, on: On | None, bars: Bars) -> Figures:
    """The share of the factors on which a curve is high, the same without what we create, and the mean level."""
    every, *rest = _breadths(sheet, curve, on, bars["high"])
    known = sheet.known(curve, on or WITHOUT_BURDENS)
    return {
        "breadth": every,
        "breadth_existing": rest[0] if rest else None,
        "level": fsum(known) / len(known) if known else None,
    }


def why(told: Telling, curve: str, outcome: Outcome, found: Figures, bars: Bars) -> str:
    """The sentence."""
    sheet, us = told.sheet, told.called(curve)
    if outcome.verdict == NOT_JUDGED:
        return told.phrase("{us} cannot be read for breadth: {reason}", us=us, reason=reason(told, curve, found))
    known = _levels(sheet, curve, None, bars["high"])[0]
    high = sum(at_least(share, bars["high"]) for share in known)
    if not outcome.fires:
        low = sum(at_most(share, LOW) for share in known)
        return told.phrase(
            "{us} is high on {high} of {count} factors and low on {low}", us=us, high=high, count=len(known), low=low
        )
    level = told.level(bars["high"])
    if not at_least(found["breadth"], bars["breadth"]):
        return told.phrase(
            "{us} is high ({level} or more) on nearly everything that exists: what pays for it?", us=us, level=level
        )
    return told.phrase(
        "{us} is high ({level} or more) on {high} of {count} factors: what pays for it?",
        us=us, level=level, high=high, count=len(known),
    )  # fmt: skip


def reason(told: Telling, curve: str, _found: Figures) -> str:
    """Why it is not judged."""
    if len(told.sheet.known(curve, WITHOUT_BURDENS)) > 1:
        return told.phrase("fewer than two factors that are no burden are offered by a rival or high on our curve")
    return told.phrase("fewer than two levels are known on factors that are no burden")


def gauges(outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The breadth that the sentence counts."""
    breadth = found["breadth"]
    if outcome.fires and not at_least(breadth, bars["breadth"]):
        breadth = found["breadth_existing"]
    return () if breadth is None else (Gauge("breadth", breadth, bars["breadth"]),)


def judge_overkill(sheet: Sheet, curve: str, on: On | None = None, *, step: float = 0.20) -> Outcome:
    """Overkill: a factor of less than mean importance on which we stand at least `step` above the others."""
    if _weighed(sheet) < 2 or not sheet.rivals:
        return Outcome(NOT_JUDGED)
    light = _of_little_weight(sheet, curve)
    asked = [j for j in light if j in sheet.on(on)] if on else light
    found = [j for j in asked if far_above(sheet, curve, j, step)]
    return Outcome("overkill", fires=True, factors=tuple(by_size(sheet, curve, found))) if found else Outcome("none")


def overkill_figures(sheet: Sheet, curve: str, on: On | None, bars: Bars) -> Figures:
    """On how many factors there is overkill, and the most that we are above the others where it weighs little."""
    outcome = judge_overkill(sheet, curve, on, **bars)
    if outcome.verdict == NOT_JUDGED:
        return {"overkill": None, "margin": None}
    asked = [j for j in _of_little_weight(sheet, curve) if on is None or j in sheet.on(on)]
    pairs = [(sheet.rows[curve][j], sheet.rows[REFERENCE][j]) for j in asked]
    margins = [ours - theirs for ours, theirs in pairs if ours is not None and theirs is not None]
    return {"overkill": float(len(outcome.factors)), "margin": max(margins, default=None)}


def overkill_gauges(_outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The most that we are above the others where it weighs little."""
    margin = found["margin"]
    return () if margin is None else (Gauge("margin", margin, bars["step"], low=-1.0),)


def why_overkill(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us, them = told.called(curve), told.whom()
    if outcome.verdict == NOT_JUDGED:
        reason = overkill_reason(told, curve, found)
        return told.phrase("{us} cannot be held against what buyers weigh: {reason}", us=us, reason=reason)
    if outcome.fires:
        return told.phrase(
            "{us} gives far more than {them} of what buyers weigh little, {factors}: reduce or eliminate?",
            us=us, them=them, factors=told.factors(outcome.factors),
        )  # fmt: skip
    return told.phrase("{us} is well above {them} only where it weighs with buyers, if anywhere", us=us, them=them)


def overkill_reason(told: Telling, _curve: str, _found: Figures) -> str:
    """Why overkill is not judged."""
    sheet = told.sheet
    if all(factor.importance is None for factor in sheet.factors):
        return told.phrase("no `importance` is given")
    if _weighed(sheet) > 1:
        return told.phrase("there is no rival")
    return told.phrase("fewer than two factors that are no burden have an `importance`")


def _breadths(sheet: Sheet, curve: str, on: On | None, high: float) -> list[float | None]:
    """The breadth on each of the sets of levels that are asked."""

    def compute() -> list[float | None]:
        return [_breadth(levels, high) for levels in _levels(sheet, curve, on, high)]

    return sheet.kept_of_rows(("breadth", curve, on, high), compute, curve)


def _levels(sheet: Sheet, curve: str, on: On | None, high: float) -> list[list[float]]:
    if on is not None:
        return [sheet.known(curve, on)]
    row, created = sheet.rows[curve], sheet.created
    every, existing = [], []
    for j in sheet.on(WITHOUT_BURDENS):
        share = row[j]
        if share is not None:
            if not created[j]:
                every.append(share)
                existing.append(share)
            elif at_least(share, high):
                every.append(share)
    return [every, existing]


def _of_little_weight(sheet: Sheet, _curve: str) -> tuple[int, ...]:
    """The factors of less than mean importance, none where fewer than two factors have one; burdens are left out."""
    return sheet.kept(("little weight",), lambda: _light(sheet))


def _weighed(sheet: Sheet) -> int:
    """How many factors that are no burden have an importance."""
    return sheet.kept(
        ("weighed",), lambda: sum([sheet.factors[j].importance is not None for j in sheet.on(WITHOUT_BURDENS)])
    )


def weighty(sheet: Sheet, _curve: str) -> bool:
    """Whether enough factors that are no burden have an importance."""
    return enough(_weighed(sheet), len(sheet.on(WITHOUT_BURDENS)))


def _light(sheet: Sheet) -> tuple[int, ...]:
    weights = {j: weight for j in sheet.on(WITHOUT_BURDENS) if (weight := sheet.factors[j].importance) is not None}
    mean = fsum(weights.values()) / max(1, len(weights))
    return tuple(j for j, weight in weights.items() if weight < mean)


def _breadth(levels: list[float], high: float) -> float | None:
    if len(levels) < 2:
        return None
    nearly = high - CLOSE
    return sum([share >= high or (share >= nearly and at_least(share, high)) for share in levels]) / len(levels)


OVERDELIVERY = Kind(
    "overdelivery",
    "BC208",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    reason=reason,
    state=own_level,
    enough=enough_offered,
)
OVERKILL = Kind(
    "overkill",
    "BC209",
    Scope.ALL,
    judge_overkill,
    why_overkill,
    overkill_figures,
    overkill_gauges,
    reason=overkill_reason,
    factors=_of_little_weight,
    enough=weighty,
)
