"""Marks in a canvas: the comments `# ! BC105` at the lines where findings start."""

from __future__ import annotations

import re
from datetime import date

from bluecanvas.checking import check
from bluecanvas.checking.settings import EVERYTHING
from bluecanvas.finding import Verdict

AS_OF = EVERYTHING._replace(as_of=date(2026, 10, 3))
"""Every rule is asked, those about age as of this day."""

_MARK = re.compile(r"# ! (BC\d{3}(?:,? BC\d{3})*)")


def marked(text: str) -> set[tuple[int, str]]:
    """The (line, code) pairs a canvas is marked with."""
    return {
        (number, code)
        for number, line in enumerate(text.split("\n"), start=1)
        for found in _MARK.finditer(line)
        for code in re.findall(r"BC\d{3}", found.group(1))
    }


def judged(text: str) -> list[Verdict]:
    """Every finding on a canvas; a rule that failed fails the test."""
    verdicts = check(text.encode(), settings=AS_OF)
    assert not [verdict.message for verdict in verdicts if verdict.message.startswith("this rule failed")]
    return verdicts


def found(verdicts: list[Verdict]) -> set[tuple[int, str]]:
    """The (line, code) pairs of findings."""
    return {(verdict.place.line, verdict.code) for verdict in verdicts}
