"""The Python API: a canvas loaded from a file, plotted, checked, read, compared and reported in one line each."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bluecanvas.blocks import Block
from bluecanvas.canvas import Reading
from bluecanvas.canvas import read as read_canvas
from bluecanvas.canvas.audience import Audience, reading_for
from bluecanvas.canvas.model import Canvas
from bluecanvas.checking import Layer, Settings, examine
from bluecanvas.cli._figures import draw, figure, media, notes
from bluecanvas.cli._files import read_bytes, stem
from bluecanvas.cli._loading import faults
from bluecanvas.cli._models import models
from bluecanvas.cli._settings import configured, settings_of, settings_on
from bluecanvas.cli._sources import Sources, looks
from bluecanvas.cli._themes import theme_of
from bluecanvas.cli._writing import check_writable, write
from bluecanvas.errors import CallError, CanvasError
from bluecanvas.finding import Verdict
from bluecanvas.renderers import Look, render
from bluecanvas.reporters import Summary
from bluecanvas.reporters import report as reported
from bluecanvas.words import suggestion

if TYPE_CHECKING:
    from bluecanvas.comparing import Comparison
    from bluecanvas.frameworks.reading import Reading as Verdicts

StrPath = str | os.PathLike[str]
Words = str | Sequence[str]
"""One word, or several."""


@dataclass(frozen=True, repr=False)
class LoadedCanvas:
    """A canvas and the file it came from; a notebook shows it as its picture."""

    path: str
    canvas: Canvas
    reading: Reading

    def __repr__(self) -> str:
        """The file, and how much is in it; not the whole of it."""
        size = f"{len(self.canvas.factors)} factors, {len(self.canvas.curves)} curves"
        return f"<LoadedCanvas {self.path}: {self.canvas.title}, {size}>"

    def plot(
        self,
        *outputs: StrPath,
        figure_name: str = "curves",
        only: Words = (),
        without: Words = (),
        language: str | None = None,
        title: str | None = None,
        size: tuple[float, float] | None = None,
        dpi: int = 200,
        theme: str = "light",
        like: Words = (),
    ) -> str:
        """Write the picture to each output, by its ending; without outputs, return it as text for the terminal."""
        paths = [os.fspath(output) for output in outputs]
        kinds = media(paths, self.path)
        blocks = self.blocks(figure_name, only, without, language, title)
        said = notes(self.canvas, language or self.canvas.language, kinds)
        look = Look(size=size, dpi=dpi, theme=theme_of(theme), notes=said)
        sources = Sources(looks(_words(like), theme, look.theme))
        for path in paths:
            sources.check(path)
        for path, data in draw(paths, kinds, blocks, look, models(_words(like), kinds)):
            write(path, data, quiet=True)
        return "" if paths else render("terminal", blocks, Look()).decode()

    def blocks(
        self,
        figure_name: str = "curves",
        only: Words = (),
        without: Words = (),
        language: str | None = None,
        title: str | None = None,
    ) -> tuple[Block, ...]:
        """What a figure shows, as values."""
        speak = language or self.canvas.language
        return figure(self.canvas, figure_name, speak, _words(only), _words(without), title)

    def check(self, select: Words = (), ignore: Words = (), language: str | None = None) -> list[Verdict]:
        """Every finding of the rules, in order of line and column; in English, or in a language."""
        return examine(self.reading, self.path, Settings.of(_words(select), _words(ignore)).saying(language))

    def read(self) -> tuple[Verdicts, ...]:
        """The reading of the value curves: every verdict with its figures, its thresholds and why."""
        from bluecanvas.frameworks.reading import readings

        return readings(self.canvas)

    def report(
        self,
        output: StrPath | None = None,
        template: str = "report",
        language: str | None = None,
        settings: Mapping[str, str] | None = None,
        audience: str | None = None,
    ) -> str:
        """The report as Markdown; with an output, written there, by its ending, with its pictures beside it.

        It is for an audience, else for whom its template says, else for the team.
        """
        from bluecanvas.cli._reports import Subject, Terms, medium_of, report_files
        from bluecanvas.publishing.templates import audience_of, find

        out = os.fspath(output) if output is not None else f"{stem(self.path)}-report.md"
        source = find(template)
        sources = Sources([(self.path, "the canvas"), (str(source.folder / source.name), "the template")])
        if output is not None:
            check_writable(out)
            sources.check(out)
        whom = audience or audience_of(source) or Audience.TEAM
        if whom not in tuple(Audience):
            raise CallError(f"there is no audience {whom!r}", suggestion(whom, list(Audience)))
        seen, left_out = reading_for(self.reading, whom)
        assert seen.canvas is not None
        speak = language or self.canvas.language
        known = self.check(language=speak)
        held = set(known)
        shown = LoadedCanvas(self.path, seen.canvas, seen).check(language=speak) if left_out else known
        subject = Subject(
            seen.canvas, [one for one in shown if one in held], stem(self.path), self.canvas if left_out else None
        )
        files = report_files(subject, out, speak, Terms(template, settings or {}, whom))
        if output is not None:
            for path in files:
                sources.check(path)
            for path, data in files.items():
                write(path, data, quiet=True)
        return "" if medium_of(out) else files[out].decode()

    def _repr_svg_(self) -> str:
        """The picture, for a notebook."""
        return render("svg", self.blocks(), Look()).decode()


def load(path: StrPath) -> LoadedCanvas:
    """The canvas of a file; CanvasError, with every finding in its message, where it cannot be read as meant."""
    file = os.fspath(path)
    return _loaded(file, read_bytes(file))


def _loaded(file: str, data: bytes) -> LoadedCanvas:
    reading = read_canvas(data)
    found = faults(reading, file)
    if found or reading.canvas is None:
        raise CanvasError(f"{file} cannot be read as meant\n{reported('concise', found, Summary(1)).rstrip()}")
    return LoadedCanvas(file, reading.canvas, reading)


def check(
    path: StrPath,
    select: Words = (),
    ignore: Words = (),
    config: StrPath | None = None,
    as_of: date | None = None,
    language: str | None = None,
) -> list[Verdict]:
    """Every finding on a canvas file, in order of line and column; a configuration holds only where it is named."""
    file = os.fspath(path)
    project = configured(os.fspath(config)) if config is not None else None
    settings = settings_of(project, Layer(_words(select), _words(ignore)), as_of).saying(language)
    return examine(read_canvas(read_bytes(file)), file, settings_on(file, project, settings))


def read(path: StrPath) -> tuple[Verdicts, ...]:
    """The reading of a canvas file's curves: every verdict with its figures, its thresholds and why."""
    return load(path).read()


def diff(old: StrPath, new: StrPath, language: str | None = None) -> Comparison:
    """What changed from one canvas to another, each a file or REV:path from git; names in the new one's language."""
    from bluecanvas.cli._revisions import read_side
    from bluecanvas.comparing import compare

    sides = [read_side(os.fspath(side)) for side in (old, new)]
    before, after = (_loaded(side.name, side.data) for side in sides)
    found, left = (side.check(language=language) for side in (before, after))
    return compare(before.canvas, after.canvas, found, left, language)


def plot(path: StrPath, *outputs: StrPath) -> str:
    """Draw a canvas file to each output, by its ending; without outputs, return it as text for the terminal."""
    return load(path).plot(*outputs)


def report(path: StrPath, output: StrPath | None = None, template: str = "report") -> str:
    """The report on a canvas file as Markdown; with an output, written there with its pictures beside it."""
    return load(path).report(output, template)


def _words(given: Words) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
