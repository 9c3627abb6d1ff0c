"""A comparison as plain data, as JSON has it."""

from __future__ import annotations

from typing import Any

from bluecanvas.comparing.changes import LEVEL_KINDS, Change, Comparison, FindingChange, VerdictChange
from bluecanvas.reporters.json import as_data as finding_data

VERSION = 1


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The whole document, version 1."""
    return {
        "version": VERSION,
        "title": comparison.title,
        "same_scale": comparison.same_scale,
        "changes": [_change(change) for change in comparison.changes],
        "verdicts": [_verdict(verdict) for verdict in comparison.verdicts],
        "findings": [_finding(finding) for finding in comparison.findings],
    }


def _change(change: Change) -> dict[str, Any]:
    named = {"curve": change.curve, "factor": change.factor, "field": change.field}
    shares = {} if change.shares is None else dict(zip(("from_share", "to_share"), change.shares, strict=True))
    more = {"factors": list(change.factors), "levels": dict(change.levels)}
    ends = {"from": change.before, "to": change.after} if _has_ends(change) else {}
    return {
        "kind": change.kind.value,
        **{key: name for key, name in named.items() if name is not None},
        **ends,
        **shares,
        "text": change.text,
        **{key: listed for key, listed in more.items() if listed},
    }


def _has_ends(change: Change) -> bool:
    return change.kind in LEVEL_KINDS or not (change.before is None and change.after is None)


def _verdict(change: VerdictChange) -> dict[str, Any]:
    return {
        "reading": change.reading,
        "curve": change.curve,
        "from": change.before,
        "to": change.after,
        "fired": change.fired,
        "fires": change.fires,
        "why": change.why,
    }


def _finding(change: FindingChange) -> dict[str, Any]:
    return {
        "change": "came" if change.came else "went",
        **finding_data(change.verdict),
        "suppressed": change.suppressed,
    }
