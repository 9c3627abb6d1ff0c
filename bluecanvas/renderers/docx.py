"""Word: headings, lists, quotes and tables in styles by name; value curves as pictures, grids and tables as native tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bluecanvas.blocks import Block, Curves, Facets, Grid
from bluecanvas.documents import Document, Heading, Paragraph, Piece, Run, Shown
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look
from bluecanvas.renderers._document import ordered
from bluecanvas.renderers._office_document import Text
from bluecanvas.renderers._office_document_edges import edged
from bluecanvas.renderers._office_document_pictures import SPACES
from bluecanvas.renderers._office_document_styles import SPACE
from bluecanvas.renderers._office_document_text import Writing, framed
from bluecanvas.renderers._office_package import package, xml_part
from bluecanvas.renderers._office_paper import model, plain
from bluecanvas.renderers._office_xml import face


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks as a document, a heading each, in the styles of `look.like` where one is given."""
    if not blocks:
        raise CallError("there is nothing to show", "a document needs at least one figure")
    pieces = (piece for block in blocks for piece in _headed(block))
    return _file(Document(blocks[0].title, blocks[0].language, ()), pieces, look, numbered=False)


def document(document: Document, look: Look) -> bytes:
    """A whole document, its title in the style of titles, its chapters as headings of the first level."""
    pieces = (_lifted(piece) for piece in ordered(document))
    return _file(document, pieces, look, numbered=True)


def _headed(block: Block) -> Iterator[Piece]:
    if block.title.strip():
        yield Heading(1, (Run(block.title),))
    if isinstance(block, Grid) and block.subtitle.strip():
        yield Paragraph((Run(block.subtitle),))
    yield Shown(block, isinstance(block, Curves | Facets))


def _lifted(piece: Piece) -> Piece:
    """A heading a level higher, for the title is none."""
    return piece._replace(level=piece.level - 1) if isinstance(piece, Heading) else piece


def _file(document: Document, pieces: Iterable[Piece], look: Look, *, numbered: bool) -> bytes:
    letters = face(document.language)
    paper = model(look.like, letters) if look.like else plain(letters)
    writing = Writing(letters.tag, paper.styles.ids, bool(letters.east))
    edges = paper.edges
    if numbered:
        edges = edged(edges, paper.first, document.footer, document.logo, writing, 0.0 if look.like else paper.width)
    sections, to_edges = paper.sections(edges)
    text = Text(paper, look, writing, sections)
    body = _body(text, tuple(pieces), " · ".join(filter(None, (document.author, document.date))))
    parts, links = paper.kept(edges)
    xml = f"<w:document {SPACE} {SPACES}><w:body>{body}{text.section}</w:body></w:document>"
    main = xml_part("word/document.xml", "wordprocessingml.document.main", xml, (*links, *to_edges, *text.links()))
    return package([main, *text.pictures, *parts], main.name, document.title, letters.tag, document.author)


def _body(text: Text, pieces: Sequence[Piece], byline: str) -> str:
    """The pieces, below the title who wrote them and when."""
    if not byline:
        return text.pieces(pieces) or framed("")
    return text.pieces(pieces[:1]) + text.line(byline, "subtitle") + text.pieces(pieces[1:])
