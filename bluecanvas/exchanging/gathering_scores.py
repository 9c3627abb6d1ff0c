"""Gathering the scores: a row a factor, a column a curve, as we write them or as a table is pasted."""

from __future__ import annotations

from collections.abc import Mapping

from bluecanvas.exchanging.gathered import Gathered
from bluecanvas.exchanging.grids import Cell, Grid
from bluecanvas.exchanging.headings import Heading, layout_faults, text_of
from bluecanvas.exchanging.known import labelled
from bluecanvas.exchanging.places import Slot
from bluecanvas.exchanging.tables import SCORES
from bluecanvas.exchanging.telling import Kind
from bluecanvas.words import fold

_NAME = ("name", "factor")
_WAYS = 2
"""Rows of two cells or more among which the heading is: ids of curves may stand above it."""


def gather_scores(found: Gathered, grid: Grid) -> None:
    """The levels, and the names beside and above them."""
    head = _heading(grid)
    if head is None:
        found.wrong(
            grid.place(1, 0), "no row names the curves", "begin with a row of headings: id, name, then the curves"
        )
        return
    if "id" not in head.columns and (low := _sunk(grid, head.row)):
        found.wrong(
            grid.place(low, 0), "the headings stand below other rows", "undo the sorting, or move them back to the top"
        )
        return
    own = f"name@{found.known.language}"
    name_at = head.columns.get("name")
    id_at = head.columns.get("id", name_at)
    corner = text_of(grid.rows[head.row].get(head.columns.get("name", -1)))
    found.corner = "" if fold(corner) in _NAME else corner
    curves = _curves(found, grid, head)
    columns = {*curves, *head.columns.values()}
    layout_faults(grid, head, columns, found.problems, found.notes)
    for row in sorted(grid.rows):
        if found.enough:
            return
        if row <= head.row or columns.isdisjoint(grid.rows[row]):
            continue
        words = (text_of(grid.rows[row].get(at)) for at in (id_at, name_at) if at is not None)
        word = next(filter(None, words), "")
        place = grid.place(row, id_at or 0)
        if not word:
            found.wrong(place, "the row names no factor", "write its id here, or empty the row")
            continue
        factor = found.meant("factor", word, place, may_be_new=True)
        if factor is None or not found.see(SCORES, ("factor", factor), place):
            continue
        if name_at is not None and id_at != name_at:
            found.take(grid, row, name_at, Slot(("factor", factor), own), Kind.TEXT)
        for at, curve in curves.items():
            found.take(grid, row, at, Slot(("score", curve, factor), "value"), Kind.LEVEL)


def _sunk(grid: Grid, above: int) -> int | None:
    """The row of headings of ours that was sorted among the others."""
    for row in sorted(grid.rows):
        said = {fold(text_of(cell)) for cell in grid.rows[row].values()}
        if row > above and "id" in said and not said.isdisjoint(_NAME):
            return row
    return None


def _curves(found: Gathered, grid: Grid, head: Heading) -> dict[int, str]:
    """The curves by their columns: the id stands above the name, behind it, or is the name."""
    known = found.known
    above = {at: text_of(cell) for at, cell in grid.rows.get(head.row - 1, {}).items()}
    curves: dict[int, str] = {}
    for at, text in head.others.items():
        if found.enough:
            break
        place = grid.place(head.row, at)
        id, name = (
            (above[at], text) if above.get(at) else labelled(text, known.find("curve", text).id in known.ids("curve"))
        )
        curve = found.meant("curve", id, place, may_be_new=True)
        if curve is None or not found.see(SCORES, ("curve", curve), place):
            continue
        curves[at] = curve
        if said := known.name_in_heading(curve, name):
            found.say(Slot(("curve", curve), f"name@{known.language}"), said, place)
    return curves


def _leads(cells: Mapping[int, Cell]) -> bool:
    """Whether a row begins as headings do: a curve may have the id `id` or `name`, too."""
    return fold(text_of(cells[min(cells)])) in ("id", *_NAME)


def _heading(grid: Grid) -> Heading | None:
    """The row that names the curves, and the columns of ids and names."""
    first = [row for row in sorted(grid.rows) if len(grid.rows[row]) > 1][:_WAYS]
    for row in sorted(first, key=lambda row: not _leads(grid.rows[row])):
        columns: dict[str, int] = {}
        others: dict[int, str] = {}
        for at, cell in sorted(grid.rows[row].items()):
            text = text_of(cell)
            key = "name" if fold(text) in _NAME else fold(text)
            if key in ("id", "name") and key not in columns:
                columns[key] = at
            elif text:
                others[at] = text
        if columns:
            return Heading(row, columns, others)
    if not first:
        return None
    left = min(at for cells in grid.rows.values() for at in cells)
    texts = {at: text for at, cell in sorted(grid.rows[first[0]].items()) if at > left and (text := text_of(cell))}
    return Heading(first[0], {"name": left}, texts) if texts else None
