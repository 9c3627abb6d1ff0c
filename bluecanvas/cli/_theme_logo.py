"""The logo of a theme: a PNG or JPEG from the theme's folder, read within limits."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

from bluecanvas.cli._saying import reason
from bluecanvas.errors import CallError
from bluecanvas.renderers import Mark

_MOST = 1 << 20
_SIDE = 8_000
_MOST_PIXELS = 16_000_000
_KINDS = "a .png or .jpg file, from the theme's folder"


def read_mark(folder: Path, name: str) -> Mark:
    """The logo of a name in the theme's folder; CallError for what is none, too large, or leads out of the folder."""
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise CallError(f"the logo {name} leads out of the theme's folder", "put it beside the theme")
        if not path.exists():
            raise CallError(f"there is no logo {name}", f"name {_KINDS}")
        if not path.is_file():  # a pipe would be waited for
            raise CallError(f"the logo {name} is no regular file", f"name {_KINDS}")
        if path.stat().st_size > _MOST:
            raise CallError(f"the logo {name} has {path.stat().st_size / _MOST:.1f} MiB", "at most 1 MiB is read")
        data = path.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        said = reason(error) if isinstance(error, OSError | ValueError) else str(error)
        raise CallError(f"the logo {name} cannot be read: {said}") from None
    if b"<svg" in data[:4096].lower():
        raise CallError(f"the logo {name} is an SVG, which not every medium can hold", "save it as a .png")
    width, height = sides(data, name)
    return Mark(path.name, data, width, height, str(path))


def sides(data: bytes, name: str) -> tuple[int, int]:
    """The sides of a picture; CallError where it cannot be read to its end, or is too large."""
    from PIL import Image, UnidentifiedImageError  # only where a theme has a logo

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            width, height = picture.size
            if max(width, height) > _SIDE or width * height > _MOST_PIXELS:
                raise CallError(f"the logo {name} has {width:,} × {height:,} pixels", f"at most {_SIDE:,} a side")
            picture.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        raise CallError(f"the logo {name} is no picture that can be read", f"name {_KINDS}") from None
    return width, height
