"""A comparison as Markdown, for a pull request: what changed in a line, then what a reviewer wants to see of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePath

from bluecanvas.comparing.changes import LEVEL_KINDS, Change, Comparison, FindingChange, Kind, verdict_said
from bluecanvas.comparing.summary import QUIET, delta, ends, grouped, heading, headline
from bluecanvas.words.markdown import escape, image, message, table
from bluecanvas.words.voice import Voice

_SHOWN = (".png", ".svg")
"""The endings of pictures that sites show within a page."""


def as_markdown(comparison: Comparison, old: str, new: str, pictures: Sequence[str] = ()) -> str:
    """The whole text; `old` and `new` are what the two sides are called, `pictures` where the overlay was written."""
    shown = [path for path in pictures if PurePath(path).suffix.lower() in _SHOWN][:1]
    parts = [
        f"## {escape(comparison.title)}",
        f"{escape(old)} → {escape(new)}",
        f"**{escape(headline(comparison))}**",
        *(image(f"{comparison.title}: {old} → {new}", path) for path in shown),
        *_parts(comparison),
    ]
    return "\n\n".join(parts) + "\n"


def _parts(comparison: Comparison) -> Iterator[str]:
    groups, voice = list(grouped(comparison.changes)), Voice(comparison.language)
    names = comparison.names
    for of, changes in groups:
        if of not in QUIET:
            yield f"### {escape(heading(voice, of))}"
            yield _levels(voice, comparison, changes) if changes[0].kind in LEVEL_KINDS else _listed(changes)
    if comparison.verdicts:
        yield f"### {escape(voice.phrase('Verdicts'))}"
        rows = [
            [escape(one.title), escape(one.name), escape(before), f"**{escape(after)}**", message(one.why, names)]
            for one in comparison.verdicts
            for before, after in [(verdict_said(voice, one.before), verdict_said(voice, one.after))]
        ]
        columns = [voice.label(f"reading.{key}") for key in ("reading", "curve")]
        yield table((*columns, *_ends(voice), voice.label("why")), rows)
    for title, came in ((voice.phrase("New findings"), True), (voice.phrase("Findings that went"), False)):
        found = [one for one in comparison.findings if one.came is came]
        if found:
            yield f"### {escape(title)}"
            yield "\n".join(_finding(voice, one, names) for one in found)
    for of, changes in groups:
        if of in QUIET:
            said = voice.phrase("{heading}: {number}", heading=heading(voice, of), number=len(changes))
            yield f"<details><summary>{escape(said)}</summary>"
            yield _listed(changes)
            yield "</details>"


def _listed(changes: Sequence[Change]) -> str:
    return "\n".join(f"- {escape(change.text)}" for change in changes)


def _finding(voice: Voice, change: FindingChange, names: Collection[str]) -> str:
    verdict = change.verdict
    suppressed = f" {escape(voice.phrase('(suppressed now)'))}" if change.suppressed else ""
    level = voice.label(verdict.level.value) + voice.label("colon")
    return f"- `{verdict.code}` {level}{message(verdict.message, names)}{suppressed}"


def _ends(voice: Voice) -> tuple[str, str]:
    """The headings of what was and what is."""
    return voice.phrase("From", context="changes"), voice.phrase("To", context="changes")


def _levels(voice: Voice, comparison: Comparison, changes: Sequence[Change]) -> str:
    rows = []
    for change in changes:
        before, after = map(voice.digits, ends(change))
        names = escape(comparison.curves[change.curve or ""]), escape(comparison.factors[change.factor or ""])
        known = voice.phrase("became known") if change.kind is Kind.BECAME_KNOWN else voice.phrase("became unknown")
        how = escape(voice.digits(delta(change))) or known
        rows.append([*names, before, f"**{after}**", how])
    columns = voice.label("reading.curve"), voice.label("factor"), *_ends(voice), voice.phrase("Change")
    return table(columns, rows, {2, 3, 4})
