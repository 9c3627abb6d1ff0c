"""Nodes of simple lines: what they hold is known at once, where it stands is found when it is asked for.

Most of a canvas is read once and is right; no node is made of it then, but where somebody asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bluecanvas.source.flow import collection
from bluecanvas.source.node import LIST, MAP, Branch, Kind, Node, Scalar

BLANKS, KEY, TEXT, OTHER = range(1, 5)
"""The groups in the match of a line: what indents it, a key, and behind a key or a dash a plain text or something else."""


class Block(Node):
    """A list or a mapping in block style, each entry on a line of its own."""

    __slots__ = ("_items", "kind", "lines", "values")

    text = ""
    plain = False

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.values: Any = {} if kind is MAP else []
        self.lines: list[re.Match[str]] = []
        """The line of each entry."""
        self._items: list[Any] | None = None

    @property
    def start(self) -> int:
        """Where its first entry begins."""
        return self.lines[0].end(BLANKS)

    @property
    def end(self) -> int:
        """Where the last thing in it ends."""
        last = self.items[-1]
        end: int = last.end if self.kind is LIST else last[1].end
        return end

    @property
    def keys(self) -> Mapping[str, int]:
        """Where each key stands."""
        return {} if self.kind is LIST else {key: at for at, key in enumerate(self.values)}

    @property
    def items(self) -> list[Any]:
        """Its nodes, or its pairs of them."""
        if self._items is None:
            values = self.values if self.kind is LIST else self.values.values()
            nodes = [
                Scalar(*line.span(TEXT), value) if value.__class__ is str else value
                for line, value in zip(self.lines, values, strict=True)
            ]
            self._items = (
                nodes if self.kind is LIST else list(zip(map(_key, self.lines, self.values), nodes, strict=True))
            )
        return self._items

    def get(self, key: str) -> Node | None:
        """A mapping's value, None where it has no such key."""
        value: str | Node | None = self.values.get(key) if self.kind is MAP else None
        return super().get(key) if isinstance(value, str) else value


class Flow(Node):
    """A list or a mapping of plain texts in flow style, behind a key or a dash."""

    __slots__ = ("_line", "_read", "kind", "values")

    text = ""
    plain = False

    def __init__(self, values: tuple[str, ...] | dict[str, str], line: re.Match[str]) -> None:
        self.kind = LIST if values.__class__ is tuple else MAP
        self.values: Any = values
        self._line = line
        self._read: Branch | None = None

    @property
    def start(self) -> int:
        """Where its bracket opens."""
        return self._line.start(OTHER)

    @property
    def end(self) -> int:
        """Where its bracket is closed."""
        return self._line.end(OTHER)

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
            self._read = collection(self._line.string, self.start)
            assert self._read is not None  # it was read before
        return self._read


def _key(line: re.Match[str], key: str) -> Scalar:
    start = line.end(BLANKS)
    return Scalar(start, start + len(key), key)
