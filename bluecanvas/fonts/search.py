"""The fonts of the system, found by walking the usual folders; nothing is scanned before a character asks for it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from bluecanvas.fonts.files import Face, describe, faces_in, has
from bluecanvas.words import canonical

_EAST_ASIAN = (
    ("\u1100", "\u11ff"), ("\u2e80", "\u9fff"), ("\ua960", "\ua97f"), ("\uac00", "\ud7ff"), ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"), ("\uff00", "\uffef"), ("\U0001aff0", "\U0001b16f"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip

_REGIONS = {"ja": "JP", "ko": "KR", "zh-Hans": "SC", "zh-Hant": "TC"}

_FAMILIES = {
    "noto sans cjk": "", "source han sans": "", "noto sans hk": "HK", "noto sans jp": "JP", "noto sans kr": "KR",
    "noto sans sc": "SC", "noto sans tc": "TC", "pingfang": "", "microsoft yahei": "SC", "microsoft jhenghei": "TC",
    "hiragino sans gb": "SC", "hiragino": "JP", "yu gothic": "JP", "meiryo": "JP", "malgun": "KR",
    "apple sd gothic": "KR", "heiti": "", "wenquanyi": "SC", "droid sans fallback": "SC", "nanum": "KR", "ipa": "JP",
    "vl gothic": "JP", "ar pl uming": "TC", "ar pl ukai": "TC", "simhei": "SC", "simsun": "SC",
}  # fmt: skip
"""Families with East Asian characters, the best first, and the region they are drawn for; the name's end tells others."""

_FILES = re.compile(
    r"noto.?sans.?(cjk|hk|jp|kr|sc|tc)|source.?han|pingfang|msyh|msjh|hiragino|yugoth|meiryo|malgun|applesdgothic"
    r"|heiti|wqy|droidsansfallback|nanum|ipa|vl.?gothic|uming|ukai|simhei|simsun",
    re.IGNORECASE,
)


def is_east_asian(char: str) -> bool:
    """Whether a character is Chinese, Japanese or Korean."""
    return char >= "\u1100" and any(first <= char <= last for first, last in _EAST_ASIAN)


@lru_cache(maxsize=64)
def find_cjk(chars: str, language: str) -> Face | None:
    """The face for East Asian characters in a language: of the installed extra, else of the system's fonts."""
    region = _region(chars, language)
    named = (file for file in system_files() if _FILES.search(Path(file).stem))
    for files in (_bundled(), named):
        best = None
        for file in files:
            face = max(faces_in(file), key=lambda face: _fitness(face, region), default=None)
            if face is not None:
                scored = sum(has(face, char) for char in set(chars)), _fitness(face, region)
                best = max(best or (scored, face), (scored, face), key=lambda pair: pair[0])
        if best is not None and best[0][0]:
            return best[1]
    return None


@lru_cache(maxsize=64)
def best_cover(chars: tuple[str, ...]) -> Face | None:
    """The system's face that has most of the characters, plain upright sans serifs before others."""
    best = (0, 0)
    chosen = None
    for file in system_files():
        face = Face(file)
        known = describe(face)
        if known is None or not known.plain or "LastResort" in file:
            continue
        count = sum(has(face, char) for char in chars)
        name = Path(file).stem.lower()
        rank = 2 * ("sans" in name) - 2 * ("italic" in name or "oblique" in name) - (known.weight != 400)
        if count and (count, rank) > best:
            best, chosen = (count, rank), face
    return chosen


@lru_cache(maxsize=1)
def system_files() -> tuple[str, ...]:
    """Every font file in the usual folders, in an order that does not depend on the disk."""
    found = (
        Path(folder, name)
        for root in _roots()
        for folder, _, names in os.walk(root)
        for name in names
        if name.lower().endswith((".ttf", ".otf", ".ttc", ".otc"))
    )
    return tuple(str(path) for path in sorted(found, key=lambda path: (path.name, path)))


def _roots() -> Iterable[Path]:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() fails where nobody has a home
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        return windows / "Fonts", home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    own = home / ".local" / "share" / "fonts", home / ".fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), *own


def _bundled() -> Iterable[str]:
    """The font files of the extra `cjk`."""
    spec = find_spec("noto_cjk_sans_otc")
    places = spec.submodule_search_locations if spec is not None else None
    return (str(file) for place in places or () for file in sorted(Path(place).glob("*.[ot]t[cf]")))


def _region(chars: str, language: str) -> str:
    """Whose way of writing: the language's, else what the characters tell, else the mainland's."""
    if re.search(r"[-_](hk|mo)\b", language, re.IGNORECASE):
        return "HK"
    tag = canonical(language) if language else ""
    known = _REGIONS.get(tag) or _REGIONS.get(tag.split("-")[0])
    if known:
        return known
    if any("\u3040" <= char <= "\u30ff" for char in chars):
        return "JP"
    return "KR" if any("\uac00" <= char <= "\ud7a3" for char in chars) else "SC"


def _fitness(face: Face, region: str) -> tuple[bool, bool, int, int]:
    """How well a face serves a region: plain outlines, drawn for it, regular weight, a good family."""
    known = describe(face)
    if known is None:
        return False, False, 0, 0
    family = known.family.lower()
    named = enumerate(_FAMILIES.items())
    rank, drawn_for = next(((-at, where) for at, (name, where) in named if name in family), (-99, ""))
    theirs = drawn_for or known.family[-2:].upper()
    return known.plain, theirs == region, -abs(known.weight - 400) - ("mono" in family), rank
