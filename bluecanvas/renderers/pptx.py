"""PowerPoint: a slide a block, made of native charts and tables that people go on working with."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.blocks import Block
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look
from bluecanvas.renderers._office_client import client
from bluecanvas.renderers._office_deck import deck
from bluecanvas.renderers._office_pages import slides
from bluecanvas.renderers._office_slides import Brush
from bluecanvas.renderers._office_start import start
from bluecanvas.renderers._office_xml import face
from bluecanvas.renderers._palette import palette


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks as a presentation, on the masters of `look.like` where one is given."""
    if not blocks:
        raise CallError("there is nothing to show", "a presentation needs at least one figure")
    letters, colours = face(blocks[0].language), palette(look.theme)
    stage = client(look.like, colours) if look.like else start(colours, letters)
    brush = Brush(stage, letters, colours)
    shown = [slide for block in blocks for slide in slides(block, brush, look.notes)]
    return deck(shown, brush, blocks[0].title)
