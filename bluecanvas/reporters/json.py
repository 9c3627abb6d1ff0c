"""Findings as JSON, version 1: stable keys, sorted by path, line, column and code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bluecanvas.finding import Verdict
from bluecanvas.reporters import Summary, counts
from bluecanvas.reporters._escaping import as_json, whole


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """One object with the counts and every finding, the suppressed and baselined ones marked."""
    found = [as_data(verdict) for verdict in verdicts]
    return as_json({"version": 1, "checked": summary.checked, "counts": counts(verdicts), "findings": found}, indent=1)


def as_data(verdict: Verdict) -> dict[str, Any]:
    """A finding as plain data."""
    place = verdict.place
    return {
        "path": whole(verdict.file),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "code": verdict.code,
        "name": verdict.name,
        "level": verdict.level.value,
        "confidence": verdict.confidence.value,
        "message": whole(verdict.message),
        "hint": whole(verdict.hint),
        "suppressed": verdict.suppressed,
        "reason": whole(verdict.reason),
        "baselined": verdict.baselined,
        **({"fix": {"title": whole(verdict.fix.title), "safe": verdict.fix.safe}} if verdict.fix else {}),
    }
