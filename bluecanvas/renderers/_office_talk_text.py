"""What a slide says, in lines: paragraphs, items, quotes and code of a document, with the room that each takes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from bluecanvas.documents import (
    Code,
    Heading,
    Listing,
    Notes,
    Paragraph,
    Piece,
    Quote,
    Rows,
    Rule,
    Run,
    Runs,
    Shown,
    plain,
)
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers import _office_slides as slides
from bluecanvas.renderers._office_fitting import height, leading, measure
from bluecanvas.renderers._office_slides import Brush, Indent
from bluecanvas.renderers._office_stage import Level
from bluecanvas.renderers._office_talk_rows import inked, parted
from bluecanvas.words import cells

LEAST = 16.0
"""The smallest letters of a text that is still read from the last row."""
_CODE, _LEAST_CODE, _MONO_WIDTH = 0.8, 12.0, 0.57
_STEP = 18.0
"""What a level goes in where the layout says nothing."""
_MOST_NUMBER = 32_767
_TAB, _HARD_SPACE = 4, "\u00a0"
_SPACES = re.compile("^ +| {2,}")
"""Of code, which office programs would close up."""


class Role(StrEnum):
    """What a line is."""

    PLAIN = "plain"
    HEAD = "head"
    ITEM = "item"
    CODE = "code"
    CAPTION = "caption"
    """What stands over a figure: its title."""
    TAGLINE = "tagline"


_HEADS = (Role.HEAD, Role.CAPTION)
OVER = (Role.CAPTION, Role.TAGLINE)
"""Lines that stand over a figure, whatever else there is."""


class Line(NamedTuple):
    """A paragraph of a slide."""

    runs: Runs
    role: Role = Role.PLAIN
    depth: int = 0
    """How many lists it lies in."""
    number: int | None = None
    """Of an ordered list's item."""
    widest: int = 0
    """The last number of its list."""
    quoted: bool = False
    first: bool = True
    """Whether there is room above it; not above the later lines of some code."""


def lines(pieces: Iterable[Piece], depth: int = 0, quoted: bool = False) -> Iterator[Line | Rows | Shown]:
    """Pieces as lines of text and what stands between them."""
    for piece in pieces:
        match piece:
            case Paragraph(runs):
                yield Line(runs, depth=depth, quoted=quoted)
            case Heading(_, runs):
                yield Line(tuple(run._replace(bold=True) for run in runs), Role.HEAD, depth, quoted=quoted)
            case Listing():
                yield from _items(piece, depth + 1, quoted)
            case Quote(within):
                yield from lines(within, depth, True)
            case Code(text):
                for at, line in enumerate(text.split("\n")):
                    said = _SPACES.sub(lambda found: _HARD_SPACE * len(found[0]), line.expandtabs(_TAB))
                    yield Line((Run(said, code=True),), Role.CODE, depth, quoted=quoted, first=at == 0)
            case Rows() | Shown():
                yield piece
            case Rule() | Notes():
                continue


def _items(listing: Listing, depth: int, quoted: bool) -> Iterator[Line | Rows | Shown]:
    last = listing.start + len(listing.items) - 1
    for number, item in enumerate(listing.items, listing.start):
        begun = False
        for line in lines(item, depth, quoted):
            if not begun and isinstance(line, Line) and line.depth == depth and line.role is not Role.CODE:
                yield line._replace(role=Role.ITEM, number=number if listing.ordered else None, widest=last)
            else:
                if not begun and isinstance(line, Line):  # an item that begins with a list or with code
                    yield Line((), Role.ITEM, depth, number if listing.ordered else None, last, quoted)
                yield line
            begun = True


def spoken(pieces: Iterable[Piece]) -> Iterator[str]:
    """Pieces in lines for a speaker."""
    for line in lines(pieces):
        if isinstance(line, Line):
            mark = "" if line.role is not Role.ITEM else "• " if line.number is None else f"{line.number}. "
            text = plain(line.runs)
            if text.strip():
                yield from (_HARD_SPACE * 4 * max(0, line.depth - 1) + mark + part for part in text.split("\n"))
        elif isinstance(line, Rows):
            yield from (" · ".join(filter(None, map(plain, row))) for row in (line.header, *line.rows))
        else:
            yield line.alt or line.block.alt()


