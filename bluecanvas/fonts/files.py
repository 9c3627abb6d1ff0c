"""Font files read just far enough: what a face is called, how heavy it is, and which characters it has."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from struct import iter_unpack, unpack_from
from typing import BinaryIO, TypeAlias

Tables: TypeAlias = dict[bytes, tuple[int, int]]
"""Where each table of a face lies in its file: offset and length."""


_UNREADABLE = (OSError, struct.error, KeyError, IndexError)


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a font file; a collection holds several."""

    path: str
    index: int = 0


@dataclass(frozen=True, slots=True)
class Description:
    """What a face says of itself."""

    family: str
    weight: int
    plain: bool
    """Whether it is drawn from outlines of one design: no bitmaps, no colour layers, no variable axes."""


@lru_cache(maxsize=65536)
def has(face: Face, char: str) -> bool:
    """Whether a face has a glyph of its own for a character; no for a file that cannot be read."""
    return _charmap(face)(ord(char))


@lru_cache(maxsize=256)
def is_truetype(face: Face) -> bool:
    """Whether the outlines are TrueType's, not PostScript's."""
    try:
        with Path(face.path).open("rb") as file:
            return b"glyf" in _tables(file, face.index)
    except _UNREADABLE:
        return False


def faces_in(path: str) -> tuple[Face, ...]:
    """The faces of a file, none where it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(12)
        count = unpack_from(">4xII", head)[1] if head[:4] == b"ttcf" else 1
    except _UNREADABLE:
        return ()
    return tuple(Face(path, index) for index in range(min(count, 64)))


@lru_cache(maxsize=4096)
def describe(face: Face) -> Description | None:
    """What a face says of itself; None where it cannot be read."""
    try:
        with Path(face.path).open("rb") as file:
            tables = _tables(file, face.index)
            weight = unpack_from(">4xH", _read(file, tables, b"OS/2"))[0] if b"OS/2" in tables else 400
            family = _family(_read(file, tables, b"name"))
    except _UNREADABLE:
        return None
    plain = (b"glyf" in tables or b"CFF " in tables) and not tables.keys() & {b"fvar", b"COLR", b"CBDT", b"sbix"}
    return Description(family, weight, plain)


def _tables(file: BinaryIO, index: int) -> Tables:
    file.seek(0)
    start = 0
    head = file.read(12 + 4 * (index + 1))
    if head[:4] == b"ttcf":
        start = unpack_from(">I", head, 12 + 4 * index)[0]
    file.seek(start)
    count = unpack_from(">4xH", file.read(12))[0]
    return {tag: (offset, length) for tag, offset, length in iter_unpack(">4s4xII", file.read(16 * count))}


def _read(file: BinaryIO, tables: Tables, tag: bytes) -> bytes:
    offset, length = tables[tag]
    file.seek(offset)
    return file.read(min(length, 1 << 24))


def _family(name: bytes) -> str:
    """The family's English name."""
    count, strings = unpack_from(">2xHH", name)
    for platform, _, language, kind, length, offset in iter_unpack(">6H", name[6 : 6 + 12 * count]):
        if platform == 3 and language == 0x409 and kind == 1:
            return name[strings + offset : strings + offset + length].decode("utf-16-be", "replace")
    return ""


@lru_cache(maxsize=256)
def _charmap(face: Face) -> Callable[[int], bool]:
    """A test whether a code point has a glyph."""
    try:
        with Path(face.path).open("rb") as file:
            data = _read(file, _tables(file, face.index), b"cmap")
        count = unpack_from(">2xH", data)[0]
        best = max(
            (
                (_WORTH.get((platform, encoding), 0), offset)
                for platform, encoding, offset in iter_unpack(">HHI", data[4 : 4 + 8 * count])
                if unpack_from(">H", data, offset)[0] in (4, 12)
            ),
            default=(0, 0),
        )
        if best[0]:
            return _segments(data, best[1]) if unpack_from(">H", data, best[1])[0] == 4 else _groups(data, best[1])
    except _UNREADABLE:
        pass
    return lambda _: False


_WORTH = {(3, 10): 4, (0, 6): 3, (0, 4): 3, (3, 1): 2, (0, 3): 1}
"""Unicode character maps by platform and encoding, the whole of Unicode before its first plane."""


def _groups(data: bytes, start: int) -> Callable[[int], bool]:
    """The test for a table of format 12: ranges of code points."""
    count = unpack_from(">12xI", data, start)[0]
    groups = list(iter_unpack(">III", data[start + 16 : start + 16 + 12 * count]))
    firsts = array("L", [first for first, _, _ in groups])

    def test(code: int) -> bool:
        at = bisect_right(firsts, code) - 1
        return at >= 0 and code <= groups[at][1] and groups[at][2] + code - groups[at][0] != 0

    return test


def _segments(data: bytes, start: int) -> Callable[[int], bool]:
    """The test for a table of format 4: segments with a shift or a list of glyphs."""
    doubled = unpack_from(">6xH", data, start)[0]
    ends, firsts, shifts, ranges = (
        [value for (value,) in iter_unpack(">H", data[start + at : start + at + doubled])]
        for at in (14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled)
    )

    def test(code: int) -> bool:
        at = bisect_right(firsts, code) - 1
        if code > 0xFFFF or at < 0 or code > ends[at]:
            return False
        if not ranges[at]:
            return bool((code + shifts[at]) & 0xFFFF)
        place = start + 16 + 3 * doubled + 2 * at + ranges[at] + 2 * (code - firsts[at])
        return bool(data[place : place + 2].strip(b"\0"))

    return test
