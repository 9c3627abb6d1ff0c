"""Where reports are put: a file as named, a pattern with `{name}`, or a folder, where their template names them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from bluecanvas.cli._files import find_canvases, stem
from bluecanvas.cli._outputs import NAME, STDOUT, filled, folders_among, is_folder, make_folders
from bluecanvas.cli._places import Exclusion
from bluecanvas.cli._reports import medium_of
from bluecanvas.cli._sources import Sources
from bluecanvas.cli._writing import check_writable
from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple


class Task(NamedTuple):
    """A canvas, and the report to be made of it."""

    file: str
    out: str

    @property
    def name(self) -> str:
        """What the canvas is called by its file."""
        return stem(self.file)


class Plan(NamedTuple):
    """The reports of a call, and what could not be found."""

    tasks: tuple[Task, ...]
    problems: tuple[CallError, ...]
    listing: str | None
    """The index page of many; None where there is none."""
    named: tuple[str, ...] = ()
    """The reports that are named by their canvases, whose folders are made where they are missing."""
    pattern: str = ""
    """How those are named."""


def plan(paths: Sequence[str], output: str | None, kind: str, exclude: Exclusion | None) -> Plan:
    """What the canvases named become; `kind` is what the template is called. CallError where two would be one file."""
    tops = folders_among(paths)
    many = bool(tops) or len(paths) > 1
    if tops and output is None:
        raise CallError(f"{tops[0]} is a folder", "say where its reports go: -o out/, or -o 'out/{name}.docx'")
    found = find_canvases(paths, exclude)
    pattern = f"{NAME}-{kind}.md" if output is None else output
    if is_folder(pattern, many):
        pattern = str(Path(pattern) / f"{NAME}-{kind}.md")
    medium_of(pattern)
    outs = filled(pattern, found.files, tops, "report", Path(pattern).suffix)
    tasks = tuple(map(Task, found.files, outs))
    if output is None or NAME not in pattern:
        return Plan(tasks, found.problems, None)
    if not many:
        return Plan(tasks, found.problems, None, outs, pattern)
    from bluecanvas.cli._report_index import index_path  # only where there are many

    folder = str(Path(pattern.partition(NAME)[0] + NAME).parent)
    index = index_path(folder, outs)
    for task in tasks:
        if os.path.normpath(task.out) == os.path.normpath(index):
            raise CallError(
                f"the report of {task.file} would be the index page {index}", "write -o 'out/{name}-report.md'"
            )
    return Plan(tasks, found.problems, index, outs, pattern)


def check_different(plans: Sequence[Plan]) -> None:
    """CallError where two outputs are one file."""
    seen: set[str] = set()
    for task in (task for planned in plans for task in planned.tasks):
        place = os.path.normpath(task.out)
        if place in seen:
            raise CallError(f"two reports would be {task.out}", "name another file")
        seen.add(place)


def prepare(plan: Plan, sources: Sources) -> None:
    """Make the folders; CallError where a report cannot come to stand, or would replace what it is made of."""
    make_folders(plan.named)
    for task in plan.tasks:
        if task.out != STDOUT:
            sources.check(task.out)
            check_writable(task.out)
