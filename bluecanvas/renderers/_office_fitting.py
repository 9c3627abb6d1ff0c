"""How much room a text takes on a slide, by the widths of the commonest typeface; a little more rather than less.

What office programs set is measured only there, on machines with other typefaces than this one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._fitting import longest_piece, paragraph
from bluecanvas.words import cells

_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
"""Of the printable ASCII characters from the space on, in thousandths of the size."""
_BOLD = 1.08
_SPARE = 1.04
_LOOSE = 1.22
"""Room for words in wider typefaces than ours."""
_LEADING = 1.2
_WIDE_LEADING = 1.45
"""East Asian faces stand further apart."""
_ENDLESS = 100_000
_MEASURED = 600
"""Characters of a cell that count for the width of its column."""
_NARROWEST = 1.2
"""The least width of a line, in sizes: room for the widest letter."""


class Fit(NamedTuple):
    """A text at the size at which it fits, clipped where it fits at none."""

    text: str
    size: float
    height: float


def measure(text: str, size: float, bold: bool = False) -> tuple[float, float]:
    """The width and the height of a line of text, in points."""
    return sum(map(_width, text)) * size * _SPARE * (_BOLD if bold else 1.0), size * leading(text)


def leading(text: str) -> float:
    """The distance of two lines in sizes."""
    return _LEADING if text.isascii() or not any(char >= "\u2e80" for char in text) else _WIDE_LEADING


@lru_cache(maxsize=4096)
def _width(char: str) -> float:
    code = ord(char)
    if 32 <= code < 127:
        return _WIDTHS[code - 32] / 1000
    return (0.0, 0.64, 1.0)[min(2, cells(char))]


def fit(text: str, sizes: Sequence[float], width: float, lines: int, bold: bool = False) -> Fit:
    """The text at the first of the sizes at which it fits so many lines, else clipped at the last."""
    return next(_fits(text, [(size, lines) for size in sizes], width, bold))


def fit_in(text: str, sizes: Sequence[float], width: float, room: float, bold: bool = False) -> Fit:
    """The text at the first of the sizes at which it fits a height, else clipped at the last."""
    lines = [(size, max(1, int(room / (size * leading(text))))) for size in sizes]
    return next(_fits(text, lines, width, bold))


def _fits(text: str, choices: Sequence[tuple[float, int]], width: float, bold: bool) -> Iterator[Fit]:
    for size, lines in choices:
        found = paragraph(text, measure, size, width, lines, bold)
        clipped = found.lines != () and found.lines[-1].endswith("…") and not text.rstrip().endswith("…")
        high = len(found.lines) * size * leading(text)
        if not clipped:
            yield Fit(text, size, high)
    yield Fit(" ".join(found.lines), size, high)


def height(text: str, size: float, width: float, bold: bool = False) -> float:
    """What a text takes in height when it is set as wide as that."""
    return max(1, len(_lines(text, size, width, bold))) * size * leading(text)


def portions(text: str, size: float, width: float, room: float) -> Iterator[str]:
    """The text in portions of no more than that height, broken where its lines break."""
    lines = _lines(text, size, width)
    most = max(1, int(room / (size * leading(text))))
    begin = 0
    for first in range(most, len(lines), most):
        end = begin
        for line in lines[first - most : first]:
            end = max(end, text.find(line, end)) + len(line)
        yield text[begin:end].strip()
        begin = end
    yield text[begin:].strip()


def widths(columns: Sequence[Sequence[str]], size: float, room: float) -> list[float]:
    """A width for every column, its heading first: what its longest word takes, and the more the more text there is.

    Columns as wide as the root of their text are together the lowest; none is wider than its longest cell.
    """
    across = [[measure(cell[:_MEASURED], size, k == 0)[0] for k, cell in enumerate(column)] for column in columns]
    wants = [max(20.0, *(min(room, width) for width in column)) for column in across]
    least = [
        max(
            16.0, *(min(room / 6, _LOOSE * longest_piece(cell, measure, size, k == 0)) for k, cell in enumerate(column))
        )
        for column in columns
    ]
    wants = [max(want, word) for want, word in zip(wants, least, strict=True)]
    if sum(wants) <= room:
        return [want * room / sum(wants) for want in wants]
    texts = [math.sqrt(sum(column)) for column in across]

    def filled(part: float) -> list[float]:
        return [min(want, max(part * text, word)) for want, text, word in zip(wants, texts, least, strict=True)]

    low, high = 0.0, max(want / max(text, 1.0) for want, text in zip(wants, texts, strict=True))
    for _ in range(30):
        part = (low + high) / 2
        low, high = (part, high) if sum(filled(part)) <= room else (low, part)
    found = filled(low)
    return [width * room / sum(found) for width in found]


def pages(heights: Sequence[float], room: float, used: float = 0.0) -> Iterator[range]:
    """Things of those heights in their order, as many together as there is room for, one at least.

    Of the first page's room, some may be used already; where that leaves too little, its range is empty.
    """
    begin, fresh = 0, used == 0.0
    for at, high in enumerate(heights):
        if (at > begin or not fresh) and used + high > room:
            yield range(begin, at)
            begin, used, fresh = at, 0.0, True
        used += high
    yield range(begin, len(heights))


@lru_cache(maxsize=2048)
def _lines(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    return paragraph(text, measure, size, max(width, _NARROWEST * size), _ENDLESS, bold).lines
