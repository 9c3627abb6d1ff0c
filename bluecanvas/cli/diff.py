"""`bluecanvas diff`: what changed between two canvases, in the strategy's words."""

from __future__ import annotations

from typing import Annotated

import typer

from bluecanvas.checking import examine
from bluecanvas.cli import _screen
from bluecanvas.cli._figures import draw, media
from bluecanvas.cli._files import STDIN
from bluecanvas.cli._loading import load_bytes, speaks
from bluecanvas.cli._revisions import Side, read_side
from bluecanvas.cli._settings import configured, day, settings_of, settings_on
from bluecanvas.cli._writing import write
from bluecanvas.comparing import Comparison, compare
from bluecanvas.errors import CallError
from bluecanvas.words import suggestion

_FORMATS = ("text", "json", "markdown")


def diff(
    old: Annotated[str, typer.Argument(help="The canvas before: a file, REV:path from git, or - for standard input.")],
    new: Annotated[str, typer.Argument(help="The canvas after: the same.")],
    format: Annotated[str, typer.Option("--format", help="How to say it: text, json, markdown.")] = "text",
    output: Annotated[
        list[str],
        typer.Option(
            "--output", "-o", help="Draw old and new over each other too: OUT.png, .svg, .pdf; several allowed."
        ),
    ] = [],  # noqa: B006 - typer copies it
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", help="The language to say it in: en, ja, ko, zh-Hans, zh-Hant; the canvas's own, JSON in English."
        ),
    ] = None,
) -> None:
    """Say what changed from one canvas to another."""
    if format not in _FORMATS:
        raise CallError(f"there is no format {format!r}", suggestion(format, _FORMATS))
    if old == new == STDIN:
        raise CallError("both canvases are to come from standard input", "name a file for one of them")
    kinds = media(output, old)
    media(output, new)
    before, after = read_side(old), read_side(new)
    first, was = load_bytes(before.data, before.name, "compared")
    second, now = load_bytes(after.data, after.name, "compared")
    language = speaks(second, lang)
    project = configured()
    told = None if format == "json" and lang is None else language
    judging = settings_on(_file(before, after), project, settings_of(project, as_of=day(None)).saying(told))
    found, left = examine(was, before.name, judging), examine(now, after.name, judging)
    comparison = compare(first, second, found, left, told)
    if output:
        from bluecanvas.comparing.overlay import overlay
        from bluecanvas.renderers import Look

        for path, data in draw(output, kinds, [overlay(first, second, language)], Look()):
            write(path, data)
    _answer(comparison, before, after, format, output)


def _file(old: Side, new: Side) -> str:
    """The file that both sides are judged as, for what the configuration ignores in some files: that of the folder."""
    return next((side.file for side in (new, old) if side.file), new.name.rpartition(":")[2])


def _answer(comparison: Comparison, old: Side, new: Side, format: str, pictures: list[str]) -> None:
    if format == "json":
        from bluecanvas.comparing.data import as_data
        from bluecanvas.reporters._escaping import as_json, whole

        sides = {"old": whole(old.name), "new": whole(new.name)}
        _screen.show(as_json({**as_data(comparison), **sides}, indent=1))
    elif format == "markdown":
        from bluecanvas.comparing.markdown import as_markdown

        _screen.tell(as_markdown(comparison, old.name, new.name, pictures))
    else:
        from bluecanvas.cli._diffs import told

        _screen.tell(told(comparison, old.name, new.name, _screen.look(), old.data == new.data))
