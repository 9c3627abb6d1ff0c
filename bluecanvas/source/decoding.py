"""Bytes to text: UTF-8 with or without a byte order mark, and a clear finding for everything else."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from bluecanvas.finding import Finding, Span
from bluecanvas.named import NamedTuple
from bluecanvas.words import listed

_MARKS = (  # the longer first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_UNMARKED = (  # where the zero bytes of an ASCII beginning stand
    (rb"[^\0]\0\0\0", "utf-32-le", "UTF-32"),
    (rb"\0\0\0[^\0]", "utf-32-be", "UTF-32"),
    (rb"[^\0]\0", "utf-16-le", "UTF-16"),
    (rb"\0[^\0]", "utf-16-be", "UTF-16"),
)
_GUESSES = (  # the bytes that begin the characters people use most; of two that fit alike, the narrower is meant
    ("euc_kr", "EUC-KR", frozenset(range(0xB0, 0xC9))),
    ("shift_jis", "Shift JIS", frozenset((0x81, 0x82, 0x83, *range(0x88, 0x98)))),
    ("big5", "Big5", frozenset((0xA1, *range(0xA4, 0xC7)))),
    ("gb18030", "GBK", frozenset((0xA1, 0xA3, *range(0xB0, 0xD8)))),
    ("cp1252", "Windows-1252 or Latin-1", frozenset(range(0xC0, 0x100))),
)
_ENOUGH_TO_GUESS = 2000
_LEAST_TO_GUESS = 3
_ENOUGH_TO_TELL = 12  # of twelve Chinese characters, hardly ever are all Korean syllables too
_PLAUSIBLE = 0.7

_ASCII = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_UNREADABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
_HIDDEN = f"[{_UNREADABLE}\xad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufdd0-\ufdef\ufff9-\ufffb]"
_TAGS = "\U000e0000-\U000e007f"  # seen only where they spell out a flag
_FAR = (
    "[" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + f"]|(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+"
)  # fmt: skip
_FAR_BYTES = tuple(bytes([lead]) for lead in range(0xF0, 0xF5))
_MOST_SHOWN = 20


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
            return _decoded(data[len(mark) :], codec, name, len(mark))
    if b"\0" in data[:4]:
        for beginning, codec, name in _UNMARKED:
            if re.match(beginning, data):
                return _decoded(data, codec, name)
    return _decoded(data, "utf-8", "UTF-8")


def _decoded(data: bytes, codec: str, name: str, mark: int = 0) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        return _undecodable(data, codec, name, error.start, mark)
    findings: list[Finding] = []
    if codec != "utf-8":
        first = Span(0, min(1, len(text)))
        findings.append(Finding("BC018", (), f"the file is {name}, not UTF-8", "save it as UTF-8", span=first))
    elif data.isascii() and not data.translate(None, _ASCII):
        return Decoded(text, (), True, bool(mark))
    far = codec != "utf-8" or any(lead in data for lead in _FAR_BYTES)
    hidden = list(islice(hidden_in(text, far), _MOST_SHOWN))
    findings.extend(hidden_character(found.group(), Span(found.start(), found.end())) for found in hidden)
    readable = not hidden or re.search(f"[{_UNREADABLE}]", text) is None
    return Decoded(text, tuple(findings), readable, bool(mark))


def hidden_in(text: str, far: bool = True) -> Iterator[re.Match[str]]:
    """The characters that no text of a canvas may hold: a reader cannot see them, and they change what is seen.

    `far` says whether there may be any beyond the first 65,536.
    """
    yield from re.finditer(_HIDDEN, text)
    if far:
        yield from re.finditer(_FAR, text)


def hidden_character(chars: str, span: Span) -> Finding:
    """The finding for a character that cannot be seen."""
    code = ord(chars[0])
    kind = "a control character" if code < 0xA0 else "an invisible character"
    return Finding("BC018", (), f"{kind}, U+{code:04X}, stands in the text", "remove it", span=span)


def _undecodable(data: bytes, codec: str, name: str, at: int, mark: int) -> Decoded:
    text = data.decode(codec, "replace")
    before = len(data[:at].decode(codec, "replace"))
    looks = _guess(data) if codec == "utf-8" else ""
    message = f"byte {at + mark} (0x{data[at]:02x}) is not {name}{looks}"
    found = Finding("BC018", (), message, "save the file as UTF-8", span=Span(before, before + 1))
    return Decoded(text, (found,), readable=False, marked=bool(mark))


def _guess(data: bytes) -> str:
    """What else the bytes may be: the encoding in which most of their characters are common ones.

    Little text may be common in several; then each of them is named.
    """
    names: list[str] = []
    best = _PLAUSIBLE
    for codec, name, leads in _GUESSES:
        try:
            wide = [char for char in data.decode(codec) if char > "\x7f"][:_ENOUGH_TO_GUESS]
            if len(wide) < _LEAST_TO_GUESS and codec != "cp1252":
                continue
            common = sum(char.encode(codec)[0] in leads for char in wide) / max(1, len(wide))
        except UnicodeError:
            continue
        if common > best:
            names, best = [name], common
        elif common == best and names and len(wide) < _ENOUGH_TO_TELL and codec != "cp1252":
            names.append(name)
    return f"; it looks like {listed(names)}" if names else ""
