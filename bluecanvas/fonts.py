"""Typefaces: which faces a text and its language need, and a readable form of what no face can draw.

Latin text is set in the DejaVu Sans that comes with matplotlib, so that a picture is the same on every machine.
East Asian text takes the extra `cjk` or else a font of the system, in the face of its language: the same character
is written differently in Hong Kong, Japan, Korea, Taiwan and the mainland. Other scripts take the system's fonts.
"""

from __future__ import annotations

import os
import re
import struct
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from bluecanvas.errors import MissingExtra
from bluecanvas.words import canonical, visible

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a font file; a collection holds several."""

    path: str
    index: int = 0


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces a text is set in, the first that has a character draws it, and the characters none has."""

    regular: tuple[Face, ...]
    bold: tuple[Face, ...]
    missing: frozenset[str] = frozenset()


def faces(text: str, language: str = "en") -> Faces:
    """The faces that draw a text; MissingExtra where it is East Asian and there is no font for that."""
    chars = frozenset(text)
    east = sum(map(_is_east_asian, text))
    leads = east > 0 and (_script(language) in _REGION or east > sum(map(str.isalpha, text)) / 2)
    return _faces(chars, language, leads)


def readable(text: str, missing: frozenset[str] = frozenset()) -> str:
    """The text as a picture can say it: white space closed up, hidden characters and missing ones written out.

    A symbol no font has is named, `[rocket]`; another character is given by number, `<U+1F9FF>`.
    """
    shown = visible(_SPACE.sub(" ", text).strip(" "))
    if missing.isdisjoint(shown):
        return shown
    kept = (_named(char) if char in missing else char for char in shown)
    return "".join(kept)


def find_cjk(text: str, language: str) -> Face | None:
    """The East Asian face for a text in a language: of the installed extra, else of the system's fonts."""
    region = _region(text, language)
    wanted = [char for char in sorted(set(text)) if _is_east_asian(char)]
    for files in (_bundled(), _named_files(_CJK_FILES)):
        for file in files:
            face = _best_face(file, region)
            if face is not None and all(has(face, char) for char in wanted[:200:7] or wanted):
                return face
    return None


@lru_cache(maxsize=65536)
def has(face: Face, char: str) -> bool:
    """Whether a face has a glyph for a character."""
    return _charmap(face)(ord(char))


@lru_cache(maxsize=64)
def _faces(chars: frozenset[str], language: str, leads: bool) -> Faces:
    latin = latin_faces()
    drawn = [char for char in sorted(chars) if _needs_glyph(char)]
    lacking = [char for char in drawn if not has(latin[0], char)]
    east = "".join(char for char in lacking if _is_east_asian(char))
    if not lacking:
        return Faces(latin[:1], latin[1:])
    extra: list[Face] = []
    if east:
        cjk = find_cjk(east, language)
        if cjk is None:
            raise MissingExtra(f"drawing {_some(east)}", "cjk")
        extra.append(cjk)
        lacking = [char for char in lacking if not has(cjk, char)]
    while lacking and len(extra) < 6:
        best = _best_cover(tuple(lacking))
        if best is None:
            break
        extra.append(best)
        lacking = [char for char in lacking if not has(best, char)]
    if leads and extra:
        # One design for the whole picture; the extra has no bold face, so bold is left to size and colour.
        return Faces((extra[0], latin[0], *extra[1:]), (extra[0], latin[0], *extra[1:]), frozenset(lacking))
    return Faces((latin[0], *extra), (latin[1], latin[0], *extra), frozenset(lacking))


@lru_cache(maxsize=1)
def latin_faces() -> tuple[Face, Face]:
    """DejaVu Sans and its bold, as matplotlib ships them."""
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise MissingExtra("drawing text", "pictures")
    folder = Path(next(iter(spec.submodule_search_locations)), "mpl-data", "fonts", "ttf")
    return Face(str(folder / "DejaVuSans.ttf")), Face(str(folder / "DejaVuSans-Bold.ttf"))


