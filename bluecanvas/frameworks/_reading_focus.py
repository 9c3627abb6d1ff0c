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
from bluecanvas.maths.comparing import at_least, at_most, is_less
from bluecanvas.maths.focus import effective_number

TOKEN = 0.30
"""The share of the axis below which a created factor is a token: it counts neither for nor against the focus."""
_TRIED = 8
"""Created factors of which every choice is tried."""


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
    verdict, the same without any of those that only we offer; tokens among these are left out.
    """
    return decide(_concentration(sheet, curve, on, spread, level), spread=spread, level=level, focused=focused)


def decide(found: Figures, *, spread: float = 0.85, level: float = 0.50, focused: float = 0.65) -> Outcome:
    """The verdict from the figures."""
    share, height = found["share"], found["level"]
    if height is None:
        return Outcome(NOT_JUDGED)
    if share is None:  # nothing is offered at all
        return Outcome("no-emphasis")
    if _firing(found, spread, level) is not None:
        return Outcome("unfocused", fires=True)
    if at_least(share, spread):
        return Outcome("no-emphasis")
    return Outcome("focused" if at_most(share, focused) else "partial")


def figures(sheet: Sheet, curve: str, on: On | None, bars: Bars) -> Figures:
    """The effective number of factors, their number, its share of it, and the mean level; also without what we create.

    Those on `some` are without some of what we create, where such a choice may be spread wide. `pushed` is the effective
    number of factors on which we truly stand above the others.
    """
    found = _concentration(sheet, curve, on, bars["spread"], bars["level"])
    return {**found, "pushed": pushed(sheet, curve, sheet.on(on or WITHOUT_BURDENS))}


def _concentration(sheet: Sheet, curve: str, on: On | None, spread: float, level: float) -> Figures:
    key = "concentration", curve, on, spread, level
    return sheet.kept_of_rows(key, lambda: _concentrated(sheet, curve, on, spread, level), curve)


def _concentrated(sheet: Sheet, curve: str, on: On | None, spread: float, level: float) -> Figures:
    existing, ours = ([], {}) if on else _parted(sheet, curve)
    kept = sheet.known(curve, on) if on else [*existing, *ours.values()]
    number, part, height = _spread(kept)
    number_existing, part_existing, height_existing = _spread(existing)
    part_some, height_some = None, None
    # of so many more factors, the effective number cannot grow by more
    if len(ours) > 1 and at_least(((number_existing or len(existing)) + len(ours)) / len(kept), spread):
        _, part_some, height_some = _spread([*existing, *[ours[j] for j in _widest(sheet, curve, level)]])
    return {
        "k_eff": number,
        "factors": float(len(kept)),
        "share": part,
        "level": height,
        "share_existing": part_existing,
        "level_existing": height_existing,
        "share_some": part_some,
        "level_some": height_some,
    }


def _parted(sheet: Sheet, curve: str) -> tuple[list[float], dict[int, float]]:
    """A curve's levels on what exists, and by factor on what only we offer; without burdens and tokens of ours."""
    row, created = sheet.rows[curve], sheet.created
    existing: list[float] = []
    ours: dict[int, float] = {}
    for j in sheet.on(WITHOUT_BURDENS):
        share = row[j]
        if share is None:
            continue
        if not created[j]:
            existing.append(share)
        elif at_least(share, TOKEN):
            ours[j] = share
    return existing, ours


def _widest(sheet: Sheet, curve: str, level: float) -> tuple[int, ...]:
    """Of what only we offer, the choice with which a curve is spread widest, at a mean of `level` or more.

    An invented factor adds choices and takes none away, so that none of them can make a curve look focused.
    """
    existing, ours = _parted(sheet, curve)
    choices: list[tuple[int, ...]] = [()]
    for j in [*ours][:_TRIED]:
        choices += [(*choice, j) for choice in choices]
    best, most = choices[0], 0.0
    for choice in choices:
        _, part, height = _spread([*existing, *[ours[j] for j in choice]])
        if part is not None and at_least(height, level) and is_less(most, part):
            best, most = choice, part
    return best


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
        on = _firing(found, bars["spread"], bars["level"])
        if on == "_existing":
            return told.phrase(
                "{us} spreads its effort over everything that exists ({level} on average): that costs on all of it and says little",
                us=us, level=told.level(found["level_existing"] or 0.0),
            )  # fmt: skip
        if on == "_some":
            chosen, ours = _widest(told.sheet, curve, bars["level"]), _parted(told.sheet, curve)[1]
            return told.phrase(
                "{us} spreads its effort over all it offers but for {factors} ({level} on average): that costs on all of it and says little",
                us=us, level=told.level(found["level_some"] or 0.0),
                factors=told.factors([j for j in ours if j not in chosen]),
            )  # fmt: skip
        return told.phrase(
            "{us} spreads its effort over {number} of {count} factors ({level} on average): that costs on all of them and says little",
            us=us, number=number, count=count, level=height,
        )  # fmt: skip
    if outcome.verdict == "focused":
        said = told.phrase("{us} puts its effort into {number} of {count} factors", us=us, number=number, count=count)
    else:
        number, few = _apart(found["k_eff"], bars["focused"] * (found["factors"] or 0.0), told)
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


def _apart(number: float, few: float, told: Telling) -> tuple[str, str]:
    """Two numbers of factors, the first above the second, to as many decimals as it takes to see that."""
    decimals = next((some for some in range(1, 9) if round(number, some) > round(few, some)), 9)
    said = (f"{round(one, decimals):.9g}" for one in (number, few))
    return told.voice.digits(next(said)), told.voice.digits(next(said))


def reason(told: Telling, curve: str, _found: Figures) -> str:
    """Why it is not judged."""
    if len(told.sheet.known(curve, WITHOUT_BURDENS)) > 1:  # and all but one of them tokens, or nothing
        return told.phrase("fewer than two factors that are no burden are offered")
    return told.phrase("fewer than two levels are known on factors that are no burden")


def gauges(_outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The share of the factors the effort is spread over."""
    if found["share"] is None:
        return ()
    if _outcome.fires:
        on = _firing(found, bars["spread"], bars["level"])
        spread, level = found[f"share{on}"] or 0.0, found[f"level{on}"] or 0.0
        return (Gauge("spread", spread, bars["spread"]), Gauge("level", level, bars["level"]))
    return (Gauge("spread", found["share"], bars["focused"], at_least=False),)


def _firing(found: Figures, spread: float, level: float) -> str | None:
    """Which count is spread wide at a level that costs: of all, without what we create, or without some of that."""
    for on in ("", "_existing", "_some"):
        if at_least(found[f"share{on}"], spread) and at_least(found[f"level{on}"], level):
            return on
    return None


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
