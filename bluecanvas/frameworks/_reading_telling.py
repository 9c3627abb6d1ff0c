"""What the sentences of all readings share: names, distances and levels of one canvas, in one language."""

from __future__ import annotations

from collections.abc import Iterable

from bluecanvas.frameworks._reading_sheet import REFERENCE, Sheet
from bluecanvas.words import show_level
from bluecanvas.words.voice import Voice


class Telling:
    """Tells what a sheet shows; a name is on one line and not longer than a sentence bears."""

    def __init__(self, sheet: Sheet, language: str | None = None) -> None:
        """Without a language in English, with the names the canvas itself has."""
        self.sheet = sheet
        self.voice = Voice(language)
        self.phrase, self.phrase_number = self.voice.phrase, self.voice.phrase_number

    def called(self, curve: str) -> str:
        """A curve's name."""
        return self.voice.name(self.sheet.canvas.curve(curve).name)

    def curves(self, ids: Iterable[str]) -> str:
        """Curves as a phrase: "Rail, Airlines and 2 more"."""
        return self.voice.several([self.called(id) for id in ids])

    def factor(self, at: int) -> str:
        """A factor's name."""
        return self.voice.name(self.sheet.factors[at].name)

    def factors(self, places: Iterable[int]) -> str:
        """Factors as a phrase: "Speed, Meals and 2 more"."""
        return self.voice.several([self.factor(at) for at in places])

    def whom(self) -> str:
        """What a curve is held against."""
        if self.sheet.industry is not None:
            return self.called(self.sheet.industry)
        if len(self.sheet.rivals) == 1:
            return self.called(self.sheet.rivals[0])
        if self.sheet.group is not None:
            return self.phrase(
                "the mean of {group}", group=self.voice.name(self.sheet.canvas.group(self.sheet.group).name)
            )
        return self.phrase("the rivals' mean")

    def points(self, share: float) -> str:
        """A share of the axis as a distance on the user's scale: "2.5 points"."""
        distance = self.distance(share)
        return self.phrase_number("{n} point", "{n} points", distance, n=self.level_of(distance))

    def distance(self, share: float) -> float:
        """A share of the axis as a distance on the user's scale, to a tenth."""
        return _tenth(share * self._axis)

    def level(self, share: float) -> str:
        """A share of the axis as a level on the user's scale."""
        return self.level_of(_tenth(self.sheet.canvas.scale.min + share * self._axis))

    def level_of(self, level: float) -> str:
        """A level on the user's scale."""
        return self.voice.digits(show_level(level))

    def moved(self, curve: str, factor: int) -> str:
        """A factor with how far a curve lies above or below what it is held against: "Meals (−5)"."""
        ours, theirs = self.sheet.rows[curve][factor], self.sheet.rows[REFERENCE][factor]
        apart = 0.0 if ours is None or theirs is None else self.distance(ours - theirs)
        gap = f"{'+' if apart > 0 else '−'}{self.level_of(abs(apart))}"
        return self.phrase("{factor} ({gap})", factor=self.factor(factor), gap=gap)

    def verdict(self, verdict: str) -> str:
        """A verdict as people say it."""
        return self.voice.label(f"verdict.{verdict}")

    def caveated(self, sentence: str) -> str:
        """A sentence with what it has to add where the scale has no level for "not offered"."""
        scale = self.sheet.canvas.scale
        if scale.says_absent:
            return sentence
        least = self.level_of(scale.min)
        return self.phrase("{sentence}; a scale from {level} cannot say “not offered”", sentence=sentence, level=least)

    @property
    def _axis(self) -> float:
        return self.sheet.canvas.scale.max - self.sheet.canvas.scale.min


def _tenth(level: float) -> float:
    """A level to a tenth; to nine decimals first, so that what is left of a division decides no tie."""
    return round(round(level, 9), 1)
