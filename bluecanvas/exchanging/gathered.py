"""What sheets say, gathered value by value: which cell says what, what stands for which thing, and what is not clear."""

from __future__ import annotations

from bluecanvas.canvas.building import MOST_FACTORS
from bluecanvas.exchanging.grids import Grid, Note, Problem, Value
from bluecanvas.exchanging.known import Known
from bluecanvas.exchanging.places import Slot
from bluecanvas.exchanging.telling import Kind, tell
from bluecanvas.named import NamedTuple

_MOST_NEW, _MOST_PROBLEMS = 200, 500
"""New things of a kind beside known ones, and problems of a file; more of either is some other file."""


class Said(NamedTuple):
    """What a cell says, and where it stands."""

    value: Value
    place: str


class New(NamedTuple):
    """A thing that the canvas does not know: what names it, and where it stands."""

    thing: tuple[str, ...]
    place: str


class Gathered:
    """Everything that the sheets of a workbook say."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.values: dict[Slot, list[Said]] = {}
        self.blanks: dict[Slot, str] = {}
        """The values whose cells are there and empty."""
        self.seen: dict[str, dict[tuple[str, ...], str]] = {}
        """By sheet, what its rows and columns stand for, and where."""
        self.corner = ""
        """What the first column of the scores is called, where it is not our own word."""
        self.new: list[New] = []
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self._left = dict.fromkeys(
            ("factor", "curve", "evidence", "group"), _MOST_NEW if known.is_canvas else MOST_FACTORS
        )

    @property
    def enough(self) -> bool:
        """Whether so much is new or wrong that nobody reads on."""
        return len(self.problems) >= _MOST_PROBLEMS or min(self._left.values()) < 0

    def wrong(self, place: str, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(place, message, hint))

    def say(self, slot: Slot, value: Value, place: str) -> None:
        """Note what a cell says."""
        self.values.setdefault(slot, []).append(Said(value, place))

    def take(self, grid: Grid, row: int, at: int, slot: Slot, kind: Kind) -> None:
        """One cell: what it says, or that it is empty."""
        cell = grid.rows.get(row, {}).get(at)
        place = grid.place(row, at)
        if cell is None or cell.value == "" or (isinstance(cell.value, str) and not cell.value.strip()):
            self.blanks[slot] = place
            return
        told = tell(cell, kind, self.known.scale, grid.decimal_comma)
        if told.problem:
            self.problems.append(Problem(place, told.problem, told.hint))
            return
        if told.note:
            self.notes.append(Note(place, told.note))
        self.values.setdefault(slot, []).append(Said(told.value, place))

    def see(self, sheet: str, thing: tuple[str, ...], place: str) -> bool:
        """Note that a row or a column stands for a thing; a second one is a problem."""
        seen = self.seen.setdefault(sheet, {})
        if thing in seen:
            named = " ".join(thing[1:])
            self.problems.append(
                Problem(
                    place, f"{named!r} stands here a second time; the first is {seen[thing]}", "keep one of the two"
                )
            )
            return False
        seen[thing] = place
        return True

    def meant(self, kind: str, word: str, place: str, may_be_new: bool = False) -> str | None:
        """The id that a word means; None, and a problem, where that is not clear."""
        meant = self.known.find(kind, word, may_be_new)
        if meant.problem:
            self.problems.append(Problem(place, meant.problem, meant.hint))
            return None
        if meant.new:
            self._left[kind] -= 1
            if self._left[kind] < 0:
                many = sum(new.thing[0] == kind for new in self.new)
                of = "evidence" if kind == "evidence" else f"{kind}s"
                self.wrong(place, f"this is one more than {many} new {of}", "take a file that holds a canvas's own")
                return None
            self.new.append(New((kind, meant.id), place))
            self.known.add(kind, meant.id)
        return meant.id
