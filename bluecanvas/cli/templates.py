"""`bluecanvas templates`: the report templates, and a copy of one to start one's own from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bluecanvas.cli import _screen
from bluecanvas.cli._writing import write
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
            _screen.show(f"{template.name:<{width}}  {template.summary}\n")
        return
    if action != "copy" or name is None or folder is None:
        raise CallError(
            "this is no call of templates", "write: bluecanvas templates, or: bluecanvas templates copy NAME DIR"
        )
    files = copy(name, folder)
    for path, _ in files:
        if Path(path).exists() and not force:
            raise CallError(f"{path} is there already", "choose another folder, or overwrite it with --force")
    Path(folder).mkdir(parents=True, exist_ok=True)
    for path, text in files:
        write(path, text.encode())
