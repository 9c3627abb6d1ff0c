"""Text as a screen shows it: its width in cells, cut, padded and wrapped, with nothing invisible left in it."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
    "|(?<![\u0300-\U0010ffff])[\u200c\u200d]"  # joiners belong between letters of scripts that join, and in emoji
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
    return len(text) if text.isascii() else sum(_sizes(text))


def _sizes(text: str) -> list[int]:
    """The cells each character adds to the text."""
    sizes = []
    joined = False
    for char in text:
        sizes.append(0 if joined else _cell(char))
        joined = char == "\u200d"  # what a zero-width joiner binds is drawn in the cells of what stands before
    return sizes


def _cell(char: str) -> int:
    if char < "\u0300":
        return 1
    if "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return 0  # the later letters of a Korean syllable that is spelt out share the first one's cells
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """The text cut to a width in cells, with an ellipsis where something was cut."""
    if cells(text) <= width:
        return text
    room = width - cells(ellipsis)
    return text[: _fitting(text, room)] + ellipsis if room >= 0 else ellipsis[:width]


def _fitting(text: str, width: int) -> int:
    """How many characters fit into a width, marks with the letter they stand on."""
    used = 0
    for at, size in enumerate(_sizes(text)):
        used += size
        if used > width:
            return at
    return len(text)


def pad(text: str, width: int, right: bool = False) -> str:
    """The text filled up with spaces to a width in cells, on the left where it stands flush right."""
    fill = " " * max(0, width - cells(text))
    return fill + text if right else text + fill


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces and between East Asian characters.

    A word longer than a line is broken where the line ends; a wide character alone is longer than a line of one cell.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        bare = piece.rstrip()
        if used + cells(bare) <= width:
            line += piece
            used += cells(piece)
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece.lstrip()
        while cells(line.rstrip()) > width:
            cut = _fitting(line, width) or 1
            lines.append(line[:cut])
            line = line[cut:].lstrip()
        used = cells(line)
    if line.strip() or not lines:
        lines.append(line.strip() if not lines else line.rstrip())
    return lines


_CLOSING = frozenset("，。、：；！？）」』】》〉・…～ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.!?:;)]}%”’")
_OPENING = frozenset("（「『【《〈([{“‘\u200d")


def _pieces(text: str) -> list[str]:
    """Where a line may break: after spaces, hyphens and slashes, and around every ideograph but before closing marks.

    Korean is set in words, with spaces between them.
    """
    pieces: list[str] = []
    current = ""
    was_free = False
    for char in text:
        free = char >= "\u2e80" and not "\uac00" <= char <= "\ud7a3" and _cell(char) == 2
        if current and (free or was_free) and char not in _CLOSING and current[-1] not in _OPENING:
            if _cell(char) or char == " ":
                pieces.append(current)
                current = ""
        hyphen = char in "-/" and current[-1:].isalnum()
        current += char
        if char == " " or hyphen:
            pieces.append(current)
            current = ""
        was_free = free or (was_free and not _cell(char))
    return [*pieces, current] if current else pieces
