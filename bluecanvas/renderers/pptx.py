"""PowerPoint: slides made of native charts, tables and text that people go on working with."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.blocks import Block
from bluecanvas.documents import Document, Logo
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look, Theme
from bluecanvas.renderers import _office_talk_logo as logos
from bluecanvas.renderers._office_client import client
from bluecanvas.renderers._office_deck import deck
from bluecanvas.renderers._office_pages import slides, spoken
from bluecanvas.renderers._office_slides import Brush
from bluecanvas.renderers._office_start import start
from bluecanvas.renderers._office_talk import talk
from bluecanvas.renderers._office_talk_ground import Ground
from bluecanvas.renderers._office_xml import face
from bluecanvas.renderers._palette import palette


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks as a presentation, a slide a block, on the masters of `look.like` where one is given."""
    if not blocks:
        raise CallError("there is nothing to show", "a presentation needs at least one figure")
    mark = look.theme.logo if isinstance(look.theme, Theme) and look.like is None else None  # a model has its own
    logo = Logo(mark.name, mark.data) if mark else None
    brush = _brush(blocks[0].language, look, logos.corner(logos.shape(logo)) if logo else 0.0)
    shown = [slide for block in blocks for slide in slides(block, brush, look.notes)]
    ground = Ground.of(Document(blocks[0].title, blocks[0].language, (), logo=logo), brush.stage)
    shapes, links = ground.signed(brush.stage.figure, brush)
    signed = [slide._replace(shapes=(*slide.shapes, *shapes), links=(*slide.links, *links)) for slide in shown]
    return deck(signed, brush, blocks[0].title, [ground.logo] if ground.logo else [])


def document(document: Document, look: Look) -> bytes:
    """A document as a presentation: headings of the first two levels and rules start its slides."""
    corner = logos.corner(logos.shape(document.logo)) if document.logo else 0.0
    brush = _brush(document.language, look, corner)
    ground = Ground.of(document, brush.stage)
    notes = tuple(line for note in look.notes for line in spoken(note))
    made = list(talk(document, brush, ground, notes))
    return deck(made, brush, document.title, [ground.logo] if ground.logo else [], document.author)


def _brush(language: str, look: Look, corner: float = 0.0) -> Brush:
    letters, colours = face(language), palette(look.theme)
    return Brush(client(look.like, colours) if look.like else start(colours, letters, corner), letters, colours)
