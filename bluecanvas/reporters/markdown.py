"""Findings as Markdown, the heaviest first: a summary for a build's page or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Verdict
from bluecanvas.reporters import Summary, asides, counted, standing
from bluecanvas.reporters._escaping import told
from bluecanvas.words import clip
from bluecanvas.words.markdown import escape, message, table

MOST = 100
"""Findings in the table, and as many problems: build servers refuse a page of more than a mebibyte."""
_COLUMNS = ("Level", "Where", "What", "How to mend it", "Rule")
_LONGEST = 300
_LONGEST_NAME = 200


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """A heading that counts, what could not be read, and a table of the findings that stand."""
    found = sorted(standing(verdicts), key=lambda verdict: -verdict.level.weight)
    parts = [f"## bluecanvas check: {counted(verdicts)}", _checked(verdicts, summary)]
    if summary.problems:
        parts.append("\n".join(f"- {message(clip(told(problem), _LONGEST))}" for problem in summary.problems[:MOST]))
        parts += _left_out(len(summary.problems), "problems")
    if found:
        parts.append(table(_COLUMNS, [_row(verdict) for verdict in found[:MOST]]))
        parts += _left_out(len(found), "findings")
    return "\n\n".join(parts) + "\n"


def _checked(verdicts: Sequence[Verdict], summary: Summary) -> str:
    canvases = "1 canvas" if summary.checked == 1 else f"{summary.checked} canvases"
    aside = asides(verdicts, summary)
    tail = f" ({', '.join(map(message, aside))})" if aside else ""
    return f"Checked {canvases}{tail}{'; not everything could be read:' if summary.problems else '.'}"


def _row(verdict: Verdict) -> tuple[str, ...]:
    place = f"{clip(told(verdict.file), _LONGEST_NAME)}:{verdict.place.line}:{verdict.place.column}"
    what, how = (message(clip(told(text), _LONGEST)) for text in (verdict.message, verdict.hint))
    return (verdict.level.value, escape(place), what, how, f"{verdict.code} {verdict.name}")


def _left_out(count: int, what: str) -> list[str]:
    return [f"… and {count - MOST} {what} more."] if count > MOST else []
