"""The reader: what reading a canvas has found so far, and the words of its messages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from bluecanvas.finding import Finding, Path
from bluecanvas.source import LIMITS, Enough, Kind, Node
from bluecanvas.words import clip, suggestion, visible


class Wrong:
    """What a shape returns for a node it could not read; the finding has been made."""

    def __bool__(self) -> bool:
        return False


WRONG: Final = Wrong()

_WIDE = "，：［］｛｝、"
_MOST_COMPARED = 20_000
_LONGEST_SUGGESTED = 60
_MOST_JOINED = 10
_END = (Node(Kind.SCALAR, -1, -1), Node(Kind.SCALAR, -1, -1))
_KINDS = {Kind.SCALAR: "a single value", Kind.LIST: "a list", Kind.MAP: "a mapping"}


class Reader:
    """Collects the findings of one canvas; `language` is that of its plain strings."""

    def __init__(self, language: str = "en", root: Node | None = None) -> None:
        self.language = language
        self._root = root
        self.findings: list[Finding] = []
        self.languages: dict[str, None] = {}
        """Every language tag met, in order."""
        self._compared = 0

    def report(self, code: str, path: Path, message: str, hint: str = "", on_key: bool = False) -> Wrong:
        """Add a finding; Enough is raised once there are more than anybody reads."""
        self.findings.append(Finding(code, path, message, hint, on_key))
        if len(self.findings) >= LIMITS.findings:
            raise Enough
        return WRONG

    def suggest(self, word: str, known: Collection[str], most: int = 12) -> str:
        """A hint for an unknown name; after many, without looking for the nearest, which takes its time."""
        names = [name for name in known if len(name) <= _LONGEST_SUGGESTED]
        self._compared += len(names)
        return suggestion(word if self._compared <= _MOST_COMPARED else "", names, most)

    def inner(self, path: Path, key: str) -> Path:
        """The path of a key below, where the value is a mapping that has it; the path itself where it stands short."""
        node = self._at(path)
        return (*path, key) if node is not None and key in node.keys else path

    def item(self, path: Path, text: str) -> Path:
        """The path of a text in a list; the path itself where the text stands alone."""
        node = self._at(path)
        items = node.items if node is not None and node.kind == Kind.LIST else ()
        return next(((*path, at) for at, item in enumerate(items) if item.text == text), path)

    def _at(self, path: Path) -> Node | None:
        node = self._root
        for step in path:
            if node is None:
                return None
            node = node.items[step] if isinstance(step, int) and node.kind == Kind.LIST else node.get(str(step))
        return node

    def cut(self, rest: str, whole: str, path: Path) -> None:
        """Add the finding that a comma cut a text in two and made a key of its rest; none for a further part of it."""
        if whole:
            message = f"a comma cut the text before {said(rest)!r} in two"
            self.report("BC020", path, message, f'quote the whole text: "{whole}"', on_key=True)

    def expected(self, what: str, node: Node, path: Path, hint: str = "") -> Wrong:
        """Add the finding that something else was expected here (BC013), or the trap that explains it (BC020)."""
        if node.is_broken:
            return WRONG
        if node.kind == Kind.SCALAR and node.plain and (trap := wide_mark(node.text)):
            return self.report(
                "BC020",
                path,
                f"{shown(node)} is one text: the full-width {trap} separates nothing in YAML",
                "write ASCII , : [ ] { } between values, or quote the text",
            )
        if node.is_null and not hint:
            hint = "write it, or leave the key out"
        return self.report("BC013", path, f"expected {what}, found {shown(node)}", hint)


def cut_by_comma(items: Sequence[tuple[Node, Node]]) -> dict[str, str]:
    """The bare keys of a flow mapping that are the rest of a text which a comma cut, each with the whole text.

    Where a text was cut more than once, the whole stands at the first of its keys and "" at the others.
    """
    found: dict[str, str] = {}
    parts: list[str] = []
    first = ""
    for key, value in (*items, _END):
        if parts and value.is_left_out and value.start == key.end and key.plain:
            first = first or key.text
            found[key.text] = ""
            parts.append(key.text[:100])
            continue
        if first:
            found[first] = said(", ".join(parts[:_MOST_JOINED]))
            first = ""
        text = value.text[:100] if value.kind == Kind.SCALAR and value.plain and not value.is_null else ""
        parts = [text] if any(char.isalpha() for char in text) else []
    return found


def wide_mark(text: str) -> str | None:
    """The first full-width mark in a text that YAML would only know in ASCII."""
    return None if text.isascii() else next((char for char in text if char in _WIDE), None)


def shown(node: Node) -> str:
    """A node as a message names it."""
    if node.kind != Kind.SCALAR:
        return _KINDS[node.kind]
    if node.is_null:
        return "nothing"
    return f"`{said(node.text)}`" if node.plain else f'the text "{said(node.text)}"'


def said(text: str) -> str:
    """A text of any length as a message quotes it."""
    return clip(visible(text[:100]), 60)
