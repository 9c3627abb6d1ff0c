"""Files of the reader's own that presentations and documents are made to look like, and the logo on them."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bluecanvas.cli._saying import reason
from bluecanvas.errors import CallError
from bluecanvas.renderers import Model

if TYPE_CHECKING:
    from bluecanvas.documents import Logo

_MEDIA = {"pptx": ("pptx", "potx", "pptm", "potm"), "docx": ("docx", "dotx", "docm", "dotm")}
_MOST = 200_000_000
_LARGEST_LOGO = 1_000_000
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def models(paths: Sequence[str], kinds: Sequence[str]) -> dict[str, Model]:
    """The model of each medium among `kinds` by its ending; CallError for one that serves none of them."""
    found: dict[str, Model] = {}
    for path in paths:
        ending = Path(path).suffix.lstrip(".").lower()
        medium = next((medium for medium, endings in _MEDIA.items() if ending in endings), None)
        if medium is None:
            endings = ", ".join(f".{one}" for endings in _MEDIA.values() for one in endings)
            raise CallError(f"{path} is no presentation or document to look like", f"endings are {endings}")
        if medium not in kinds:
            raise CallError(f"nothing is written that could look like {path}", f"write one: -o OUT.{medium}")
        if medium in found:
            raise CallError(f"{path} is the second file to look like for .{medium}", "name one")
        found[medium] = Model(path, read_whole(path))
    return found


def read_logo(path: str, folder: Path | None = None) -> Logo:
    """A logo; one that a template names is of the template's folder, and does not lead out of it."""
    place = Path(path)
    if folder is not None:
        place = folder / path
        if not place.resolve().is_relative_to(folder.resolve()):
            raise CallError(f"the logo {path} leads out of the template's folder", "put it beside the template")
    from bluecanvas.cli._theme_logo import sides  # only where a report has a logo

    data = read_whole(str(place), _LARGEST_LOGO)
    if not data.startswith(_PICTURES):
        raise CallError(f"the logo {path} is no PNG or JPEG", "save it as a .png")
    try:
        sides(data, path)
    except CallError as error:
        raise CallError(error.message, "save it anew as a .png") from None
    from bluecanvas.documents import Logo  # not for pictures

    return Logo(place.name, data)


def read_whole(path: str, most: int = _MOST) -> bytes:
    """A file's bytes, far more of them than of a canvas; CallError for what is missing, too large or no regular file."""
    try:
        about = Path(path).stat()
        if not stat.S_ISREG(about.st_mode):
            raise CallError(f"{path} is no regular file", "name the file itself")
        if about.st_size > most:
            raise CallError(f"{path} has {about.st_size / 1e6:.1f} MB", f"at most {most // 10**6} MB are read")
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise CallError(f"there is no file {path}") from None
    except (OSError, ValueError) as error:
        raise CallError(f"{path} cannot be read: {reason(error)}") from None
