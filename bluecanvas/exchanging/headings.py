"""Headings: which row of a sheet heads its columns, and which column holds what."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bluecanvas.exchanging.grids import Cell, Grid, Note, Problem, letters
from bluecanvas.exchanging.telling import Kind, tell
from bluecanvas.named import NamedTuple
from bluecanvas.words import fold, listed, nearest

_MOST_ABOVE = 10
"""Rows that may stand above the headings."""


class Heading(NamedTuple):
    """The row that heads a sheet, and its columns: by key those that are known, by position the texts of the others."""

    row: int
    columns: Mapping[str, int]
    others: Mapping[int, str]


def text_of(cell: Cell | None) -> str:
    """A cell as a name or an id; empty where there is none or where it holds no text."""
    told = tell(cell, Kind.TEXT) if cell is not None else None
    return told.value.strip() if told is not None and isinstance(told.value, str) else ""


def heading(grid: Grid, ids: Collection[str], keys: Collection[str], problems: list[Problem]) -> Heading | None:
    """The heading of a sheet whose rows are named by `ids`; None, and a problem, where there is none."""
    by_fold = {fold(key): key for key in keys}
    first = min(grid.rows, default=1)
    for row in sorted(grid.rows)[:_MOST_ABOVE]:
        said = {at: text_of(cell) for at, cell in sorted(grid.rows[row].items())}
        known = {at: by_fold[fold(text)] for at, text in said.items() if fold(text) in by_fold}
        if not any(key in ids for key in known.values()):
            continue
        columns: dict[str, int] = {}
        for at, key in known.items():
            if key in columns:
                places = f"{letters(columns[key])} and {letters(at)}"
                problems.append(
                    Problem(grid.place(row, at), f"the columns {places} are both called `{key}`", "keep one of them")
                )
            columns.setdefault(key, at)
        others = {at: text for at, text in said.items() if at not in known and text}
        return Heading(row, columns, others)
    if grid.rows:
        hint = f"begin with a row of headings: {', '.join([*ids, *(key for key in keys if key not in ids)])}"
        problems.append(
            Problem(grid.place(first, 0), f"no row names the column {listed([f'`{id}`' for id in ids])}", hint)
        )
    return None


def look_alike(grid: Grid, head: Heading, keys: Collection[str], problems: list[Problem], notes: list[Note]) -> None:
    """Report the columns that are not known: a slip for a missing one, or somebody's own."""
    missing = [key for key in keys if key not in head.columns]
    for at, text in head.others.items():
        near = nearest(text, missing)
        place = grid.place(head.row, at)
        if near:
            problems.append(Problem(place, f"there is no column {text!r}", f"did you mean `{near}`?"))
        else:
            notes.append(Note(place, f"the column {text!r} is not the canvas's, and is not taken"))


def layout_faults(
    grid: Grid, head: Heading, columns: Collection[int], problems: list[Problem], notes: list[Note]
) -> None:
    """Report what makes cells mean something else than they show: merged cells, hidden columns, cells under no heading."""
    for area in grid.merged:
        taken = [at for at in columns if area.left <= at <= area.right]
        if area.bottom >= head.row and taken and area[:2] != area[2:]:
            ends = f"{letters(area.left)}{area.top}:{letters(area.right)}{area.bottom}"
            place = grid.place(area.top, area.left)
            problems.append(Problem(place, f"the cells {ends} are merged", "unmerge them, and fill in each"))
    for at in sorted(columns):
        if at in grid.hidden:
            notes.append(Note(grid.column(at), "the column is hidden; it is taken all the same"))
    stray = [(row, at) for row, cells in sorted(grid.rows.items()) if row > head.row for at in cells]
    for row, at in [one for one in stray if one[1] not in columns and one[1] not in head.others][:3]:
        notes.append(Note(grid.place(row, at), "this stands under no heading, and is not taken"))
