"""Findings as JSON, version 1: stable keys, sorted by path, line, column and code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bluecanvas.finding import Verdict
from bluecanvas.reporters import Summary, counts


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """One object with the counts and every finding, the suppressed ones marked."""
    found = [as_data(verdict) for verdict in verdicts]
    whole = {"version": 1, "checked": summary.checked, "counts": counts(verdicts), "findings": found}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def as_data(verdict: Verdict) -> dict[str, Any]:
    """A finding as plain data."""
    place = verdict.place
    return {
        "path": verdict.file.encode("utf-8", "backslashreplace").decode(),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "code": verdict.code,
        "name": verdict.name,
        "level": verdict.level.value,
        "confidence": verdict.confidence.value,
        "message": verdict.message,
        "hint": verdict.hint,
        "suppressed": verdict.suppressed,
    }
