"""`bluecanvas report`: a template filled with a canvas, with its pictures beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bluecanvas.checking import examine
from bluecanvas.cli._files import same_file, stem
from bluecanvas.cli._loading import load, name_of, speaks
from bluecanvas.cli._settings import configured, day, settings_of, settings_on
from bluecanvas.cli._writing import check_writable, write
from bluecanvas.errors import CallError


def report(
    files: Annotated[list[str], typer.Argument(help="The canvases; - for standard input.")],
    template: Annotated[
        str, typer.Option("--template", "-t", help="A template's name, or your own's path.")
    ] = "report",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="Write OUT.md; a folder for several canvases. NAME-report.md by default."),
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", help="The language of texts and labels: en, zh-Hant, ja")
    ] = None,
    set_: Annotated[list[str], typer.Option("--set", help="key=value for the template; several allowed.")] = [],  # noqa: B006
) -> None:
    """Write a report in Markdown, its pictures beside it."""
    settings = _settings(set_)
    outputs = [_output(file, output, len(files)) for file in files]
    for out in outputs:
        _check_apart(out, files, template)
        check_writable(out)
    if len(set(outputs)) < len(outputs):
        raise CallError("two of the canvases have the same name, so one report would replace the other")
    from bluecanvas.cli._reports import report_files

    project = configured()
    judging = settings_of(project, as_of=day(None))
    for file, out in zip(files, outputs, strict=True):
        canvas, reading = load(file, "reported")
        verdicts = examine(reading, name_of(file), settings_on(file, project, judging))
        made = report_files(canvas, verdicts, out, template, speaks(canvas, lang), settings, stem(file))
        for path in made:
            _check_apart(path, files, template)
        for path, data in made.items():
            write(path, data)


def _check_apart(path: str, files: list[str], template: str) -> None:
    """CallError where an output would replace a canvas or the template."""
    for file in files:
        if same_file(file, path):
            raise CallError(f"{path} is the canvas itself", "name another file")
    if same_file(template, path):
        raise CallError(f"{path} is the template itself", "name another file")


def _output(file: str, output: str | None, files: int) -> str:
    name = f"{stem(file)}-report.md"
    if output is None:
        return name
    if files > 1 or Path(output).is_dir() or output.endswith("/"):
        return str(Path(output) / name)
    if Path(output).suffix.lower() not in (".md", ".markdown"):
        raise CallError(f"{output} has no ending that can be reported", "a report ends in .md")
    return output


def _settings(words: list[str]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key.isidentifier():
            raise CallError(f"--set {word} is no setting", "write --set key=value; a key is letters, digits and _")
        settings[key] = value
    return settings
