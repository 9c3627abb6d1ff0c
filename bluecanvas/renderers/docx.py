"""Word: a heading a block; value curves as a picture with its caption, grids and tables as native tables."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bluecanvas.blocks import Block, Curves, Facets, Grid, Prose, Table
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look
from bluecanvas.renderers import render as drawn
from bluecanvas.renderers._office_fitting import widths as column_widths
from bluecanvas.renderers._office_key import key
from bluecanvas.renderers._office_package import Link, Part, package, xml_part
from bluecanvas.renderers._office_paper import TEXT, Paper, model, plain
from bluecanvas.renderers._office_xml import DRAWING, LINKS, emu, esc, face

_ANCHORS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_TALLEST = 0.72
"""The part of a page that a picture takes at most, so that its heading and caption stay with it."""
_SIZE, _PAD = 10.5, 4.0
"""The size of letters in tables and the room beside them, in points."""


class _Picture(NamedTuple):
    """A picture and its size in points."""

    data: bytes
    width: float
    height: float


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks as a document, in the styles of `look.like` where one is given."""
    if not blocks:
        raise CallError("there is nothing to show", "a document needs at least one figure")
    letters = face(blocks[0].language)
    paper = model(look.like) if look.like else plain(letters)
    pictures: list[Part] = []
    body = "".join(_block(block, look, paper, pictures) for block in blocks)
    links = tuple(Link(f"rIdPicture{at}", "image", part.name) for at, part in enumerate(pictures, 1))
    xml = (
        f'<w:document xmlns:w="{TEXT}" xmlns:r="{LINKS}" xmlns:wp="{_ANCHORS}" xmlns:a="{DRAWING}"><w:body>{body}'
        f"{paper.section}</w:body></w:document>"
    )
    main = xml_part("word/document.xml", "wordprocessingml.document.main", xml, (*paper.links, *links))
    return package([main, *pictures, *paper.parts], main.name, blocks[0].title, letters.tag)


def _block(block: Block, look: Look, paper: Paper, pictures: list[Part]) -> str:
    """A block's paragraphs; the picture of value curves is added to the pictures."""
    said = [paper.paragraph(block.title, "heading 1")] if block.title.strip() else []
    if isinstance(block, Curves | Facets):
        whole = block.whole if isinstance(block, Facets) else block
        bare = replace(whole, title="", date="", note="")  # what heading and caption say
        picture = _drawn(replace(block, whole=bare) if isinstance(block, Facets) else bare, look, paper)
        pictures.append(Part(f"word/media/picture{len(pictures) + 1}.png", "image/png", picture.data))
        said.append(paper.around(_inline(picture, len(pictures), block.alt()), keep=True))
        said.append(paper.paragraph(" · ".join((whole.title, *key(whole))), "caption"))
    elif isinstance(block, Prose):
        said += [paper.paragraph(text) for text in block.paragraphs if text.strip()]
    else:
        if isinstance(block, Grid) and block.subtitle.strip():
            said.append(paper.paragraph(block.subtitle))
        said.append(_table(block.as_table(), paper, block.alt()))
        said.append(paper.paragraph(""))  # a table must not touch the next one, or they become one
    return "".join(said)


def _drawn(block: Block, look: Look, paper: Paper) -> _Picture:
    """The picture as it is drawn by itself, or, where that is far wider than the page, drawn for the page."""
    bare = look._replace(like=None, notes=())
    picture = _measured(drawn("png", [block], bare))
    if look.size is None and picture.width > 1.2 * paper.width:
        high = min(paper.height * _TALLEST, max(paper.width * 0.62, paper.width * picture.height / picture.width))
        picture = _measured(drawn("png", [block], bare._replace(size=(paper.width / 72, high / 72))))
    shrunk = max(1.0, picture.width / paper.width, picture.height / (paper.height * _TALLEST))
    return picture._replace(width=picture.width / shrunk, height=picture.height / shrunk)


def _measured(data: bytes) -> _Picture:
    """A PNG with the size it states: pixels, and pixels a metre."""
    at = data.index(b"pHYs") + 4
    across, down = struct.unpack(">II", data[16:24])
    metre = struct.unpack(">I", data[at : at + 4])[0]
    return _Picture(data, across / metre / 0.0254 * 72, down / metre / 0.0254 * 72)


def _inline(picture: _Picture, at: int, alt: str) -> str:
    size = f'cx="{emu(picture.width)}" cy="{emu(picture.height)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{at}" name="Picture {at}" descr="{esc(alt)}"/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_PICTURES}">'
        f'<pic:pic xmlns:pic="{_PICTURES}"><pic:nvPicPr><pic:cNvPr id="{at}" name="Picture {at}" descr="{esc(alt)}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture{at}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _table(table: Table, paper: Paper, alt: str) -> str:
    """A native table: its first row is repeated on every page, no row is torn between two."""
    count = len(table.header)
    if not count:
        return ""
    columns = [[table.header[k], *(row[k] for row in table.rows[:100] if k < len(row))] for k in range(count)]
    shares = column_widths(columns, _SIZE, max(paper.width - 2 * _PAD * count, 4.0 * count))
    widths = [round((share + 2 * _PAD) * 20) for share in shares]
    rows = "".join(
        _row([*row, *[""] * (count - len(row))][:count], widths, table.numeric, paper, at == 0)
        for at, row in enumerate((table.header, *table.rows))
    )
    side = round(_PAD * 20)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{paper.table_style()}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{paper.borders()}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="60" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblDescription w:val="{esc(alt)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(row: Sequence[str], widths: Sequence[int], numeric: frozenset[int], paper: Paper, head: bool) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paper.cell(text, bold=head, right=k in numeric)}</w:tc>'
        for k, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"
