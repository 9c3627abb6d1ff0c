"""The reading of a canvas as the plain data a template sees: a dict a verdict, ours first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from bluecanvas.canvas.model import Canvas
from bluecanvas.frameworks._reading_fragility import Flip, fragilities
from bluecanvas.frameworks._reading_pairs import work_out
from bluecanvas.frameworks.reading import Judgement, decisions, judged_curves, judgement_on, kinds, sheet_of
from bluecanvas.named import NamedTuple
from bluecanvas.words import clip, label
from bluecanvas.words.voice import Voice

Facts: TypeAlias = dict[str, Any]

_NOT_JUDGED = "not-judged"
_PAUSE = re.compile(r"\s*[,，;；:：(（]")
_STOP = re.compile(r"\s*[;；:：(（]")
_TELLING = frozenset(("divergence", "focus", "tagline"))
"""The readings whose sentences say what matters before their first comma."""
_UNTOLD = ("tagline", "missing")
_OPENING = " \n“「"
_LONGEST = 90
_LONGEST_NAME = 60
_MOST_FLIPS = 2


def of_reading(canvas: Canvas, language: str, whole: Canvas | None = None, *, fragile: bool = True) -> list[Facts]:
    """Every verdict that could be given, in the order of curves and readings.

    `whole` is the canvas with what its reader may not see: a verdict that it would overturn is left out. `fragile` asks
    what single levels would flip a verdict, which takes its time.
    """
    flips = _flips(canvas, whole, language) if fragile else {}
    names = _names(canvas, language)
    teller = _Teller(canvas, language, Voice(language), names, tuple(name for name in names if _PAUSE.search(name)))
    titles = {kind.name: kind.called(language) for kind in kinds()}
    judged = upheld(canvas, whole)
    place = {curve.id: at for at, curve in enumerate(judged_curves(canvas))}
    judged.sort(key=lambda item: place[item[1].curve])
    return [
        {"name": name, "title": titles[name], **teller.told(name, one), "fragile": flips.get((name, one.curve), "")}
        for name, one in judged
        if one.verdict != _NOT_JUDGED
    ]


def upheld(canvas: Canvas, whole: Canvas | None) -> list[tuple[str, Judgement]]:
    """Every verdict of a canvas by the name of its reading; of a part, those that stand in the whole as well.

    Their figures are the part's; what they rest on is known of the whole alone.
    """
    judged = _judged(canvas)
    if whole is None:
        return judged
    standing = {(name, one.curve, one.verdict, one.fires): one for name, one in _judged(whole)}
    both = [(name, one, standing.get((name, one.curve, one.verdict, one.fires))) for name, one in judged]
    return [(name, _resting_on(one, full)) for name, one, full in both if full is not None]


def _judged(canvas: Canvas) -> list[tuple[str, Judgement]]:
    return [(one.judged.kind.name, judgement_on(one)) for one in decisions(canvas)]


def _resting_on(one: Judgement, full: Judgement) -> Judgement:
    grounds = one.grounds._replace(guessed=full.grounds.guessed, doubts=full.grounds.doubts)
    return one._replace(basis=full.basis, grounds=grounds)


class _Teller(NamedTuple):
    """Says the verdicts of one canvas in one language."""

    canvas: Canvas
    language: str
    voice: Voice
    names: tuple[str, ...]
    """Of curves and factors, as a sentence says them."""
    paused: tuple[str, ...]
    """Those of them that have a pause in them."""

    def told(self, name: str, one: Judgement) -> Facts:
        """A verdict and its sentences."""
        canvas, language = self.canvas, self.language
        curve = canvas.curve(one.curve)
        said = one.grounds._replace(guessed=False).why(language)
        return {
            "curve": curve.name.say(language),
            "curve_id": one.curve,
            "ours": one.curve == canvas.us,
            "role": curve.role.value,
            "verdict": one.verdict,
            "verdict_word": label(f"verdict.{one.verdict}", language),
            "fires": one.fires,
            "code": one.code,
            "basis": one.basis.value,
            "basis_word": label(f"basis.{one.basis.value}", language),
            "why": one.why_in(language),
            "said": said,
            "headline": self._untold(curve.name)
            if (name, one.verdict) == _UNTOLD
            else self.headline(said, _PAUSE if name in _TELLING else _STOP),
            "figures": label("comma", language).join(
                gauge.told(self.voice) for gauge in one.grounds.fitting(one.gauges, language)
            ),
        }

    def _untold(self, name: str) -> str:
        """What a missing tagline comes to: its sentence says that only after what the curve stands out by."""
        return clip(self.voice.phrase("{us} has no tagline", us=self.voice.name(name)), _LONGEST)

    def headline(self, said: str, pause: re.Pattern[str]) -> str:
        """What a sentence says before its first pause: marks within a name, or between two, are none."""
        for mark in pause.finditer(said):
            before_name = said[mark.end() :].lstrip(_OPENING).startswith(self.names)
            if not before_name and not any(_covers(said, name, mark.start()) for name in self.paused):
                return clip(said[: mark.start()], _LONGEST)
        return clip(said, _LONGEST)


def _covers(said: str, name: str, at: int) -> bool:
    """Whether a name stands over a position of a sentence."""
    return said.find(name, max(0, at - len(name)), at + len(name)) >= 0


def _names(canvas: Canvas, language: str) -> tuple[str, ...]:
    """Every name of a curve or factor, as a sentence says it."""
    given = (*(curve.name for curve in canvas.curves), *(factor.name for factor in canvas.factors))
    return tuple({clip(" ".join(name.say(language).split()), _LONGEST_NAME): None for name in given})


def _flips(canvas: Canvas, whole: Canvas | None, language: str) -> Mapping[tuple[str, str], str]:
    """By reading and curve, which single levels would make the verdict another, as a sentence."""
    held = None if whole is None else {(name, curve): set(flips) for name, curve, flips in _flipping(whole)}
    found, voice = {}, Voice(language)
    for name, curve, flips in _flipping(canvas):
        standing = [flip for flip in flips if held is None or flip in held.get((name, curve), ())]
        if standing:
            said = [
                label(
                    "flip",
                    language,
                    curve=canvas.curve(flip.curve).name.say(language),
                    factor=canvas.factor(flip.factor).name.say(language),
                    start=voice.level(flip.start),
                    end=voice.level(flip.end),
                    verdict=label(f"verdict.{flip.verdict}", language),
                )
                for flip in standing[:_MOST_FLIPS]
            ]
            found[name, curve] = label("semicolon", language).join(said)
    return found


def _flipping(canvas: Canvas) -> Iterator[tuple[str, str, tuple[Flip, ...]]]:
    """The readings that a single level would make another, each with its curve and those levels."""
    sheet = sheet_of(canvas)
    work_out(sheet)
    place = {curve.id: at for at, curve in enumerate(judged_curves(canvas))}
    decided = sorted(decisions(canvas), key=lambda one: place[one.judged.curve])
    for one, found in zip(decided, fragilities(sheet, [one.judged for one in decided]), strict=True):
        if found is not None and found.flips and one.verdict != _NOT_JUDGED:
            yield one.judged.kind.name, one.judged.curve, found.flips
