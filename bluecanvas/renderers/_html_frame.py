"""Where points stand on a page's plot, in per cent of it; `_html/plot.js` places what moves by the same rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bluecanvas.blocks import Curves, Line
from bluecanvas.renderers._html_text import number
from bluecanvas.renderers._palette import Pen

EDGE = 4.0
"""Between the ends of the scale and the edge of the plot, in per cent."""
BESIDE, ROOM = 0.16, 0.8
"""How far apart markers at one level stand, and all of them together at most, in steps from factor to factor."""
_SAME = 1.0
"""Levels nearer than this meet: one marker would hide the other; in per cent."""


class Frame(NamedTuple):
    """Where factors and levels lie, in per cent of the plot."""

    low: float
    high: float
    factors: int
    upright: bool
    """Factors from left to right and levels upwards; else factors downwards and levels to the right."""

    def factor(self, k: int, aside: float = 0.0) -> float:
        """The k-th factor's place along its axis, or so many steps beside it."""
        return (k + 0.5 + aside) / self.factors * 100

    def level(self, value: float) -> float:
        """A level's place along its axis."""
        share = share_of(value, self.low, self.high)
        return (1 - share if self.upright else share) * (100 - 2 * EDGE) + EDGE

    def at(self, factor: float, level: float) -> tuple[str, str]:
        """A place across and down."""
        pair = number(factor), number(level)
        return pair if self.upright else pair[::-1]


def share_of(value: float, low: float, high: float) -> float:
    """A level as a part of the scale; in its middle where that has no extent."""
    return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5


def asides(block: Curves, lines: Sequence[Line], pens: Sequence[Pen], arrows: Sequence[int]) -> list[list[float]]:
    """How many steps beside its factor each point stands, on its own level.

    Of those that meet, at one level or with intervals over each other, the strongest stays where it is and the others
    stand on both sides of it in turn; where an arrow stands on the right, on the left.
    """
    found = [[0.0] * len(block.axes) for _ in lines]
    for k in range(len(block.axes)):
        for meeting in _meetings(block, lines, pens, k):
            meeting.sort(key=lambda c: (-pens[c].depth, c))
            gap = min(BESIDE, ROOM / 2 ** (k in arrows) / max(1, len(meeting) - 1))
            for rank, c in enumerate(meeting):
                found[c][k] = -rank * gap if k in arrows else (rank + 1) // 2 * (gap if rank % 2 else -gap)
    return found


def interval(line: Line, k: int) -> tuple[float, float] | None:
    """The interval that is drawn around a level, where one is known."""
    value, low, high, *_ = line.points[k]
    return None if value is None or low is None or high is None else (low, high)


def _meetings(block: Curves, lines: Sequence[Line], pens: Sequence[Pen], k: int) -> Iterator[list[int]]:
    """The lines that meet on a factor; ranges and the quiet ones have no markers that could."""
    spans: list[tuple[float, float, int]] = []
    for c, line in enumerate(lines):
        value = line.points[k].value
        if value is None or pens[c].quiet or pens[c].ribbon:
            continue
        low, high = interval(line, k) or (value, value)
        ends = (share_of(end, block.low, block.high) * (100 - 2 * EDGE) for end in (low, high))
        around = 0.0 if interval(line, k) else _SAME / 2
        begin, end = ends
        spans.append((begin - around, end + around, c))
    meeting: list[int] = []
    reach = 0.0
    for begin, end, c in sorted(spans):
        if meeting and begin >= reach:
            yield meeting
            meeting = []
        reach = max(reach, end) if meeting else end
        meeting.append(c)
    if meeting:
        yield meeting
