"""The curves of a strategy canvas: strokes, markers, intervals, and names that do not cover each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bluecanvas.blocks import Band, Curves, Line, Point, Style, show_point
from bluecanvas.renderers._arrows import boxes as arrows
from bluecanvas.renderers._fitting import Paragraph, apart, paragraph
from bluecanvas.renderers._palette import Palette, Pen, mixed, pens, quiet
from bluecanvas.renderers._places import Frame, places, runs
from bluecanvas.renderers._ranges import draw_ribbon, draw_whisker, ribbons, whiskers
from bluecanvas.renderers._scene import XY, Box, Item, Marker, Measure, Polyline, Rectangle, overlap
from bluecanvas.words import label

_NAME = 10.5
_BESIDE = 6.0
"""Ends of curves nearer than this in height stand beside each other."""


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


def shown(block: Curves, thin: bool = True) -> Curves:
    """The block with everything that is drawn as a line: means beside the curves, bands in place of their members.

    Thin, a crowd of curves that could not be told apart is one band as well.
    """
    if not block.derived and not block.bands:
        return _thinned(block) if thin else block
    there = {line.id for line in block.lines}
    bands = [band for band in block.bands if len(there.intersection(band.members)) > 1]  # one curve is its own line
    inside = {id for band in bands for id in band.members} - {line.id for line in block.lines if line.stands_out}
    lines = [line for line in block.lines if line.id not in inside]
    members = [", ".join(line.name for line in block.lines if line.id in band.members) for band in bands]
    ranges = (_band_line(block, band, f"{band.name} ({of})") for band, of in zip(bands, members, strict=True))
    note = block.note
    if all(point.low is None for line in lines for point in line.points):  # what intervals there are lie in a band
        note = " · ".join(part for part in note.split(" · ") if part != label("view.intervals", block.language))
    whole = block._replace(lines=(*lines, *block.derived, *ranges), note=note)
    return _thinned(whole) if thin else whole


def _thinned(block: Curves) -> Curves:
    """The block with a range in place of more quiet curves than can be told apart even as lines."""
    crowd = quiet(block.lines)
    if len(crowd) * len(block.axes) <= MOST_STROKES or any(line.role == BAND for line in crowd):
        return block
    rivals = all(line.style is Style.RIVAL for line in crowd)
    name = f"{label('rivals' if rivals else 'other', block.language)} ({len(crowd)})"
    range_ = _band_line(block, Band("", tuple(line.id for line in crowd)), name)
    return block._replace(lines=(*(line for line in block.lines if line not in crowd), range_))


def _band_line(block: Curves, band: Band, name: str) -> Line:
    """A band as a line whose points are the middles of its ranges."""
    points = []
    for k in range(len(block.axes)):
        ends = block.range_of(band, k)
        points.append(Point(None) if ends is None else Point((ends[0] + ends[1]) / 2, *ends))
    back = False if any(line.highlighted for line in block.lines) else None
    return Line("\0".join(band.members), name, Style.RIVAL, tuple(points), BAND, highlighted=back)


BAND = "band"
"""The role of a line that is drawn as a range."""
MOST_STROKES = 6_000
"""From factor to factor, of quiet curves: more only fill the plot."""


def drawn_with(block: Curves, colours: Palette) -> tuple[Pen, ...]:
    """The pens of a block's lines."""
    drawn = pens(block.lines, colours)
    return tuple(replace(pen, ribbon=line.role == BAND) for pen, line in zip(drawn, block.lines, strict=True))


def fit_names(block: Curves, pens: Sequence[Pen], measure: Measure, width: float) -> Names:
    """The curves' names in up to three lines; one whose levels are all unknown says so."""
    return Names(
        tuple(
            paragraph(line.called(block.unknown_word), measure, _NAME, width, 3, bold=pen.strong, balanced=True)
            for line, pen in zip(block.lines, pens, strict=True)
        )
    )


def draw_lines(block: Curves, pens: Sequence[Pen], colours: Palette, frame: Frame) -> list[Item]:
    """Every curve, ours on top: its intervals, its strokes and its markers."""
    spots = places(block, pens, frame)
    bands, bars = ribbons(block, pens, spots, frame), whiskers(block, pens, spots, frame)
    items: list[Item] = []
    order = sorted(range(len(pens)), key=lambda c: pens[c].depth)
    for c in order:
        for band in bands[c]:
            items += draw_ribbon(band, pens[c], block.lines[c].name)
    loud = [c for c in order if not pens[c].ribbon]
    for c in loud:
        line, pen = block.lines[c], pens[c]
        for run in runs(spots[c]):
            if len(run) > 1:
                if pen.depth >= 2:  # a thin clearing, so that crossings read
                    items.append(Polyline(run, colours.background, pen.width + 2, opacity=0.85))
                colour = mixed(pen.colour, colours.background, 0.45) if pen.quiet else pen.colour
                items.append(Polyline(run, colour, pen.width, pen.dash, label=line.name))
    for c in loud:  # after every line, so that none hides a level or where an interval ends
        line, pen = block.lines[c], pens[c]
        items += [item for bar in bars.get(c, ()) for item in draw_whisker(bar, pen)]
        alone = {run[0] for run in runs(spots[c]) if len(run) == 1}
        for axis, point, place in zip(block.axes, line.points, spots[c], strict=True):
            if place is not None and (not pen.quiet or place in alone):
                fill, edge = (colours.background, pen.colour) if pen.hollow else (pen.colour, colours.background)
                said = f"{line.name}, {axis.name}: {show_point(point, block.language)}"
                items.append(Marker(*place, pen.marker, pen.size, fill, edge, 1.7 if pen.hollow else 1.1, said))
    return items


def draw_names(block: Curves, pens: Sequence[Pen], colours: Palette, frame: Frame, names: Names) -> list[Item]:
    """Every curve's name: at its last point inside the plot where it ends early, else in a column on the right."""
    spots = places(block, pens, frame)
    last = len(block.axes) - 1
    column: list[tuple[int, XY | None]] = []
    items: list[Item] = []
    boxes: list[Box] = []
    bars = [bar for bars in whiskers(block, pens, spots, frame).values() for bar in bars] + arrows(block, frame)
    for c, line in enumerate(spots):
        ends = [k for k in range(last + 1) if line[k] is not None]
        end = line[ends[-1]] if ends else None
        if end is None or ends[-1] == last or pens[c].quiet:
            column.append((c, end))
            continue
        spot = _spot(end, names.fitted[c], pens[c].size / 2 + 4, _Drawn(spots, bars, boxes), frame)
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
            # behind all that stand at its level, so that no leader runs over a marker
            start = max(e[0] + pens[d].size / 2 for d, e in column if e and abs(e[1] - end[1]) < _BESIDE) + 2.5
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
        cost = rank * 0.4 + _crossings(box, drawn.places, frame) + 2 * sum(overlap(box, bar) for bar in drawn.bars)
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


def _crossings(box: Box, places: Sequence[Sequence[XY | None]], frame: Frame) -> float:
    """How much of the curves a box would cover: a marker weighs three strokes."""
    left, top, right, bottom = box
    first = max(0, int((left - frame.left) / frame.step) - 2)  # markers stand at most half a step beside their factor
    beyond = int((right - frame.left) / frame.step) + 4
    cost = 0.0
    for whole in places:
        line = whole[first:beyond]
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
