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

_BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|《[^《》]*》")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_NOT_CHINESE = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")
_LONGEST = 120  # what is longer is no name, and costs time


def names(canvas: Canvas, factor: Factor) -> Iterator[tuple[str, str]]:
    """Each language a factor's name is given in and the name there, the canvas's own language first."""
    name = factor.name
    yield canvas.language, name[:_LONGEST]
    for language, said in name.translations.items():
        if said != name:
            yield language, said[:_LONGEST]


def suspects(canvas: Canvas, judge: Callable[[str], T | None]) -> Iterator[tuple[Factor, str, T]]:
    """Each factor with a name that a judge of bare names objects to: the first such name, and the objection.

    Names of the field's classics are excused in every language, and so are the terms of the canvas's glossary.
    """
    for factor in canvas.factors:
        for _, name in names(canvas, factor):
            text = bare(name)
            found = judge(text)
            if found is not None and canvas.glossary:
                found = judge(_without_terms(text, canvas.glossary))
            if found is not None:
                if not _is_classic(canvas, factor):
                    yield factor, name, found
                break


def bare(name: str) -> str:
    """A name without what stands in brackets, which explains it."""
    if "(" in name or "（" in name or "[" in name or "《" in name:
        name = _BRACKETED.sub(" ", name)
    return name.strip()


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese characters alone among East Asian scripts."""
    return not name.isascii() and _HAN.search(name) is not None and _NOT_CHINESE.search(name) is None


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


def _without_terms(text: str, glossary: tuple[str, ...]) -> str:
    lowered = text.casefold()
    for term in glossary:
        if term and term.casefold() in lowered:
            edge = r"\b" if term.isascii() else ""
            text = re.sub(rf"{edge}{re.escape(term)}{edge}", " ", text, flags=re.IGNORECASE)
    return text.strip()
