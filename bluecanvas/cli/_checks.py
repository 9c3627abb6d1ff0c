"""Checking many files: one after the other, or in two processes where there are many."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas
from bluecanvas.checking import Selection, examine
from bluecanvas.cli._files import read_bytes
from bluecanvas.cli._loading import name_of
from bluecanvas.cli._saying import progress
from bluecanvas.errors import CallError
from bluecanvas.finding import Verdict
from bluecanvas.words import clip

_MANY = 300


class Outcome(NamedTuple):
    """What checking some files came to."""

    verdicts: tuple[Verdict, ...]
    files: tuple[str, ...]
    """Those that were read."""
    problems: tuple[CallError, ...]
    canvas: Canvas | None = None
    """The canvas, where there was one file and it could be read."""


def check_files(files: Sequence[str], selection: Selection) -> Outcome:
    """Every file's verdicts, sorted; files that cannot be read are problems, and the others are checked all the same."""
    if len(files) >= _MANY and (os.cpu_count() or 1) > 1 and hasattr(os, "fork"):
        parts = _in_two(files, selection)
    else:
        parts = [_batch(files, selection, len(files))]
    return Outcome(
        tuple(sorted((verdict for part in parts for verdict in part.verdicts), key=lambda verdict: verdict.order)),
        tuple(sorted(file for part in parts for file in part.files)),
        tuple(sorted((problem for part in parts for problem in part.problems), key=lambda problem: problem.message)),
        parts[0].canvas if len(files) == 1 else None,
    )


def whom(canvas: Canvas) -> tuple[str, ...]:
    """Whom the check took for whom, in one line."""
    ours = f"{clip(canvas.ours.name, 60)} ({canvas.ours.role})" if canvas.ours else "none"
    others = [
        f"{word}: {', '.join(clip(curve.name, 60) for curve in curves)}"
        for word, curves in (
            ("rivals", canvas.rivals),
            ("alternatives", tuple(c for c in canvas.curves if c.role == "alternative")),
            ("industry", tuple(c for c in canvas.curves if c.role == "industry")),
        )
        if curves
    ]
    return ("; ".join([f"ours: {ours}", *others]),)


def _batch(files: Sequence[str], selection: Selection, of: int = 0) -> Outcome:
    """One file after the other; `of` is how many there are in all, 0 to keep quiet about how far the work is."""
    verdicts: list[Verdict] = []
    read_files: list[str] = []
    problems: list[CallError] = []
    canvas: Canvas | None = None
    for at, file in enumerate(files):
        if of >= _MANY and at % 32 == 0:
            progress(f"checked {at * of // len(files)} of {of}")
        try:
            data = read_bytes(file)
        except CallError as problem:
            problems.append(problem)
            continue
        read_files.append(file)
        reading = read(data)
        canvas = reading.canvas
        verdicts.extend(examine(reading, name_of(file), selection))
    if of >= _MANY:
        progress("")
    return Outcome(tuple(verdicts), tuple(read_files), tuple(problems), canvas if len(files) == 1 else None)


def _in_two(files: Sequence[str], selection: Selection) -> list[Outcome]:
    """Every second file in a process of its own, which is ended when this one is."""
    import pickle
    import signal

    ours, theirs = files[::2], files[1::2]
    stops = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    receiving, sending = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, stops)  # a request to stop must not meet a process half made
    try:
        child = os.fork()
    except OSError:  # there may be no more processes
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(receiving)
        os.close(sending)
        return [_batch(files, selection, len(files))]
    if not child:
        for number in stops:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        _answer(sending, theirs, selection)
    try:
        os.close(sending)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        with os.fdopen(receiving, "rb") as pipe:
            mine = _batch(ours, selection, len(files))
            answered = pipe.read()
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.waitpid(child, 0)
    # where the other process came to an end of its own, its share is done here, and what ended it is seen
    return [mine, pickle.loads(answered) if answered else _batch(theirs, selection)]  # noqa: S301 - our own process's


def _answer(sending: int, files: Sequence[str], selection: Selection) -> NoReturn:
    """In the process of its own: check, send what came of it, and leave without touching anything that is shared."""
    import pickle

    try:
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(pickle.dumps(_batch(files, selection)))
    finally:
        os._exit(0)
