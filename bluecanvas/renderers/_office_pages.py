"""Blocks as slides: what does not fit on one goes on on the next, in letters that are still read from the last row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from bluecanvas.blocks import Block, Curves, Facets, Grid, Prose, Table
from bluecanvas.fonts import readable
from bluecanvas.renderers._office_chart import chart, charted
from bluecanvas.renderers._office_fitting import Fit, fit, fit_in, height, measure, pages, portions, widths
from bluecanvas.renderers._office_key import key
from bluecanvas.renderers._office_plan import Frame
from bluecanvas.renderers._office_quarters import quarters
from bluecanvas.renderers._office_slides import PAD, Brush, Paragraph, Run, TableCell
from bluecanvas.renderers._office_stage import Box

_SUBTITLE, _FOOT = 15.0, 10.0
_TITLE_SIZES = (24.0, 20.0, 18.0, 16.0)
"""Of titles too long for the layout's own."""
_TABLE_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_TABLE_SIZE = 11.0
"""Of tables that fill several slides at any size."""
_PROSE_SIZES = (20.0, 18.0, 16.0, 15.0)
SHEET = "Scores"
"""The sheet in a chart's workbook."""


class Slide(NamedTuple):
    """One slide: its shapes, what the speaker has beside it, and the chart on it with the curves that it shows."""

    title: str
    shapes: tuple[str, ...]
    notes: tuple[str, ...] = ()
    chart: str = ""
    curves: Curves | None = None


def slides(block: Block, brush: Brush, notes: Sequence[Block] = ()) -> Iterator[Slide]:
    """The slides of a block; the speaker of value curves has those notes beside them."""
    if isinstance(block, Curves) and block.axes and block.lines:
        yield _curves(block, brush, tuple(line for note in notes for line in _spoken(note)))
    elif isinstance(block, Facets):
        for panel in block.panels:
            lines = tuple(line for line in block.whole.lines if line.id in panel)
            yield from slides(replace(block.whole, lines=lines), brush, notes)
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


def _spoken(note: Block) -> Iterator[str]:
    """A block in lines for a speaker."""
    yield note.title
    for row in note.as_table().rows:
        yield " · ".join(text for text in row if text.strip())


def _curves(block: Curves, brush: Brush, notes: tuple[str, ...]) -> Slide:
    """A strategy canvas: title, tagline, the chart, and how to read it."""
    head, room = _head(block.title, block.subtitle, brush)
    low = room.y + room.height
    feet = [fit(line, (_FOOT, 9.0, 8.0), room.width, 2) for line in key(block)]
    foot = sum(line.height for line in feet) + 2
    box = room._replace(height=room.height - foot - 6)
    frame = Frame(box.width, box.height, brush.face, brush.palette, brush.stage.tint, SHEET, workbook="rId1")
    shown = charted(block)
    shapes = [*_title(head, 0, 1, brush), brush.chart(4, box, "rId2", "Chart", block.alt())]
    if feet:
        lines = [Paragraph((Run(line.text, line.size, brush.palette.quiet),)) for line in feet]
        shapes.append(brush.text(5, "Note", Box(room.x, low - foot, room.width, foot), lines, bottom=True))
    return Slide(block.title, (*shapes, brush.number()), (block.alt(), *notes), chart(shown, frame), shown)


class _Head(NamedTuple):
    title: str
    below: Fit | None = None
    """The line below it."""


def _head(title: str, subtitle: str, brush: Brush) -> tuple[_Head, Box]:
    """The title and the line below it, and the room they leave."""
    room = brush.stage.body
    below = fit(readable(subtitle), (_SUBTITLE, 13.0), room.width, 2) if subtitle.strip() else None
    taken = below.height + 10 if below else 0.0
    return _Head(title, below), Box(room.x, room.y + taken, room.width, room.height - taken)


