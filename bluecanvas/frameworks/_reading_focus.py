"""Focus: is the effort put into a few factors, or spread over all of them?"""

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
    enough_offered,
    far_above,
    own_level,
)
from bluecanvas.frameworks._reading_sheet import REFERENCE, WITHOUT_BURDENS, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_least, at_most
from bluecanvas.maths.focus import effective_number

TOKEN = 0.30
"""The share of the axis below which a created factor is a token: it counts neither for nor against the focus."""


def judge(
    sheet: Sheet,
    curve: str,
    on: On | None = None,
    *,
    spread: float = 0.85,
    level: float = 0.50,
    focused: float = 0.65,
) -> Outcome:
    """Unfocused: the effective number of factors is at least `spread` of all, at a mean level of at least `level`.

    Focused: it is at most `focused` of all. On the factors without burdens, and, so that no invented factor buys a
    verdict, the same without those that only we offer; tokens among these are left out.
    """
    return decide(_concentration(sheet, curve, on), spread=spread, level=level, focused=focused)


def decide(found: Figures, *, spread: float = 0.85, level: float = 0.50, focused: float = 0.65) -> Outcome:
    """The verdict from the figures."""
    share, height = found["share"], found["level"]
    if height is None:
        return Outcome(NOT_JUDGED)
    if share is None:  # nothing is offered at all
        return Outcome("no-emphasis")
    existing, existing_height = found["share_existing"], found["level_existing"]
    if (at_least(share, spread) and at_least(height, level)) or (
        at_least(existing, spread) and at_least(existing_height, level)
    ):
        return Outcome("unfocused", fires=True)
    if at_least(share, spread):
        return Outcome("no-emphasis")
    return Outcome("focused" if at_most(share, focused) else "partial")


def figures(sheet: Sheet, curve: str, on: On | None, _bars: Bars) -> Figures:
    """The effective number of factors, their number, its share of it, and the mean level; also without what we create.

    `pushed` is the effective number of factors on which we truly stand above the others.
    """
    return {**_concentration(sheet, curve, on), "pushed": pushed(sheet, curve, sheet.on(on or WITHOUT_BURDENS))}


def _concentration(sheet: Sheet, curve: str, on: On | None) -> Figures:
    return sheet.kept_of_rows(("concentration", curve, on), lambda: _concentrated(sheet, curve, on), curve)


def _concentrated(sheet: Sheet, curve: str, on: On | None) -> Figures:
    row, created = sheet.rows[curve], sheet.created
    kept: list[float] = []
    existing: list[float] = []
    for j in sheet.on(on or WITHOUT_BURDENS):
        share = row[j]
        if share is None:
            continue
        if on or not created[j]:
            kept.append(share)
            existing.append(share)
        elif at_least(share, TOKEN):
            kept.append(share)
    if on:
        existing = []
    number, part, height = _spread(kept)
    _, part_existing, height_existing = _spread(existing)
    return {
        "k_eff": number,
        "factors": float(len(kept)),
        "share": part,
        "level": height,
        "share_existing": part_existing,
        "level_existing": height_existing,
    }


def pushed(sheet: Sheet, curve: str, factors: tuple[int, ...]) -> float | None:
    """The effective number of the factors on which a curve stands above what it is held against."""
    row, reference = sheet.rows[curve], sheet.rows[REFERENCE]
    above = [max(0.0, x - mean) for j in factors if (x := row[j]) is not None and (mean := reference[j]) is not None]
    return effective_number([round(push, 12) for push in above])


def why(told: Telling, curve: str, outcome: Outcome, found: Figures, bars: Bars) -> str:
    """The sentence."""
    us, them = told.called(curve), told.whom()
    if outcome.verdict == NOT_JUDGED:
        return told.phrase("{us} cannot be read for focus: {reason}", us=us, reason=reason(told, curve, found))
    if found["k_eff"] is None:
        return told.phrase("{us} offers nothing on any factor: there is no emphasis", us=us)
    number, count = told.level_of(round(found["k_eff"], 1)), int(found["factors"] or 0)
    height = told.level(found["level"] or 0.0)
    if outcome.verdict == "no-emphasis":
        return told.phrase(
            "{us} is not high ({level} on average) and spread over {number} of {count} factors: nothing stands out",
            us=us, level=height, number=number, count=count,
        )  # fmt: skip
    if outcome.verdict == "unfocused":
        if not _fires_on_all(found, bars):
            return told.phrase(
                "{us} spreads its effort over everything that exists ({level} on average): that costs on all of it and says little",
                us=us, level=told.level(found["level_existing"] or 0.0),
            )  # fmt: skip
        return told.phrase(
            "{us} spreads its effort over {number} of {count} factors ({level} on average): that costs on all of them and says little",
            us=us, number=number, count=count, level=height,
        )  # fmt: skip
    if outcome.verdict == "focused":
        said = told.phrase("{us} puts its effort into {number} of {count} factors", us=us, number=number, count=count)
    else:
        few = told.level_of(round(bars["focused"] * (found["factors"] or 0.0), 1))
        said = told.phrase(
            "{us} spreads its effort over {number} of {count} factors ({few} or fewer would be a focus)",
            us=us, number=number, count=count, few=few,
        )  # fmt: skip
    sheet = told.sheet
    push = [j for j in by_size(sheet, curve, sheet.on(WITHOUT_BURDENS)) if far_above(sheet, curve, j, 0.20)]
    if push:
        factors = told.factors(push)
        return told.phrase("{sentence}, well above {them} on {factors}", sentence=said, them=them, factors=factors)
    return told.phrase("{sentence}, but well above {them} on none", sentence=said, them=them) if sheet.rivals else said


def reason(told: Telling, _curve: str, _found: Figures) -> str:
    """Why it is not judged."""
    return told.phrase("fewer than two levels are known on factors that are no burden")


def gauges(_outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The share of the factors the effort is spread over."""
    if found["share"] is None:
        return ()
    if _outcome.fires:
        on = "" if _fires_on_all(found, bars) else "_existing"
        spread, level = found[f"share{on}"] or 0.0, found[f"level{on}"] or 0.0
        return (Gauge("spread", spread, bars["spread"]), Gauge("level", level, bars["level"]))
    return (Gauge("spread", found["share"], bars["focused"], at_least=False),)


def _fires_on_all(found: Figures, bars: Bars) -> bool:
    """Whether what fires is the first count, and not only the one without what we create."""
    return at_least(found["share"], bars["spread"]) and at_least(found["level"], bars["level"])


def _spread(levels: list[float]) -> tuple[float | None, float | None, float | None]:
    """The effective number of factors, its share of their number, and the mean level; None for fewer than two."""
    if len(levels) < 2:
        return None, None, None
    number = effective_number(levels)
    return number, None if number is None else number / len(levels), fsum(levels) / len(levels)


FOCUS = Kind(
    "focus",
    "BC203",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    reason=reason,
    decide=decide,
    state=own_level,
    enough=enough_offered,
)
