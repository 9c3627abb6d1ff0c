"""`bluecanvas templates`: the report templates, and a copy of one to start one's own from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from bluecanvas.cli import _screen
from bluecanvas.cli._saying import reason
from bluecanvas.cli._writing import already, write
from bluecanvas.errors import CallError
from bluecanvas.publishing.templates import copy
from bluecanvas.publishing.templates import templates as shipped


def templates(
    action: Annotated[str | None, typer.Argument(help="copy, to start a template of your own.")] = None,
    name: Annotated[str | None, typer.Argument(help="The template to copy.")] = None,
    folder: Annotated[str | None, typer.Argument(help="The folder to copy it to.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> None:
    """List the report templates; copy NAME DIR copies one."""
    if action is None:
        width = max(len(template.name) for template in shipped())
        for template in shipped():
            _screen.tell(f"{template.name:<{width}}  {template.summary}\n")
        return
    if action != "copy" or name is None or folder is None:
        raise CallError(
            "this is no call of templates", "write: bluecanvas templates, or: bluecanvas templates copy NAME DIR"
        )
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
