"""Loading one canvas for a command that needs it whole: errors are shown where they stand, and end the command."""

from __future__ import annotations

from collections.abc import Iterable

from bluecanvas.canvas import Reading, read
from bluecanvas.canvas.model import Canvas
from bluecanvas.cli._files import STDIN, read_bytes
from bluecanvas.cli._saying import say
from bluecanvas.errors import CallError, CanvasError
from bluecanvas.finding import Level, Verdict

STDIN_NAME = "<stdin>"


def name_of(file: str) -> str:
    """What messages call a file."""
    return STDIN_NAME if file == STDIN else file


def load(file: str, doing: str = "read") -> tuple[Canvas, Reading]:
    """The canvas of a file; CanvasError, after its errors were shown, where it cannot be read as meant."""
    return load_bytes(read_bytes(file), name_of(file), doing)


def load_bytes(data: bytes, name: str, doing: str = "read") -> tuple[Canvas, Reading]:
    """The canvas in a file's bytes, which messages call by a name; CanvasError as of `load`."""
    reading = read(data)
    found = faults(reading, name)
    if found or reading.canvas is None:
        from bluecanvas.reporters import Summary, report

        say(report("full", found, Summary(1, quiet=True)).rstrip("\n"))
        raise CanvasError(f"{name} cannot be {doing} before this is mended")
    return reading.canvas, reading


def faults(reading: Reading, file: str) -> list[Verdict]:
    """The errors that keep a file from being read as meant; suppressed ones only where no canvas is left."""
    if not reading.findings:
        return []
    from bluecanvas.checking import examine

    codes = {finding.code for finding in reading.findings}
    errors = [one for one in examine(reading, file) if one.code in codes and one.level is Level.ERROR]
    if reading.canvas is None:
        return [one._replace(suppressed=False) for one in errors]
    return [one for one in errors if not one.suppressed]


def speaks(canvas: Canvas, asked: str | None) -> str:
    """The language to show a canvas in; CallError for one that neither the tool nor the canvas has."""
    return canvas.language if asked is None else says(asked, canvas.languages)


def says(asked: str, others: Iterable[str] = ()) -> str:
    """The language asked for; CallError for one that neither the tool speaks nor is among the others."""
    from bluecanvas.words import canonical, is_tag, listed, match
    from bluecanvas.words.catalogues import languages

    known = tuple(dict.fromkeys((*languages(), *others)))
    if not is_tag(canonical(asked)):
        raise CallError(f"{asked!r} is no language tag", f"write one of {listed(known)}, or a tag such as zh-TW")
    if match(asked, known) is None:
        raise CallError(f"there is no language {asked!r} here", f"write one of {listed(known)}, or a tag such as zh-TW")
    return canonical(asked)
