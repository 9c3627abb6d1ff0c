"""`bluecanvas convert`: a canvas as a workbook, CSV or JSON, and back: a new canvas, or the edited cells into one."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from bluecanvas.cli._exchanges import MEDIA, exported, founded, medium, same_bytes, taken
from bluecanvas.cli._files import STDIN
from bluecanvas.cli._screen import show
from bluecanvas.cli._writing import already, check_writable, write
from bluecanvas.errors import CallError


def convert(
    source: Annotated[
        str, typer.Argument(metavar="IN", help="A canvas, - for standard input; or a .xlsx, .csv or .json.")
    ],
    out: Annotated[str | None, typer.Argument(metavar="OUT", help="What to write: the other of the two.")] = None,
    into: Annotated[
        str | None,
        typer.Option(
            "--into", help="Take the edited cells into this canvas; nothing else in it changes.", metavar="CANVAS"
        ),
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="With --into, show what would change and write nothing.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Overwrite a file that is there; with --into, the workbook wins where both sides changed."
        ),
    ] = False,
) -> None:
    """Write a canvas as a workbook, CSV or JSON, or take one of these back."""
    if (out is None) == (into is None):
        raise CallError(
            "what is to be written?", "name one: OUT, or --into CANVAS" if out is None else "name either OUT or --into"
        )
    target = into if into is not None else out or ""
    one, other = medium(source), medium(target)
    if (one == "canvas") == (other == "canvas"):
        raise CallError(f"{source} and {target} are of one kind", f"one is a canvas, the other {', '.join(MEDIA)}")
    if into is not None:
        if one == "canvas":
            raise CallError(
                "--into takes a workbook, CSV or JSON into a canvas",
                f"to write one, name it alone: convert {source} {into}",
            )
        told = taken(source, one, into, diff, force)
        if diff:
            show(told)
        return
    if diff:
        raise CallError("--diff shows what --into would change", "name a canvas: --into CANVAS")
    if target == STDIN:
        raise CallError("what is written has no kind on standard output", "name a file to write")
    check_writable(target)
    data = exported(source, other) if one == "canvas" else founded(source, one)
    if os.path.lexists(target) and not force and not same_bytes(target, data):
        raise already(target)
    write(target, data, replace=force or same_bytes(target, data))
