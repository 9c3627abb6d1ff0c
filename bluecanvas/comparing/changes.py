"""What can change between two canvases, as values; every change has its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bluecanvas.finding import Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.words.labels import KEYS
from bluecanvas.words.voice import Voice

_NO_LEVELS: Mapping[str, float | None] = MappingProxyType({})


class Kind(StrEnum):
    """The kinds of change, in the order they are told."""

    RAISED = "raised"
    LOWERED = "lowered"
    BECAME_KNOWN = "became known"
    BECAME_UNKNOWN = "became unknown"
    FACTOR_ADDED = "factor added"
    FACTOR_REMOVED = "factor removed"
    FACTOR_RENAMED = "factor renamed"
    FACTOR_REORDERED = "factor reordered"
    FACTOR_CHANGED = "factor changed"
    CURVE_ADDED = "curve added"
    CURVE_REMOVED = "curve removed"
    CURVE_RENAMED = "curve renamed"
    CURVE_CHANGED = "curve changed"
    MOVE_ADDED = "move added"
    MOVE_REMOVED = "move removed"
    MOVE_CHANGED_ACTION = "move changed action"
    MOVE_RETARGETED = "move retargeted"
    MOVE_CHANGED = "move changed"
    SCALE_CHANGED = "scale changed"
    CANVAS_CHANGED = "canvas changed"
    TEXT_CHANGED = "text changed"
    EVIDENCE_ADDED = "evidence added"
    EVIDENCE_REMOVED = "evidence removed"
    EVIDENCE_CHANGED = "evidence changed"
    SECTION_ADDED = "section added"
    SECTION_REMOVED = "section removed"
    SECTION_CHANGED = "section changed"


LEVEL_KINDS = (Kind.RAISED, Kind.LOWERED, Kind.BECAME_KNOWN, Kind.BECAME_UNKNOWN)
"""What can become of one level."""


class Change(NamedTuple):
    """One thing that changed: what, from what, to what, and the sentence that says it."""

    kind: Kind
    text: str
    curve: str | None = None
    """Its id: of the new canvas, where it is still there."""
    factor: str | None = None
    """As for the curve."""
    field: str | None = None
    """What of the thing changed, where the kind does not say it."""
    before: Any = None
    after: Any = None
    shares: tuple[float | None, float | None] | None = None
    """A level's two values as shares of the scale, where the two canvases have different scales."""
    factors: tuple[str, ...] = ()
    """The factors that moved along the axis, or that one sentence speaks of."""
    levels: Mapping[str, float | None] = _NO_LEVELS
    """The levels that came or went with a factor, by curve, or with a curve, by factor."""


class VerdictChange(NamedTuple):
    """A reading of one curve that comes out otherwise."""

    reading: str
    title: str
    """What the reading is called."""
    curve: str
    name: str
    """The curve's."""
    before: str
    """A verdict's name, as data has it."""
    after: str
    fired: bool
    fires: bool
    why: str
    """Why it comes out as it does now."""


def verdict_said(voice: Voice, verdict: str) -> str:
    """A verdict as people say it, by its name in data."""
    key = f"verdict.{verdict}"
    return voice.label(key) if key in KEYS else verdict


class FindingChange(NamedTuple):
    """A finding that came or went."""

    came: bool
    verdict: Verdict
    suppressed: bool = False
    """Whether one that went is there still, but suppressed."""


class Comparison(NamedTuple):
    """Two canvases held against each other."""

    title: str
    changes: tuple[Change, ...]
    verdicts: tuple[VerdictChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    same_scale: bool = True
    """Whether levels could be compared as written; else they were compared as shares of the scale."""
    curves: Mapping[str, str] = MappingProxyType({})
    """The names of the curves, by id."""
    factors: Mapping[str, str] = MappingProxyType({})
    """The names of the factors, by id."""
    language: str = "en"
    """The language it is said in."""
    untold: bool = False
    """Whether something else changed, of which the reader may not know."""
    names: frozenset[str] = frozenset()
    """The names on either side that hold backticks, for sentences that set code in them."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing came out: no change, no other verdict, no finding more or less."""
        return not (self.changes or self.verdicts or self.findings)
