"""Findings: what is wrong, at which path of the canvas; where that is in the file is looked up late."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

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


class Place(NamedTuple):
    """A finding's place in its file as an editor counts: from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


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

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: path, line, column, code, message."""
        return (self.file, self.place.line, self.place.column, self.code, self.message)
