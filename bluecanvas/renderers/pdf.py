"""PDF: figures as a page a block, documents as tagged pages of A4; the text of both can be selected and searched."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from bluecanvas.blocks import Block
from bluecanvas.documents import Document
from bluecanvas.fonts import is_truetype
from bluecanvas.renderers import Look
from bluecanvas.renderers._matplotlib import settings
from bluecanvas.renderers._painting import paint
from bluecanvas.renderers._pictures import Picture, pictures, said

# isort: split
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages
from matplotlib.figure import Figure

_EMBEDDED, _DRAWN = 42, 3
"""Ways to keep fonts: as they are, or glyph by glyph, which PostScript outlines need."""


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks as a PDF of one page each."""
    drawn = pictures(blocks, look)
    used = drawn[0].type_.faces
    whole = all(map(is_truetype, (*used.regular, *used.bold)))
    title = "; ".join(said(block)[0] for block in blocks)
    about = {
        "Title": title,
        "Subject": said(blocks[0])[1],
        "Creator": "bluecanvas",
        "Producer": "matplotlib",
        "CreationDate": None,
    }
    file = BytesIO()
    with settings(**{"pdf.fonttype": _EMBEDDED if whole else _DRAWN}), PdfPages(file, metadata=about) as pages:
        for picture in drawn:
            figure = Figure(figsize=(picture.scene.width / 72, picture.scene.height / 72))
            FigureCanvasPdf(figure)
            figure.add_artist(_Drawing(picture))
            pages.savefig(figure)
    return file.getvalue()


def document(document: Document, look: Look) -> bytes:
    """A whole document after PDF/UA-1; MissingExtra where typst is not installed."""
    from bluecanvas.renderers._typst_document import set_document

    return set_document(document, look)


class _Drawing(Artist):
    """A picture as matplotlib asks for it: something that draws itself."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._picture = picture

    def draw(self, renderer: RendererBase) -> None:
        """Paint the scene on a page."""
        paint(self._picture.scene, renderer, self._picture.scene.height, self._picture.type_)
