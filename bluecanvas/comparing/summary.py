"""A comparison in short: how many changes of which kind, and under which headings they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.canvas.levels import figure
from bluecanvas.comparing.changes import LEVEL_KINDS, Change, Comparison, Kind
from bluecanvas.words import listed

NOTHING_CHANGED = "no change in the strategy: only how the file is written"
SAME_FILE = "no change: the two files are the same, byte for byte"
_HEADINGS = {
    "factor": "Factors",
    "curve": "Curves",
    "move": "Moves",
    "scale": "Texts and settings",
    "canvas": "Texts and settings",
    "text": "Texts and settings",
    "evidence": "Evidence and reasons",
    "section": "Sections",
}
QUIET = frozenset(("Texts and settings", "Evidence and reasons", "Sections"))
"""The headings of what a reviewer in a hurry passes over."""
_GROUNDS = ("why", "actual")
_CALLED = {Kind.CANVAS_CHANGED: "setting changed", **{kind: f"level {kind.value}" for kind in LEVEL_KINDS}}
_MOST_KINDS = 6


def grouped(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    """The changes under their headings, in the order they are told."""
    groups: dict[str, list[Change]] = {"Levels": [], **{heading: [] for heading in _HEADINGS.values()}}
    for change in changes:
        groups[_heading(change)].append(change)
    yield from ((heading, found) for heading, found in groups.items() if found)


def _heading(change: Change) -> str:
    if change.kind in LEVEL_KINDS:
        return "Levels"
    if change.kind is Kind.TEXT_CHANGED and change.curve and (change.field or "").split(" ")[0] in _GROUNDS:
        return _HEADINGS["evidence"]
    return _HEADINGS[change.kind.value.split(" ")[0]]


def summary(comparison: Comparison) -> str:
    """How much changed: "3 changes: 1 level raised, 2 moves added; 1 verdict is another"."""
    counts: dict[str, int] = {}
    for change in comparison.changes:
        called = _CALLED.get(change.kind, change.kind.value)
        counts[called] = counts.get(called, 0) + 1
    kinds = [f"{count} {_plural(called, count)}" for called, count in counts.items()]
    if len(kinds) > _MOST_KINDS + 1:
        others = sum(list(counts.values())[_MOST_KINDS:])
        kinds = [*kinds[:_MOST_KINDS], f"{others} other changes"]
    parts = []
    if comparison.changes:
        total = len(comparison.changes)
        parts.append(f"{total} change{'s' if total != 1 else ''}: {listed(kinds, 'and')}")
    parts += _besides(comparison)
    return "; ".join(parts)


def _besides(comparison: Comparison) -> list[str]:
    """How many verdicts are others, how many findings came and went."""
    verdicts = len(comparison.verdicts)
    came = sum(one.came for one in comparison.findings)
    went = len(comparison.findings) - came
    found = [
        (verdicts, "1 verdict changed" if verdicts == 1 else f"{verdicts} verdicts changed"),
        (came, "1 new finding" if came == 1 else f"{came} new findings"),
        (went, "1 finding gone" if went == 1 else f"{went} findings gone"),
    ]
    return [said for count, said in found if count]


def delta(change: Change) -> str:
    """How far a level went, signed: in levels, or in hundredths of the scale where the scale is another; "" unknown."""
    before, after = change.shares or (change.before, change.after)
    if before is None or after is None:
        return ""
    gap = round((after - before) * (100 if change.shares else 1), 9)
    return f"{'+' if gap > 0 else '−'}{figure(abs(gap))}{' %' if change.shares else ''}"


def ends(change: Change) -> tuple[str, str]:
    """A level before and after, "–" for an unknown one; its share of the scale beside it where the scale is another."""
    before, after = change.shares or (None, None)
    return _end(change.before, before), _end(change.after, after)


def _end(level: float | None, share: float | None) -> str:
    beside = "" if share is None else f" ({figure(round(share * 100, 1))} %)"
    return ("–" if level is None else figure(level)) + beside


def _plural(called: str, count: int) -> str:
    """A kind as it follows a number: "levels raised", "pieces of evidence added"."""
    thing, _, what = called.partition(" ")
    if thing == "evidence":
        return called
    return called if count == 1 else f"{thing}s {what}"
