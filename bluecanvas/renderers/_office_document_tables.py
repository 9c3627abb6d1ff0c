"""Tables of a document: their heads on every page, their rows whole, and the four quarters of a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bluecanvas.blocks import Cell, Grid, Move
from bluecanvas.documents import Rows, Run, Runs, plain
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._document import whole
from bluecanvas.renderers._fitting import longest_piece
from bluecanvas.renderers._office_document_text import Ink, Layout, Writing
from bluecanvas.renderers._office_fitting import height, measure
from bluecanvas.renderers._office_fitting import widths as column_widths
from bluecanvas.renderers._office_xml import esc
from bluecanvas.renderers._palette import Palette
from bluecanvas.words import show_gap, show_level

_PAD = 5.0
_SIZES = ((0.9, 4.0), (0.8, 3.0), (0.7, 2.0), (0.62, 1.5))
"""The sizes of smaller letters, as parts of those of the text around, and the room beside them, in points."""
_WHOLE = 240.0
"""How high a table is at most that is not parted: about a third of a page, in points."""
_BESIDE = 6.0
"""What a row takes above and below its text."""
_DECIDING = 100
"""Cells of a column, the longest ones, that decide its width and the size of letters."""
_BY_HAND = "n " * 8
_TIGHT = 'w:before="0" w:after="0"'
_MARGIN = '<w:{} w:w="{}" w:type="dxa"/>'


class _Plan(NamedTuple):
    """The size of a table's letters, 0 for that around it, the room beside them, and the widths of its columns."""

    size: float
    pad: float
    widths: tuple[float, ...]


class Spot(NamedTuple):
    """Where a table stands: its room in points, the size of letters there, and how far in, in twentieths of a point."""

    room: float
    size: float
    left: int


def table(rows: Rows, writing: Writing, style: str, spot: Spot, alt: str) -> str:
    """A native table no wider than there is room; nothing where it has no columns."""
    if not rows.header:
        return ""
    lines = [rows.header, *whole(rows)]
    plan = _planned([_deciding([readable(plain(line[k])) for line in lines]) for k in range(len(rows.header))], spot)
    last = len(lines) - 1
    stays = range(last) if _low(lines, plan, spot.size) else (0, 1, last - 1)  # no row stands alone on a page

    def shown() -> Iterator[str]:
        for at, line in enumerate(lines):
            ink = Ink(bold=not at, size=plan.size)
            layout = Layout(keep=at < last and at in stays, spacing=_TIGHT)
            cells = (
                writing.paragraph(cell, layout._replace(right=k in rows.numeric), ink) for k, cell in enumerate(line)
            )
            yield _row(cells, plan.widths, head=not at)

    return _framed(shown(), plan, style, spot.left, alt)


def quarters(grid: Grid, writing: Writing, colours: Palette, spot: Spot, alt: str) -> str:
    """A grid in two columns, eliminate beside raise and reduce beside create: a row of headings, then rows of moves."""
    half = len(grid.cells) // 2
    plan = _Plan(0.0, 6.0, (spot.room / 2, spot.room / 2))

    def rows() -> Iterator[str]:
        for pair in zip(grid.cells[:half], grid.cells[half:], strict=False):
            hues = (colours.cut, colours.lift)
            heads = [
                writing.paragraph((Run(cell.heading),), Layout(keep=True, spacing=_TIGHT), Ink(True, 11.5, hue))
                for cell, hue in zip(pair, hues, strict=True)
            ]
            yield _row(heads, plan.widths, edges=hues)
            for moves in zip_longest(*(_moves(cell, grid, writing, colours) for cell in pair), fillvalue=""):
                yield _row((move or writing.paragraph((), Layout(spacing=_TIGHT)) for move in moves), plan.widths)

    return _framed(rows(), plan, "", spot.left, alt)


