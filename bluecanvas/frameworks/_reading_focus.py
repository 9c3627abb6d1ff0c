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
    at_least,
    at_most,
    by_size,
    called,
    enough_offered,
    factors_called,
    far_above,
    level,
    own_level,
    whom,
)
from bluecanvas.frameworks._reading_sheet import REFERENCE, WITHOUT_BURDENS, On, Sheet
from bluecanvas.maths.focus import effective_number
from bluecanvas.words import show_level

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


def why(sheet: Sheet, curve: str, outcome: Outcome, found: Figures, bars: Bars) -> str:
    """The sentence."""
    us = called(sheet, curve)
    if outcome.verdict == NOT_JUDGED:
        return f"{us} cannot be read for focus: fewer than two levels are known on factors that are no burden"
    number, height = found["k_eff"], level(sheet, found["level"] or 0.0)
    if number is None:
        return f"{us} offers nothing on any factor: there is no emphasis"
    of = f"{show_level(round(number, 1))} of {int(found['factors'] or 0)} factors"
    if outcome.verdict == "no-emphasis":
        return f"{us} is low on everything ({height} on average) and spread over {of}: nothing stands out"
    if outcome.verdict == "unfocused":
        wide = at_least(found["share"], bars["spread"])
        all_of = f"spreads its effort over {of}" if wide else "spreads its effort over everything that exists"
        return f"{us} {all_of} at a high level ({height} on average): that costs most and says least"
    push = [j for j in by_size(sheet, curve, sheet.on(WITHOUT_BURDENS)) if far_above(sheet, curve, j, 0.20)]
    above = f", well above {whom(sheet)} on {factors_called(sheet, push)}" if push else ""
    above = above or (f", but well above {whom(sheet)} on none" if sheet.rivals else "")
    if outcome.verdict == "focused":
        return f"{us} puts its effort into {of}{above}"
    few = show_level(round(bars["focused"] * (found["factors"] or 0.0), 1))
    return f"{us} spreads its effort over {of} ({few} or fewer would be a focus){above}"


def gauges(_outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The share of the factors the effort is spread over."""
    if found["share"] is None:
        return ()
    if _outcome.fires:
        value = max(found["share"], found["share_existing"] or 0.0)
        return (Gauge("spread", value, bars["spread"]), Gauge("level", found["level"] or 0.0, bars["level"]))
    return (Gauge("spread", found["share"], bars["focused"], at_least=False),)


def _spread(levels: list[float]) -> tuple[float | None, float | None, float | None]:
    """The effective number of factors, its share of their number, and the mean level; None for fewer than two."""
    if len(levels) < 2:
        return None, None, None
    number = effective_number(levels)
    return number, None if number is None else number / len(levels), fsum(levels) / len(levels)


FOCUS = Kind(
    "focus",
    "Focus",
    "BC203",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    decide=decide,
    state=own_level,
    enough=enough_offered,
)
