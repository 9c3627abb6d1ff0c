"""Which rules are asked: codes, beginnings of codes and names, selected and ignored."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from bluecanvas.rules import modules, rule


class Selection(NamedTuple):
    """The codes that are asked and reported."""

    codes: frozenset[str]

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
        """The rules selected (all where none is named) but for those ignored; CallError for a word that fits none."""
        chosen = _codes(select) or frozenset(modules())
        return cls(chosen - _codes(ignore))


def _codes(words: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for word in (part.strip() for item in words for part in item.split(",")):
        if not word:
            continue
        if word.upper() == "ALL":
            return frozenset(modules())
        begun = [code for code in modules() if code.startswith(word.upper())]
        found.update(begun or [rule(word).code])
    return frozenset(found)


@lru_cache(maxsize=1)
def _everything() -> Selection:
    return Selection(frozenset(modules()))


EVERYTHING = _everything()
