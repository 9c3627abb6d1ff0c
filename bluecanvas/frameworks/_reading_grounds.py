"""What a verdict rests on, kept until somebody asks why, and said in the language asked for."""

from __future__ import annotations

from enum import Enum

from bluecanvas.frameworks._reading_kinds import NOT_JUDGED, Bars, Figures, Gauge, Kind, Outcome, Scope
from bluecanvas.frameworks._reading_sheet import Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.named import NamedTuple


class Doubt(Enum):
    """Why a verdict is left open, or is not held against a curve."""

    LITTLE = 0
    """Too few levels are known."""
    PAST_TELLING = 1
    """More levels have intervals than can be tried."""
    SAMPLING = 2
    """Within the intervals it comes out otherwise."""


class Grounds(NamedTuple):  # noqa: PLW1641 - it holds figures by name
    """A verdict with all its sentence speaks of."""

    sheet: Sheet
    kind: Kind
    curve: str
    outcome: Outcome
    figures: Figures
    bars: Bars
    guessed: bool
    """Whether it rests on our own scores alone."""
    doubts: tuple[Doubt, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether both say the same: a sheet is made anew for each canvas."""
        return isinstance(other, Grounds) and self[1:] == other[1:] and self.sheet.canvas == other.sheet.canvas

    def __repr__(self) -> str:
        return f"Grounds({self.why()!r})"

    def why(self, language: str | None = None, *, caveat: bool = True) -> str:
        """The sentence, with what makes it doubtful, and with what the scale cannot say where that matters."""
        told = Telling(self.sheet, language)
        said = self.kind.why(told, self.curve, self.outcome, self.figures, self.bars)
        if Doubt.LITTLE in self.doubts:
            said = told.phrase("{sentence}; so little is known that this proves nothing", sentence=said)
        if self.guessed:
            said = told.phrase("On your own scores, {sentence}", sentence=said)
        measured = told.verdict(self.outcome.verdict)
        if Doubt.PAST_TELLING in self.doubts:
            said = told.phrase(
                "{sentence}; more levels have intervals than can be tried (as measured: {verdict})",
                sentence=said, verdict=measured,
            )  # fmt: skip
        if Doubt.SAMPLING in self.doubts:
            said = told.phrase(
                "{sentence}; within the sampling error this is open (as measured: {verdict})",
                sentence=said, verdict=measured,
            )  # fmt: skip
        return told.caveated(said) if caveat and self.kind.scope is Scope.ALL else said

    def fitting(self, gauges: tuple[Gauge, ...], language: str | None) -> tuple[Gauge, ...]:
        """The figures a reader of a language can follow: not the length of a text that is shown in translation."""
        text = self.kind.text(self.sheet, self.curve) if self.kind.text else None
        translated = text is not None and language is not None and text.say(language) != str(text)
        return () if translated else gauges

    def reason(self, language: str | None = None) -> str:
        """What is missing, where it is not judged; else nothing."""
        if self.outcome.verdict != NOT_JUDGED:
            return ""
        return self.kind.reason(Telling(self.sheet, language), self.curve, self.figures)
