"""Blocks as slides: what does not fit on one goes on on the next, in letters that are still read from the last row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.blocks import Block, Curves, Facets, Grid, Prose, Table
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_cells import Cells, cells
from bluecanvas.renderers._office_chart import chart, charted, told
from bluecanvas.renderers._office_facets import among, pages_of
from bluecanvas.renderers._office_fitting import Fit, fit, fit_in, height, measure, pages, portions
from bluecanvas.renderers._office_key import key_of_chart
from bluecanvas.renderers._office_marks import marked
from bluecanvas.renderers._office_package import Link
from bluecanvas.renderers._office_plan import Frame
from bluecanvas.renderers._office_quarters import quarters
from bluecanvas.renderers._office_slides import Brush, Paragraph, Run
from bluecanvas.renderers._office_stage import Box, Place
from bluecanvas.renderers._office_talk_rows import planned, sheet

_SUBTITLE, _FOOT = 15.0, 10.0
_TITLE_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0, 16.0, 14.0, 12.0)
"""Of titles too long for the layout's own."""
_TABLE_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_SEVERAL_SIZES, _SHORT = (11.0, 10.0), 100
"""Of tables that fill several slides at any size: in smaller letters where that saves one, and their rows are so few."""
_NARROW = 500.0
"""The width below which lines below a chart are many."""
_PROSE_SIZES = (20.0, 18.0, 16.0, 15.0)
SHEET = "Scores"
"""The sheet in a chart's workbook."""


class Chart(NamedTuple):
    """A chart on a slide: its XML, the cells that it follows, and what the slide calls it."""

    xml: str
    cells: Cells
    link: str = "rIdChart1"


class Slide(NamedTuple):
    """One slide: its shapes, what the speaker has beside it, its charts, its layout and what else it refers to."""

    title: str
    shapes: tuple[str, ...]
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    layout: str = ""
    """The name of its part; empty for a title with room below it."""
    links: tuple[Link, ...] = ()


def slides(block: Block, brush: Brush, notes: Sequence[Block] = ()) -> Iterator[Slide]:
    """The slides of a block; the speaker of value curves has those notes beside them."""
    if isinstance(block, Curves) and block.axes and block.lines:
        yield _curves(block, brush, tuple(line for note in notes for line in spoken(note)))
    elif isinstance(block, Facets):
        for page in pages_of(block):
            if page.axes and page.lines:
                yield _curves(page, brush, tuple(line for note in notes for line in spoken(note)), among(block))
            else:
                yield from slides(page, brush, notes)
    elif isinstance(block, Grid):
        title, room = _head(block.title, block.subtitle, brush)
        tables = list(quarters(block, room, brush))
        for at, shape in enumerate(tables):
            said = (block.alt(),) if at == 0 else ()
            yield Slide(block.title, (*_title(title, at, len(tables), brush), shape, brush.number()), said)
    elif isinstance(block, Prose):
        yield from _prose(block, brush)
    else:
        yield from _table(block.as_table(), brush)


def spoken(note: Block) -> Iterator[str]:
    """A block in lines for a speaker."""
    yield note.title
    for row in note.as_table().rows:
        yield " · ".join(text for text in row if text.strip())


def _curves(block: Curves, brush: Brush, notes: tuple[str, ...], among: Curves | None = None) -> Slide:
    """A strategy canvas: title, tagline, the chart, and how to read it."""
    head, room = _head(block.title, block.subtitle, brush)
    shapes, chart = plotted(block, room, brush, 4, "rIdChart1", block.alt(), among)
    return Slide(block.title, (*_title(head, 0, 1, brush), *shapes, brush.number()), (block.alt(), *notes), (chart,))


def plotted(
    block: Curves, room: Box, brush: Brush, id: int, link: str, alt: str, among: Curves | None = None
) -> tuple[list[str], Chart]:
    """Value curves in a room: the chart, and in small letters below it how to read it; they take two shapes' ids."""
    lines = 2 if room.width > _NARROW else 4
    feet = [fit(line, (_FOOT, 9.0, 8.0), room.width, lines) for line in key_of_chart(block)]
    foot = sum(line.height for line in feet) + 2
    box = room._replace(height=room.height - foot - 6)
    shown = told(charted(block))
    held = cells(shown)
    frame = Frame(
        box.width,
        box.height,
        brush.face,
        brush.palette,
        brush.stage.tint,
        SHEET,
        workbook="rId1",
        letters=brush.stage.ink,
        among=charted(among) if among else None,
        marks=len(held.header),
    )
    shapes = [brush.chart(id, box, link, f"Chart {id}", alt)]
    if feet:
        said = [Paragraph((Run(line.text, line.size, brush.palette.quiet),)) for line in feet]
        below = Box(room.x, room.bottom - foot, room.width, foot)
        shapes.append(brush.text(id + 1, f"Note {id + 1}", below, said, bottom=True))
    return shapes, Chart(chart(shown, frame), marked(shown, held), link)


