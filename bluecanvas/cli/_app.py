"""The typer app: the folder's commands, each imported only when it is called or helped with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bluecanvas import __version__
from bluecanvas.registry import Folder

COMMANDS = Folder("bluecanvas.cli", [str(Path(__file__).parent)])


def app(names: Sequence[str]) -> typer.Typer:
    """The app with some of its commands."""
    made = typer.Typer(
        name="bluecanvas",
        help="The strategy canvas as code: draw, read and lint value curves and ERRC moves kept in YAML.",
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    made.callback()(_options)
    for name in names:
        command = COMMANDS.load(name)
        made.command(name=name)(getattr(command, name))
    return made


def call(arguments: list[str]) -> int:
    """Run one command line; commands that are not called are not imported."""
    first = next((word for word in arguments if not word.startswith("-")), None)
    names = (first,) if first in COMMANDS.names else COMMANDS.names
    command = typer.main.get_command(app(names))
    try:
        result = command.main(arguments, prog_name="bluecanvas", standalone_mode=False)
    except Exception as error:
        show = getattr(error, "show", None)  # typer's own: a wrong call, said in its words
        if show is None:
            if isinstance(error, typer.Abort):
                return 130
            raise
        show()
        return int(getattr(error, "exit_code", 2))
    return result if isinstance(result, int) else 0


def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug.")] = False,  # noqa: ARG001 - read in _ending
) -> None:
    if version:
        typer.echo(f"bluecanvas {__version__}")
        raise typer.Exit
