"""The tagline against the curve: are its claims true on the canvas, and does it promise what is raised or created?"""

from __future__ import annotations

from functools import lru_cache

from bluecanvas.canvas.model import Action, Tagline
from bluecanvas.frameworks._reading_kinds import (
    NOT_JUDGED,
    Bars,
    Figures,
    Gauge,
    Kind,
    Outcome,
    Scope,
    by_size,
    far_above,
)
from bluecanvas.frameworks._reading_sheet import ALL, REFERENCE, WITHOUT_BURDENS, On, Sheet
from bluecanvas.frameworks._reading_tagline import LONGEST, judged, tagline_of
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_least
from bluecanvas.words import fold

_ROW = 3.0
"""How many factors a small picture has room for at least."""


def judge_claims(sheet: Sheet, curve: str, on: On | None = None, *, step: float = 0.20) -> Outcome:
    """False: a factor claimed high is not `step` above what we are held against, or one claimed low not below it."""
    tagline = tagline_of(sheet, curve)
    if tagline is None or not tagline.claims:
        return Outcome(NOT_JUDGED)
    claimed, wrong, unknown = [], [], 0
    for j in sheet.on(on or ALL):
        claim = tagline.claims.get(sheet.factors[j].id)
        if claim is None:
            continue
        claimed.append(j)
        margin = _margin(sheet, curve, j)
        if margin is None:
            unknown += 1
        elif not at_least(margin if claim == "high" else -margin, step):
            wrong.append(j)
    if wrong:
        return Outcome("false", fires=True, factors=tuple(wrong))
    if unknown == len(claimed):
        return Outcome(NOT_JUDGED)
    return Outcome("unproven" if unknown else "true", factors=tuple(claimed))


def claims_figures(sheet: Sheet, curve: str, on: On | None, _bars: Bars) -> Figures:
    """How far each claimed factor lies above (or below, negative) what we are held against."""
    tagline = tagline_of(sheet, curve)
    claims = tagline.claims if tagline else {}
    return {sheet.factors[j].id: _margin(sheet, curve, j) for j in sheet.on(on or ALL) if sheet.factors[j].id in claims}


