"""Hollow texts: those made of vague words, praise and verbs of improving alone, so that they could stand anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bluecanvas.words.lexicons import Lexicon, folded, lexicons

_LONGEST = 60
"""Characters: who writes more says something."""
_MOST_PIECES = 8
"""Characters, or words, of the longest entry of a lexicon."""


@lru_cache(maxsize=4096)
def is_hollow(text: str) -> bool:
    """Whether a text says nothing of its own: "improve our service", "Leading quality for you", 提升客戶體驗."""
    if len(text) > _LONGEST:
        return False
    plain = folded(text)
    known = lexicons(plain)
    if known == lexicons("a"):
        words = [word.strip(".,;:!?'\"()“”’") for word in plain.split()]
        return _made_of([word for word in words if word], " ", *known)
    signs = [char for char in plain if not char.isspace() and char not in ".,!?。，！？…"]
    return any(_made_of(signs, "", lexicon) for lexicon in known)


def _made_of(pieces: Sequence[str], glue: str, lexicon: Lexicon) -> bool:
    """Whether the pieces, joined, can be cut into words of a lexicon, one of them more than a filler."""
    reached: dict[int, bool] = {0: False}
    for start in range(len(pieces)):
        if start not in reached:
            continue
        for end in range(start + 1, min(len(pieces), start + _MOST_PIECES) + 1):
            word = glue.join(pieces[start:end])
            if word in lexicon.VAGUE or word in lexicon.SUPERLATIVES or word in lexicon.IMPROVING:
                reached[end] = True
            elif word in lexicon.FILLERS:
                reached[end] = reached.get(end, False) or reached[start]
    return reached.get(len(pieces), False)
