"""Places: how a file is named from a folder, and what is left out there."""

from __future__ import annotations

import os
from collections.abc import Sequence

from bluecanvas.checking.globs import glob, names_of
from bluecanvas.named import NamedTuple


class Exclusion(NamedTuple):
    """What is left out where canvases are looked for: globs, and the folder that they begin in."""

    globs: tuple[str, ...]
    folder: str

    def names(self, path: str) -> list[str]:
        """The names that lead to a path from the globs' folder."""
        return names_of(from_folder(path, self.folder))

    def holds(self, names: Sequence[str], folder: bool = False) -> bool:
        """Whether a file or a folder is left out."""
        return any(glob(pattern).matches(names, folder) for pattern in self.globs)


def from_folder(path: str, folder: str) -> str:
    """A path as it is named from a folder, with forward slashes; as it is where no way leads there."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except (OSError, ValueError):  # the current folder is gone; another drive
        return path
