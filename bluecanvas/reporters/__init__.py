"""Reporters: one file a format; each turns verdicts into text.

A reporter is a module named after its format with `report(verdicts, summary) -> str`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bluecanvas.finding import Level, Verdict
from bluecanvas.registry import Folder
from bluecanvas.words import visible

REPORTERS = Folder(__name__, list(__path__))


class Summary(NamedTuple):
    """What the whole run comes to."""

    checked: int
    """How many canvases were read."""
    notes: tuple[str, ...] = ()
    """Whom the check took for whom, where there is one canvas."""
    colour: bool = False


def report(format: str, verdicts: Sequence[Verdict], summary: Summary) -> str:
    """The verdicts in a format; CallError for a format there is none of."""
    text: str = REPORTERS.load(format).report(verdicts, summary)
    return text


def counts(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many findings of each level are not suppressed, heaviest first."""
    return {
        level.value: sum(verdict.level is level and not verdict.suppressed for verdict in verdicts) for level in Level
    }


def shown_file(file: str) -> str:
    """A file's name as a line may begin with it: nothing invisible, nothing a CI runner takes for a command."""
    name = visible(file)
    return f"./{name}" if name.startswith(("::", "##")) else name
