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
    by_size,
    enough,
)
from bluecanvas.frameworks._reading_sheet import EXISTING, REFERENCE, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_least, at_most
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
    """Me-too: the nearest rival is at most `near` away, and the likeness to it at least `alike`.

    Divergent: else at least `far` from the reference with a likeness of at most `unlike`. On existing factors unless said
    otherwise.
    """
    which = on or EXISTING
    apart = sheet.nearest(curve, which)[1]
    found = {
        "d_ind": sheet.gap(curve, REFERENCE, which),
        "d_near": apart,
        "r": sheet.correlation(curve, REFERENCE, which),
        "r_nearest": _twin(sheet, curve, which)[1] if at_most(apart, near) else None,  # else it decides nothing
    }
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
    if at_most(found["d_near"], near) and at_least(found["r_nearest"], alike):
        return Outcome("me-too", fires=True)
    if r is None:
        return Outcome("flat", code="BC202")
    if at_least(gap, far) and at_most(r, unlike):
        return Outcome("divergent")
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
    """The distance to the reference and to the nearest rival, and the likeness to both."""
    which = on or EXISTING
    return {
        "d_ind": sheet.gap(curve, REFERENCE, which),
        "d_near": sheet.nearest(curve, which)[1],
        "r": sheet.correlation(curve, REFERENCE, which),
        "r_nearest": _twin(sheet, curve, which)[1],
    }


def _twin(sheet: Sheet, curve: str, which: On) -> tuple[str | None, float | None]:
    """The nearest rival and the likeness to it; of several equally near, the most alike."""
    nearest, near = sheet.nearest(curve, which)
    if nearest is None or near is None:
        return None, None
    likeness = sheet.correlation(curve, nearest, which)
    for rival in sheet.rivals:
        if rival not in (curve, nearest) and at_most(sheet.gap(curve, rival, which), near):
            r = sheet.correlation(curve, rival, which)
            if r is not None and (likeness is None or round(r, 9) > round(likeness, 9)):
                nearest, likeness = rival, r
    return nearest, likeness


def why(told: Telling, curve: str, outcome: Outcome, found: Figures, bars: Bars) -> str:
    """The sentence."""
    us, them = told.called(curve), told.whom()
    gap = found["d_ind"]
    if gap is None or outcome.verdict == NOT_JUDGED:
        return told.phrase("{us} cannot be told from anyone: {reason}", us=us, reason=reason(told, curve, found))
    apart = told.points(gap)
    if outcome.verdict == "flat":
        if outcome.fires and _weighs_nothing(told.sheet):
            return told.phrase(
                "{us} has one level on every factor that weighs anything and so no shape at all; it lies {points} from {them}",
                us=us, points=apart, them=them,
            )  # fmt: skip
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
        twin = _twin(sheet, curve, EXISTING)[0]
        return told.phrase(
            "{us} draws the curve of {rival} again: {points} apart on average, with the same highs and lows",
            us=us, rival=told.called(twin) if twin else them, points=told.points(near or 0.0),
        )  # fmt: skip
    said = _way(told, outcome, found, bars, us=us, them=them, points=apart)
    if nearest and near is not None and len(sheet.rivals) > 1:
        parts = {"sentence": said, "points": told.points(near), "rival": told.called(nearest)}
        if at_least(near, bars["far"]) and not at_least(gap, bars["far"]):  # a mean that nobody is near
            said = told.phrase("{sentence}, though none of them is near ({points} from {rival}, the nearest)", **parts)
        else:
            said = told.phrase("{sentence} ({points} from {rival}, the nearest)", **parts)
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
    gap, near, r, alike = found["d_ind"], found["d_near"], found["r"], found["r_nearest"]
    if outcome.verdict == "me-too" and near is not None and alike is not None:  # both of one rival
        return (
            Gauge("nearest", near, bars["near"], at_least=False, high=0.5),
            Gauge("r", alike, bars["alike"], low=-1.0),
        )
    if outcome.fires:  # flat: no threshold made it so
        return ()
    drawn: list[Gauge] = []
    if gap is not None:
        drawn.append(Gauge("gap", gap, bars["far"], high=0.5))
    if r is not None:
        drawn.append(Gauge("r", r, bars["unlike"], at_least=False, low=-1.0))
    return tuple(drawn)


def _weighs_nothing(sheet: Sheet) -> bool:
    """Whether some factor has no weight, so that its levels do not count."""
    weights = sheet.weights_of(EXISTING)
    return weights is not None and 0.0 in weights


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
