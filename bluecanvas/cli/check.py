"""`bluecanvas check`: canvases held against every rule."""

from __future__ import annotations

from typing import Annotated

import typer

from bluecanvas.checking import Selection
from bluecanvas.cli import _screen
from bluecanvas.cli._checks import check_files, whom
from bluecanvas.cli._files import find_canvases
from bluecanvas.cli._saying import say_error
from bluecanvas.errors import CallError
from bluecanvas.finding import Level
from bluecanvas.reporters import REPORTERS, Summary, report
from bluecanvas.words import listed, suggestion

_FOR_PEOPLE = ("full", "concise")


def check(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Canvases and folders; the current folder by default.")
    ] = None,
    format: Annotated[str, typer.Option("--format", help=f"How to report: {', '.join(REPORTERS.names)}.")] = "full",
    select: Annotated[
        list[str], typer.Option("--select", help="Only these rules: codes, beginnings of codes, names.")
    ] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option("--ignore", help="All but these rules.")] = [],  # noqa: B006
    fail_on: Annotated[
        str, typer.Option("--fail-on", help="The level that fails: error, warning or advice.")
    ] = "error",
) -> int:
    """Check canvases: errors, moves that disagree with the curves, weak factors."""
    if format not in REPORTERS.names:
        raise CallError(f"there is no format {format!r}", suggestion(format, REPORTERS.names))
    if fail_on not in [level.value for level in Level]:
        raise CallError(f"{fail_on!r} is no level", f"levels are {listed(level.value for level in Level)}")
    selection = Selection.of(select, ignore)
    found = find_canvases(paths or ["."])
    for problem in found.problems:
        say_error(problem)
    outcome = check_files(found.files, selection)
    for problem in outcome.problems:
        say_error(problem)
    notes = whom(outcome.canvas) if format == "full" and outcome.canvas is not None else ()
    colour = _screen.colours() > 0
    said = report(format, outcome.verdicts, Summary(outcome.checked, notes, colour))
    if format not in _FOR_PEOPLE:
        _screen.show(said)
    elif outcome.checked:
        _screen.tell(said)
    if found.problems or outcome.problems:
        return 2
    bar = Level(fail_on)
    return int(any(verdict.level.reaches(bar) and not verdict.suppressed for verdict in outcome.verdicts))
