"""Where every run ends: what a person must mend, what is our bug, and Ctrl-C, each with its status and no traceback."""

from __future__ import annotations

import os
import signal
import sys
from atexit import _run_exitfuncs

from bluecanvas.cli._saying import abandon, deliver, reason, say, say_error, undelivered
from bluecanvas.errors import BluecanvasError, CallError

TYPE_CHECKING = False  # not from typing: its import would double what --version takes
if TYPE_CHECKING:
    from typing import Any, NoReturn

FINE, OURS, INTERRUPTED, PIPE_CLOSED = 0, 3, 130, 141


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    try:
        _prepare_streams()
        if arguments == ["--version"]:  # the one answer worth giving before anything else is imported
            return _version()
        from bluecanvas.cli._app import call

        return call([word for word in options if word != "--debug"] + arguments[len(options) :])
    except BluecanvasError as error:
        say_error(error)
        return error.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return PIPE_CLOSED
    except MemoryError:
        say_error(CallError("there is not enough memory for this"))
        return CallError.status
    except OSError as error:
        say_error(CallError(f"{error.filename}: {reason(error)}" if error.filename else reason(error)))
        return CallError.status
    except Exception as bug:
        stopped = _stopped(bug)
        if stopped is not None:
            return stopped
        _say_bug(bug, "--debug" in options)
        return OURS


def end(status: int) -> NoReturn:
    """Leave with a status; what could not be delivered because the reader has gone is dropped quietly."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        status = PIPE_CLOSED
        abandon(sys.stdout)
    except OSError as error:
        if status == FINE:
            say_error(undelivered(error))
        status = status or CallError.status
        abandon(sys.stdout)
    _run_exitfuncs()  # libraries clear their temporary folders away then
    os._exit(status)  # everything is written; taking the interpreter apart would cost as much as checking a canvas


def obey_signals() -> None:
    """Let a polite request to stop end the run the way Ctrl-C does: what was begun is cleared away."""

    def leave(number: int, _: object) -> NoReturn:
        sys.exit(128 + number)

    def unraisable(fault: Any) -> None:
        """A request to stop may arrive where Python cannot raise it, as within an import's own housekeeping."""
        status = _stopped(fault.exc_value)
        if status is not None:
            os._exit(status)
        sys.__unraisablehook__(fault)

    sys.unraisablehook = unraisable
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, leave)


def _stopped(error: BaseException | None) -> int | None:
    """The status of a request to stop that arrived inside a library and was passed on as a fault of its own."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return INTERRUPTED
        if isinstance(error, SystemExit) and isinstance(error.code, int):
            return error.code
        error = error.__cause__ or error.__context__
    return None


def _version() -> int:
    from bluecanvas import __version__

    deliver(f"bluecanvas {__version__}\n")
    return FINE


def _prepare_streams() -> None:
    """Let no character that a stream cannot encode end a run."""
    if sys.stdout is None:
        raise CallError("standard output is closed, so there is nowhere to answer")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _say_bug(bug: Exception, debug: bool) -> None:
    """One sentence and where the rest is; the rest itself for those who asked."""
    import tempfile
    import traceback

    from bluecanvas.words import visible

    told = "".join(traceback.format_exception(bug))
    if debug:
        say("\n".join(visible(line) for line in told.splitlines()))
    where = ""
    try:
        with tempfile.NamedTemporaryFile("wb", prefix="bluecanvas-", suffix=".log", delete=False) as log:
            log.write(told.encode("utf-8", "backslashreplace"))
        where = f"; what happened is in {log.name}"
    except OSError:
        pass
    say(f"error: this is a bug in bluecanvas ({type(bug).__name__}){where}")
    if not debug:
        say("hint: please report it with that file; --debug shows it at once")
