"""Where the points of value curves are drawn: at their levels, and side by side where curves meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from bluecanvas.blocks import Curves
from bluecanvas.renderers._palette import Pen
from bluecanvas.renderers._scene import SHAPES, XY, Box

_PAD = 10.0
"""Between the ends of the scale and the edge of the plot."""
_AIR = 0.8
"""Between what stands side by side."""
_SAME = 4.0
"""Levels nearer than this meet: one marker would hide the other."""
_REACH, _BESIDE_ARROWS = 12.0, 2.0
"""How far markers may stand beyond the outer factors, where words and names begin, and towards an arrow."""
_ROOM = 0.44
"""How much of a step they may take on each side of their factor."""
_OFF, _RAIL, _FLAT = 7.0, 2.6, 0.3
"""How far off its level a line is drawn at most, between such lines, and up to which slope they run flat."""
_ASTRAY = 6.0
"""What the other side weighs, in points of distance."""
_STRUCK = 6.0
"""What our line behind a marker weighs, in points of distance; a square point that is covered weighs one."""
CAP = 2.4
"""Half of an interval's end."""


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

    The strongest of several curves at one level, or with intervals over each other, stays where it is. The others stand
    on both sides of it and on their level, each always on its own side, clear of each other's markers and intervals.
    Only lines that run together over a flat stretch leave their level, by less than the width of a marker.
    """
    found: list[list[XY | None]] = [
        [None if point.value is None else (frame.x(k), frame.y(point.value)) for k, point in enumerate(line.points)]
        for line in block.lines
    ]
    told = [row if not (pen.ribbon or pen.quiet) else [None] * len(row) for row, pen in zip(found, pens, strict=True)]
    barred = [[bar(block, pens, c, k) for k in range(len(block.axes))] for c in range(len(pens))]
    meetings = [_meetings(block, k, told, barred, pens, frame) for k in range(len(block.axes))]
    side = _sides(meetings, pens)
    arrows = {shift.axis for shift in block.shifts}
    moved: list[tuple[int, int, XY]] = []
    for k, groups in enumerate(meetings):
        room = min(_ROOM * frame.step, _REACH) if k == 0 else _ROOM * frame.step
        rooms = {-1: room, 1: _ROOM * frame.step if k + 1 < len(block.axes) else _REACH}
        if block.axes[k].id in arrows:
            rooms[1] = _BESIDE_ARROWS
        for group in groups:
            for sign, place in _side_by_side(group, told, k, side, rooms, (frame.top + 1, frame.bottom + 2)):
                moved.append((sign.curve, k, place))
    for c, k, place in moved:
        found[c][k] = place
    return found


def bar(block: Curves, pens: Sequence[Pen], c: int, k: int) -> bool:
    """Whether a curve's interval at a factor is a bar: not part of a range over neighbouring factors."""
    return (
        not pens[c].quiet
        and _interval(block, c, k)
        and not (wide(pens[c]) and any(_interval(block, c, other) for other in (k - 1, k + 1)))
    )


def wide(pen: Pen) -> bool:
    """Whether a curve's intervals at neighbouring factors are one area."""
    return pen.ribbon or pen.depth >= 2


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


def extent(pen: Pen) -> Box:
    """What a marker covers around its middle, its edge included."""
    half, edge = pen.size / 2, (1.7 if pen.hollow else 1.1) / 2
    xs, ys = zip(*(SHAPES[pen.marker] or ((-1, -1), (1, 1))), strict=True)
    return half * min(xs) - edge, half * min(ys) - edge, half * max(xs) + edge, half * max(ys) + edge


def _interval(block: Curves, c: int, k: int) -> bool:
    points = block.lines[c].points
    return 0 <= k < len(points) and None not in (points[k].value, points[k].low, points[k].high)


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a curve draws at a factor."""

    curve: int
    pen: Pen
    reach: Box
    """What its marker covers around its place."""
    at: XY
    ends: XY | None
    """Where its interval ends, above and below."""

    @property
    def span(self) -> XY:
        """From where to where it is in the way of others."""
        y = self.at[1]
        return self.ends or (y - _SAME / 2, y + _SAME / 2)

    def boxes(self, place: XY) -> list[Box]:
        """What it covers at a place: its marker and its interval."""
        x, y = place
        left, top, right, bottom = self.reach
        marker = (x + left, y + top, x + right, y + bottom)
        return [marker, (x - CAP - _AIR, self.ends[0], x + CAP + _AIR, self.ends[1])] if self.ends else [marker]


def _meetings(
    block: Curves,
    k: int,
    told: Sequence[Sequence[XY | None]],
    barred: Sequence[Sequence[bool]],
    pens: Sequence[Pen],
    frame: Frame,
) -> list[list[_Sign]]:
    """The curves that meet on a factor, the strongest first."""
    signs: list[_Sign] = []
    reach = [extent(pen) for pen in pens]
    for c, row in enumerate(told):
        at, point = row[k], block.lines[c].points[k]
        if at is not None:
            ends = None
            if barred[c][k] and point.low is not None and point.high is not None:
                ends = (frame.y(point.high), frame.y(point.low))
            signs.append(_Sign(c, pens[c], reach[c], at, ends))
    groups: list[list[_Sign]] = []
    end = 0.0
    for sign in sorted(signs, key=lambda sign: sign.span):
        if groups and sign.span[0] < end:
            groups[-1].append(sign)
        else:
            groups.append([sign])
            end = sign.span[1]
        end = max(end, sign.span[1])
    return [sorted(group, key=lambda sign: (-sign.pen.depth, sign.curve)) for group in groups if len(group) > 1]


def _sides(meetings: Sequence[Sequence[Sequence[_Sign]]], pens: Sequence[Pen]) -> list[int]:
    """Every curve's side of those it meets: right (1) or left (-1), as many on the one as on the other."""
    met: list[list[int]] = [[] for _ in pens]
    for groups in meetings:
        for group in groups:
            for sign in group[1:]:
                met[sign.curve] += (other.curve for other in group[1:] if other is not sign)
    sides = [0] * len(pens)
    for c in sorted(range(len(pens)), key=lambda c: -pens[c].depth):
        load = sum(sides[other] for other in met[c])
        sides[c] = -1 if load > 0 else 1
    return sides


