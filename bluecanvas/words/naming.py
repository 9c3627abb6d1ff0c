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


def slip(word: str, known: Iterable[str], alike_only: bool = False) -> str | None:
    """The known name of which a word is surely a slip of the pen, None where it may be another name after all.

    They differ in case, width, spaces, hyphens or the Chinese script only; or they are nearly alike, no other known name is near, and the
    difference is no digit and no character of a script in which one character is a word. With `alike_only`, only the
    first of these counts.
    """
    from difflib import SequenceMatcher, get_close_matches

    folded = _alike(word)
    by_fold: dict[str, list[str]] = {}
    for name in dict.fromkeys(known):
        by_fold.setdefault(_alike(name), []).append(name)
    same = by_fold.get(folded, [])
    if same or alike_only or not 3 < len(folded) <= 60:
        return same[0] if len(same) == 1 else None
    close = get_close_matches(folded, by_fold, n=2, cutoff=0.6)
    if len(close) != 1 or len(by_fold[close[0]]) > 1:
        return None
    near = close[0]
    if _digits(near) != _digits(folded) or max(near + folded) >= "\u2e80":
        return None
    return by_fold[near][0] if SequenceMatcher(None, folded, near).ratio() >= 0.85 else None


def _alike(name: str) -> str:
    """A name as `fold` has it, Chinese characters in their simplified form too."""
    if name.isascii():
        return fold(name)
    from bluecanvas.words.lexicons.variants import simplify

    return simplify(fold(name))


def _digits(name: str) -> str:
    return "".join(char for char in name if char.isdigit())


def suggestion(word: str, known: Iterable[str], most: int = 12) -> str:
    """A hint for an unknown name: the nearest known one, and the known ones where they are few."""
    names = list(known)
    near = nearest(word, names)
    said = f"did you mean `{near}`? " if near else ""
    if not most:
        return said.strip()
    shown = ", ".join(names[:most]) + (", …" if len(names) > most else "")
    return f"{said}known here: {shown}" if names else said.strip()
