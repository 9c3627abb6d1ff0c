"""Compiled report templates, kept between runs in a folder that nobody else can write to: what they hold is run.

What cannot be read, kept or trusted costs the time to compile, and changes no report.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from bluecanvas.cli._remembered import cache_folder
from bluecanvas.cli._writing import write
from bluecanvas.errors import CallError

_MOST = 32
_LARGEST = 4 * 1024 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Compiled:
    """The compiled templates of earlier runs, a file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recall(self, key: str) -> bytes | None:
        """What was compiled, None where there is nothing that is whole and ours alone."""
        with suppress(OSError):
            if self._ours():
                told, _, data = _read(self._folder / _name(key)).partition(b"\n")
                if data and told == _seal(key, data):
                    return data
        return None

    def keep(self, key: str, data: bytes) -> None:
        """Keep what was compiled, in place of what is oldest where there is much."""
        with suppress(CallError, OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._ours():
                write(str(self._folder / _name(key)), _seal(key, data) + b"\n" + data, quiet=True)
                for old in sorted(self._folder.glob("*.code"), key=_age)[_MOST:]:
                    old.unlink(missing_ok=True)

    def _ours(self) -> bool:
        """Whether the folder is this user's, and nobody else may enter it."""
        found = self._folder.lstat()
        return stat.S_ISDIR(found.st_mode) and _own(found) and not found.st_mode & _OTHERS


def compiled() -> Compiled | None:
    """Where this user's compiled templates are; None where there is no place, or no telling whose files are."""
    folder = cache_folder() if hasattr(os, "geteuid") else None
    return None if folder is None else Compiled(folder / "bluecanvas" / "templates")


def _read(path: Path) -> bytes:
    """A file's bytes where it is a regular one of this user's own, else none."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as stream:
        found = os.fstat(handle)
        return stream.read(_LARGEST) if stat.S_ISREG(found.st_mode) and _own(found) else b""


def _own(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid()


def _name(key: str) -> str:
    return f"{blake2b(key.encode(), digest_size=16).hexdigest()}.code"


def _seal(key: str, data: bytes) -> bytes:
    """What says that a file is whole, and what it was made from."""
    return blake2b(key.encode() + b"\0" + data, digest_size=16).hexdigest().encode()


def _age(path: Path) -> float:
    return -path.stat().st_mtime
