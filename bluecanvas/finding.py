"""Findings: what is wrong, at which path of the canvas; where that is in the file is looked up late."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal, TypeAlias

from bluecanvas.named import NamedTuple

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the top of the file: `("curves", "plan", "scores", "speed")`."""


class Level(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def weight(self) -> int:
        """0 for the lightest level, rising."""
        return _WEIGHT[self]

    def reaches(self, bar: Level) -> bool:
        """Whether this level is at or above `bar`."""
        return self.weight >= bar.weight


_WEIGHT = {Level.ADVICE: 0, Level.WARNING: 1, Level.ERROR: 2}


class Confidence(StrEnum):
    """How sure a rule is that what it found is a fault."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Span(NamedTuple):
    """A stretch of the decoded text: first and one-past-last code point, counted from 0."""

    start: int
    end: int


class Typed(str):
    """A value as it is to stand in the file, in YAML and on one line: `{to: 2, why: "a, b"}`, `2.50`."""

    __slots__ = ()


Deed: TypeAlias = Literal["put", "add", "rename", "remove", "reorder", "include", "move"]


class Change(NamedTuple):
    """One change to a canvas file, by data path; made by the functions below, carried out by `source.editing`."""

    deed: Deed
    path: Path
    value: Any = None
    """None, a truth value, a number, a text, `Typed`, or lists, tuples and mappings of these."""
    before: tuple[str | int, ...] = ()
    """A new entry stands before the first of these that is there, else behind all others."""
    short: bool = False
    """Whether a single value may stand for the mapping above the path, and is then the one replaced."""


def put(path: Path, value: Any, before: tuple[str | int, ...] = (), short: bool = False) -> Change:
    """The value at a path; a key that is not there, or the item after the last, is added."""
    return Change("put", path, value, before, short)


def add(path: Path, value: Any, before: tuple[str | int, ...] = ()) -> Change:
    """One more item in the list at a path."""
    return Change("add", path, value, before)


def rename(path: Path, name: str) -> Change:
    """Another name for the key at a path."""
    return Change("rename", path, name)


def remove(path: Path) -> Change:
    """The entry at a path taken out, with the comments that belong to it."""
    return Change("remove", path)


def reorder(path: Path, names: tuple[str | int, ...]) -> Change:
    """The entries of the collection at a path in another order; those not named keep their places."""
    return Change("reorder", path, names)


def include(path: Path, name: str, value: Any = None, before: tuple[str | int, ...] = ()) -> Change:
    """One more name where names stand alone, in a list or as keys; a value is kept where names are keys."""
    return Change("include", path, (name, value), before)


def move(path: Path, to: Path, before: tuple[str | int, ...] = ()) -> Change:
    """A name from where names stand alone, in a list or as keys, to another such place, with all that is said of it."""
    return Change("move", path, to, before)


class Fix(NamedTuple):
    """How a finding can be mended: in words, and as changes of the file. Its values are hashable, as all findings are."""

    title: str
    changes: tuple[Change, ...]
    safe: bool = True
    """Whether it is certain what was meant; where it is not, a person decides."""


class Finding(NamedTuple):
    """One thing that is wrong: its code, where in the canvas, what, and how to mend it."""

    code: str
    path: Path
    message: str
    hint: str = ""
    on_key: bool = False
    """Point at the path's key rather than at its value."""
    span: Span | None = None
    """The exact place, where no path leads there (syntax, a second key of the same name)."""
    fix: Fix | None = None
    """How it can be mended, where that is known."""
    english: str = ""
    """The message in English, where it is said in another language."""


class Place(NamedTuple):
    """A finding's place in its file as an editor counts: from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Replacement(NamedTuple):
    """A stretch of a file, and the text that comes to stand there."""

    place: Place
    text: str


class Verdict(NamedTuple):
    """A finding with everything a reporter prints: file, place, rule, level and the source line."""

    file: str
    place: Place
    code: str
    name: str
    level: Level
    confidence: Confidence
    message: str
    hint: str = ""
    suppressed: bool = False
    source_line: str = ""
    reason: str = ""
    """Why it is suppressed, in the author's words."""
    baselined: bool = False
    """Whether it was there when the baseline was written."""
    final: bool = False
    """Whether nothing excuses it: the file gave no canvas, or a rule failed on it."""
    fault: str = ""
    """The traceback of a rule that failed, for those who mend it."""
    fix: Fix | None = None
    """How it can be mended, where that is known."""
    replacements: tuple[Replacement, ...] = ()
    """What the fix comes to in the file's text, for a report that shows it; empty where it was not worked out."""
    english: str = ""
    """The message in English, where it is said in another language."""

    @property
    def stands(self) -> bool:
        """Whether it counts: neither suppressed nor in the baseline."""
        return not (self.suppressed or self.baselined)

    @property
    def known_as(self) -> str:
        """What it is known by in every language: the message in English."""
        return self.english or self.message

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: path, line, column, code, message; the same in every language."""
        return (self.file, self.place.line, self.place.column, self.code, self.english or self.message)