_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_REGION = {"ja": "JP", "ko": "KR", "zh-Hans": "SC", "zh-Hant": "TC"}
_CJK_FILES = re.compile(
    r"(noto\s?sans\s?cjk|source\s?han\s?sans|noto\s?sans(hk|jp|kr|sc|tc)|pingfang|hiragino|msyh|msjh|yugoth|meiryo"
    r"|malgun|apple\s?sd\s?gothic|stheiti|wqy|droidsansfallback|nanumgothic|ipag|vlgothic|uming|simhei|simsun)",
    re.IGNORECASE,
)
_EAST_ASIAN = (
    (0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x1AFF0, 0x1B16F), (0x20000, 0x3FFFF),
)  # fmt: skip


def _is_east_asian(char: str) -> bool:
    return char >= "\u1100" and any(first <= ord(char) <= last for first, last in _EAST_ASIAN)


def _needs_glyph(char: str) -> bool:
    return not char.isspace() and visible(char) == char


def _named(char: str) -> str:
    code = ord(char)
    if 0x1F1E6 <= code <= 0x1F1FF:  # a flag is a pair of these letters
        return chr(code - 0x1F1E6 + ord("A"))
    if 0x1F3FB <= code <= 0x1F3FF or 0xFE00 <= code <= 0xFE0F or code >= 0xE0000 or char == "\u200d":
        return ""  # only modifies the symbol before it
    name = unicodedata.name(char, "") if unicodedata.category(char) == "So" else ""
    return f"[{name.lower()}]" if name else f"<U+{code:04X}>"


def _some(chars: str, most: int = 5) -> str:
    """The first few characters of several, for a message."""
    rest = len(chars) - most
    return ", ".join(chars[:most]) + (f" and {rest} more characters" if rest > 0 else "")


def _script(language: str) -> str:
    tag = canonical(language) if language else ""
    return tag if tag.startswith("zh-") else tag.split("-")[0]


def _region(text: str, language: str) -> str:
    """Whose way of writing: the language's, else what the characters tell."""
    if re.search(r"[-_](hk|mo)\b", language, re.IGNORECASE):
        return "HK"
    known = _REGION.get(_script(language))
    if known:
        return known
    if any("\u3040" <= char <= "\u30ff" for char in text):
        return "JP"
    return "KR" if any("\uac00" <= char <= "\ud7a3" for char in text) else "SC"


def _bundled() -> Iterator[str]:
    spec = find_spec("noto_cjk_sans_otc")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        yield from sorted(str(file) for file in Path(folder).glob("*.[ot]t[cf]"))


@lru_cache(maxsize=8)
def _named_files(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The system's font files of a known name, the first names of the pattern first."""
    found = [file for file in _system_files() if pattern.search(Path(file).stem)]
    names = pattern.pattern.split("|")
    return tuple(
        sorted(found, key=lambda file: next((i for i, name in enumerate(names) if re.search(name.strip("()"), file, re.I)), 99))
    )


@lru_cache(maxsize=1)
def _system_files() -> tuple[str, ...]:
    """Every scalable font file in the usual folders, in a stable order."""
    home = os.path.expanduser("~")
    roots = {
        "win32": [os.path.join(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),
                  os.path.join(os.environ.get("LOCALAPPDATA", home), "Microsoft", "Windows", "Fonts")],
        "darwin": ["/System/Library/Fonts", "/Library/Fonts", os.path.join(home, "Library", "Fonts")],
    }.get(sys.platform, ["/usr/share/fonts", "/usr/local/share/fonts", os.path.join(home, ".local", "share", "fonts"),
                         os.path.join(home, ".fonts")])  # fmt: skip
    found = [
        os.path.join(folder, name)
        for root in roots
        for folder, _, names in os.walk(root)
        for name in names
        if name.lower().endswith((".ttf", ".otf", ".ttc", ".otc"))
    ]
    return tuple(sorted(found, key=lambda path: (os.path.basename(path), path)))


@lru_cache(maxsize=64)
def _best_cover(chars: tuple[str, ...]) -> Face | None:
    """The system's face that has most of the characters, plain sans faces before others."""
    best: tuple[int, int] = (0, 0)
    chosen = None
    for file in _system_files():
        face = Face(file)
        if not _is_plain(face):
            continue
        covered = sum(has(face, char) for char in chars)
        stem = Path(file).stem.lower()
        rank = 2 * ("sans" in stem) + ("regular" in stem) - 4 * any(w in stem for w in ("bold", "italic", "oblique", "lastresort"))
        if covered and (covered, rank) > best:
            best, chosen = (covered, rank), face
    return chosen
