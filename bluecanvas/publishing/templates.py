"""Report templates: the shipped ones by name, anyone's own by path."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple
from bluecanvas.publishing.front import Front, Slip, front_of_source, slips
from bluecanvas.publishing.jobs import display
from bluecanvas.publishing.shipped import Shipped, shipped
from bluecanvas.words import suggestion

SUFFIX = ".md.j2"
_OTHERS = re.compile(r"\b(?:include|extends|import)\b")
_ENDINGS = (".j2", ".jinja", ".jinja2")
_MARKDOWN = ("", ".md", ".markdown", ".txt")


class Template(NamedTuple):
    """A template to render: the folder it may read in, its name there, and what messages call that folder."""

    folder: Path
    name: str
    shown: str
    trusted: bool
    """Whether it is ours: others are rendered apart, with limits."""

    @property
    def kind(self) -> str:
        """What its reports are called: `brief` of `brief.md.j2`."""
        return self.name.split(".")[0] or "report"


def templates() -> tuple[Shipped, ...]:
    """The shipped templates by name, each summarised by the comment it begins with."""
    return shipped("templates", SUFFIX, "{#", "#}")


def find(wanted: str) -> Template:
    """The shipped template of a name, else the one at a path; CallError with the nearest name where there is none."""
    known = {template.name: template for template in templates()}
    if wanted in known:
        path = known[wanted].path
        return Template(path.parent, path.name, "", trusted=True)
    path = Path(wanted)
    if not path.is_file():
        raise CallError(f"there is no template {wanted!r}", f"{suggestion(wanted, known)}; or give a file's path")
    ending = path.with_suffix("").suffix if path.suffix in _ENDINGS else path.suffix
    if ending not in _MARKDOWN:
        said = f"{wanted} is a template for {ending.removeprefix('.')}, but reports are Markdown"
        raise CallError(said, f"let its name end in {SUFFIX}")
    return Template(path.parent, path.name, str(path.parent), trusted=False)


def find_all(folder: str) -> tuple[Template, ...]:
    """The templates of a folder by name; CallError where there is none."""
    try:
        names = sorted(path.name for path in Path(folder).iterdir() if path.suffix in _ENDINGS and path.is_file())
    except OSError as error:
        raise CallError(f"the folder {folder} cannot be read: {error.strerror}") from None
    found = [name for name in names if Path(name).with_suffix("").suffix in _MARKDOWN]
    if not found:
        raise CallError(f"there is no template in {folder}", f"their names end in {SUFFIX}")
    return tuple(Template(Path(folder), name, folder.rstrip("/") or folder, trusted=False) for name in found)


def named_in(template: Template, words: Collection[str]) -> tuple[str, ...]:
    """Those of some words that a template says; all of them where it takes in others, which may say them."""
    text = _text(template)
    others = _OTHERS.search(text) is not None
    return tuple(word for word in words if others or word in text)


def audience_of(template: Template) -> str | None:
    """For whom the front matter of a template says that its reports are; None where it does not."""
    return front_of(template).entries.get("audience")


def front_of(template: Template) -> Front:
    """The front matter of a template; CallError where something in it would be read otherwise than it is meant."""
    for slip in slips_in(template):
        raise CallError(f"{display(template.shown, template.name)}:{slip.line}: {slip.message}", slip.hint)
    return front_of_source(_text(template))


def slips_in(template: Template) -> list[Slip]:
    """What is wrong with the front matter of a template."""
    return slips(_text(template))


def _text(template: Template) -> str:
    """The template as Jinja reads it: its lines end alike, whatever they end with in the file."""
    text = (template.folder / template.name).read_bytes().decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def copy(name: str, folder: str) -> tuple[tuple[str, str], ...]:
    """The files of a shipped template, each as the path it gets in a folder and its text, to start one's own from."""
    known = {template.name: template for template in templates()}
    if name not in known:
        raise CallError(f"there is no template {name!r}", suggestion(name, known))
    path = known[name].path
    return ((str(Path(folder) / path.name), path.read_text(encoding="utf-8")),)
