"""Proving: an edited canvas is read again, has no fault it did not have, and says what the sheets say and all else as before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from bluecanvas.canvas import Reading
from bluecanvas.exchanging.grids import Problem, Value
from bluecanvas.exchanging.places import Places, Slot
from bluecanvas.exchanging.tables import kinds_of, value_of
from bluecanvas.finding import Finding, Level, Path
from bluecanvas.rules import rule


def faults(reading: Reading) -> list[Finding]:
    """What keeps a file from being read as meant."""
    return [one for one in reading.findings if rule(one.code).level is Level.ERROR]


def faults_of(reading: Reading, before: Places, where: Mapping[Path, str]) -> list[Problem]:
    """The faults that an edited file has and had not, each at the cell that brought it."""
    had = Counter((one.code, one.message) for one in before.canvas.findings)
    found = []
    for one in faults(reading):
        had[one.code, one.message] -= 1
        if had[one.code, one.message] < 0:
            found.append(Problem(place_of(one.path, where), one.message, one.hint))
    return found


def place_of(path: Path, where: Mapping[Path, str]) -> str:
    """The cell that says what stands at a path, or the one that says most of what is about it; else the path itself."""
    if (*path, "value") in where:  # a level that is written without its key
        return where[(*path, "value")]
    for length in range(len(path), 0, -1):
        if path[:length] in where:
            return where[path[:length]]
    inside = next((place for known, place in where.items() if path and known[: len(path)] == path), "")
    return inside or ".".join(map(str, path))


def unproved(
    after: Places, before: Places, edits: Mapping[Slot, Any], moved: Mapping[tuple[str, ...], str]
) -> list[Problem]:
    """Where an edited canvas does not say what was meant; nothing is written then."""
    problems = []
    for slot, one in edits.items():
        said: Value = value_of(after, slot, one.kind)
        if said != one.after:
            problems.append(
                Problem(
                    one.place,
                    f"{_told(one.after)} could not be written so that it is read as meant",
                    "change it in the canvas itself",
                )
            )
    kinds = kinds_of(after)
    for slot, kind in kinds_of(before).items():
        thing = (*slot.thing[:3], moved[slot.thing]) if slot.thing in moved else slot.thing
        now = slot._replace(thing=thing)
        if now in edits or slot.key == "action" or (slot.thing[0] == "score" and after.derived(slot.thing)):
            continue
        if now not in kinds and now.thing[0] == "group":
            continue  # nobody names it any more, and nothing declares it
        if now not in kinds or value_of(after, now, kind) != value_of(before, slot, kind):
            what = " ".join([*slot.thing, slot.key])
            problems.append(Problem("", f"{what} would change with it", "change it in the canvas itself"))
    return problems


def _told(value: Value) -> str:
    return repr(value) if isinstance(value, str) else f"{value}"
