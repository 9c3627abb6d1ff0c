"""Fixing files: the fixes of what a check found are written to the canvases, or shown as a diff."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import unified_diff
from functools import partial
from typing import TypeVar

from bluecanvas.canvas import read
from bluecanvas.checking import Settings, examine
from bluecanvas.checking.baseline import mark
from bluecanvas.checking.fixing import Dropped, fixable, mend
from bluecanvas.cli._baselines import BaselineFile
from bluecanvas.cli._checks import Outcome
from bluecanvas.cli._files import STDIN, read_bytes
from bluecanvas.cli._loading import name_of
from bluecanvas.cli._places import from_folder
from bluecanvas.cli._writing import write
from bluecanvas.errors import CallError
from bluecanvas.finding import Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.words import visible

_MOST_LEVELS = 10_000
"""Levels of a canvas: a fix is proved by checking the whole file again, which takes too long with more."""
_MOST_COMPARED = 4000
_MOST_NAMED = 8
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
Kind = TypeVar("Kind", bound=tuple[str, ...])


class Fixed(NamedTuple):
    """What fixing came to: the outcome as it is now, what was fixed, the diff of it, and what was not fixed and why."""

    outcome: Outcome
    verdicts: tuple[Verdict, ...]
    diff: str
    dropped: tuple[Dropped, ...] = ()


def fix_files(
    outcome: Outcome,
    settings: Settings,
    folder: str = "",
    baseline: BaselineFile | None = None,
    unsafe: bool = False,
    show: bool = False,
) -> Fixed:
    """Make the fixes in every file whose findings have one; with `show`, write nothing and leave the outcome as it was.

    What is suppressed or in the baseline is left alone. A file that cannot be written is a problem of the new outcome,
    and the others are fixed all the same.
    """
    if STDIN in outcome.files:
        raise CallError("standard input cannot be fixed", "write it to a file, and fix that")

    def again(file: str, data: bytes) -> Sequence[Verdict]:
        verdicts = examine(read(data), name_of(file), settings.at(from_folder(file, folder or ".")))
        return verdicts if baseline is None else mark(verdicts, baseline.baseline, baseline.name)

    marked = outcome.verdicts if baseline is None else mark(outcome.verdicts, baseline.baseline, baseline.name)
    found = list(outcome.verdicts)
    problems = list(outcome.problems)
    fixed: list[Verdict] = []
    diffs: list[str] = []
    dropped: list[Dropped] = []
    for file in sorted({one.file for one in fixable(marked, unsafe)}):
        try:
            data = read_bytes(file)
            _bounded(file, data)
            mended = mend(data, partial(again, file), unsafe)
            dropped += mended.dropped
            if not mended.fixed:
                continue
            if not show:
                _write(file, mended.data)
                found = [one for one in found if one.file != file]
                found += [one._replace(baselined=False) for one in mended.left]
        except CallError as problem:
            problems.append(problem)
            continue
        fixed += mended.fixed
        diffs.append(diff(file, data, mended.data))
    left = tuple(sorted(found, key=lambda one: one.order))
    return Fixed(
        outcome._replace(verdicts=left, problems=tuple(problems)), tuple(fixed), "".join(diffs), tuple(dropped)
    )


def diff(name: str, before: bytes, after: bytes) -> str:
    """A unified diff of a file, with nothing in it that a screen would not show."""
    old, new = (_LINE.findall(data.decode("utf-8-sig")) for data in (before, after))
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    first, last = max(0, head - 3), min(3, tail)
    one, other = old[first : len(old) - tail + last], new[first : len(new) - tail + last]
    few = len(one) + len(other) <= _MOST_COMPARED
    hunks = list(unified_diff(one, other))[2:] if few else _exchanged(one, other)
    heading = f"--- {visible(name)}\n+++ {visible(name)}\n"
    return heading + "".join(_numbered(line, first) if line.startswith("@@ ") else _told(line) for line in hunks)


def applied(mended: Fixed, show: bool = False) -> str:
    """What was fixed in one line, and what was not: "fixed 1 (1 BC110 axis-order); 2 BC012 unknown-key left: …"."""
    count = Counter((one.code, one.name) for one in mended.verdicts)
    named = _ranked(count, " ".join)
    why = Counter((one.verdict.code, one.verdict.name, one.why) for one in mended.dropped)
    left = _ranked(why, lambda one: f"{one[0]} {one[1]} left: {one[2]}")
    done = f"{len(mended.verdicts)} ({', '.join(named)})" if named else "nothing"
    return "; ".join([f"{'would fix' if show else 'fixed'} {done}", *left])


def _ranked(count: Counter[Kind], told: Callable[[Kind], str]) -> list[str]:
    """The most frequent things, each with how many there are."""
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    return [f"{many} {told(one)}" for one, many in ranked[:_MOST_NAMED]] + ["…"] * (len(ranked) > _MOST_NAMED)


def _bounded(file: str, data: bytes) -> None:
    """CallError where a canvas is too large to be fixed."""
    canvas = read(data).canvas
    levels = len(canvas.factors) * len(canvas.curves) if canvas is not None else 0
    if levels > _MOST_LEVELS:
        raise CallError(
            f"{file} has {levels:,} levels, more than {_MOST_LEVELS:,}, so it was not fixed",
            "mend it by hand, or split it up",
        )


def _write(file: str, data: bytes) -> None:
    """The bytes in the file's place; where the name is a link, in the place of what it leads to."""
    path = os.path.realpath(file)
    if not os.access(path, os.W_OK):
        raise CallError(f"{file} is write-protected, so it was not fixed", "let it be written to, or use --show-fixes")
    write(path, data, quiet=True)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines two texts begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _exchanged(one: list[str], other: list[str]) -> list[str]:
    """A hunk that exchanges everything: comparing so many lines would take too long."""
    heading = f"@@ -1,{len(one)} +1,{len(other)} @@\n"
    return [heading, *(f"-{line}" for line in one), *(f"+{line}" for line in other)]


def _numbered(heading: str, by: int) -> str:
    """A hunk's heading with the line numbers of the whole file."""
    return re.sub(r"([-+])(\d+)", lambda found: f"{found[1]}{int(found[2]) + by}", heading)


def _told(line: str) -> str:
    """A line of a diff as a screen may show it; a last one without an ending says so, as `diff` does."""
    text = line.rstrip("\r\n")
    ending = line[len(text) :]
    if not ending:
        return f"{visible(text)}\n\\ No newline at end of file\n"
    return visible(text) + ("\r\n" if ending == "\r\n" else "\n")
