"""Escaping: text from a canvas, or a file's name, as the machine formats and their readers take it."""

from __future__ import annotations

import re
from typing import Any

from bluecanvas.words import visible

_COMMAND = re.compile(r"(?i)##(?=(?:vso)?\[)")
"""What build servers obey wherever it stands in a line."""


def told(text: str) -> str:
    """The text as a part of a line: nothing invisible in it, no line's end, no command to a build server."""
    shown = visible(text)
    return _COMMAND.sub("# #", shown) if "##" in shown else shown


def whole(text: str) -> str:
    r"""The text without halves of characters, which no encoding can hold: they are written out as \udce9."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def as_json(value: Any, indent: int | None = None) -> str:
    """The value as JSON and a line's end, in ASCII.

    So it reads the same whatever the stream's encoding is, and nothing in it steers a terminal or a build server.
    """
    import json

    text = json.dumps(value, allow_nan=False, indent=indent).replace("\x7f", "\\u007f")
    return (_COMMAND.sub(r"#\\u0023", text) if "##" in text else text) + "\n"


def as_xml(text: str) -> str:
    """The text as XML content or attribute, in ASCII; what XML cannot hold is written out."""
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text.encode("ascii", "xmlcharrefreplace").decode()
