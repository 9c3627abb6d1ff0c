"""Where the points of value curves are drawn: at their levels, and side by side where curves meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bluecanvas.blocks import Curves
from bluecanvas.renderers._palette import Pen
from bluecanvas.renderers._scene import XY

_PAD = 10.0
"""Between the ends of the scale and the edge of the plot."""
_BESIDE, _APART = 7.5, 2.6
"""How far markers of one level stand from each other, and lines that run together."""
_REACH = 12.0
"""How far they may reach beyond the outer factors: words and names begin there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where factors and levels lie."""

    left: float
    step: float
    top: float
    bottom: float
    low: float
    high: float

    def x(self, k: int) -> float:
        """The k-th factor's place."""
        return self.left + k * self.step

    def y(self, level: float) -> float:
        """A level's place."""
        span = self.high - self.low
        share = min(1.0, max(0.0, (level - self.low) / span)) if span > 0 else 0.5
        return self.bottom - _PAD - share * (self.bottom - self.top - 2 * _PAD)


def places(block: Curves, pens: Sequence[Pen], frame: Frame) -> list[list[XY | None]]:
    """Where every point is drawn.

    The strongest of several curves at one level stays where it is, the others stand beside it, each always on its
    own side; lines that run together over a stretch are drawn along each other.
    """
    levels = [
        [
            None if pen.ribbon or pen.quiet or point.value is None else round(frame.y(point.value), 1)
            for point in line.points
        ]
        for line, pen in zip(block.lines, pens, strict=True)
    ]
    side = _sides(pens)
    found: list[list[XY | None]] = [
        [None if point.value is None else (frame.x(k), frame.y(point.value)) for k, point in enumerate(line.points)]
        for line in block.lines
    ]
    for k in range(len(block.axes)):
        ties: dict[float, list[int]] = {}
        for c, row in enumerate(levels):
            level = row[k]
            if level is not None:
                ties.setdefault(level, []).append(c)
        for y, tied in ties.items():
            if len(tied) > 1:
                for c, place in _beside(k, y, sorted(tied, key=side.__getitem__), levels, pens, frame):
                    found[c][k] = place
    return found


def runs(spots: Sequence[XY | None]) -> list[tuple[XY, ...]]:
    """The stretches of a curve without a gap."""
    found: list[tuple[XY, ...]] = []
    run: list[XY] = []
    for spot in [*spots, None]:
        if spot is not None:
            run.append(spot)
        elif run:
            found.append(tuple(run))
            run = []
    return found


def _sides(pens: Sequence[Pen]) -> list[int]:
    """Every curve's place among those it may meet: 0 the strongest, then left and right of it in turn."""
    sides = [0] * len(pens)
    for rank, c in enumerate(sorted(range(len(pens)), key=lambda c: -pens[c].depth)):
        sides[c] = (rank + 1) // 2 * (1 if rank % 2 else -1)
    return sides


def _beside(
    k: int, y: float, tied: Sequence[int], levels: Sequence[Sequence[float | None]], pens: Sequence[Pen], frame: Frame
) -> list[tuple[int, XY]]:
    """The places of curves that meet on a factor, in the order they stand."""
    middle = max(range(len(tied)), key=lambda at: pens[tied[at]].depth)
    across = min(_BESIDE, 0.5 * frame.step / (len(tied) - 1))
    if k == 0 and middle:
        across = min(across, _REACH / middle)
    if k == len(levels[0]) - 1 and middle < len(tied) - 1:
        across = min(across, _REACH / (len(tied) - 1 - middle))
    down = min(_APART, 16.0 / (len(tied) - 1))
    spots = []
    for at, c in enumerate(tied):
        lean = _lean(k, c, tied, levels)
        rank = at - middle
        spots.append((c, (frame.x(k) + rank * across, y + (0.0 if lean is None else rank * down * lean))))
    return spots


def _lean(k: int, c: int, tied: Sequence[int], levels: Sequence[Sequence[float | None]]) -> int | None:
    """Which way a curve that runs along another is moved so that both show; None where it runs along none."""
    for other in (k + 1, k - 1):
        if not 0 <= other < len(levels[c]):
            continue
        here, there = levels[c][k], levels[c][other]
        if there is not None and here is not None and any(levels[d][other] == there for d in tied if d != c):
            falls = (there - here) * (other - k)
            return -1 if falls > 0 else 1
    return None
