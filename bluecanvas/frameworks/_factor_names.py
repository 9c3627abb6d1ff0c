"""Every name of every factor in every language, bare of brackets, and who is excused from what is said about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import repeat
from typing import TypeVar
from unicodedata import normalize

from bluecanvas.canvas.model import Canvas, Factor
from bluecanvas.canvas.once import once
from bluecanvas.named import NamedTuple
from bluecanvas.words.lexicons import folded, lexicons

T = TypeVar("T")

_BRACKETED = r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|《[^《》]*》"  # compiled where a name has one
_PIECE = r"(?s)[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+|."  # a word, or a single sign
_LONGEST_TERM = 24  # pieces
_SHORTEST_PLURAL = 4  # letters: APIs
LONGEST = 120
"""Characters of a name that are looked at: what is longer is no name, and costs time."""


class Said(NamedTuple):
    """A factor's name in one language, whole and bare of brackets."""

    language: str
    name: str
    text: str


@once
def spoken(canvas: Canvas) -> tuple[tuple[Factor, tuple[Said, ...]], ...]:
    """Each factor with its name in every language it is given in, the canvas's own language first."""
    own = canvas.language
    found: list[tuple[Factor, tuple[Said, ...]]] = []
    for factor in canvas.factors:
        full = factor.name
        name = str(full[:LONGEST])
        names: tuple[Said, ...] = (Said(own, name, bare(name)),)
        if full.translations:
            for language, said in full.translations.items():
                if said != full:
                    names += (Said(language, said[:LONGEST], bare(said[:LONGEST])),)
        found.append((factor, names))
    return tuple(found)


@once
def _texts(canvas: Canvas) -> list[str]:
    """Every name in every language, bare of brackets."""
    return [said.text for _, names in spoken(canvas) for said in names]


def suspects(
    canvas: Canvas, judge: Callable[[str, tuple[str, ...]], T | None], also: tuple[str, ...] = ()
) -> Iterator[tuple[Factor, str, T]]:
    """Each factor with a name that a judge of bare names objects to: the first such name, and the objection.

    `also` are a team's own words for the judge. Names of the field's classics are excused in every language, and so
    are the terms of the canvas's glossary, in either Chinese script, in any width, and in the plural.
    """
    if not any(map(judge, _texts(canvas), repeat(also))):  # as mostly
        return
    terms: frozenset[str] = frozenset()
    for factor, names in spoken(canvas):
        for _, name, text in names:
            found = judge(text, also)
            if found is not None and canvas.glossary:
                terms = terms or frozenset(
                    "".join(_compared(_pieces(term))) for term in canvas.glossary if term.strip()
                )
                found = judge(_without_terms(text, terms), also)
            if found is not None:
                if not any(_is_classic(said.text) for said in names):
                    yield factor, name, found
                break


def bare(name: str) -> str:
    """A name without what stands in brackets, which explains it."""
    if "(" in name or "（" in name or "[" in name or "《" in name:
        name = re.sub(_BRACKETED, " ", name)
    return name.strip()


@lru_cache(maxsize=256)
def _is_classic(text: str) -> bool:
    name = folded(text).replace("&", "and")
    return any(name in lexicon.CLASSICS or name.replace(" ", "") in lexicon.CLASSICS for lexicon in lexicons(text))


def _without_terms(text: str, terms: frozenset[str]) -> str:
    """The text without every agreed term in it, the longest first at each place."""
    pieces = _pieces(text)
    compared = _compared(pieces)
    kept: list[str] = []
    at = 0
    while at < len(pieces):
        ends = range(min(len(pieces), at + _LONGEST_TERM), at, -1)
        end = next((end for end in ends if "".join(compared[at:end]) in terms), None)
        kept.append(pieces[at] if end is None else " ")
        at = end or at + 1
    return "".join(kept).strip()


def _pieces(text: str) -> list[str]:
    """The words and single signs of a text in one width, single spaces between them."""
    pieces: list[str] = re.findall(_PIECE, " ".join(normalize("NFKC", text).split()))
    return pieces


def _compared(pieces: list[str]) -> list[str]:
    """The pieces as terms compare: small letters, simplified characters, no hyphens, no plural."""
    from bluecanvas.words.lexicons.variants import simplify

    return [" " if piece == "-" else _singular(simplify(piece.casefold())) for piece in pieces]


def _singular(word: str) -> str:
    if len(word) < _SHORTEST_PLURAL or not word.isascii() or word[-1] != "s" or word[-2] == "s":
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
