"""Rendering somebody else's template in a process of its own, which ends when it takes too long or too much.

The sandbox keeps a template from files and code, but not from work without end; only the system can stop that. The
process stays for the reports that follow: starting it and making Jinja's environment cost more than most reports.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from atexit import register
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import IO, Any

from bluecanvas.errors import CallError
from bluecanvas.publishing.jobs import Job, Placed, Rendered, display

_WORK = 1.0
"""Seconds of computing for one report; it takes milliseconds."""
_WALL = 10.0
"""Seconds by the clock, where computing cannot be measured."""
_PATIENCE = 1.0
"""Seconds that the process has to end by itself."""
_MEMORY = 512 * 1024 * 1024
"""Bytes of address space, of which the interpreter takes some."""
_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from bluecanvas.publishing.apart import answer; answer()"
)
_SIZE = 8
"""Bytes that say how long an answer is."""


def perform_apart(job: Job) -> Rendered:
    """Render the job's template under limits; whatever is wrong with it is a `CallError`."""
    answered = _there.ask(job._replace(folder=str(Path(job.folder).resolve())))  # its own current folder may be another
    if answered is None:  # the clock or the system ended it
        said = f"{display(job.shown, job.name)}: it takes too long or too much memory"
        raise CallError(said, "look for loops within loops and texts that grow")
    if "error" in answered:
        raise CallError(*answered["error"])
    return Rendered(answered["text"], tuple(Placed(*each) for each in answered["placed"]))


class _Process:
    """The process that renders, started when it is first asked, and again after it was ended."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] | None = None

    def ask(self, job: Job) -> dict[str, Any] | None:
        """What it answers; None where it was ended over the job."""
        process = self._running or self._started()
        stop = Timer(_WALL, process.kill)
        stop.start()
        try:
            with suppress(BrokenPipeError):
                process.stdin.write(pickle.dumps(job))  # type: ignore[union-attr] # which keeps what is shared shared
                process.stdin.flush()  # type: ignore[union-attr]
            size = process.stdout.read(_SIZE)  # type: ignore[union-attr]
            data = process.stdout.read(int.from_bytes(size, "big"))  # type: ignore[union-attr]
        finally:
            stop.cancel()
        if len(size) == _SIZE and len(data) == int.from_bytes(size, "big"):
            return dict(json.loads(data))
        said = self.end()
        if process.returncode > 0:
            raise RuntimeError(said)
        return None

    def end(self) -> str:
        """End the process where it is there; what it had to complain of."""
        if self._running is None or self._complaints is None:
            return ""
        process, complaints = self._running, self._complaints
        self._running = self._complaints = None
        with suppress(BrokenPipeError):
            process.stdin.close()  # type: ignore[union-attr] # at which it ends by itself, if it still can
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
        with process, complaints:  # which waits for the one and closes both
            complaints.seek(0)
            return complaints.read().decode(errors="replace")

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-I", *(["-B"] if sys.dont_write_bytecode else []), "-c", _START]
        complaints = TemporaryFile()  # noqa: SIM115 - it is read when the process has failed
        try:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints
            )
        except OSError as error:
            complaints.close()
            raise CallError(f"no process can be started for the template: {error.strerror}") from error
        with suppress(BrokenPipeError):
            process.stdin.write(pickle.dumps(sys.path))  # type: ignore[union-attr]
        self._running, self._complaints = process, complaints
        register(self.end)
        return process


_there = _Process()


def answer() -> None:
    """In the process of its own: render each job, and write what came of it to standard output."""
    from bluecanvas.publishing.rendering import perform  # before the limits: it is our own work

    _limit_memory()
    while True:
        try:
            job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
        except EOFError:
            return
        _limit_work()
        try:
            said = perform(job)._asdict()
        except CallError as error:
            said = {"error": (error.message, error.hint)}
        data = json.dumps(said).encode()
        sys.stdout.buffer.write(len(data).to_bytes(_SIZE, "big") + data)
        sys.stdout.buffer.flush()


def _limit_work() -> None:
    """Let the system end this process when it computes too long, from now on."""
    with suppress(ImportError, AttributeError, OSError, ValueError):  # not every system has it
        import signal

        signal.setitimer(signal.ITIMER_PROF, _WORK)


def _limit_memory() -> None:
    """Let the system refuse this process too much memory."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
