"""`bluecanvas new`: a canvas to begin with."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bluecanvas.cli._files import stem
from bluecanvas.cli._saying import say
from bluecanvas.cli._settings import day
from bluecanvas.cli._starters import starter
from bluecanvas.cli._writing import already, write
from bluecanvas.errors import CallError
from bluecanvas.words import fold, suggestion, visible


def new(
    name: Annotated[str, typer.Argument(help="The canvas's name, or the file to write.")],
    from_: Annotated[str | None, typer.Option("--from", help="Begin with a shipped example.")] = None,
    minimal: Annotated[bool, typer.Option("--minimal", help="Begin with a small table.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> None:
    """Write a commented starter canvas."""
    file = name if name.endswith((".yaml", ".yml")) else f"{name}.canvas.yaml"
    title = visible(stem(file))
    if not name or name.endswith("/") or title.startswith("."):
        raise CallError(f"{name!r} is no name", "write a name such as air, or a file such as strategy/air.canvas.yaml")
    if from_ is not None and minimal:
        raise CallError("--from and --minimal exclude each other")
    typed = _as_typed(Path(file).name)
    text = _example(from_) if from_ is not None else starter(title, typed, day(None), minimal)
    if os.path.lexists(file) and not force:
        raise already(file)
    write(file, text.encode(), replace=force)
    say(f"draw it: bluecanvas plot {_as_typed(file)}")


def _example(name: str) -> str:
    from bluecanvas.publishing.shipped import examples

    shipped = {example.name: example.path for example in examples()}
    if name not in shipped:
        raise CallError(f"there is no example {name!r}", suggestion(_meant(name, shipped), shipped, 30))
    return shipped[name].read_text(encoding="utf-8")


def _meant(name: str, known: Iterable[str]) -> str:
    """The only known name that holds a part of a name or is part of it, as `qb` or `wii.canvas.yaml`; else the name."""
    part = fold(name)
    alike = [each for each in known if part and (part in fold(each) or fold(each) in part)]
    return alike[0] if len(alike) == 1 else name


def _as_typed(file: str) -> str:
    """A file as one would type it after a command."""
    from shlex import quote

    return quote(visible(f"./{file}" if file.startswith("-") else file))
