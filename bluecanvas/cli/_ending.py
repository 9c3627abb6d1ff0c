"""Where every run ends: what a person must mend, what is our bug, and Ctrl-C, each with its status and no traceback."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from bluecanvas.errors import BluecanvasError
from bluecanvas.words import visible

OURS = 3
INTERRUPTED = 130
PIPE_CLOSED = 141


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status."""
    debug = "--debug" in arguments
    try:
        _prepare_streams()
        from bluecanvas.cli._app import call

        status = call([argument for argument in arguments if argument != "--debug"])
        sys.stdout.flush()
    except BluecanvasError as error:
        say_error(error)
        return error.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return PIPE_CLOSED
    except MemoryError:
        say_error(BluecanvasError("there is not enough memory for this"))
        return 2
    except OSError as error:
        say_error(BluecanvasError(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"))
        return 2
    except Exception as bug:  # noqa: BLE001 - the one place where a bug of ours becomes a sentence
        if debug:
            raise
        _say_bug(bug)
        return OURS
    return status


def end(status: int) -> NoReturn:
    """Leave with a status; what could not be delivered because the reader has gone is dropped quietly."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        status = PIPE_CLOSED
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        status = status or 2
        say_error(BluecanvasError(f"the answer could not be written: {error.strerror}"))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if status == PIPE_CLOSED:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


def say_error(error: BluecanvasError) -> None:
    """The error and its hint on standard error."""
    say(f"error: {visible(error.message)}")
    if error.hint:
        say(f"hint: {visible(error.hint)}")


def say(line: str) -> None:
    """A line on standard error; a closed one is nobody's loss."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"{line}\n")
    except OSError:
        pass


def _prepare_streams() -> None:
    """Let no character that a stream cannot encode end a run."""
    if sys.stdout is None:
        raise BluecanvasError("standard output is closed, so there is nowhere to answer")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _say_bug(bug: Exception) -> None:
    import tempfile
    import traceback
    from pathlib import Path

    where = ""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="bluecanvas-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.write("".join(traceback.format_exception(bug)))
        where = f"; what happened is in {Path(log.name)}"
    except OSError:
        pass
    say(f"error: this is a bug in bluecanvas ({type(bug).__name__}){where}")
    say("hint: please report it with that file; --debug shows it at once")
