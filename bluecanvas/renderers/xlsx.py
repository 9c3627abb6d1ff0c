"""Excel: a sheet a table, to work in; value curves come with a native chart that follows their cells.

Of a document its tables are taken, each on a sheet named after the heading above it. A table of a template's own that
leaves a column of numbers empty is a form: its empty columns can be written in, and nothing else can be by mistake. A
column takes levels alone where its heading ends with the ends of their scale in brackets, "Price (0–10)", or where it is
headed `rating`, as `score` reads it, and the document shows the curves whose scale that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from bluecanvas.blocks import Block, Curves, Facets, Grid, Prose, Table
from bluecanvas.documents import Document, Heading, Listing, Piece, Quote, Rows, Runs, Shown, plain
from bluecanvas.errors import CallError
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers import Look
from bluecanvas.renderers._document import whole
from bluecanvas.renderers._office_cells import Cells, cells, filled
from bluecanvas.renderers._office_chart import chart, charted, told
from bluecanvas.renderers._office_document_sheets import Asked
from bluecanvas.renderers._office_facets import pages_of
from bluecanvas.renderers._office_key import key_of_chart
from bluecanvas.renderers._office_marks import marked
from bluecanvas.renderers._office_plan import Frame
from bluecanvas.renderers._office_sheet_names import sheet_names
from bluecanvas.renderers._office_workbook import Chart, Sheet, workbook
from bluecanvas.renderers._office_xml import face, solid
from bluecanvas.renderers._palette import palette
from bluecanvas.words import label

_FACTOR, _BESIDE, _NARROWEST, _WIDEST, _HEIGHT = 72.0, 220.0, 620.0, 1400.0, 480.0
"""A chart's size in points: a factor's share, what stands beside them, and the least and the most of all."""
_LEVEL = r"([-−]?\d{1,6}(?:[.,]\d{1,3})?)"
_ENDS = re.compile(rf"[(（\[]\s*{_LEVEL}\s*(?:–|—|-|~|～|…|\.\.\.?|to|至|到)\s*{_LEVEL}\s*[)）\]]\s*$")
_RATING, _GRID = "rating", "ERRC"
_MOST_IN_SIGHT = 3
"""Columns that stay in sight beside those to be filled in."""

_Scale: TypeAlias = tuple[float, float]


class _Found(NamedTuple):
    """A table of a document, and the heading it stands below."""

    heading: str
    table: Rows | Block


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks as a workbook."""
    if not blocks:
        raise CallError("there is nothing to write", "a workbook needs at least one figure")
    parted = [part for block in blocks for part in _parted(block)]
    names = sheet_names(map(_called, parted))
    sheets = [_sheet(block, name, look) for block, name in zip(parted, names, strict=True)]
    return workbook(sheets, face(blocks[0].language), blocks[0].title)


def document(document: Document, look: Look) -> bytes:
    """The tables of a document as a workbook; a block that is shown twice has one sheet."""
    found = {each.table: each for each in reversed(list(_tables(document.pieces, "")))}
    if not found:
        raise CallError(
            "the template has no table: a workbook is made of tables and figures",
            "place one with {{ block('curves') }} or {{ table(…) }}, or ask for another format, such as .docx",
        )
    tables = list(reversed(found.values()))
    names = sheet_names(readable(each.heading or _title(each.table) or document.title) for each in tables)
    scale = next(((each.table.low, each.table.high) for each in tables if isinstance(each.table, Curves)), None)
    sheets = [
        _form(each.table, name, document.language, scale)
        if isinstance(each.table, Rows)
        else _sheet(each.table, name, look)
        for each, name in zip(tables, names, strict=True)
    ]
    return workbook(sheets, face(document.language), document.title, author=document.author, footer=document.footer)


def _tables(pieces: Iterable[Piece], heading: str) -> Iterator[_Found]:
    """The tables and figures at any depth, each with the nearest heading above it."""
    for piece in pieces:
        if isinstance(piece, Heading):
            heading = plain(piece.runs).strip() or heading
        elif isinstance(piece, Rows) and piece.header:
            yield _Found(heading, piece)
        elif isinstance(piece, Shown) and not isinstance(piece.block, Prose):
            yield _Found(heading, piece.block.whole if isinstance(piece.block, Facets) else piece.block)
        elif isinstance(piece, Quote):
            yield from _tables(piece.pieces, heading)
        elif isinstance(piece, Listing):
            for item in piece.items:
                yield from _tables(item, heading)


