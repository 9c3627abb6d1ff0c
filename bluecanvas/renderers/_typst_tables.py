"""Tables for a page: how large their letters are, how wide their columns, and which columns no page holds beside others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._fitting import longest_piece
from bluecanvas.renderers._office_fitting import measure
from bluecanvas.renderers._office_fitting import widths as column_widths

_SIZES = ((5, 9.0), (8, 8.0), (1_000_000, 7.0))
"""How large tables are set by their columns; smaller where words would be torn, never smaller than the last."""
_PAD = 4.5
_WIDER, _BROADEST = 1.12, 1.16
"""How much wider our letters are than those that are measured: on the average, and at most."""
_SPARE = 1.1
"""Room for a table whose lines need not be broken, in what its texts take."""
_MEASURED = 300
"""Characters of a cell that count for the width of its column."""
_MOST_WORDS = 6.0
"""Where there is no room for all words, the part of it that one asks for at most is one of so many, or more of few columns."""
_NARROWEST = (4.0, 7.0)
"""The least width of a column, in sizes, unless its texts are shorter: of texts without spaces, as East Asian ones are,
and of those that have some, as an interval in brackets."""

_EMPTY, _BY_HAND = 1.5, 8.0
"""The least width of any column, in sizes, and that of one in which nothing stands: room for what is written in by hand."""


class Part(NamedTuple):
    """Columns of a table that stand beside each other: which, the size of their letters, the room beside them, widths."""

    columns: tuple[int, ...]
    size: float
    pad: float
    widths: tuple[float, ...]
    """With what is left free on either side."""


class _Column(NamedTuple):
    """A column's texts, its heading first, and what it asks for in sizes: for its longest word, for its longest line."""

    texts: Sequence[str]
    least: float
    most: float


def parts(texts: Sequence[Sequence[str]], room: float) -> Iterator[Part]:
    """A table as columns of texts, each with its heading first, in as few parts as can be read below each other.

    One part where there is room for all words. In others the first column stands again.
    """
    columns = [_column(column) for column in texts]
    others = len(columns) - 1
    for number in range(1, others + 1):
        ends = [round(others * k / number) for k in range(number + 1)]
        groups = [(0, *range(1 + start, 1 + end)) for start, end in pairwise(ends)]
        held = [[columns[at] for at in group] for group in groups]
        sizes = _sizes(max(map(len, groups)))
        size = next((size for size in sizes if all(_fits(group, size, room) for group in held)), None)
        if size is not None or number == others:
            for group, shown in zip(groups, held, strict=True):
                yield _part(shown, group, size or sizes[-1], room)
            return
    yield _part(columns, (0,), _SIZES[0][1], room)


def fits(word: str, size: float, bold: bool, room: float) -> bool:
    """Whether a word surely has room in one line."""
    return _BROADEST * measure(word, size, bold)[0] <= room


def _sizes(count: int) -> list[float]:
    """The sizes of letters in a table of so many columns, the largest first."""
    largest = next(size for most, size in _SIZES if count <= most)
    return [size for _, size in _SIZES if size <= largest]


def _column(texts: Sequence[str]) -> _Column:
    least = most = _EMPTY if any(texts[1:]) else _BY_HAND
    for k, text in enumerate(texts):
        line = _BROADEST * measure(text[:_MEASURED], 1.0, k == 0)[0]
        word = _BROADEST * longest_piece(text, measure, 1.0, k == 0)
        least, most = max(least, word, min(line, _NARROWEST[" " in text])), max(most, line)
    return _Column(texts, least, most)


def _least(columns: Sequence[_Column], size: float, room: float) -> list[float]:
    """How wide columns are at least in so much room for letters; where there is too little, long words are torn."""
    asked = [column.least * size for column in columns]
    if sum(asked) <= room:
        return asked
    most = room / min(_MOST_WORDS, 1.25 * len(columns))
    return [min(width, most) for width in asked]


def _fits(columns: Sequence[_Column], size: float, room: float) -> bool:
    """Whether every column can be as wide as its longest word wants it."""
    inner = room - _pads(len(columns), room)
    return sum(_least(columns, size, inner)) <= inner


def _part(columns: Sequence[_Column], places: Sequence[int], size: float, room: float) -> Part:
    """Those columns as wide as they need, filling at least the greater part of the room."""
    count, pads = len(columns), _pads(len(columns), room)
    most = [column.most * size for column in columns]
    inner = max(min(room, max(_SPARE * sum(most) + pads, 0.6 * room)) - pads, 3.0 * count)
    widths = column_widths([column.texts for column in columns], size * _WIDER, inner)
    least = _least(columns, size, inner)
    if sum(least) <= inner:
        widths = _between(least, widths, most, inner)
    return Part(tuple(places), size, pads / count / 2, tuple(width + pads / count for width in widths))


def _between(least: Sequence[float], wanted: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room, none below its least, and above its most only where all are."""
    found = [max(low, min(want, high)) for low, want, high in zip(least, wanted, most, strict=True)]
    free = room - sum(found)
    ends = [max(ends) for ends in zip(least, most, strict=True)] if free > 0 else least
    ways = [end - width for end, width in zip(ends, found, strict=True)]
    part = min(1.0, free / sum(ways)) if sum(ways) else 0.0
    found = [width + part * way for width, way in zip(found, ways, strict=True)]
    return [width * room / sum(found) for width in found]


def _pads(count: int, room: float) -> float:
    """What stays free beside the letters of all columns."""
    return 2 * count * min(_PAD, room / count / 12)
