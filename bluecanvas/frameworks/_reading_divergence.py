"""Divergence: does the curve go its own way, in distance and in shape, or draw a rival's again?"""

from __future__ import annotations

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
    enough,
)
from bluecanvas.frameworks._reading_sheet import EXISTING, REFERENCE, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.divergence import is_flat


def judge(
    sheet: Sheet,
    curve: str,
    on: On | None = None,
    *,
    far: float = 0.20,
    unlike: float = 0.50,
    alike: float = 0.80,
    near: float = 0.10,
) -> Outcome:
    """Divergent: at least `far` from the reference with a likeness of at most `unlike`.

    Me-too: a likeness of at least `alike`, and a rival at most `near`. On existing factors unless said otherwise.
    """
    which = on or EXISTING
    r = sheet.correlation(curve, REFERENCE, which)
    apart = sheet.nearest(curve, which)[1] if at_least(r, alike) else None  # else it decides nothing
    found = {"d_ind": sheet.gap(curve, REFERENCE, which), "d_near": apart, "r": r}
    decided = decide(found, far=far, unlike=unlike, alike=alike, near=near)
    if decided.verdict == "flat":
        x, _, weights = sheet.common(curve, REFERENCE, which)
        ours = x if weights is None else [level for level, weight in zip(x, weights, strict=True) if weight > 0]
        return decided._replace(fires=is_flat(ours)) if len(ours) > 1 else Outcome(NOT_JUDGED)
    return decided


def decide(
    found: Figures, *, far: float = 0.20, unlike: float = 0.50, alike: float = 0.80, near: float = 0.10
) -> Outcome:
    """The verdict from the figures."""
    gap, r = found["d_ind"], found["r"]
    if gap is None:
        return Outcome(NOT_JUDGED)
    if r is None:
        return Outcome("flat", code="BC202")
    if at_least(gap, far) and at_most(r, unlike):
        return Outcome("divergent")
    if at_least(r, alike) and at_most(found["d_near"], near):
        return Outcome("me-too", fires=True)
    return Outcome("partial")


def may_fire(sheet: Sheet, curve: str, bars: Bars) -> bool:
    """Whether a rival is near enough, or the curve may be flat."""
    for rival in sheet.rivals:
        if rival != curve and at_most(sheet.gap(curve, rival, EXISTING), bars["near"]):
            return True
    x, _, weights = sheet.common(curve, REFERENCE, EXISTING)
    return weights is not None or is_flat(x)


def known(sheet: Sheet, curve: str) -> bool:
    """Whether enough levels of both are known on existing factors."""
    return enough(len(sheet.common(curve, REFERENCE, EXISTING)[0]), len(sheet.on(EXISTING)))


def figures(sheet: Sheet, curve: str, on: On | None, _bars: Bars) -> Figures:
    """The distance to the reference and to the nearest rival, and the likeness to the reference."""
    which = on or EXISTING
    _, near = sheet.nearest(curve, which)
    return {
        "d_ind": sheet.gap(curve, REFERENCE, which),
        "d_near": near,
        "r": sheet.correlation(curve, REFERENCE, which),
    }


def why(told: Telling, curve: str, outcome: Outcome, found: Figures, bars: Bars) -> str:
    """The sentence."""
    us, them = told.called(curve), told.whom()
    gap, r = found["d_ind"], found["r"]
    if gap is None or outcome.verdict == NOT_JUDGED:
        return told.phrase("{us} cannot be told from anyone: {reason}", us=us, reason=reason(told, curve, found))
    apart = told.points(gap)
    if r is None:
        if outcome.fires:
            return told.phrase(
                "{us} has one level on every factor and so no shape at all; it lies {points} from {them}",
                us=us, points=apart, them=them,
            )  # fmt: skip
        return told.phrase(
            "{us} lies {points} from {them}, but there is no shape to compare with: one level on every factor",
            us=us, points=apart, them=them,
        )  # fmt: skip
    sheet = told.sheet
    nearest, near = sheet.nearest(curve, EXISTING)
    if outcome.verdict == "me-too":
        return told.phrase(
            "{us} draws the curve of {rival} again: {points} apart on average, with the same highs and lows",
            us=us, rival=told.called(nearest) if nearest else them, points=told.points(near or 0.0),
        )  # fmt: skip
    said = _way(told, outcome, found, bars, us=us, them=them, points=apart)
    if nearest and near is not None and len(sheet.rivals) > 1:
        said = told.phrase(
            "{sentence} ({points} from {rival}, the nearest)",
            sentence=said, points=told.points(near), rival=told.called(nearest),
        )  # fmt: skip
    most = [told.moved(curve, j) for j in by_size(sheet, curve, sheet.on(EXISTING))[:2] if _differs(sheet, curve, j)]
    if most:
        said = told.phrase("{sentence}, furthest on {factors}", sentence=said, factors=told.voice.listed(most))
    return said


def _way(told: Telling, outcome: Outcome, found: Figures, bars: Bars, **said: str) -> str:
    """How the curve goes, in shape and in distance."""
    r, is_far = found["r"] or 0.0, at_least(found["d_ind"], bars["far"])
    if outcome.verdict == "divergent":
        if r <= -0.5:
            return told.phrase("{us} goes its own way with the opposite shape, {points} from {them} on average", **said)
        return told.phrase("{us} goes its own way with a shape of its own, {points} from {them} on average", **said)
    if at_least(r, bars["alike"]):
        if is_far:
            return told.phrase(
                "{us} rises and falls with {them} and lies {points} from there on average, one shape at another height",
                **said,
            )
        return told.phrase("{us} rises and falls with {them} and stays close, {points} on average", **said)
    if at_most(r, bars["unlike"]):
        return told.phrase("{us} has a shape of its own but stays close, {points} on average", **said)
    if is_far:
        return told.phrase("{us} shares much of the shape of {them} and lies {points} from there on average", **said)
    return told.phrase("{us} shares much of the shape of {them} and stays close, {points} on average", **said)


def gauges(outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """Distance and likeness against what the verdict turns on."""
    gap, near, r = found["d_ind"], found["d_near"], found["r"]
    if outcome.fires and r is None:  # flat: no threshold made it so
        return ()
    drawn: list[Gauge] = []
    if outcome.verdict == "me-too" and near is not None:
        drawn.append(Gauge("nearest", near, bars["near"], at_least=False, high=0.5))
    elif gap is not None:
        drawn.append(Gauge("gap", gap, bars["far"], high=0.5))
    if r is not None:
        me_too = outcome.verdict == "me-too"
        drawn.append(Gauge("r", r, bars["alike"] if me_too else bars["unlike"], at_least=me_too, low=-1.0))
    return tuple(drawn)


def _differs(sheet: Sheet, curve: str, factor: int) -> bool:
    ours, theirs = sheet.rows[curve][factor], sheet.rows[REFERENCE][factor]
    return ours is not None and theirs is not None and at_least(abs(ours - theirs), 0.05)


def reason(told: Telling, _curve: str, _found: Figures) -> str:
    """Why it is not judged."""
    if not told.sheet.rivals:
        return told.phrase("the canvas has no rival and no industry curve")
    return told.phrase("fewer than two existing factors that weigh anything have levels of both")


DIVERGENCE = Kind(
    "divergence",
    "BC201",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    reason=reason,
    decide=decide,
    may_fire=may_fire,
    enough=known,
    codes=("BC201", "BC202"),
)
