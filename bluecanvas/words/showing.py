"""Text as a screen shows it: its width in cells, cut, padded and wrapped, with nothing invisible left in it."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """The text with control, bidirectional and other invisible characters written out: \\x1b, <U+202E>."""
    return _HIDDEN.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    char = found.group()
    return _SHORT.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 0x80 else f"<U+{ord(char):04X}>")


def cells(text: str) -> int:
    """The width of a text in terminal cells: wide East Asian characters and emoji count two, marks none."""
    if text.isascii():
        return len(text)
    width = 0
    joined = False
    for char in text:
        size = 0 if joined else _cell(char)
        joined = char == "\u200d"  # what a zero-width joiner binds is drawn in the cells of what stands before
        width += size
    return width


def _cell(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf") or "\ufe00" <= char <= "\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """The text cut to a width in cells, with an ellipsis where something was cut."""
    if cells(text) <= width:
        return text
    room = width - cells(ellipsis)
    kept = ""
    for char in text:
        if cells(kept + char) > room:
            break
        kept += char
    return (kept + ellipsis) if room >= 0 else ellipsis[:width]


def pad(text: str, width: int, right: bool = False) -> str:
    """The text filled up with spaces to a width in cells, on the left where it stands flush right."""
    fill = " " * max(0, width - cells(text))
    return fill + text if right else text + fill


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces and between East Asian characters."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if cells(line) + cells(piece.rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece.lstrip()
        while cells(line.rstrip()) > width:
            head = clip(line, width, "") or line[0]
            lines.append(head)
            line = line[len(head) :]
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


_CLOSING = "，。、：；！？）」』】》〉,.!?:;)]}%”’"


def _pieces(text: str) -> list[str]:
    """Where a line may break: after spaces and hyphens, and around every wide character but before closing marks."""
    pieces: list[str] = []
    current = ""
    for char in text:
        wide = _cell(char) == 2
        if current and (wide or _cell(current[-1]) == 2) and char not in _CLOSING and current[-1] not in "（「『【《〈(":
            pieces.append(current)
            current = ""
        current += char
        if char in " -/":
            pieces.append(current)
            current = ""
    return [*pieces, current] if current else pieces
