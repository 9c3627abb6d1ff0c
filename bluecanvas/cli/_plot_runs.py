"""Drawing the canvases of a call, one after the other: each is read, drawn and written before the next is looked at."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from bluecanvas.blocks import Block, Curves
from bluecanvas.canvas.model import Canvas
from bluecanvas.cli import _screen
from bluecanvas.cli._figures import figures, media, medium_of, notes, spread
from bluecanvas.cli._files import STDIN, find_canvases
from bluecanvas.cli._glyphs import telling_what_lacks
from bluecanvas.cli._loading import load, name_of, speaks
from bluecanvas.cli._outputs import NAME, exclusion, filled, folders_among, is_folder, make_folders
from bluecanvas.cli._saying import progress, say, say_error
from bluecanvas.cli._sources import Sources
from bluecanvas.cli._writing import write
from bluecanvas.errors import BluecanvasError, CallError
from bluecanvas.frameworks._curve_views import View
from bluecanvas.named import NamedTuple
from bluecanvas.renderers import Look, Model, render
from bluecanvas.words import clip, visible

_FEW = 10
"""So many written files are named one by one."""
_WIDEST = 40
_PICTURES = ("png", "svg", "pdf", "html", "pptx", "docx", "xlsx")
"""Media that draw curves as lines."""


class Wanted(NamedTuple):
    """What is to be seen of each canvas."""

    figure: str
    language: str | None
    only: tuple[str, ...]
    without: tuple[str, ...]
    title: str | None
    view: View

    def of(self, file: str) -> tuple[Canvas, str, dict[str, tuple[Block, ...]]]:
        """The canvas of a file, the language it is shown in, and its figures."""
        canvas, _ = load(file, "drawn")
        speak = speaks(canvas, self.language)
        return canvas, speak, figures(canvas, self.figure, speak, self.only, self.without, self.title, self.view)


class Task(NamedTuple):
    """A canvas, and the files its picture is written to, each with its medium."""

    file: str
    outputs: tuple[str, ...]
    kinds: tuple[str, ...]


class Plan(NamedTuple):
    """The canvases of a call, and what could not be found."""

    tasks: tuple[Task, ...]
    problems: tuple[CallError, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The media that are written."""
        return self.tasks[0].kinds if self.tasks else ()

    @property
    def quiet(self) -> bool:
        """Whether so many files are written that they are counted, not named."""
        return bool(self.kinds) and len(self.tasks) > _FEW


def plan(paths: Sequence[str], outputs: Sequence[str]) -> Plan:
    """The canvases named and where each is drawn; CallError, before anything is drawn, for what cannot be written."""
    tops = folders_among(paths)
    found = find_canvases(paths, exclusion() if tops else None)
    for output in outputs:
        if is_folder(output, bool(tops)):
            example = f"-o '{output.rstrip('/')}/{NAME}.png'"
            raise CallError(f"{output} is a folder, which does not say what to draw", f"write {example}")
        medium_of(output)
        if "\0" in output:
            raise CallError(
                f"{output} cannot be written: no file has such a name", "name it without the hidden character"
            )
    columns = [filled(output, found.files, tops, "picture", Path(output).suffix or ".png") for output in outputs]
    make_folders(out for output, column in zip(outputs, columns, strict=True) if NAME in output for out in column)
    rows = tuple(zip(*columns, strict=True)) if columns else ((),) * len(found.files)
    tasks = tuple(Task(file, row, media(row, file)) for file, row in zip(found.files, rows, strict=True))
    _check_apart(tasks)
    return Plan(tasks, found.problems)


def show(task: Task, wanted: Wanted, first: bool) -> None:
    """Draw a canvas in the terminal, apart from the one before it."""
    _, _, found = wanted.of(task.file)
    blocks = [block for some in found.values() for block in some]
    _screen.tell((b"" if first else b"\n") + render("terminal", blocks, _screen.look()))


def put(
    task: Task, wanted: Wanted, look: Look, models: Mapping[str, Model], sources: Sources, quiet: bool = False
) -> None:
    """Draw a canvas into its files, all before any is written."""
    canvas, speak, found = wanted.of(task.file)
    look = look._replace(notes=notes(canvas, speak, task.kinds))
    files = spread(task.outputs, task.kinds, found, task.file)
    for path, _, _ in files:
        sources.check(path)
    with telling_what_lacks(name_of(task.file) if quiet else ""):
        drawn = [(path, render(medium, some, look._replace(like=models.get(medium)))) for path, medium, some in files]
    for path, data in drawn:
        write(path, data, quiet)
    for remark in remarks(
        [(medium, some, data) for (_, medium, some), (_, data) in zip(files, drawn, strict=True)], look
    ):
        progress("")
        say(f"note: {name_of(task.file) + ': ' if quiet else ''}{remark}")


def remarks(drawn: Iterable[tuple[str, Sequence[Block], bytes]], look: Look) -> list[str]:
    """Where a picture is not all that was asked for: its medium, its blocks and its bytes are given."""
    from bluecanvas.renderers import _palette  # not for the terminal

    found: dict[str, None] = {}
    for medium, blocks, data in drawn:
        for block in blocks if medium in _PICTURES else ():
            if isinstance(block, Curves) and (crowd := len(_palette.quiet(block.lines))):
                found[
                    f"{crowd} of {len(block.lines)} curves are drawn quietly, for so many cannot be told apart; "
                    "draw fewer with --only or --without, or one above all with --highlight"
                ] = None
        if medium == "png" and look.size is None and (dpi := _resolution(data)) < look.dpi:
            found[
                f"drawn at {dpi} dpi instead of {look.dpi}, for a picture holds 12 million pixels; .svg has no limit"
            ] = None
    return list(found)


def _resolution(png: bytes) -> int:
    """The pixels an inch that a PNG states."""
    at = png.index(b"pHYs") + 4
    return round(int.from_bytes(png[at : at + 4], "big") * 0.0254)


def run(plan: Plan, do: Callable[[int, Task], None]) -> int:
    """Do it to every canvas, by its number; one that cannot be drawn does not keep the others. The status of the run."""
    for problem in plan.problems:
        say_error(problem)
    status = CallError.status if plan.problems else 0
    if len(plan.tasks) == 1:
        do(0, plan.tasks[0])
        return status
    done = 0
    for number, task in enumerate(plan.tasks):
        if plan.kinds:
            progress(f"{number} of {len(plan.tasks)}  {clip(visible(task.file), _WIDEST)}")
        try:
            do(number, task)
            done += 1
        except BluecanvasError as error:
            progress("")
            name = name_of(task.file)
            if name not in error.message:
                error = type(error)(f"{name}: {error.message}", error.hint)
            say_error(error)
            status = max(status, error.status)
    progress("")
    if plan.quiet:
        say(f"drew {done:,} of {len(plan.tasks):,} canvases")
    return status


def _check_apart(tasks: Sequence[Task]) -> None:
    """CallError where a picture of one canvas would replace another canvas."""
    sources = {os.path.realpath(task.file): task.file for task in tasks if task.file != STDIN}
    for task in tasks:
        for out in task.outputs:
            if os.path.realpath(out) in sources:
                raise CallError(f"{out} is a canvas itself", "name another file")
