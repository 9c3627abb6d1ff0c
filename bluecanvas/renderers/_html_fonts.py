"""East Asian glyphs for a page: the few it needs of the extra's font, as WOFF within the style sheet.

WOFF, not the smaller WOFF2: that takes a compressor which may be missing, and the same page must be the same bytes.
A system's font is never put into a file: its licence may forbid it, and the next machine has another.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from bluecanvas.fonts import Face, find_cjk, is_east_asian

_EXTRA = "noto_cjk_sans_otc"
_UNUSED = ("BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
_PUNCTUATION = "·‘’“”…—"
"""Set as wide as a character in East Asian text, where it is there anyway."""


def font_face(text: str, language: str) -> str:
    """The rule that brings the glyphs a text needs; nothing where it needs none or the extra is not installed."""
    used = set(text)
    east = "".join(sorted(filter(is_east_asian, used)))
    face = find_cjk(east, language) if east else None
    if face is None or _EXTRA not in Path(face.path).parts:
        return ""
    wide = east + "".join(sorted(set(_PUNCTUATION) & used))
    return f"@font-face{{font-family:cjk;src:url(data:font/woff;base64,{_subset(face, wide)})}}"


@lru_cache(maxsize=8)
def _subset(face: Face, chars: str) -> str:
    """A face with some characters only, in base 64."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = []
    options.drop_tables += _UNUSED
    with TTFont(face.path, fontNumber=face.index, lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=chars)
        subsetter.subset(font)
        font.flavor = "woff"
        file = BytesIO()
        font.save(file, reorderTables=False)
    return b64encode(file.getvalue()).decode()
