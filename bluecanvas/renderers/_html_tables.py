"""Tables, grids and prose as parts of a page: elements that say what they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from bluecanvas.blocks import Cell, Grid, Move, Prose, Table
from bluecanvas.renderers._html_text import element, escaped, number
from bluecanvas.words import show_gap, show_level

_LARGE = 2_000
"""Cells of a table that is laid out once it comes into sight."""


def table(block: Table, prefix: str) -> str:
    """Rows under a header row; the first column names each row. A narrow screen scrolls it by itself."""
    if not block.header:
        return ""
    rows = ([escaped(text) for text in row] for row in block.rows)
    inner = cells([escaped(text) for text in block.header], rows, block.numeric)
    size = " large" if len(block.rows) * len(block.header) > _LARGE else ""
    return f'<div class="scroll{size}" tabindex="0" role="group" aria-labelledby="{prefix}h"><table id="{prefix}t">{inner}</table></div>'


def cells(header: Sequence[str], rows: Iterable[Sequence[str]], numeric: Collection[int]) -> str:
    """The inside of a table whose cells are HTML."""
    head = "".join(f'<th scope="col"{_flush(at, numeric)}>{cell}</th>' for at, cell in enumerate(header))
    body = "".join(f"<tr>{_row(row, numeric)}</tr>" for row in rows)
    return f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"


def grid(block: Grid, level: int) -> str:
    """The four cells, each a heading of a level with its moves."""
    span = _span(block)
    return f'<div class="grid">{"".join(_cell(cell, block, span, level) for cell in block.cells)}</div>'


def prose(block: Prose) -> str:
    """The paragraphs."""
    return "".join(element("p", text) for text in block.paragraphs)


def _row(row: Sequence[str], numeric: Collection[int]) -> str:
    first, *others = row or ("",)
    following = (f"<td{_flush(at, numeric)}>{cell}</td>" for at, cell in enumerate(others, 1))
    return f'<th scope="row"{_flush(0, numeric)}>{first}</th>{"".join(following)}'


def _flush(at: int, numeric: Collection[int]) -> str:
    return ' class="n"' if at in numeric else ""


def _cell(cell: Cell, block: Grid, span: tuple[float, float], level: int) -> str:
    hue = "cut" if cell.action in ("eliminate", "reduce") else "lift"
    moves = "".join(f"<li>{_move(move, block, span)}</li>" for move in cell.moves)
    held = f"<ul>{moves}</ul>" if cell.moves else element("p", cell.empty or "–", "quiet")
    return f'<section class="{hue}">{element(f"h{level}", cell.heading)}{held}</section>'


def _move(move: Move, block: Grid, span: tuple[float, float]) -> str:
    ends = [show_level(level) for level in (move.start, move.target) if level is not None]
    levels = f"→ {ends[0]}" if move.start is None and ends else " → ".join(ends)
    held = f"{block.gap_word} {show_gap(move.target, move.baseline)} {block.versus(move)}".strip()
    known = move.target is not None and move.baseline is not None
    aside = " · ".join(part for part in (held if known else "", move.detail) if part)
    return "".join(
        (
            f"<b>{escaped(move.name)}</b>",
            _way(move, span) or "<span></span>",
            f'<span class="levels">{escaped(levels)}</span>',
            element("p", move.why, "why"),
            element("p", aside, "quiet"),
        )
    )


def _span(block: Grid) -> tuple[float, float]:
    """The least and the greatest level in the grid: the ends of every track."""
    moves = [move for cell in block.cells for move in cell.moves]
    levels = [level for move in moves for level in (move.start, move.target, move.baseline) if level is not None]
    return min([0.0, *levels]), max([0.0, *levels])


def _way(move: Move, span: tuple[float, float]) -> str:
    """The move on a small track: from the hollow point to the full one, past a tick at what it is held against."""
    if span[0] == span[1]:
        return ""

    def x(level: float) -> str:
        return number(5 + 90 * (level - span[0]) / (span[1] - span[0]), 1)

    start = move.baseline if move.start is None else move.start
    parts = ['<line class="rule" x1="5%" x2="95%" y1="8" y2="8"/>']
    if move.baseline is not None:
        parts.append(f'<line class="tick" x1="{x(move.baseline)}%" x2="{x(move.baseline)}%" y1="3" y2="13"/>')
    if start is not None and move.target is not None:
        parts.append(f'<line class="way" x1="{x(start)}%" x2="{x(move.target)}%" y1="8" y2="8"/>')
    if move.start is not None:
        parts.append(f'<circle class="from" cx="{x(move.start)}%" cy="8" r="3.5"/>')
    if move.target is not None:
        parts.append(f'<circle class="to" cx="{x(move.target)}%" cy="8" r="4"/>')
    return f'<svg class="way" aria-hidden="true">{"".join(parts)}</svg>'
