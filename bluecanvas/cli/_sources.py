"""The files that a call reads, none of which it may write: canvases, templates, what outputs are made to look like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bluecanvas.errors import CallError
from bluecanvas.renderers import Theme


class Sources:
    """Files that are read, known by what they are, whatever path leads there."""

    def __init__(self, named: Iterable[tuple[str, str]] = ()) -> None:
        """From pairs of a path and what is read there, as in `the template`."""
        self._called: dict[tuple[int, int], str] = {}
        for path, what in named:
            known = _known(path)
            if known is not None:
                self._called.setdefault(known, what)

    def check(self, out: str) -> None:
        """CallError where an output would replace one of them."""
        known = _known(out)
        if known in self._called and known is not None:
            raise CallError(f"{out} is {self._called[known]} itself", "name another file")


def looks(like: Sequence[str], theme: str, read: str | Theme) -> list[tuple[str, str]]:
    """What outputs are made to look like: models, and a theme's file with what that brings."""
    named = [(path, "the file to look like") for path in like]
    if isinstance(read, Theme):
        named.append((theme, "the theme"))
        named += [(path, "the theme's font") for path in read.font]
        named += [(read.logo.file, "the theme's logo")] if read.logo else []
    return named


def _known(path: str) -> tuple[int, int] | None:
    """What tells a file from all others; None where there is none."""
    try:
        about = Path(path).stat()
    except (OSError, ValueError):  # a name no file can have
        return None
    return about.st_dev, about.st_ino
