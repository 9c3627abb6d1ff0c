"""The producer's words in factor names: what the reading and the rules about names share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from bluecanvas.canvas.model import Canvas, Factor
from bluecanvas.canvas.once import once
from bluecanvas.frameworks._factor_names import suspects
from bluecanvas.words.lexicons import Lexicon, en, folded, lexicons
from bluecanvas.words.lexicons.variants import simplify

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_LETTERS = re.compile(r"[a-z]+")
_INITIALS = re.compile(r"(?<![A-Za-z0-9])[A-Z]{3,6}(?=s?(?![A-Za-z0-9]))")


FEWEST = 2
"""Names: a single one is a slip."""


def is_internally_driven(named: int, count: int, most: float) -> bool:
    """Whether of so many factors too many are named in the producer's words."""
    return named >= FEWEST and round(named / count, 9) > round(most, 9)


def jargon(canvas: Canvas, also: tuple[str, ...] = ()) -> tuple[tuple[Factor, str, str], ...]:
    """Each factor named in the producer's words, its name, and the first such word as it is written."""
    return tuple(_found(canvas, also)) if also else _of_the_lexicons(canvas)


@once
def _of_the_lexicons(canvas: Canvas) -> tuple[tuple[Factor, str, str], ...]:
    return tuple(_found(canvas, ()))


def _found(canvas: Canvas, also: tuple[str, ...]) -> Iterator[tuple[Factor, str, str]]:
    for factor, name, words in suspects(canvas, _jargon, also):
        word = next((word for word in words if not _excused(canvas, factor, name, word, also)), None)
        if word is not None:
            yield factor, name, _as_written(name, word)


@lru_cache(maxsize=4096)
def _jargon(text: str, also: tuple[str, ...]) -> tuple[str, ...] | None:
    """The producer's words in a bare name, None where there are none."""
    if not text.isascii():
        text = normalize("NFKC", text)
    found = [word for word in _WORD.findall(text) if word.lower() in en.JARGON]
    lowered = text.lower()
    plain = lowered if text.isascii() else simplify(lowered)
    phrases = () if _has_no_phrase(plain) else [phrase for one in _lexicons(text) for phrase in one.JARGON_PHRASES]
    for phrase in (*phrases, *map(folded, also)):
        at = _place(phrase, plain)
        if at >= 0:
            found.append(text[at : at + len(phrase)] if len(plain) == len(text) else phrase)
    found += _of_the_trade(_INITIALS.findall(text))
    return tuple(found) or None


def _of_the_trade(initials: list[str]) -> list[str]:
    if not initials:
        return initials
    from bluecanvas.words.lexicons.capitals import EVERYDAY, SHOUTED

    return [word for word in initials if word not in EVERYDAY and word not in SHOUTED]


def _has_no_phrase(plain: str) -> bool:
    """Whether a text in English has no word that a phrase of jargon begins with."""
    return plain.isascii() and _beginnings().isdisjoint(_LETTERS.findall(plain))


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    first = [_LETTERS.findall(phrase)[0] for phrase in en.JARGON_PHRASES]
    return frozenset([*first, *(f"{word}s" for word in first)])


def _lexicons(text: str) -> tuple[Lexicon, ...]:
    """English beside what the script says: its terms stand in names of every language."""
    return (en,) if text.isascii() else tuple(dict.fromkeys((en, *lexicons(text))))


def _place(phrase: str, plain: str) -> int:
    """Where a phrase stands in a text, -1 where it does not; as a part of other words it does not."""
    at = plain.find(phrase) if phrase else -1
    while at >= 0 and not _stands(phrase, plain, at):
        at = plain.find(phrase, at + 1)
    return at


def _stands(phrase: str, plain: str, at: int) -> bool:
    if not phrase.isascii():
        from bluecanvas.words.lexicons import accidents

        return accidents.stands(phrase, plain, at)
    behind = plain[at + len(phrase) :].removeprefix("s")
    around = plain[max(at - 1, 0) : at] + behind[:1]
    return not any("a" <= char <= "z" for char in around)


def _as_written(name: str, word: str) -> str:
    """A word as the name writes it: in full width, where it does."""
    plain = normalize("NFKC", name)
    at = plain.find(word)
    return name[at : at + len(word)] if at >= 0 and len(plain) == len(name) else word


def _excused(canvas: Canvas, factor: Factor, name: str, word: str, also: tuple[str, ...]) -> bool:
    if factor.buyer_words is not None and folded(word) in folded(factor.buyer_words):
        return True
    if not word.isupper() or word.lower() in en.JARGON or folded(word) in map(folded, also):
        return False
    if any(word in curve.name for curve in canvas.curves):
        return True
    shouted = sum(factor.name.isupper() for factor in canvas.factors)
    return name.isupper() and 2 * shouted > len(canvas.factors)  # a canvas in capitals: no initials
