"""Loading one canvas for a command that needs it whole: errors are shown where they stand, and end the command."""

from __future__ import annotations

from bluecanvas.canvas import Reading, read
from bluecanvas.canvas.model import Canvas
from bluecanvas.cli._ending import say
from bluecanvas.cli._files import STDIN, read_bytes
from bluecanvas.errors import CanvasError

STDIN_NAME = "<stdin>"


def name_of(file: str) -> str:
    """What messages call a file."""
    return STDIN_NAME if file == STDIN else file


def load(file: str, doing: str = "read") -> tuple[Canvas, Reading]:
    """The canvas of a file; CanvasError, after its findings were shown, where it cannot be read as meant."""
    reading = read(read_bytes(file))
    if reading.findings or reading.canvas is None:
        from bluecanvas.checking import examine
        from bluecanvas.reporters import Summary, report

        say(report("full", examine(reading, name_of(file)), Summary(1)).rstrip("\n"))
        raise CanvasError(f"{name_of(file)} cannot be {doing} before this is mended")
    return reading.canvas, reading


def speaks(canvas: Canvas, asked: str | None) -> str:
    """The language to show a canvas in; CallError for a tag that is none."""
    if asked is None:
        return canvas.language
    from bluecanvas.errors import CallError
    from bluecanvas.words import canonical, is_tag, listed

    if not is_tag(asked):
        given = listed(canvas.languages, "and")
        raise CallError(f"{asked!r} is no language tag", f"write tags such as en, zh-Hant, ja; the canvas has {given}")
    return canonical(asked)
