"""What typst is told of text: the language and region it is in, the faces that lean, code in lines that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from bluecanvas.fonts import Face, Faces, latin_faces
from bluecanvas.words import canonical, cells, clip

_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_REGION = re.compile(r"[-_]([A-Za-z]{2})(?=[-_]|\Z)")
_SCRIPTS = {"zh-Hant": "TW", "zh-Hans": "CN"}


def leaning(faces: Faces) -> Iterable[Face]:
    """The faces that lean, of the family that comes with matplotlib; others have none beside them."""
    for upright in latin_faces():
        if upright in (*faces.regular, *faces.bold):
            file = Path(upright.path)
            leans = file.with_stem(f"{file.stem.partition('-')[0]}-{file.stem.partition('-')[2]}Oblique")
            if leans.is_file():
                yield Face(str(leans))


def folded(line: str, most: int) -> Iterable[str]:
    """A line in pieces of so many cells, broken at spaces where there are some."""
    while cells(line) > most:
        fits = clip(line, most, "")
        cut = fits.rfind(" ") + 1 or len(fits)
        cut = cut if fits[:cut].strip() else len(fits)
        yield line[:cut].rstrip()
        line = line[cut:]
    yield line


def spoken(language: str) -> tuple[str, str | None]:
    """A language and its region as typst takes them, English where it is none."""
    tag = canonical(language) if language else "en"
    spoken = tag.split("-")[0]
    if not _LANGUAGE.match(spoken):
        return "en", None
    region = _REGION.search(language)
    return spoken, region[1].upper() if region else _SCRIPTS.get(tag)
