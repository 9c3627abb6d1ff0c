"""Findings as JUnit XML, as Jenkins reads it: a test case for every canvas, failed from the level on that fails the run."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Verdict
from bluecanvas.reporters import Summary, standing
from bluecanvas.reporters._escaping import as_xml, told
from bluecanvas.reporters.concise import line


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """One suite: a test case for every canvas, those without findings too, and one for what could not be read."""
    found: dict[str, list[Verdict]] = {file: [] for file in summary.files}
    for verdict in standing(verdicts):
        found.setdefault(verdict.file, []).append(verdict)
    cases = [_case(file, found[file], summary) for file in sorted(found)]
    if summary.problems:
        cases.append(_unread(summary.problems))
    failures = sum(any(one.level.reaches(summary.fail_on) for one in some) for some in found.values())
    numbers = f'tests="{len(cases)}" failures="{failures}" errors="{int(bool(summary.problems))}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="bluecanvas" {numbers}>',
        f'<testsuite name="bluecanvas check" {numbers} skipped="0">',
        *cases,
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(file: str, verdicts: Sequence[Verdict], summary: Summary) -> str:
    failing = [verdict for verdict in verdicts if verdict.level.reaches(summary.fail_on)]
    lighter = [verdict for verdict in verdicts if not verdict.level.reaches(summary.fail_on)]
    inside = ""
    if failing:
        first = failing[0]
        more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
        message = f"line {first.place.line}: {first.code} {told(first.message)}{more}"
        inside += f'\n<failure type="{first.code}" message="{as_xml(message)}">{_lines(failing)}</failure>'
    if lighter:
        inside += f"\n<system-out>{_lines(lighter)}</system-out>"
    start = f'<testcase classname="bluecanvas.check" name="{as_xml(told(file))}"'
    return f"{start}>{inside}\n</testcase>" if inside else f"{start}/>"


def _lines(verdicts: Sequence[Verdict]) -> str:
    return as_xml("\n".join(line(one) + (f"\n  hint: {told(one.hint)}" if one.hint else "") for one in verdicts))


def _unread(problems: Sequence[str]) -> str:
    said = as_xml("\n".join(told(problem) for problem in problems))
    message = as_xml(told(problems[0]))
    return (
        '<testcase classname="bluecanvas.check" name="what could not be read">\n'
        f'<error type="unread" message="{message}">{said}</error>\n</testcase>'
    )
