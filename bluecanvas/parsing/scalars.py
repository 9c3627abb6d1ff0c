"""Single values: texts, names, numbers and choices, read as YAML 1.2's core schema means them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from math import isfinite
from typing import Any

from bluecanvas.finding import Fix, Path
from bluecanvas.parsing.mending import typed_number
from bluecanvas.parsing.reader import WRONG, Reader, shown
from bluecanvas.source import MAP, NULLS, SCALAR, Node
from bluecanvas.words import Text, canonical, clip, is_tag, listed, match, nearest, quoted, visible

_OF_NUMBERS = "0123456789+-.eE"
_OTHER_BASE = r"0o([0-7]+)\Z|0x([0-9a-fA-F]+)\Z"
_NOT_FINITE = r"[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z"
_TAG = "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"
_EXACT = 16
_MOST = 1e15
_LONGEST_NUMBER = 60
_FINITE = "only finite numbers can be compared and drawn"
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_SAID_TRUTH = dict.fromkeys(("yes", "y", "on", "true"), "true") | dict.fromkeys(("no", "n", "off", "false"), "false")


@lru_cache(maxsize=4096)
def number_of(text: str) -> float | int | None:
    """The number a plain scalar means, None where it means none; not finite ones and leading zeros included in None."""
    value = _in_form(text)
    if value is None:
        return _in_other_base(text)
    digits = text.lstrip("+-")
    if digits.isdigit():
        if digits[0] == "0" and len(digits) > 1:
            return None
        if len(text) < _EXACT:
            return int(text)
    return value if isfinite(value) else None


def _in_form(text: str) -> float | None:
    """What a text in the form of a decimal number comes to, None for other texts; infinity where it is too large."""
    if text.strip(_OF_NUMBERS):  # Python would also take 1_0, infinity and digits of other scripts
        return None
    try:
        return float(text)
    except ValueError:
        return None


def _in_other_base(text: str) -> int | None:
    if text[:2] not in ("0o", "0x") or len(text) >= _EXACT:
        return None
    other = re.match(_OTHER_BASE, text)
    if other is None:
        return None
    return int(other.group(1), 8) if other.group(1) else int(other.group(2), 16)


def plain_value(node: Node) -> Any:
    """A scalar by the core schema: None, a truth value, a number, else its text."""
    return meaning(node.text) if node.plain else node.text


def meaning(text: str) -> Any:
    """What a text without quotes means by the core schema."""
    if text in NULLS:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    number = number_of(text)
    return text if number is None else number


class Name:
    """A text that names something and is never translated: what was typed is what is meant."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The text as typed, be it `No`, `012` or `2026-10`."""
        return read_text(node, path, reader, "a text")

    def at_once(self, text: str) -> Any:
        """The text as typed."""
        return None if text in NULLS or text.isspace() else text

    def schema(self) -> dict[str, Any]:
        """A text; numbers and truth values typed without quotes are texts too."""
        return {"type": ["string", "number", "boolean"]}


def read_text(node: Node, path: Path, reader: Reader, what: str) -> Any:
    """The text of a node as typed; WRONG where there is none, or nothing but blanks."""
    if node.kind is not SCALAR or node.is_null:
        return reader.expected(what, node, path)
    text = node.text
    if not text or text.isspace():
        return reader.report("BC013", path, "the text is empty", "write it, or leave the key out")
    return text


class Words:
    """A text a person reads: a string, or a mapping from language tags to strings."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The text with its translations."""
        if node.kind is SCALAR:
            text = read_text(node, path, reader, "a text")
            return WRONG if text is WRONG else Text(text)
        if node.kind is not MAP or not node.items:
            what = "a text, or a text for each language"
            return reader.expected(what, node, path, "quote a text that begins with [ or {")
        said: dict[str, str] = {}
        for tag_node, text_node in node.items:
            at = (*path, tag_node.text)
            if not is_tag(tag_node.text):
                reader.report(
                    "BC012",
                    at,
                    f"{quoted(clip(visible(tag_node.text[:100]), 60))} is no language tag",
                    "write tags such as en, zh-Hant, ja",
                    on_key=True,
                )
                continue
            text = read_text(text_node, at, reader, "a text")
            tag = canonical(tag_node.text)
            if tag in said:
                message = f"the text is given in {tag} a second time"
                reader.report(
                    "BC019",
                    at,
                    message,
                    "keep one of the two; zh-TW and zh-Hant are one, as are zh and zh-Hans",
                    on_key=True,
                )
            if text is WRONG or tag in said:
                continue
            said[tag] = text
            reader.languages.setdefault(tag)
        if not said:
            return WRONG
        own = match(reader.language, said) or next(iter(said))
        return Text.translated(said[own], said)

    def at_once(self, text: str) -> Any:
        """The text, in one language."""
        return None if text in NULLS or text.isspace() else Text(text)

    def schema(self) -> dict[str, Any]:
        """A text, or one for each language."""
        tagged = {"type": "object", "propertyNames": {"pattern": _TAG}, "additionalProperties": NAME.schema()}
        return {"anyOf": [NAME.schema(), tagged]}


