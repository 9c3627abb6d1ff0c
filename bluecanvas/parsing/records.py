"""Records: mappings with known keys, read into entries that declare what each key means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from bluecanvas.finding import Path
from bluecanvas.parsing.mending import another_key
from bluecanvas.parsing.reader import WRONG, Cut, Reader, cut_by_comma, said, wide_mark
from bluecanvas.parsing.shape import AtOnce, Shape, at_once, never
from bluecanvas.source import LIST, MAP, Node
from bluecanvas.words import listed, quoted

_MOST_LISTED = 12


class Key:
    """A key of the canvas: what may stand there, what it means, and what holds where it is left out."""

    __slots__ = ("attribute", "default", "doc", "name", "required", "shape")

    def __init__(self, shape: Shape, doc: str, default: Any, name: str, required: bool) -> None:
        self.shape = shape
        self.doc = doc
        self.default = default
        self.name = name
        self.required = required
        self.attribute = name


def key(shape: Shape, doc: str, default: Any = None, name: str = "", required: bool = False) -> Any:
    """Declare a key in the body of an entry; `name` is how it is typed where Python has that word for itself."""
    return Key(shape, doc, default, name, required)


class Entry:
    """A mapping of the canvas as typed; its subclasses declare their keys.

    Not a dataclass: a run would spend a sixth of its time on making dozens of those, and most of them hold one line.
    """

    keys: ClassVar[dict[str, Key]] = {}
    path: Path = ()
    broken: frozenset[str] = frozenset()
    """The keys whose values could not be read, which has been reported."""

    def __init_subclass__(cls) -> None:
        """Gather the declared keys, in order, and let their defaults stand where they are left out."""
        cls.keys = {}
        for attribute, declared in list(vars(cls).items()):
            if isinstance(declared, Key):
                declared.name = declared.name or attribute
                declared.attribute = attribute
                cls.keys[declared.name] = declared
                setattr(cls, attribute, declared.default)

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    @classmethod
    def holding(cls, values: dict[str, Any]) -> Self:
        """An entry that holds these values, and whatever is put into them: the quickest way to make one."""
        entry = cls.__new__(cls)
        entry.__dict__ = values
        return entry

    def having(self, **changes: Any) -> Self:
        """The same entry with some values changed."""
        return self.holding({**self.__dict__, **changes})


_Read = tuple[str, AtOnce, Callable[[Node, Path, Reader], Any]]
"""How a key is read: its attribute, a plain text at once, all else from its node; it is taken apart for every key."""


class Record:
    """A mapping read into an entry; a value that is no mapping stands for the key named by `short`."""

    def __init__(self, of: type[Entry], short: str = "", what: str = "", null: bool = False) -> None:
        self.of = of
        self.short = short
        self.what = what or "a mapping"
        self.null = null
        """Whether nothing at all is an entry too, with every key left out."""
        self._required = tuple(name for name, declared in of.keys.items() if declared.required)
        self._reads: dict[str, _Read] = {
            name: (declared.attribute, at_once(declared.shape), declared.shape.read)
            for name, declared in of.keys.items()
        }
        self.short_at_once: AtOnce = self._reads[short][1] if short else never
        """What a plain text means for the key that it stands for."""

    def unread(self, path: Path) -> Entry:
        """The entry for a value that could not be read: it is there, and nothing is known of it."""
        return self.of(path=path, broken=frozenset(self.of.keys))

    def short_entry(self, value: Any, path: Path) -> Entry:
        """The entry for a value that stands for one key."""
        return self.of.holding({"path": path, self._reads[self.short][0]: value})

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The record with every key that could be read; WRONG only where it is no mapping and has no short form."""
        values: dict[str, Any] = {"path": path}
        if node.kind is not MAP:
            if self.null and node.is_null:
                return self.of.holding(values)
            if not self.short or node.kind is LIST:
                names = listed([*list(self.of.keys)[:_MOST_LISTED], *["…"] * (len(self.of.keys) > _MOST_LISTED)], "and")
                return reader.expected(self.what, node, path, f"its keys are {names}")
            value = self._reads[self.short][2](node, path, reader)
            if value is WRONG:
                return WRONG
            return self.short_entry(value, path)
        reads, given = self._reads, node.values
        if not given.keys() <= reads.keys():
            given = self._known(node, path, reader, values)
        for typed, item in given.items():
            attribute, at_once, read = reads.get(typed) or reads[typed.replace("-", "_")]
            if item.__class__ is str:
                value = at_once(item)
                if value is not None:
                    values[attribute] = value
                    continue
                item = node.get(typed)  # noqa: PLW2901 - the same, with its place
            value = read(item, path + (typed,), reader)  # noqa: RUF005 - half the time
            if value is WRONG:
                self._lose(typed, values)
            else:
                values[attribute] = value
        for name in self._required:
            if name not in node.values:
                default = self.of.keys[name].default
                hint = f"add: {name}: {'…' if default is None else default}"
                reader.report("BC013", path, f"the key `{name}` is missing", hint, on_key=True)
        return self.of.holding(values)

    def _known(self, node: Node, path: Path, reader: Reader, values: dict[str, Any]) -> dict[str, Any]:
        """What stands under keys that are known, by key as typed; the others are reported."""
        known: dict[str, Any] = {}
        names: set[str] = set()
        cuts: dict[str, Cut | None] | None = None
        last = ""
        for typed, value in node.values.items():
            name = typed if typed in self._reads else typed.replace("-", "_")
            if name in names:
                message = f"the key `{name}` stands here a second time; `-` and `_` are alike"
                reader.report("BC011", (*path, typed), message, "keep one of the two", on_key=True)
            elif name in self._reads:
                known[typed] = value
                names.add(name)
                last = typed
            elif not typed.startswith("x-"):
                if cuts is None:
                    cuts = cut_by_comma(node.items)
                if typed not in cuts:
                    key_node, value_node = node.items[node.keys[typed]]
                    self._unknown(key_node, value_node, path, reader)
                    continue
                reader.cut(typed, cuts[typed], (*path, typed), (*path, last))
                if known.pop(last, None) is not None:
                    self._lose(last, values)
        return known

    def _lose(self, typed: str, values: dict[str, Any]) -> None:
        """Say among the values that one could not be read."""
        name = typed if typed in self._reads else typed.replace("-", "_")
        values["broken"] = values.get("broken", self.of.broken) | {name}

    def _unknown(self, key_node: Node, value_node: Node, path: Path, reader: Reader) -> None:
        name = said(key_node.text)
        at = (*path, key_node.text)
        if not name.strip():
            reader.report(
                "BC013", at, "the key before the colon is empty", "write the key, or remove the line", on_key=True
            )
        elif value_node.is_left_out and wide_mark(key_node.text):
            reader.report(
                "BC020", at, f"{quoted(name)} has no value: the full-width marks in it mean nothing to YAML",
                "write ASCII , : [ ] { } with a space after them, or quote the text", on_key=True,
            )  # fmt: skip
        elif name == "<<":
            reader.report(
                "BC012", at, "merge keys (<<) are not part of YAML 1.2",
                "write the keys out; a curve takes levels from another with based_on", on_key=True,
            )  # fmt: skip
        elif meant := reader.key_meant(key_node.text, self.of.keys):
            reader.report(
                "BC012", at, f"unknown key {quoted(name)}: keys are English in every language", f"write `{meant}`",
                on_key=True, fix=another_key(meant, at),
            )  # fmt: skip
        else:
            reader.report(
                "BC012", at, f"unknown key {quoted(name)}", reader.suggest(key_node.text, self.of.keys, 20), on_key=True,
                fix=reader.another_name(key_node.text, self.of.keys, at, on_key=True, alike_only=True),
            )  # fmt: skip

    def schema(self) -> dict[str, Any]:
        """The keys with their descriptions."""
        properties: dict[str, Any] = {}
        for name, declared in self.of.keys.items():
            shown = {"description": declared.doc, **declared.shape.schema()}
            if isinstance(declared.default, str | int | float):
                shown["default"] = declared.default
            properties[name] = shown
        schema: dict[str, Any] = {
            "type": "object",
            "properties": properties,
            "patternProperties": {"^x-": {"description": "the author's own"}},
            "additionalProperties": False,
        }
        if self._required:
            schema["required"] = list(self._required)
        others = _alone(properties[self.short]) if self.short else []
        if self.null:
            others.append({"type": "null"})
        return {"anyOf": [*others, schema]} if others else schema


def _alone(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """What may stand for a whole entry: all but mappings, which are read as the entry itself."""
    return [part for part in schema.get("anyOf", [schema]) if part.get("type") != "object"]
