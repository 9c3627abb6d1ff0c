"""Catalogues: the tool's own words in other languages, a PO file a language, read when somebody speaks it.

English is what stands in the code. Beside this module lie the catalogues that ship; a folder named by the environment
variable `BLUECANVAS_CATALOGUES` adds languages, or better words for one that ships. It is read here and not by the
command line alone, so that the Python API and the process that renders a template speak the same.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bluecanvas.errors import CallError
from bluecanvas.words.languages import canonical, is_tag, match

if TYPE_CHECKING:
    from gettext import NullTranslations

ENGLISH = "en"
FOLDER = Path(__file__).parent
_OTHERS = "BLUECANVAS_CATALOGUES"
_LARGEST = 4_000_000
"""Bytes of a catalogue: one with every word of the tool has about a hundred thousand."""


def languages() -> tuple[str, ...]:
    """The tags of the languages the tool speaks, English first."""
    return (ENGLISH, *(tag for tag in _files(os.environ.get(_OTHERS, "")) if tag != ENGLISH))


def spoken(language: str) -> str:
    """The tag of the language in which a reader of another is served: English where there is no catalogue."""
    return ENGLISH if language == ENGLISH else match(language, languages()) or ENGLISH


def catalogue(tag: str) -> NullTranslations:
    """The translations into a language that is spoken, those of a folder of one's own first."""
    return _catalogue(tag, os.environ.get(_OTHERS, ""))


def files_of(tag: str) -> tuple[Path, ...]:
    """The catalogues of a language, the one that ships last."""
    return _files(os.environ.get(_OTHERS, "")).get(tag, ())


@lru_cache(maxsize=16)
def _files(others: str) -> dict[str, tuple[Path, ...]]:
    """By language its catalogues, the one that ships last; CallError where a folder cannot be read."""
    found: dict[str, tuple[Path, ...]] = {}
    for folder in (Path(others), FOLDER) if others else (FOLDER,):
        try:
            paths = sorted(path for path in folder.iterdir() if path.suffix == ".po" and is_tag(path.stem))
        except OSError as error:
            said = f"{_OTHERS}: {folder} cannot be read: {error.strerror}"
            raise CallError(said, "name a folder with catalogues such as de.po") from error
        for path in paths:
            tag = canonical(path.stem)
            found[tag] = (*found.get(tag, ()), path)
    return found


@lru_cache(maxsize=16)
def _catalogue(tag: str, others: str) -> NullTranslations:
    from gettext import GNUTranslations, NullTranslations
    from io import BytesIO

    from bluecanvas.words.catalogues import po

    found = NullTranslations()
    for path in reversed(_files(others).get(tag, ())):
        entries = po.read(_text(path), path.name)
        for entry in entries:
            wrong = po.misplaced(entry)
            if wrong:
                said = f"{path.name}:{entry.line}: the translation of “{entry.source[:40]}” {wrong}"
                raise CallError(said, "keep every {name} in braces as it stands in the source")
        try:
            made = GNUTranslations(BytesIO(po.compiled(entries)))
            made.ngettext("{n} point", "{n} points", 2)
        except (ValueError, LookupError, ArithmeticError) as error:
            said = f"{path.name}: what its head says of plural forms cannot be read"
            raise CallError(said, "write as in “Plural-Forms: nplurals=2; plural=(n != 1);”") from error
        made.add_fallback(found)
        found = made
    return found


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise CallError(f"{path} cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST:
        raise CallError(f"{path.name} is larger than {_LARGEST:,} bytes, which no catalogue is")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CallError(f"{path.name}:{line}: the catalogue is not UTF-8", "save it as UTF-8") from error
