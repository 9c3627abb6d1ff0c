"""`bluecanvas read`: the reading of the value curves, each verdict with its figure, its threshold and one sentence of why."""

from __future__ import annotations

from typing import Annotated

import typer

from bluecanvas.cli import _screen
from bluecanvas.cli._loading import load, name_of, speaks
from bluecanvas.errors import CallError, CanvasError
from bluecanvas.words import suggestion

_FORMATS = ("text", "json")


def read(
    file: Annotated[str, typer.Argument(help="The canvas; - for standard input.")],
    format: Annotated[str, typer.Option("--format", help="How to say it: text, json.")] = "text",
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", help="The language to say it in: en, ja, ko, zh-Hans, zh-Hant; the canvas's own, JSON in English."
        ),
    ] = None,
) -> None:
    """Read the value curves: verdicts, their figures, and why."""
    if format not in _FORMATS:
        raise CallError(f"there is no format {format!r}", suggestion(format, _FORMATS))
    canvas, _ = load(file)
    language = speaks(canvas, lang)
    from bluecanvas.frameworks.reading import readings

    found = readings(canvas)
    if format == "json":
        from bluecanvas.frameworks._reading_data import as_data
        from bluecanvas.reporters._escaping import as_json

        _screen.show(as_json(as_data(canvas, found, language if lang else None), indent=1))
        return
    if not found:
        raise CanvasError(f"no curve in {name_of(file)} is ours to read", "say which is: us: …")
    from bluecanvas.cli._reading import told

    _screen.tell(told(canvas, found, _screen.look(), language))
