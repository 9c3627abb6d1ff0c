"""What reading finds in a canvas: where, and under which code."""

from __future__ import annotations

from textwrap import dedent

from bluecanvas.canvas import Reading, read
from bluecanvas.canvas.model import Canvas


def reading(text: str) -> Reading:
    return read(dedent(text).removeprefix("\n").encode())


def found(text: str) -> list[tuple[int, int, str]]:
    """(line, column, code) of every finding of reading, in the order of the file."""
    return sorted((line, column, code) for line, column, code, _, _ in told(text))


def told(text: str) -> list[tuple[int, int, str, str, str]]:
    """As above, with message and hint."""
    done = reading(text)
    places = [done.source.place(it.span or done.source.locate(it.path, it.on_key)) for it in done.findings]
    return [
        (place.line, place.column, it.code, it.message, it.hint)
        for place, it in zip(places, done.findings, strict=True)
    ]


def sound(text: str) -> Canvas:
    """The canvas of a text that reads clean."""
    done = reading(text)
    assert told(text) == []
    assert done.canvas is not None
    return done.canvas
