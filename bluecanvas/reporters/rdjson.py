"""Findings in the Reviewdog Diagnostic Format: one DiagnosticResult."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Level, Verdict
from bluecanvas.reporters import Summary, standing
from bluecanvas.reporters._escaping import as_json, told, whole

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.ADVICE: "INFO"}


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:  # noqa: ARG001 - every reporter takes both
    """One object with a diagnostic for every finding that stands."""
    found = [_diagnostic(verdict) for verdict in standing(verdicts)]
    return as_json({"source": {"name": "bluecanvas"}, "diagnostics": found}, indent=1)


def _diagnostic(verdict: Verdict) -> dict[str, object]:
    return {
        "message": told(verdict.message) + (f"\nhint: {told(verdict.hint)}" if verdict.hint else ""),
        "location": {"path": whole(verdict.file), "range": _range(verdict)},
        "severity": _SEVERITIES[verdict.level],
        "code": {"value": verdict.code},
    }


def _range(verdict: Verdict) -> dict[str, dict[str, int]]:
    """The place, its columns in bytes of UTF-8; whole lines where the bytes before its end are not known."""
    place = verdict.place
    if place.end_line == place.line:
        end = _byte_column(verdict.source_line, place.end_column)
    elif place.end_column == 1:
        end = 1
    else:
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    start = _byte_column(verdict.source_line, place.column)
    return {"start": {"line": place.line, "column": start}, "end": {"line": place.end_line, "column": end}}


def _byte_column(line: str, column: int) -> int:
    before = line[: column - 1]
    return column + len(before.encode("utf-8", "surrogatepass")) - len(before)