def _title(table: Rows | Block) -> str:
    return "" if isinstance(table, Rows) else table.title


def _form(rows: Rows, name: str, language: str, scale: _Scale | None) -> Sheet:
    """A template's own table; where it leaves numbers to be given, or half of its columns, its empty columns are open."""
    header = tuple(map(_text, rows.header))
    lines = tuple(tuple(map(_text, row)) for row in whole(rows))
    ends = [_ends(text) or (scale if text.casefold() == _RATING else None) for text in header]
    numeric = rows.numeric | {k for k, taken in enumerate(ends) if taken}
    made = cells(Table(name, header, lines, numeric, language))
    empty = [
        k
        for k, taken in enumerate(ends)
        if lines and header[k] and (any if taken else all)(not line[k] for line in lines)
    ]
    counted = any(k in numeric for k in empty)
    if not counted and 2 * len(empty) < len(header):
        return Sheet(name, made)
    bare = tuple(tuple(None if k in empty and not value else value for k, value in enumerate(row)) for row in made.rows)
    return Sheet(
        name,
        Cells(header, bare, numeric),
        names=empty[0] if empty[0] <= _MOST_IN_SIGHT else 0,
        asked=tuple(Asked(k, ends[k]) for k in empty),
        kept=counted,
    )


def _ends(heading: str) -> _Scale | None:
    """The ends of the scale that a heading states, the lower one first."""
    found = _ENDS.search(heading)
    if found is None:
        return None
    low, high = (float(end.replace("−", "-").replace(",", ".")) for end in found.groups())
    return (low, high) if low < high else None


def _text(runs: Runs) -> str:
    """What a cell says, addresses after what leads to them."""
    said = (f"{run.text} ({run.link})" if run.link and run.link != run.text else run.text for run in runs)
    return " ".join("".join(said).split())


def _parted(block: Block) -> Iterator[Block]:
    """What has a sheet of its own: each of small multiples that differ in more than their curves, else the block."""
    yield from block.parts if isinstance(block, Facets) and block.parts else (block,)


def _called(block: Block) -> str:
    """What a block's sheet is called: the grid of an option after the option, for a sheet's name is short."""
    title = readable(block.title)
    if not isinstance(block, Grid):
        return title
    whose = title.removeprefix(label("errc", block.language) + label("colon", block.language))
    return title if whose == title else f"{_GRID} {whose}"


def _sheet(block: Block, name: str, look: Look) -> Sheet:
    """A block's table; for value curves their chart beside it, or one for each of small multiples."""
    whole = block.whole if isinstance(block, Facets) else block
    if not isinstance(whole, Curves) or not whole.axes or not whole.lines:
        return Sheet(name, filled(cells(block)))
    shown = told(charted(whole), counts=False)
    held = cells(shown)
    plots = [told(charted(plot), counts=False) for plot in pages_of(block)] if isinstance(block, Facets) else [shown]
    charts = (native(plot, name, look, shown, len(held.header)) for plot in plots if plot.lines)
    return Sheet(name, marked(shown, held), tuple(charts))


def native(block: Curves, name: str, look: Look, whole: Curves | None = None, marks: int | None = None) -> Chart:
    """The chart of value curves that follows the cells of the sheet of that name; `charted` has made their names fit it.

    The sheet holds the levels of the whole, of which these may be some, and from the column `marks` on what the chart
    shows beside them; where that is not given it holds no more than these.
    """
    width = min(_WIDEST, max(_NARROWEST, _BESIDE + _FACTOR * len(block.axes)))
    at = {line.id: k for k, line in enumerate(whole.lines, 1)} if whole else {}
    frame = Frame(
        width,
        _HEIGHT,
        face(block.language),
        palette(look.theme),
        solid,
        name,
        tuple(line for line in (block.title, block.subtitle) if line.strip()),
        among=whole,
        columns=tuple(at[line.id] for line in block.lines) if whole and whole is not block else (),
        marks=marks,
    )
    return Chart(chart(block, frame), width, _HEIGHT, block.alt(), key_of_chart(block))
