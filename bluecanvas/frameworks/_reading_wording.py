"""Wording: are the factors named in words that buyers could use, or in the producer's?"""

from __future__ import annotations

from bluecanvas.frameworks._jargon import is_internally_driven, jargon
from bluecanvas.frameworks._reading_kinds import NOT_JUDGED, Bars, Figures, Gauge, Kind, Outcome, Scope
from bluecanvas.frameworks._reading_sheet import ALL, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling


def judge(sheet: Sheet, _curve: str, on: On | None = None, *, most: float = 1 / 3) -> Outcome:
    """Internally driven: more than a share `most` of the factors, and two at least, are named in the producer's words.

    On all factors unless said otherwise: names are no level, and the same for every curve.
    """
    named, count = _named(sheet, on), len(sheet.on(on or ALL))
    if not count:
        return Outcome(NOT_JUDGED)
    if is_internally_driven(len(named), count, most):
        return Outcome("internally-driven", fires=True, factors=named)
    return Outcome("plain", factors=named)


def figures(sheet: Sheet, _curve: str, on: On | None, _bars: Bars) -> Figures:
    """How many factors are named in the producer's words, of how many, and their share."""
    named, count = len(_named(sheet, on)), len(sheet.on(on or ALL))
    return {"named": float(named), "factors": float(count), "share": named / count if count else None}


def gauges(_outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The share of the factors named so."""
    share = found["share"]
    return () if share is None else (Gauge("jargon", share, bars["most"], at_least=False),)


def why(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us, factors = told.called(curve), told.factors(outcome.factors)
    named, count = (int(found[name] or 0) for name in ("named", "factors"))
    if outcome.verdict == NOT_JUDGED:
        reason_ = reason(told, curve, found)
        return told.phrase("{us} cannot be read for its words: {reason}", us=us, reason=reason_)
    if outcome.fires:
        return told.phrase(
            "{us} is seen from the inside: {n} of {count} factors are named in the producer's words, {factors}",
            us=us, n=named, count=count, factors=factors,
        )  # fmt: skip
    if named:
        return told.phrase_number(
            "{us} has {n} of {count} factors named in the producer's words, {factors}: ask buyers what they call it",
            "{us} has {n} of {count} factors named in the producer's words, {factors}: ask buyers what they call them",
            named, us=us, n=named, count=count, factors=factors,
        )  # fmt: skip
    return told.phrase("{us} has no factor named in what is known to be the producer's words", us=us)


def reason(told: Telling, _curve: str, _found: Figures) -> str:
    """Why it is not judged."""
    return told.phrase("there is no factor")


def _named(sheet: Sheet, on: On | None) -> tuple[int, ...]:
    """The factors of a set that are named in the producer's words."""
    found = sheet.kept_of_rows(("jargon",), lambda: {factor.id for factor, _, _ in jargon(sheet.canvas)})
    return tuple(j for j in sheet.on(on or ALL) if sheet.factors[j].id in found)


WORDING = Kind(
    "wording",
    "BC212",
    Scope.NONE,
    judge,
    why,
    figures,
    gauges,
    applies=lambda sheet, curve: curve == sheet.canvas.us,
    reason=reason,
)
