"""Names: folded for comparison, listed in a sentence, and the nearest one to a slip of the pen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def fold(name: str) -> str:
    """A name without the differences of width, case, spaces and hyphens: "Ｐｒｉｃｅ", "price" and "PRICE" are one."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in plain if not char.isspace() and char not in "-_‐–—·・")


def listed(names: Iterable[str], last: str = "or") -> str:
    """The names as a phrase: "a, b or c"."""
    items = list(names)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name closest to a word, None where none is close; case, `-` and `_` are alike."""
    from difflib import get_close_matches  # only where something is wrong already

    by_fold = {fold(name): name for name in known}
    folded = fold(word)
    if folded in by_fold:
        return by_fold[folded]
    if len(folded) > 60:  # no slip of the pen, and close matches cost the product of the lengths
        return None
    close = get_close_matches(folded, by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


def suggestion(word: str, known: Iterable[str], most: int = 12) -> str:
    """A hint for an unknown name: the nearest known one, and the known ones where they are few."""
    names = list(known)
    near = nearest(word, names)
    said = f"did you mean `{near}`? " if near else ""
    if not most:
        return said.strip()
    shown = ", ".join(names[:most]) + (", …" if len(names) > most else "")
    return f"{said}known here: {shown}" if names else said.strip()