class _Head(NamedTuple):
    title: str
    below: Fit | None = None
    """The line below it."""


def _head(title: str, subtitle: str, brush: Brush) -> tuple[_Head, Box]:
    """The title and the line below it, and the room they leave."""
    room = brush.stage.figure.room
    below = fit(readable(subtitle), (_SUBTITLE, 13.0), room.width, 2) if subtitle.strip() else None
    taken = below.height + 10 if below else 0.0
    return _Head(title, below), Box(room.x, room.y + taken, room.width, room.height - taken)


def _title(head: _Head, at: int, count: int, brush: Brush) -> list[str]:
    """The title of the slide `at` of so many, and the line below it."""
    place = brush.stage.figure.title
    fitted = titled(head.title, at, count, place)
    shapes = [brush.title(fitted.text, fitted.size)]
    if head.below:
        box = brush.stage.figure.room._replace(height=head.below.height + 2)
        line = Paragraph((Run(head.below.text, head.below.size, brush.palette.soft),))
        shapes.append(brush.text(3, "Tagline", box, [line]))
    return shapes


def titled(title: str, at: int, count: int, place: Place) -> Fit:
    """A title as it fits its place, on the slide `at` of so many."""
    title, (width, room) = readable(title), place.inner[2:]
    which = f" ({at + 1}/{count})" if count > 1 else ""
    sizes = [place.size, *(size for size in _TITLE_SIZES if size < place.size)]
    fitted = fit_in(title + which, sizes, width, room, True)
    if fitted.text != title + which:
        fitted = fit_in(title, sizes[-1:], width - measure(which, sizes[-1], True)[0], room, True)
        fitted = fitted._replace(text=fitted.text + which)
    return fitted


def _prose(block: Prose, brush: Brush) -> Iterator[Slide]:
    room = brush.stage.figure.room
    texts = [readable(text) for text in block.paragraphs if text.strip()]

    def heights(size: float) -> list[float]:
        return [height(text, size, room.width) + size * 0.6 for text in texts]

    size = next((size for size in _PROSE_SIZES if sum(heights(size)) <= room.height), _PROSE_SIZES[-1])
    texts = [part for text in texts for part in portions(text, size, room.width, room.height - size)]
    spread = list(pages(heights(size), room.height))
    for at, page in enumerate(spread):
        said = [
            Paragraph((Run(texts[k], size, brush.palette.ink),), before=size * 0.6 if k > page.start else 0.0)
            for k in page
        ]
        shapes = (
            *_title(_Head(block.title), at, len(spread), brush),
            brush.text(4, "Text", room, said),
            brush.number(),
        )
        yield Slide(block.title, shapes)


def _table(table: Table, brush: Brush) -> Iterator[Slide]:
    room, shown = brush.stage.figure.room, sheet(table)
    if not shown.header:
        yield Slide(table.title, (*_title(_Head(table.title), 0, 1, brush), brush.number()))
        return
    plans = (planned(shown, size, room.width) for size in _TABLE_SIZES)
    plan = next((plan for plan in plans if plan.total(shown, room.height) <= room.height), None)
    if plan is None:
        sizes = _SEVERAL_SIZES[: 1 + (len(shown.rows) < _SHORT)] if len(shown.header) < 12 else _TABLE_SIZES[-1:]
        several = [planned(shown, size, room.width) for size in sizes]
        plan = min(several, key=lambda each: sum(1 for _ in each.spread(shown, room.height)))
    spread = list(plan.spread(shown, room.height))
    for at, part in enumerate(spread):
        cells, heights = plan.shape(part, brush)
        frame = brush.table(4, room, plan.widths, cells, heights, part.alt)
        yield Slide(table.title, (*_title(_Head(table.title), at, len(spread), brush), frame, brush.number()))
