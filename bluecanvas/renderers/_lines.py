"""The curves of a strategy canvas: strokes, markers, intervals, and names that do not cover each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bluecanvas.blocks import Curves, Line, show_point
from bluecanvas.renderers._fitting import Paragraph, apart, paragraph
from bluecanvas.renderers._palette import Palette, Pen
from bluecanvas.renderers._scene import XY, Box, Item, Marker, Measure, Polyline, Rectangle, overlap

_NAME = 10.5
_PAD = 10.0
"""Between the ends of the scale and the edge of the plot."""


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


@dataclass(frozen=True, slots=True)
class Names:
    """The curves' names, wrapped."""

    fitted: tuple[Paragraph, ...]

    @property
    def width(self) -> float:
        """The widest name's."""
        return max((name.width for name in self.fitted), default=0.0)

    @property
    def height(self) -> float:
        """What all of them take, one under the other."""
        return sum(name.height + 3 for name in self.fitted)


def fit_names(block: Curves, pens: Sequence[Pen], measure: Measure, width: float) -> Names:
    """The curves' names in up to three lines; one whose levels are all unknown says so."""
    return Names(
        tuple(
            paragraph(_name(line, block.unknown_word), measure, _NAME, width, 3, bold=pen.strong, balanced=True)
            for line, pen in zip(block.lines, pens, strict=True)
        )
    )


def _name(line: Line, unknown: str) -> str:
    known = any(point.value is not None for point in line.points)
    return line.name if known else f"{line.name} ({unknown})"


