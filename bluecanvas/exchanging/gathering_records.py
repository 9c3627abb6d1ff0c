"""Gathering sheets of things, one a row: moves, evidence, factors, curves and what is said of scores."""

from __future__ import annotations

from bluecanvas.exchanging.gathered import Gathered, New
from bluecanvas.exchanging.grids import Grid
from bluecanvas.exchanging.headings import Heading, heading, layout_faults, look_alike, text_of
from bluecanvas.exchanging.places import Slot
from bluecanvas.exchanging.tables import Layout
from bluecanvas.exchanging.telling import Kind
from bluecanvas.words import fold, listed, nearest

_ACTIONS = ("eliminate", "reduce", "raise", "create")


def gather_records(found: Gathered, grid: Grid, layout: Layout) -> None:
    """A sheet of things, one a row."""
    keys = (*layout.ids, *["name"] * layout.named, *(column.key for column in layout.columns))
    head = heading(grid, layout.ids, keys, found.problems)
    if head is None:
        return
    look_alike(grid, head, keys, found.problems, found.notes)
    layout_faults(grid, head, set(head.columns.values()), found.problems, found.notes)
    found.seen.setdefault(layout.name, {})
    columns = [column for column in layout.columns if column.key in head.columns]
    for row in sorted(grid.rows):
        if found.enough:
            return
        if row <= head.row or set(head.columns.values()).isdisjoint(grid.rows[row]):
            continue
        thing = _thing(found, grid, head, row, layout)
        place = grid.place(row, head.columns[next(id for id in layout.ids if id in head.columns)])
        if thing is None or not found.see(layout.name, thing, place):
            continue
        if layout.named and "name" in head.columns:
            name = Slot(("factor", thing[2]), f"name@{found.known.language}")
            found.take(grid, row, head.columns["name"], name, Kind.TEXT)
        for column in columns:
            key = f"{column.key}@{found.known.language}" if column.spoken else column.key
            found.take(grid, row, head.columns[column.key], Slot(thing, key), column.kind)
        if any(new.thing == thing for new in found.new) and not any(slot.thing == thing for slot in found.values):
            found.wrong(place, "the row says nothing but its id", f"write its {columns[0].key} too, or empty the row")
        if layout.thing == "move":
            said = found.values[Slot(thing, "action")]
            said[-1] = said[-1]._replace(value=fold(str(said[-1].value)))


def _thing(found: Gathered, grid: Grid, head: Heading, row: int, layout: Layout) -> tuple[str, ...] | None:
    """What a row is about; None, and a problem, where that is not clear."""
    ids: list[str] = []
    for id in layout.ids:
        at = head.columns.get(id)
        word = text_of(grid.rows[row].get(at)) if at is not None else ""
        kind = layout.thing if id == "id" else id
        place = grid.place(row, at or 0)
        if not word and id == "curve" and found.known.ours:
            word = found.known.ours
        if not word:
            found.wrong(place, f"the row names no {kind}", "write its id here, or empty the row")
            return None
        meant = found.meant(kind, word, place, may_be_new=kind == "evidence")
        if meant is None:
            return None
        ids.append(meant)
    thing = (layout.thing, *ids)
    if layout.thing != "move":
        return thing
    at = head.columns.get("action")
    action = fold(text_of(grid.rows[row].get(at))) if at is not None else ""
    place = grid.place(row, at or 0)
    if action not in _ACTIONS:
        near = nearest(action, _ACTIONS)
        message = f"{text_of(grid.rows[row].get(at or 0))!r} is no action" if action else "the row names no action"
        found.wrong(place, message, f"did you mean `{near}`?" if near else f"actions are {listed(_ACTIONS, 'and')}")
        return None
    move = found.known.move(ids[0], ids[1], action)
    if move is None:
        move = (*thing, action)
        if found.known.was_move(move):
            message = f"the move of {ids[1]!r} has been removed from the canvas since"
            found.wrong(place, message, "remove it here too, or put it back there")
            return None
        found.known.add_move(move)
        found.new.append(New(move, place))
    return move
