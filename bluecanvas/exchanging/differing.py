"""Differing: what sheets say otherwise than the canvas, three ways; what they no longer say, and what is not clear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bluecanvas.canvas.levels import figure
from bluecanvas.exchanging.gathered import Gathered, New
from bluecanvas.exchanging.grids import Note, Problem, Value
from bluecanvas.exchanging.places import Places, Slot
from bluecanvas.exchanging.tables import CANVAS, RECORDS, SCORES, SETTINGS, TEXTS, Item, kinds_of, tables
from bluecanvas.exchanging.telling import LONGEST, Kind
from bluecanvas.named import NamedTuple
from bluecanvas.words import clip


class Edited(NamedTuple):
    """One value that the canvas is to say: where it stands in the sheet, what it was and what it is to be."""

    slot: Slot
    kind: Kind
    before: Value
    after: Value
    place: str
    was: Value = None
    """What it was when the workbook was made."""


def differing(
    found: Gathered, now: Mapping[Slot, Value], base: Mapping[Slot, Value] | None, places: Places, wins: bool
) -> tuple[list[Edited], list[Problem]]:
    """The values that cells say otherwise than when the workbook was made, and those that were changed on both sides."""
    edited: list[Edited] = []
    problems: list[Problem] = []
    new: dict[Slot, dict[Value, Edited]] = {}
    kinds = kinds_of(places)
    for slot, cells in found.values.items():
        current = now.get(slot)
        was = base.get(slot, current) if base is not None else current
        there = new.setdefault(places.written(slot), {})
        for said in cells:
            if base is None or said.value != was:  # without memory nobody knows which of two cells is the new one
                there.setdefault(
                    said.value, Edited(slot, kinds.get(slot) or kind_of(slot), current, said.value, said.place, was)
                )
    for written, by_value in new.items():
        if not by_value:
            continue
        one, *others = by_value.values()
        if not others and one.after == one.before and one.slot in now:
            continue
        if others:
            message = f"{shown(one.after)} here, but {shown(others[0].after)} in {others[0].place}"
            problems.append(Problem(one.place, message, "make both the same"))
        elif one.before != one.was and not wins:
            message = f"{shown(one.was)} became {shown(one.after)} here, and {shown(one.before)} in the canvas"
            problems.append(
                Problem(one.place, message, "write what is to hold in both, or let the workbook win with --force")
            )
        elif _lost(one.before, one.after):
            message = f"{shown(one.before)} became {shown(one.after)}: the program that saved the file lost its letters"
            problems.append(Problem(one.place, message, "save it as .xlsx or as CSV UTF-8, not as plain CSV"))
        elif isinstance(one.before, str) and one.before.endswith("…") and len(one.before) > LONGEST - 2:
            problems.append(
                Problem(one.place, "the text is longer than a cell can hold", "change it in the canvas itself")
            )
        else:
            edited.append(one._replace(slot=written))
    return edited, problems


def _lost(before: Value, after: Value) -> bool:
    """Whether a text is another one with question marks for what an encoding did not have."""
    if not isinstance(before, str) or not isinstance(after, str) or "?" not in after or before.isascii():
        return False
    units = "".join(char * (2 if char > "\uffff" else 1) for char in before)  # some write a mark for each half
    return any(
        len(one) == len(after)
        and all(b == "?" if a > "\x7f" and a != b else a == b for a, b in zip(one, after, strict=True))
        for one in (before, units)
    )


def kind_of(slot: Slot) -> Kind:
    """What the column of a value holds."""
    if slot.thing[0] == "score" and slot.key == "value":
        return Kind.LEVEL
    columns = {(layout.thing, column.key): column.kind for layout in RECORDS for column in layout.columns}
    settings = {setting: kind for _, setting, kind in SETTINGS}
    return settings.get(slot) or columns.get((slot.thing[0], slot.key.partition("@")[0]), Kind.TEXT)


def cleared(
    found: Gathered, places: Places, now: Mapping[Slot, Value], base: Mapping[Slot, Value] | None
) -> list[Note]:
    """The cells that were emptied: it is said, and the canvas keeps what they held."""
    notes: list[Note] = []
    for slot, place in found.blanks.items():
        was = base.get(slot) if base is not None else now.get(slot)
        if was is not None and now.get(slot) is not None and slot not in found.values:
            hint = "; ? says that a level is unknown" if slot.key == "value" else ""
            message = f"{named(places, slot)} is empty here, and stays {shown(now[slot])} in the canvas{hint}"
            notes.append(Note(place, message))
    return notes


def gone(found: Gathered, places: Places, base: Mapping[Slot, Value] | None) -> list[Note]:
    """The rows and columns that were deleted: it is said, and the canvas keeps them."""
    notes: list[Note] = []
    for name, table in tables(places).items():
        seen = found.seen.get(name)
        if seen is None or name == CANVAS:
            continue
        for thing, what in _rows(name, table.rows):
            if thing not in seen and (base is None or any(slot.thing == thing[: len(slot.thing)] for slot in base)):
                notes.append(Note(name, f"{what} is gone here, and stays in the canvas; delete it there"))
    return notes


def _rows(name: str, rows: Sequence[Sequence[Item]]) -> list[tuple[tuple[str, ...], str]]:
    """What the rows of a table stand for, the columns of the scores too, and how a message calls it."""
    found: dict[tuple[str, ...], str] = {}
    for row in rows:
        slots = [item.slot for item in row if item.slot is not None]
        if name in ("Moves", "Details"):
            slots = slots[1:]  # the first is the factor's name
        if name == SCORES:
            found.setdefault(slots[0].thing, f"the row of {slots[0].thing[1]!r}")
            for slot in slots[1:]:
                found.setdefault(("curve", slot.thing[1]), f"the column of {slot.thing[1]!r}")
        elif name == TEXTS:
            found[(*slots[0].thing, slots[0].key.partition("@")[0])] = (
                f"the row of {' '.join(item.text for item in row[:2])!r}"
            )
        else:
            found[slots[0].thing] = f"the row of {' '.join(slots[0].thing[1:])!r}"
    return list(found.items())


def unclear(found: Gathered, places: Places) -> list[Problem]:
    """New rows where known ones are gone at the same time: either may be the other under another id."""
    seen = found.seen.get(SCORES, {})
    problems = []
    for kind, ids in (
        ("factor", [one.id for one in places.canvas.factors]),
        ("curve", [one.id for one in places.canvas.curves]),
    ):
        missing = [id for id in ids if (kind, id) not in seen]
        for new in found.new:
            if missing and new.thing[0] == kind:
                message = f"there is no {kind} {new.thing[1]!r}, and {missing[0]!r} is gone"
                hint = f"write `{missing[0]}` where it is meant; something new is taken where all others are there"
                problems.append(Problem(new.place, message, hint))
    return problems


def without(news: list[New], edited: list[Edited], places: set[str]) -> tuple[list[New], list[Edited]]:
    """What is new and edited without those of unclear places: what they bring would only be wrong again."""
    left_out = {new.thing for new in news if new.place in places}
    about = {(kind, id) for kind, id, *_ in left_out}
    kept = [
        one
        for one in edited
        if one.slot.thing[:2] not in about
        and (
            one.slot.thing[0] != "score"
            or about.isdisjoint({("curve", one.slot.thing[1]), ("factor", one.slot.thing[2])})
        )
    ]
    return [new for new in news if new.thing not in left_out], kept


def named(places: Places, slot: Slot) -> str:
    """A value as a message calls it."""
    kind, *ids = slot.thing
    key, _, language = slot.key.partition("@")
    if kind == "score":
        return f"{ids[1]} of {ids[0]}" + ("" if key == "value" else f", {key}")
    spoken = f" ({language})" if language and language != places.canvas.language else ""
    return " ".join([*([] if kind == "canvas" else [kind]), *ids[:2], key]) + spoken


def shown(value: Value) -> str:
    """A value in a message."""
    if value is None:
        return "nothing"
    return figure(value) if isinstance(value, float) else f"“{clip(value, 60)}”"
