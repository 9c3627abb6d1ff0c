"""Judging: the findings of reading and of every rule, placed, levelled and sorted."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas import Reading, read
from bluecanvas.canvas.model import Canvas
from bluecanvas.checking.selection import EVERYTHING, Selection
from bluecanvas.checking.suppressions import NEVER, suppressions
from bluecanvas.finding import Finding, Level, Verdict
from bluecanvas.rules import Rule, rule


def check(data: bytes, file: str = "canvas.yaml", selection: Selection = EVERYTHING) -> list[Verdict]:
    """Every finding on a canvas file's bytes, in order of line and column."""
    return examine(read(data), file, selection)


def examine(reading: Reading, file: str, selection: Selection = EVERYTHING) -> list[Verdict]:
    """Every finding on a canvas that has been read.

    The rules judge only what could be read as meant: with errors from reading, those are reported, and beside them
    only what holds however the errors are mended. Errors that leave no canvas to judge are reported whatever is
    selected, so that no file passes unread.
    """
    canvas = reading.canvas
    findings = [
        finding
        for finding in reading.findings
        if finding.code in selection.codes or canvas is None or finding.code in NEVER
    ]
    blocked = any(rule(finding.code).level is Level.ERROR for finding in findings)
    if canvas is not None:
        findings.extend(_judged(canvas, selection, blocked))
    if not findings:
        return []
    source = reading.source
    suppressed = suppressions(source)
    verdicts: list[Verdict] = []
    for finding in findings:
        known = rule(finding.code)
        place = source.place(finding.span or source.locate(finding.path, finding.on_key))
        verdicts.append(
            Verdict(
                file=file,
                place=place,
                code=finding.code,
                name=known.name,
                level=known.level,
                confidence=known.confidence,
                message=finding.message,
                hint=finding.hint,
                suppressed=suppressed.hold(finding.code, place.line),
                source_line=source.line(place.line),
            )
        )
    return sorted(set(verdicts), key=lambda verdict: verdict.order)


def _judged(canvas: Canvas, selection: Selection, blocked: bool) -> Iterator[Finding]:
    for code in sorted(selection.codes):
        known = rule(code)
        if known.check is not None and (known.as_typed or not blocked):
            yield from _asked(known, canvas)


def _asked(known: Rule, canvas: Canvas) -> Iterator[Finding]:
    """A rule's findings; one that fails becomes a finding, and the others go on."""
    if known.check is None:
        return
    try:
        yield from known.check(canvas)
    except Exception as fault:
        yield Finding(
            known.code, (), f"this rule failed on the canvas ({type(fault).__name__}: {fault})",
            "please report it; the other rules were asked all the same",
        )  # fmt: skip
