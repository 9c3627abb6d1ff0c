"""The eliminate–reduce–raise–create grid in a terminal: two by two where there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.blocks import Cell, Grid, Move
from bluecanvas.renderers._terminal_levels import figure
from bluecanvas.renderers._terminal_pen import Pen, Span
from bluecanvas.words import cells, clip, show_gap

_TWO_BY_TWO = 72  # columns from which on two cells stand side by side
_ACTIONS = ("eliminate", "reduce", "raise", "create")


def draw(block: Grid, pen: Pen) -> Iterator[str]:
    """The lines of the grid: title, subtitle, cells."""
    yield from pen.paragraph(block.title, "title")
    yield from pen.paragraph(block.subtitle)
    yield ""
    by_action = {cell.action: cell for cell in block.cells}
    if pen.columns >= _TWO_BY_TWO and len(block.cells) == 4 and set(by_action) == set(_ACTIONS):
        yield from _boxes(block, by_action, pen)
        return
    for at, cell in enumerate(block.cells):
        if at:
            yield ""
        heading = clip(pen.said(cell.heading), pen.columns - 4, pen.glyphs.ellipsis)
        rest = pen.glyphs.rule * (pen.columns - cells(heading) - 4)
        yield pen.line([(pen.glyphs.rule * 2 + " ", "faint"), (heading, cell.action), (" " + rest, "faint")])
        yield from (pen.line(line) for line in _moves(block, cell, pen.columns, pen))


def _boxes(block: Grid, by_action: dict[str, Cell], pen: Pen) -> Iterator[str]:
    """Left what cuts cost, right what lifts buyer value."""
    rule, box = pen.glyphs.rule, pen.glyphs.box
    left = (pen.columns - 7) // 2
    widths = (left, pen.columns - 7 - left)
    for at, pair in enumerate((("eliminate", "raise"), ("reduce", "create"))):
        start, joint, end = box[at * 3 : at * 3 + 3]
        edge: list[Span] = []
        for action, width, corner in zip(pair, widths, (start, joint), strict=True):
            heading = clip(pen.said(by_action[action].heading), width - 2, pen.glyphs.ellipsis)
            edge += [(f"{corner}{rule} ", "faint"), (heading, action)]
            edge += [(" " + rule * (width - cells(heading) - 1), "faint")]
        yield pen.line([*edge, (end, "faint")])
        sides = [_moves(block, by_action[action], width, pen) for action, width in zip(pair, widths, strict=True)]
        for line in range(max(len(side) for side in sides)):
            spans: list[Span] = []
            for side, width in zip(sides, widths, strict=True):
                found = side[line] if line < len(side) else []
                fill = width - sum(cells(text) for text, _ in found)
                spans += [(box[9] + " ", "faint"), *found, (" " * (fill + 1), "")]
            yield pen.line([*spans, (box[9], "faint")])
    yield pen.line([(box[6] + rule * (left + 2) + box[7] + rule * (widths[1] + 2) + box[8], "faint")])


def _moves(block: Grid, cell: Cell, width: int, pen: Pen) -> list[list[Span]]:
    """The lines of one cell, each at most `width` cells wide."""
    if not cell.moves:
        return [[(line, "dim")] for line in pen.lines(cell.empty or pen.glyphs.dash, width)]
    lines: list[list[Span]] = []
    for move in cell.moves:
        if lines:
            lines.append([])
        lines += _move(block, cell, move, width, pen)
    return lines


def _move(block: Grid, cell: Cell, move: Move, width: int, pen: Pen) -> list[list[Span]]:
    """The factor's name, its levels behind it where they fit, else below, then the gap, the reason and the details."""
    lines: list[list[Span]] = [[(line, "strong")] for line in pen.lines(move.name or pen.glyphs.dash, width)]
    levels = _levels(move, pen)
    if levels and sum(cells(text) for text, _ in lines[-1]) + 2 + cells(levels) <= width:
        lines[-1] += [("  ", ""), (levels, cell.action)]
    elif levels:
        lines += [[("  ", ""), (line, cell.action)] for line in pen.lines(levels, width - 2)]
    for text, style in ((_gap(block, move, pen), ""), (move.why, "dim"), (move.detail, "dim")):
        if text.strip():
            lines += [[("  ", ""), (line, style)] for line in pen.lines(text, width - 2, 12)]
    return lines


def _levels(move: Move, pen: Pen) -> str:
    if move.start is None and move.target is None:
        return ""
    before = "" if move.start is None else f"{figure(move.start, pen)} "
    return f"{before}{pen.glyphs.arrow} {figure(move.target, pen)}"


def _gap(block: Grid, move: Move, pen: Pen) -> str:
    if move.target is None or move.baseline is None:
        return ""
    gap = show_gap(move.target, move.baseline, pen.language)
    if len(gap) > 9:
        gap = f"{move.target - move.baseline:+.2e}"
    gap = gap.replace("−", pen.glyphs.minus)
    return f"{block.gap_word} {gap}" + (f" {block.versus(move)}" if move.versus.strip() else "")
