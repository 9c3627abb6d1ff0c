"""What stands on every page of a document: the logo above, for whom it is and the number of the page below."""

from __future__ import annotations

from pathlib import PurePath
from xml.etree import ElementTree as ET

from bluecanvas.documents import Logo, Run
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_document_pictures import SPACES, inline, logo
from bluecanvas.renderers._office_document_styles import SPACE, TEXT
from bluecanvas.renderers._office_document_text import Layout, Writing, framed
from bluecanvas.renderers._office_fitting import measure
from bluecanvas.renderers._office_package import Link, Part, xml_part

_LOGO_ID, _LOGO_LINK = 1_000_000, "rIdBluecanvasLogo"
_SIZE, _NUMBERS_WIDTH = 8.5, 60.0
_NUMBERS = (
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
)
_ROOTS = {"header": "hdr", "footer": "ftr"}


class Edge(NamedTuple):
    """A header or a footer of a section: which of them, on which pages, and its part."""

    kind: str
    pages: str
    """default or first."""
    part: str


class Edges(NamedTuple):
    """The headers and footers of a section and their parts, pictures among them."""

    edges: tuple[Edge, ...]
    parts: tuple[Part, ...]


def edged(given: Edges, first: bool, footer: str, picture: Logo | None, writing: Writing, width: float) -> Edges:
    """The edges with the logo and the line for the foot on every page; page numbers where the foot is ours.

    `first` says that the first page has edges of its own. Within `width`, in points, the line and the number stand beside
    each other; 0 where the stops of tabs are a client's.
    """
    kept = {part.name: part for part in given.parts}
    edges = list(given.edges)
    line = writing.runs((Run(footer),)) if footer.strip() else ""
    wanted: list[tuple[str, str, str, tuple[Link, ...]]] = []
    if picture is not None:
        kind, small = logo(picture)
        part = Part(f"word/media/bluecanvasLogo.{kind}", f"image/{kind}", small.data)
        kept[part.name] = part
        shown = framed(
            inline(small, _LOGO_ID, _LOGO_LINK, PurePath(picture.name).stem),
            Layout(writing.styles.get("header", ""), right=True),
        )
        wanted.append(("header", shown, shown, (Link(_LOGO_LINK, "image", part.name),)))
    below = Layout(writing.styles.get("footer", ""))
    wanted.append(("footer", framed(line, below) if line else "", _foot(footer, line, below, width), ()))
    for kind, added, whole, links in wanted:
        for pages in ("default", "first")[: 1 + first]:
            there = next((edge.part for edge in edges if (edge.kind, edge.pages) == (kind, pages)), "")
            name = there or f"word/bluecanvas{kind.capitalize()}.xml"
            if not there:
                edges.append(Edge(kind, pages, name))
            if there and there in {edge.part for edge in given.edges}:
                kept[name] = _with(kept[name], added, links, readable(footer) if kind == "footer" else "")
            else:
                kept[name] = xml_part(name, f"wordprocessingml.{kind}", _root(kind, whole), links)
    return Edges(tuple(edges), tuple(kept.values()))


def _foot(text: str, line: str, layout: Layout, width: float) -> str:
    """The line and the page's number beside each other, below each other where the line is long."""
    numbers = framed(_NUMBERS, layout._replace(right=True))
    if not line:
        return numbers
    if measure(text, _SIZE)[0] > width - _NUMBERS_WIDTH:
        return framed(line, layout) + numbers
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{round(width * 20)}"/></w:tabs>'
    return framed(f"{line}<w:r><w:tab/></w:r>{_NUMBERS}", layout._replace(border=stop))


def _with(part: Part, paragraph: str, links: tuple[Link, ...], said: str) -> Part:
    """A client's header or footer with a paragraph more, unless it says or shows that already."""
    shown = {link.id for link in links}
    kept = (*(link for link in part.links if link.id not in shown), *links)
    there = "".join(item.text or "" for item in ET.fromstring(part.data).iter(f"{{{TEXT}}}t"))  # noqa: S314 - read before
    if not paragraph or (said and said in there) or any(link.id in shown for link in part.links):
        return part._replace(links=kept)
    at = part.data.rfind(b"</")
    if at < 0:  # there is nothing in it
        return part._replace(data=_root(part.type.partition("+")[0].rpartition(".")[2], paragraph).encode(), links=kept)
    declared = paragraph.replace("<w:p>", f"<w:p {SPACE} {SPACES}>", 1).encode()
    return part._replace(data=part.data[:at] + declared + part.data[at:], links=kept)


def _root(kind: str, inner: str) -> str:
    root = f"w:{_ROOTS[kind]}"
    return f"<{root} {SPACE} {SPACES}>{inner}</{root}>"
