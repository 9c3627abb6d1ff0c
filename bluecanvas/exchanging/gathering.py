"""Gathering: what the sheets of a workbook say, the scores first, for the others name what they know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bluecanvas.exchanging.gathered import Gathered
from bluecanvas.exchanging.gathering_records import gather_records
from bluecanvas.exchanging.gathering_scores import gather_scores
from bluecanvas.exchanging.gathering_texts import gather_settings, gather_texts
from bluecanvas.exchanging.grids import Grid, Note
from bluecanvas.exchanging.known import Known
from bluecanvas.exchanging.tables import CANVAS, EXPORTED, NAMES, RECORDS, SCORES, TEXTS
from bluecanvas.words import fold, listed, slip


def gather(grids: Sequence[Grid], known: Known) -> Gathered:
    """What the sheets say of the things that are known, and of those that are new."""
    found = Gathered(known)
    sheets = _sorted(found, {grid.name: grid for grid in grids if grid.name != EXPORTED})
    if CANVAS in sheets:
        gather_settings(found, sheets[CANVAS])
    if SCORES in sheets:
        gather_scores(found, sheets[SCORES])
    for layout in sorted(RECORDS, key=lambda one: one.thing != "evidence"):  # which the others point at
        if layout.name in sheets:
            gather_records(found, sheets[layout.name], layout)
    if TEXTS in sheets:
        gather_texts(found, sheets[TEXTS])
    return found


def _sorted(found: Gathered, grids: Mapping[str, Grid]) -> dict[str, Grid]:
    """The sheets by the names they should have; others are somebody's own, or slips."""
    by_fold = {fold(name): name for name in NAMES}
    sheets: dict[str, Grid] = {}
    others: list[Grid] = []
    for grid in grids.values():
        name = by_fold.get(fold(grid.name))
        if name is None or name in sheets:
            others.append(grid)
        else:
            sheets[name] = grid
    if not sheets and len(filled := [grid for grid in others if grid.rows]) == 1:
        return {SCORES: filled[0]}
    missing = [name for name in NAMES if name not in sheets]
    for grid in others:
        near = slip(grid.name, missing)
        if near and grid.rows:
            hint = f"did you mean `{near}`? Sheets are {listed(NAMES, 'and')}"
            found.wrong(grid.name, f"a canvas has no sheet {grid.name!r}", hint)
        elif grid.rows:
            found.notes.append(Note(grid.name, "the sheet is not the canvas's, and is not taken"))
    if SCORES in missing and not found.problems:
        said = f"there is no sheet {SCORES}" if any(grid.rows for grid in grids.values()) else "there is nothing in it"
        found.wrong("", said, "it holds the levels: a row a factor, a column a curve")
    elif found.known.is_canvas:
        slips = {slip(grid.name, missing) for grid in others}
        gone = [name for name in missing if name not in (SCORES, *slips)]
        if gone:
            found.notes.append(Note("", f"there is no sheet {listed(gone)}, so nothing of that is taken"))
    return sheets
