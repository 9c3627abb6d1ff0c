"""Scores as they are typed: a level alone, a level with its proof, and the table of levels."""

from __future__ import annotations

from typing import Any, TypeAlias

from bluecanvas.finding import Path
from bluecanvas.parsing import (
    DATE,
    NAME,
    NUMBER,
    TEXT,
    WHOLE,
    WRONG,
    Choice,
    Entry,
    Many,
    Number,
    Reader,
    Record,
    key,
)
from bluecanvas.parsing.reader import said
from bluecanvas.parsing.scalars import number_of
from bluecanvas.source import LIST, SCALAR, Node
from bluecanvas.words import Text, quoted

NAMES = Many(NAME)
POSITIVE = Number(least=0)


class AudienceShape:
    """Who may see an entry: the reader keeps it by the entry's path."""

    _choice = Choice("team", "board", "public")

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """One of the three; the narrowest where it could not be read."""
        audience = self._choice.read(node, path, reader)
        reader.audiences[path[:-1]] = self._choice.words[0] if audience is WRONG else audience
        return audience

    def schema(self) -> dict[str, Any]:
        """The three."""
        return self._choice.schema()


AUDIENCE = AudienceShape()
LEVEL = Number(what="a level", hint="write a number, or null where it is unknown")


def level_key(name: str, path: Path, reader: Reader) -> Any:
    """A level where it is a key."""
    value = number_of(name)
    if value is not None:
        return value
    message = f"{quoted(said(name))} is no level"
    return reader.report("BC013", path, message, "write the level as a number, as in 5: par", on_key=True)


class NotGiven:
    """The value of a level that is not stated at all, as against one stated to be unknown."""


NOT_GIVEN = NotGiven()


class LevelShape:
    """A level: a number, or null where it is unknown."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The number, or None for null."""
        return None if node.is_null else LEVEL.read(node, path, reader)

    at_once = LEVEL.at_once

    def schema(self) -> dict[str, Any]:
        """A number or null."""
        return {"type": ["number", "null"]}


class ScoreEntry(Entry):
    """A level with its interval, its proof and the real figure behind it."""

    value: Any = key(LevelShape(), "the level on the scale; null where it is unknown", NOT_GIVEN)
    low: float | None = key(NUMBER, "the lower end of its interval")
    high: float | None = key(NUMBER, "the upper end of its interval")
    n: int | None = key(WHOLE, "how many answers it rests on")
    actual: str | None = key(NAME, "the real figure behind the level, as USD 180")
    confidence: str | None = key(Choice("high", "medium", "low"), "how sure we are of it")
    why: Text | None = key(TEXT, "why this level")
    evidence: tuple[str, ...] = key(NAMES, "ids of the evidence behind it; the curve's where none is given", ())
    scored_by: tuple[str, ...] = key(NAMES, "who gave the level; the curve's where none is given", ())
    date: str | None = key(DATE, "when it was measured")
    audience: str | None = key(AUDIENCE, "who may see it")
    details: Path = ()
    """Where the rest is written, where that is not at the level's own path."""
    bare: bool = False
    """Whether nothing but the level is given, as with most."""


Stated: TypeAlias = ScoreEntry | float | None
"""A level as it is stated: bare, or in an entry that says more."""


def entry_of(stated: Stated, path: Path) -> ScoreEntry:
    """The entry for a level at a path."""
    if isinstance(stated, ScoreEntry):
        return stated
    return ScoreEntry.holding({"path": path, "value": stated, "bare": True})


class ScoreShape:
    """A score: a number, null, or a mapping that says more."""

    _record = Record(ScoreEntry, what="a number, null, or a mapping with `value`")

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The level where nothing else is given, as with most; else the entry."""
        if node.kind is SCALAR:
            if node.plain:
                value = number_of(node.text)
                if value is not None or node.is_null:
                    return value
            LEVEL.read(node, path, reader)
            return ScoreEntry.holding({"path": path, "value": None})  # reported once: no level is missed beside it
        return self._record.read(node, path, reader)

    at_once = staticmethod(number_of)

    def schema(self) -> dict[str, Any]:
        """A number, null, or the mapping."""
        return {"anyOf": [{"type": ["number", "null"]}, self._record.schema()]}


class TableShape:
    """The table of scores: a header row with the curves, then a row a factor."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The rows as lists of nodes; a row that is no list is left out."""
        if node.kind is not LIST:
            return reader.expected(
                "a list of rows",
                node,
                path,
                "begin each row with `- [` and end it with `]`; the first names the curves",
            )
        rows: list[tuple[int, list[Node]]] = []
        for at, row in enumerate(node.items):
            if row.kind is LIST:
                rows.append((at, row.items))
            else:
                reader.expected("a row: a list of cells", row, (*path, at), "write it as [Factor, 2, 6]")
        return tuple(rows)

    def schema(self) -> dict[str, Any]:
        """Rows of cells: the first row texts, the others a name and then scores."""
        return {
            "type": "array",
            "minItems": 2,
            "items": [{"type": "array", "minItems": 2, "items": NAME.schema()}],
            "additionalItems": {
                "type": "array",
                "minItems": 2,
                "items": [NAME.schema()],
                "additionalItems": ScoreShape().schema(),
            },
        }
