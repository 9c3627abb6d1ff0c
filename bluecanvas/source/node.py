"""Nodes: a scalar, a list or a mapping as typed, with its stretch of the text."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from bluecanvas.finding import Span


class Kind(IntEnum):
    """The three kinds of node."""

    SCALAR = 0
    LIST = 1
    MAP = 2


SCALAR, LIST, MAP = Kind.SCALAR, Kind.LIST, Kind.MAP
_NO_ITEMS: Any = ()
_NO_KEYS: Any = {}


class Node:
    """A scalar as typed, a list of nodes, or a mapping as pairs of nodes, with its span in the text."""

    __slots__ = ("end", "items", "keys", "kind", "plain", "start", "text")

    def __init__(self, kind: Kind, start: int, end: int, text: str = "", plain: bool = False) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.plain = plain
        """A scalar without quotes, which may be meant as a number, a truth value or null."""
        self.items: list[Any] = [] if kind else _NO_ITEMS
        """Nodes of a list; (key, value) pairs of a mapping."""
        self.keys: dict[str, int] = {} if kind else _NO_KEYS
        """Where each key of a mapping stands among its pairs."""

    @property
    def span(self) -> Span:
        """Its stretch of the text."""
        return Span(self.start, self.end)

    @property
    def is_null(self) -> bool:
        """Whether it is YAML's null, written or left out."""
        return self.kind == SCALAR and self.plain and self.text in ("", "~", "null", "Null", "NULL")

    @property
    def is_left_out(self) -> bool:
        """Whether nothing at all is written there."""
        return self.start == self.end and self.kind == SCALAR and self.plain

    @property
    def is_broken(self) -> bool:
        """Whether it stands for an alias without an anchor, which has been reported."""
        return self.plain and not self.text and self.start < self.end and self.kind == SCALAR

    def get(self, key: str) -> Node | None:
        """A mapping's value, None where it has no such key."""
        at = self.keys.get(key)
        return None if at is None else self.items[at][1]
