"""Tables, grids and prose as parts of a page: elements that say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bluecanvas.blocks import Cell, Grid, Move, Prose, Table
from bluecanvas.renderers._html_text import element, escaped, number
from bluecanvas.words import show_gap, show_level

_MINUS = re.compile(r"(?<![^\s[])-(?=\d)")
_IN_ONE = re.compile(r"(?<=[,;]) (?!n)|(?<=n) (?==)|(?<==) ")
"""Spaces within an interval and within "n = 5"."""
_LARGE = 2_000
"""Cells of a table that is laid out once it comes into sight."""
_BROAD = ((26, "broadest"), (14, "broader"), (6, "broad"))
"""Tables of more columns than these."""


def table(block: Table, prefix: str) -> str:
    """Rows under a header row; the first column names each row. A narrow screen scrolls it by itself."""
    if not block.header:
        return ""
    rows = ([escaped(text) for text in row] for row in block.rows)
    count = len(block.header)
    others = {at for at in range(1, count) if at not in block.numeric}
    mostly = 2 * len(others) < count - 1  # what most cells are is said once
    header = [escaped(text) for text in block.header]
    inner = cells(header, rows, dict.fromkeys(others, "t") if mostly else dict.fromkeys(block.numeric, "n"))
    style = ' class="ns"' if mostly else ""
    size = " large" if len(block.rows) * count > _LARGE else ""
    return (
        f'<div class="scroll{size}{broad(count)}" tabindex="0" role="group" aria-labelledby="{prefix}h">'
        f'<table id="{prefix}t"{style}>{inner}</table></div>'
    )


def levels(block: Table, prefix: str) -> str:
    """The table of value curves: what stands beside a factor's name are levels."""
    rows = tuple((*row[:1], *map(level_text, row[1:])) for row in block.rows)
    return table(block._replace(rows=rows), prefix)


def level_text(text: str) -> str:
    """A level in words as a page sets it: with a minus sign, an interval and a number of answers each in one piece."""
    return _IN_ONE.sub("\u00a0", _MINUS.sub("−", text))


def broad(columns: int) -> str:
    """The class of a table that is printed small, or on a sheet laid across, so that none of its columns is cut."""
    return next((f" {name}" for most, name in _BROAD if columns > most), "")


def cells(header: Sequence[str], rows: Iterable[Sequence[str]], styles: Mapping[int, str]) -> str:
    """The inside of a table whose cells are HTML; those of some columns, the numeric ones, have a class.

    Cells and rows end where the next begins, and a heading before cells is its row's: HTML asks for no more, and tables
    are most of a page.
    """
    head = "".join(f"<th scope=col{_styled(at, styles)}>{cell}" for at, cell in enumerate(header))
    body = "".join(f"<tr>{_row(row, styles)}" for row in rows)
    return f"<thead><tr>{head}<tbody>{body}"


def grid(block: Grid, level: int) -> str:
    """The four cells, each a heading of a level with its moves."""
    span = _span(block)
    return f'<div class="grid">{"".join(_cell(cell, block, span, level) for cell in block.cells)}</div>'


def prose(block: Prose) -> str:
    """The paragraphs."""
    return "".join(element("p", text) for text in block.paragraphs)


def _row(row: Sequence[str], styles: Mapping[int, str]) -> str:
    first, *others = row or ("",)
    following = (f"<td{_styled(at, styles)}>{cell}" for at, cell in enumerate(others, 1))
    return f"<th{_styled(0, styles)}>{first}{''.join(following)}"


def _styled(at: int, styles: Mapping[int, str]) -> str:
    return f' class="{styles[at]}"' if at in styles else ""


def _cell(cell: Cell, block: Grid, span: tuple[float, float], level: int) -> str:
    hue = "cut" if cell.action in ("eliminate", "reduce") else "lift"
    moves = "".join(f"<li>{_move(move, block, span)}</li>" for move in cell.moves)
    held = f"<ul>{moves}</ul>" if cell.moves else element("p", cell.empty or "–", "quiet")
    return f'<section class="{hue}">{element(f"h{level}", cell.heading)}{held}</section>'


def _move(move: Move, block: Grid, span: tuple[float, float]) -> str:
    ends = [show_level(level, block.language) for level in (move.start, move.target) if level is not None]
    levels = f"→ {ends[0]}" if move.start is None and ends else " → ".join(ends)
    held = f"{block.gap_word} {show_gap(move.target, move.baseline, block.language)} {block.versus(move)}".strip()
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
