"""Wishes: what a tree should say once its text is edited, to be held against what is read back from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from bluecanvas.finding import Path, Typed
from bluecanvas.source.editing_text import is_typed, number
from bluecanvas.source.node import Kind, Node
from bluecanvas.source.reading import read

_NULL = re.compile(r"~|null|Null|NULL|")


class Wish:
    """A node without its place: what it says, however it is written."""

    __slots__ = ("items", "kind", "text", "typed")

    def __init__(self, kind: Kind, text: str = "", typed: bool = False, items: list[Any] | None = None) -> None:
        self.kind = kind
        self.text = text
        self.typed = typed
        """Whether it is a number, a truth value or null rather than a text."""
        self.items: list[Any] = items or []
        """Wishes of a list; [key, wish] of a mapping."""

    def said(self) -> Any:
        """All that it says, as values that can be compared."""
        if self.kind == Kind.SCALAR:
            return (self.text, self.typed)
        if self.kind == Kind.LIST:
            return [item.said() for item in self.items]
        return [Kind.MAP, *((key, item.said()) for key, item in self.items)]

    def below(self, path: Path) -> Wish:
        """What stands at a path below, which is there."""
        wish = self
        for step in path:
            wish = wish.items[step] if isinstance(step, int) else wish.at(step)[1]
        return wish

    def at(self, step: str | int) -> Any:
        """An item of a list, or a mapping's entry of a key."""
        if isinstance(step, int):
            return self.items[step]
        return next(entry for entry in self.items if entry[0] == step)


def wish_of(node: Node) -> Wish:
    """What a node says; the depth is bounded by the limits of reading."""
    if node.kind == Kind.SCALAR:
        typed = node.plain and is_typed(node.text)
        return Wish(Kind.SCALAR, "" if typed and _NULL.fullmatch(node.text) else node.text, typed)
    if node.kind == Kind.LIST:
        return Wish(Kind.LIST, items=[wish_of(item) for item in node.items])
    return Wish(Kind.MAP, items=[[key.text, wish_of(value)] for key, value in node.items])


def wish_for(value: Any) -> Wish:
    """What a value says once it is written; ValueError for one that cannot be."""
    if isinstance(value, Typed):
        source = read(value.encode())
        if source.root is None or source.findings:
            raise ValueError(f"{value!r} is no YAML on one line")
        return wish_of(source.root)
    if value is None:
        return Wish(Kind.SCALAR, "", typed=True)
    if isinstance(value, bool):
        return Wish(Kind.SCALAR, "true" if value else "false", typed=True)
    if isinstance(value, str):
        return Wish(Kind.SCALAR, str(value))
    if isinstance(value, Mapping):
        return Wish(Kind.MAP, items=[[normalize("NFC", str(key)), wish_for(item)] for key, item in value.items()])
    if isinstance(value, list | tuple):
        return Wish(Kind.LIST, items=[wish_for(item) for item in value])
    return Wish(Kind.SCALAR, number(value), typed=True)
