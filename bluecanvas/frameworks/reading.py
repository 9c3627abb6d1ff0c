"""The reading of the value curves: what a strategist sees in them, each verdict with its figure, threshold and why.

One file, though a long one: the values that every reading is told in, and every way to ask for one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from bluecanvas.canvas.model import Canvas, Curve, Role
from bluecanvas.canvas.once import once
from bluecanvas.finding import Path
from bluecanvas.frameworks._order import in_order
from bluecanvas.named import NamedTuple
from bluecanvas.words import label

if TYPE_CHECKING:  # what computes is imported when something is read: a plot asks every framework for its name only
    from bluecanvas.blocks import Scorecard
    from bluecanvas.frameworks._reading_basis import Basis
    from bluecanvas.frameworks._reading_decision import Decision
    from bluecanvas.frameworks._reading_fragility import Fragility, Judged
    from bluecanvas.frameworks._reading_grounds import Grounds
    from bluecanvas.frameworks._reading_kinds import Bars, Gauge, Kind
    from bluecanvas.frameworks._reading_sheet import On, Sheet
    from bluecanvas.words.voice import Voice

KEY = "reading"
PLACE = 3

DRAWN_IN = 0.2
"""The part of the way to the rivals' mean that guessed levels of ours are drawn, to see if a verdict survives it."""


_SAID = ("better", "promised")
"""The figures that tell no more than the sentence has said: whether any is there."""


class Judgement(NamedTuple):
    """A verdict about one curve, and why."""

    curve: str
    verdict: str
    fires: bool
    code: str
    basis: Basis
    grounds: Grounds
    """What says why, when somebody asks."""
    factors: tuple[str, ...]
    """The factors the verdict names."""
    figures: Mapping[str, float | None]
    thresholds: Mapping[str, float]
    gauges: tuple[Gauge, ...]
    path: Path
    """Where the curve stands."""

    @property
    def on_key(self) -> bool:
        """Whether the curve is named by a key there."""
        return bool(self.path) and isinstance(self.path[-1], str)

    @property
    def why(self) -> str:
        """The sentence, in English, with names as the canvas has them."""
        return self.why_in(None)

    def why_in(self, language: str | None) -> str:
        """The sentence in a language, names too where the canvas has them in it."""
        return self.grounds.why(language)

    def said_in(self, voice: Voice) -> str:
        """Why, with every figure beside its threshold, as a message begins."""
        why = self.why_in(voice.asked)
        why = why[:1].lower() + why[1:] if self.grounds.guessed else why
        gauges = self.grounds.fitting(self.gauges, voice.asked)
        measured = voice.row([gauge.told(voice) for gauge in gauges if gauge.name not in _SAID])
        return why + voice.label("bracketed", said=measured) if measured else why


class Side(NamedTuple):
    """A reading's verdict and figures on one set of factors, against one group, or on levels drawn in."""

    verdict: str
    fires: bool
    figures: Mapping[str, float | None]


class Reading(NamedTuple):
    """One verdict about one curve, and how it stands up to another look."""

    name: str
    judgement: Judgement
    sets: Mapping[str, Side]
    """The same on existing factors, on all, and without burdens."""
    groups: Mapping[str, Side]
    """The same against each strategic group."""
    drawn_in: Side | None
    """Divergence on guessed levels: the same with ours drawn a fifth of the way to the rivals' mean."""
    fragile: Fragility | None
    """The single levels that flip it; None where there are none, or none was nudged."""

    @property
    def title(self) -> str:
        """What the reading is called in English."""
        return label(f"reading.{self.name}", "en")


def blocks(canvas: Canvas, language: str | None = None) -> tuple[Scorecard, ...]:
    """Every reading of our curves as a scorecard; nothing where no curve is ours."""
    if not judged_curves(canvas):
        return ()
    from bluecanvas.blocks import Gauge as Bar  # not for those who only judge
    from bluecanvas.blocks import Mark, Scorecard
    from bluecanvas.frameworks._reading_kinds import NOT_JUDGED
    from bluecanvas.words.voice import Voice

    speak = language or canvas.language
    voice, marks = Voice(speak), []
    for kind in kinds():
        for judgement in judge(canvas, kind.name):
            if judgement.verdict == NOT_JUDGED:
                continue
            name = canvas.curve(judgement.curve).name.say(speak)
            shown = judgement.grounds.fitting(judgement.gauges, speak)
            gauges = tuple(Bar(gauge.called(voice), *gauge[1:], gauge.told(voice)) for gauge in shown)
            verdict, why = voice.label(f"verdict.{judgement.verdict}"), judgement.why_in(speak)
            marks.append(Mark(kind.called(speak), name, verdict, judgement.fires, gauges, why))
    title = f"{label('reading.title', speak)}{label('colon', speak)}{canvas.title.say(speak)}"
    reading, curve, verdict, figures, why = (
        label(f"reading.{column}", speak) for column in ("reading", "curve", "verdict", "figures", "why")
    )
    return (Scorecard(title, tuple(marks), (reading, curve, verdict, figures, why), speak),)


