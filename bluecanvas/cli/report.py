"""`bluecanvas report`: a template filled with a canvas, as Markdown, Word, PowerPoint, PDF, HTML or Excel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from bluecanvas.canvas.audience import Audience
from bluecanvas.cli._files import STDIN
from bluecanvas.cli._places import Exclusion
from bluecanvas.cli._revisions import read_side
from bluecanvas.cli._saying import say, say_error
from bluecanvas.cli._settings import configured, day, settings_of
from bluecanvas.errors import CallError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bluecanvas.cli._reports import Terms
    from bluecanvas.publishing.templates import Template


def report(
    files: Annotated[list[str], typer.Argument(help="The canvases, or folders of them; - for standard input.")],
    template: Annotated[
        str, typer.Option("--template", "-t", help="A template's name, or your own's path.")
    ] = "report",
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            "-o",
            help="OUT.md, .html, .docx, .pptx, .pdf or .xlsx, several allowed; for several canvases a folder, or "
            "out/{name}.docx; - prints Markdown without pictures. NAME-report.md by default.",
        ),
    ] = [],  # noqa: B006 - typer copies it
    lang: Annotated[
        str | None, typer.Option("--lang", help="The language of texts and labels: en, ja, ko, zh-Hans, zh-Hant")
    ] = None,
    set_: Annotated[
        list[str],
        typer.Option("--set", help="key=value for the template, or title, author, date, confidentiality, logo."),
    ] = [],  # noqa: B006
    theme: Annotated[
        str, typer.Option("--theme", help="The colours: light, dark, print, mono, or a team's own FILE.yaml.")
    ] = "light",
    like: Annotated[
        list[str], typer.Option("--like", help="A .pptx or .docx whose masters, styles and colours are taken.")
    ] = [],  # noqa: B006
    audience: Annotated[
        Audience | None,
        typer.Option("--audience", help="For whom; what is not theirs is left out. The template's own by default."),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option("--against", help="The canvas before, to say what changed: a file, or REV:path from git."),
    ] = None,
    safe: Annotated[bool, typer.Option("--safe", help="Shipped templates only.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which reports are missing or out of date.")
    ] = False,
) -> int:
    """Write a report from a template: Markdown with its pictures, or a document."""
    from bluecanvas.cli._report_places import check_different, plan, prepare
    from bluecanvas.cli._sources import Sources
    from bluecanvas.publishing.templates import find

    settings = _settings(set_)
    if check and "-" in output:
        raise CallError("--check compares with files, and -o - writes none", "name the report that is there")
    source = find(template)
    notes = settings.get("notes", "0")
    if source.trusted and not notes.isdecimal():
        raise CallError(f"--set notes={notes} is no number", "write how many votes a judge has, as in --set notes=5")
    if safe and not source.trusted:
        raise CallError(f"{template} is no shipped template", "leave out --safe for a template of your own")
    project = configured()
    exclude = Exclusion(project.exclude, project.folder) if project and project.exclude else None
    plans = [plan(files, one, source.kind, exclude) for one in dict.fromkeys(output) or [None]]
    check_different(plans)
    for problem in plans[0].problems:
        say_error(problem)
    if not plans[0].tasks:
        return CallError.status
    if against is not None and len(plans[0].tasks) > 1:
        raise CallError("--against compares one canvas", "report each canvas in a call of its own")
    outs = [task.out for planned in plans for task in planned.tasks]
    _tell_unshown(settings, source, outs)
    whom = _audience(source, audience)
    terms = _terms(template, settings, theme, like, outs)._replace(audience=whom.value)
    old = None if against is None else read_side(against)
    named = [(task.file, "the canvas") for planned in plans for task in planned.tasks if task.file != STDIN]
    named += _read(source, settings, like, theme, terms)
    named += [(old.file, "the canvas before")] if old is not None and old.file else []
    terms = terms._replace(sources=Sources(named))
    if not check:
        for planned in plans:
            prepare(planned, terms.sources)
    from bluecanvas.cli._report_runs import Judging, run

    judging = Judging(settings_of(project, as_of=day(None)), project)
    status = run(plans, terms, lang, judging, old, check)
    return max(status, CallError.status if plans[0].problems else 0)


def _read(
    source: Template, settings: dict[str, str], like: list[str], theme: str, terms: Terms
) -> list[tuple[str, str]]:
    """What the reports are made of beside their canvases: the files, and what each is called."""
    from bluecanvas.cli._sources import looks
    from bluecanvas.publishing.templates import front_of

    logos = [settings["logo"]] if settings.get("logo") else []
    own = front_of(source).entries.get("logo")
    logos += [str(source.folder / own)] if own else []
    template = str(source.folder / source.name)
    return [(template, "the template"), *looks(like, theme, terms.look.theme), *((logo, "the logo") for logo in logos)]


def _tell_unshown(settings: dict[str, str], source: Template, outs: Sequence[str]) -> None:
    """Say what was set for the whole document that a medium has no place for, and that the template does not use."""
    from bluecanvas.cli._reports import UNSHOWN, medium_of
    from bluecanvas.publishing.templates import named_in

    for medium in dict.fromkeys(map(medium_of, outs)):
        called, keys = UNSHOWN.get(medium, ("", ()))
        unshown = [key for key in keys if key in settings and not named_in(source, [f"settings.{key}"])]
        if unshown:
            say(f"--set {' and '.join(unshown)}: {called} has no place for it; Word, PowerPoint, PDF and HTML have")


def _audience(source: Template, asked: Audience | None) -> Audience:
    """For whom the reports are: as asked, else as their template says, else for the team."""
    from bluecanvas.publishing.templates import audience_of

    said = audience_of(source)  # which is read in any case: a slip in it is told whoever is asked for
    return asked or (Audience(said) if said else Audience.TEAM)


def _terms(template: str, settings: dict[str, str], theme: str, like: list[str], outs: Sequence[str]) -> Terms:
    from bluecanvas.cli._models import models
    from bluecanvas.cli._report_code import compiled
    from bluecanvas.cli._reports import Terms, medium_of
    from bluecanvas.renderers import Look

    look = Look()
    if theme != look.theme:
        from bluecanvas.cli._themes import theme_of

        look = look._replace(theme=theme_of(theme))
    kinds = list(dict.fromkeys(map(medium_of, outs)))
    return Terms(template, settings, look=look, models=models(like, kinds), kept=compiled())


def _settings(words: list[str]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if key == "audience":
            raise CallError(f"--set {word} says nothing", f"write --audience {value or Audience.BOARD}")
        if not equals or not key.isidentifier():
            raise CallError(f"--set {word} is no setting", "write --set key=value; a key is letters, digits and _")
        settings[key] = value
    return settings
