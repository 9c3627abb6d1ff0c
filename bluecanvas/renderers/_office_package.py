"""Office files as packages: parts, what they are, and which refers to which; zipped to the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from posixpath import dirname, relpath

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_xml import HEAD, esc

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_CORE = f"{_PACKAGE}relationships/metadata/core-properties"
_BINARY = {
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


class Link(NamedTuple):
    """One part's reference to another, or to an address outside."""

    id: str
    kind: str
    """A name below `RELATIONS`, or a whole address."""
    target: str
    """The other part's name."""
    outside: bool = False


class Part(NamedTuple):
    """One file within the package: its name without a leading slash, and its content type."""

    name: str
    type: str
    data: bytes
    links: tuple[Link, ...] = ()


def package(parts: Sequence[Part], main: str, title: str, language: str, author: str = "") -> bytes:
    """The file whose first part is `main`, with the same bytes for the same parts on every day."""
    core = Part(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        _core(title, language, author),
    )
    root = (Link("rId1", "officeDocument", main), Link("rId2", _CORE, core.name))
    files = {"_rels/.rels": _links("", root), "[Content_Types].xml": _types([*parts, core])}
    for part in (*parts, core):
        files[part.name] = part.data
        if part.links:
            files[links_of(part.name)] = _links(part.name, part.links)
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 0  # else the system that wrote it is told
            kept = name.endswith((".png", ".xlsx", ".jpeg", ".jpg"))
            archive.writestr(entry, files[name], zipfile.ZIP_STORED if kept else zipfile.ZIP_DEFLATED, 6)
    return zipped.getvalue()


def xml_part(name: str, type: str, xml: str, links: tuple[Link, ...] = ()) -> Part:
    """A part of the office's own XML."""
    return Part(name, f"application/vnd.openxmlformats-officedocument.{type}+xml", (HEAD + xml).encode(), links)


def links_of(name: str) -> str:
    """Where a part's links are kept."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _links(name: str, links: Iterable[Link]) -> bytes:
    said = []
    for link in links:
        kind = link.kind if ":" in link.kind else RELATIONS + link.kind
        target = link.target if link.outside else relpath(f"/{link.target}", f"/{dirname(name)}")
        mode = ' TargetMode="External"' if link.outside else ""
        said.append(f'<Relationship Id="{esc(link.id)}" Type="{esc(kind)}" Target="{esc(target)}"{mode}/>')
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}relationships">{"".join(said)}</Relationships>'.encode()


def _types(parts: Iterable[Part]) -> bytes:
    known = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    own = ""
    for part in sorted(parts):
        ending = part.name.rpartition(".")[2].lower()
        if part.type == _BINARY.get(ending, known.get(ending)):
            known[ending] = part.type
        else:
            own += f'<Override PartName="/{esc(part.name)}" ContentType="{esc(part.type)}"/>'
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{known[ending]}"/>' for ending in sorted(known))
    return f'{HEAD}<Types xmlns="{_PACKAGE}content-types">{defaults}{own}</Types>'.encode()


def _core(title: str, language: str, author: str) -> bytes:
    """Who made it and what it is called; no dates, which would be ours and not the work's."""
    spoken = f"<dc:language>{esc(language)}</dc:language>" if language else ""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{esc(author) or "bluecanvas"}</dc:creator>{spoken}'
        f"<dc:title>{esc(title)}</dc:title></cp:coreProperties>"
    ).encode()
