"""`bluecanvas plot`: the value curves in the terminal, or as a picture."""

from __future__ import annotations

from typing import Annotated

import typer

from bluecanvas.cli._models import models
from bluecanvas.cli._plot_runs import Wanted, plan, put, run, show
from bluecanvas.errors import CallError
from bluecanvas.frameworks._curve_views import Facet, Order, View
from bluecanvas.renderers import Look


def plot(
    files: Annotated[list[str], typer.Argument(help="The canvases, or folders of them; - for standard input.")],
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            "-o",
            help="Write the picture instead: OUT.png, .svg, .pdf, .html, .pptx, .xlsx, .docx, .csv; several allowed. "
            "For several canvases, out/{name}.png.",
        ),
    ] = [],  # noqa: B006 - typer copies it
    figure_name: Annotated[
        str,
        typer.Option(
            "--figure",
            help="Which figure: curves, errc, reading, table, segments, or all: each in a file of its own, where a file is one picture.",
        ),
    ] = "curves",
    only: Annotated[list[str], typer.Option("--only", help="Only this curve or factor; several allowed.")] = [],  # noqa: B006
    without: Annotated[
        list[str], typer.Option("--without", help="Without this curve or factor; several allowed.")
    ] = [],  # noqa: B006
    lang: Annotated[
        str | None, typer.Option("--lang", help="The language of texts and labels: en, ja, ko, zh-Hans, zh-Hant")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Another title.")] = None,
    order: Annotated[
        Order,
        typer.Option("--order", help="Factors as given, by importance, by our gap to the rivals, or by our moves."),
    ] = Order.GIVEN,
    mean: Annotated[bool, typer.Option("--mean", help="Draw the rivals' mean as well.")] = False,
    moves: Annotated[bool, typer.Option("--moves", help="Draw our moves as arrows.")] = False,
    groups: Annotated[bool, typer.Option("--groups", help="Draw strategic groups as bands.")] = False,
    highlight: Annotated[str, typer.Option("--highlight", help="The curve that stands out.", metavar="CURVE")] = "",
    facet: Annotated[
        Facet | None,
        typer.Option("--facet", help="Take the picture apart: ours against each other curve, or a plot a segment."),
    ] = None,
    size: Annotated[str | None, typer.Option("--size", help="Width and height in inches: 12x6.75.")] = None,
    dpi: Annotated[int, typer.Option("--dpi", help="Pixels an inch.", min=20, max=1200)] = 200,
    theme: Annotated[
        str, typer.Option("--theme", help="The picture's colours: light, dark, print, mono, or a team's own FILE.yaml.")
    ] = "light",
    like: Annotated[
        list[str],
        typer.Option("--like", help="A .pptx or .docx whose masters, styles and colours are taken; one for each."),
    ] = [],  # noqa: B006
) -> int:
    """Draw the value curves, in the terminal or as a picture."""
    inches = parse_size(size)
    planned = plan(files, output)
    view = View(order, mean, moves, groups, highlight, facet)
    wanted = Wanted(figure_name, lang, tuple(only), tuple(without), title, view)
    like_of = models(like, planned.kinds)
    if not output:
        return run(planned, lambda number, task: show(task, wanted, not number))
    from bluecanvas.cli._sources import Sources, looks
    from bluecanvas.cli._themes import theme_of  # the terminal needs no theme

    look = Look(size=inches, dpi=dpi, theme=theme_of(theme))
    sources = Sources(looks(like, theme, look.theme))
    for out in (out for task in planned.tasks for out in task.outputs):
        sources.check(out)
    return run(planned, lambda _, task: put(task, wanted, look, like_of, sources, planned.quiet))


def parse_size(text: str | None) -> tuple[float, float] | None:
    """Inches from "12x6.75"; CallError for anything else."""
    if text is None:
        return None
    width, _, height = text.lower().replace("×", "x").partition("x")
    try:
        return (float(width), float(height))
    except ValueError:
        raise CallError(f"{text!r} is no size", "write width and height in inches, as in 12x6.75") from None
