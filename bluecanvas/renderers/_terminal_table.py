"""Tables and prose in a terminal: aligned columns with wrapped cells, or one line a cell where columns do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.blocks import Prose, Table
from bluecanvas.renderers._terminal_pen import Pen, Span
from bluecanvas.words import cells, pad

_LONGEST_WORDS = (24, 12, 9, 6)  # words so long are kept whole, if there is room; narrower columns cannot be read
_GAP = 2
_CELL = 4_000  # characters of a cell that are looked at
_LINES = 500  # a paragraph goes on no longer
_SIGNS = str.maketrans("–−", "--")


def draw_table(block: Table, pen: Pen) -> Iterator[str]:
    """The lines of a table: title, headings, a rule, rows."""
    yield from pen.paragraph(block.title, "title")
    if block.title.strip():
        yield ""
    count = max([len(block.header), *(len(row) for row in block.rows)])
    if not count:
        return
    head = _full(block, block.header, count, pen)
    rows = [_full(block, row, count, pen) for row in block.rows]
    widths = _widths(block, head, rows, pen.columns - _GAP * (count - 1))
    yield from _records(head, rows, pen) if widths is None else _columns(block, head, rows, widths, pen)


def draw_prose(block: Prose, pen: Pen) -> Iterator[str]:
    """The lines of a text: title and paragraphs."""
    yield from pen.paragraph(block.title, "title")
    for text in block.paragraphs:
        yield ""
        yield from pen.paragraph(text, most=_LINES)


def _full(block: Table, row: Sequence[str], count: int, pen: Pen) -> list[str]:
    """A row's texts as they may be shown, as many as there are columns; the signs in figures drawn like the rest."""
    cut = (text if len(text) <= _CELL else text[:_CELL] + pen.glyphs.ellipsis for text in row)
    texts = [*(pen.said(text, _CELL + 3) for text in cut), *[""] * (count - len(row))]
    if pen.ascii:
        texts = [text.translate(_SIGNS) if i in block.numeric or text == "–" else text for i, text in enumerate(texts)]
    return texts


def _widths(block: Table, head: list[str], rows: list[list[str]], room: int) -> list[int] | None:
    """The columns' widths within the room, the widest giving way first; None where they cannot fit."""
    wanted = [max(1, cells(head[i]), *(cells(row[i]) for row in rows)) for i in range(len(head))]
    for longest in _LONGEST_WORDS:
        widths = []
        for i, width in enumerate(wanted):
            column = [head[i], *(row[i] for row in rows)]
            word = max(_longest_word(text) for text in column)
            figure = max((cells(text) for text in column[1:]), default=0) if i in block.numeric else 0
            widths.append(max(min(width, longest, word), figure, 1))  # a figure is never broken
        if sum(widths) <= room:
            break
    else:
        return None
    spare = room - sum(widths)
    while spare > 0 and widths != wanted:
        narrowest = min(width for width, most in zip(widths, wanted, strict=True) if width < most)
        for i, most in enumerate(wanted):
            if widths[i] == narrowest < most and spare > 0:
                widths[i] += 1
                spare -= 1
    return widths


def _longest_word(text: str) -> int:
    """The cells of the longest stretch a line should not break in; ideographs break anywhere."""
    return max((cells(word) if cells(word) == len(word) else 6 for word in text.split()), default=0)


def _columns(block: Table, head: list[str], rows: list[list[str]], widths: list[int], pen: Pen) -> Iterator[str]:
    yield from _row(block, head, widths, pen, "strong")
    yield pen.line([(pen.glyphs.rule * (sum(widths) + _GAP * (len(widths) - 1)), "faint")])
    tall = False
    for at, row in enumerate(rows):
        lines = list(_row(block, row, widths, pen, ""))
        if at and (tall or len(lines) > 1):
            yield ""
        tall = len(lines) > 1
        yield from lines


def _row(block: Table, row: list[str], widths: list[int], pen: Pen, style: str) -> Iterator[str]:
    wrapped = [pen.lines(text, width, _LINES) for text, width in zip(row, widths, strict=True)]
    for line in range(max(len(lines) for lines in wrapped)):
        spans: list[Span] = []
        for i, (lines, width) in enumerate(zip(wrapped, widths, strict=True)):
            text = lines[line] if line < len(lines) else ""
            spans += [(" " * _GAP if i else "", ""), (pad(text, width, i in block.numeric), style)]
        yield pen.line(spans)


def _records(head: list[str], rows: list[list[str]], pen: Pen) -> Iterator[str]:
    """Each row as its first cell with the others, headed, indented below it."""
    for at, (first, *rest) in enumerate(rows):
        if at:
            yield ""
        yield from pen.paragraph(first or pen.glyphs.dash, "strong")
        for name, text in zip(head[1:], rest, strict=True):
            said = f"{name}: {text}" if name else text
            for line in pen.lines(said, pen.columns - 2, _LINES) if text else ():
                yield pen.line([("  ", ""), (line, "")])
