"""Taking a workbook into a canvas: the cells that were edited become edits of the file, proved before they are given out.

Three things are held against each other: what a cell says now, what the canvas said when the workbook was made, and
what it says now. So a colleague's change since then stays, and two changes of one value are a problem, not a race.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bluecanvas.canvas import Reading, read
from bluecanvas.errors import CanvasError
from bluecanvas.exchanging.differing import Edited, cleared, differing, gone, named, shown, unclear, without
from bluecanvas.exchanging.exported import recalled
from bluecanvas.exchanging.gathered import Gathered
from bluecanvas.exchanging.gathering import gather
from bluecanvas.exchanging.grids import Grid, Note, Problem, Value
from bluecanvas.exchanging.growing import declared, grown
from bluecanvas.exchanging.known import Known
from bluecanvas.exchanging.places import Places, Slot
from bluecanvas.exchanging.proving import faults_of, unproved
from bluecanvas.exchanging.tables import kinds_of, value_of
from bluecanvas.exchanging.telling import Kind, split
from bluecanvas.exchanging.wishing import Wish, changes
from bluecanvas.finding import Change, Typed, move
from bluecanvas.named import NamedTuple
from bluecanvas.source.editing import rewritten


class Taken(NamedTuple):
    """What taking a workbook came to."""

    data: bytes
    """The canvas file, edited; the same as before where there was a problem, or nothing to edit."""
    edits: tuple[Note, ...]
    """What was edited, in words."""
    kept: tuple[Note, ...]
    """What the sheet no longer says, and the canvas still does."""
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]


def take(data: bytes, reading: Reading, grids: Sequence[Grid], wins: bool = False) -> Taken:
    """A canvas file with the edited cells of a workbook; where anything is unclear, nothing is edited.

    Where both sides changed a value, that is unclear too, unless the workbook `wins`.
    """
    places = Places(reading)
    now = {slot: value_of(places, slot, kind) for slot, kind in kinds_of(places).items()}
    base = recalled(grids)
    found = gather(grids, Known(places, {slot.thing for slot in base or ()}))
    edited, conflicts = differing(found, now, base, places, wins)
    empty = cleared(found, places, now, base)
    doubts = unclear(found, places)
    problems = [*found.problems, *doubts, *conflicts]
    turning = _turning(edited, places)
    if turning:
        return Taken(data, (), tuple(empty), tuple(found.notes), tuple(dict.fromkeys((*problems, *turning))))
    found.new, edited = without(found.new, edited, {problem.place for problem in doubts})
    try:
        made, came = _made(data, places, found, edited)
    except CanvasError as error:
        return Taken(data, (), tuple(empty), tuple(found.notes), (*problems, Problem("", error.message, error.hint)))
    problems += came
    if problems:
        return Taken(data, (), tuple(empty), tuple(found.notes), tuple(dict.fromkeys(problems)))
    notes = [*found.notes, *_following(found, now, made, edited)]
    told = [Note(one.place, _said(places, one)) for one in edited if one.slot.key != "action" or one.before]
    news = [Note(new.place, f"new: {new.thing[0]} {' '.join(new.thing[1:])}") for new in found.new]
    return Taken(made, (*news, *told), (*empty, *gone(found, places, base)), tuple(notes), ())


def _made(data: bytes, places: Places, found: Gathered, edited: Sequence[Edited]) -> tuple[bytes, list[Problem]]:
    """The file with new things put in, moves put into other cells, and then every value; and what is wrong with it."""
    if not edited and not found.new:
        return data, []
    start = places
    moved = {one.slot.thing: str(one.after) for one in edited if one.slot.key == "action" and one.before}
    first: list[Change] = [
        move(start.moves[thing][0].path, (*start.moves[thing][1].path, action)) for thing, action in moved.items()
    ]
    data = rewritten(data, first) if first else data
    places = Places(read(data)) if first else places
    data, places = grown(data, places, found.new, found)
    wishes = []
    where: dict[tuple[str | int, ...], str] = {}
    values: dict[Slot, Edited] = {}
    for one in edited:
        if one.slot.key == "action":
            continue
        slot = one.slot
        if slot.thing in moved:
            slot = slot._replace(thing=(*slot.thing[:3], moved[slot.thing]))
        if value_of(places, slot, one.kind) == one.after:
            continue  # it came with its row
        values[slot] = one
        if slot.thing[0] == "score" and slot.key != "value" and places.derived(slot.thing):
            level = Slot(slot.thing, "value")
            wishes += [
                Wish(spot._replace(path=(*spot.path[:-1], "value")), value_of(places, level, Kind.LEVEL))
                for spot in places.spots(slot)
            ]
        for spot in places.spots(slot):
            wishes.append(Wish(spot, _typed(one, places, spot)))
            where[places.typed(spot.path)] = one.place
    wishes = [*declared(places, [wish.spot.path for wish in wishes]), *wishes]
    data = rewritten(data, changes(places, dict.fromkeys(wishes))) if wishes else data
    where |= {("curves", new.thing[1]): new.place for new in found.new if new.thing[0] == "curve"}
    reading = read(data)
    if reading.findings:  # a value that was not edited may be what no longer fits
        told = ((slot, cells[0].place) for slot, cells in found.values.items())
        where = {spot.path: place for slot, place in told for spot in places.spots(slot)} | where
    problems = faults_of(reading, start, where)
    if reading.canvas is not None and not problems:
        problems = unproved(Places(reading), start, values, moved)
    return data, problems


def _turning(edited: Sequence[Edited], places: Places) -> list[Problem]:
    """The settings by which all else is read: to turn them turns texts and moves that no cell was edited for."""
    meaning = {"language": "in which language the texts are", "us": "whose moves `errc` holds"}
    return [
        Problem(
            one.place,
            f"`{one.slot.key}` says {meaning[one.slot.key]}",
            "change it in the canvas itself, and them with it",
        )
        for one in edited
        if one.slot.thing == ("canvas",)
        and (one.slot.key == "language" or (one.slot.key == "us" and places.at(("errc",)) is not None))
    ]


def _typed(one: Edited, places: Places, spot: Any) -> Any:
    """A value as it is written into the file."""
    if one.kind is Kind.LIST:
        items = split(str(one.after))
        node = places.node(spot)
        return items[0] if len(items) == 1 and node is not None and not node.items else items
    if one.kind is Kind.DATE:
        return Typed(one.after) if str(one.after).replace("-", "").isdecimal() else one.after
    return one.after


def _following(found: Gathered, now: dict[Slot, Value], made: bytes, edited: Sequence[Edited]) -> list[Note]:
    """The levels that follow others which were edited: their cells say what they were."""
    places = Places(read(made))
    own = {one.slot for one in edited}
    notes = []
    for slot, cells in found.values.items():
        if slot in own or slot.thing[0] != "score" or slot.key != "value" or slot not in now:
            continue
        after = value_of(places, slot, Kind.LEVEL)
        if after != now[slot] and places.derived(slot.thing):
            notes.append(
                Note(cells[0].place, f"{named(places, slot)} follows from {shown(now[slot])} to {shown(after)}")
            )
    return notes


def _said(places: Places, one: Edited) -> str:
    return f"{named(places, one.slot)}: {shown(one.before)} → {shown(one.after)}"
