"""The reader: what reading a canvas has found so far, and the words of its messages."""

from __future__ import annotations

from typing import Final

from bluecanvas.finding import Finding, Path
from bluecanvas.source import Kind, Node
from bluecanvas.words import clip, visible


class Wrong:
    """What a shape returns for a node it could not read; the finding has been made."""

    def __bool__(self) -> bool:
        return False


WRONG: Final = Wrong()

_WIDE = "，：［］｛｝、"
_KINDS = {Kind.SCALAR: "a single value", Kind.LIST: "a list", Kind.MAP: "a mapping"}


class Reader:
    """Collects the findings of one canvas; `language` is that of its plain strings."""

    def __init__(self, language: str = "en", root: Node | None = None) -> None:
        self.language = language
        self._root = root
        self.findings: list[Finding] = []
        self.languages: dict[str, None] = {}
        """Every language tag met, in order."""

    def report(self, code: str, path: Path, message: str, hint: str = "", on_key: bool = False) -> Wrong:
        """Add a finding."""
        self.findings.append(Finding(code, path, message, hint, on_key))
        return WRONG

    def inner(self, path: Path, key: str) -> Path:
        """The path of a key below, where the value is a mapping that has it; the path itself where it stands short."""
        node = self._root
        for step in path:
            if node is None:
                return path
            if node.kind == Kind.LIST and isinstance(step, int):
                node = node.items[step]
            else:
                node = node.get(str(step))
        return (*path, key) if node is not None and node.kind == Kind.MAP and key in node.keys else path

    def expected(self, what: str, node: Node, path: Path, hint: str = "") -> Wrong:
        """Add the finding that something else was expected here (BC013), or the trap that explains it (BC020)."""
        if node.kind == Kind.SCALAR and node.plain and (trap := wide_mark(node.text)):
            return self.report(
                "BC020",
                path,
                f"{shown(node)} is one text: the full-width {trap} separates nothing in YAML",
                "write ASCII , : [ ] { } between values, or quote the text",
            )
        return self.report("BC013", path, f"expected {what}, found {shown(node)}", hint)


def wide_mark(text: str) -> str | None:
    """The first full-width mark in a text that YAML would only know in ASCII."""
    return None if text.isascii() else next((char for char in text if char in _WIDE), None)


def shown(node: Node) -> str:
    """A node as a message names it."""
    if node.kind != Kind.SCALAR:
        return _KINDS[node.kind]
    if node.is_null:
        return "nothing"
    text = clip(visible(node.text), 60)
    return text if node.plain else f'the text "{text}"'
