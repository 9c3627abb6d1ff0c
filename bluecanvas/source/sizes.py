"""Sizes: how much an alias repeats, aliases within counted as often as they stand."""

from __future__ import annotations

from collections.abc import Iterable

from bluecanvas.named import NamedTuple
from bluecanvas.source.node import LIST, SCALAR, Node


class Size(NamedTuple):
    """Values in all, levels of collections inside one another, and characters of text."""

    values: int
    levels: int
    characters: int


class Sizes:
    """The sizes of nodes; each collection is counted once, however often it is repeated."""

    def __init__(self) -> None:
        self._known: dict[int, Size] = {}

    def of(self, node: Node) -> Size:
        """The size of a node, which is no deeper than the limit of reading."""
        if node.kind is SCALAR:
            return Size(1, 0, len(node.text))
        known = self._known.get(id(node.items))
        if known is None:
            inner = [self.of(part) for part in _parts(node)]
            known = Size(
                1 + sum(size.values for size in inner),
                1 + max((size.levels for size in inner), default=0),
                sum(size.characters for size in inner),
            )
            self._known[id(node.items)] = known
        return known


def _parts(node: Node) -> Iterable[Node]:
    return node.items if node.kind is LIST else (part for pair in node.items for part in pair)
