"""What the rules about factor names share: every name in every language, bare of brackets, and who is excused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeVar

from bluecanvas.canvas.model import Canvas, Factor
from bluecanvas.rules._lexicons import en
from bluecanvas.words import clip

T = TypeVar("T")

_BRACKETED = r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|《[^《》]*》"  # compiled where a name has one
_PIECE = r"(?s)[^\W\u3400-\u9fff]+|."  # a word, or a single sign
_LONGEST_TERM = 16  # pieces
LONGEST = 120
"""Characters of a name that are looked at: what is longer is no name, and costs time."""


def names(canvas: Canvas, factor: Factor) -> Iterator[tuple[str, str]]:
    """Each language a factor's name is given in and the name there, the canvas's own language first."""
    name = factor.name
    yield canvas.language, name[:LONGEST]
    for language, said in name.translations.items():
        if said != name:
            yield language, said[:LONGEST]


def suspects(canvas: Canvas, judge: Callable[[str], T | None]) -> Iterator[tuple[Factor, str, T]]:
    """Each factor with a name that a judge of bare names objects to: the first such name, and the objection.

    Names of the field's classics are excused in every language, and so are the terms of the canvas's glossary.
    """
    terms: frozenset[str] = frozenset()
    for factor in canvas.factors:
        for _, name in names(canvas, factor):
            text = bare(name)
            found = judge(text)
            if found is not None and canvas.glossary:
                terms = terms or frozenset(term.strip().casefold() for term in canvas.glossary if term.strip())
                found = judge(_without_terms(text, terms))
            if found is not None:
                if not _is_classic(canvas, factor):
                    yield factor, name, found
                break


def bare(name: str) -> str:
    """A name without what stands in brackets, which explains it."""
    if "(" in name or "（" in name or "[" in name or "《" in name:
        name = re.sub(_BRACKETED, " ", name)
    return name.strip()


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese characters alone among East Asian scripts."""
    if name.isascii() or not any("\u3400" <= char <= "\u9fff" for char in name):
        return False
    return not any("\u3040" <= char <= "\u30ff" or "\uac00" <= char <= "\ud7a3" for char in name)


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name in lower case with single spaces, Chinese in simplified characters: how the lexicons spell."""
    text = " ".join(name.casefold().split())
    if is_chinese(text):
        from bluecanvas.rules._variants import simplify

        return simplify(text)
    return text


def quoted(name: str) -> str:
    """A name as a message shows it."""
    return f"`{clip(name, 40)}`"


def all_of(count: int, things: str) -> str:
    """All of several things as a phrase: "both rivals", "all 3 rivals"."""
    return f"both {things}" if count == 2 else f"all {count} {things}"


def _is_classic(canvas: Canvas, factor: Factor) -> bool:
    said = [folded(bare(name)).replace("&", "and") for _, name in names(canvas, factor)]
    if any(name in en.CLASSICS for name in said):
        return True
    if all(name.isascii() for name in said):
        return False
    from bluecanvas.rules._lexicons import zh

    return any(name in zh.CLASSICS for name in said)


def _without_terms(text: str, terms: frozenset[str]) -> str:
    """The text without every agreed term in it, the longest first at each place."""
    pieces = re.findall(_PIECE, text)
    kept: list[str] = []
    at = 0
    while at < len(pieces):
        ends = range(min(len(pieces), at + _LONGEST_TERM), at, -1)
        end = next((end for end in ends if "".join(pieces[at:end]).casefold() in terms), None)
        kept.append(pieces[at] if end is None else " ")
        at = end or at + 1
    return "".join(kept).strip()
