"""Shapes of values: what a node may be, how it is read, and how an editor is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bluecanvas.finding import Path
from bluecanvas.parsing.reader import WRONG, Cut, Reader, cut_by_comma
from bluecanvas.parsing.records import Record
from bluecanvas.parsing.scalars import Name, Words, meaning, plain_value
from bluecanvas.parsing.shape import Shape, at_once, never
from bluecanvas.source import LIST, MAP, SCALAR, Node

_TEXTS = {str}


class Many:
    """A list; one item may stand alone, and a comma-separated mapping of bare keys counts as the list it looks like."""

    def __init__(self, item: Shape) -> None:
        self.item = item
        self._at_once = at_once(item)

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The items that could be read, as a tuple."""
        if node.kind is not LIST:
            if node.is_null:
                return ()
            one = self.item.read(node, path, reader)
            return WRONG if one is WRONG else (one,)
        at_once, read = self._at_once, self.item.read
        values: list[Any] = []
        for at, item in enumerate(node.values):
            value = at_once(item) if item.__class__ is str else None
            if value is None:
                value = read(node.items[at], (*path, at), reader)
            if value is not WRONG:
                values.append(value)
        return tuple(values)

    def at_once(self, text: str) -> Any:
        """The one item."""
        value = self._at_once(text)
        return None if value is None else (value,)

    def schema(self) -> dict[str, Any]:
        """One item, or a list of them."""
        item = self.item.schema()
        return {"anyOf": [item, {"type": "array", "items": item}]}


class Mapped:
    """A mapping whose keys the author chooses; `key` reads a key where it is more than a name."""

    def __init__(self, value: Shape, key: Callable[[str, Path, Reader], Any] | None = None, what: str = "") -> None:
        self.value = value
        self.key = key
        self.what = what or "a mapping"
        self._texts = takes_text(value)
        entry = value.short_entry if isinstance(value, Record) and value.short else None
        self._entry = None if key else entry
        self._at_once = never if key else value.short_at_once if isinstance(value, Record) else at_once(value)

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The values that could be read, by key, in order."""
        if node.kind is not MAP:
            if node.is_null:
                return {}
            return reader.expected(self.what, node, path, "write each as `id: …`" if node.kind is LIST else "")
        values: dict[Any, Any] = {}
        seen: dict[Any, str] = {}
        cuts: dict[str, Cut | None] | None = None
        last = ""
        at_once, entry, read, read_key = self._at_once, self._entry, self.value.read, self.key
        given = node.values
        if entry is None and at_once is not never and set(map(type, given.values())) == _TEXTS:
            found = list(map(at_once, given.values()))
            if None not in found:  # plain texts alone, each as it should be
                return dict(zip(given, found, strict=True))
        for name, typed in given.items():
            value_node = typed
            if typed.__class__ is str:
                value = at_once(typed)
                if value is not None:
                    values[name] = value if entry is None else entry(value, path + (name,))  # noqa: RUF005 - quicker
                    continue
                value_node = node.get(name)
            at = path + (name,)  # noqa: RUF005 - as above
            if value_node.plain and value_node.start == value_node.end:  # left out
                if cuts is None:
                    cuts = cut_by_comma(node.items, self._texts)
                if name in cuts:
                    reader.cut(name, cuts[name], at, (*path, last), sure=False)
                    continue
            last = name
            if not name or name.isspace():
                reader.report("BC013", at, "the name before the colon is empty", "write what it is", on_key=True)
                continue
            key = name
            if read_key is not None:
                key = read_key(name, at, reader)
                if key is not WRONG and seen.setdefault(key, name) != name:
                    reader.report(
                        "BC011", at, f"{name} says the same as {seen[key]}", "keep one of the two", on_key=True
                    )
                    continue
            value = read(value_node, at, reader)
            if value is WRONG and isinstance(self.value, Record):
                value = self.value.unread(at)
            if value is not WRONG and key is not WRONG:
                values[key] = value
        return values

    def schema(self) -> dict[str, Any]:
        """Any key, one shape of value."""
        return {"type": "object", "additionalProperties": self.value.schema()}


def takes_text(shape: Shape) -> bool:
    """Whether a text without quotes may stand there."""
    if isinstance(shape, Record) and shape.short:
        shape = shape.of.keys[shape.short].shape
    return isinstance(shape, Name | Words)


class Data:
    """Anything, kept as plain data for whoever understands it."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:  # noqa: ARG002 - as every shape is asked
        """Lists, dictionaries, texts, numbers, truth values and None."""
        return data_of(node)

    def at_once(self, text: str) -> Any:
        """The text, number, truth value or None."""
        return meaning(text)

    def schema(self) -> dict[str, Any]:
        """Anything."""
        return {}


DATA = Data()


def data_of(node: Node) -> Any:
    """A node as plain data by YAML 1.2's core meaning; the depth is bounded by the limits of reading."""
    if node.kind is SCALAR:
        return plain_value(node)
    if node.kind is LIST:
        return [meaning(item) if isinstance(item, str) else data_of(item) for item in node.values]
    return {key: meaning(item) if isinstance(item, str) else data_of(item) for key, item in node.values.items()}
