"""Findings as a check might yield them, and what a build server would obey in a text."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt

from bluecanvas.finding import Confidence, Level, Place, Verdict
from bluecanvas.reporters import RuleCard, Summary

LINE = "  - [Price,     17,        4,    3,        6]"


def verdict(**changed: Any) -> Verdict:
    """One error at line 8, columns 17 to 19, or what is changed of it."""
    base = Verdict(
        file="canvases/air.canvas.yaml",
        place=Place(8, 17, 8, 19),
        code="BC001",
        name="out-of-scale",
        level=Level.ERROR,
        confidence=Confidence.HIGH,
        message="17 is outside 0 to 10",
        hint="levels run from 0 to 10",
        source_line=LINE,
    )
    return base._replace(**changed)


WARNING = verdict(
    code="BC305",
    name="not-well-above",
    level=Level.WARNING,
    confidence=Confidence.MEDIUM,
    place=Place(3, 1, 3, 4),
    message="`Us` at 4 is not well above",
    hint="",
    source_line="abc: {}",
)
ADVICE = verdict(
    file="canvases/b.canvas.yaml",
    code="BC008",
    name="undated",
    level=Level.ADVICE,
    place=Place(2, 1, 2, 6),
    message="the canvas has no date",
    source_line="title: Short-haul",
)
SUPPRESSED = WARNING._replace(place=Place(4, 1, 4, 4), suppressed=True)
SPREAD = verdict(place=Place(8, 17, 10, 5), message="over three lines")
"""A finding across lines."""
ALL = (WARNING, SUPPRESSED, verdict(), ADVICE)

FILES = ("canvases/air.canvas.yaml", "canvases/b.canvas.yaml", "canvases/clean.canvas.yaml")
CARD = RuleCard(
    "BC305",
    "not-well-above",
    Level.WARNING,
    Confidence.MEDIUM,
    "Finds a raise that is none.",
    "Finds a raise that is none.\n\n## What it does\n\nHolds every move\nagainst {its} baseline.\n\n## Example\n",
)
SUMMARY = Summary(3, files=FILES, rules={"BC305": CARD}, version="1.2.3")


def commands(text: str) -> list[str]:
    """The lines of a text that a build server would obey, whatever the server."""
    return [
        line
        for line in re.split(r"\r\n?|\n", text)
        if line.lstrip().startswith(("::", "##teamcity[")) or re.search(r"(?i)##(vso)?\[", line)
    ]


def hidden(text: str) -> list[str]:
    """The characters of a text that steer a terminal, hide or reorder."""
    return re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", text)


def obeyed_by_github(line: str) -> tuple[str, dict[str, str], str] | None:
    """A line as the runner of GitHub Actions takes it: command, properties and message; None where it is no command."""
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    command, _, rest = line[2:end].partition(" ")
    pairs = [pair.split("=", 1) for pair in rest.strip().split(",") if pair]
    return (
        command,
        {pair[0]: _replaced(pair[1], "%0D\r", "%0A\n", "%3A:", "%2C,", "%25%") for pair in pairs if len(pair) == 2},
        _replaced(line[end + 2 :], "%0D\r", "%0A\n", "%25%"),
    )


def obeyed_by_azure(line: str) -> tuple[str, dict[str, str], str] | None:
    """A line as the agent of Azure Pipelines takes it: command, properties and message; None where it is no command."""
    start = line.lower().find("##vso[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    escapes = ("%3B;", "%0D\r", "%0A\n", "%5D]", "%AZP25%")
    command, _, rest = line[start + 6 : end].partition(" ")
    pairs = [pair.split("=", 1) for pair in rest.split(";") if pair]
    return (
        command,
        {pair[0]: _replaced(pair[1], *escapes) for pair in pairs if len(pair) == 2},
        _replaced(line[end + 1 :], *escapes),
    )


def cells_of(text: str) -> list[list[str]]:
    """The rows of the one table in a Markdown text, its heading first; anything but text and code in it fails."""
    cells: list[list[str]] = []
    for before, token in zip(
        [None, *(found := MarkdownIt("commonmark").enable("table").parse(text))], found, strict=False
    ):
        assert token.type not in ("html_block", "fence", "code_block", "blockquote_open"), token
        if token.type == "tr_open":
            cells.append([])
        elif token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "text_special", "code_inline"}, children
            if before is not None and before.type in ("td_open", "th_open"):
                cells[-1].append("".join(child.content for child in children))
    return cells


def _replaced(text: str, *escapes: str) -> str:
    for escape in escapes:
        text = text.replace(escape[:-1], escape[-1])
    return text
