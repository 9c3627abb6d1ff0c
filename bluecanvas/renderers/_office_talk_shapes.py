"""A page of a talk as the shapes of a slide."""

from __future__ import annotations

from bluecanvas.blocks import Curves, Grid
from bluecanvas.renderers._office_pages import Chart, plotted
from bluecanvas.renderers._office_quarters import quarters
from bluecanvas.renderers._office_slides import Brush
from bluecanvas.renderers._office_stage import Layout
from bluecanvas.renderers._office_talk_layout import Figure, Spot, Text
from bluecanvas.renderers._office_talk_pages import Page
from bluecanvas.renderers._office_talk_rows import Sheet
from bluecanvas.renderers._office_talk_text import Setting

_FIRST = 10
"""The number of the first shape; those of every slide have lower ones."""


def drawn(page: Page, layout: Layout, brush: Brush) -> tuple[list[str], tuple[Chart, ...]]:
    """The shapes of a page in the order in which they are read, and the charts among them."""
    shapes: list[str] = []
    charts: list[Chart] = []
    placed = False
    for at, spot in enumerate(page.spots):
        id = _FIRST + 2 * at
        match spot.thing:
            case Text():
                shapes.append(_text(spot, page.setting, layout, brush, id, placed))
                placed = True
            case Sheet() if spot.plan is not None:
                cells, heights = spot.plan.shape(spot.thing, brush)
                shapes.append(brush.table(id, spot.box, spot.plan.widths, cells, heights, spot.thing.alt))
            case Figure(Grid() as grid, alt):
                shapes.append(list(quarters(grid, spot.box, brush, id, alt))[spot.part or 0])
            case Figure(Curves() as curves, alt, among):
                more, chart = plotted(curves, spot.box, brush, id, f"rIdChart{len(charts) + 1}", alt, among)
                shapes += more
                charts.append(chart)
    return shapes, tuple(charts)


def _text(spot: Spot, setting: Setting, layout: Layout, brush: Brush, id: int, again: bool) -> str:
    """A text in the layout's placeholder; another one on the slide, or where there is none, in a box."""
    assert isinstance(spot.thing, Text)
    place = layout.text
    if place is None or again:
        return brush.text(id, f"Text {id}", spot.box, setting.paragraphs(spot.thing.lines, brush, False))
    own = None if spot.box == place.inner else place.around(spot.box)
    return brush.placed(id, "Content", place, setting.paragraphs(spot.thing.lines, brush, True), own)
