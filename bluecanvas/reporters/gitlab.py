"""Findings as a GitLab code quality report."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Level, Verdict
from bluecanvas.reporters import Summary
from bluecanvas.reporters._escaping import as_json, told, whole
from bluecanvas.reporters._fingerprints import fingerprints

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.ADVICE: "info"}


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:  # noqa: ARG001 - every reporter takes both
    """An array with an entry for every finding that stands."""
    found = zip(verdicts, fingerprints(verdicts), strict=True)
    return as_json([_entry(verdict, known_by) for verdict, known_by in found if verdict.stands], indent=1)


def _entry(verdict: Verdict, fingerprint: str) -> dict[str, object]:
    hint = f" (hint: {verdict.hint})" if verdict.hint else ""
    return {
        "description": f"{verdict.code} {told(verdict.message + hint)}",
        "check_name": verdict.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[verdict.level],
        "location": {"path": whole(verdict.file), "lines": {"begin": verdict.place.line}},
    }
