"""Mending: what would make a slip of the pen good, as changes of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from bluecanvas.finding import Fix, Path, Typed, add, put, remove, rename
from bluecanvas.source import SCALAR, Node
from bluecanvas.words import nearest, slip

_LONGEST = 60
_OPENING, _CLOSING = "［[", "］]"


def another_name(word: str, known: Collection[str], path: Path, on_key: bool, alike_only: bool = False) -> Fix | None:
    """The nearest known name in the place of one that is not known; safe where it is surely a slip of the pen.

    With `alike_only`, only a difference of case, width, spaces or hyphens is one.
    """
    if len(word) > _LONGEST:
        return None
    names = [name for name in known if len(name) <= _LONGEST]
    sure = slip(word, names, alike_only)
    near = sure or nearest(word, names)
    if near is None:
        return None
    return Fix(f"write {near}", (rename(path, near) if on_key else put(path, near),), safe=sure is not None)


def another_key(key: str, path: Path) -> Fix:
    """The key that is surely meant in the place of one that is not known."""
    return Fix(f"write {key}", (rename(path, key),))


def typed_number(text: str, path: Path) -> Fix:
    """A number as it is meant, in the place of what reads as another or as a text."""
    return Fix(f"write {text}", (put(path, Typed(text)),))


def number_joined(whole: str, path: Path, rest: Path) -> Fix:
    """A number that a comma cut in two, whole again."""
    return Fix(f"write {whole}", (put(path, Typed(whole)), remove(rest)))


def text_joined(parts: Sequence[Node], path: Path, rest: Sequence[Path], safe: bool) -> Fix:
    """A text that commas cut, whole again and in quotes."""
    whole = parts[0].text
    for before, part in pairwise(parts):
        whole += f"{',' if part.start == before.end + 1 else ', '}{part.text}"
    return Fix("quote the whole text", (put(path, whole), *(remove(each) for each in rest)), safe)


def split_at_wide_marks(text: str, path: Path, alone: bool, names: Callable[[str], bool]) -> Fix | None:
    """Names that full-width commas were to separate, as a list; safe where each of them names something."""
    if any(char in text for char in "：｛｝"):
        return None
    inner = text.strip()
    if inner[:1] in _OPENING and inner[-1:] in _CLOSING:
        inner = inner[1:-1]
    parts = tuple(part.strip() for part in re.split("[，、,]", inner))
    if not all(parts) or any(char in inner for char in _OPENING + _CLOSING):
        return None
    title, safe = "separate the names with commas", all(names(part) for part in parts)
    if alone:
        return Fix(title, (put(path, tuple(map(_as_typed, parts))),), safe)
    at = path[-1]
    if not isinstance(at, int):
        return None
    more = (add(path[:-1], _as_typed(part), before=(at + 1,)) for part in parts[1:])
    return Fix(title, (put(path, _as_typed(parts[0])), *more), safe)


def _as_typed(part: str) -> str:
    """A part of a list; a figure stays one, for the row may be one of levels."""
    return Typed(part) if part.isascii() and part.replace(".", "", 1).isdigit() else part


def cells_separated(cells: Sequence[Node], wanted: int, path: Path, is_level: Callable[[str], bool]) -> Fix | None:
    """The cells of a row that full-width commas were to separate; None where a name and levels do not come of it."""
    if not all(cell.kind is SCALAR and cell.plain for cell in cells):
        return None
    for marks in ("[，、]", "，"):  # a name may hold the 、 itself
        name, *levels = [part.strip() for cell in cells for part in re.split(marks, cell.text)]
        if name and len(levels) == wanted - 1 and all(map(is_level, levels)):
            return Fix("separate the cells with commas", (put(path, (name, *map(Typed, levels))),))
    return None
