"""What documents are written on: styles, lists, page and margins with what stands on them, ours or a client's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from bluecanvas.named import NamedTuple
from bluecanvas.renderers import Model
from bluecanvas.renderers._office_archive import Archive
from bluecanvas.renderers._office_document_edges import Edge, Edges
from bluecanvas.renderers._office_document_lists import Lists
from bluecanvas.renderers._office_document_styles import SPACE, TEXT, Styles, completed
from bluecanvas.renderers._office_document_styles import plain as plain_styles
from bluecanvas.renderers._office_document_text import languages
from bluecanvas.renderers._office_package import Link, Part, xml_part
from bluecanvas.renderers._office_xml import LINKS, Face

_W, _R = f"{{{TEXT}}}", f"{{{LINKS}}}"
_PAGE, _MARGIN = (11906, 16838), 1304
"""A4, and its margins, in twentieths of a point."""
_QUARTER = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""Which margin each is when the page is turned."""
_KEPT = ("theme", "fontTable")
_LEFT_OUT = ("footnotePr", "endnotePr", "type", "cols", "headerReference", "footerReference", "sectPrChange")
"""What a client's section says that is not of the page."""


_OPENS = re.compile(r"<\w+:titlePg\b[^>]*/>")
"""What says that the first page of a section has edges of its own."""


class Sections(NamedTuple):
    """The properties of a section of pages as they are, and of one with its pages turned; none where they are wide."""

    upright: str
    across: str

    def after(self) -> Sections:
        """Those of a section that begins no document: its first page is like all others."""
        return Sections(*(_OPENS.sub("", page) for page in self))


@dataclass(frozen=True, slots=True)
class Paper:
    """The parts around a document's text, its styles and lists, the page and the room for text on it in points."""

    parts: tuple[Part, ...]
    """All but the styles, the lists and the edges of pages."""
    links: tuple[Link, ...]
    page: str
    """Its size and margins, as XML."""
    width: float
    height: float
    styles: Styles
    lists: Lists
    edges: Edges
    list_links: tuple[Link, ...] = ()
    """What the lists refer to: pictures for bullets."""
    first: bool = False
    """Whether the first page has edges of its own."""

    def sections(self, edges: Edges) -> tuple[Sections, tuple[Link, ...]]:
        """The section with those edges, upright and across, and the links to them."""
        links = tuple(Link(f"rIdEdge{at}", edge.kind, edge.part) for at, edge in enumerate(edges.edges, 1))
        said = "".join(
            f'<w:{edge.kind}Reference w:type="{edge.pages}" r:id="{link.id}"/>'
            for edge, link in zip(edges.edges, links, strict=True)
        )
        across = _turned(self.page) if self.width < self.height else ""
        return Sections(*(f"<w:sectPr>{said}{page}</w:sectPr>" if page else "" for page in (self.page, across))), links

    def kept(self, edges: Edges) -> tuple[tuple[Part, ...], tuple[Link, ...]]:
        """All parts around the text as they are once it is written, and the links of the text to them."""
        styles = xml_part("word/bluecanvasStyles.xml", "wordprocessingml.styles", self.styles.xml)
        lists = xml_part(
            "word/bluecanvasNumbering.xml", "wordprocessingml.numbering", self.lists.xml(), self.list_links
        )
        links = (Link("rIdStyles", "styles", styles.name), Link("rIdLists", "numbering", lists.name))
        parts = {part.name: part for part in (*self.parts, *edges.parts, styles, lists)}
        return tuple(parts.values()), (*self.links, *links)


def plain(face: Face) -> Paper:
    """Our own paper: A4, quiet headings, tables with thin lines between their rows."""
    lists = Lists()
    width, height = _PAGE
    page = (
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" '
        f'w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="567" w:footer="567" w:gutter="0"/>'
    )
    settings = _settings(face)
    return Paper(
        parts=(settings,),
        links=(Link("rIdSettings", "settings", settings.name),),
        page=page,
        width=(width - 2 * _MARGIN) / 20,
        height=(height - 2 * _MARGIN) / 20,
        styles=plain_styles(face, lists.ours),
        lists=lists,
        edges=Edges((), ()),
    )


