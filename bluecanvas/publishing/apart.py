"""Rendering somebody else's template in a process of its own, which ends when it takes too long or too much.

The sandbox keeps a template from files and code, but not from work without end; only the system can stop that.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict

from bluecanvas.errors import CallError
from bluecanvas.publishing.jobs import Job, Placed, Rendered, display

_WORK = 1.0
"""Seconds of computing; a report takes milliseconds."""
_WALL = 10.0
"""Seconds by the clock, where computing cannot be measured."""
_MEMORY = 512 * 1024 * 1024
"""Bytes of address space, of which the interpreter takes some."""
_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from bluecanvas.publishing.apart import answer; answer()"
)


def perform_apart(job: Job) -> Rendered:
    """Render the job's template under limits; whatever is wrong with it is a `CallError`."""
    command = [sys.executable, "-I", *(["-B"] if sys.dont_write_bytecode else []), "-c", _START]
    asked = pickle.dumps(sys.path) + pickle.dumps(job)  # which keeps what is shared shared
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own code
            command, input=asked, capture_output=True, timeout=_WALL, check=False
        )
    except subprocess.TimeoutExpired:
        done = None
    except OSError as error:
        raise CallError(f"no process can be started for the template: {error.strerror}") from error
    if done is None or done.returncode < 0:  # the clock or the system ended it
        said = f"{display(job.shown, job.name)}: it takes too long or too much memory"
        raise CallError(said, "look for loops within loops and texts that grow")
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    answered = json.loads(done.stdout)
    if "error" in answered:
        raise CallError(*answered["error"])
    return Rendered(answered["text"], tuple(Placed(*each) for each in answered["placed"]))


def answer() -> None:
    """In the process of its own: render, and write what came of it to standard output."""
    from bluecanvas.publishing.rendering import perform  # before the limits: it is our own work

    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    _limit()
    try:
        said = asdict(perform(job))
    except CallError as error:
        said = {"error": (error.message, error.hint)}
    sys.stdout.buffer.write(json.dumps(said).encode())


def _limit() -> None:
    """Let the system end this process when it computes too long, and refuse it too much memory."""
    with suppress(ImportError, AttributeError, OSError, ValueError):  # not every system has each of them
        import signal

        signal.setitimer(signal.ITIMER_PROF, _WORK)
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