class Number:
    """A finite number, within bounds where there are any."""

    def __init__(
        self,
        least: float | None = None,
        most: float | None = None,
        whole: bool = False,
        what: str = "a number",
        hint: str = "write a number, as 7 or 7.5",
    ) -> None:
        self.least = least
        self.most = most
        self.whole = whole
        self._lowest = -_MOST if least is None else least
        self._highest = _MOST if most is None else most
        self.what = "a whole number" if whole else what
        self.hint = "write a number, as 12" if whole else hint

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The number; texts and truth values are none, whatever YAML 1.1 made of them."""
        value = number_of(node.text) if node.kind is SCALAR and node.plain else None
        if value is None:
            return reader.expected(self.what, node, path, _number_hint(node) or self.hint, _number_fix(node, path))
        if abs(value) > _MOST:
            return reader.report("BC013", path, f"{shown(node)} is too large to count with", "take a larger unit")
        if self.whole and value != int(value):
            return reader.expected(self.what, node, path, self.hint)
        if (self.least is not None and value < self.least) or (self.most is not None and value > self.most):
            hint = f"write it as a fraction: {value / 100:g}" if self.most == 1 and 1 < value <= 100 else ""
            return reader.report("BC013", path, f"{node.text} is {self._bounds()}", hint)
        return int(value) if self.whole else value

    def at_once(self, text: str) -> Any:
        """The number."""
        value = number_of(text)
        if value is None or not self._lowest <= value <= self._highest or (self.whole and value != int(value)):
            return None
        return int(value) if self.whole else value

    def _bounds(self) -> str:
        if self.least is None:
            return f"above {self.most:g}"
        return f"below {self.least:g}" if self.most is None else f"not between {self.least:g} and {self.most:g}"

    def schema(self) -> dict[str, Any]:
        """A number within its bounds."""
        schema: dict[str, Any] = {"type": "integer" if self.whole else "number"}
        if self.least is not None:
            schema["minimum"] = self.least
        if self.most is not None:
            schema["maximum"] = self.most
        return schema


def _number_hint(node: Node) -> str:
    """How to write what was probably meant."""
    text = node.text
    if node.kind is not SCALAR or node.is_null or len(text) > _LONGEST_NUMBER:
        return ""
    if not node.plain:
        return "write it without quotes" if number_of(text.strip()) is not None else ""
    if _in_form(text) is not None:  # and yet no number: idle zeros, or too large
        digits = text.lstrip("+-")
        return f"write {text[: -len(digits)]}{digits.lstrip('0') or 0}" if digits.isdigit() else _FINITE
    if re.match(_NOT_FINITE, text):
        return _FINITE
    if text.endswith("%") and (percent := number_of(text[:-1].rstrip())) is not None:
        return f"write {percent}, or {percent / 100:g} for a share"
    if "," in text:
        meant = dict.fromkeys((text.replace(",", ""), text.replace(".", "").replace(",", ".")))
        return listed([f"write {number}" for number in meant if number_of(number) is not None])
    folded = unicodedata.normalize("NFKC", text).replace(" ", "").replace("_", "")
    return f"write {folded}" if folded != text and number_of(folded) is not None else ""


def _number_fix(node: Node, path: Path) -> Fix | None:
    """The number that was surely meant: in quotes, or in full-width digits."""
    if node.kind is not SCALAR or len(node.text) > _LONGEST_NUMBER:
        return None
    meant = unicodedata.normalize("NFKC", node.text).strip()
    return None if (meant == node.text and node.plain) or number_of(meant) is None else typed_number(meant, path)


class Truth:
    """true or false."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The truth value; `yes` and `on` are texts."""
        if node.kind is SCALAR and node.plain and node.text in _TRUTH:
            return _TRUTH[node.text]
        meant = _SAID_TRUTH.get(node.text.lower()) if node.kind is SCALAR else None
        fix = typed_number(meant, path) if meant else None
        return reader.expected("true or false", node, path, f"write {meant}" if meant else "", fix)

    def at_once(self, text: str) -> Any:
        """The truth value."""
        return _TRUTH.get(text)

    def schema(self) -> dict[str, Any]:
        """A truth value."""
        return {"type": "boolean"}


class Choice:
    """One of a closed set of words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self._known = {word: word for word in words}

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The word; another one suggests the nearest."""
        if node.kind is SCALAR and not node.is_null:
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
                    fix=reader.another_name(node.text, self.words, path),
                )
        return reader.expected(f"one of {listed(self.words)}", node, path)

    def at_once(self, text: str) -> Any:
        """The word."""
        return self._known.get(text)

    def schema(self) -> dict[str, Any]:
        """The words."""
        return {"enum": list(self.words)}


NAME = Name()
TEXT = Words()
NUMBER = Number()
WHOLE = Number(least=0, whole=True)
SHARE = Number(least=0, most=1)
BOOLEAN = Truth()
