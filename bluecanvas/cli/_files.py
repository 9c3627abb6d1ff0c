"""Files in: canvases found in folders, bytes read within limits, and never anything but a regular file."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from bluecanvas.cli._saying import reason
from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple
from bluecanvas.source import LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bluecanvas.cli._places import Exclusion  # a drawing asks for files, but for no globs

STDIN = "-"
_ENDINGS = (".canvas.yaml", ".canvas.yml")
_FIRST_BYTES = 4096
_NONE_HERE = "canvases are called NAME.canvas.yaml; see: bluecanvas new"
_LEFT_OUT = "; or the configuration's `exclude` leaves them out"


class Found(NamedTuple):
    """The canvases that a call names, and what could not be found."""

    files: tuple[str, ...]
    problems: tuple[CallError, ...]


def read_bytes(file: str) -> bytes:
    """A file's bytes, `-` for standard input; CallError for what is missing, unreadable or no regular file.

    Of a file over the limit only as much is read as shows that it is.
    """
    if file == STDIN:
        return _standard_input()
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise CallError(f"there is no file {file}", _near(file)) from None
    except (OSError, ValueError) as error:
        raise CallError(f"{file} cannot be read: {reason(error)}") from None
    try:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise CallError(f"{file} is a folder", "name a canvas in it")
        if not stat.S_ISREG(found.st_mode):
            raise CallError(f"{file} is no regular file", "pipe it in and read it as -")
        data = os.read(handle, min(found.st_size, LIMITS.bytes) + 1)
        while len(data) != found.st_size and len(data) <= LIMITS.bytes and (more := os.read(handle, LIMITS.bytes)):
            data += more  # it grows as it is read
    except OSError as error:
        raise CallError(f"{file} cannot be read: {reason(error)}") from None
    finally:
        os.close(handle)
    if data and not found.st_size:  # a file the system makes up as it is read, such as a process's environment
        raise CallError(f"{file} is no regular file", "pipe it in and read it as -")
    return data


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise CallError("standard input is closed")
    try:
        return sys.stdin.buffer.read(LIMITS.bytes + 1)
    except OSError as error:
        raise CallError(f"standard input cannot be read: {reason(error)}") from None


def find_canvases(paths: Sequence[str], exclude: Exclusion | None = None, force: bool = False) -> Found:
    """The canvas files that paths name: files as they are, folders by the canvases below them, each once.

    What is excluded is left out of folders, and of the files named outright too where that is forced.
    """
    files: dict[str, str] = {}
    problems: list[CallError] = []
    for path in paths:
        inside = [path]
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112 - Path.is_dir fails on a name it does not like
            inside = _in_folder(path, exclude, problems)
            if not inside:
                problems.append(CallError(f"there is no canvas in {path}", _NONE_HERE + (_LEFT_OUT if exclude else "")))
        elif force and path != STDIN and exclude is not None and exclude.holds(exclude.names(path)):
            continue
        for file in inside:  # several paths may lead to one file
            files.setdefault(os.path.realpath(file) if len(paths) > 1 and file != STDIN else file, file)
    return Found(tuple(files.values()), tuple(problems))


def _in_folder(folder: str, exclude: Exclusion | None, problems: list[CallError]) -> list[str]:
    """The canvases below a folder, in order; a folder that cannot be read is a problem, and the others are searched."""

    def unreadable(error: OSError) -> None:
        problems.append(CallError(f"the folder {error.filename} cannot be read: {reason(error)}"))

    found: list[str] = []
    top = exclude.names(folder) if exclude else []
    for root, folders, names in os.walk(folder, onerror=unreadable):
        within = os.path.relpath(root, folder) if root != folder else ""
        here = [*top, *Path(within).parts] if within else top
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name != "node_modules"
            and not (exclude and exclude.holds([*here, name], folder=True))
        )
        for name in sorted(names):
            path = f"{within}/{name}" if within else name
            if not name.endswith((".yaml", ".yml")) or (exclude and exclude.holds([*here, name])):
                continue
            if name.endswith(_ENDINGS) or _begins_as_canvas(f"{folder}/{path}"):
                found.append(path)
    ignored = _ignored_by_git(folder, found)
    return [path if folder == "." else f"{folder.rstrip('/')}/{path}" for path in found if path not in ignored]


def _begins_as_canvas(path: str) -> bool:
    """Whether the first line that is no comment starts with `bluecanvas:`."""
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as stream:
            head = stream.read(_FIRST_BYTES)
            first = _first_line(head) or _first_line(head + stream.read(LIMITS.bytes))
    except OSError:
        return False
    return first.startswith(b"bluecanvas:")


def _first_line(head: bytes) -> bytes:
    """The first line that says something, empty where there is none."""
    lines = (line.strip() for line in head.removeprefix(b"\xef\xbb\xbf").splitlines())
    return next((line for line in lines if line and not line.startswith(b"#") and line != b"---"), b"")


def _ignored_by_git(folder: str, paths: list[str]) -> frozenset[str]:
    """Those of a folder's paths that `.gitignore` leaves out; none outside a repository or without git."""
    if not paths:
        return frozenset()
    import subprocess

    # a repository that came with what is checked must not choose what git runs
    command = [
        "git",
        "-c",
        "safe.bareRepository=explicit",
        "-c",
        "core.fsmonitor=false",
        "check-ignore",
        "-z",
        "--stdin",
    ]
    try:
        asked = subprocess.run(  # noqa: S603 - a fixed command; the paths go in by standard input
            command,
            input="\0".join(paths).encode("utf-8", "surrogateescape"),
            capture_output=True,
            cwd=folder,
            check=False,
            timeout=30,
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(asked.stdout.decode("utf-8", "surrogateescape").split("\0"))


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
    except (OSError, ValueError):  # a name no file can have
        return False
