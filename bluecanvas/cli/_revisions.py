"""Where a side of a comparison comes from: a file, standard input, or `REV:path` as git has it."""

from __future__ import annotations

import os
import re
import subprocess

from bluecanvas.cli._files import STDIN, read_bytes
from bluecanvas.cli._loading import name_of
from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple
from bluecanvas.source import LIMITS
from bluecanvas.words import suggestion, visible

_PARTS = re.compile(r"(?s)((?:[^{:]|\{[^}]*\})*):(.+)")
"""A colon within braces belongs to the revision, as in HEAD^{/fix: typo}."""
_SECONDS = 60
_QUIETLY = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
# a repository that came with what is compared must not choose what git runs
_GIT = ("git", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")


class Side(NamedTuple):
    """A canvas's bytes and what messages call them."""

    name: str
    data: bytes
    file: str | None = None
    """The file it was read from, where it is one."""


def read_side(word: str) -> Side:
    """The bytes a word means; a file of that name wins over a revision, CallError where there is neither."""
    if word == STDIN or os.path.lexists(word) or ":" not in word:
        return Side(name_of(word), read_bytes(word), None if word == STDIN else word)
    parts = _PARTS.fullmatch(word)
    if parts is None:
        return Side(word, read_bytes(word))
    return Side(word, _from_git(parts[1], parts[2]))


def _from_git(revision: str, path: str) -> bytes:
    """A file's bytes in a revision; without one, in the index, as git has it."""
    _ask_for_repository(f"{revision}:{path}")
    if revision and not _id(f"{revision}^{{tree}}"):
        raise CallError(f"there is no revision {revision} in this repository", suggestion(revision, _revisions(), 6))
    where = revision or "the index"
    found = _id(f"{revision}:{path}")
    if not found:
        raise CallError(f"there is no file {path} in {where}", _near(revision, path))
    kind = _git("cat-file", "-t", found).strip()
    if kind != b"blob":
        raise CallError(f"{path} is {'a folder' if kind == b'tree' else 'no file'} in {where}", "name a canvas in it")
    return _content(found)


def _ask_for_repository(word: str) -> None:
    """CallError where there is no git, or no repository to ask."""
    try:
        asked = _run("rev-parse", "--git-dir")
    except FileNotFoundError:
        raise CallError(f"{word} needs git, which is not installed", "name a file instead") from None
    if asked.returncode:
        if b"not a git repository" in asked.stderr:
            raise CallError(
                f"there is no file {word}, and this folder is in no git repository",
                "REV:path is read from the repository of the current folder",
            )
        said = visible(asked.stderr.decode("utf-8", "replace").strip().split("\n")[0])
        raise CallError(f"git cannot read the repository: {said.removeprefix('fatal: ')}")


def _id(name: str) -> str:
    """The id of an object by its name in git, "" where there is none."""
    if name.startswith("-") or "\0" in name:
        return ""
    return _git("rev-parse", "--verify", "--quiet", "--end-of-options", name).decode().strip()


def _content(id: str) -> bytes:
    """An object's bytes; of one over the limit only as much as shows that it is."""
    try:
        with subprocess.Popen(  # noqa: S603 - a fixed command and an id that git gave
            [*_GIT, "cat-file", "blob", id], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, **_QUIETLY},
        ) as process:  # fmt: skip
            data = process.stdout.read(LIMITS.bytes + 1) if process.stdout else b""
            if len(data) > LIMITS.bytes:
                process.kill()
    except OSError as error:
        raise CallError(f"git cannot be run: {error.strerror}") from None
    if process.returncode and len(data) <= LIMITS.bytes:
        raise CallError("git could not read the file from the repository", "see: git fsck")
    return data


def _near(revision: str, path: str) -> str:
    """The file a missing one may have meant: beside the current folder, else any like it."""
    beside = f"./{path}"
    if not path.startswith(("./", "../", "/")) and _id(f"{revision}:{beside}"):
        return f"paths begin at the top of the repository; from here it is {revision}:{beside}"
    listed = _git("ls-files", "-z", "--full-name", ":/") if not revision else _tree(revision)
    names = [name for name in listed.decode("utf-8", "replace").split("\0") if name.endswith((".yaml", ".yml"))]
    return suggestion(path, names, 6)


def _tree(revision: str) -> bytes:
    return _git("ls-tree", "-r", "-z", "--name-only", "--full-tree", _id(f"{revision}^{{tree}}"))


def _revisions() -> list[str]:
    """The branches and tags there are, the newest first."""
    said = _git("for-each-ref", "--sort=-creatordate", "--format=%(refname:short)", "--count=200")
    return ["HEAD", *said.decode("utf-8", "replace").split()]


def _git(*words: str) -> bytes:
    """What git answers, empty where it fails."""
    asked = _run(*words)
    return b"" if asked.returncode else asked.stdout


def _run(*words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell; words that come from the call stand behind --end-of-options
            [*_GIT, *words], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS,
            env={**os.environ, **_QUIETLY},
        )  # fmt: skip
    except FileNotFoundError:
        raise
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise CallError(f"git cannot be run: {error}") from None