def _title(head: _Head, at: int, count: int, brush: Brush) -> list[str]:
    """The title of the slide `at` of so many, and the line below it."""
    stage, title = brush.stage, readable(head.title)
    width, room = stage.title.width, stage.title.height
    place = f" ({at + 1}/{count})" if count > 1 else ""
    sizes = [stage.title_size, *(size for size in _TITLE_SIZES if size < stage.title_size)]
    fitted = fit_in(title + place, sizes, width, room, True)
    if fitted.text != title + place:
        fitted = fit_in(title, sizes[-1:], width - measure(place, sizes[-1], True)[0], room, True)
        fitted = fitted._replace(text=fitted.text + place)
    shapes = [brush.title(fitted.text, fitted.size)]
    if head.below:
        box = stage.body._replace(height=head.below.height + 2)
        line = Paragraph((Run(head.below.text, head.below.size, brush.palette.soft),))
        shapes.append(brush.text(3, "Tagline", box, [line]))
    return shapes


def _prose(block: Prose, brush: Brush) -> Iterator[Slide]:
    room = brush.stage.body
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
    room = brush.stage.body
    header = [readable(text) for text in table.header]
    rows = [[readable(row[k]) if k < len(row) else "" for k in range(len(header))] for row in table.rows]
    if not header:
        yield Slide(table.title, (*_title(_Head(table.title), 0, 1, brush), brush.number()))
        return
    plan = next(
        (plan for size in _TABLE_SIZES if (plan := _TablePlan.of(header, rows, size, room)).total <= room.height),
        None,
    ) or _TablePlan.of(header, rows, _TABLE_SIZE if len(header) < 12 else _TABLE_SIZES[-1], room)
    top = plan.row_height(header, True)
    rows = [part for row in rows for part in plan.split(row, room.height - top)]
    heights = [plan.row_height(row) for row in rows]
    spread = list(pages(heights, room.height - top))
    for at, page in enumerate(spread):
        shown = [plan.cells(header, table.numeric, brush, heading=True)]
        shown += [plan.cells(rows[k], table.numeric, brush) for k in page]
        frame = brush.table(4, room, plan.widths, shown, [top, *(heights[k] for k in page)], table.alt())
        yield Slide(table.title, (*_title(_Head(table.title), at, len(spread), brush), frame, brush.number()))


class _TablePlan(NamedTuple):
    """A table's size of letters and widths of columns, and the height it takes."""

    size: float
    widths: list[float]
    total: float = 0.0

    @classmethod
    def of(cls, header: Sequence[str], rows: Sequence[Sequence[str]], size: float, room: Box) -> _TablePlan:
        """The plan of a table in letters of a size; of very long ones the first rows decide the widths."""
        columns = [[name, *(row[k] for row in rows[:100])] for k, name in enumerate(header)]
        inner = room.width - 2 * PAD * len(header)
        shares = widths(columns, size, max(inner, 4.0 * len(header)))
        across = [share + 2 * PAD for share in shares]
        plan = cls(size, [width * room.width / sum(across) for width in across])
        if len(rows) * size > room.height:
            return plan._replace(total=2 * room.height)
        return plan._replace(total=plan.row_height(header, True) + sum(map(plan.row_height, rows)))

    def row_height(self, row: Sequence[str], bold: bool = False) -> float:
        """What a row takes."""
        return 2 * PAD + max(
            height(text, self.size, max(4.0, width - 2 * PAD), bold)
            for text, width in zip(row, self.widths, strict=True)
        )

    def split(self, row: Sequence[str], room: float) -> list[list[str]]:
        """A row as rows none of which is higher than the room."""
        if self.row_height(row) <= room:
            return [list(row)]
        parts = [
            portions(text, self.size, max(4.0, width - 2 * PAD), room - 2 * PAD)
            for text, width in zip(row, self.widths, strict=True)
        ]
        return [list(part) for part in zip_longest(*parts, fillvalue="")]

    def cells(
        self, row: Sequence[str], numeric: frozenset[int], brush: Brush, heading: bool = False
    ) -> list[TableCell]:
        """A row as the cells of a slide's table."""
        colours = brush.palette
        ink, line, thick = (colours.soft, colours.ink, 1.25) if heading else (colours.ink, colours.rule, 0.75)
        return [
            TableCell((Paragraph((Run(text, self.size, ink, heading),), k in numeric),), line, thick)
            for k, text in enumerate(row)
        ]
