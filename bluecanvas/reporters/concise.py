"""One line a finding: `canvases/air.yaml:7:34: error BC001 17 is outside 0 to 10 [out-of-scale]`."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Verdict
from bluecanvas.reporters import Summary, shown_file, standing
from bluecanvas.reporters._escaping import told


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:  # noqa: ARG001 - every reporter takes both
    """A line for every finding that stands."""
    return "".join(f"{line(verdict)}\n" for verdict in standing(verdicts))


def line(verdict: Verdict) -> str:
    """A finding in one line."""
    place = f"{shown_file(verdict.file)}:{verdict.place.line}:{verdict.place.column}"
    return f"{place}: {verdict.level} {verdict.code} {told(verdict.message)} [{verdict.name}]"
