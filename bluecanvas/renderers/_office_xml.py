"""Texts, lengths and languages as the XML of office files has them."""

from __future__ import annotations

from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.words import canonical

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_EMU = 12_700
"""English metric units a point, the lengths of office files."""


class Face(NamedTuple):
    """The typefaces of a language as every office has them, and its tag as office files write it."""

    latin: str
    east: str
    """For East Asian letters; empty leaves the choice to the reader's machine."""
    tag: str


_LATIN = "Arial"
_EAST = {
    "zh-Hant": ("Microsoft JhengHei", "zh-TW"),
    "zh-Hans": ("Microsoft YaHei", "zh-CN"),
    "ja": ("Yu Gothic", "ja-JP"),
    "ko": ("Malgun Gothic", "ko-KR"),
}


def face(language: str) -> Face:
    """The typefaces and the tag of a language."""
    spoken = canonical(language) if language else "en"
    key = spoken if spoken.startswith("zh") else spoken.split("-")[0]
    east, tag = _EAST.get(key, ("", "en-US" if spoken == "en" else spoken))
    return Face(_LATIN, east, tag)


def emu(points: float) -> int:
    """A length in points as office files give it."""
    return round(points * _EMU)


def esc(text: str) -> str:
    """A text as XML holds it, between tags or in quotes: one line, nothing invisible, nothing XML forbids."""
    shown = readable(text)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def solid(colour: str) -> str:
    """A colour such as #0b57d0 as a drawing is filled with it."""
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>'


def number(value: float) -> str:
    """A number as XML holds it, exact."""
    return str(int(value)) if value == int(value) else repr(float(value))
