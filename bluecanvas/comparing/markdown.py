"""A comparison as Markdown, for a pull request: what changed in a line, then what a reviewer wants to see of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from bluecanvas.comparing.changes import LEVEL_KINDS, Change, Comparison, FindingChange
from bluecanvas.comparing.summary import NOTHING_CHANGED, QUIET, delta, ends, grouped, summary
from bluecanvas.words.markdown import escape, image, message, table

_SHOWN = (".png", ".svg")
"""The endings of pictures that sites show within a page."""


def as_markdown(comparison: Comparison, old: str, new: str, pictures: Sequence[str] = ()) -> str:
    """The whole text; `old` and `new` are what the two sides are called, `pictures` where the overlay was written."""
    shown = [path for path in pictures if PurePath(path).suffix.lower() in _SHOWN][:1]
    parts = [
        f"## {escape(comparison.title)}",
        f"{escape(old)} → {escape(new)}",
        f"**{escape(summary(comparison) if comparison.changes else NOTHING_CHANGED)}**",
        *(image(f"{comparison.title}: {old} → {new}", path) for path in shown),
        *_parts(comparison),
    ]
    return "\n\n".join(parts) + "\n"


def _parts(comparison: Comparison) -> Iterator[str]:
    groups = list(grouped(comparison.changes))
    for heading, changes in groups:
        if heading not in QUIET:
            yield f"### {heading}"
            yield _levels(comparison, changes) if changes[0].kind in LEVEL_KINDS else _listed(changes)
    if comparison.verdicts:
        yield "### Verdicts"
        rows = [
            [escape(one.title), escape(one.name), escape(one.before), f"**{escape(one.after)}**", message(one.why)]
            for one in comparison.verdicts
        ]
        yield table(("Reading", "Curve", "From", "To", "Why"), rows)
    for heading, came in (("New findings", True), ("Findings that went", False)):
        found = [one for one in comparison.findings if one.came is came]
        if found:
            yield f"### {heading}"
            yield "\n".join(_finding(one) for one in found)
    for heading, changes in groups:
        if heading in QUIET:
            yield f"<details><summary>{heading}: {len(changes)}</summary>"
            yield _listed(changes)
            yield "</details>"


def _listed(changes: Sequence[Change]) -> str:
    return "\n".join(f"- {escape(change.text)}" for change in changes)


def _finding(change: FindingChange) -> str:
    verdict = change.verdict
    suppressed = " (suppressed now)" if change.suppressed else ""
    return f"- `{verdict.code}` {verdict.level}: {message(verdict.message)}{suppressed}"


def _levels(comparison: Comparison, changes: Sequence[Change]) -> str:
    rows = []
    for change in changes:
        before, after = ends(change)
        names = escape(comparison.curves[change.curve or ""]), escape(comparison.factors[change.factor or ""])
        how = escape(delta(change)) or change.kind.value  # became known, became unknown
        rows.append([*names, before, f"**{after}**", how])
    return table(("Curve", "Factor", "From", "To", "Change"), rows, {2, 3, 4})
