"""Baselines: findings that were there when a team began, known again wherever their lines have moved to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from bluecanvas.checking.judging import blocks
from bluecanvas.errors import CallError
from bluecanvas.finding import Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.rules import rule

VERSION = 1
_ENOUGH = 1000
"""How much of a line tells it from others; a file may be one line."""

Entry: TypeAlias = tuple[str, str, str]
"""A file as the baseline names it, a code, and the print of a line."""


class Baseline(NamedTuple):
    """How many findings of each entry were there."""

    counts: Mapping[Entry, int]

    @property
    def files(self) -> frozenset[str]:
        """The files that have entries."""
        return frozenset(file for file, _, _ in self.counts)


def parse(text: str, shown: str) -> Baseline:
    """A baseline from its text; CallError where it is none."""
    import json

    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CallError(f"{shown} is no baseline: {str(error).lower()}", _HOW) from None
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise CallError(f"{shown} is no baseline of version {VERSION}", _HOW)
    return Baseline(dict(_entries(data.get("findings"), shown)))


def print_of(verdict: Verdict) -> str:
    """What a finding is known by within its file and rule: the text of its line, wherever that stands."""
    line = verdict.source_line.strip()[:_ENOUGH]
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def mark(verdicts: Sequence[Verdict], baseline: Baseline, name: Callable[[str], str]) -> list[Verdict]:
    """The verdicts, those in the baseline marked; a suppressed one needs no entry, and what always stands has none."""
    left = Counter(baseline.counts)
    marked = []
    for verdict in verdicts:
        entry = _entry(verdict, name)
        if left[entry] > 0 and _can_stand(verdict):
            left[entry] -= 1
            marked.append(verdict._replace(baselined=True))
        else:
            marked.append(verdict)
    return marked


def stale(
    verdicts: Sequence[Verdict], baseline: Baseline, name: Callable[[str], str], files: Iterable[str],
    codes: Collection[str], gone: Collection[str] = (),
) -> int:  # fmt: skip
    """How many findings of a baseline are found no more: in the files that were checked, and in those that are gone."""
    found = Counter(_entry(verdict, name) for verdict in verdicts if verdict.baselined)
    is_settled = _settled(verdicts, name, files, codes, gone)
    return sum(count - found[entry] for entry, count in baseline.counts.items() if is_settled(entry))


def renewed(
    verdicts: Sequence[Verdict], old: Baseline, name: Callable[[str], str], files: Iterable[str],
    codes: Collection[str], gone: Collection[str] = (),
) -> Baseline:  # fmt: skip
    """A baseline of what stands now; what was not asked this time stays as it was, but for files that are gone."""
    is_settled = _settled(verdicts, name, files, codes, gone)
    counts = Counter(_entry(verdict, name) for verdict in verdicts if _can_stand(verdict))
    for entry, count in old.counts.items():
        if not is_settled(entry):
            counts[entry] = max(counts[entry], count)
    return Baseline(counts)


def written(baseline: Baseline) -> str:
    """A baseline as JSON, sorted, so that its changes read well; in ASCII."""
    import json

    found: dict[str, dict[str, dict[str, int]]] = {}
    for (file, code, line), count in sorted(baseline.counts.items()):
        found.setdefault(file, {}).setdefault(code, {})[line] = count
    return json.dumps({"version": VERSION, "findings": found}, indent=1) + "\n"


_HOW = "one is written with: bluecanvas check --baseline FILE --write-baseline"


def _entry(verdict: Verdict, name: Callable[[str], str]) -> Entry:
    return name(verdict.file), verdict.code, print_of(verdict)


def _can_stand(verdict: Verdict) -> bool:
    return not (verdict.suppressed or verdict.final or blocks(verdict))


def _settled(
    verdicts: Sequence[Verdict], name: Callable[[str], str], files: Iterable[str], codes: Collection[str],
    gone: Collection[str],
) -> Callable[[Entry], bool]:  # fmt: skip
    """Whether an entry was asked about, so that what is not found now is no more; an error that blocks never has one."""
    checked = {name(file) for file in files}
    held_back = {name(verdict.file) for verdict in verdicts if verdict.final or blocks(verdict)}
    blocking = {code for code in codes if rule(code).blocks}

    def is_settled(entry: Entry) -> bool:
        file, code, _ = entry
        return file in gone or (file in checked and code in codes and (code in blocking or file not in held_back))

    return is_settled


def _entries(findings: Any, shown: str) -> Iterable[tuple[Entry, int]]:
    wrong = CallError(f"{shown} is no baseline: `findings` counts by file, code and line", _HOW)
    if not isinstance(findings, dict):
        raise wrong
    for file, codes in findings.items():
        if not isinstance(codes, dict):
            raise wrong
        for code, lines in codes.items():
            if not isinstance(lines, dict):
                raise wrong
            for line, count in lines.items():
                if not isinstance(count, int) or isinstance(count, bool) or count < 1:
                    raise wrong
                yield (file, code, line), count
