"""Price: is ours the highest for a level below the middle?"""

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
from bluecanvas.frameworks._reading_sheet import WITHOUT_BURDENS, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_least, at_most

BY_CREATION = "by-creation"
"""Nothing but what no rival offers answers for the price."""


def judge_top(sheet: Sheet, curve: str, on: On | None = None) -> Outcome:
    """Overpriced: our price is the highest and our mean level below the players' median.

    By creation: only what no rival offers lifts our level to it.
    """
    price, ours, rivals = priced(sheet, curve)
    if price is None or ours is None or not rivals:
        return Outcome(NOT_JUDGED)
    prices = [sheet.rows[id][price] or 0.0 for id in rivals]
    if not at_least(ours, max(prices)) or at_most(ours, min(prices)):
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
    """Our price, the others' highest and lowest; our mean level, and the players' median."""
    price, ours, rivals = priced(sheet, curve)
    asked = [] if price is None else [sheet.rows[id][price] or 0.0 for id in rivals]
    level, middle = _levels(sheet, curve, on or WITHOUT_BURDENS)
    return {
        "price": ours,
        "highest": max(asked, default=None),
        "lowest": min(asked, default=None),
        "level": level,
        "median": middle,
    }


def why_top(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us = told.called(curve)
    if outcome.verdict == NOT_JUDGED:
        return told.phrase(
            "{us} cannot be held against rivals' prices: {reason}", us=us, reason=reason(told, curve, found)
        )
    if outcome.verdict == "not-highest":
        if at_least(found["price"], found["highest"] or 0.0):  # and so do all others
            same = told.curves(priced(told.sheet, curve)[2])
            return told.phrase("{us} asks the same price as {rivals}", us=us, rivals=same)
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


def priced(sheet: Sheet, curve: str) -> tuple[int | None, float | None, list[str]]:
    """Which factor is the price, what a curve asks, and the rivals whose price is known."""
    price = sheet.price
    if price is None:
        return None, None, []
    rows = sheet.rows
    return price, rows[curve][price], [id for id in sheet.rivals if id != curve and rows[id][price] is not None]


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


def all_if_priced(sheet: Sheet, curve: str) -> range:
    """Every factor, where a curve's price is known; else none."""
    price = sheet.price
    return range(0 if price is None or sheet.rows[curve][price] is None else len(sheet.factors))


def reason(told: Telling, curve: str, _found: Figures) -> str:
    """Why neither is judged."""
    sheet = told.sheet
    if sheet.price is None:
        return told.phrase("no factor is of `kind: price`")
    if not [id for id in sheet.rivals if id != curve]:
        return told.phrase("there is no rival")
    if sheet.rows[curve][sheet.price] is None:
        return told.phrase("our price is unknown")
    if priced(sheet, curve)[2]:
        return told.phrase("too few levels are known")
    return told.phrase("no rival's price is known")


def _enough(sheet: Sheet, curve: str) -> bool:
    """Whether all players' levels are known on enough of the factors that are no burden."""
    return enough(len(sheet.known_to_all(curve, WITHOUT_BURDENS)), len(sheet.on(WITHOUT_BURDENS)))


def _top_gauges(outcome: Outcome, found: Figures, _bars: Bars) -> tuple[Gauge, ...]:
    """Our price against the others', and where it is the highest, our level against the median."""
    price, highest, lowest = found["price"], found["highest"], found["lowest"]
    level, middle = found["level"], found["median"]
    if outcome.verdict == NOT_JUDGED or price is None or highest is None or lowest is None:
        return ()
    if outcome.verdict == "not-highest" and at_least(price, highest):  # all prices are one
        return (Gauge("price", price, lowest, at_least=False),)
    asked = Gauge("price", price, highest)
    if outcome.verdict == "not-highest" or level is None or middle is None:
        return (asked,)
    return asked, Gauge("level", level, middle)


TOP_PRICE = Kind(
    "price",
    "BC215",
    Scope.ALL,
    judge_top,
    why_top,
    top_figures,
    _top_gauges,
    reason=reason,
    factors=all_if_priced,
    enough=_enough,
)