def _places(block: Curves, pens: Sequence[Pen], frame: Frame) -> list[list[XY | None]]:
    """Where every point is drawn; curves at one level lie side by side instead of one over the other."""
    places: list[list[XY | None]] = [[None] * len(block.axes) for _ in block.lines]
    for k in range(len(block.axes)):
        levels: dict[float, list[int]] = {}
        for c, line in enumerate(block.lines):
            value = line.points[k].value
            if value is not None:
                levels.setdefault(round(frame.y(value), 1), []).append(c)
        for y, curves in levels.items():
            gap = min(4.2, 16.0 / max(1, len(curves) - 1))
            # The strongest stays at its true level, the others go below and above it in turn.
            for rank, c in enumerate(sorted(curves, key=lambda c: -pens[c].depth)):
                places[c][k] = (frame.x(k), y + (rank + 1) // 2 * (gap if rank % 2 else -gap))
    return places


def _runs(places: Sequence[XY | None]) -> list[tuple[XY, ...]]:
    """The stretches of a curve without a gap."""
    runs: list[tuple[XY, ...]] = []
    run: list[XY] = []
    for place in [*places, None]:
        if place is not None:
            run.append(place)
        elif run:
            runs.append(tuple(run))
            run = []
    return runs


def draw_lines(block: Curves, pens: Sequence[Pen], colours: Palette, frame: Frame) -> list[Item]:
    """Every curve, ours on top: its intervals, its strokes and its markers."""
    places, whiskers = _places(block, pens, frame), _whiskers(block, frame)
    items: list[Item] = []
    for c in sorted(range(len(pens)), key=lambda c: pens[c].depth):
        line, pen = block.lines[c], pens[c]
        items += [item for box in whiskers.get(c, ()) for item in _interval(box, pen)]
        for run in _runs(places[c]):
            if len(run) > 1:
                if pen.depth >= 2:  # a thin clearing, so that crossings read
                    items.append(Polyline(run, colours.background, pen.width + 2, opacity=0.85))
                items.append(Polyline(run, pen.colour, pen.width, pen.dash, label=line.name))
        for axis, point, place in zip(block.axes, line.points, places[c], strict=True):
            if place is not None:
                fill, edge = (colours.background, pen.colour) if pen.hollow else (pen.colour, colours.background)
                said = f"{line.name}, {axis.name}: {show_point(point)}"
                items.append(Marker(*place, pen.marker, pen.size, fill, edge, 1.7 if pen.hollow else 1.1, said))
    return items


def _whiskers(block: Curves, frame: Frame) -> dict[int, list[Box]]:
    """Every curve's intervals from low to high, those of several curves on one factor beside each other."""
    found: dict[int, list[Box]] = {}
    for k in range(len(block.axes)):
        known = [(c, line.points[k]) for c, line in enumerate(block.lines) if line.points[k].value is not None]
        drawn = [(c, point.low, point.high) for c, point in known if point.low is not None and point.high is not None]
        gap = min(5.0, frame.step * 0.6 / max(1, len(drawn)))
        for rank, (c, low, high) in enumerate(drawn):
            x = frame.x(k) + (rank - (len(drawn) - 1) / 2) * gap
            found.setdefault(c, []).append((x - 2.4, frame.y(high), x + 2.4, frame.y(low)))
    return found


def _interval(box: Box, pen: Pen) -> list[Item]:
    left, top, right, bottom = box
    middle = (left + right) / 2
    strokes = ((middle, top), (middle, bottom)), ((left, top), (right, top)), ((left, bottom), (right, bottom))
    return [Polyline(stroke, pen.colour, 1.8 if pen.strong else 1.1, opacity=0.6) for stroke in strokes]


def draw_names(block: Curves, pens: Sequence[Pen], colours: Palette, frame: Frame, names: Names) -> list[Item]:
    """Every curve's name: at its last point inside the plot where it ends early, else in a column on the right."""
    places = _places(block, pens, frame)
    last = len(block.axes) - 1
    column: list[tuple[int, XY | None]] = []
    items: list[Item] = []
    boxes: list[Box] = []
    bars = [bar for bars in _whiskers(block, frame).values() for bar in bars]
    for c, line in enumerate(places):
        ends = [k for k in range(last + 1) if line[k] is not None]
        end = line[ends[-1]] if ends else None
        if end is None or ends[-1] == last:
            column.append((c, end))
            continue
        spot = _spot(end, names.fitted[c], pens[c].size / 2 + 4, _Drawn(places, bars, boxes), frame)
        if spot is None:
            column.append((c, end))
            continue
        box = (spot[0], spot[1], spot[0] + names.fitted[c].width, spot[1] + names.fitted[c].height)
        boxes.append(box)
        items.append(Rectangle(box[0] - 1.5, box[1], box[2] - box[0] + 3, box[3] - box[1], colours.background, 0.8))
        items += names.fitted[c].at(spot[0], spot[1], pens[c].colour)
    heights = [names.fitted[c].height + 3 for c, _ in column]
    wanted = [end[1] if end else frame.bottom for _, end in column]
    x = frame.x(max(0, last)) + 26
    for (c, end), centre in zip(column, apart(wanted, heights, frame.top - 4, frame.bottom + 4), strict=True):
        name = names.fitted[c]
        if end is not None and name.lines:
            start = end[0] + pens[c].size / 2 + 2.5
            if abs(centre - end[1]) > 2 or x - start > 22:
                items.append(Polyline(((start, end[1]), (x - 4, centre)), pens[c].colour, 0.7, opacity=0.7))
        items += name.at(x, centre - name.height / 2, pens[c].colour)
    return items


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is on the plot when a name looks for its place."""

    places: Sequence[Sequence[XY | None]]
    bars: Sequence[Box]
    names: Sequence[Box]


def _spot(end: XY, name: Paragraph, reach: float, drawn: _Drawn, frame: Frame) -> XY | None:
    """Where a name fits best around the last known point: over no other name and over few strokes; None for nowhere."""
    best: tuple[float, XY] | None = None
    right = frame.x(len(drawn.places[0]) - 1) + 20
    for rank, (dx, dy) in enumerate(_offsets(reach, name.width, name.height)):
        x, y = end[0] + dx, end[1] + dy
        box = (x - 1, y, x + name.width + 1, y + name.height)
        outside = y < frame.top or box[3] > frame.bottom or x < frame.left - 14 or box[2] > right
        if outside or any(overlap(box, other) for other in drawn.names):
            continue
        cost = rank * 0.4 + _crossings(box, drawn.places) + 2 * sum(overlap(box, bar) for bar in drawn.bars)
        if best is None or cost < best[0]:
            best = (cost, (x, y))
    return best[1] if best is not None else None


def _offsets(reach: float, wide: float, high: float) -> Iterator[XY]:
    """Where a name may stand around its point, the best first: beside it, above and below, further away, before it."""
    for dy in (-high / 2, -high - 1, 1.0):
        yield reach, dy
    yield -wide / 2, -high - reach
    yield -wide / 2, reach
    for dy in (-high - 12, 12.0):
        yield reach, dy
    for dy in (-high - 2, 2.0):
        yield -wide - reach, dy
    yield -wide / 2, -high - 3 * reach
    yield -wide / 2, 3 * reach


def _crossings(box: Box, places: Sequence[Sequence[XY | None]]) -> float:
    """How much of the curves a box would cover: a marker weighs three strokes."""
    left, top, right, bottom = box
    cost = 0.0
    for line in places:
        for here, there in zip(line, [*line[1:], None], strict=True):
            if here is None:
                continue
            if left - 3 < here[0] < right + 3 and top - 3 < here[1] < bottom + 3:
                cost += 3
            if there is not None and here[0] < right and there[0] > left:
                slope = (there[1] - here[1]) / (there[0] - here[0])
                ys = [here[1] + slope * (min(max(x, here[0]), there[0]) - here[0]) for x in (left, right)]
                cost += min(ys) < bottom and max(ys) > top
    return cost
