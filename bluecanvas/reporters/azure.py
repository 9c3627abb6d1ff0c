"""Findings as Azure Pipelines logging commands, which the build's summary lists as issues: the heaviest first."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Level, Verdict
from bluecanvas.reporters import Summary, heaviest_first
from bluecanvas.reporters._escaping import told


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:  # noqa: ARG001 - every reporter takes both
    """A logging command for every finding that stands."""
    return "".join(f"{_command(verdict)}\n" for verdict in heaviest_first(verdicts))


def _command(verdict: Verdict) -> str:
    properties = {
        "type": "error" if verdict.level is Level.ERROR else "warning",  # there is nothing lighter
        "sourcepath": verdict.file,
        "linenumber": str(verdict.place.line),
        "columnnumber": str(verdict.place.column),
        "code": verdict.code,
    }
    said = ";".join(f"{name}={_escaped(value)}" for name, value in properties.items())
    hint = f" (hint: {verdict.hint})" if verdict.hint else ""
    return f"##vso[task.logissue {said}]{_escaped(verdict.message + hint)}"


def _escaped(text: str) -> str:
    text = told(text).replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace("]", "%5D").replace(";", "%3B")
