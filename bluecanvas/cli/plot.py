"""`bluecanvas plot`: the value curves in the terminal, or as a picture."""

from __future__ import annotations

from typing import Annotated

import typer

from bluecanvas.cli import _screen
from bluecanvas.cli._figures import draw, figure, media
from bluecanvas.cli._loading import load, speaks
from bluecanvas.cli._writing import write
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look, render


def plot(
    file: Annotated[str, typer.Argument(help="The canvas; - for standard input.")],
    output: Annotated[
        list[str],
        typer.Option("--output", "-o", help="Write the picture instead: OUT.png, .svg, .pdf; several allowed."),
    ] = [],  # noqa: B006 - typer copies it
    figure_name: Annotated[
        str, typer.Option("--figure", help="Which figure: curves, errc, reading, or all.")
    ] = "curves",
    only: Annotated[list[str], typer.Option("--only", help="Only this curve or factor; several allowed.")] = [],  # noqa: B006
    without: Annotated[
        list[str], typer.Option("--without", help="Without this curve or factor; several allowed.")
    ] = [],  # noqa: B006
    lang: Annotated[
        str | None, typer.Option("--lang", help="The language of texts and labels: en, zh-Hant, ja")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Another title.")] = None,
    size: Annotated[str | None, typer.Option("--size", help="Width and height in inches: 12x6.75.")] = None,
    dpi: Annotated[int, typer.Option("--dpi", help="Pixels an inch.", min=20, max=1200)] = 200,
    theme: Annotated[str, typer.Option("--theme", help="The picture's colours: light, dark or mono.")] = "light",
) -> None:
    """Draw the value curves, in the terminal or as a picture."""
    kinds = media(output, file)
    inches = parse_size(size)
    canvas, _ = load(file, "drawn")
    blocks = figure(canvas, figure_name, speaks(canvas, lang), tuple(only), tuple(without), title)
    if not output:
        _screen.tell(render("terminal", blocks, _screen.look()))
        return
    for path, data in draw(output, kinds, blocks, Look(size=inches, dpi=dpi, theme=theme)):
        write(path, data)


def parse_size(text: str | None) -> tuple[float, float] | None:
    """Inches from "12x6.75"; CallError for anything else."""
    if text is None:
        return None
    width, _, height = text.lower().replace("×", "x").partition("x")
    try:
        return (float(width), float(height))
    except ValueError:
        raise CallError(f"{text!r} is no size", "write width and height in inches, as in 12x6.75") from None
