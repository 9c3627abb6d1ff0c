"""Values as YAML text: plain where that reads back as the same value, quoted as the neighbours are where it does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite
from typing import Any

from bluecanvas.finding import Typed

_TYPED = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|"
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|"
)
_SPECIAL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NOT_PLAIN = re.compile(r"""\A[-?:,\[\]{}#&*!|>'"%@`]|\A\.\.\.|:(?:\s|\Z)|\s#""")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}]")
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\", '"': '\\"'}


def is_typed(text: str) -> bool:
    """Whether a text without quotes is a number, a truth value or null."""
    return _TYPED.fullmatch(text) is not None


def number(value: Any) -> str:
    """A finite number as typed: 9, 7.5; ValueError for anything else."""
    if not isinstance(value, int | float) or not isfinite(value):
        raise ValueError(f"{value!r} cannot be written to a canvas")
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def inline(value: Any, in_flow: bool = False, quote: str = '"') -> str:
    """A value on one line; lists and mappings in brackets."""
    if isinstance(value, Typed):
        return str(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value, quote) if is_typed(value) or not _is_plain(value, in_flow) else value
    if isinstance(value, Mapping):
        said = (f"{key_text(str(key), True, quote)}: {inline(item, True, quote)}" for key, item in value.items())
        return f"{{{', '.join(said)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(inline(item, True, quote) for item in value)}]"
    return number(value)


def key_text(name: str, in_flow: bool = False, quote: str = '"') -> str:
    """A key: a number needs no quotes, for a key is always a text."""
    return name if name and _is_plain(name, in_flow) else quoted(name, quote)


def quoted(text: str, quote: str = '"') -> str:
    """A text in quotes; in double ones where it holds what only an escape can say."""
    if quote == "'" and not _SPECIAL.search(text):
        return "'" + text.replace("'", "''") + "'"
    said = "".join(_ESCAPES.get(char) or (_escape(char) if _SPECIAL.match(char) else char) for char in text)
    return f'"{said}"'


def block(value: Any, indent: str, newline: str, quote: str = '"') -> str:
    """A list or mapping on lines of its own below its key, the line ending before them included."""
    if isinstance(value, Mapping):
        entries = ((f"{key_text(str(key), False, quote)}:", item) for key, item in value.items())
    else:
        entries = (("-", item) for item in value)
    return "".join(f"{newline}{indent}{entry(head, item, indent, newline, quote)}" for head, item in entries)


def entry(head: str, value: Any, indent: str, newline: str, quote: str = '"', deep: bool | None = None) -> str:
    """A key or a dash with its value: in brackets, or `deep` on lines below; as it reads best where that is None."""
    on_one = f"{head} {inline(value, False, quote)}"
    if not is_collection(value) or not value or deep is False:
        return on_one
    if deep is None and fits(indent + on_one) and not _nested(value):
        return on_one
    return head + block(value, indent + "  ", newline, quote)


def again(value: Any, mark: str) -> str | None:
    """A text in the quotes that another stood in, None where it stood in none or the value is no text."""
    return (
        quoted(value, mark) if mark in ("'", '"') and isinstance(value, str) and not isinstance(value, Typed) else None
    )


def is_collection(value: Any) -> bool:
    """Whether a value is a list or a mapping."""
    return isinstance(value, Mapping | list | tuple)


def fits(line: str) -> bool:
    """Whether a line is short enough to be read at a glance."""
    return len(line) <= 110


def _nested(value: Any) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value
    return any(is_collection(item) for item in inner)


def _is_plain(text: str, in_flow: bool) -> bool:
    if text != text.strip() or _SPECIAL.search(text) or _NOT_PLAIN.search(text):
        return False
    return not (in_flow and _NOT_PLAIN_IN_FLOW.search(text))


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
