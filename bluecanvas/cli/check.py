"""`bluecanvas check`: canvases held against every rule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bluecanvas import __version__
from bluecanvas.checking import Layer
from bluecanvas.cli import _screen
from bluecanvas.cli._checks import Outcome, RuleFailed, check_files, held_back, silent_on_age, whom
from bluecanvas.cli._files import STDIN, Found, find_canvases
from bluecanvas.cli._loading import name_of, says
from bluecanvas.cli._places import Exclusion, from_folder
from bluecanvas.cli._saying import say, say_error
from bluecanvas.cli._settings import configured, day, settings_of
from bluecanvas.errors import CallError
from bluecanvas.finding import Level, Verdict
from bluecanvas.reporters import REPORTERS, RuleCard, Summary, report
from bluecanvas.rules import rule
from bluecanvas.words import listed, suggestion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bluecanvas.checking import Settings
    from bluecanvas.cli._baselines import BaselineFile
    from bluecanvas.cli._configuration import Configuration

_FOR_PEOPLE = ("full", "concise")


def check(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Canvases and folders; the current folder by default.")
    ] = None,
    format: Annotated[str, typer.Option("--format", help=f"How to report: {', '.join(REPORTERS.names)}.")] = "full",
    select: Annotated[
        list[str], typer.Option("--select", help="Only these rules: codes, beginnings of codes, names, ALL.")
    ] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option("--ignore", help="All but these rules.")] = [],  # noqa: B006
    extend_select: Annotated[
        list[str], typer.Option("--extend-select", help="These rules too, beside those the configuration selects.")
    ] = [],  # noqa: B006
    extend_ignore: Annotated[
        list[str], typer.Option("--extend-ignore", help="Nor these, beside those the configuration ignores.")
    ] = [],  # noqa: B006
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", help="The level that fails: error (the default), warning or advice.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="End with 0 whatever was found.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Findings only, no summary.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="How often each rule found something.")] = False,
    baseline: Annotated[
        str | None, typer.Option("--baseline", help="Mark the findings in this file; they do not fail.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Put what is found now into the baseline.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what is certain in the files, byte for byte; then report what is left.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --show-fixes: what is not certain, too.")
    ] = False,
    show_fixes: Annotated[
        bool, typer.Option("--show-fixes", help="Show what --fix would change as a diff; nothing is written.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The day to judge age by; else that of SOURCE_DATE_EPOCH.")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", help="The language to say findings in: en, ja, ko, zh-Hans, zh-Hant; English."),
    ] = None,
    config: Annotated[
        str | None, typer.Option("--config", help="The configuration; by default the nearest one upwards.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Without any configuration.")] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Judge every file anew, also those that have not changed.")
    ] = False,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave out excluded files even where they are named outright.")
    ] = False,
) -> int:
    """Check canvases: errors, contradictions, weak factors."""
    if format not in REPORTERS.names:
        raise CallError(f"there is no format {format!r}", suggestion(format, REPORTERS.names))
    if statistics and format not in _FOR_PEOPLE:
        raise CallError("--statistics is for people", f"leave out --format {format}; a script can count findings")
    _fitting(fix, unsafe_fixes, show_fixes, format)
    project = configured(config, isolated)
    said = Layer(tuple(select), tuple(ignore), tuple(extend_select), tuple(extend_ignore))
    settings = settings_of(project, said, day(as_of))
    if lang is not None:
        settings = settings.saying(says(lang))
    bar = _bar(fail_on, project)
    held = _baseline(baseline, write_baseline, project, paths or ())
    exclude = Exclusion(project.exclude, project.folder) if project and project.exclude else None
    found = find_canvases(paths or ["."], exclude, force_exclude)
    for problem in found.problems:
        say_error(problem)
    folder = project.folder if project else ""
    outcome = check_files(found.files, settings, folder, remembering=not no_cache)
    notes: tuple[str, ...] = ()
    if fix or show_fixes:
        from bluecanvas.cli._fixing import applied, fix_files

        mended = fix_files(outcome, settings, folder, held, unsafe_fixes, show_fixes)
        outcome, done = mended.outcome, applied(mended, show_fixes)
        notes = (done,) if format == "full" and not show_fixes else ()
        if show_fixes:
            _screen.tell(mended.diff)
        if not notes and not quiet:
            say(done)
    for problem in outcome.problems:
        say_error(problem)
    if held is not None:
        if write_baseline:
            held = held.renew(outcome, settings.codes, quiet)
        outcome, told = held.held(outcome, settings.codes)
        notes += told
    unasked = _unasked(held_back(outcome.verdicts, settings))
    if format not in _FOR_PEOPLE:
        outcome = _with_fixes(format, outcome, settings, folder)
        _screen.show(report(format, outcome.verdicts, _for_machines(format, found, outcome, bar, unasked)))
    elif not show_fixes and (outcome.files or not found.problems + outcome.problems):
        whose = whom(outcome.canvas) if outcome.canvas is not None else ()
        asides = ("age not judged without --as-of",) if silent_on_age(settings) else ()
        summary = _for_people(format, outcome, (*whose, *notes), (*unasked, *asides), quiet)
        _screen.tell((_statistics if statistics else partial(report, format))(outcome.verdicts, summary))
    if any(verdict.fault for verdict in outcome.verdicts):
        raise RuleFailed(outcome.verdicts)
    if found.problems or outcome.problems:
        return 2
    return int(not exit_zero and any(verdict.level.reaches(bar) and verdict.stands for verdict in outcome.verdicts))


def _fitting(fix: bool, unsafe_fixes: bool, show_fixes: bool, format: str) -> None:
    """CallError where what is said of fixes does not fit together."""
    if fix and show_fixes:
        raise CallError("--fix writes and --show-fixes writes nothing", "take one of the two")
    if unsafe_fixes and not (fix or show_fixes):
        raise CallError("--unsafe-fixes alone fixes nothing", "add --fix, or --show-fixes to see what would change")
    if show_fixes and format not in _FOR_PEOPLE:
        raise CallError("--show-fixes prints a diff", f"leave out --format {format}")


def _bar(said: str | None, project: Configuration | None) -> Level:
    """The level that fails: as said, else as configured, else an error."""
    if said is None:
        return (project.fail_on if project else None) or Level.ERROR
    if said not in [level.value for level in Level]:
        raise CallError(f"{said!r} is no level", f"levels are {listed(level.value for level in Level)}")
    return Level(said)


def _baseline(
    said: str | None, to_write: bool, project: Configuration | None, paths: Sequence[str]
) -> BaselineFile | None:
    """The baseline that was named, else the configured one; None where there is none."""
    path = said
    if path is None and project is not None and project.baseline is not None:
        path = from_folder(str(Path(project.folder, project.baseline)), ".")
    if path is None:
        if to_write:
            raise CallError("--write-baseline is told no file", "name it: --baseline FILE")
        return None
    if to_write and STDIN in paths:
        raise CallError("standard input has no name that a baseline could know it by", "check the file itself")
    from bluecanvas.cli._baselines import open_baseline

    return open_baseline(path, to_write)


def _unasked(canvases: int) -> tuple[str, ...]:
    """What the summary says where errors kept the other rules from being asked."""
    counted = "1 canvas" if canvases == 1 else f"{canvases} canvases"
    return (f"other rules not asked of {counted} with errors",) if canvases else ()


def _statistics(verdicts: Sequence[Verdict], summary: Summary) -> str:
    from bluecanvas.reporters._statistics import statistics

    return statistics(verdicts, summary)


def _for_people(format: str, outcome: Outcome, notes: tuple[str, ...], asides: tuple[str, ...], quiet: bool) -> Summary:
    """What the run comes to, as a screen shows it."""
    return Summary(
        len(outcome.files),
        notes if format == "full" else (),
        _screen.colours() > 0,
        asides=asides,
        quiet=quiet or format == "concise",
        columns=_screen.terminal_columns(),
    )


def _for_machines(format: str, found: Found, outcome: Outcome, bar: Level, asides: tuple[str, ...]) -> Summary:
    """What the run comes to, with all that a build server is told."""
    return Summary(
        len(outcome.files),
        files=tuple(name_of(file) for file in outcome.files),
        problems=tuple(problem.message for problem in (*found.problems, *outcome.problems)),
        fail_on=bar,
        rules=_cards(outcome.verdicts) if getattr(REPORTERS.load(format), "WANTS_RULES", False) else {},
        folder=_working_folder(),
        version=__version__,
        asides=asides,
    )


def _with_fixes(format: str, outcome: Outcome, settings: Settings, folder: str) -> Outcome:
    """The outcome, with what fixes come to in the text for a format that shows it."""
    if not (getattr(REPORTERS.load(format), "WANTS_FIXES", False) and any(one.fix for one in outcome.verdicts)):
        return outcome
    from bluecanvas.cli._proposals import proposed

    return outcome._replace(verdicts=proposed(outcome.verdicts, settings, folder))


def _cards(verdicts: Sequence[Verdict]) -> dict[str, RuleCard]:
    """What is to be said of the rules that found something."""
    known = (rule(code) for code in {verdict.code for verdict in verdicts})
    return {one.code: RuleCard(one.code, one.name, one.level, one.confidence, one.summary, one.page) for one in known}


def _working_folder() -> str:
    try:
        return str(Path.cwd())
    except OSError:  # it is gone
        return ""
