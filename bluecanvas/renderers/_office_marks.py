"""What a chart shows beside its curves: the parts of the axis as zones behind them, and moves as arrows.

Each is a series of its own without a line, with columns of its own in the workbook, so that it follows what is edited:
an arrow begins at a level of the as-is curve and reaches as far as that of the to-be curve lies from it.
"""

from __future__ import annotations

from bluecanvas.blocks import Curves, Line, Shift
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_cells import Cells, Value, Worked, column
from bluecanvas.renderers._parts import stretches
from bluecanvas.words import label


class Zone(NamedTuple):
    """A part of the axis: its word stands over its first factor."""

    word: str
    first: int
    end: int
    filled: bool
    """Whether no rival offers any of its factors."""


class Arrows(NamedTuple):
    """The moves in one direction: where each begins and how far it goes, by factor; None where there is none."""

    word: str
    up: bool
    starts: tuple[float | None, ...]
    ways: tuple[float | None, ...]


class Marks(NamedTuple):
    """All of them, in the order of their columns."""

    zones: tuple[Zone, ...]
    arrows: tuple[Arrows, ...]

    def columns(self, high: float, count: int, language: str) -> tuple[tuple[str, tuple[Value, ...]], ...]:
        """Their headings and values: a zone reaches the top of the scale at its factors."""
        begin = label("from", language).lower()
        zones = (
            (zone.word, tuple(high if zone.first <= j < zone.end else None for j in range(count)))
            for zone in self.zones
        )
        arrows = (
            column
            for each in self.arrows
            for column in ((f"{each.word} ({begin})", each.starts), (each.word, each.ways))
        )
        return (*zones, *arrows)


def marks(block: Curves) -> Marks:
    """The parts and the moves of value curves."""
    whole = len(block.axes)
    zones = tuple(
        Zone(word, first, end, all(axis.created for axis in block.axes[first:end]))
        for first, end, word in stretches(block)
        if word.strip() and (first, end) != (0, whole)
    )
    arrows = (_arrows(block, up) for up in (True, False))
    return Marks(zones, tuple(each for each in arrows if any(way is not None for way in each.ways)))


def marked(block: Curves, bare: Cells) -> Cells:
    """The cells of value curves, and behind them what their chart shows beside the curves."""
    more = marks(block).columns(block.high, len(block.axes), block.language)
    rows = tuple((*row, *(values[j] for _, values in more)) for j, row in enumerate(bare.rows))
    first = len(bare.header)
    return Cells((*bare.header, *(name for name, _ in more)), rows, bare.numeric | set(range(first, first + len(more))))


def _arrows(block: Curves, up: bool) -> Arrows:
    """The moves that go up, or those that go down."""
    starts: list[float | None] = [None] * len(block.axes)
    ways: list[float | None] = [None] * len(block.axes)
    begin, end = _curve(block, "start"), _curve(block, "target")
    at = {axis.id: j for j, axis in enumerate(block.axes)}
    for shift in block.shifts:
        j = at.get(shift.axis)
        if j is None or shift.start is None or shift.target is None or shift.start == shift.target:
            continue
        if (shift.target > shift.start) == up:
            starts[j], ways[j] = shift.start, abs(shift.target - shift.start)
            if begin is not None:
                starts[j] = Worked(shift.start, _cell(begin, j))
            if begin is not None and end is not None:
                low, high = (begin, end) if up else (end, begin)
                ways[j] = Worked(abs(shift.target - shift.start), f"{_cell(high, j)}-{_cell(low, j)}")
    return Arrows(f"{block.move_word} {'↑' if up else '↓'}", up, tuple(starts), tuple(ways))


def _curve(block: Curves, end: str) -> int | None:
    """The curve whose levels the moves begin or end at, by its position; None where they are no curve's."""
    at = {axis.id: j for j, axis in enumerate(block.axes)}

    def fits(line: Line, shift: Shift) -> bool:
        return getattr(shift, end) is None or line.points[at[shift.axis]].value == getattr(shift, end)

    moves = [shift for shift in block.shifts if shift.axis in at]
    return next((k for k, line in enumerate(block.lines) if all(fits(line, shift) for shift in moves)), None)


def _cell(line: int, factor: int) -> str:
    return f"{column(line + 1)}{factor + 2}"
