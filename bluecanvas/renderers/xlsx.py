"""Excel: a sheet a block, as a table to work in; value curves come with a native chart that follows their cells."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.blocks import Block, Curves, Facets
from bluecanvas.errors import CallError
from bluecanvas.fonts import readable
from bluecanvas.renderers import Look
from bluecanvas.renderers._office_cells import cells
from bluecanvas.renderers._office_chart import chart, charted
from bluecanvas.renderers._office_key import key
from bluecanvas.renderers._office_plan import Frame
from bluecanvas.renderers._office_workbook import Chart, Sheet, sheet_names, workbook
from bluecanvas.renderers._office_xml import face, solid
from bluecanvas.renderers._palette import palette

_FACTOR, _BESIDE, _NARROWEST, _WIDEST, _HEIGHT = 72.0, 220.0, 620.0, 1400.0, 480.0
"""A chart's size in points: a factor's share, what stands beside them, and the least and the most of all."""


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks as a workbook."""
    if not blocks:
        raise CallError("there is nothing to write", "a workbook needs at least one figure")
    names = sheet_names(readable(block.title) for block in blocks)
    sheets = [_sheet(block, name, look) for block, name in zip(blocks, names, strict=True)]
    return workbook(sheets, face(blocks[0].language), blocks[0].title)


def _sheet(block: Block, name: str, look: Look) -> Sheet:
    if isinstance(block, Facets):
        block = block.whole
    if not isinstance(block, Curves) or not block.axes or not block.lines:
        return Sheet(name, cells(block))
    width = min(_WIDEST, max(_NARROWEST, _BESIDE + _FACTOR * len(block.axes)))
    frame = Frame(
        width,
        _HEIGHT,
        face(block.language),
        palette(look.theme),
        solid,
        name,
        tuple(line for line in (block.title, block.subtitle) if line.strip()),
    )
    shown = charted(block)
    return Sheet(name, cells(shown), Chart(chart(shown, frame), width, _HEIGHT, block.alt(), key(block)))
