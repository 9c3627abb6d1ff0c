"""What was found before: the verdicts on files of the same content, kept between runs where there are many.

A file's answer depends on its bytes, the settings, the version and the code of the rules; all of them are in the key.
What cannot be read or kept costs time and changes no answer.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import bluecanvas
from bluecanvas.checking import Settings
from bluecanvas.cli._loading import name_of
from bluecanvas.cli._writing import write
from bluecanvas.errors import CallError
from bluecanvas.finding import Change, Fix, Level, Place, Typed, Verdict
from bluecanvas.rules import rule
from bluecanvas.words.catalogues import ENGLISH, files_of, spoken

_MOST_ENTRIES = 50_000
_MOST_FILES = 16


class Memory:
    """The verdicts of earlier runs with the same settings, by the content of the files."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._levels = dict(settings.levels)
        self._path = folder / f"{_digest(f'{settings.key} {_code()}{_words(settings)}'.encode())}.json"
        self._known = _load(self._path)
        self._now: dict[str, list[Any]] = {}
        self._new = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known from earlier runs, so that nobody needs to ask."""
        return not self._known

    def key(self, data: bytes, settings: Settings) -> str:
        """What a file's verdicts are kept by: its bytes, and the settings that hold for it."""
        return _digest(data, b"" if settings is self._settings else _salt(settings))

    def recall(self, key: str, file: str) -> list[Verdict] | None:
        """The verdicts on a file of that key, None where there were none before."""
        rows = self._known.get(key)
        if rows is None:
            return None
        self._now[key] = rows
        return [self._verdict(file, *row) for row in rows]

    def keep(self, files: Sequence[str], keys: Sequence[str], verdicts: Sequence[Verdict]) -> None:
        """Remember the verdicts on files by their keys; where a rule failed on one, that is not worth it."""
        found: dict[str, list[Verdict]] = {}
        for verdict in verdicts:
            found.setdefault(verdict.file, []).append(verdict)
        for file, key in zip(files, keys, strict=False):
            told = found.get(name_of(file), [])
            if not any(verdict.fault for verdict in told):
                self._now[key] = [_row(verdict) for verdict in told]
                self._new = True

    def save(self) -> None:
        """Write what is known now, and as much of the rest as there is room for."""
        if not self._new:
            return
        kept = dict(list((self._now | self._known).items())[:_MOST_ENTRIES])
        with suppress(CallError, OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write(str(self._path), _sealed(json.dumps(kept, separators=(",", ":")).encode()), quiet=True)
            for old in sorted(self._path.parent.glob("*.json"), key=_age)[_MOST_FILES:]:
                old.unlink(missing_ok=True)

    def _verdict(
        self, file: str, code: str, place: list[int], message: str, hint: str, more: Mapping[str, Any]
    ) -> Verdict:
        known = rule(code)
        level: Level = self._levels.get(code, known.level)
        plain = {name: more[name] for name in _MORE if name in more}
        fix = _fix(*more["fix"]) if "fix" in more else None
        return Verdict(file, Place(*place), code, known.name, level, known.confidence, message, hint, fix=fix, **plain)


def memory_of(settings: Settings) -> Memory | None:
    """What is remembered for some settings; None where this user has no place for it."""
    folder = cache_folder()
    return None if folder is None else Memory(settings, folder / "bluecanvas" / "checks")


_MORE = ("suppressed", "source_line", "reason", "final", "english")


def _row(verdict: Verdict) -> list[Any]:
    more: dict[str, Any] = {name: value for name in _MORE if (value := getattr(verdict, name))}
    if verdict.fix is not None:
        more["fix"] = [verdict.fix.title, [_plain(change) for change in verdict.fix.changes], verdict.fix.safe]
    return [verdict.code, list(verdict.place), verdict.message, verdict.hint, more]


def _fix(title: str, changes: list[list[Any]], safe: bool) -> Fix:
    return Fix(title, tuple(Change(*_meant(change)) for change in changes), safe)


def _plain(value: Any) -> Any:
    """A change's value as JSON knows values: YAML as typed in a mapping of its own."""
    if isinstance(value, Typed):
        return {"typed": str(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _meant(value: Any) -> Any:
    if isinstance(value, dict):
        return Typed(value["typed"])
    return tuple(_meant(item) for item in value) if isinstance(value, list) else value


def _load(path: Path) -> dict[str, list[Any]]:
    """What a file holds; nothing where it is not byte for byte as it was written."""
    with suppress(OSError):
        data = path.read_bytes() if path.is_file() else b""  # whatever else bears the name might never end
        told = data.partition(b"\n")[2]
        if data and data == _sealed(told):
            known: dict[str, list[Any]] = json.loads(told)
            return known
    return {}


def _sealed(data: bytes) -> bytes:
    return _digest(data).encode() + b"\n" + data


@lru_cache(maxsize=256)
def _salt(settings: Settings) -> bytes:
    return _digest(settings.key.encode()).encode()


def _digest(data: bytes, salt: bytes = b"") -> str:
    return blake2b(data, digest_size=16, person=salt[:16]).hexdigest()


@lru_cache(maxsize=1)
def _code() -> str:
    """The version, and for those who work on it the state of every file of the code."""
    top = Path(bluecanvas.__file__).parent
    return f"{bluecanvas.__version__} {sys.version_info[:2]} {sorted(_states(str(top)))}"


def _words(settings: Settings) -> str:
    """For another language than English the state of its catalogues, which say what is kept."""
    if settings.language == ENGLISH:
        return ""
    states = ((path, path.stat()) for path in files_of(spoken(settings.language)))
    return f" {[(str(path), state.st_size, state.st_mtime_ns) for path, state in states]}"


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _states(entry.path)
        elif entry.name.endswith(".py"):
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns


def _age(path: Path) -> float:
    return -path.stat().st_mtime


def cache_folder() -> Path | None:
    """Where this user's programs keep what they can do without."""
    named = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    if named and Path(named).is_absolute():
        return Path(named)
    with suppress(RuntimeError):
        home = Path.home()
        if home.is_absolute():
            return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return None