def why_claims(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    sheet, us = told.sheet, told.called(curve)
    tagline = tagline_of(sheet, curve)
    if outcome.verdict == NOT_JUDGED or tagline is None:
        reason = claims_reason(told, curve, found)
        if found:
            return told.phrase("{us} claims what cannot be held against the levels: {reason}", us=us, reason=reason)
        return told.phrase("{us} cannot be held to its claims: {reason}", us=us, reason=reason)
    if outcome.fires:
        said = [_unkept(told, tagline, j, found) for j in outcome.factors]
        claims = told.voice.stated(said[:3])
        if said[3:]:
            claims = told.phrase("{claims}, and {number} more", claims=claims, number=len(said) - 3)
        return told.phrase("{us} does not keep what the tagline claims: {claims}", us=us, claims=claims)
    kept = [_claim(told, tagline, j) for j in outcome.factors if found[sheet.factors[j].id] is not None]
    claims = told.voice.stated(kept)
    if outcome.verdict == "unproven":
        return told.phrase(
            "{us} keeps what the tagline claims as far as levels are known: {claims}", us=us, claims=claims
        )
    return told.phrase("{us} keeps what the tagline claims: {claims}", us=us, claims=claims)


def claims_reason(told: Telling, curve: str, found: Figures) -> str:
    """Why the claims are not judged."""
    if found:
        return told.phrase("they are unknown")
    if tagline_of(told.sheet, curve) is None:
        return told.phrase("there is no tagline")
    return told.phrase("the tagline states no `claims`")


def claims_gauges(outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The narrowest claim."""
    known = [abs(margin) for margin in found.values() if margin is not None]
    return (Gauge("margin", min(known), bars["step"]),) if known and not outcome.fires else ()


def judge_mention(sheet: Sheet, curve: str, _on: On | None = None, *, step: float = 0.20) -> Outcome:
    """Off the point: the tagline claims or names some factors, but none that is raised or created.

    A price or another burden that is well below what we are held against is to buyers what a raised factor is, and may
    be promised alone. What is created exists nowhere else, so this is the same on every set of factors.
    """
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        return Outcome(NOT_JUDGED)
    new = _raised(sheet, curve, step)
    if not new:
        return Outcome(NOT_JUDGED)
    mentioned = _mentioned(sheet, tagline)
    if not mentioned:
        return Outcome(NOT_JUDGED)
    said = _promised(sheet, curve, tagline, new, mentioned, step)
    return Outcome("on-point", factors=tuple(said)) if said else Outcome("off-point", fires=True, factors=tuple(new))


def mention_figures(sheet: Sheet, curve: str, _on: On | None, bars: Bars) -> Figures:
    """How many factors are raised or created, how many burdens eased; how many factors the tagline claims or names.

    `promised`: how many it promises of what is raised, created or eased.
    """
    step = bars["step"]
    new = _raised(sheet, curve, step)
    found = {
        "raised": float(len(new)),
        "eased": float(sum(_eased(sheet, curve, j, step) for j in sheet.on(ALL))),
    }
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        return {**found, "mentioned": None, "promised": None}
    mentioned = _mentioned(sheet, tagline)
    promised = _promised(sheet, curve, tagline, new, mentioned, step)
    return {**found, "mentioned": float(len(mentioned)), "promised": float(len(promised))}


def mention_gauges(outcome: Outcome, found: Figures, _bars: Bars) -> tuple[Gauge, ...]:
    """How much of what is raised, created or eased is promised: one is enough."""
    promised = found["promised"]
    if outcome.verdict == NOT_JUDGED or promised is None:
        return ()
    return (Gauge("promised", promised, 1.0, high=max(_ROW, (found["raised"] or 0.0) + (found["eased"] or 0.0))),)


def may_miss(sheet: Sheet, curve: str, bars: Bars) -> bool:
    """Whether there is a tagline with no claim that is its point already."""
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        return False
    for j, factor in enumerate(sheet.factors):
        claim = tagline.claims.get(factor.id)
        if claim is not None:
            if claim == "low" and _eased(sheet, curve, j, bars["step"]):
                return False
            if claim == "high" and not factor.burden and far_above(sheet, curve, j, bars["step"]):
                return False
    return True


def why_mention(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    us, factors = told.called(curve), told.factors(outcome.factors)
    if outcome.verdict == NOT_JUDGED:
        reason = mention_reason(told, curve, found)
        return told.phrase("{us} cannot be held to what it promises: {reason}", us=us, reason=reason)
    if outcome.fires:
        return told.phrase("{us} promises none of what it raises or creates: {factors}", us=us, factors=factors)
    eased = [j for j in outcome.factors if told.sheet.factors[j].burden]
    if not eased:
        return told.phrase("{us} promises what it raises or creates: {factors}", us=us, factors=factors)
    if len(eased) == len(outcome.factors):
        return told.phrase("{us} promises what it lowers for its buyers: {factors}", us=us, factors=factors)
    raised = told.factors([j for j in outcome.factors if j not in eased])
    return told.phrase(
        "{us} promises what it raises or creates ({raised}) and what it lowers for its buyers ({eased})",
        us=us, raised=raised, eased=told.factors(eased),
    )  # fmt: skip


def mention_reason(told: Telling, curve: str, _found: Figures) -> str:
    """Why the point of the tagline is not judged."""
    if tagline_of(told.sheet, curve) is None:
        return told.phrase("there is no tagline")
    if _raised(told.sheet, curve):
        return told.phrase("the tagline names no factor")
    return told.phrase("nothing is raised or created")


def _claimed(sheet: Sheet, curve: str) -> list[int]:
    tagline = tagline_of(sheet, curve)
    return [j for j, factor in enumerate(sheet.factors) if tagline and factor.id in tagline.claims]


def _all_with_tagline(sheet: Sheet, curve: str) -> tuple[int, ...]:
    return sheet.on(ALL) if tagline_of(sheet, curve) else ()


def _raised(sheet: Sheet, curve: str, step: float = 0.20) -> list[int]:
    """The factors a curve raises or creates: well above what it is held against, or so by its grid; no burdens."""
    grid = sheet.canvas.curve(curve).grid
    moves = {move.factor for move in grid.moves if move.action in (Action.RAISE, Action.CREATE)} if grid else set()
    found = [j for j in sheet.on(WITHOUT_BURDENS) if sheet.factors[j].id in moves or far_above(sheet, curve, j, step)]
    return by_size(sheet, curve, found)


def _eased(sheet: Sheet, curve: str, factor: int, step: float) -> bool:
    """Whether a factor is a burden, and well below what the curve is held against."""
    margin = _margin(sheet, curve, factor)
    return sheet.factors[factor].burden and margin is not None and at_least(-margin, step)


def _mentioned(sheet: Sheet, tagline: Tagline) -> list[int]:
    """The factors that a tagline claims or names."""
    text = fold(str(tagline.text)[:LONGEST])
    return [j for j in sheet.on(ALL) if _mentions(sheet, tagline, text, j)]


def _promised(
    sheet: Sheet, curve: str, tagline: Tagline, new: list[int], mentioned: list[int], step: float
) -> list[int]:
    """What is raised or created and promised, then the burdens that are eased and said to be; nothing as its opposite."""
    said = [j for j in new if j in mentioned and tagline.claims.get(sheet.factors[j].id) != "low"]
    return said + [
        j for j in mentioned if _eased(sheet, curve, j, step) and tagline.claims.get(sheet.factors[j].id) != "high"
    ]


def _unkept(told: Telling, tagline: Tagline, factor: int, found: Figures) -> str:
    """A claim and where the curve stands instead: "high Speed (level with Rail)"."""
    margin = found[told.sheet.factors[factor].id] or 0.0
    said = {"claim": _claim(told, tagline, factor), "points": told.points(abs(margin)), "them": told.whom()}
    if not told.distance(margin):
        return told.phrase("{claim} (level with {them})", **said)
    if margin > 0:
        return told.phrase("{claim} ({points} above {them})", **said)
    return told.phrase("{claim} ({points} below {them})", **said)


def _claim(told: Telling, tagline: Tagline, factor: int) -> str:
    """A claim: "high Speed"."""
    if tagline.claims[told.sheet.factors[factor].id] == "high":
        return told.phrase("high {factor}", factor=told.factor(factor))
    return told.phrase("low {factor}", factor=told.factor(factor))


def _margin(sheet: Sheet, curve: str, factor: int) -> float | None:
    ours, theirs = sheet.rows[curve][factor], sheet.rows[REFERENCE][factor]
    return None if ours is None or theirs is None else ours - theirs


def _mentions(sheet: Sheet, tagline: Tagline, text: str, factor: int) -> bool:
    """Whether a tagline, its text folded, claims or names a factor."""
    found = sheet.factors[factor]
    if found.id in tagline.claims:
        return True
    name = _folded(str(found.name)[:LONGEST])
    return len(name) > 1 and name in text


_folded = lru_cache(maxsize=4096)(fold)


CLAIMS = Kind(
    "tagline_claims",
    "BC205",
    Scope.ALL,
    judge_claims,
    why_claims,
    claims_figures,
    claims_gauges,
    reason=claims_reason,
    applies=judged,
    factors=_claimed,
)

MENTION = Kind(
    "tagline_mentions",
    "BC206",
    Scope.ALL,
    judge_mention,
    why_mention,
    mention_figures,
    mention_gauges,
    reason=mention_reason,
    applies=judged,
    factors=_all_with_tagline,
    may_fire=may_miss,
)
