"""What every medium does to a document before it is set: headings put in order, blocks said as tables, rows made whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bluecanvas.blocks import Block, Curves, Prose, Table
from bluecanvas.documents import (
    Code,
    Document,
    Heading,
    Listing,
    Notes,
    Paragraph,
    Piece,
    Quote,
    Rows,
    Run,
    Runs,
    Shown,
    plain,
)
from bluecanvas.renderers._key import key

_LOWEST = 6
_LEAD = 300
"""Characters of a paragraph that leads to a table, a picture, a list or a quotation."""
_COLONS = (":", "：", "︰", "﹕")
_NOTHING = frozenset({"", "–"})


def ordered(document: Document) -> tuple[Piece, ...]:
    """The pieces without notes, under one heading of the first level, the document's title, with no level left out.

    Where the document does not begin with a heading of the first level, its title becomes one; further ones go down a
    level, and what stands below them too.
    """
    first = next(iter(document.pieces), None)
    begins = isinstance(first, Heading) and first.level == 1 and bool(plain(first.runs).strip())
    pieces = document.pieces if begins else (Heading(1, (Run(document.title),)), *document.pieces)
    several = sum(isinstance(piece, Heading) and piece.level == 1 for piece in _flat(pieces)) > 1
    return tuple(_Levels(int(several)).pieces(pieces))


def headings(pieces: Iterable[Piece]) -> Iterator[Heading]:
    """The headings at any depth, in the order they are read."""
    return (piece for piece in _flat(pieces) if isinstance(piece, Heading))


def leads(piece: Piece | None, after: Piece | None) -> bool:
    """Whether a piece is a line or two before what it speaks of, and stays with it."""
    if not isinstance(piece, Paragraph) or len(said := plain(piece.runs)) >= _LEAD:
        return False
    if isinstance(after, Quote):  # other quotations stand by themselves
        return said.rstrip().endswith(_COLONS)
    return isinstance(after, Rows | Listing | Code) or (isinstance(after, Shown) and not isinstance(after.block, Prose))


def as_rows(block: Block) -> Rows:
    """A block's table, without the columns that know nothing."""
    table = block.as_table()
    kept = [
        at
        for at in range(len(table.header))
        if not at or not table.rows or any(at < len(row) and row[at] not in _NOTHING for row in table.rows)
    ]
    return rows(
        Table(
            table.title,
            tuple(table.header[at] for at in kept),
            tuple(tuple(row[at] if at < len(row) else "" for at in kept) for row in table.rows),
            frozenset(to for to, at in enumerate(kept) if at in table.numeric),
        )
    )


def rows(table: Table) -> Rows:
    """A table of text as one of runs; a canvas's line feed is a space there."""

    def cells(texts: Iterable[str]) -> tuple[Runs, ...]:
        return tuple((Run(text.replace("\n", " ")),) for text in texts)

    return Rows(cells(table.header), tuple(map(cells, table.rows)), table.numeric)


def whole(table: Rows) -> tuple[tuple[Runs, ...], ...]:
    """The rows, each with as many cells as the header has."""
    count = len(table.header)
    return tuple((*row[:count], *((),) * (count - len(row))) for row in table.rows)


def key_below(block: Block) -> str:
    """How a table of levels is to be read: the words of the scale, the price, which factors belong together."""
    if not isinstance(block, Curves):
        return ""
    return " · ".join(key(block._replace(date="", note="")))


class _Levels:
    """The levels of headings as they are met."""

    def __init__(self, down: int) -> None:
        self._down = down
        self._last = 0

    def pieces(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces in reading order, notes left out."""
        for piece in pieces:
            if isinstance(piece, Notes):
                continue
            if isinstance(piece, Heading):
                if not plain(piece.runs).strip():
                    continue
                wanted = min(_LOWEST, piece.level + self._down if self._last else 1)
                self._last = min(wanted, self._last + 1)
                yield piece._replace(level=self._last)
            elif isinstance(piece, Quote):
                yield Quote(tuple(self.pieces(piece.pieces)))
            elif isinstance(piece, Listing):
                yield piece._replace(items=tuple(tuple(self.pieces(item)) for item in piece.items))
            else:
                yield piece


def _flat(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces and what they hold."""
    for piece in pieces:
        yield piece
        if isinstance(piece, Quote):
            yield from _flat(piece.pieces)
        elif isinstance(piece, Listing):
            for item in piece.items:
                yield from _flat(item)
