"""Files out: whole or not at all, through a temporary file beside the target."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from bluecanvas.cli._ending import say
from bluecanvas.errors import CallError
from bluecanvas.words import visible

_PREFIX, _SUFFIX = ".bc-", ".tmp"


def write(path: str, data: bytes, quiet: bool = False) -> None:
    """Put the bytes at a path, replacing what was there in one step; CallError where that cannot be done."""
    target = Path(path)
    check_writable(path)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(_SUFFIX, _PREFIX, target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except OSError as error:
        raise CallError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
    if not quiet:
        say(f"wrote {visible(path)}")


def check_writable(path: str) -> None:
    """CallError, before any work is done, where a file cannot come to stand at a path."""
    target = Path(path)
    try:
        if target.is_dir():
            raise CallError(f"{path} is a folder", "name a file in it")
        if not target.parent.is_dir():
            raise CallError(f"there is no folder {target.parent}", f"make it first: mkdir -p {target.parent}")
        if not os.access(target.parent, os.W_OK):
            raise CallError(f"the folder {target.parent} cannot be written to")
    except (OSError, ValueError) as error:
        raise CallError(f"{path} cannot be written: {getattr(error, 'strerror', None) or error}") from None


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, else what a new file would get."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
