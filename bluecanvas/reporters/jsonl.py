"""Findings as JSON Lines: one finding a line, with the keys that the format json has for it."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Verdict
from bluecanvas.reporters import Summary
from bluecanvas.reporters._escaping import as_json
from bluecanvas.reporters.json import as_data


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:  # noqa: ARG001 - every reporter takes both
    """A line for every finding, the suppressed and baselined ones marked."""
    return "".join(as_json(as_data(verdict)) for verdict in verdicts)