def _moves(cell: Cell, grid: Grid, writing: Writing, colours: Palette) -> Iterator[str]:
    tight = Layout(spacing=_TIGHT)
    if not cell.moves:
        yield writing.paragraph((Run(cell.empty or "–"),), tight, Ink(colour=colours.quiet))
    for move in cell.moves:
        name, small = (
            (Run(move.name, bold=True), Run(f" {_levels(move, grid.language)}")),
            Ink(size=9.0, colour=colours.quiet),
        )
        against = " · ".join(text for text in (_gap(move, grid), move.detail) if text.strip())
        lines = ((name, Ink(colour=colours.ink)), ((Run(move.why),), Ink(size=9.5)), ((Run(against),), small))
        yield "".join(writing.paragraph(runs, tight, ink) for runs, ink in lines if plain(runs).strip())


def _levels(move: Move, speak: str) -> str:
    if (move.start, move.target) == (None, None):
        return ""
    target = show_level(move.target, speak)
    return target if move.start is None else f"{show_level(move.start, speak)} → {target}"


def _gap(move: Move, grid: Grid) -> str:
    if move.baseline is None:
        return ""
    gap = show_gap(move.target, move.baseline, grid.language)
    return f"{grid.gap_word} {gap} {grid.versus(move)} {show_level(move.baseline, grid.language)}"


def _deciding(column: Sequence[str]) -> list[str]:
    """The heading of a column and its longest cells; where all are empty, room for what is written in by hand."""
    cells = sorted(column[1:], key=len, reverse=True)[:_DECIDING]
    return [column[0], *(cells if any(cells) else [_BY_HAND])]


def _planned(columns: Sequence[Sequence[str]], spot: Spot) -> _Plan:
    """The largest letters in which no word is torn, else the smallest."""
    for part, pad in ((1.0, _PAD), *_SIZES):
        size = spot.size * part
        inner = max(spot.room - 2 * pad * len(columns), 4.0 * len(columns))
        shares = column_widths(columns, size, inner)
        torn = any(
            longest_piece(cell, measure, size, k == 0) > share
            for column, share in zip(columns, shares, strict=True)
            for k, cell in enumerate(column)
        )
        if not torn:
            break
    return _Plan(0.0 if part == 1.0 else size, pad, tuple(share + 2 * pad for share in shares))


def _low(lines: Sequence[Sequence[Runs]], plan: _Plan, size: float) -> bool:
    """Whether a table takes so little of a page that it stays whole."""
    size, room = plan.size or size, _WHOLE
    for at, line in enumerate(lines):
        inner = (width - 2 * plan.pad for width in plan.widths)
        cells = zip(line, inner, strict=True)
        room -= max(height(readable(plain(cell)), size, width, not at) for cell, width in cells) + _BESIDE
        if room < 0:
            return False
    return True


def _framed(rows: Iterator[str], plan: _Plan, style: str, left: int, alt: str) -> str:
    side = round(plan.pad * 20)
    widths = [round(width * 20) for width in plan.widths]
    margins = "".join(_MARGIN.format(*each) for each in (("top", 60), ("left", side), ("bottom", 60), ("right", side)))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    own = (
        f'<w:tblStyle w:val="{esc(style)}"/>' * bool(style),
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>',
        f'<w:tblInd w:w="{left}" w:type="dxa"/>' * bool(left),
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/>',
        f'<w:tblDescription w:val="{esc(alt)}"/>' * bool(alt),
    )
    return f"<w:tbl><w:tblPr>{''.join(own)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _row(
    cells: Iterator[str] | Sequence[str], widths: Sequence[float], *, head: bool = False, edges: Sequence[str] = ()
) -> str:
    """A row that stays whole; a head stands again on every page, edges lie below the cells in their colours."""
    inner = ""
    for k, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        edge = ""
        if edges:
            line = f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{edges[k][1:].upper()}"/>'
            edge = f"<w:tcBorders>{line}</w:tcBorders>"
        inner += f'<w:tc><w:tcPr><w:tcW w:w="{round(width * 20)}" w:type="dxa"/>{edge}</w:tcPr>{cell}</w:tc>'
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' * head}</w:trPr>{inner}</w:tr>"
