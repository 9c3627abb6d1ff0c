"""`bluecanvas templates`: the report templates, a copy of one to start one's own from, and a look for what is misspelt."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from bluecanvas.cli import _screen
from bluecanvas.cli._saying import reason, say, say_error
from bluecanvas.cli._writing import already, write
from bluecanvas.errors import CallError, CanvasError
from bluecanvas.publishing.templates import copy, find, find_all
from bluecanvas.publishing.templates import templates as shipped

_CALLS = "write: bluecanvas templates, templates copy NAME DIR, or templates check FILE..."


def templates(
    action: Annotated[
        str | None, typer.Argument(help="copy, to start a template of your own; check, to look templates through.")
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(help="NAME DIR to copy; names, files or folders to check.", metavar="[NAME DIR|FILE...]"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> int:
    """List the report templates; copy NAME DIR copies one, check FILE finds the names in it that nothing answers to."""
    given = words or []
    if action is None:
        width = max(len(template.name) for template in shipped())
        for template in shipped():
            _screen.tell(f"{template.name:<{width}}  {template.summary}\n")
        return 0
    if action == "copy" and len(given) == 2:
        _copy(given[0], given[1], force)
        return 0
    if action == "check" and given:
        return _check(given)
    raise CallError("this is no call of templates", _CALLS)


def _copy(name: str, folder: str, force: bool) -> None:
    files = copy(name, folder)
    for path, _ in files:
        if os.path.lexists(path) and not force:
            raise already(path)
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError(f"the folder {folder} cannot be made: {reason(error)}") from None
    for path, text in files:
        write(path, text.encode(), replace=force)


def _check(names: list[str]) -> int:
    """Say what is wrong with each template, whatever is with the others; the status."""
    from bluecanvas.publishing.inspection import inspect_all, known, sample
    from bluecanvas.publishing.inspector import Problem

    problems: list[Problem] = []
    missing: list[CallError] = []
    for name in names:
        try:
            asked = find_all(name) if Path(name).is_dir() else (find(name),)
        except CallError as error:
            missing.append(error)
        else:
            problems += inspect_all(asked, sample(), known())
    for problem in problems:
        hint = f" ({problem.hint})" if problem.hint else ""
        _screen.tell(f"{problem.place}:{problem.line}: {problem.message}{hint}\n")
    for one in missing:
        say_error(one)
    if not problems and not missing:
        say(f"nothing is wrong with {' and '.join(names)}")
    return CallError.status if missing else CanvasError.status if problems else 0
