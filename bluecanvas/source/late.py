"""Nodes of simple lines: what they hold is known at once, where it stands is found when it is asked for.

Most of a canvas is read once and is right; no node is made of it then, but where somebody asks for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from bluecanvas.source.flow import collection
from bluecanvas.source.forms import BLANKS, OTHER, TEXT, line_at
from bluecanvas.source.lines import Lines
from bluecanvas.source.node import LIST, MAP, SCALAR, Branch, Kind, Node, Scalar


class Block(Node):
    """A list or a mapping in block style, each entry on a line of its own."""

    __slots__ = ("_items", "_keys", "_lines", "kind", "numbers", "values")

    text = ""
    plain = False

    def __init__(self, kind: Kind, lines: Lines) -> None:
        self.kind = kind
        self.values: Any = {} if kind is MAP else []
        self.numbers: list[int] = []
        """The line of each entry, from 0."""
        self._lines = lines
        self._items: list[Any] | None = None
        self._keys: dict[str, int] | None = None

    @property
    def start(self) -> int:
        """Where its first entry begins."""
        return line_at(self._lines, self.numbers[0]).end(BLANKS)

    @property
    def end(self) -> int:
        """Where the last thing in it ends."""
        end: int = self.items[-1].end if self.kind is LIST else self.items[-1][1].end
        return end

    @property
    def keys(self) -> Mapping[str, int]:
        """Where each key stands."""
        if self._keys is None:
            self._keys = {} if self.kind is LIST else dict(zip(self.values, count()))
        return self._keys

    @property
    def items(self) -> list[Any]:
        """Its nodes, or its pairs of them."""
        if self._items is None:
            self._items = (
                list(map(self._value, self.values, self.numbers))
                if self.kind is LIST
                else list(map(self._pair, self.values, self.values.values(), self.numbers))
            )
        return self._items

    def entry(self, step: str | int) -> tuple[Node | None, Node] | None:
        """A key with its value, or an item; no other nodes are made."""
        if self._items is not None or not isinstance(step, str):
            return super().entry(step)
        at = self.keys.get(step)
        return None if at is None else self._pair(step, self.values[step], self.numbers[at])

    def _pair(self, key: str, value: str | Node, number: int) -> tuple[Node, Node]:
        start = line_at(self._lines, number).end(BLANKS)
        return Scalar(start, start + len(key), key), self._value(value, number)

    def _value(self, value: str | Node, number: int) -> Node:
        return Scalar(*line_at(self._lines, number).span(TEXT), value) if isinstance(value, str) else value

    def get(self, key: str) -> Node | None:
        """A mapping's value, None where it has no such key."""
        value: str | Node | None = self.values.get(key) if self.kind is MAP else None
        return super().get(key) if isinstance(value, str) else value


class _Behind(Node):
    """What stands behind a key or a dash on a line, but for plain texts."""

    __slots__ = ("_lines", "_number")

    _lines: Lines
    _number: int
    text = ""
    plain = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return line_at(self._lines, self._number).start(OTHER)

    @property
    def end(self) -> int:
        """Where it ends."""
        return line_at(self._lines, self._number).end(OTHER)


class Quoted(_Behind):
    """A quoted text without escapes."""

    __slots__ = ("text",)

    kind = SCALAR
    items = ()
    values = ()
    keys: Mapping[str, int] = {}

    def __init__(self, typed: str, lines: Lines, number: int) -> None:
        self.text = typed[1:-1]
        self._lines = lines
        self._number = number


class Flow(_Behind):
    """A list or a mapping of plain texts in flow style."""

    __slots__ = ("_read", "kind", "values")

    def __init__(self, values: tuple[str, ...] | dict[str, str], lines: Lines, number: int) -> None:
        self.kind = LIST if values.__class__ is tuple else MAP
        self.values: Any = values
        self._lines = lines
        self._number = number
        self._read: Branch | None = None

    @property
    def keys(self) -> Mapping[str, int]:
        """Where each key stands."""
        return self._branch().keys

    @property
    def items(self) -> list[Any]:
        """Its nodes, or its pairs of them."""
        return self._branch().items

    def _branch(self) -> Branch:
        """The collection read again, this time with every place."""
        if self._read is None:
            self._read = collection(self._lines.text, self.start)
            assert self._read is not None  # it was read before
        return self._read