class Setting(NamedTuple):
    """How text is set: the levels of its placeholder, whose letters may shrink to a size that is still read."""

    levels: tuple[Level, ...]
    scale: float = 1.0

    def scaled(self) -> Iterator[Setting]:
        """The same in ever smaller letters, down to the smallest."""
        whole = self.levels[0].size
        sizes = [whole, *(size for size in (48.0, 40.0, 32.0, 28.0, 24.0, 22.0, 20.0, 18.0, LEAST) if size < whole)]
        return (self._replace(scale=size / whole) for size in sizes)

    def size(self, line: Line) -> float:
        """The size of a line's letters."""
        base = self._level(line).size
        size = min(LEAST, base) if line.role is Role.TAGLINE else max(min(LEAST, base), base * self.scale)
        return max(min(size, _LEAST_CODE), size * _CODE) if line.role is Role.CODE else size

    def before(self, line: Line) -> float:
        """What stands free above a line."""
        if not line.first:
            return 0.0
        own = self._level(line).before
        return own if line.role is Role.ITEM else max(own, self.size(line) * (0.6 if line.role in _HEADS else 0.35))

    def height(self, line: Line, width: float) -> float:
        """What a line takes in a column, with what stands free above it."""
        size, room = self.size(line), max(self.size(line) * 2, width - self._indent(line).left)
        bold = any(run.bold for run in line.runs)
        high = 0.0
        for part in plain(line.runs).split("\n"):
            shown = readable(part)
            high += max(height(shown, size, room, bold), _mono(line, part, size, room))
        return high * max(1.0, self._level(line).spacing) + self.before(line)

    def total(self, text: Sequence[Line], width: float) -> float:
        """What lines take together."""
        return sum(self.height(line, width) for line in text)

    def broken(self, line: Line, width: float, room: float) -> list[Line]:
        """A line as lines none of which is higher than the room."""
        if self.height(line, width) <= room:
            return [line]
        wide = max(self.size(line) * 2, width - self._indent(line).left) * 0.94
        most = room / max(1.0, self._level(line).spacing) - 2 * self.size(line)
        parts = [part for runs in _lines_of(line.runs) for part in parted(runs, self.size(line), wide, most)]
        later = line._replace(role=Role.PLAIN if line.role is Role.ITEM else line.role, number=None, first=False)
        return [(later if at else line)._replace(runs=part) for at, part in enumerate(parts)]

    def paragraphs(self, text: Sequence[Line], brush: Brush, inherits: bool) -> list[slides.Paragraph]:
        """Lines as a slide has them; in a placeholder they inherit what they can of its levels."""
        begun: dict[int, tuple[int, int]] = {}
        found = []
        for line in text:
            start = None
            if line.role is Role.ITEM and line.number is not None:
                first, due = begun.get(line.depth, (line.number, line.number))
                start = first if due == line.number else line.number
                begun = {depth: run for depth, run in begun.items() if depth < line.depth}
                begun[line.depth] = (start, line.number + 1)
            else:
                begun = {depth: run for depth, run in begun.items() if depth < line.depth}
            found.append(self._paragraph(line, start, brush, inherits))
        return found

    def _paragraph(self, line: Line, start: int | None, brush: Brush, inherits: bool) -> slides.Paragraph:
        level, colours = self._level(line), brush.palette
        own = self.size(line)
        size = 0.0 if inherits and own == level.size else own
        quiet = line.quoted or line.role is Role.TAGLINE
        colour = colours.soft if quiet else "" if inherits else colours.ink
        runs = line.runs
        if start is not None and not 1 <= start <= _MOST_NUMBER:
            runs = (Run(f"{line.number}.{_HARD_SPACE}"), *runs)
        if line.quoted:
            runs = tuple(run._replace(italic=True) for run in runs)
        kept = inherits and line.role is Role.ITEM and not line.quoted
        indent = None if kept and start is None and level.bullet else self._indent(line, start)
        before = None if kept else self.before(line)
        return slides.Paragraph(
            tuple(inked(runs, size, colour)), before=before, indent=indent, level=max(0, self._at(line))
        )

    def _indent(self, line: Line, start: int | None = None) -> Indent:
        """Where a line begins; ordered items leave room for the last number of their list."""
        level = self._level(line)
        left = _STEP * line.quoted
        if line.depth:
            left += level.left if level.bullet and level.left else _STEP * (self._at(line) + 1)
        if line.role is not Role.ITEM:
            return Indent(left)
        hang = level.hang if level.bullet and level.hang > 0 else _STEP
        if line.number is None:
            return Indent(left, hang, '<a:buFont typeface="Arial"/><a:buChar char="•"/>')
        size = self.size(line)
        wide = max(hang, measure(f"{line.widest}.", size)[0] + size * 0.35)
        if start is None or not 1 <= start <= _MOST_NUMBER:
            return Indent(left + wide - hang, wide)
        mark = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{start}"/>'
        return Indent(left + wide - hang, wide, mark)

    def _at(self, line: Line) -> int:
        return min(line.depth, len(self.levels)) - 1

    def _level(self, line: Line) -> Level:
        return self.levels[max(0, self._at(line))]


def _mono(line: Line, text: str, size: float, room: float) -> float:
    """What a line takes in letters all of one width."""
    if line.role is not Role.CODE:
        return 0.0
    return math.ceil(cells(text) * _MONO_WIDTH * size / room) * size * leading(text)


def _lines_of(runs: Runs) -> list[Runs]:
    """Runs apart where a line ends in them."""
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        found[-1].append(run._replace(text=first))
        found += [[run._replace(text=text)] for text in rest]
    return [tuple(part) for part in found]
