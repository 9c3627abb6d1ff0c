"""Saying what changed: names, levels and values as parts of a sentence, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bluecanvas.canvas.levels import figure
from bluecanvas.canvas.model import Action
from bluecanvas.words import Text, clip, visible
from bluecanvas.words.catalogues import ENGLISH
from bluecanvas.words.voice import Voice

_LONGEST_NAME = 60
_LONGEST_TEXT = 120
MOST_NAMES = 6
_LIKE_OURS = frozenset(("none", "nothing", "unknown", "yes", "no", "true", "false", "null", "n/a", "–", "-"))
"""Texts of one word that in a sentence of ours would be taken for our word, that there is nothing, or a yes or no."""


def named(name: str, language: str) -> str:
    """A name in a language, on one line and of a bearable length."""
    text = name.say(language) if isinstance(name, Text) else name
    return clip(visible(" ".join(text[:1000].split())), _LONGEST_NAME)


class Phrase(str):
    """Words of ours where a value of the user's would stand: they take no quotes."""

    __slots__ = ()


class Saying(Voice):
    """Says what changed: without a language in English, with names in the language that the canvas has them in."""

    def __init__(self, language: str | None, names: str) -> None:
        """`names` is the language of the names."""
        super().__init__(language)
        self.asked, self.names = language, names

    def name(self, text: str, longest: int = _LONGEST_NAME) -> str:
        """A name within a sentence, in the quotation marks the language sets around one, if any."""
        return self.phrase("{name}", context="name", name=clip(named(text, self.names), longest))

    def level(self, value: float | None) -> str:
        """A level as typed."""
        return self.phrase("unknown") if value is None else self.digits(figure(value))

    def value(self, given: Any) -> str:
        """Any value in a sentence: a number as typed, a list with commas, in quotes a text of several words.

        A text that could be taken for a word of ours is in quotes, "none" for one; and every text in letters that our
        words are written in without spaces.
        """
        if isinstance(given, Phrase):
            return given
        if isinstance(given, bool):
            return self.phrase("yes") if given else self.phrase("no")
        if isinstance(given, int | float):
            return self.digits(figure(given))
        if isinstance(given, (list, tuple)):
            return self.several([self.value(item) for item in given], MOST_NAMES) if given else self.phrase("none")
        if isinstance(given, dict):
            pairs = [
                self.phrase("{key} {value}", key=self.value(key), value=self.value(item)) for key, item in given.items()
            ]
            return self.several(pairs, MOST_NAMES) if given else self.phrase("none")
        text = clip(visible(" ".join(str(given)[:2000].split())), _LONGEST_TEXT)
        alike = text.casefold().strip(".!? ") in _LIKE_OURS or (self.language != ENGLISH and not text.isascii())
        return self.phrase("“{text}”", text=text) if " " in text or not text or alike else text

    def turned(self, what: str, before: Any, after: Any) -> str:
        """That a thing changed, came or went: "the date changed from 2005 to 2025"."""
        if before is None or before in ((), [], {}):
            return self.phrase("{what} is now {value}", what=what, value=self.value(after))
        if after is None or after in ((), [], {}):
            return self.phrase("{what} is no longer given (was {value})", what=what, value=self.value(before))
        old, new = self.value(before), self.value(after)
        if old == new:
            return self.phrase("{what} changed", what=what)
        return self.phrase("{what} changed from {before} to {after}", what=what, before=old, after=new)

    def renamed(self, shown: tuple[str, str], written: tuple[str, str]) -> str:
        """That a thing has another name: as it is shown, or as it is written where it is shown under one that stayed."""
        for was, now in (shown, (self.name(written[0]), self.name(written[1]))):
            if was != now:
                return self.phrase("{before} is now called {after}", before=was, after=now)
        return self.phrase("{name} is spelt otherwise", name=shown[1])

    def some(self, names: Sequence[str]) -> str:
        """Names as a phrase that ends in how many more there are, where there are many."""
        return self.several(names, MOST_NAMES)

    def tongue(self, what: str, language: str) -> str:
        """A thing that is said in a language, "" for the canvas's own: "the title in zh-Hant"."""
        return self.phrase("{what} in {language}", what=what, language=language) if language else what

    def of(self, thing: str, what: str) -> str:
        """A part of a thing: "Rail: its share"."""
        return self.phrase("{thing}: {what}", thing=thing, what=what)

    def does(self, action: Action) -> str:
        """What an option does: "raises"."""
        return {
            Action.ELIMINATE: self.phrase("eliminates", context="does"),
            Action.REDUCE: self.phrase("reduces", context="does"),
            Action.RAISE: self.phrase("raises", context="does"),
            Action.CREATE: self.phrase("creates", context="does"),
        }[action]

    def doing(self, action: Action) -> str:
        """What it did instead: "raising"."""
        return {
            Action.ELIMINATE: self.phrase("eliminating", context="doing"),
            Action.REDUCE: self.phrase("reducing", context="doing"),
            Action.RAISE: self.phrase("raising", context="doing"),
            Action.CREATE: self.phrase("creating", context="doing"),
        }[action]
