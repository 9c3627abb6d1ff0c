"""The typer app: the folder's commands, each imported only when it is called or helped with."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bluecanvas import __version__
from bluecanvas.errors import CallError
from bluecanvas.registry import Folder

COMMANDS = Folder("bluecanvas.cli", [str(Path(__file__).parent)])
NAME = "bluecanvas"


def app(names: Sequence[str]) -> typer.Typer:
    """The app with some of its commands."""
    made = typer.Typer(
        name=NAME,
        help="The strategy canvas as code: draw, read and lint value curves and ERRC moves kept in YAML.",
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    made.callback()(_options)
    for name in names:
        command = getattr(COMMANDS.load(name), name)
        brief = " ".join(
            (command.__doc__ or "").partition("\n\n")[0].split()
        )  # typer's own would be cut on narrow screens
        made.command(name=name, short_help=brief)(command)
    return made


def call(arguments: list[str]) -> int:
    """Run one command line; commands that are not called are not imported."""
    first = next((word for word in arguments if not word.startswith("-")), None)
    names = (first,) if first in COMMANDS.names else COMMANDS.names
    command = typer.main.get_command(app(names))
    if f"_{NAME.upper()}_COMPLETE" in os.environ:  # a shell asks for completions
        command.main(arguments, prog_name=NAME, standalone_mode=False)
    try:
        # not `main`, which would turn a closed pipe into a status of its own
        with command.make_context(NAME, list(arguments) or ["--help"]) as context:
            result = command.invoke(context)
    except typer.Exit as done:
        return done.exit_code if arguments else CallError.status
    except Exception as error:
        said = getattr(error, "format_message", None)  # typer's own: a wrong call
        if said is None:
            raise
        raise _wrong_call(str(said()), getattr(error, "ctx", None)) from None
    return result if isinstance(result, int) else 0


def _wrong_call(said: str, context: typer.Context | None) -> CallError:
    """What typer says about a call, in the form of every other error."""
    command = context.command_path if context is not None else NAME
    return CallError(said[:1].lower() + said[1:].rstrip("."), f"see: {command} --help")


def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug.")] = False,  # noqa: ARG001 - read in _ending
) -> None:
    if version:
        typer.echo(f"{NAME} {__version__}")
        raise typer.Exit
