"""Lexicons: words that names, reasons and taglines are held against, a module a language, loaded where a text needs it.

All words stand as `folded` spells a text: lower case, single spaces, letters of one width, and simplified
characters for both Chinese scripts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol


class Lexicon(Protocol):
    """What the module of every language holds; what only one language needs stands in its module alone."""

    PRICE: frozenset[str]
    """Names under which the price stands on a canvas."""
    VAGUE: frozenset[str]
    """Whole names that could mean anything, so that two people score them differently."""
    CLASSICS: frozenset[str]
    """Names the published canvases of the field carry."""
    SUPERLATIVES: frozenset[str]
    """Words of praise that any offering could claim for itself."""
    IMPROVING: frozenset[str]
    """Verbs that say only that something shall be better."""
    FILLERS: frozenset[str]
    """Words between the others that add nothing to them."""
    JARGON_PHRASES: tuple[str, ...]
    """Words of the producer's world, wherever they stand in a name."""
    INSIDERS: frozenset[str]
    """Who scores an offering and has an interest in it: its own people."""


def lexicons(text: str) -> tuple[Lexicon, ...]:
    """The lexicons of the languages a text may be written in, by its script."""
    if text.isascii():
        return _english()
    script = _script(text)
    if script == "Hangul":
        from bluecanvas.words.lexicons import ko

        return (ko,)
    if script == "Kana":
        from bluecanvas.words.lexicons import ja

        return (ja,)
    if script == "Han":
        from bluecanvas.words.lexicons import ja, zh

        return (zh, ja)
    return _english()


@lru_cache(maxsize=1)
def _english() -> tuple[Lexicon, ...]:
    from bluecanvas.words.lexicons import en

    return (en,)


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters and no other East Asian script."""
    return not text.isascii() and _script(text) == "Han"


def _script(text: str) -> str:
    """The script that tells a language by: Hangul before Kana before Han, for Korean and Japanese also write Han."""
    found = ""
    for char in text:
        if "\uac00" <= char <= "\ud7a3":
            return "Hangul"
        if "\u3040" <= char <= "\u30ff" and char != "・":
            found = "Kana"
        elif not found and "\u3400" <= char <= "\u9fff":
            found = "Han"
    return found


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text in lower case with single spaces and letters of one width, Chinese characters in their simplified form."""
    if text.isascii():
        return " ".join(text.casefold().split())
    from unicodedata import normalize

    from bluecanvas.words.lexicons.variants import simplify

    return simplify(" ".join(normalize("NFKC", text).casefold().split()))
