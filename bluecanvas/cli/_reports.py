"""Reports as files: the Markdown of a template and the pictures it asks for, beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bluecanvas.canvas.model import Canvas
from bluecanvas.cli._figures import figure
from bluecanvas.finding import Verdict
from bluecanvas.publishing.reports import report
from bluecanvas.renderers import Look, render


def report_files(
    canvas: Canvas,
    verdicts: Sequence[Verdict],
    out: str,
    template: str,
    language: str,
    settings: Mapping[str, str],
    name: str,
) -> dict[str, bytes]:
    """The files of a report by path: its pictures, and last the report that shows them."""
    target = Path(out)
    pictures: dict[str, bytes] = {}

    def picture(figure_name: str, alt: str) -> str:  # noqa: ARG001 - the words stay with the report
        file = f"{target.stem}-{figure_name}.png"
        path = str(target.parent / file)
        if path not in pictures:
            pictures[path] = render("png", figure(canvas, figure_name, language), Look())
        return file

    text = report(canvas, verdicts, template, figure=picture, language=language, settings=settings, name=name)
    return {**pictures, out: text.encode()}