def judged_curves(canvas: Canvas) -> tuple[Curve, ...]:
    """The curves that are read: ours, today's, and every other option."""
    return tuple(curve for curve in in_order(canvas) if curve.id == canvas.us or curve.role in (Role.AS_IS, Role.TO_BE))


def judge(canvas: Canvas, name: str, *, firing: bool = False, **thresholds: float) -> Iterator[Judgement]:
    """One reading of each curve that is read, or those that fire; with other thresholds than the defaults where given.

    Nothing is nudged and no other set of factors looked at.
    """
    sheet = sheet_of(canvas)
    for kind in kinds():
        if kind.name == name:
            for one in _judged(sheet, kind, thresholds):
                if one.outcome.fires or not firing:
                    judgement = _judgement(sheet, one)
                    if judgement.fires or not firing:
                        yield judgement


def decisions(canvas: Canvas) -> Iterator[Decision]:
    """Every verdict on every curve that is read: what it comes to, without its figures."""
    from bluecanvas.frameworks._reading_decision import decide

    sheet = sheet_of(canvas)
    for kind in kinds():
        for one in _judged(sheet, kind, {}):
            yield decide(sheet, one)


def accusations(canvas: Canvas, code: str, **thresholds: float) -> Iterator[Judgement]:
    """What fires with one code on a to-be curve: what a rule holds against our options, worked out as far as it fires."""
    sheet = sheet_of(canvas)
    for kind, bars in _asked(code, **thresholds) if sheet.options else ():
        for curve in sheet.options:
            if kind.may_fire is None or kind.may_fire(sheet, curve, bars):
                outcome = (
                    sheet.kept(("outcome", kind.name, curve, *bars.values()), partial(kind.judge, sheet, curve, **bars))
                    if kind.codes  # each of them asks for the same
                    else kind.judge(sheet, curve, **bars)
                )
                if outcome.fires and (outcome.code or kind.code) == code and kind.applies(sheet, curve):
                    from bluecanvas.frameworks._reading_fragility import Judged

                    judgement = _judgement(sheet, Judged(kind, curve, bars, outcome))
                    if judgement.fires:
                        yield judgement


def readings(canvas: Canvas, names: Collection[str] = (), **thresholds: float) -> tuple[Reading, ...]:
    """Every reading of every curve that is read, or those of some names, with all that tells how far to trust it."""
    from bluecanvas.frameworks._reading_fragility import fragilities
    from bluecanvas.frameworks._reading_pairs import work_out

    sheet = sheet_of(canvas)
    work_out(sheet)
    asked = [kind for kind in kinds() if not names or kind.name in names]
    judged = [one for kind in asked for one in _judged(sheet, kind, thresholds)]
    place = {curve.id: at for at, curve in enumerate(judged_curves(canvas))}
    judged.sort(key=lambda one: place[one.curve])
    groups = {group.id: sheet.against(group.id) for group in canvas.groups}
    against = {id: held for id, held in groups.items() if held.rivals}
    tried = fragilities(sheet, judged)
    return tuple(_reading(sheet, one, found, against) for one, found in zip(judged, tried, strict=True))


@lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """Every reading there is, in the order they are shown."""
    from bluecanvas.frameworks import _reading_claims as claims
    from bluecanvas.frameworks import _reading_coherence as coherence
    from bluecanvas.frameworks import _reading_delivery as delivery
    from bluecanvas.frameworks._reading_convergence import CONVERGENCE
    from bluecanvas.frameworks._reading_divergence import DIVERGENCE
    from bluecanvas.frameworks._reading_dominance import DOMINANCE
    from bluecanvas.frameworks._reading_focus import FOCUS
    from bluecanvas.frameworks._reading_price import TOP_PRICE
    from bluecanvas.frameworks._reading_tagline import TAGLINE
    from bluecanvas.frameworks._reading_wording import WORDING

    return (
        DIVERGENCE,
        FOCUS,
        TAGLINE,
        claims.CLAIMS,
        claims.MENTION,
        CONVERGENCE,
        delivery.OVERDELIVERY,
        delivery.OVERKILL,
        coherence.INCOHERENCE,
        coherence.CONTRADICTIONS,
        DOMINANCE,
        TOP_PRICE,
        WORDING,
    )


@lru_cache(maxsize=64, typed=True)
def _asked(code: str, **thresholds: float) -> tuple[tuple[Kind, Bars], ...]:
    """The readings that can fire with a code, each with all of its thresholds."""
    return tuple((kind, kind.bars(thresholds)) for kind in kinds() if code in (kind.codes or (kind.code,)))


@once
def sheet_of(canvas: Canvas) -> Sheet:
    """The canvas's numbers, made once for whoever asks about one canvas."""
    from bluecanvas.frameworks._reading_sheet import Sheet

    return Sheet(canvas)


def _judged(sheet: Sheet, kind: Kind, thresholds: Mapping[str, float]) -> Iterator[Judged]:
    from bluecanvas.frameworks._reading_fragility import Judged

    bars = kind.bars(thresholds)
    for curve in judged_curves(sheet.canvas):
        if kind.applies(sheet, curve.id):
            yield Judged(kind, curve.id, bars, kind.judge(sheet, curve.id, **bars))


def _judgement(sheet: Sheet, one: Judged) -> Judgement:
    from bluecanvas.frameworks._reading_decision import decide

    return judgement_on(decide(sheet, one))


def judgement_on(decision: Decision) -> Judgement:
    """A verdict with its figures and all that tells why."""
    from bluecanvas.frameworks._reading_basis import Basis
    from bluecanvas.frameworks._reading_grounds import Grounds

    sheet, (kind, curve, bars, outcome), verdict, fires, basis, doubts = decision
    figures = kind.figures(sheet, curve, None, bars)
    gauges = kind.gauges(outcome, figures, bars)
    return Judgement(
        curve,
        verdict,
        fires,
        outcome.code or kind.code,
        basis,
        Grounds(sheet, kind, curve, outcome, figures, bars, basis is Basis.GUESS, doubts),
        tuple(sheet.factors[j].id for j in outcome.factors),
        figures,
        bars or {gauge.name: gauge.bar for gauge in gauges},  # the others' figures are a bar, too
        gauges,
        sheet.canvas.curve(curve).path,
    )


def _reading(sheet: Sheet, one: Judged, fragility: Fragility | None, against: Mapping[str, Sheet]) -> Reading:
    from bluecanvas.frameworks._reading_basis import Basis
    from bluecanvas.frameworks._reading_kinds import UNDECIDED, Scope
    from bluecanvas.frameworks._reading_sheet import On

    judgement = _judgement(sheet, one)
    sides = {factors: _side(sheet, one, on) for factors, on in {sheet.on(on): on for on in On}.items()}
    if judgement.verdict == UNDECIDED:  # what intervals leave open here they leave open there
        open_ = one.outcome.verdict
        sides = {
            factors: side._replace(verdict=UNDECIDED, fires=False) if side.verdict == open_ else side
            for factors, side in sides.items()
        }
    guessed = one.kind.name == "divergence" and judgement.basis is Basis.GUESS and bool(sheet.rivals)
    return Reading(
        one.kind.name,
        judgement,
        {on.value: sides[sheet.on(on)] for on in On},
        {id: _side(group, one, None) for id, group in against.items()}
        if one.kind.scope is Scope.ALL
        else dict.fromkeys(against, _side(sheet, one, None)),  # whoever the rivals are
        _side(sheet.drawn_in(one.curve, DRAWN_IN), one, None) if guessed else None,
        fragility,
    )


def _side(sheet: Sheet, one: Judged, on: On | None) -> Side:
    outcome = one.kind.judge(sheet, one.curve, on, **one.bars)
    return Side(outcome.verdict, outcome.fires, one.kind.figures(sheet, one.curve, on, one.bars))
