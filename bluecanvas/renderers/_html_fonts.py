"""Glyphs for a page: the few it needs of the East Asian extra's font, and of a theme's own, as WOFF in the style sheet.

WOFF, not the smaller WOFF2: that takes a compressor which may be missing, and the same page must be the same bytes.
A system's font is never put into a file: its licence may forbid it, and the next machine has another.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from bluecanvas.errors import CallError
from bluecanvas.fonts import Face, find_cjk, has, is_east_asian, is_written_wide
from bluecanvas.renderers import Theme

_EXTRA = "noto_cjk_sans_otc"
_UNUSED = ("BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
_PUNCTUATION = "·‘’“”…—"
"""Set as wide as a character where the language is an East Asian one; among Latin letters it has their width."""


def font_face(text: str, language: str, theme: str | Theme) -> str:
    """The rules that bring the glyphs a text needs: of a theme's own faces, and, what those lack, of the extra's.

    Nothing where it needs none or the extra is not installed.
    """
    used = set(text)
    own = ""
    if isinstance(theme, Theme) and theme.font:
        own = _own_faces(theme, used)
        used = {char for char in used if not has(Face(theme.font[0]), char)}
    return own + _east_asian(used, language)


def _east_asian(used: set[str], language: str) -> str:
    east = "".join(sorted(filter(is_east_asian, used)))
    face = find_cjk(east, language) if east else None
    if face is None or _EXTRA not in Path(face.path).parts:
        return ""
    marks = set(_PUNCTUATION) & used if is_written_wide(language) else ()
    wide = east + "".join(sorted(marks))
    return f"@font-face{{font-family:cjk;src:url(data:font/woff;base64,{_subset(face, wide)})}}"


def _own_faces(theme: Theme, used: set[str]) -> str:
    """A theme's regular and bold face, to be asked before every other."""
    rules = []
    for weight, path in (("400", theme.font[0]), ("700", theme.font[-1]))[: len(theme.font)]:
        face = Face(path)
        chars = "".join(sorted(char for char in used if has(face, char)))
        try:
            glyphs = _subset(face, chars, shaped=True)
        except Exception as error:  # a library for files that may be broken in any way
            raise CallError(f"the font of {theme.name} is damaged: {error}", "mend it, or name another one") from None
        rules.append(f"@font-face{{font-family:own;font-weight:{weight};src:url(data:font/woff;base64,{glyphs})}}")
    return "".join(rules)


@lru_cache(maxsize=8)
def _subset(face: Face, chars: str, shaped: bool = False) -> str:
    """A face with some characters only, in base 64; `shaped` keeps how its letters join and stand together."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.hinting = False
    options.name_IDs = []
    if not shaped:
        options.layout_features = []
        options.drop_tables += _UNUSED
    with TTFont(face.path, fontNumber=face.index, lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=chars)
        subsetter.subset(font)
        font.flavor = "woff"
        file = BytesIO()
        font.save(file, reorderTables=False)
    return b64encode(file.getvalue()).decode()
