"""Checking many files: one after the other, or in two processes where there are many."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas
from bluecanvas.checking import Selection, examine
from bluecanvas.cli._files import read_bytes
from bluecanvas.cli._loading import name_of
from bluecanvas.errors import CallError
from bluecanvas.finding import Verdict

_ENOUGH_FOR_TWO = 300
_BATCH = 64


class Outcome(NamedTuple):
    """What checking some files came to."""

    verdicts: tuple[Verdict, ...]
    checked: int
    problems: tuple[CallError, ...]
    canvas: Canvas | None = None
    """The canvas, where there was one file and it could be read."""


def check_files(files: Sequence[str], selection: Selection) -> Outcome:
    """Every file's verdicts, sorted; files that cannot be read are problems, and the others are checked all the same."""
    if len(files) >= _ENOUGH_FOR_TWO and (os.cpu_count() or 1) > 1 and hasattr(os, "fork"):
        parts = _in_processes(files, selection)
    else:
        parts = [_batch(files, selection)]
    verdicts = sorted((verdict for part in parts for verdict in part.verdicts), key=lambda verdict: verdict.order)
    return Outcome(
        tuple(verdicts),
        sum(part.checked for part in parts),
        tuple(problem for part in parts for problem in part.problems),
        parts[0].canvas if len(files) == 1 else None,
    )


def whom(canvas: Canvas) -> tuple[str, ...]:
    """Whom the check took for whom, in one line."""
    ours = f"{canvas.ours.name} ({canvas.ours.role})" if canvas.ours else "none"
    others = [
        f"{word}: {', '.join(str(curve.name) for curve in curves)}"
        for word, curves in (
            ("rivals", canvas.rivals),
            ("alternatives", tuple(c for c in canvas.curves if c.role == "alternative")),
            ("industry", tuple(c for c in canvas.curves if c.role == "industry")),
        )
        if curves
    ]
    return ("; ".join([f"ours: {ours}", *others]),)


def _batch(files: Sequence[str], selection: Selection) -> Outcome:
    verdicts: list[Verdict] = []
    problems: list[CallError] = []
    canvas: Canvas | None = None
    for file in files:
        try:
            data = read_bytes(file)
        except CallError as problem:
            problems.append(problem)
            continue
        reading = read(data)
        canvas = reading.canvas
        verdicts.extend(examine(reading, name_of(file), selection))
    return Outcome(tuple(verdicts), len(files) - len(problems), tuple(problems), canvas if len(files) == 1 else None)


def _in_processes(files: Sequence[str], selection: Selection) -> list[Outcome]:
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from multiprocessing import get_context

    batches = [files[at : at + _BATCH] for at in range(0, len(files), _BATCH)]
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        return list(pool.map(partial(_batch, selection=selection), batches))
