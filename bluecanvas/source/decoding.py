"""Bytes to text: UTF-8 with or without a byte order mark, and a clear finding for everything else."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from bluecanvas.finding import Finding, Span

_MARKS = (  # the longer first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_GUESSES = (("gb18030", "GBK"), ("big5", "Big5"), ("shift_jis", "Shift JIS"), ("euc_kr", "EUC-KR"))
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_MOST_SHOWN = 20

HIDDEN = re.compile(f"{_FORBIDDEN.pattern}|{_INVISIBLE.pattern}")
"""Characters that no text of a canvas may hold: a reader cannot see them, and they change what is seen."""


class Decoded(NamedTuple):
    """The text without its byte order mark, what is wrong with it, and whether it can be parsed at all."""

    text: str
    findings: tuple[Finding, ...]
    readable: bool
    marked: bool = False


def decode(data: bytes) -> Decoded:
    """The text of a file's bytes; findings carry BC018."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], codec, name, marked=True)
    if data[:1] and data[1:2] == b"\0":
        return _checked(data, "utf-16-le", "UTF-16")
    if data[:1] == b"\0" and data[1:2] not in (b"", b"\0"):
        return _checked(data, "utf-16-be", "UTF-16")
    return _checked(data, "utf-8", "UTF-8")


def _checked(data: bytes, codec: str, name: str, marked: bool = False) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        return _undecodable(data, codec, name, error)
    findings: list[Finding] = []
    if codec != "utf-8":
        findings.append(
            Finding("BC018", (), f"the file is {name}, not UTF-8", "save it as UTF-8", span=Span(0, min(1, len(text))))
        )
    hidden = None if text.isascii() and text.isprintable() else HIDDEN.search(text)
    readable = True
    if hidden is not None:
        readable = _FORBIDDEN.search(text) is None
        for count, found in enumerate(HIDDEN.finditer(text)):
            if count == _MOST_SHOWN:
                break
            findings.append(hidden_character(found.group(), (), Span(found.start(), found.end())))
    return Decoded(text, tuple(findings), readable, marked)


def hidden_character(char: str, path: tuple[str | int, ...], span: Span) -> Finding:
    """The finding for one character that cannot be seen."""
    kind = "a control character" if _FORBIDDEN.match(char) else "an invisible character"
    return Finding("BC018", path, f"{kind}, U+{ord(char):04X}, stands in the text", "remove it", span=span)


def _undecodable(data: bytes, codec: str, name: str, error: UnicodeDecodeError) -> Decoded:
    before = len(data[: error.start].decode(codec, "replace"))
    text = data.decode(codec, "replace")
    byte = data[error.start : error.start + 1].hex()
    looks = " or ".join(name for guess, name in _GUESSES if _decodes(data, guess)) if codec == "utf-8" else ""
    message = f"byte {error.start} (0x{byte}) is not {name}" + (f"; it looks like {looks}" if looks else "")
    found = Finding("BC018", (), message, "save the file as UTF-8", span=Span(before, before + 1))
    return Decoded(text, (found,), readable=False)


def _decodes(data: bytes, codec: str) -> bool:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    return all(char.isalnum() or not char.isalpha() for char in text if char > "\x7f") and not _FORBIDDEN.search(text)
