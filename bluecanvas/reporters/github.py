"""Findings as GitHub Actions annotations, the heaviest first: only the first ten or so of a step are shown."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Level, Verdict
from bluecanvas.reporters import Summary, heaviest_first
from bluecanvas.reporters._escaping import told

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:  # noqa: ARG001 - every reporter takes both
    """A workflow command for every finding that stands."""
    return "".join(f"{_command(verdict)}\n" for verdict in heaviest_first(verdicts))


def _command(verdict: Verdict) -> str:
    place = verdict.place
    properties = {"file": verdict.file, "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:  # columns across lines are refused
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = f"{verdict.code} {verdict.name}"
    said = ",".join(f"{name}={_property(told(str(value)))}" for name, value in properties.items())
    message = _data(told(verdict.message) + (f"\nhint: {told(verdict.hint)}" if verdict.hint else ""))
    return f"::{_COMMANDS[verdict.level]} {said}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