def _side_by_side(
    group: Sequence[_Sign],
    told: Sequence[Sequence[XY | None]],
    k: int,
    side: Sequence[int],
    rooms: dict[int, float],
    within: XY,
) -> Iterator[tuple[_Sign, XY]]:
    """The places of all but the strongest of a group: of those tried, the nearest where nothing is covered."""
    first = group[0]
    taken = first.boxes(first.at)
    row = told[first.curve]
    around = [row[other] for other in (k - 1, k + 1) if 0 <= other < len(row)]
    strokes = [(first.at, end) for end in around if end is not None] if first.pen.depth >= 2 else []
    ranks = {-1: 0, 1: 0}
    counts = Counter(side[sign.curve] for sign in group[1:])
    for sign in group[1:]:
        towards = side[sign.curve]
        left, _, right, _ = sign.reach
        off = 0.0
        if _runs_flat(k, sign.curve, [other.curve for other in group], told):
            off = (first.pen.width + sign.pen.width + _AIR) / 2
            off = towards * (off + min(_RAIL, max(0.0, _OFF - off) / max(1, counts[towards] - 1)) * ranks[towards])
        ranks[towards] += 1
        y = min(within[1], max(within[0], sign.at[1] + off))
        best: tuple[float, XY] | None = None
        for way in (towards, -towards):
            near = first.reach[2] + _AIR + (-left if way > 0 else right)
            for dx in (0.0, *(near + n * (right - left + _AIR) / 3 for n in range(18))):
                cost = dx + _ASTRAY * (way != towards)
                if dx > rooms[way] or (best and cost >= best[0]):
                    continue
                place = (sign.at[0] + way * dx, y)
                boxes = sign.boxes(place)
                cost += sum(_STRUCK for stroke in strokes if _crosses(*stroke, boxes[0], first.pen.width / 2))
                cost += _shared(boxes, taken, best[0] - cost if best else inf)
                if best is None or cost < best[0]:
                    best = (cost, place)
        if best is not None:
            taken += sign.boxes(best[1])
            yield sign, best[1]


def _shared(boxes: Sequence[Box], taken: Sequence[Box], most: float) -> float:
    """How much boxes cover of those that stand: all of one weighs more than half of two. Counted to what is too much."""
    found = 0.0
    for left, top, right, bottom in boxes:
        size = (right - left) * (bottom - top)
        for other in taken:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                area = (min(right, other[2]) - max(left, other[0])) * (min(bottom, other[3]) - max(top, other[1]))
                found += 3 * area * (1 + 2 * area / size)
                if found > most:
                    return found
    return found


def _crosses(start: XY, end: XY, box: Box, clear: float) -> bool:
    """Whether a stroke so wide to each side runs over a box."""
    begin, stop = 0.0, 1.0
    for axis in (0, 1):
        low, high = box[axis] - clear, box[axis + 2] + clear
        way = end[axis] - start[axis]
        if way == 0:
            if not low < start[axis] < high:
                return False
            continue
        one, other = sorted(((low - start[axis]) / way, (high - start[axis]) / way))
        begin, stop = max(begin, one), min(stop, other)
    return begin < stop


def _runs_flat(k: int, c: int, tied: Sequence[int], told: Sequence[Sequence[XY | None]]) -> bool:
    """Whether a curve runs along one it meets, and so flat that standing beside it would not part their lines."""
    for other in (k + 1, k - 1):
        if not 0 <= other < len(told[c]):
            continue
        here, there = told[c][k], told[c][other]
        if here is None or there is None or abs(there[1] - here[1]) > _FLAT * abs(there[0] - here[0]):
            continue
        ends = (told[d][other] for d in tied if d != c)
        if any(end is not None and abs(end[1] - there[1]) < _SAME for end in ends):
            return True
    return False
