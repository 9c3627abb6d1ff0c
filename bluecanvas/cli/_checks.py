"""Checking many files: what is remembered first, the rest one by one, or in two processes where there are many."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NoReturn

from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas
from bluecanvas.checking import Held, Settings, blocks, examine_all
from bluecanvas.checking.options import about_age
from bluecanvas.cli._files import read_bytes
from bluecanvas.cli._loading import name_of
from bluecanvas.cli._places import from_folder
from bluecanvas.cli._saying import progress
from bluecanvas.errors import CallError
from bluecanvas.finding import Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.rules import rule
from bluecanvas.words import clip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bluecanvas.cli._remembered import Memory

_MANY = 300
_WORTH_REMEMBERING = 50
_AT_A_TIME = 32
_MUCH = 200_000
"""Bytes of files that are judged together, so that large ones do not all lie in memory."""


class Outcome(NamedTuple):
    """What checking some files came to."""

    verdicts: tuple[Verdict, ...]
    files: tuple[str, ...]
    """Those that were read."""
    problems: tuple[CallError, ...]
    canvas: Canvas | None = None
    """The canvas, where there was one file and it could be read."""
    keys: tuple[str, ...] = ()
    """What the verdicts on each of the files are remembered by, where they are."""


def check_files(files: Sequence[str], settings: Settings, folder: str = "", remembering: bool = False) -> Outcome:
    """Every file's verdicts, sorted; files that cannot be read are problems, and the others are checked all the same.

    The folder is where the settings' globs begin. When remembering, what an earlier run found on files that have not
    changed since is taken from there, and what is found now is kept.
    """
    memory = None
    parts: list[Outcome] = []
    left = files
    if remembering and len(files) >= _WORTH_REMEMBERING:
        from bluecanvas.cli._remembered import memory_of

        memory = memory_of(settings)
        if memory is not None and not memory.is_empty:
            known, left = _remembered(files, settings, folder, memory)
            parts.append(known)
    if len(left) >= _MANY and _processors() > 1 and hasattr(os, "fork"):
        parts += _in_two(left, settings, folder, memory)
    elif left or not parts:
        parts.append(_batch(left, settings, folder, len(left), memory))
    if memory is not None:
        for part in parts:
            memory.keep(part.files, part.keys, part.verdicts)
        memory.save()
    return Outcome(
        tuple(sorted((verdict for part in parts for verdict in part.verdicts), key=lambda verdict: verdict.order)),
        tuple(sorted(file for part in parts for file in part.files)),
        tuple(sorted((problem for part in parts for problem in part.problems), key=lambda problem: problem.message)),
        parts[0].canvas if len(files) == 1 else None,
    )


def _processors() -> int:
    """How many processors this process may run on: a container or `taskset` may give it one of many."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _remembered(files: Sequence[str], settings: Settings, folder: str, memory: Memory) -> tuple[Outcome, list[str]]:
    """What an earlier run found on files as they are now, and the files that it knew nothing of."""
    verdicts: list[Verdict] = []
    unchanged: list[str] = []
    left: list[str] = []
    for file in files:
        try:
            found = memory.recall(memory.key(read_bytes(file), _at(settings, file, folder)), name_of(file))
        except CallError:  # to be said by whoever reads it in earnest
            found = None
        if found is None:
            left.append(file)
        else:
            unchanged.append(file)
            verdicts += found
    return Outcome(tuple(verdicts), tuple(unchanged), ()), left


def _at(settings: Settings, file: str, folder: str) -> Settings:
    return settings.at(from_folder(file, folder or ".")) if settings.per_file else settings


class RuleFailed(Exception):  # noqa: N818 - named for what happened
    """A rule failed: the findings were reported, and here is what we need to mend it."""

    def __init__(self, verdicts: Sequence[Verdict]) -> None:
        told = {verdict.code: verdict for verdict in reversed(verdicts) if verdict.fault}
        super().__init__("\n".join(f"{one.code} on {one.file}:\n{one.fault}" for _, one in sorted(told.items())))


def silent_on_age(settings: Settings) -> bool:
    """Whether a rule about age is asked without a day to compare with."""
    return settings.as_of is None and any(about_age(rule(code)) for code in settings.codes)


def held_back(verdicts: Sequence[Verdict], settings: Settings) -> int:
    """Of how many canvases errors of reading kept rules from being asked that were selected."""
    files = {verdict.file for verdict in verdicts if blocks(verdict)}
    known = map(rule, settings.codes if files else ())
    return len(files) if any(one.check is not None and not one.as_typed for one in known) else 0


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


def _batch(
    files: Sequence[str], settings: Settings, folder: str = "", of: int = 0, memory: Memory | None = None
) -> Outcome:
    """Some files at a time; `of` is how many there are in all, 0 to keep quiet about how far the work is."""
    verdicts: list[Verdict] = []
    keys: list[str] = []
    read_files: list[str] = []
    problems: list[CallError] = []
    waiting: list[Held] = []
    canvas: Canvas | None = None
    size = 0
    for at, file in enumerate(files):
        if of >= _MANY and not waiting:
            progress(f"checked {at * of // len(files)} of {of}")
        try:
            data = read_bytes(file)
        except CallError as problem:
            problems.append(problem)
            continue
        read_files.append(file)
        reading = read(data)
        canvas = reading.canvas
        held = _at(settings, file, folder)
        if memory is not None:
            keys.append(memory.key(data, held))
        waiting.append(Held(reading, name_of(file), held))
        size += len(data)
        if len(waiting) == _AT_A_TIME or size > _MUCH:
            verdicts.extend(one for found in examine_all(waiting) for one in found)
            waiting, size = [], 0
    verdicts.extend(one for found in examine_all(waiting) for one in found)
    if of >= _MANY:
        progress("")
    only = canvas if len(files) == 1 else None
    return Outcome(tuple(verdicts), tuple(read_files), tuple(problems), only, tuple(keys))


def _in_two(files: Sequence[str], settings: Settings, folder: str, memory: Memory | None) -> list[Outcome]:
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
        return [_batch(files, settings, folder, len(files), memory)]
    if not child:
        for number in stops:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        _answer(sending, theirs, settings, folder, memory)
    try:
        os.close(sending)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        with os.fdopen(receiving, "rb") as pipe:
            mine = _batch(ours, settings, folder, len(files), memory)
            answered = pipe.read()
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.waitpid(child, 0)
    # where the other process came to an end of its own, its share is done here, and what ended it is seen
    return [mine, pickle.loads(answered) if answered else _batch(theirs, settings, folder, 0, memory)]  # noqa: S301 - our own process's


def _answer(sending: int, files: Sequence[str], settings: Settings, folder: str, memory: Memory | None) -> NoReturn:
    """In the process of its own: check, send what came of it, and leave without touching anything that is shared."""
    import pickle

    try:
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(pickle.dumps(_batch(files, settings, folder, 0, memory)))
    finally:
        os._exit(0)
