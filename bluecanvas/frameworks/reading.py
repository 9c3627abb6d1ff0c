"""The reading of the value curves: what a strategist sees in them, each verdict with its figure, threshold and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from bluecanvas.blocks import Table
from bluecanvas.canvas.model import Canvas, Curve, Role
from bluecanvas.frameworks.value_curve import in_order

if TYPE_CHECKING:  # what computes is imported when something is read: every figure's framework is loaded to find one
    from bluecanvas.frameworks._reading_basis import Basis
    from bluecanvas.frameworks._reading_fragility import Fragility
    from bluecanvas.frameworks._reading_kinds import Gauge, Kind, Outcome
    from bluecanvas.frameworks._reading_sheet import Sheet

KEY = "reading"
PLACE = 3

DRAWN_IN = 0.2
"""The part of the way to the rivals' mean that guessed levels of ours are drawn, to see if a verdict survives it."""
_GUESSED = "On your own scores, "
_NOTHING: Mapping[str, float] = MappingProxyType({})


class Side(NamedTuple):
    """A reading's verdict and figures on one set of factors, against one group, or on levels drawn in."""

    verdict: str
    fires: bool
    figures: Mapping[str, float | None]


class Reading(NamedTuple):
    """One verdict about one curve."""

    name: str
    title: str
    curve: str
    verdict: str
    fires: bool
    code: str
    basis: Basis
    why: str
    figures: Mapping[str, float | None]
    thresholds: Mapping[str, float]
    gauges: tuple[Gauge, ...]
    sets: Mapping[str, Side]
    """The same on existing factors, on all, and without burdens."""
    groups: Mapping[str, Side]
    """The same against each strategic group."""
    drawn_in: Side | None
    """Divergence on guessed levels: the same with ours drawn a fifth of the way to the rivals' mean."""
    fragile: Fragility | None


def blocks(canvas: Canvas, language: str | None = None) -> tuple[Table, ...]:
    """Every reading of our curves as a table; nothing where no curve is ours."""
    found = readings(canvas, fragile=False)
    if not found:
        return ()
    from bluecanvas.frameworks._reading_kinds import two

    speak = language or canvas.language
    return (
        Table(
            title=f"Reading: {canvas.title.say(speak)}",
            header=("Reading", "Curve", "Verdict", "Figures", "Why"),
            rows=tuple(
                (
                    reading.title,
                    canvas.curve(reading.curve).name.say(speak),
                    reading.verdict,
                    ", ".join(f"{gauge.name} {two(gauge.value)}" for gauge in reading.gauges),
                    reading.why,
                )
                for reading in found
            ),
            language=speak,
        ),
    )


def judged_curves(canvas: Canvas) -> tuple[Curve, ...]:
    """The curves that are read: ours, today's, and every other option."""
    return tuple(curve for curve in in_order(canvas) if curve.id == canvas.us or curve.role in (Role.AS_IS, Role.TO_BE))


def readings(
    canvas: Canvas,
    names: Collection[str] = (),
    *,
    fragile: bool = True,
    thresholds: Mapping[str, float] = _NOTHING,
) -> tuple[Reading, ...]:
    """Every reading of every curve of ours, or those of some names; with `thresholds` instead of the defaults.

    Without `fragile` no level is nudged, which is most of the work.
    """
    from bluecanvas.frameworks._reading_fragility import Judged, fragilities

    sheet = sheet_of(canvas)
    judged = []
    for curve in judged_curves(canvas):
        for kind in kinds():
            if (not names or kind.name in names) and kind.applies(sheet, curve.id):
                bars = kind.bars(thresholds)
                judged.append(Judged(kind, curve.id, bars, kind.judge(sheet, curve.id, **bars)))
    found = fragilities(sheet, judged) if fragile else [None] * len(judged)
    return tuple(_reading(sheet, *one, fragility) for one, fragility in zip(judged, found, strict=True))


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


def sheet_of(canvas: Canvas) -> Sheet:
    """The canvas's numbers, made once for whoever asks about one canvas."""
    return _sheet(_Same(canvas))


def _reading(
    sheet: Sheet, kind: Kind, curve: str, bars: Mapping[str, float], outcome: Outcome, fragility: Fragility | None
) -> Reading:
    from bluecanvas.frameworks._reading_basis import Basis, basis_of, involved, is_undecided
    from bluecanvas.frameworks._reading_kinds import UNDECIDED
    from bluecanvas.frameworks._reading_sheet import On

    figures = kind.figures(sheet, curve, None)
    basis = basis_of(sheet, involved(sheet, kind, curve))
    why = kind.why(sheet, curve, outcome, figures)
    gauges = kind.gauges(outcome, figures, bars)
    if basis is Basis.GUESS:
        why = _GUESSED + why
    if basis is Basis.SURVEY:
        flips = fragility.flips if fragility else ()
        inside = any(flip.inside and flip.fires != outcome.fires for flip in flips)
        if is_undecided(sheet, kind, curve, figures, bars, inside):
            why += f"; within the sampling error this is open (as measured: {outcome.verdict})"
            outcome = outcome._replace(verdict=UNDECIDED, fires=False)
    drawn = None
    if kind.name == "divergence" and basis is Basis.GUESS and sheet.rivals:
        drawn = _side(kind, sheet.drawn_in(curve, DRAWN_IN), curve, bars, On.EXISTING)
    return Reading(
        kind.name,
        kind.title,
        curve,
        outcome.verdict,
        outcome.fires,
        outcome.code or kind.code,
        basis,
        why,
        figures,
        bars,
        gauges,
        {on.value: _side(kind, sheet, curve, bars, on) for on in On},
        {
            group.id: _side(kind, against, curve, bars, None)
            for group in sheet.canvas.groups
            if (against := sheet.against(group.id)).rivals
        },
        drawn,
        fragility,
    )


def _side(kind: Kind, sheet: Sheet, curve: str, bars: Mapping[str, float], on: object) -> Side:
    outcome = kind.judge(sheet, curve, on, **bars)
    return Side(outcome.verdict, outcome.fires, kind.figures(sheet, curve, on))  # type: ignore[arg-type]
