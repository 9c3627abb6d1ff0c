"""Records: mappings with known keys, read into dataclasses whose fields say what each key means."""

from __future__ import annotations

from dataclasses import MISSING, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bluecanvas.parsing.reader import WRONG, Reader, wide_mark
from bluecanvas.source import Kind, Node
from bluecanvas.words import clip, suggestion, visible

if TYPE_CHECKING:
    from bluecanvas.finding import Path
    from bluecanvas.parsing.shapes import Shape


def key(shape: Shape, doc: str, default: Any = None, name: str = "", required: bool = False) -> Any:
    """A dataclass field that is a key of the canvas: what may stand there and what it means."""
    metadata = {"shape": shape, "doc": doc, "name": name, "required": required}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


class Record:
    """A mapping read into a dataclass; a value that is no mapping stands for the key named by `short`.

    The dataclass may have a field `path`, which is set to where the record stands.
    """

    def __init__(self, of: type[Any], short: str = "", what: str = "", null: bool = False) -> None:
        self.of = of
        self.short = short
        self.what = what or "a mapping"
        self.null = null
        """Whether nothing at all is a record too, with every key left out."""

    @cached_property
    def _keys(self) -> dict[str, tuple[str, Shape]]:
        found: dict[str, tuple[str, Shape]] = {}
        for entry in fields(self.of):
            if "shape" in entry.metadata:
                found[entry.metadata["name"] or entry.name] = (entry.name, entry.metadata["shape"])
        return found

    @cached_property
    def _has_path(self) -> bool:
        return any(entry.name == "path" for entry in fields(self.of))

    @cached_property
    def _required(self) -> tuple[str, ...]:
        return tuple(
            entry.metadata["name"] or entry.name for entry in fields(self.of) if entry.metadata.get("required")
        )

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The record with every key that could be read; WRONG only where it is no mapping and has no short form."""
        keys = self._keys
        values: dict[str, Any] = {"path": path} if self._has_path else {}
        if node.kind != Kind.MAP:
            if self.null and node.is_null:
                return self.of(**values)
            if not self.short or node.kind == Kind.LIST:
                return reader.expected(self.what, node, path)
            name, shape = keys[self.short]
            value = shape.read(node, path, reader)
            if value is WRONG:
                return WRONG
            values[name] = value
            return self.of(**values)
        for key_node, value_node in node.items:
            name = key_node.text
            known = keys.get(name)
            if known is None:
                if name.startswith("x-"):
                    continue
                known = keys.get(name.replace("-", "_"))
                if known is None:
                    self._unknown(key_node, value_node, node.items, path, reader)
                    continue
                if known[0] in values:
                    reader.report("BC011", (*path, name), f"the key {name} is given twice", on_key=True)
                    continue
            value = known[1].read(value_node, (*path, name), reader)
            if value is not WRONG:
                values[known[0]] = value
        for name in self._required:
            if name not in node.keys:
                reader.report("BC013", path, f"the key `{name}` is missing", f"add: {name}: …", on_key=True)
        return self.of(**values)

    def _unknown(
        self, key_node: Node, value_node: Node, siblings: list[tuple[Node, Node]], path: Path, reader: Reader
    ) -> None:
        name = clip(visible(key_node.text), 60)
        at = (*path, key_node.text)
        if value_node.is_null and value_node.start == value_node.end and key_node.plain:
            if wide_mark(key_node.text):
                reader.report(
                    "BC020", at, f"{name!r} has no value: the full-width marks in it mean nothing to YAML",
                    "write ASCII , : [ ] { } with a space after them, or quote the text", on_key=True,
                )  # fmt: skip
                return
            if before := _text_before(key_node, siblings):
                reader.report(
                    "BC020", at, f"a comma cut the text before {name!r} in two",
                    f'quote the whole text: "{before}, {name}"', on_key=True,
                )  # fmt: skip
                return
        if name == "<<":
            reader.report(
                "BC012", at, "merge keys (<<) are not part of YAML 1.2",
                "write the keys out; a curve takes levels from another with based_on", on_key=True,
            )  # fmt: skip
            return
        reader.report("BC012", at, f"unknown key {name!r}", suggestion(key_node.text, self._keys, 20), on_key=True)

    def schema(self) -> dict[str, Any]:
        """The keys with their descriptions."""
        properties: dict[str, Any] = {}
        for entry in fields(self.of):
            if "shape" in entry.metadata:
                shown = {"description": entry.metadata["doc"], **entry.metadata["shape"].schema()}
                default = entry.default
                if default is not MISSING and isinstance(default, str | int | float):
                    shown["default"] = default
                properties[entry.metadata["name"] or entry.name] = shown
        schema: dict[str, Any] = {
            "type": "object",
            "properties": properties,
            "patternProperties": {"^x-": {"description": "the author's own"}},
            "additionalProperties": False,
        }
        if self._required:
            schema["required"] = list(self._required)
        if self.short:
            return {"anyOf": [properties[self.short], schema]}
        return {"anyOf": [schema, {"type": "null"}]} if self.null else schema


def _text_before(key_node: Node, siblings: list[tuple[Node, Node]]) -> str:
    """The plain text that ends where a stray key begins, "" where there is none."""
    at = next(i for i, (key_, _) in enumerate(siblings) if key_ is key_node)
    if at == 0:
        return ""
    before_key, before = siblings[at - 1]
    if before.kind != Kind.SCALAR or not before.plain:
        return ""
    return clip(visible(before_key.text if before.is_null else before.text), 60)
