"""Reports as files: the Markdown of a template with the pictures it asks for beside it, or one document of any medium."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bluecanvas.canvas.model import Canvas
from bluecanvas.cli._models import read_logo
from bluecanvas.cli._outputs import STDOUT
from bluecanvas.cli._sources import Sources
from bluecanvas.errors import CallError
from bluecanvas.finding import Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.publishing.front import KEYS, front
from bluecanvas.publishing.jobs import Kept
from bluecanvas.publishing.reports import Draft, Whom, as_markdown, draft
from bluecanvas.publishing.templates import find
from bluecanvas.renderers import Look, Model, publish, render

if TYPE_CHECKING:
    from bluecanvas.documents import Logo

MEDIA = {".md": "", ".markdown": "", ".html": "html", ".docx": "docx", ".pptx": "pptx", ".pdf": "pdf", ".xlsx": "xlsx"}
"""The media of reports by ending; Markdown is what a template writes, so it needs none."""
UNSHOWN = {
    "": ("Markdown", ("author", "date", "confidentiality", "logo")),
    "xlsx": ("Excel", ("date", "logo")),
}
"""What may be set for a whole document and has no place in a medium, by the medium, with what that is called."""


class Terms(NamedTuple):
    """How reports are to be made."""

    template: str = "report"
    settings: Mapping[str, str] = MappingProxyType({})
    audience: str = "team"
    look: Look = Look()
    models: Mapping[str, Model] = MappingProxyType({})
    kept: Kept | None = None
    """Where compiled templates are kept."""
    sources: Sources = Sources()
    """What is read, and so not to be written."""


class Subject(NamedTuple):
    """What a report is of: a canvas as its audience may see it, what was found in it, and since when it has changed."""

    canvas: Canvas
    verdicts: Sequence[Verdict]
    name: str
    """What its file is called."""
    whole: Canvas | None = None
    """The canvas with what its audience may not see, where there is such a thing."""
    against: Mapping[str, Any] | None = None
    """What changed since another canvas, as templates see it."""


def report_files(subject: Subject, out: str, language: str, terms: Terms = Terms()) -> dict[str, bytes]:
    """The files of a report by path: its pictures, and last the report that shows them."""
    written = draft(
        subject.canvas,
        subject.verdicts,
        terms.template,
        language=language,
        settings=terms.settings,
        name=subject.name,
        against=subject.against,
        whom=Whom(terms.audience, subject.whole),
        kept=terms.kept,
    )
    medium = medium_of(out)
    if not medium:
        return _markdown(written, out, terms)
    from bluecanvas.publishing.documenting import document

    said = {key: value for key, value in terms.settings.items() if key in KEYS}
    made = document(written, said, _logo(written, terms))
    return {out: publish(medium, made, terms.look._replace(like=terms.models.get(medium)))}


def medium_of(out: str) -> str:
    """The medium of a report by its ending, "" for Markdown; CallError for an ending of none."""
    ending = ".md" if out == STDOUT else Path(out).suffix.lower()
    if ending not in MEDIA:
        endings = ", ".join(one for one in MEDIA if one != ".markdown")
        raise CallError(f"{out} has no ending that can be reported", f"endings are {endings}")
    return MEDIA[ending]


def _markdown(written: Draft, out: str, terms: Terms) -> dict[str, bytes]:
    target = Path(out)
    pictures: dict[str, bytes] = {}

    def picture(figure_name: str, alt: str) -> str:  # noqa: ARG001 - the words stay with the report
        if out == STDOUT:
            return ""
        file = f"{target.stem}-{figure_name}.png"
        path = str(target.parent / file)
        if path not in pictures:
            pictures[path] = render("png", written.blocks[figure_name], terms.look)
        return file

    text = as_markdown(written, picture)
    return {**pictures, out: text.encode()}


def _logo(written: Draft, terms: Terms) -> Logo | None:
    """The logo that the call names, else the template, from its own folder."""
    if terms.settings.get("logo"):
        return read_logo(terms.settings["logo"])
    named = front(written.text).entries.get("logo")
    return read_logo(named, find(terms.template).folder) if named else None
