"""The eliminate–reduce–raise–create grid as a table of two columns: eliminate beside raise, reduce beside create."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from bluecanvas.blocks import Cell, Grid, Move
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_fitting import height, pages, portions
from bluecanvas.renderers._office_slides import PAD, Brush, Paragraph, Run, TableCell
from bluecanvas.renderers._office_stage import Box
from bluecanvas.renderers._palette import PALETTES, Palette
from bluecanvas.words import show_gap, show_level

_SIZES = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
_GUTTER = 28.0
_SMALLER = 1.5
"""How much smaller reasons are than names."""


class _Item(NamedTuple):
    """A move, or a portion of one, and what it takes."""

    paragraphs: tuple[Paragraph, ...]
    height: float


class _Quarter(NamedTuple):
    """A cell of the grid, fitted."""

    heading: Paragraph
    colour: str
    items: Sequence[_Item]


def quarters(block: Grid, room: Box, brush: Brush, id: int = 4, alt: str = "") -> Iterator[str]:
    """The tables of a grid: one where it fits, else one for every pair of quarters and for what is left of them."""
    size, tables = _tables(block, room, brush.palette)
    for pairs in tables:
        yield _shape(pairs, size, room, id, alt or block.alt(), brush)


@lru_cache(maxsize=64)
def fits(block: Grid, room: Box) -> tuple[float, int]:
    """The size of a grid's letters in a room, and how many tables it takes."""
    size, tables = _tables(block, room, PALETTES["light"])
    return size, len(tables)


def _tables(block: Grid, room: Box, colours: Palette) -> tuple[float, list[list[tuple[_Quarter, _Quarter]]]]:
    size, pairs = _SIZES[-1], list[tuple[_Quarter, _Quarter]]()
    for size in _SIZES:
        pairs = _pairs(block, size, room, colours)
        if sum(_high(pair, size) for pair in pairs) <= room.height:
            return size, [pairs]
    empty = [_high(pair, size) for pair, cells in zip(pairs, _sides(block), strict=True) if not _moves(cells)]
    beside = sum(empty) if sum(empty) < room.height / 2 else 0.0  # that nothing is there fills no slide of its own
    inner = room.height - _heading(size) - 2 * PAD - beside
    tables: list[list[tuple[_Quarter, _Quarter]]] = []
    for left, right in pairs:
        for one, other in zip_longest(_spread(left, inner), _spread(right, inner), fillvalue=()):
            pair = left._replace(items=one), right._replace(items=other)
            if tables and sum(_high(each, size) for each in (*tables[-1], pair)) <= room.height:
                tables[-1].append(pair)
            else:
                tables.append([pair])
    return size, tables


def _sides(block: Grid) -> list[tuple[Cell, Cell]]:
    """The cells that stand beside each other."""
    half = len(block.cells) // 2
    return list(zip(block.cells[:half], block.cells[half:], strict=False))


def _moves(cells: Sequence[Cell]) -> int:
    return sum(len(cell.moves) for cell in cells)


def _pairs(block: Grid, size: float, room: Box, colours: Palette) -> list[tuple[_Quarter, _Quarter]]:
    wide = (room.width - _GUTTER) / 2 - 2 * PAD
    tall = room.height - _heading(size) - 2 * PAD
    return [
        (
            _quarter(left, size, wide, tall, block, colours, colours.cut),
            _quarter(right, size, wide, tall, block, colours, colours.lift),
        )
        for left, right in _sides(block)
    ]


def _quarter(cell: Cell, size: float, wide: float, tall: float, block: Grid, colours: Palette, hue: str) -> _Quarter:
    heading = Paragraph((Run(cell.heading, size + 1, hue, True),))
    if not cell.moves:
        moves = _set([(cell.empty or "–", size - _SMALLER, colours.quiet, False)], wide, tall)
    else:
        moves = [item for move in cell.moves for item in _set(_lines(move, size, block, colours), wide, tall)]
    return _Quarter(heading, hue, moves)


def _lines(move: Move, size: float, block: Grid, colours: Palette) -> list[tuple[str, float, str, bool]]:
    """A move's texts, each with its size, its colour and whether it is bold."""
    speak = block.language
    target = show_level(move.target, speak)
    levels = target if move.start is None else f"{show_level(move.start, speak)} → {target}"
    name = f"{move.name}  {levels}" if (move.start, move.target) != (None, None) else move.name
    gap = ""
    if move.baseline is not None:
        against = f"{block.versus(move)} {show_level(move.baseline, speak)}"
        gap = f"{block.gap_word} {show_gap(move.target, move.baseline, speak)} {against}"
    small = size - _SMALLER
    texts = [(name, size, colours.ink, True), (move.why, small, colours.soft, False)]
    texts.append((" · ".join(part for part in (gap, move.detail) if part), small - 1, colours.quiet, False))
    return [text for text in texts if text[0].strip()]


def _set(texts: Sequence[tuple[str, float, str, bool]], wide: float, tall: float) -> list[_Item]:
    """A move in one item, or in as many as its height asks for."""
    parts = [
        (part, size, colour, bold)
        for text, size, colour, bold in texts
        for part in portions(readable(text), size, wide * 0.94, tall / 2)
    ]
    heights = [height(text, size, wide, bold) for text, size, _, bold in parts]
    return [
        _Item(
            tuple(Paragraph((Run(*parts[k]),), before=parts[0][1] * 0.55 if k == page.start else 1.0) for k in page),
            sum(heights[k] + 1 for k in page) + parts[0][1] * 0.55,
        )
        for page in pages([high + 1 for high in heights], tall - parts[0][1])
    ]


def _spread(quarter: _Quarter, room: float) -> Iterator[Sequence[_Item]]:
    for page in pages([item.height for item in quarter.items], room):
        yield [quarter.items[k] for k in page]


def _heading(size: float) -> float:
    return (size + 1) * 1.45 + 2 * PAD


def _high(pair: tuple[_Quarter, _Quarter], size: float) -> float:
    return _heading(size) + 2 * PAD + max(sum(item.height for item in quarter.items) for quarter in pair)


def _shape(pairs: Sequence[tuple[_Quarter, _Quarter]], size: float, room: Box, id: int, alt: str, brush: Brush) -> str:
    rows: list[list[TableCell]] = []
    heights: list[float] = []
    between = TableCell(())
    for pair in pairs:
        heads = [TableCell((quarter.heading,), quarter.colour, 2.25) for quarter in pair]
        bodies = [TableCell(tuple(part for item in quarter.items for part in item.paragraphs)) for quarter in pair]
        rows += [[heads[0], between, heads[1]], [bodies[0], between, bodies[1]]]
        heights += [_heading(size), _high(pair, size) - _heading(size)]
    wide = (room.width - _GUTTER) / 2
    return brush.table(id, room, [wide, _GUTTER, wide], rows, heights, alt)
