"""Suppressions: comments that say why a finding stands, `# bluecanvas: ignore[BC308] why`."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from bluecanvas.finding import Span
from bluecanvas.source import Source

NEVER = frozenset({"BC010", "BC017", "BC018"})
"""What cannot be suppressed: the file could not be read at all."""

_COMMENT = re.compile(r"#[ \t]*bluecanvas:[ \t]*ignore(?P<file>-file)?\[(?P<codes>[^\]\r\n]*)\]")


class Suppressions(NamedTuple):
    """The codes suppressed in the whole file and by line."""

    everywhere: frozenset[str]
    lines: dict[int, frozenset[str]]

    def hold(self, code: str, line: int) -> bool:
        """Whether a finding of a code on a line is suppressed: by that line, the line above, or for the file."""
        if code in NEVER:
            return False
        return (
            code in self.everywhere
            or code in self.lines.get(line, frozenset())
            or code in self.lines.get(-line, frozenset())
        )


def suppressions(source: Source) -> Suppressions:
    """The suppressing comments of a file; the same words inside a text are none."""
    if "bluecanvas:" not in source.text or "ignore" not in source.text:
        return Suppressions(frozenset(), {})
    texts = sorted((node.start, node.end) for node in source.scalars())
    starts = [start for start, _ in texts]
    everywhere: set[str] = set()
    lines: dict[int, frozenset[str]] = {}
    for found in _COMMENT.finditer(source.text):
        before = bisect_right(starts, found.start()) - 1
        if before >= 0 and found.start() < texts[before][1]:
            continue
        codes = frozenset(code.strip().upper() for code in found.group("codes").split(",") if code.strip())
        if found.group("file"):
            everywhere |= codes
            continue
        line = source.place(Span(found.start(), found.start())).line
        alone = source.line(line).lstrip().startswith("#")
        at = -(line + 1) if alone else line  # negative: a comment on a line of its own speaks of the next
        lines[at] = lines.get(at, frozenset()) | codes
    return Suppressions(frozenset(everywhere), lines)