def model(like: Model, face: Face) -> Paper:
    """A client's paper: the styles, completed by those it lacks, the page with its headers and footers, without its text."""
    archive = Archive(like, "a Word document (.docx)")
    root = archive.xml(archive.main)
    if root.tag != f"{_W}document":
        raise archive.wrong("it holds something else")
    links = [link for link in archive.links(archive.main) if not link.outside]
    page = root.find(f"{_W}body/{_W}sectPr")
    section = ET.Element(f"{_W}sectPr") if page is None else page
    width, height = _room(section)
    settings = _settings(face)
    kept = [link for link in links if link.kind in _KEPT]
    sheet, numbering = (
        next((link.target for link in links if link.kind == kind), "") for kind in ("styles", "numbering")
    )
    to_lists = tuple(link for link in archive.links(numbering) if not link.outside) if numbering else ()
    lists = Lists(_text(archive, numbering) if numbering else "")
    given = _text(archive, sheet) if sheet else ""
    styles = completed(given, archive.xml(sheet), lists.ours) if given else plain_styles(face, lists.ours)
    for name, xml in ((sheet, styles.xml), (numbering, lists.xml())):
        if not _is_xml(xml):
            raise archive.wrong(f"its part {name} is written in a way that nothing can be added to")
    return Paper(
        parts=(*archive.with_all_below([link.target for link in (*kept, *to_lists)]), settings),
        links=(*kept, Link("rIdSettings", "settings", settings.name)),
        page="".join(ET.tostring(item, "unicode") for item in section if _of_the_page(item)),
        width=width,
        height=height,
        styles=styles,
        lists=lists,
        list_links=to_lists,
        edges=_edges(archive, section, {link.id: link for link in links}),
        first=section.find(f"{_W}titlePg") is not None,
    )


def _turned(page: str) -> str:
    """A page turned by a quarter, its margins with it; nothing where its size is not said."""
    items = list(ET.fromstring(f"<w:sectPr {SPACE}>{page}</w:sectPr>"))  # noqa: S314 - ours, or read with care before
    size = next((item for item in items if item.tag == f"{_W}pgSz"), None)
    if size is None or not {f"{_W}w", f"{_W}h"} <= size.attrib.keys():
        return ""
    wide = {"w": size.get(f"{_W}h", ""), "h": size.get(f"{_W}w", ""), "orient": "landscape"}
    for name, value in wide.items():
        size.set(_W + name, value)
    for margin in (item for item in items if item.tag == f"{_W}pgMar"):
        before = {side: margin.get(_W + side) for side in _QUARTER}
        for side, whence in _QUARTER.items():
            if (length := before[whence]) is not None:
                margin.set(_W + side, length)
    return "".join(ET.tostring(item, "unicode") for item in items)


def _of_the_page(item: ET.Element) -> bool:
    """Whether a part of a section is of the page itself, and refers to no other part of the file."""
    refers = any(name.startswith(_R) for name in item.attrib)
    return not refers and item.tag not in {_W + tag for tag in _LEFT_OUT}


def _is_xml(text: str) -> bool:
    try:
        ET.fromstring(text)  # noqa: S314 - read with care before
    except ET.ParseError:
        return False
    return True


def _edges(archive: Archive, section: ET.Element, links: dict[str, Link]) -> Edges:
    """A client's headers and footers, but for those of even pages, which only its settings ask for."""
    found = []
    for kind in ("header", "footer"):
        for item in section.findall(f"{_W}{kind}Reference"):
            link, pages = links.get(item.get(f"{_R}id", "")), item.get(f"{_W}type", "default")
            if link is not None and link.kind == kind and pages in ("default", "first"):
                found.append(Edge(kind, pages, link.target))
    for edge in found:
        _text(archive, edge.part)
    return Edges(tuple(found), archive.with_all_below(dict.fromkeys(edge.part for edge in found)))


def _text(archive: Archive, name: str) -> str:
    """A part as text that more can be written into; empty where it holds nothing."""
    if not len(archive.xml(name)):
        return ""
    try:
        text = archive.read(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise archive.wrong(f"its part {name} is not in UTF-8") from error
    start = text.index("?>") + 2 if text.startswith("<?xml") else 0
    return text[start:].strip()


def _settings(face: Face) -> Part:
    tongues = languages(face.tag, bool(face.east)).replace("<w:lang ", "<w:themeFontLang ")
    xml = (
        f'<w:settings {SPACE}><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"{tongues}</w:settings>"
    )
    return xml_part("word/bluecanvasSettings.xml", "wordprocessingml.settings", xml)


def _room(section: ET.Element) -> tuple[float, float]:
    """The width and the height of the text on a page."""

    def length(tag: str, side: str, otherwise: int) -> float:
        item = section.find(f"{_W}{tag}")
        text = item.get(f"{_W}{side}", "") if item is not None else ""
        return abs(int(text)) / 20 if text.lstrip("-").isdecimal() else otherwise / 20

    margin = [length("pgMar", side, _MARGIN) for side in ("left", "right", "top", "bottom")]
    width = length("pgSz", "w", _PAGE[0]) - margin[0] - margin[1]
    height = length("pgSz", "h", _PAGE[1]) - margin[2] - margin[3]
    return max(100.0, width), max(100.0, height)
