"""Where points stand on a page's plot, in per cent of it; `_html/plot.js` places what moves by the same rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from math import floor

from bluecanvas.blocks import Curves, Line
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._html_text import number
from bluecanvas.renderers._palette import Pen

EDGE = 4.0
"""Between the ends of the scale and the edge of the plot, in per cent."""
BESIDE, ROOM = 0.16, 0.4
"""How far apart markers at one level stand, and all on one side together at most, in steps from factor to factor."""
FIRST, RAIL, OFF = 0.85, 0.42, 3.0
"""How far off the strongest the first line runs along it, every other off the one before, and the last at most.

In per cent of a plot as high as on wide screens; on a smaller one the script sets them as many pixels apart.
"""
SAME, FLAT = 1.0, 6.0
"""Levels nearer than the one meet: a marker would hide another. Lines that rise less than the other run flat: markers
beside each other would not part them. In per cent."""
_MANY = 100
"""More factors than these stand nearer to each other than ten tenths of a per cent."""
RULES = (EDGE, BESIDE, ROOM, FIRST, RAIL, OFF, SAME, FLAT)
"""What the script of a page places by."""


class Frame(NamedTuple):
    """Where factors and levels lie, in per cent of the plot."""

    low: float
    high: float
    factors: int

    def factor(self, k: int, aside: float = 0.0) -> float:
        """The k-th factor's place along its axis, or so many steps beside it."""
        return (k + 0.5 + aside) / self.factors * 100

    def level(self, value: float) -> float:
        """A level's place along its axis."""
        return (1 - share_of(value, self.low, self.high)) * (100 - 2 * EDGE) + EDGE

    @property
    def fine(self) -> int:
        """How many places across there are to a per cent: more than a screen shows."""
        return 10 if self.factors <= _MANY else 100

    def across(self, factor: float) -> str:
        """A place along the axis of factors, as it is written."""
        return number(floor(factor * self.fine + 0.5) / self.fine)

    def at(self, factor: float, level: float) -> tuple[str, str]:
        """A place across and down, as it is written: both rounded as JavaScript rounds."""
        return self.across(factor), number(floor(level * 10 + 0.5) / 10)


class Aside(NamedTuple):
    """How far beside its own place a point stands."""

    along: float = 0.0
    """In steps from factor to factor: its marker, which stays on its level, and its line."""
    off: float = 0.0
    """Its line alone, downwards in per cent."""


def share_of(value: float, low: float, high: float) -> float:
    """A level as a part of the scale; in its middle where that has no extent."""
    return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5


def asides(
    block: Curves, lines: Sequence[Line], pens: Sequence[Pen], arrows: Sequence[int], away: Set[int] = frozenset()
) -> list[list[Aside]]:
    """Where the points stand that meet others, at one level or with intervals over each other; some lines are away.

    The strongest stays where it is and the others stand beside it on their level, each curve always on its own side;
    where an arrow stands on the right, on the left. Lines that run flat along each other are drawn a rail apart.
    """
    found = [[Aside()] * len(block.axes) for _ in lines]
    order = sorted((c for c, pen in enumerate(pens) if not (pen.quiet or pen.ribbon)), key=lambda c: -pens[c].depth)
    side = {c: 1 if at % 2 else -1 for at, c in enumerate(order)}
    levels = [
        [None if point.value is None else share_of(point.value, block.low, block.high) * (100 - 2 * EDGE)
         for point in line.points]
        for line in lines
    ]  # fmt: skip
    for k in range(len(block.axes)):
        for meeting in _meetings(block, lines, levels, [c for c in order if c not in away], k):
            ranks = {1: 0, -1: 0}
            places = {meeting[0]: 0}
            for c in meeting[1:]:
                ranks[side[c]] += 1
                places[c] = side[c] * ranks[side[c]]
            most = max(1, *ranks.values())
            rail = min(RAIL, (OFF - FIRST) / most)
            for rank, (c, place) in enumerate(places.items()):
                along = place * min(BESIDE, ROOM / most)
                if rank and k in arrows:
                    along = -rank * min(BESIDE, ROOM / (len(meeting) - 1))
                others = [other for other in meeting if other == c or _run_flat(levels[c], levels[other], k)]
                apart = (levels[c][k] or 0.0) - (levels[others[0]][k] or 0.0)
                off = side[c] * FIRST + (place - side[c]) * rail + apart if place and others[1:] else 0.0
                found[c][k] = Aside(along, off)
    return found


def _run_flat(line: Sequence[float | None], other: Sequence[float | None], k: int) -> bool:
    """Whether two lines run flat along each other, from a factor to the one before or after it."""

    def near(one: float | None, two: float | None, most: float) -> bool:
        return one is not None and two is not None and abs(one - two) < most

    return near(line[k], other[k], SAME) and any(
        near(line[k], line[there], FLAT) and near(line[there], other[there], SAME)
        for there in (k - 1, k + 1)
        if 0 <= there < len(line)
    )


def interval(line: Line, k: int) -> tuple[float, float] | None:
    """The interval that is drawn around a level, where one is known."""
    value, low, high, *_ = line.points[k]
    return None if value is None or low is None or high is None else (low, high)


def _meetings(
    block: Curves, lines: Sequence[Line], levels: Sequence[Sequence[float | None]], order: Sequence[int], k: int
) -> Iterator[list[int]]:
    """The lines that meet on a factor, the strongest first; ranges and the quiet ones have no markers that could."""
    spans: list[tuple[float, float, int]] = []
    for c in order:
        level, ends = levels[c][k], interval(lines[c], k)
        if level is not None:
            around = 0.0 if ends else SAME / 2
            begin, end = (
                (share_of(one, block.low, block.high) * (100 - 2 * EDGE) for one in ends) if ends else (level, level)
            )
            spans.append((begin - around, end + around, c))
    meeting: list[int] = []
    reach = 0.0
    for begin, end, c in sorted(spans):
        if meeting and begin >= reach:
            yield sorted(meeting, key=order.index)
            meeting = []
        reach = max(reach, end) if meeting else end
        meeting.append(c)
    if meeting:
        yield sorted(meeting, key=order.index)
