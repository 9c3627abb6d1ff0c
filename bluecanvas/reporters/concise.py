"""One line a finding: `canvases/air.yaml:7:34: error BC001 17 is outside 0 to 10 [out-of-scale]`."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Verdict
from bluecanvas.reporters import Summary, shown_file
from bluecanvas.words import visible


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """A line for every finding that is not suppressed."""
    return "".join(f"{_line(verdict)}\n" for verdict in verdicts if not verdict.suppressed)


def _line(verdict: Verdict) -> str:
    place = f"{shown_file(verdict.file)}:{verdict.place.line}:{verdict.place.column}"
    return f"{place}: {verdict.level} {verdict.code} {visible(verdict.message)} [{verdict.name}]"
