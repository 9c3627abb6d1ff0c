"""`bluecanvas errc`: the eliminate–reduce–raise–create grid in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from bluecanvas.cli import _screen
from bluecanvas.cli._figures import figure
from bluecanvas.cli._loading import load, name_of, speaks
from bluecanvas.errors import CanvasError
from bluecanvas.renderers import render


def errc(
    file: Annotated[str, typer.Argument(help="The canvas; - for standard input.")],
    lang: Annotated[
        str | None, typer.Option("--lang", help="The language of texts and labels: en, ja, ko, zh-Hans, zh-Hant")
    ] = None,
) -> None:
    """Show the ERRC grid: levels, the gap to the rivals, and why."""
    canvas, _ = load(file, "shown")
    if not any(curve.grid for curve in canvas.curves):
        raise CanvasError(
            f"{name_of(file)} has no ERRC grid", "add one: errc: {eliminate: […], reduce: […], raise: […], create: […]}"
        )
    _screen.tell(render("terminal", figure(canvas, "errc", speaks(canvas, lang)), _screen.look()))
