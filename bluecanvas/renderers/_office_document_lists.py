"""Lists of a document: bullets and numbers as real lists, each numbered one begun anew, in a client's manner where it has one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_document_styles import SPACE, TEXT
from bluecanvas.renderers._office_xml import esc

_W = f"{{{TEXT}}}"
STEP = 360
"""How far a list is indented within the other, in twentieths of a point."""
_DEEPEST, _BULLETS = 9, "•–▪"
_LETTERS = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/></w:rPr>'
"""Of bullets, which East Asian typefaces draw wide."""
MOST = 32_767
"""The highest number a word processor counts to."""
_FIRST_LIST = re.compile(r"<(?:\w+:)?num[\s>]")
_LIST_END = re.compile(r"</(?:\w+:)?num>")


class Mark(NamedTuple):
    """What makes a paragraph an item of a list: its style's id and its place, as XML."""

    style: str
    place: str
    own: bool
    """Whether its indents are the client's."""


class Lists:
    """The lists of one document: a client's, ours, and those that are begun while it is written."""

    def __init__(self, xml: str = "") -> None:
        self._xml = xml or f"<w:numbering {SPACE}></w:numbering>"
        root = ET.fromstring(self._xml)  # noqa: S314 - read with care before
        kinds = [_number(item, "abstractNumId") for item in root.iter(f"{_W}abstractNum")]
        nums = {_number(item, "numId"): item.find(f"{_W}abstractNumId") for item in root.iter(f"{_W}num")}
        self._kinds = {id: _number(item, "val") for id, item in nums.items() if item is not None}
        self._kind, self._next = max(kinds, default=-1) + 1, max(nums, default=0) + 1
        self.ours = (self._next, self._next + 1)
        """The numbers of our bulleted and of our numbered list."""
        self._added = "".join(_num(number, self._kind + k) for k, number in enumerate(self.ours))
        self._next += 2

    def begun(
        self, ordered: bool, depth: int, start: int, styles: Mapping[str, str], own: Mapping[str, tuple[int, int]]
    ) -> Mark:
        """A new list so deep within others; `styles` and `own` are the styles' ids and the client's lists by name."""
        name = "list number" if ordered else "list bullet"
        theirs = f"{name} {depth + 1}" if depth else name
        if theirs in own and theirs in styles and own[theirs][0] in self._kinds:
            number, level = own[theirs]
            place = self._restarted(self._kinds[number], level, start) if ordered else ""
            return Mark(styles[theirs], place, own=True)
        level = min(depth, _DEEPEST - 1)
        if ordered:
            return Mark(styles.get(name, ""), self._restarted(self._kind + 1, level, start), own=False)
        return Mark(styles.get(name, ""), _place(self.ours[0], level), own=False)

    def xml(self) -> str:
        """All lists, as XML."""
        first = _FIRST_LIST.search(self._xml)
        begin = first.start() if first else self._xml.rindex("</")
        after = max((last.end() for last in _LIST_END.finditer(self._xml)), default=begin)
        kinds = "".join(_kind(self._kind + k, ordered) for k, ordered in enumerate((False, True)))
        return self._xml[:begin] + kinds + self._xml[begin:after] + self._added + self._xml[after:]

    def _restarted(self, kind: int, level: int, start: int) -> str:
        number, self._next = self._next, self._next + 1
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self._added += _num(number, kind, override)
        return _place(number, level)


def _place(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _num(number: int, kind: int, override: str = "") -> str:
    return f'<w:num {SPACE} w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'


def _kind(id: int, ordered: bool) -> str:
    """Our bulleted or our numbered list, nine deep."""
    levels = "".join(
        f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{"decimal" if ordered else "bullet"}"/>'
        f'<w:lvlText w:val="{f"%{k + 1}." if ordered else esc(_BULLETS[k % len(_BULLETS)])}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{STEP * (k + 1)}" w:hanging="{STEP}"/></w:pPr>{"" if ordered else _LETTERS}</w:lvl>'
        for k in range(_DEEPEST)
    )
    return (
        f'<w:abstractNum {SPACE} w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _number(item: ET.Element, name: str) -> int:
    text = item.get(f"{_W}{name}", "")
    return int(text) if text.isdecimal() else 0
