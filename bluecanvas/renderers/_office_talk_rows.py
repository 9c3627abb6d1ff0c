"""Tables of slides: the size of their letters, the widths of their columns, and the rows for which there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from bluecanvas.blocks import Table
from bluecanvas.documents import Rows, Run, Runs, plain
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._fitting import longest_piece
from bluecanvas.renderers._office_fitting import fit_in, height, leading, measure, pages, portions, widths
from bluecanvas.renderers._office_slides import PAD, Brush, Paragraph, TableCell
from bluecanvas.renderers._office_slides import Run as Inked
from bluecanvas.renderers._office_stage import Box

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)
"""Of a table among other things, the last the smallest that is still read from the last row."""
TIGHT = (11.0, 10.0)
"""Of a table that would else go on over two slides."""
_SMALLER, _MOST_HEAD = (11.0, 10.0, 9.0), 0.35
"""Of a table with more columns than fit, whose headings would take more than such a part of the height."""
_DECIDING = 100
"""Rows that decide the widths of a long table's columns."""
_LEAST = 4.0
_MOST_LINES = 2.1
"""Of a cell in a table that stands beside something."""


class Sheet(NamedTuple):
    """A table to be shown: every row as long as its heading."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    numeric: frozenset[int]
    alt: str
    plan: Plan | None = None
    """How it is set, where it goes on over several slides."""


def sheet(table: Table | Rows, alt: str = "") -> Sheet:
    """A table of a block, or one that a template wrote."""
    header = tuple(map(_runs, table.header))
    rows = tuple(tuple(_runs(row[k]) if k < len(row) else () for k in range(len(header))) for row in table.rows)
    if isinstance(table, Table):
        return Sheet(header, rows, table.numeric, alt or table.alt())
    names = ", ".join(filter(None, map(plain, header)))
    return Sheet(header, rows, table.numeric, alt or f"{names}: {len(rows)} × {len(header)}")


def _runs(cell: str | Runs) -> Runs:
    """A cell's text, in which no line ends."""
    if isinstance(cell, str):
        return (Run(said),) if (said := readable(cell)) else ()
    return tuple(run._replace(text=run.text.replace("\n", " ")) for run in cell if run.text)


