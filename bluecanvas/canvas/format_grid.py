"""The grid as it is typed: four cells, each a factor, a list of factors, or a mapping that says more."""

from __future__ import annotations

from typing import Any

from bluecanvas.canvas.format_scores import AUDIENCE, LEVEL, NAMES
from bluecanvas.finding import Path
from bluecanvas.parsing import DATE, NAME, TEXT, WRONG, Entry, Reader, Record, key
from bluecanvas.source import LIST, MAP, SCALAR, Node
from bluecanvas.words import Text


class MoveEntry(Entry):
    """One move of the grid."""

    to: float | None = key(LEVEL, "the level it moves the factor to")
    vs: str | None = key(NAME, "the curve or group it is held against, where not the rivals as a whole")
    why: Text | None = key(TEXT, "why this move")
    owner: str | None = key(NAME, "who sees to it")
    by: str | None = key(DATE, "by when")
    evidence: tuple[str, ...] = key(NAMES, "ids of the evidence behind it", ())
    audience: str | None = key(AUDIENCE, "who may see it")
    factor: str = ""


class CellShape:
    """A cell of the grid: a factor, a list of factors, or a mapping from factors to targets or details."""

    _move = Record(MoveEntry, short="to", what="a target level or a mapping with `to`, `why`, …", null=True)

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The moves, in order."""
        if node.is_null:
            return ()
        if node.kind is not MAP:
            if any(item.kind is MAP for item in node.items):
                first = next(at for at, item in enumerate(node.items) if item.kind is MAP)
                return reader.report(
                    "BC013", (*path, first), "the list mixes factors with mappings",
                    "write either a list, [meals, lounges], or one mapping, {meals: 2, lounges: {to: 0, why: …}}",
                )  # fmt: skip
            names = NAMES.read(node, path, reader)
            if names is WRONG:
                return WRONG
            alone = node.kind is not LIST
            return tuple(
                MoveEntry(factor=item.text, path=path if alone else (*path, at))
                for at, item in enumerate([node] if alone else node.items)
                if item.kind is SCALAR and not item.is_null
            )
        moves: list[MoveEntry] = []
        for name, value in node.values.items():
            at = path + (name,)  # noqa: RUF005 - half the time
            level = self._move.short_at_once(value) if isinstance(value, str) else None
            if level is None:
                move = self._move.read(node.items[node.keys[name]][1] if isinstance(value, str) else value, at, reader)
            else:
                move = self._move.short_entry(level, at)
            if move is WRONG:
                move = MoveEntry(path=at)
            move.factor = name
            moves.append(move)
        return tuple(moves)

    def schema(self) -> dict[str, Any]:
        """The three ways to write it."""
        return {
            "anyOf": [
                NAMES.schema(),
                {"type": "object", "additionalProperties": self._move.schema()},
                {"type": "null"},
            ]
        }


class EmptyEntry(Entry):
    """Why a cell of the grid is empty."""

    eliminate: Text | None = key(TEXT, "why nothing is eliminated")
    reduce: Text | None = key(TEXT, "why nothing is reduced")
    raise_: Text | None = key(TEXT, "why nothing is raised", name="raise")
    create: Text | None = key(TEXT, "why nothing is created")


class GridEntry(Entry):
    """The four actions of one option."""

    eliminate: tuple[MoveEntry, ...] = key(CellShape(), "factors the industry takes for granted, to be dropped", ())
    reduce: tuple[MoveEntry, ...] = key(CellShape(), "factors to be cut well below the rivals", ())
    raise_: tuple[MoveEntry, ...] = key(CellShape(), "factors to be lifted well above the rivals", (), name="raise")
    create: tuple[MoveEntry, ...] = key(CellShape(), "factors no rival has ever offered", ())
    why: EmptyEntry | None = key(Record(EmptyEntry), "why a cell is empty, by cell")
    audience: str | None = key(AUDIENCE, "who may see it")
