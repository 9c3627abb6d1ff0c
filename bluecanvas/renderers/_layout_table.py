"""A table as a scene: plain rules, text to the left, numbers to the right, long cells wrapped."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.blocks import Table
from bluecanvas.renderers._fitting import Paragraph, longest_piece, paragraph
from bluecanvas.renderers._palette import Palette
from bluecanvas.renderers._scene import XY, Item, Measure, Polyline, Scene, fitted

MARGIN = 28.0
_TITLE, _HEAD, _CELL = 20.0, 9.4, 10.0
_BETWEEN, _PAD = 20.0, 5.5
_MOST_ROWS = 200
_WIDEST = 900.0


def layout(block: Table, measure: Measure, colours: Palette, size: XY | None = None) -> Scene:
    """The scene of a table; of more rows than a picture can hold it says how many follow."""
    rows = [tuple(row) for row in block.rows[:_MOST_ROWS]]
    if len(block.rows) > _MOST_ROWS:
        rows.append((f"… +{len(block.rows) - _MOST_ROWS}",))
    columns = [[row[k] if k < len(row) else "" for row in rows] for k in range(len(block.header))]
    wants = [_wants(head, cells, measure) for head, cells in zip(block.header, columns, strict=True)]
    least = [_least(head, cells, measure) for head, cells in zip(block.header, columns, strict=True)]
    gaps = _BETWEEN * max(0, len(wants) - 1) + 2 * MARGIN
    narrowest = max(300.0, sum(min(70.0, want) for want in wants) + gaps)

    def draw(width: float) -> Scene:
        return _draw(block, columns, _shares(wants, least, width - gaps), measure, colours, width)

    return fitted(draw, size, max(360.0, narrowest, min(_WIDEST, sum(wants) + gaps)), narrowest)


def _draw(
    block: Table,
    columns: Sequence[Sequence[str]],
    widths: Sequence[float],
    measure: Measure,
    colours: Palette,
    width: float,
) -> Scene:
    title = paragraph(block.title, measure, _TITLE, width - 2 * MARGIN, 3, bold=True)
    items: list[Item] = [*title.at(MARGIN, MARGIN, colours.ink)]
    right = MARGIN + sum(widths) + _BETWEEN * max(0, len(widths) - 1)
    lefts = [MARGIN + sum(widths[:k]) + _BETWEEN * k for k in range(len(widths))]

    def row(cells: Sequence[Paragraph], top: float, colour: str, low: bool) -> float:
        high = max((cell.height for cell in cells), default=0.0)
        for k, cell in enumerate(cells):
            numeric = k in block.numeric
            y = top + (high - cell.height if low else 0.0)
            items.extend(cell.at(lefts[k] + (widths[k] if numeric else 0.0), y, colour, 1.0 if numeric else 0.0))
        return top + high

    y = MARGIN + (title.height + 16 if title.lines else 0.0)
    heads = [paragraph(head, measure, _HEAD, widths[k], 4, bold=True) for k, head in enumerate(block.header)]
    y = row(heads, y, colours.soft, True) + _PAD
    items.append(Polyline(((MARGIN, y), (right, y)), colours.ink, 1.0))
    for r in range(len(columns[0]) if columns else 0):
        cells = [paragraph(column[r], measure, _CELL, widths[k], 12) for k, column in enumerate(columns)]
        y = row(cells, y + _PAD, colours.ink, False) + _PAD
        items.append(Polyline(((MARGIN, y), (right, y)), colours.rule, 0.6))
    return Scene(width, y + MARGIN, colours.background, tuple(items))


def _wants(head: str, cells: Sequence[str], measure: Measure) -> float:
    """The width a column would take, if it could."""
    widths = [measure(cell[:200], _CELL, False)[0] for cell in cells]
    return max(24.0, min(460.0, max([measure(head[:200], _HEAD, True)[0], *widths]))) + 1


def _least(head: str, cells: Sequence[str], measure: Measure) -> float:
    """The width below which words would break."""
    widths = [longest_piece(cell, measure, _CELL) for cell in cells]
    return max(24.0, min(130.0, max([longest_piece(head, measure, _HEAD, True), *widths]))) + 1


def _shares(wants: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """The columns' widths: what they want where that fits, else the widest give way first."""
    if sum(wants) <= room:
        return list(wants)
    low, high = 0.0, max(wants)
    for _ in range(30):
        cap = (low + high) / 2
        widths = [min(want, max(cap, word)) for want, word in zip(wants, least, strict=True)]
        low, high = (cap, high) if sum(widths) <= room else (low, cap)
    widths = [min(want, max(low, word)) for want, word in zip(wants, least, strict=True)]
    over = sum(widths)
    return widths if over <= room else [width * room / over for width in widths]
