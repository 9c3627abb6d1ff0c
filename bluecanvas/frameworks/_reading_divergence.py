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
    called,
    enough,
    moved,
    points,
    whom,
)
from bluecanvas.frameworks._reading_sheet import EXISTING, REFERENCE, On, Sheet
from bluecanvas.maths.divergence import is_flat
from bluecanvas.words import listed


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


def why(sheet: Sheet, curve: str, outcome: Outcome, found: Figures, bars: Bars) -> str:
    """The sentence."""
    us, them = called(sheet, curve), whom(sheet)
    gap, r = found["d_ind"], found["r"]
    if gap is None or outcome.verdict == NOT_JUDGED:
        return f"{us} cannot be told from anyone: {_missing(sheet)}"
    most = [moved(sheet, curve, j) for j in by_size(sheet, curve, sheet.on(EXISTING))[:2] if _differs(sheet, curve, j)]
    where = f", furthest on {listed(most, 'and')}" if most else ""
    if r is None:
        if outcome.fires:
            return (
                f"{us} has one level on every factor and so no shape at all; it lies {points(sheet, gap)} from {them}"
            )
        return f"{us} lies {points(sheet, gap)} from {them}, but there is no shape to compare with: one level on every factor"
    nearest, near = sheet.nearest(curve, EXISTING)
    if nearest and near is not None and len(sheet.rivals) > 1:
        where = f" ({points(sheet, near)} from {called(sheet, nearest)}, the nearest){where}"
    if outcome.verdict == "divergent":
        shape = "the opposite shape" if r <= -0.5 else "a shape of its own"
        return f"{us} goes its own way with {shape}, {points(sheet, gap)} from {them} on average{where}"
    if outcome.verdict == "me-too":
        rival = called(sheet, nearest) if nearest else them
        return f"{us} draws the curve of {rival} again: {points(sheet, near or 0.0)} apart on average, with the same highs and lows"
    shape = (
        f"rises and falls with {them}"
        if at_least(r, bars["alike"])
        else f"shares much of the shape of {them}"
        if not at_most(r, bars["unlike"])
        else "has a shape of its own"
    )
    if not at_least(gap, bars["far"]):
        distance = f"stays close, {points(sheet, gap)} on average"
    elif at_least(r, bars["alike"]):
        distance = f"lies {points(sheet, gap)} from there on average, one shape at another height"
    else:
        distance = f"lies {points(sheet, gap)} from there on average"
    return f"{us} {shape} {'and' if not at_most(r, bars['unlike']) else 'but'} {distance}{where}"


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


def _missing(sheet: Sheet) -> str:
    if not sheet.rivals:
        return "the canvas has no rival and no industry curve"
    return "fewer than two existing factors that weigh anything have levels of both"


DIVERGENCE = Kind(
    "divergence",
    "Divergence",
    "BC201",
    Scope.ALL,
    judge,
    why,
    figures,
    gauges,
    decide=decide,
    may_fire=may_fire,
    enough=known,
    codes=("BC201", "BC202"),
)
