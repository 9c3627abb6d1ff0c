"""`bluecanvas check`: canvases held against every rule."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bluecanvas import __version__
from bluecanvas.checking import Selection
from bluecanvas.cli import _screen
from bluecanvas.cli._checks import Outcome, check_files, whom
from bluecanvas.cli._files import Found, find_canvases
from bluecanvas.cli._loading import name_of
from bluecanvas.cli._saying import say_error
from bluecanvas.errors import CallError
from bluecanvas.finding import Level, Verdict
from bluecanvas.reporters import REPORTERS, RuleCard, Summary, report
from bluecanvas.rules import rule
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
    """Check canvases: errors, contradictions, weak factors."""
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
    bar = Level(fail_on)
    if format not in _FOR_PEOPLE:
        _screen.show(report(format, outcome.verdicts, _for_machines(format, found, outcome, bar)))
    elif outcome.files:
        notes = whom(outcome.canvas) if format == "full" and outcome.canvas is not None else ()
        _screen.tell(report(format, outcome.verdicts, Summary(len(outcome.files), notes, _screen.colours() > 0)))
    if found.problems or outcome.problems:
        return 2
    return int(any(verdict.level.reaches(bar) and not verdict.suppressed for verdict in outcome.verdicts))


def _for_machines(format: str, found: Found, outcome: Outcome, bar: Level) -> Summary:
    """What the run comes to, with all that a build server is told."""
    return Summary(
        len(outcome.files),
        files=tuple(name_of(file) for file in outcome.files),
        problems=tuple(problem.message for problem in (*found.problems, *outcome.problems)),
        fail_on=bar,
        rules=_cards(outcome.verdicts) if getattr(REPORTERS.load(format), "WANTS_RULES", False) else {},
        folder=_working_folder(),
        version=__version__,
    )


def _cards(verdicts: Sequence[Verdict]) -> dict[str, RuleCard]:
    """What is to be said of the rules that found something."""
    known = (rule(code) for code in {verdict.code for verdict in verdicts})
    return {one.code: RuleCard(one.code, one.name, one.level, one.confidence, one.summary, one.page) for one in known}


def _working_folder() -> str:
    try:
        return str(Path.cwd())
    except OSError:  # it is gone
        return ""
