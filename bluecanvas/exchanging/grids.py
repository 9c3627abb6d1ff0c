"""Grids: sheets as they are read, each cell with what it holds, and the places and problems that messages name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from bluecanvas.named import NamedTuple

Value: TypeAlias = str | float | None
"""What a canvas and a cell both can say; None is a level that is unknown."""


class Cell(NamedTuple):
    """A cell that is not empty."""

    value: str | float | bool | None = None
    date: str = ""
    """The day, the month or the time that its number is shown as: 2026-10-03, 2026-10, 08:30."""
    computed: bool = False
    """Whether a formula stands behind the value."""
    error: str = ""
    """Why there is no value: #REF!, or a formula that was never worked out."""
    percent: bool = False
    """Whether its number is shown times a hundred."""


class Merged(NamedTuple):
    """Cells merged into one: from a row and a column to another row and column, both included."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """A sheet: its cells that are not empty by row, counted from 1, and by column, counted from 0."""

    name: str
    """Empty where the file is a single table."""
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[Merged, ...] = ()
    hidden: frozenset[int] = frozenset()
    """The columns that are not shown."""
    decimal_comma: bool = False
    """Whether a comma in a number can only be a decimal one."""

    def place(self, row: int, at: int) -> str:
        """What a message calls a cell: Scores!C7."""
        return f"{self.name}!{letters(at)}{row}" if self.name else f"{letters(at)}{row}"

    def column(self, at: int) -> str:
        """What a message calls a column: Scores!C."""
        return f"{self.name}!{letters(at)}" if self.name else f"column {letters(at)}"


class Problem(NamedTuple):
    """Something that keeps a table from being taken: where, what, and how to mend it."""

    place: str
    message: str
    hint: str = ""


class Note(NamedTuple):
    """Something to know about a table that was taken all the same: where, and what."""

    place: str
    message: str


def letters(at: int) -> str:
    """A column's letters: A, B, …, Z, AA."""
    found = ""
    while at >= 0:
        found = chr(ord("A") + at % 26) + found
        at = at // 26 - 1
    return found
