"""Names in workbooks: of sheets and of columns, legal, short enough, and each another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bluecanvas.fonts import readable
from bluecanvas.renderers._office_cells import Cells

_LONGEST_HEADING = 255
_NAME, _ILLEGAL = 31, re.compile(r"[\[\]:*?/\\]")


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Names for sheets: legal, no longer than a name may be, each another."""
    taken: set[str] = {"history"}  # kept by the program for itself
    names = []
    for title in titles:
        legal = " ".join(_ILLEGAL.sub("-", title).strip("' ").split()) or "–"
        name, count = shortened(legal, _NAME), 1
        while name.casefold() in taken:
            count += 1
            name = f"{shortened(legal, _NAME - len(f' ({count})'))} ({count})"
        taken.add(name.casefold())
        names.append(name)
    return names


def headings(cells: Cells) -> tuple[str, ...]:
    """The table's headings as a sheet has them: each there, none twice."""
    taken: set[str] = set()
    found = []
    for text in cells.header:
        bare = shortened(readable(text), _LONGEST_HEADING) or "–"
        name, count = bare, 1
        while name.casefold() in taken:
            count += 1
            name = f"{shortened(bare, _LONGEST_HEADING - 8)} ({count})"
        taken.add(name.casefold())
        found.append(name)
    return tuple(found)


def shortened(text: str, units: int) -> str:
    """The text in no more UTF-16 units than that, which is what office programs count."""
    if len(text.encode("utf-16-le")) // 2 <= units:
        return text
    kept = text.encode("utf-16-le")[: (units - 1) * 2].decode("utf-16-le", "ignore")
    return kept.rstrip() + "…"