class Plan(NamedTuple):
    """A table's size of letters and widths of columns."""

    size: float
    widths: tuple[float, ...]

    def head(self, sheet: Sheet) -> float:
        """What the row of headings takes."""
        return self.row(sheet.header, bold=True)

    def row(self, row: Sequence[Runs], bold: bool = False) -> float:
        """What a row takes."""
        return 2 * PAD + max(
            height(readable(plain(cell)), self.size, self._inner(k), bold or any(run.bold for run in cell))
            for k, cell in enumerate(row)
        )

    def total(self, sheet: Sheet, most: float) -> float:
        """What the whole table takes; no more than twice `most`, where one needs to know no more."""
        used = self.head(sheet)
        for row in sheet.rows:
            if used > most:
                return 2 * most
            used += self.row(row)
        return used

    def spacious(self, sheet: Sheet) -> bool:
        """Whether no word is broken and no cell takes many lines, as far as the rows that decide the widths go."""
        rows = (sheet.header, *sheet.rows[:_DECIDING])
        return all(
            longest_piece(plain(cell), measure, self.size, row is sheet.header) <= self._inner(k)
            and height(plain(cell), self.size, self._inner(k)) <= _MOST_LINES * self.size * leading(plain(cell))
            for row in rows
            for k, cell in enumerate(row)
        )

    def clipped(self, sheet: Sheet, most: float) -> Sheet:
        """The table with headings that take no more than a height."""
        header = tuple(
            (Run(fit_in(plain(cell), [self.size], self._inner(k), most - 2 * PAD, True).text),)
            for k, cell in enumerate(sheet.header)
        )
        return sheet._replace(header=header)

    def split(self, row: Sequence[Runs], room: float) -> list[tuple[Runs, ...]]:
        """A row as rows none of which is higher than the room."""
        if self.row(row) <= room:
            return [tuple(row)]
        parts = [parted(cell, self.size, self._inner(k), room - 2 * PAD) for k, cell in enumerate(row)]
        return [tuple(part) for part in zip_longest(*parts, fillvalue=())]

    def spread(self, sheet: Sheet, room: float, first: float | None = None) -> Iterator[Sheet]:
        """The table as tables that fit the room, each under the row of headings; the first may have less room."""
        head = self.head(sheet)
        inner = room - head
        rows = [part for row in sheet.rows for part in self.split(row, inner)]
        missing = 0.0 if first is None else room - first
        for page in pages([self.row(row) for row in rows], inner, missing):
            yield sheet._replace(rows=tuple(rows[page.start : page.stop]), plan=self)

    def shape(self, sheet: Sheet, brush: Brush) -> tuple[list[list[TableCell]], list[float]]:
        """The cells of a slide's table and the heights of its rows."""
        shown = [self._cells(sheet.header, sheet.numeric, brush, True)]
        shown += [self._cells(row, sheet.numeric, brush, False) for row in sheet.rows]
        return shown, [self.head(sheet), *map(self.row, sheet.rows)]

    def _cells(self, row: Sequence[Runs], numeric: frozenset[int], brush: Brush, heading: bool) -> list[TableCell]:
        colours = brush.palette
        ink, line, thick = (colours.soft, colours.ink, 1.25) if heading else (colours.ink, colours.rule, 0.75)
        middle = self.row(row, heading) <= 2 * PAD + self.size * max(leading(plain(cell)) for cell in row)
        return [
            TableCell((Paragraph(tuple(inked(cell, self.size, ink, heading)), k in numeric),), line, thick, middle)
            for k, cell in enumerate(row)
        ]

    def _inner(self, k: int) -> float:
        return max(_LEAST, self.widths[k] - 2 * PAD)


@lru_cache(maxsize=256)
def planned(sheet: Sheet, size: float, room: float) -> Plan:
    """The plan of a table in letters of a size, as wide as the room."""
    columns = [[plain(name), *(plain(row[k]) for row in sheet.rows[:_DECIDING])] for k, name in enumerate(sheet.header)]
    inner = max(room - 2 * PAD * len(columns), _LEAST * len(columns))
    across = [width + 2 * PAD for width in widths(columns, size, inner)]
    return Plan(size, tuple(width * room / sum(across) for width in across))


def smallest(sheet: Sheet, room: Box) -> tuple[Sheet, Plan]:
    """A table in the smallest letters that are still read; in smaller ones, then with clipped headings, for huge ones."""
    if sheet.plan:
        return sheet, sheet.plan
    plans = [planned(sheet, size, room.width) for size in (SIZES[-1], *_SMALLER)]
    most = _MOST_HEAD * room.height
    plan = next((plan for plan in plans if plan.head(sheet) <= most), plans[-1])
    return (sheet if plan.head(sheet) <= most else plan.clipped(sheet, most)), plan


def inked(runs: Runs, size: float, colour: str, bold: bool = False) -> Iterator[Inked]:
    """A document's runs as a slide's, in letters of a size and a colour."""
    for run in runs:
        yield Inked(run.text, size, colour, run.bold or bold, run.italic, run.struck, run.code, run.link)


def parted(runs: Runs, size: float, width: float, room: float) -> Iterator[Runs]:
    """Runs in portions of no more than a height."""
    text = plain(runs)
    begin = 0
    for portion in portions(text, size, width, room):
        end = text.find(portion, begin) + len(portion)
        yield tuple(_between(runs, begin, end))
        begin = end


def _between(runs: Runs, begin: int, end: int) -> Iterator[Run]:
    """What of the runs lies between two places in their text, without the white space it begins with."""
    at, started = 0, False
    for run in runs:
        text = run.text[max(0, begin - at) : max(0, end - at)]
        at += len(run.text)
        text = text if started else text.lstrip()
        started = started or bool(text)
        if text:
            yield run._replace(text=text)
