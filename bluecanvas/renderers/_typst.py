"""Typst, kept to itself: its program, its fonts, and how its errors are said."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bluecanvas.errors import CallError, MissingExtra
from bluecanvas.fonts import Face
from bluecanvas.named import NamedTuple

try:
    import typst
except ImportError as missing:  # pragma: no cover - tests hide the package
    raise MissingExtra("a document as PDF", "pdf") from missing

_PROGRAM = Path(__file__).with_name("_typst") / "document.typ"


class Typefaces(NamedTuple):
    """Faces as typst knows them."""

    fonts: typst.Fonts
    families: Mapping[Face, str]

    def names(self, faces: Sequence[Face]) -> list[str]:
        """The families of faces, the first to be asked first."""
        return list(dict.fromkeys(self.families[face] for face in faces if face in self.families))


@lru_cache(maxsize=4)
def typefaces(faces: tuple[Face, ...]) -> Typefaces:
    """Faces made known to typst, which takes whole folders: one that holds these and no others."""
    files = tuple(dict.fromkeys(str(Path(face.path).resolve()) for face in faces))
    with TemporaryDirectory(prefix="bluecanvas-") as folder:
        known = _fonts([folder] if _linked(files, folder) else sorted({str(Path(file).parent) for file in files}))
        # Links are followed at once: what is read later is the font's own file.
        found = {(str(Path(font.path).resolve()), font.index): font.family for font in known.fonts() if font.path}
    named = {face: found.get((str(Path(face.path).resolve()), face.index)) for face in faces}
    return Typefaces(known, {face: family for face, family in named.items() if family})


def compiled(document: Mapping[str, Any], known: Typefaces) -> bytes:
    """The document as a tagged PDF after PDF/UA-1: no clock, no network, no file but the program is looked at."""
    try:
        made = typst.compile(
            str(_PROGRAM),
            root=str(_PROGRAM.parent),
            font_paths=known.fonts,
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"document": json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))},
            pdf_standards="ua-1",
            timestamp=0,
        )
    except typst.TypstError as error:
        if document["logo"] is not None and "image" in error.message:
            name = document["logo-name"]
            raise CallError(f"the logo {name} cannot be read: {error.message}", "give a PNG or a JPEG") from None
        raise
    return made


def _linked(files: Sequence[str], folder: str) -> bool:
    """Whether links to the files could be put into a folder; they take a privilege on some systems."""
    try:
        for at, file in enumerate(files):
            Path(folder, f"{at}{Path(file).suffix}").symlink_to(file)
    except OSError:
        return False
    return True


def _fonts(folders: Sequence[str]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders))
