"""A voice: the tool's sentences in one language, with names, lists and numbers as that language writes them."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.words import catalogues
from bluecanvas.words.catalogues import catalogue, spoken
from bluecanvas.words.labels import filled, label
from bluecanvas.words.levels import show_level
from bluecanvas.words.showing import LONGEST_NAME, clip
from bluecanvas.words.text import Text

_MOST_NAMES = 3


class Voice:
    """Speaks one language: English where it has no words in another, sentence by sentence.

    A sentence is said by its English text, which stands whole where it is said; `docs/catalogues.py` finds it there.
    """

    def __init__(self, language: str | None) -> None:
        """Without a language it speaks English, and leaves names as the canvas's own language has them."""
        self.language = spoken(language or catalogues.ENGLISH)
        self.asked = language

    def phrase(self, text: str, /, context: str = "", **values: object) -> str:
        """A sentence with its open places filled; a context tells apart what is alike in English alone."""
        if self.language != catalogues.ENGLISH:
            words = catalogue(self.language)
            text = words.pgettext(context, text) if context else words.gettext(text)
        return filled(text, values)

    def phrase_number(self, one: str, many: str, number: float, /, **values: object) -> str:
        """A sentence about a number: as it is said of one, or of several."""
        count = int(number) if number == int(number) else 2  # a fraction is more than one, or said as if it were
        if self.language != catalogues.ENGLISH:
            return filled(catalogue(self.language).ngettext(one, many, count), values)
        return filled(one if count == 1 else many, values)

    def label(self, key: str, **values: str) -> str:
        """A word by its key."""
        return label(key, self.language, **values)

    def text(self, text: str) -> str:
        """What a canvas says, in this language where it has it, on one line."""
        said = text.say(self.asked) if self.asked and isinstance(text, Text) else str(text)
        return " ".join(said.split())

    def name(self, text: str, longest: int = LONGEST_NAME) -> str:
        """A name within a sentence, in the quotation marks the language sets around one, if any."""
        return self.phrase("{name}", context="name", name=clip(self.text(text), longest))

    def row(self, names: Sequence[str]) -> str:
        """Names one after the other: "a, b, c"."""
        return self.phrase(", ", context="list").join(names)

    def listed(self, names: Sequence[str]) -> str:
        """Names as a phrase: "a, b and c"."""
        if len(names) < 2:
            return "".join(names)
        return self.phrase("{names} and {last}", names=self.row(names[:-1]), last=names[-1])

    def stated(self, claims: Sequence[str]) -> str:
        """Short statements as a phrase, where a language joins these otherwise than names: "a, b and c"."""
        if len(claims) < 2:
            return "".join(claims)
        return self.phrase("{names} and {last}", context="claims", names=self.row(claims[:-1]), last=claims[-1])

    def several(self, names: Sequence[str], most: int = _MOST_NAMES) -> str:
        """Names as a phrase that ends in how many more there are, where there are many."""
        if len(names) <= most + 1:
            return self.listed(names)
        return self.phrase("{names} and {number} more", names=self.row(names[:most]), number=len(names) - most)

    def clauses(self, sentences: Sequence[str]) -> str:
        """Sentences as one: "a; b"."""
        return self.phrase("; ", context="list").join(sentences)

    def digits(self, number: str) -> str:
        """A number with the sign that stands before its decimals."""
        return number if self.language == catalogues.ENGLISH else number.replace(".", self.label("decimal"))

    def level(self, value: float | None) -> str:
        """A level as a person writes it: 6, 5.4, and a dash where it is unknown."""
        return self.digits(show_level(value))

    def percent(self, share: float) -> str:
        """A share as a whole number of hundredths: "25 %"."""
        return self.phrase("{n} %", n=round(share * 100))


ENGLISH = Voice(None)
"""How the tool speaks where nobody asks for another language."""
