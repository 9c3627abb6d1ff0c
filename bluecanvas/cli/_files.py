"""Files in: canvases found in folders, bytes read within limits, and never anything but a regular file."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bluecanvas.errors import CallError
from bluecanvas.source import LIMITS

STDIN = "-"
_ENDINGS = (".canvas.yaml", ".canvas.yml")
_FIRST_BYTES = 4096


class Found(NamedTuple):
    """The canvases that a call names, and what could not be found."""

    files: tuple[str, ...]
    problems: tuple[CallError, ...]


def read_bytes(file: str) -> bytes:
    """A file's bytes, `-` for standard input; CallError for what is missing, unreadable or no regular file.

    Of a file over the limit only as much is read as shows that it is.
    """
    if file == STDIN:
        if sys.stdin is None:
            raise CallError("standard input is closed")
        return sys.stdin.buffer.read(LIMITS.bytes + 1)
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise CallError(f"there is no file {file}", _near(file)) from None
    except (OSError, ValueError) as error:
        raise CallError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    with os.fdopen(handle, "rb") as stream:
        kind = os.fstat(stream.fileno()).st_mode
        if stat.S_ISDIR(kind):
            raise CallError(f"{file} is a folder", "name a canvas in it")
        if not stat.S_ISREG(kind):
            raise CallError(f"{file} is no regular file")
        try:
            return stream.read(LIMITS.bytes + 1)
        except OSError as error:
            raise CallError(f"{file} cannot be read: {error.strerror}") from None


def find_canvases(paths: Iterable[str]) -> Found:
    """The canvas files that paths name: files as they are, folders by the canvases below them, each once."""
    files: dict[str, None] = {}
    problems: list[CallError] = []
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            if path != STDIN and not Path(path).exists():
                problems.append(CallError(f"there is no file {path}", _near(path)))
            else:
                files.setdefault(path)
            continue
        inside = list(_in_folder(path))
        if not inside:
            problems.append(
                CallError(f"there is no canvas in {path}", "canvases are called NAME.canvas.yaml; see: bluecanvas new")
            )
        files.update(dict.fromkeys(inside))
    return Found(tuple(files), tuple(problems))


def _in_folder(folder: str) -> Iterator[str]:
    candidates: list[str] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            path = str(Path(root) / name) if folder != "." else os.path.relpath(Path(root) / name)
            if name.endswith(_ENDINGS) or (name.endswith((".yaml", ".yml")) and _begins_as_canvas(path)):
                candidates.append(path)
    ignored = _ignored_by_git(folder, candidates)
    return (path for path in candidates if path not in ignored)


def _begins_as_canvas(path: str) -> bool:
    """Whether the first line that is no comment starts with `bluecanvas:`."""
    try:
        if not Path(path).is_file():
            return False
        with open(path, "rb") as stream:  # noqa: PTH123 - the first block alone
            head = stream.read(_FIRST_BYTES)
    except OSError:
        return False
    for line in head.removeprefix(b"\xef\xbb\xbf").splitlines():
        text = line.strip()
        if text and not text.startswith(b"#") and text != b"---":
            return text.startswith(b"bluecanvas:")
    return False


def _ignored_by_git(folder: str, paths: list[str]) -> frozenset[str]:
    """Those of the paths that `.gitignore` leaves out; none outside a repository or without git."""
    if not paths:
        return frozenset()
    try:
        asked = subprocess.run(
            ["git", "check-ignore", "-z", "--stdin"],  # noqa: S607 - whichever git the user has
            input="\0".join(str(Path(path).absolute()) for path in paths).encode("utf-8", "surrogateescape"),
            capture_output=True,
            cwd=folder,
            check=False,
            timeout=30,
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    ignored = set(asked.stdout.decode("utf-8", "surrogateescape").split("\0"))
    return frozenset(path for path in paths if str(Path(path).absolute()) in ignored)


def _near(file: str) -> str:
    """The canvas a missing file may have meant."""
    from bluecanvas.words import nearest

    path = Path(file)
    try:
        names = sorted(entry.name for entry in (path.parent if path.parent.is_dir() else Path()).iterdir())
    except OSError:
        return ""
    canvases = [name for name in names if name.endswith((".yaml", ".yml"))]
    near = nearest(path.name, canvases) or nearest(f"{path.name}.canvas.yaml", canvases)
    if near:
        return f"did you mean {path.parent / near}?"
    return f"here are: {', '.join(canvases[:8])}" if canvases else "a canvas is begun with: bluecanvas new NAME"


def stem(file: str) -> str:
    """A canvas's name without its endings: `air` of `dir/air.canvas.yaml`."""
    if file == STDIN:
        return "canvas"
    name = Path(file).name
    for ending in (*_ENDINGS, ".yaml", ".yml"):
        if name.endswith(ending) and name != ending:
            return name.removesuffix(ending)
    return name


def same_file(one: str, other: str) -> bool:
    """Whether two paths are one file."""
    try:
        return one != STDIN and Path(one).samefile(other)
    except OSError:
        return False
