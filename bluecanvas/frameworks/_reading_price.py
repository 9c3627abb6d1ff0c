"""Price: does a rival give as much for no more, and is ours the highest for a level below the middle?"""

from __future__ import annotations

from functools import partial
from math import fsum

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
from bluecanvas.frameworks._reading_sheet import ALL, WITHOUT_BURDENS, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_least, at_most

BY_CREATION = "by-creation"
_WORST, _BEST = 0.0, 1.0
"""What an unknown level of theirs, and of ours, counts as: no proof against us."""


def judge(sheet: Sheet, curve: str, on: On | None = None) -> Outcome:
    """Dominated: a rival asks no higher price, gives at least as much on every factor, and more for one of the two.

    Burdens count the other way round; an unknown level is no proof. By creation: only what no rival offers keeps us
    from being dominated.
    """
    price = sheet.price
    ours = None if price is None else sheet.rows[curve][price]
    rivals = [id for id in sheet.rivals if price is not None and sheet.rows[id][price] is not None and id != curve]
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
    return told.phrase("{us} has no rival that gives all it gives for its price or less", us=us)


def judge_top(sheet: Sheet, curve: str, on: On | None = None) -> Outcome:
    """Overpriced: our price is the highest and our mean level below the players' median.

    By creation: only what no rival offers lifts our level to it.
    """
    price = sheet.price
    if price is None or sheet.rows[curve][price] is None or not sheet.rivals:
        return Outcome(NOT_JUDGED)
    prices = [share for id in sheet.rivals if (share := sheet.rows[id][price]) is not None]
    ours = sheet.rows[curve][price]
    if not prices:
        return Outcome(NOT_JUDGED)
    highest = at_least(ours, max(prices)) and not at_most(ours, min(prices))
    if not highest:
        return Outcome("not-highest")
    level, middle = _levels(sheet, curve, on or WITHOUT_BURDENS)
    if level is None or middle is None:
        return Outcome(NOT_JUDGED)
    if not at_least(level, middle):
        return Outcome("overpriced", fires=True)
    created = tuple(j for j in sheet.on(WITHOUT_BURDENS) if sheet.created[j]) if on is None else ()
    if created:
        level, middle = _levels(sheet, curve, WITHOUT_BURDENS, created=False)
        if level is None or middle is None or not at_least(level, middle):
            return Outcome(BY_CREATION, factors=created)
    return Outcome("earned")


def top_figures(sheet: Sheet, curve: str, on: On | None, _bars: Bars) -> Figures:
    """Our mean level, and the players' median."""
    level, middle = _levels(sheet, curve, on or WITHOUT_BURDENS)
    return {"level": level, "median": middle}


def why_top(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us = told.called(curve)
    if outcome.verdict == NOT_JUDGED:
        return told.phrase(
            "{us} cannot be held against rivals' prices: {reason}", us=us, reason=reason(told, curve, found)
        )
    if outcome.verdict == "not-highest":
        return told.phrase("{us} does not ask the highest price", us=us)
    ours, middle = (told.level(found[name] or 0.0) for name in ("level", "median"))
    if outcome.fires:
        return told.phrase(
            "{us} asks the highest price for a level below the middle of the players ({level} against {median})",
            us=us, level=ours, median=middle,
        )  # fmt: skip
    if outcome.verdict == BY_CREATION:
        return told.phrase(
            "{us} asks the highest price, and only what it creates earns it ({factors})",
            us=us, factors=told.factors(outcome.factors),
        )  # fmt: skip
    return told.phrase(
        "{us} asks the highest price and is in the upper half of the levels ({level} against {median})",
        us=us, level=ours, median=middle,
    )  # fmt: skip


def _dominates(sheet: Sheet, rival: str, curve: str, price: int, factors: list[int]) -> bool:
    """Whether a rival is as good on every factor for no higher price, and better on one or cheaper."""
    theirs, ours = sheet.rows[rival][price], sheet.rows[curve][price]
    if theirs is None or ours is None or not at_most(theirs, ours) or not factors:
        return False
    better = not at_least(theirs, ours)
    given, got = sheet.valued_row(rival), sheet.valued_row(curve)
    for j in factors:
        give, get = given[j], got[j]
        known = give is not None and get is not None
        if not at_least(_WORST if give is None else give, _BEST if get is None else get):
            return False
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


def _levels(sheet: Sheet, curve: str, on: On, created: bool = True) -> tuple[float | None, float | None]:
    """Our mean level and the players' median, on the factors all players have a level for; None for fewer than two."""
    players = sheet.players(curve)
    return sheet.kept(("mean", curve, on, created), lambda: _means(sheet, curve, on, created), *players)


def _means(sheet: Sheet, curve: str, on: On, created: bool) -> tuple[float | None, float | None]:
    players = sheet.players(curve)
    factors = tuple(
        [j for j in sheet.known_to_all(curve, on) if not sheet.factors[j].price and (created or not sheet.created[j])]
    )
    if len(factors) < 2:
        return None, None
    levels = [sheet.kept(("level", id, factors), partial(_mean_valued, sheet, id, factors), id) for id in players]
    ranked = sorted(levels)
    middle = (ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]) / 2
    return levels[players.index(curve)], middle


def _mean_valued(sheet: Sheet, id: str, factors: tuple[int, ...]) -> float:
    """The mean of a curve's levels as buyers value them, none of them unknown."""
    row = sheet.valued_row(id)
    return fsum([row[j] or 0.0 for j in factors]) / len(factors)


def _all_if_priced(sheet: Sheet, curve: str) -> range:
    price = sheet.price
    return range(0 if price is None or sheet.rows[curve][price] is None else len(sheet.factors))


def reason(told: Telling, curve: str, _found: Figures) -> str:
    """Why neither is judged."""
    sheet = told.sheet
    if sheet.price is None:
        return told.phrase("no factor is of `kind: price`")
    if not sheet.rivals:
        return told.phrase("there is no rival")
    if sheet.rows[curve][sheet.price] is None:
        return told.phrase("our price is unknown")
    if any(sheet.rows[id][sheet.price] is not None for id in sheet.rivals):
        return told.phrase("too few levels are known")
    return told.phrase("no rival's price is known")


def _enough(sheet: Sheet, curve: str) -> bool:
    """Whether all players' levels are known on enough of the factors that are no burden."""
    return enough(len(sheet.known_to_all(curve, WITHOUT_BURDENS)), len(sheet.on(WITHOUT_BURDENS)))


def _top_gauges(outcome: Outcome, found: Figures, _bars: Bars) -> tuple[Gauge, ...]:
    ours, middle = found["level"], found["median"]
    if outcome.verdict in (NOT_JUDGED, "not-highest") or ours is None or middle is None:
        return ()
    return (Gauge("level", ours, middle),)


DOMINANCE = Kind(
    "dominance",
    "BC214",
    Scope.ALL,
    judge,
    why,
    reason=reason,
    factors=_all_if_priced,
    state=_orders,
)
TOP_PRICE = Kind(
    "price",
    "BC215",
    Scope.ALL,
    judge_top,
    why_top,
    top_figures,
    _top_gauges,
    reason=reason,
    factors=_all_if_priced,
    enough=_enough,
)
