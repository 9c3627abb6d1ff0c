"""Typefaces: which faces a text and its language need, and a readable form of what no face can draw.

Latin text is set in the DejaVu Sans that comes with matplotlib, so that a picture is the same on every machine.
East Asian text takes the extra `cjk` or else a font of the system, in the face of its language: the same character
is written differently in Hong Kong, Japan, Korea, Taiwan and the mainland. Other scripts take the system's fonts.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from bluecanvas.errors import MissingExtra, MissingGlyphs
from bluecanvas.fonts.files import Face, has, is_truetype
from bluecanvas.fonts.search import best_cover, find_cjk, is_east_asian
from bluecanvas.words import canonical, visible

__all__ = [
    "Face",
    "Faces",
    "faces",
    "find_cjk",
    "has",
    "is_east_asian",
    "is_truetype",
    "lack",
    "latin_faces",
    "readable",
]


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces a text is set in, the first that has a character draws it, and the characters none has."""

    regular: tuple[Face, ...]
    bold: tuple[Face, ...]
    missing: frozenset[str] = frozenset()


def faces(text: str, language: str = "en") -> Faces:
    """The faces that draw a text; MissingExtra where it is East Asian and there is no font for that.

    Warns with MissingGlyphs of other characters that no font draws.
    """
    if text.isascii():
        regular, bold = latin_faces()
        return Faces((regular,), (bold,))
    east = sum(map(is_east_asian, text))
    leads = east > 0 and (is_written_wide(language) or 2 * east > sum(map(str.isalpha, text)))
    found = _faces(frozenset(text), language, leads)
    lacking = "".join(char for char in sorted(found.missing) if _written_out(char))
    if lacking:
        warnings.warn(MissingGlyphs(lack(lacking), lacking), stacklevel=2)
    return found


def is_written_wide(language: str) -> bool:
    """Whether a language is written in East Asian characters, its punctuation as wide as they are."""
    return bool(language) and canonical(language).split("-")[0] in ("zh", "ja", "ko")


def readable(text: str, missing: frozenset[str] = frozenset()) -> str:
    """The text as a picture can say it: white space closed up, hidden characters and missing ones written out.

    A symbol no font has is named, `[rocket]`; any other character is given by its number, `<U+12000>`.
    """
    shown = visible(_SPACE.sub(" ", text).strip(" "))
    if missing.isdisjoint(shown):
        return shown
    said = "".join(_written_out(char) if char in missing else char for char in shown)
    return said.replace("\u200d[", "[")  # nothing left to join


def lack(chars: str) -> str:
    """That no font draws some characters, and what is drawn in their place."""
    symbols = all(unicodedata.category(char) == "So" for char in chars)
    scripts = dict.fromkeys(unicodedata.name(char, "").split(" ")[0].capitalize() for char in chars if char.isalpha())
    kinds = f" ({', '.join(filter(None, scripts))})" if any(scripts) else ""
    said = "named in brackets" if symbols else "given by name or number"
    return f"no font here draws {_some(chars)}{kinds}: {said}; a font for them, installed on this machine, is used"


@lru_cache(maxsize=1)
def latin_faces() -> tuple[Face, Face]:
    """DejaVu Sans and its bold, as matplotlib ships them."""
    spec = find_spec("matplotlib")
    places = spec.submodule_search_locations if spec is not None else None
    if not places:
        raise ModuleNotFoundError("matplotlib is not installed", name="matplotlib")
    folder = Path(places[0], "mpl-data", "fonts", "ttf")
    return Face(str(folder / "DejaVuSans.ttf")), Face(str(folder / "DejaVuSans-Bold.ttf"))


@lru_cache(maxsize=64)
def _faces(chars: frozenset[str], language: str, leads: bool) -> Faces:
    """The faces for a set of characters; where East Asian text leads, its face sets the Latin letters too."""
    regular, bold = latin_faces()
    lacking = [char for char in sorted(chars) if _is_drawn(char) and not has(regular, char)]
    east = "".join(filter(is_east_asian, lacking))
    extra: list[Face] = []
    if east:
        found = find_cjk(east, language)
        if found is None:
            raise MissingExtra(f"drawing {_some(east)}", "cjk")
        extra.append(found)
        lacking = [char for char in lacking if not has(found, char)]
    while lacking and len(extra) < 6:
        other = best_cover(tuple(lacking))
        if other is None:
            break
        extra.append(other)
        lacking = [char for char in lacking if not has(other, char)]
    if leads and extra:
        # One design for the whole picture; the extra has no bold face, so weight is left to size and colour.
        mixed = (extra[0], regular, *extra[1:])
        return Faces(mixed, mixed, frozenset(lacking))
    return Faces((regular, *extra), (bold, regular, *extra), frozenset(lacking))


_SPACE = re.compile(r"[ \t\r\n\f\v]+")


def _is_drawn(char: str) -> bool:
    return not char.isspace() and visible(char) == char


def _written_out(char: str) -> str:
    code = ord(char)
    if 0x1F1E6 <= code <= 0x1F1FF:  # a flag is a pair of these letters
        return chr(code - 0x1F1E6 + ord("A"))
    if 0x1F3FB <= code <= 0x1F3FF or 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE01EF or char == "\u200d":
        return ""  # only changes the look of the symbol before it
    name = unicodedata.name(char, "") if unicodedata.category(char) == "So" else ""
    return f"[{name.lower()}]" if name else f"<U+{code:04X}>"


def _some(chars: str, most: int = 5) -> str:
    rest = len(chars) - most
    return ", ".join(chars[:most]) + (f" and {rest} more characters" if rest > 0 else "")
