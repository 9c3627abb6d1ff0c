"""Text and data for a page: escaped, with nothing invisible left in what is read, and nothing that ends a script."""

from __future__ import annotations

import json
import re
from typing import Any

from bluecanvas.words import visible

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_UNSAFE = re.compile(
    "[<>&\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\uffff]"
)


def escaped(text: str) -> str:
    """Text as an element or a quoted attribute holds it: white space closed up, hidden characters written out."""
    return quoted(shown(text))


def shown(text: str) -> str:
    """Text as a page shows it."""
    return _visible(text.strip(" \t\r\n\f\v"))


def inline(text: str) -> str:
    """A part of a text, so escaped, the spaces at its ends kept."""
    return quoted(_visible(text))


def _visible(text: str) -> str:
    return visible(_SPACE.sub(" ", text))


def quoted(text: str) -> str:
    """Visible text with what HTML would read as markup written out."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(tag: str, text: str, style: str = "") -> str:
    """A text in an element; nothing at all where it is empty."""
    of_class = f' class="{style}"' if style else ""
    return f"<{tag}{of_class}>{escaped(text)}</{tag}>" if text.strip() else ""


def embedded(value: Any) -> str:
    """Plain data as JSON that no parser of HTML mistakes for markup, every text as it was typed."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def number(value: float, places: int = 2) -> str:
    """A number as an attribute has it."""
    if not places:
        return str(round(value))
    text = f"{round(value, places) + 0.0:.{places}f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
