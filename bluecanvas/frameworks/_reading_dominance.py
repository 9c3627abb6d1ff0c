"""Less for more: does a rival give as much for no more?"""

from __future__ import annotations

from bluecanvas.frameworks._reading_kinds import NOT_JUDGED, Bars, Figures, Gauge, Kind, Outcome, Scope
from bluecanvas.frameworks._reading_price import BY_CREATION, all_if_priced, priced, reason
from bluecanvas.frameworks._reading_sheet import ALL, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_least, at_most

_ROW = 3.0
"""How many rivals a small picture has room for at least."""
_WORST, _BEST = 0.0, 1.0
"""What an unknown level of theirs, and of ours, counts as: no proof against us."""


def judge(sheet: Sheet, curve: str, on: On | None = None) -> Outcome:
    """Dominated: a rival asks no higher price, gives at least as much on every factor, and more for one of the two.

    Burdens count the other way round; an unknown level is no proof. By creation: only what no rival offers keeps us
    from being dominated.
    """
    price, ours, rivals = priced(sheet, curve)
    if price is None or ours is None or not rivals:
        return Outcome(NOT_JUDGED)
    if on is None and not any(at_most(sheet.rows[id][price], ours) for id in rivals):
        return Outcome("undominated")
    every = [j for j in sheet.on(on or ALL) if j != price]
    by = tuple(id for id in rivals if _dominates(sheet, id, curve, price, every))
    if by:
        return Outcome("dominated", fires=True, curves=by)
    if on is None:
        # a burden that only we impose is no creation: without it a rival gives more
        created = tuple(j for j in every if sheet.created[j] and not sheet.factors[j].burden)
        existing = [j for j in every if j not in created]
        by = tuple(id for id in rivals if created and _dominates(sheet, id, curve, price, existing))
        if by:
            return Outcome(BY_CREATION, factors=created, curves=by)
    return Outcome("undominated")


def figures(sheet: Sheet, curve: str, on: On | None, _bars: Bars) -> Figures:
    """How many rivals have a price; how many give at least as much for no more, and how many of those are better.

    `better_existing`: how many are better on all but what we create.
    """
    price, ours, rivals = priced(sheet, curve)
    if price is None or ours is None or not rivals:
        return {"rivals": float(len(rivals)), "as_good": None, "better": None, "better_existing": None}
    every = [j for j in sheet.on(on or ALL) if j != price]
    existing = [j for j in every if not sheet.created[j] or sheet.factors[j].burden]
    found = [_is_better(sheet, id, curve, price, every) for id in rivals]
    return {
        "rivals": float(len(rivals)),
        "as_good": float(sum(better is not None for better in found)),
        "better": float(found.count(True)),
        "better_existing": float(sum(_dominates(sheet, id, curve, price, existing) for id in rivals)),
    }


def gauges(outcome: Outcome, found: Figures, _bars: Bars) -> tuple[Gauge, ...]:
    """How many rivals are better for no more: one is enough."""
    better = found["better"]
    if outcome.verdict == NOT_JUDGED or better is None:
        return ()
    return (Gauge("better", better, 1.0, high=max(_ROW, found["rivals"] or 0.0)),)


def why(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us, by = told.called(curve), told.curves(outcome.curves)
    if outcome.verdict == NOT_JUDGED:
        return told.phrase(
            "{us} cannot be held against rivals' prices: {reason}", us=us, reason=reason(told, curve, found)
        )
    if outcome.fires:
        return told.phrase_number(
            "{us} is less for more: {rivals} gives at least as much on every factor for no higher price",
            "{us} is less for more: {rivals} give at least as much on every factor for no higher price",
            len(outcome.curves), us=us, rivals=by,
        )  # fmt: skip
    if outcome.verdict == BY_CREATION:
        return told.phrase_number(
            "{us} has only what it creates to answer with ({factors}): {rivals} gives at least as much of all else for no higher price",
            "{us} has only what it creates to answer with ({factors}): {rivals} give at least as much of all else for no higher price",
            len(outcome.curves), us=us, factors=told.factors(outcome.factors), rivals=by,
        )  # fmt: skip
    equals, unproven = _answers(told.sheet, curve)
    if equals:
        return told.phrase_number(
            "{us} is not less for more, but {rivals} gives as much on every factor for the same price",
            "{us} is not less for more, but {rivals} give as much on every factor for the same price",
            len(equals), us=us, rivals=told.curves(equals),
        )  # fmt: skip
    if unproven:
        return told.phrase("{us} has no rival that is known to give all it gives for its price or less", us=us)
    return told.phrase("{us} has no rival that gives all it gives for its price or less", us=us)


def _answers(sheet: Sheet, curve: str) -> tuple[list[str], bool]:
    """The rivals that give as much for the same price, and whether unknown levels leave another that may."""
    price, ours, rivals = priced(sheet, curve)
    if price is None or ours is None:
        return [], False
    every = [j for j in sheet.on(ALL) if j != price]
    equals = [id for id in rivals if _is_better(sheet, id, curve, price, every) is False]
    got = sheet.valued_row(curve)
    for id in sheet.rivals:
        theirs, given = sheet.rows[id][price], sheet.valued_row(id)
        pairs = [(given[j], got[j]) for j in every]
        if (
            id not in (curve, *equals)
            and (theirs is None or at_most(theirs, ours))
            and all(give is None or get is None or at_least(give, get) for give, get in pairs)
        ):
            return equals, True
    return equals, False


def _dominates(sheet: Sheet, rival: str, curve: str, price: int, factors: list[int]) -> bool:
    """Whether a rival is as good on every factor for no higher price, and better on one or cheaper."""
    return _is_better(sheet, rival, curve, price, factors) is True


def _is_better(sheet: Sheet, rival: str, curve: str, price: int, factors: list[int]) -> bool | None:
    """Whether a rival as good on every factor for no higher price is better on one or cheaper; None: not as good."""
    theirs, ours = sheet.rows[rival][price], sheet.rows[curve][price]
    if theirs is None or ours is None or not at_most(theirs, ours) or not factors:
        return None
    better = not at_least(theirs, ours)
    given, got = sheet.valued_row(rival), sheet.valued_row(curve)
    for j in factors:
        give, get = given[j], got[j]
        known = give is not None and get is not None
        if not at_least(_WORST if give is None else give, _BEST if get is None else get):
            return None
        better = better or (known and not at_most(give, get or 0.0))
    return better


def _orders(sheet: Sheet, curve: str, moved: str, factor: int) -> list[int]:
    """Whether what each rival gives, or the one that was moved, is below, at or above what we give."""
    ours = sheet.valued(curve, factor)
    get = _BEST if ours is None else ours
    found = []
    for id in sheet.rivals if moved == curve else (moved,):
        theirs = sheet.valued(id, factor)
        apart = round((_WORST if theirs is None else theirs) - get, 9)
        found.append((apart > 0) - (apart < 0))
    return found


DOMINANCE = Kind(
    "dominance",
    "BC214",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    reason=reason,
    factors=all_if_priced,
    state=_orders,
)
