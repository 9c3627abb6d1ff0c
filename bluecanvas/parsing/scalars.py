"""Single values: texts, names, numbers, dates and choices, read as YAML 1.2's core schema means them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any

from bluecanvas.finding import Path
from bluecanvas.parsing.reader import WRONG, Reader, shown
from bluecanvas.source import Kind, Node
from bluecanvas.words import Text, canonical, is_tag, listed, match, nearest

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_OTHER_BASE = re.compile(r"0o([0-7]+)\Z|0x([0-9a-fA-F]+)\Z")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@lru_cache(maxsize=4096)
def number_of(text: str) -> float | int | None:
    """The number a plain scalar means, None where it means none; not finite ones and leading zeros included in None."""
    if _INTEGER.match(text):
        return int(text) if len(text) < 16 else _finite(text)
    if _NUMBER.match(text):
        digits = text.lstrip("+-")
        return None if len(digits) > 1 and digits[0] == "0" and digits.isdigit() else _finite(text)
    other = _OTHER_BASE.match(text)
    if other and len(text) < 16:
        return int(other.group(1), 8) if other.group(1) else int(other.group(2), 16)
    return None


def _finite(text: str) -> float | None:
    value = float(text)
    return value if isfinite(value) else None


def plain_value(node: Node) -> Any:
    """A scalar by the core schema: None, a truth value, a number, else its text."""
    if not node.plain:
        return node.text
    if node.is_null:
        return None
    if node.text in _TRUTH:
        return _TRUTH[node.text]
    number = number_of(node.text)
    return node.text if number is None else number


class Name:
    """A text that names something and is never translated: what was typed is what is meant."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The text as typed, be it `No`, `012` or `2026-10`."""
        if node.kind != Kind.SCALAR or node.is_null:
            return reader.expected("a text", node, path)
        return node.text

    def schema(self) -> dict[str, Any]:
        """A text; numbers and truth values typed without quotes are texts too."""
        return {"type": ["string", "number", "boolean"]}


class Words:
    """A text a person reads: a string, or a mapping from language tags to strings."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The text with its translations."""
        if node.kind == Kind.SCALAR:
            return reader.expected("a text", node, path) if node.is_null else Text(node.text)
        if node.kind != Kind.MAP or not node.items:
            return reader.expected("a text, or a text for each language", node, path)
        said: dict[str, str] = {}
        for tag_node, text_node in node.items:
            at = (*path, tag_node.text)
            if not is_tag(tag_node.text):
                reader.report(
                    "BC012",
                    at,
                    f"{tag_node.text} is no language tag",
                    "write tags such as en, zh-Hant, ja",
                    on_key=True,
                )
                continue
            if text_node.kind != Kind.SCALAR or text_node.is_null:
                reader.expected("a text", text_node, at)
                continue
            tag = canonical(tag_node.text)
            said[tag] = text_node.text
            reader.languages.setdefault(tag)
        if not said:
            return WRONG
        own = match(reader.language, said) or next(iter(said))
        return Text(said[own], said)

    def schema(self) -> dict[str, Any]:
        """A text, or one for each language."""
        return {"anyOf": [NAME.schema(), {"type": "object", "additionalProperties": NAME.schema()}]}


class Number:
    """A finite number, within bounds where there are any."""

    def __init__(self, least: float | None = None, most: float | None = None, whole: bool = False) -> None:
        self.least = least
        self.most = most
        self.whole = whole

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The number; texts and truth values are none, whatever YAML 1.1 made of them."""
        value = number_of(node.text) if node.kind == Kind.SCALAR and node.plain else None
        if value is None:
            return reader.expected("a whole number" if self.whole else "a number", node, path, _number_hint(node))
        if self.whole and value != int(value):
            return reader.expected("a whole number", node, path)
        if (self.least is not None and value < self.least) or (self.most is not None and value > self.most):
            return reader.report("BC013", path, f"{shown(node)} is not {self._bounds()}")
        return value

    def _bounds(self) -> str:
        if self.least is None:
            return f"at most {self.most:g}"
        return f"at least {self.least:g}" if self.most is None else f"between {self.least:g} and {self.most:g}"

    def schema(self) -> dict[str, Any]:
        """A number within its bounds."""
        schema: dict[str, Any] = {"type": "integer" if self.whole else "number"}
        if self.least is not None:
            schema["minimum"] = self.least
        if self.most is not None:
            schema["maximum"] = self.most
        return schema


def _number_hint(node: Node) -> str:
    if node.kind != Kind.SCALAR or node.is_null:
        return ""
    text = node.text
    if not node.plain:
        return "write it without quotes" if number_of(text.strip()) is not None else ""
    if _NOT_FINITE.match(text):
        return "only finite numbers are levels"
    folded = unicodedata.normalize("NFKC", text).replace(" ", "")
    if folded != text and number_of(folded) is not None:
        return f"write it in ASCII digits: {folded}"
    for mark in ("_", ","):
        if mark in text and number_of(text.replace(mark, "")) is not None:
            return (
                f"write {text.replace(mark, '')}, or {text.replace(',', '.')}"
                if mark == ","
                else (f"write {text.replace(mark, '')}")
            )
    if text.isdigit():
        return f"write {text.lstrip('0')}"
    return ""


class Truth:
    """true or false."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The truth value; `yes` and `on` are texts."""
        if node.kind == Kind.SCALAR and node.plain and node.text in _TRUTH:
            return _TRUTH[node.text]
        return reader.expected("true or false", node, path)

    def schema(self) -> dict[str, Any]:
        """A truth value."""
        return {"type": "boolean"}


class Choice:
    """One of a closed set of words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The word; another one suggests the nearest."""
        if node.kind == Kind.SCALAR and not node.is_null:
            word = node.text.replace("_", "-").lower()
            if word in self.words:
                return word
            near = nearest(node.text, self.words)
            if node.text.strip():
                return reader.report(
                    "BC013",
                    path,
                    f"{shown(node)} is not one of {listed(self.words)}",
                    f"did you mean `{near}`?" if near else "",
                )
        return reader.expected(f"one of {listed(self.words)}", node, path)

    def schema(self) -> dict[str, Any]:
        """The words."""
        return {"enum": list(self.words)}


class Date:
    """A year, a month or a day: 2026, 2026-10, 2026-10-03; kept as typed."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The date as typed, once it is one."""
        found = _DATE.match(node.text) if node.kind == Kind.SCALAR else None
        if found is None:
            return reader.expected("a date", node, path, "write it as 2026, 2026-10 or 2026-10-03")
        try:
            date(int(found.group(1)), int(found.group(2) or 1), int(found.group(3) or 1))
        except ValueError:
            return reader.report("BC013", path, f"{node.text} is no day of the calendar")
        return node.text

    def schema(self) -> dict[str, Any]:
        """A text of that form, or a bare year."""
        pattern = {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}$"}
        return {"anyOf": [pattern, {"type": "integer", "minimum": 1000, "maximum": 9999}]}


NAME = Name()
TEXT = Words()
NUMBER = Number()
WHOLE = Number(least=0, whole=True)
SHARE = Number(least=0, most=1)
BOOLEAN = Truth()
DATE = Date()
