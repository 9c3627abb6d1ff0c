"""Where everything in a chart stands: the curves, the names below them, the names of the curves beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bluecanvas.blocks import Axis, Curves, Line
from bluecanvas.renderers._fitting import apart, longest_piece
from bluecanvas.renderers._office_fitting import fit, height, measure
from bluecanvas.renderers._office_xml import Face
from bluecanvas.renderers._palette import Palette

_FACTOR_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
AXIS_SIZE = 10.0
AIR = 10.0
_NAME_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)
_MOST_LINES, _APART = 4, 6.0
"""Of a factor's name, and the room between two of them."""
_MOST_HEADING = 3
"""Lines of the title above a chart, and of what stands below that."""
_LOWEST = 0.42
"""The part of the chart's height that slanted names take at most."""
_STEEP = 0.75
"""What a slanted name reaches down, in its lengths."""
_BESIDE, _LEGEND = 0.14, 0.24
"""The parts of the chart's width that names beside curves and in a legend take at most; office programs break longer ones."""
_KEY = 44.0
"""What a legend takes to show a line."""


class Frame(NamedTuple):
    """What surrounds a chart: its size in points, its letters and colours, and the sheet that holds its values."""

    width: float
    height: float
    face: Face
    palette: Palette
    tint: Callable[[str], str]
    """A colour of the palette as the medium writes it."""
    sheet: str
    heading: tuple[str, ...] = ()
    """Lines above the curves, the first one bold."""
    workbook: str = ""
    """The id of the link to the workbook inside a slide; none where the chart lies in the workbook itself."""


class Plan(NamedTuple):
    """Where the curves lie within the chart, as parts of its width and height, and how names are set."""

    left: float
    top: float
    width: float
    height: float
    factor_size: float
    slanted: bool
    name_size: float
    shifts: dict[int, float] | None
    """How far each curve's name moves down to stand clear of the others; None where a legend names the curves."""


def arranged(block: Curves, frame: Frame) -> Plan:
    """Where everything stands in the chart of a block with at least one factor and one curve."""
    inner = frame.width - 2 * AIR
    heading = sum(height(line, heading_size(k), inner, not k) for k, line in enumerate(frame.heading))
    top = AIR + (heading + 2 * AIR if heading else 0.0)
    left = max(measure(word, AXIS_SIZE)[0] for word in (*ends(block), "10.5")) + AIR
    names = [line.name for line in block.lines]
    name_size = next((size for size in _NAME_SIZES if len(names) * size * 1.5 < frame.height * 0.7), _NAME_SIZES[-1])
    wanted = max(measure(name, name_size, True)[0] for name in names) + 2 * AIR
    beside = all(height(name, name_size, _BESIDE * frame.width, True) < 2.9 * name_size for name in names) and all(
        line.points[-1].value is not None for line in block.lines
    )
    right = min(_BESIDE * frame.width, wanted) if beside else min(_LEGEND * frame.width, wanted + _KEY)
    across = max(60.0, frame.width - left - right)
    size, slanted, below = _factors(block.axes, across / len(block.axes) - _APART, frame.height * _LOWEST)
    down = max(40.0, frame.height - top - below - AIR)
    shifts = _shifts(block, name_size, right - AIR, top, down) if beside else None
    parts = (left / frame.width, top / frame.height, across / frame.width, down / frame.height)
    return Plan(*parts, size, slanted, name_size, shifts)


def _factors(axes: Sequence[Axis], room: float, lowest: float) -> tuple[float, bool, float]:
    """The size of the factors' names, whether they stand aslant, and how far down they reach."""
    for size in _FACTOR_SIZES:
        whole = all(longest_piece(axis.name, measure, size) <= room for axis in axes)
        if whole and all(fit(axis.name, [size], room, _MOST_LINES).text == axis.name for axis in axes):
            return size, False, max(height(axis.name, size, room) for axis in axes) + AIR
    size = _FACTOR_SIZES[-2]
    longest = max(measure(axis.name, size)[0] for axis in axes)
    return size, True, min(longest * _STEEP + size * 2, lowest)


def _shifts(block: Curves, size: float, width: float, top: float, down: float) -> dict[int, float] | None:
    """How far each name moves from its curve's end, in points; None where they find no room."""
    named = [(k, line.points[-1].value) for k, line in enumerate(block.lines) if _known(line)]
    heights = [height(block.lines[k].name, size, width, True) + 3 for k, _ in named]
    if sum(heights) > down + 2 * size:
        return None
    span = (block.high - block.low) or 1.0
    wanted = [top + down * (1 - ((value or 0.0) - block.low) / span) for _, value in named]
    order = sorted(range(len(named)), key=lambda k: wanted[k])
    placed = apart([wanted[k] for k in order], [heights[k] for k in order], top - size, top + down + size / 2)
    return {named[k][0]: centre - wanted[k] for k, centre in zip(order, placed, strict=True)}


def _known(line: Line) -> bool:
    return any(point.value is not None for point in line.points)


def ends(block: Curves) -> tuple[str, str]:
    """The words at the ends of the scale."""
    words = dict(block.words)
    return words.get(block.low, block.low_word)[:24], words.get(block.high, block.high_word)[:24]


def headed(frame: Frame) -> Frame:
    """The frame with lines above the curves that leave room for them."""
    room = frame.width - 2 * AIR
    fitted = (fit(line, [heading_size(k)], room, _MOST_HEADING, not k).text for k, line in enumerate(frame.heading))
    return frame._replace(heading=tuple(fitted))


def heading_size(k: int) -> float:
    """The size of the letters of a line above the curves."""
    return 12.0 if k else 15.0
