"""Nodes: a scalar, a list or a mapping as typed, with its stretch of the text."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from bluecanvas.finding import Span


class Kind(IntEnum):
    """The three kinds of node."""

    SCALAR = 0
    LIST = 1
    MAP = 2


SCALAR, LIST, MAP = Kind  # by these names alone: a look-up on the class takes ten times as long


class Node:
    """What stands at a place of the file: a scalar, a list of nodes, or a mapping as pairs of nodes."""

    __slots__ = ()

    kind: Kind
    text: str
    """A scalar's text as meant."""
    plain: bool
    """A scalar without quotes, which may be meant as a number, a truth value or null."""

    @property
    @abstractmethod
    def start(self) -> int:
        """Where it begins, as an offset in the text."""

    @property
    @abstractmethod
    def end(self) -> int:
        """The offset behind it."""

    @property
    @abstractmethod
    def items(self) -> Any:
        """Nodes of a list; (key, value) pairs of a mapping."""

    @property
    @abstractmethod
    def keys(self) -> Mapping[str, int]:
        """Where each key of a mapping stands among its pairs."""

    @property
    @abstractmethod
    def values(self) -> Any:
        """What a list holds, or a mapping by key: nodes, and plain texts where the short way made no nodes of them."""

    @property
    def span(self) -> Span:
        """Its stretch of the text."""
        return Span(self.start, self.end)

    @property
    def is_null(self) -> bool:
        """Whether it is YAML's null, written or left out."""
        return self.plain and self.text in NULLS

    @property
    def is_left_out(self) -> bool:
        """Whether nothing at all is written there."""
        return self.plain and self.start == self.end

    @property
    def is_broken(self) -> bool:
        """Whether it stands for an alias without an anchor, which has been reported."""
        return self.plain and not self.text and self.start < self.end

    def entry(self, step: str | int) -> tuple[Node | None, Node] | None:
        """A key with its value, or an item, which has no key; None where there is none."""
        if self.kind is LIST:
            return (None, self.items[step]) if isinstance(step, int) and step < len(self.items) else None
        at = self.keys.get(step) if isinstance(step, str) else None
        return None if at is None else self.items[at]

    def get(self, key: str) -> Node | None:
        """A mapping's value, None where it has no such key."""
        found = self.entry(key)
        return None if found is None else found[1]


NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""The plain texts that mean nothing is there."""


class Scalar(Node):
    """A single value as typed."""

    __slots__ = ("end", "plain", "start", "text")

    kind = SCALAR
    items = ()
    values = ()
    keys: Mapping[str, int] = {}

    def __init__(self, start: int, end: int, text: str, plain: bool = True) -> None:
        self.start: int = start
        self.end: int = end
        self.text = text
        self.plain = plain


class Branch(Node):
    """A list or a mapping, filled while it is read."""

    __slots__ = ("end", "items", "keys", "kind", "start")

    text = ""
    plain = False

    def __init__(self, kind: Kind, start: int, end: int) -> None:
        self.kind = kind
        self.start: int = start
        self.end: int = end
        self.items: list[Any] = []
        self.keys: dict[str, int] = {}

    @property
    def values(self) -> Any:
        """What it holds, as nodes."""
        return self.items if self.kind is LIST else {key.text: value for key, value in self.items}
