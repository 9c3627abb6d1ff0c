"""A comparison in short: how many changes of which kind, and under which headings they are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bluecanvas.canvas.levels import figure
from bluecanvas.comparing.changes import LEVEL_KINDS, Change, Comparison, Kind
from bluecanvas.words.voice import Voice

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
_MOST_KINDS = 6


def grouped(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    """The changes under their headings, in the order they are told."""
    groups: dict[str, list[Change]] = {"Levels": [], **{heading: [] for heading in _HEADINGS.values()}}
    for change in changes:
        groups[_heading(change)].append(change)
    yield from ((heading, found) for heading, found in groups.items() if found)


def heading(voice: Voice, of: str) -> str:
    """A heading as it is shown."""
    return {
        "Levels": voice.phrase("Levels", context="changes"),
        "Factors": voice.phrase("Factors", context="changes"),
        "Curves": voice.phrase("Curves", context="changes"),
        "Moves": voice.phrase("Moves", context="changes"),
        "Texts and settings": voice.phrase("Texts and settings", context="changes"),
        "Evidence and reasons": voice.phrase("Evidence and reasons", context="changes"),
        "Sections": voice.phrase("Sections", context="changes"),
    }[of]


def _heading(change: Change) -> str:
    if change.kind in LEVEL_KINDS:
        return "Levels"
    if change.kind is Kind.TEXT_CHANGED and change.curve and (change.field or "").split(" ")[0] in _GROUNDS:
        return _HEADINGS["evidence"]
    return _HEADINGS[change.kind.value.split(" ")[0]]


def headline(comparison: Comparison, same_file: bool = False) -> str:
    """How much changed, or that nothing did: not even the file, or only how it is written."""
    if comparison.changes:
        return summary(comparison)
    voice = Voice(comparison.language)
    if same_file:
        return voice.phrase("no change: the two files are the same, byte for byte")
    return voice.phrase("no change in the strategy: only how the file is written")


def summary(comparison: Comparison) -> str:
    """How much changed: "3 changes: 1 level raised, 2 moves added; 1 verdict is another"."""
    voice = Voice(comparison.language)
    counts = Counter(change.kind for change in comparison.changes)
    moved = sum(len(change.factors) for change in comparison.changes if change.kind is Kind.FACTOR_REORDERED)
    parts = []
    if total := len(comparison.changes):
        kinds = [
            _counted(voice, kind, moved if kind is Kind.FACTOR_REORDERED else count) for kind, count in counts.items()
        ]
        if len(kinds) > _MOST_KINDS + 1:
            others = sum(list(counts.values())[_MOST_KINDS:])
            kinds = [
                *kinds[:_MOST_KINDS], voice.phrase_number("{n} other change", "{n} other changes", others, n=others)
            ]  # fmt: skip
        said = voice.stated(kinds)
        parts.append(voice.phrase_number("{n} change: {kinds}", "{n} changes: {kinds}", total, n=total, kinds=said))
    return voice.clauses([*parts, *_besides(voice, comparison)])


def _besides(voice: Voice, comparison: Comparison) -> list[str]:
    """How many verdicts are others, how many findings came and went."""
    verdicts = len(comparison.verdicts)
    came = sum(one.came for one in comparison.findings)
    went = len(comparison.findings) - came
    found = [
        (verdicts, voice.phrase_number("{n} verdict changed", "{n} verdicts changed", verdicts, n=verdicts)),
        (came, voice.phrase_number("{n} new finding", "{n} new findings", came, n=came)),
        (went, voice.phrase_number("{n} finding gone", "{n} findings gone", went, n=went)),
    ]
    return [said for count, said in found if count]


def _counted(voice: Voice, kind: Kind, n: int) -> str:
    """How many changes of a kind there are: "2 levels raised"."""
    return {
        Kind.RAISED: voice.phrase_number("{n} level raised", "{n} levels raised", n, n=n),
        Kind.LOWERED: voice.phrase_number("{n} level lowered", "{n} levels lowered", n, n=n),
        Kind.BECAME_KNOWN: voice.phrase_number("{n} level became known", "{n} levels became known", n, n=n),
        Kind.BECAME_UNKNOWN: voice.phrase_number("{n} level became unknown", "{n} levels became unknown", n, n=n),
        Kind.FACTOR_ADDED: voice.phrase_number("{n} factor added", "{n} factors added", n, n=n),
        Kind.FACTOR_REMOVED: voice.phrase_number("{n} factor removed", "{n} factors removed", n, n=n),
        Kind.FACTOR_RENAMED: voice.phrase_number("{n} factor renamed", "{n} factors renamed", n, n=n),
        Kind.FACTOR_REORDERED: voice.phrase_number("{n} factor reordered", "{n} factors reordered", n, n=n),
        Kind.FACTOR_CHANGED: voice.phrase_number("{n} factor changed", "{n} factors changed", n, n=n),
        Kind.CURVE_ADDED: voice.phrase_number("{n} curve added", "{n} curves added", n, n=n),
        Kind.CURVE_REMOVED: voice.phrase_number("{n} curve removed", "{n} curves removed", n, n=n),
        Kind.CURVE_RENAMED: voice.phrase_number("{n} curve renamed", "{n} curves renamed", n, n=n),
        Kind.CURVE_CHANGED: voice.phrase_number("{n} curve changed", "{n} curves changed", n, n=n),
        Kind.MOVE_ADDED: voice.phrase_number("{n} move added", "{n} moves added", n, n=n),
        Kind.MOVE_REMOVED: voice.phrase_number("{n} move removed", "{n} moves removed", n, n=n),
        Kind.MOVE_CHANGED_ACTION: voice.phrase_number("{n} move changed action", "{n} moves changed action", n, n=n),
        Kind.MOVE_RETARGETED: voice.phrase_number("{n} move retargeted", "{n} moves retargeted", n, n=n),
        Kind.MOVE_CHANGED: voice.phrase_number("{n} move changed", "{n} moves changed", n, n=n),
        Kind.SCALE_CHANGED: voice.phrase_number("{n} scale changed", "{n} scales changed", n, n=n),
        Kind.CANVAS_CHANGED: voice.phrase_number("{n} setting changed", "{n} settings changed", n, n=n),
        Kind.TEXT_CHANGED: voice.phrase_number("{n} text changed", "{n} texts changed", n, n=n),
        Kind.EVIDENCE_ADDED: voice.phrase_number("{n} evidence added", "{n} evidence added", n, n=n),
        Kind.EVIDENCE_REMOVED: voice.phrase_number("{n} evidence removed", "{n} evidence removed", n, n=n),
        Kind.EVIDENCE_CHANGED: voice.phrase_number("{n} evidence changed", "{n} evidence changed", n, n=n),
        Kind.SECTION_ADDED: voice.phrase_number("{n} section added", "{n} sections added", n, n=n),
        Kind.SECTION_REMOVED: voice.phrase_number("{n} section removed", "{n} sections removed", n, n=n),
        Kind.SECTION_CHANGED: voice.phrase_number("{n} section changed", "{n} sections changed", n, n=n),
    }[kind]


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
