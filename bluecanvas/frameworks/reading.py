"""The reading of the value curves: what a strategist sees in them, each verdict with its figure, threshold and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from bluecanvas.blocks import Table
from bluecanvas.canvas.model import Canvas, Curve, Role
from bluecanvas.frameworks.value_curve import in_order

if TYPE_CHECKING:  # what computes is imported when something is read: a plot asks every framework for its name only
    from bluecanvas.frameworks._reading_basis import Basis
    from bluecanvas.frameworks._reading_fragility import Fragility, Judged
    from bluecanvas.frameworks._reading_kinds import Gauge, Kind
    from bluecanvas.frameworks._reading_sheet import On, Sheet

KEY = "reading"
PLACE = 3

DRAWN_IN = 0.2
"""The part of the way to the rivals' mean that guessed levels of ours are drawn, to see if a verdict survives it."""
_GUESSED = "On your own scores, "
_NOTHING: Mapping[str, float] = MappingProxyType({})


class Judgement(NamedTuple):
    """A verdict about one curve, and why."""

    curve: str
    verdict: str
    fires: bool
    code: str
    basis: Basis
    why: str
    factors: tuple[str, ...]
    """The factors the verdict names."""
    figures: Mapping[str, float | None]
    thresholds: Mapping[str, float]
    gauges: tuple[Gauge, ...]


class Side(NamedTuple):
    """A reading's verdict and figures on one set of factors, against one group, or on levels drawn in."""

    verdict: str
    fires: bool
    figures: Mapping[str, float | None]


class Reading(NamedTuple):
    """One verdict about one curve, and how it stands up to another look."""

    name: str
    title: str
    judgement: Judgement
    sets: Mapping[str, Side]
    """The same on existing factors, on all, and without burdens."""
    groups: Mapping[str, Side]
    """The same against each strategic group."""
    drawn_in: Side | None
    """Divergence on guessed levels: the same with ours drawn a fifth of the way to the rivals' mean."""
    fragile: Fragility | None
    """The single levels that flip it; None where there are none, or none was nudged."""


def blocks(canvas: Canvas, language: str | None = None) -> tuple[Table, ...]:
    """Every reading of our curves as a table; nothing where no curve is ours."""
    if not judged_curves(canvas):
        return ()
    from bluecanvas.frameworks._reading_kinds import NOT_JUDGED, two

    speak = language or canvas.language
    rows = []
    for kind in kinds():
        for judgement in judge(canvas, kind.name):
            if judgement.verdict == NOT_JUDGED:
                continue
            name = canvas.curve(judgement.curve).name.say(speak)
            figures = ", ".join(f"{gauge.name} {two(gauge.value)}" for gauge in judgement.gauges)
            rows.append((kind.title, name, judgement.verdict, figures, judgement.why))
    header = ("Reading", "Curve", "Verdict", "Figures", "Why")
    return (Table(f"The reading: {canvas.title.say(speak)}", header, tuple(rows), language=speak),)


def judged_curves(canvas: Canvas) -> tuple[Curve, ...]:
    """The curves that are read: ours, today's, and every other option."""
    return tuple(curve for curve in in_order(canvas) if curve.id == canvas.us or curve.role in (Role.AS_IS, Role.TO_BE))


def judge(canvas: Canvas, name: str, *, firing: bool = False, **thresholds: float) -> Iterator[Judgement]:
    """One reading of each curve that is read, or those that fire; with other thresholds than the defaults where given.

    Nothing is nudged and no other set of factors looked at: this is what a rule asks for.
    """
    sheet = sheet_of(canvas)
    for kind in kinds():
        if kind.name == name:
            for one in _judged(sheet, kind, thresholds):
                if one.outcome.fires or not firing:
                    judgement = _judgement(sheet, one)
                    if judgement.fires or not firing:
                        yield judgement


def readings(canvas: Canvas, names: Collection[str] = (), **thresholds: float) -> tuple[Reading, ...]:
    """Every reading of every curve that is read, or those of some names, with all that tells how far to trust it."""
    from bluecanvas.frameworks._reading_fragility import fragilities

    sheet = sheet_of(canvas)
    asked = [kind for kind in kinds() if not names or kind.name in names]
    judged = [one for kind in asked for one in _judged(sheet, kind, thresholds)]
    place = {curve.id: at for at, curve in enumerate(judged_curves(canvas))}
    judged.sort(key=lambda one: place[one.curve])
    return tuple(_reading(sheet, one, found) for one, found in zip(judged, fragilities(sheet, judged), strict=True))


@lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """Every reading there is, in the order they are shown."""
    from bluecanvas.frameworks import _reading_coherence as coherence
    from bluecanvas.frameworks import _reading_delivery as delivery
    from bluecanvas.frameworks import _reading_price as price
    from bluecanvas.frameworks import _reading_tagline as tagline
    from bluecanvas.frameworks._reading_convergence import CONVERGENCE
    from bluecanvas.frameworks._reading_divergence import DIVERGENCE
    from bluecanvas.frameworks._reading_focus import FOCUS

    return (
        DIVERGENCE,
        FOCUS,
        tagline.TAGLINE,
        tagline.CLAIMS,
        tagline.MENTION,
        CONVERGENCE,
        delivery.OVERDELIVERY,
        delivery.OVERKILL,
        coherence.INCOHERENCE,
        coherence.CONTRADICTIONS,
        price.DOMINANCE,
        price.TOP_PRICE,
    )


def sheet_of(canvas: Canvas) -> Sheet:
    """The canvas's numbers, made once for whoever asks about one canvas."""
    return _sheet(_Same(canvas))


class _Same:
    """A canvas as a key: this very one, whatever it holds."""

    __slots__ = ("canvas",)

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def __hash__(self) -> int:
        return id(self.canvas)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.canvas is self.canvas


@lru_cache(maxsize=1)
def _sheet(same: _Same) -> Sheet:
    from bluecanvas.frameworks._reading_sheet import Sheet

    return Sheet(same.canvas)


def _judged(sheet: Sheet, kind: Kind, thresholds: Mapping[str, float]) -> Iterator[Judged]:
    from bluecanvas.frameworks._reading_fragility import Judged

    bars = kind.bars(thresholds)
    for curve in judged_curves(sheet.canvas):
        if kind.applies(sheet, curve.id):
            yield Judged(kind, curve.id, bars, kind.judge(sheet, curve.id, **bars))


def _judgement(sheet: Sheet, one: Judged) -> Judgement:
    from bluecanvas.frameworks._reading_basis import Basis, basis_of, involved, is_undecided
    from bluecanvas.frameworks._reading_fragility import flips_inside
    from bluecanvas.frameworks._reading_kinds import UNDECIDED, Scope, caveat

    kind, curve, bars, outcome = one
    figures = kind.figures(sheet, curve, None, bars)
    basis = basis_of(sheet, involved(sheet, kind, curve))
    why = kind.why(sheet, curve, outcome, figures, bars)
    verdict, fires = outcome.verdict, outcome.fires
    if basis is Basis.GUESS:
        why = _GUESSED + why
    if basis is Basis.SURVEY and (flips_inside(sheet, one) or is_undecided(sheet, kind, curve, figures, bars)):
        why += f"; within the sampling error this is open (as measured: {verdict})"
        verdict, fires = UNDECIDED, False
    return Judgement(
        curve,
        verdict,
        fires,
        outcome.code or kind.code,
        basis,
        why + caveat(sheet.canvas) if kind.scope is Scope.ALL else why,
        tuple(sheet.factors[j].id for j in outcome.factors),
        figures,
        bars,
        kind.gauges(outcome, figures, bars),
    )


def _reading(sheet: Sheet, one: Judged, fragility: Fragility | None) -> Reading:
    from bluecanvas.frameworks._reading_basis import Basis
    from bluecanvas.frameworks._reading_sheet import On

    judgement = _judgement(sheet, one)
    against = {group.id: sheet.against(group.id) for group in sheet.canvas.groups}
    guessed = one.kind.name == "divergence" and judgement.basis is Basis.GUESS and bool(sheet.rivals)
    return Reading(
        one.kind.name,
        one.kind.title,
        judgement,
        {on.value: _side(sheet, one, on) for on in On},
        {id: _side(group, one, None) for id, group in against.items() if group.rivals},
        _side(sheet.drawn_in(one.curve, DRAWN_IN), one, None) if guessed else None,
        fragility,
    )


def _side(sheet: Sheet, one: Judged, on: On | None) -> Side:
    outcome = one.kind.judge(sheet, one.curve, on, **one.bars)
    return Side(outcome.verdict, outcome.fires, one.kind.figures(sheet, one.curve, on, one.bars))
