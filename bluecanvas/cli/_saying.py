"""How text leaves: whole, with nothing invisible said of our own, and nothing a build server takes for a command."""

from __future__ import annotations

import os
import sys

from bluecanvas.errors import BluecanvasError, CallError

TYPE_CHECKING = False  # not from typing: its import would double what --version takes
if TYPE_CHECKING:
    from typing import TextIO


def say(text: str) -> None:
    """Text and a line's end on standard error; a closed one is nobody's loss."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(harmless(text) + "\n")
        sys.stderr.flush()
    except OSError:
        abandon(sys.stderr)


def say_error(error: BluecanvasError) -> None:
    """The error and its hint on standard error, and what else is wrong."""
    from bluecanvas.words import visible

    for one in (error, *error.more):
        say(f"error: {visible(one.message)}")
        if one.hint:
            say(f"hint: {visible(one.hint)}")


def progress(text: str) -> None:
    """How far a long work is, on a terminal that can take it back; "" when the work is done."""
    try:
        if sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb":
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
    except OSError:
        abandon(sys.stderr)


def harmless(text: str) -> str:
    """The text without what build servers take for commands: `::` where a line begins, `##[` and `##vso[` anywhere."""
    import re

    if "::" in text:
        text = re.sub(r"(?m)^([^\S\n]*):(?=:)", r"\1: ", text)
    return re.sub(r"(?i)##(?=(?:vso)?\[)", "# #", text) if "##" in text else text


def reason(error: OSError | ValueError) -> str:
    """What the system says went wrong, as a part of a sentence."""
    said = getattr(error, "strerror", None) or str(error)
    return said[:1].lower() + said[1:]


def deliver(text: str) -> None:
    """Text on standard output; CallError where it takes no more."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise undelivered(error) from None


def undelivered(error: OSError) -> CallError:
    """What to say where standard output takes no more."""
    return CallError(f"the answer could not be written: {reason(error)}")


def abandon(stream: TextIO | None) -> None:
    """Let what a stream could not deliver go nowhere, so that nothing complains about it at the very end."""
    try:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        pass
