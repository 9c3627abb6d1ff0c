"""Files out: whole or not at all, through a temporary file beside the target."""

from __future__ import annotations

import os
import re
import stat
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from bluecanvas.cli._saying import reason, say
from bluecanvas.errors import CallError
from bluecanvas.words import visible

_LEFT_OVER = re.compile(r"\.bc-[0-9a-f]{16}\.tmp")
_HOUR = 3600.0


def write(path: str, data: bytes, quiet: bool = False, replace: bool = True) -> None:
    """Put the bytes at a path in one step, replacing what was there; CallError where that cannot be done.

    Without `replace`, a file that is there stays as it is, and that is a CallError too.
    """
    target = Path(path)
    check_writable(path)
    temporary = target.parent / f".bc-{os.urandom(8).hex()}.tmp"
    try:
        _sweep(target.parent.absolute())
        mode = _mode(target)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o666 if mode is None else 0o600), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        _put(temporary, target, replace)
    except FileExistsError:
        raise already(path) from None
    except (OSError, ValueError) as error:
        raise CallError(f"{path} cannot be written: {reason(error)}") from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    if not quiet:
        say(f"wrote {visible(path)}")


def already(path: str) -> CallError:
    """What to say of a file that would have to be overwritten."""
    return CallError(f"{path} is there already", "choose another name, or overwrite it with --force")


def check_writable(path: str) -> None:
    """CallError, before any work is done, where a file cannot come to stand at a path."""
    target = Path(path)
    try:
        if target.is_dir():
            raise CallError(f"{path} is a folder", "name a file in it")
        if not target.parent.is_dir():
            raise CallError(f"there is no folder {target.parent}", f"make it first: mkdir -p {target.parent}")
        if os.path.lexists(path) and not (target.is_symlink() or target.is_file()):
            raise CallError(f"{path} is no regular file")
        if not os.access(target.parent, os.W_OK | os.X_OK):
            raise CallError(f"the folder {target.parent} cannot be written to")
    except (OSError, ValueError) as error:
        raise CallError(f"{path} cannot be written: {reason(error)}") from None


def _put(temporary: Path, target: Path, replace: bool) -> None:
    """Give the finished file its name."""
    if replace:
        temporary.replace(target)
        return
    try:
        target.hardlink_to(temporary)  # fails where the name is taken, with nothing between asking and taking
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise FileExistsError from None
        temporary.rename(target)


def _mode(target: Path) -> int | None:
    """The mode of the file that is replaced; None for a new one, which gets what new files get."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        return None


@lru_cache(maxsize=64)
def _sweep(folder: Path) -> None:
    """Clear away what runs that were killed left in a folder; a file of the last hour may still be being written."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not _LEFT_OVER.fullmatch(entry.name) or not entry.is_file(follow_symlinks=False):
                continue
            if time.time() - entry.stat(follow_symlinks=False).st_mtime > _HOUR:
                with suppress(OSError):
                    Path(entry.path).unlink()
