"""Text as a screen shows it: its width in cells, cut, padded and wrapped, with nothing invisible left in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST_NAME = 60
"""The cells a name takes within a sentence, at most."""

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")  # format characters that are drawn
_BLANK = frozenset("\u3164\uffa0")  # letters by category, empty to the eye


def visible(text: str) -> str:
    r"""The text with control, bidirectional and other invisible characters written out: \x1b, <U+202E>."""
    if text.isprintable() and _BLANK.isdisjoint(text):
        return text
    return "".join(
        _written_out(char) if _is_hidden(char, before) else char for before, char in zip(" " + text, text, strict=False)
    )


def quoted(text: str) -> str:
    """A text in quotes, as it reads: what is written out in it already is not written out again."""
    return f'"{text}"' if "'" in text else f"'{text}'"


def _is_hidden(char: str, before: str) -> bool:
    if char in "\u200c\u200d":
        return before < "\u0300"  # joiners belong behind the letters of scripts that join, and in emoji
    code = ord(char)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or char in _BLANK:
        return True
    return unicodedata.category(char) in _UNSEEN and char not in _SEEN


def _written_out(char: str) -> str:
    if "\udc80" <= char <= "\udcff":  # a byte of a file's name that is no text
        return f"\\x{ord(char) - 0xDC00:02x}"
    return _SHORT.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 0x80 else f"<U+{ord(char):04X}>")


def cells(text: str) -> int:
    """The width of a text in terminal cells: wide East Asian characters and emoji count two, marks none."""
    return len(text) if text.isascii() else sum(_sizes(text))


def _sizes(text: str) -> Iterator[int]:
    """The cells each character adds to the text."""
    joined = False
    for char in text:
        yield 0 if joined else _cell(char)
        joined = char == "\u200d"  # what a zero-width joiner binds is drawn in the cells of what stands before


@lru_cache(maxsize=4096)
def _cell(char: str) -> int:
    if char < "\u0300":
        return 1
    if "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return 0  # the later letters of a Korean syllable that is spelt out share the first one's cells
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return 0
    if category == "Cn":  # younger than this Python: wide where emoji and ideographs are added
        return 2 if "\U0001f680" <= char <= "\U0001faff" or "\U00020000" <= char <= "\U0003fffd" else 1
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
        *full, rest = _chunks(bare.lstrip(), width)
        lines += full
        line = rest + piece[len(bare) :]
        used = cells(line)
    if line.strip() or not lines:
        lines.append(line.strip() if not lines else line.rstrip())
    return lines


def _chunks(word: str, width: int) -> Iterator[str]:
    """A word in parts of at most `width` cells."""
    start = used = 0
    for at, size in enumerate(_sizes(word)):
        if used + size > width and at > start:
            yield word[start:at]
            start, used = at, 0
        used += size
    yield word[start:]


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
        may_start = _cell(char) > 0 and char not in _CLOSING
        if current and (free or was_free) and may_start and current[-1] not in _OPENING:
            pieces.append(current)
            current = ""
        hyphen = char in "-/" and current[-1:].isalnum()
        current += char
        if char == " " or hyphen:
            pieces.append(current)
            current = ""
        was_free = free or (was_free and not _cell(char))
    return [*pieces, current] if current else pieces
