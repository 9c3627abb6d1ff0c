"""The reader: what reading a canvas has found so far, and the words of its messages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import islice
from typing import Final

from bluecanvas.finding import Finding, Fix, Path
from bluecanvas.parsing.mending import another_name, number_joined, split_at_wide_marks, text_joined
from bluecanvas.source import LIMITS, LIST, MAP, SCALAR, Enough, Node
from bluecanvas.words import clip, quoted, suggestion, visible


class Wrong:
    """What a shape returns for a node it could not read; the finding has been made."""

    def __bool__(self) -> bool:
        return False


WRONG: Final = Wrong()

_WIDE = "，：［］｛｝、"
_MOST_COMPARED = 5_000
_LONGEST_SUGGESTED = 60
_MOST_JOINED = 10
_KINDS = {SCALAR: "a single value", LIST: "a list", MAP: "a mapping"}


class Reader:
    """Collects the findings of one canvas; `language` is that of its plain strings."""

    def __init__(self, language: str = "en", root: Node | None = None) -> None:
        self.language = language
        self._root = root
        self.findings: list[Finding] = []
        self.languages: dict[str, None] = {}
        """Every language tag met, in order."""
        self.audiences: dict[Path, str] = {}
        """Who may see an entry, by its path, where it says so."""
        self._compared = 0

    def report(
        self, code: str, path: Path, message: str, hint: str = "", on_key: bool = False, fix: Fix | None = None
    ) -> Wrong:
        """Add a finding; Enough is raised once there are more than anybody reads."""
        self.findings.append(Finding(code, path, message, hint, on_key, fix=fix))
        if len(self.findings) >= LIMITS.findings:
            raise Enough
        return WRONG

    def suggest(self, word: str, known: Collection[str], most: int = 12) -> str:
        """A hint for an unknown name; after many, without looking for the nearest, which takes its time."""
        self._compared += len(known)
        if self._compared > _MOST_COMPARED:
            known, word = list(islice(known, most + 1)), ""
        return suggestion(word, [name for name in known if len(name) <= _LONGEST_SUGGESTED], most)

    def another_name(
        self, word: str, known: Collection[str], path: Path, on_key: bool = False, alike_only: bool = False
    ) -> Fix | None:
        """The nearest known name in the place of an unknown one; after many, none is looked for."""
        return another_name(word, known, path, on_key, alike_only) if self._compared <= _MOST_COMPARED else None

    def key_meant(self, word: str, known: Collection[str]) -> str | None:
        """The key that a word of another language stands for; after many, none is looked for."""
        if word.isascii() or len(word) > _LONGEST_SUGGESTED or self._compared > _MOST_COMPARED:
            return None
        from bluecanvas.words.keys import key_meant  # only where something is wrong already

        self._compared += len(known)
        return key_meant(word, known)

    def inner(self, path: Path, key: str) -> Path:
        """The path of a key below, where the value is a mapping that has it; the path itself where it stands short."""
        node = self._at(path)
        return (*path, key) if node is not None and key in node.keys else path

    def item(self, path: Path, text: str) -> Path:
        """The path of a text in a list; the path itself where the text stands alone."""
        node = self._at(path)
        items = node.items if node is not None and node.kind is LIST else ()
        return next(((*path, at) for at, item in enumerate(items) if item.text == text), path)

    def _at(self, path: Path) -> Node | None:
        node = self._root
        for step in path:
            if node is None:
                return None
            node = node.items[step] if isinstance(step, int) and node.kind is LIST else node.get(str(step))
        return node

    def cut(self, rest: str, cut: Cut | None, path: Path, before: Path, sure: bool = True) -> None:
        """Add the finding that a comma cut something in two; none for a further part of it.

        `sure` says whether what stands behind the comma can be nothing else.
        """
        if cut is not None and cut.number:
            fix = number_joined(cut.whole, before, path)
            self.report("BC020", before, "a comma cut the number in two", f"write {cut.whole}", fix=fix)
        elif cut is not None:
            message = f"a comma cut the text before {quoted(said(rest))} in two"
            rest_of_it = [(*path[:-1], part.text) for part in cut.parts[1:]]
            fix = text_joined(cut.parts, before, rest_of_it, sure)
            self.report("BC020", path, message, f'quote the whole text: "{cut.whole}"', on_key=True, fix=fix)

    def trapped(
        self, text: str, path: Path, on_key: bool = False, names: Callable[[str], object] = lambda _: False
    ) -> bool:
        """Whether a text that names nothing holds a full-width mark, which is then reported as the cause (BC020).

        `names` says whether a part of it would name something.
        """
        mark = wide_mark(text)
        if mark is None:
            return False
        ascii_marks = dict(zip("，：［］｛｝、", (", ", ": ", "[", "]", "{", "}", ", "), strict=True))
        mended = clip("".join(ascii_marks.get(char, char) for char in visible(text[:200])), 80)
        message = f"the full-width {mark} separates nothing in YAML: {clip(visible(text[:200]), 60)} is one text"
        node = self._at(path)
        alone = node is not None and node.kind is SCALAR and node.text == text and isinstance(path[-1], str)
        fix = split_at_wide_marks(text, path, alone, lambda part: bool(names(part)))
        self.report("BC020", path, message, f"write {mended}", on_key, fix)
        return True

    def expected(self, what: str, node: Node, path: Path, hint: str = "", fix: Fix | None = None) -> Wrong:
        """Add the finding that something else was expected here (BC013), or the trap that explains it (BC020)."""
        if node.is_broken:
            return WRONG
        if node.kind is SCALAR and node.plain and (trap := wide_mark(node.text)):
            return self.report(
                "BC020",
                path,
                f"{shown(node)} is one text: the full-width {trap} separates nothing in YAML",
                "write ASCII , : [ ] { } between values, or quote the text",
            )
        key = path[-1] if path else None
        if isinstance(key, str) and ("：{" in key or "：[" in key):
            return self.report(
                "BC020", path, f"{quoted(said(key))} is one key: the full-width ： separates nothing in YAML",
                "write `: ` in ASCII before the bracket, or quote the key", on_key=True,
            )  # fmt: skip
        if node.is_null and not hint:
            hint = "write it, or leave the key out"
        return self.report("BC013", path, f"expected {what}, found {shown(node)}", hint, fix=fix)


class Cut:
    """What a comma cut: the whole as it should stand, whether it is a number, and the parts of a text."""

    __slots__ = ("number", "parts", "whole")

    def __init__(self, whole: str, number: bool = False, parts: Sequence[Node] = ()) -> None:
        self.whole = whole
        self.number = number
        self.parts = parts


def cut_by_comma(items: Sequence[tuple[Node, Node]], texts: bool = True) -> dict[str, Cut | None]:
    """The bare keys of a flow mapping that are the rest of a text or number which a comma cut.

    Where a text was cut more than once, the whole stands at the first of its keys and None at the others.
    """
    found: dict[str, Cut | None] = {}
    parts: list[Node] = []
    for key, value in items:
        bare = value.is_left_out and value.start == key.end and key.plain
        if bare and parts and is_number_cut(parts[-1], key):
            found[key.text] = Cut(f"{parts[-1].text}.{key.text}", number=True)
            parts = []
        elif bare and parts and texts and any(char.isalpha() for char in parts[0].text[:100]):
            parts.append(key)
            found[key.text] = None
            whole = said(", ".join(part.text[:100] for part in parts[:_MOST_JOINED]))
            found[parts[1].text] = Cut(whole, parts=parts)
        else:
            parts = [value] if value.kind is SCALAR and value.plain and not value.is_null else []
    return found


def is_number_cut(before: Node, rest: Node) -> bool:
    """Whether `2,5` was typed, without a space."""
    return rest.text.isdigit() and before.text.lstrip("-").isdigit() and rest.start == before.end + 1


def wide_mark(text: str) -> str | None:
    """The first full-width mark in a text that YAML would only know in ASCII."""
    return None if text.isascii() else next((char for char in text if char in _WIDE), None)


def shown(node: Node) -> str:
    """A node as a message names it."""
    if node.kind is not SCALAR:
        return _KINDS[node.kind]
    if node.is_null:
        return "nothing"
    return f"`{said(node.text)}`" if node.plain else f'the text "{said(node.text)}"'


def said(text: str) -> str:
    """A text of any length as a message quotes it."""
    return clip(visible(text[:100]), 60)
