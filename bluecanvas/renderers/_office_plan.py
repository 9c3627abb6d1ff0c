"""Where everything in a chart stands: the curves, the names below them, the names of the curves beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bluecanvas.blocks import Axis, Curves, Line
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._fitting import apart, longest_piece
from bluecanvas.renderers._office_fitting import fit, height, measure
from bluecanvas.renderers._office_marks import marks
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
_SLANTED = ((9.0, 0.42), (8.0, 0.48), (7.0, 0.52), (6.0, 0.55))
"""The sizes of slanted names, and the part of the chart's height that they take at most; what is longer loses its end."""
_STEEP = 0.75
"""What a slanted name reaches down and to the left, in its lengths."""
_BESIDE = 0.14
"""The part of the chart's width that names beside curves take at most; office programs break longer ones."""
_LEGENDS = (
    (12.0, 0.24),
    (11.0, 0.24),
    (10.0, 0.24),
    (10.0, 0.3),
    (9.0, 0.3),
    (8.0, 0.3),
    (8.0, 0.36),
    (7.0, 0.36),
    (6.0, 0.36),
)
"""The sizes of names in a legend, and the part of the chart's width that they take at most."""
_KEY = 64.0
"""What a legend takes to show a line, and around it."""
_ENTRY = 0.55
"""And what stands between two of its names, in sizes."""


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
    letters: Callable[[str], str] | None = None
    """A colour of the palette as the medium writes it for text, where that is another."""
    among: Curves | None = None
    """The curves that these are some of, with whom they share their pens."""
    columns: tuple[int, ...] = ()
    """The column of each curve, where they are not the second and those after it."""
    marks: int | None = None
    """The first column of what stands beside the curves; none where the sheet has no room for that."""

    def ink(self, colour: str) -> str:
        """A colour of the palette as text has it."""
        return (self.letters or self.tint)(colour)


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
    legend: float = 0.0
    """The legend's height as a part of the chart's; 0 where there is none."""


def arranged(block: Curves, frame: Frame) -> Plan:
    """Where everything stands in the chart of a block with at least one factor and one curve."""
    inner = frame.width - 2 * AIR
    heading = sum(height(line, heading_size(k), inner, not k) for k, line in enumerate(frame.heading))
    over = 2.2 * AXIS_SIZE if marks(block).zones else 0.0
    top = AIR + (heading + 2 * AIR if heading else 0.0) + over
    left = max(measure(word, AXIS_SIZE)[0] for word in (*ends(block), "10.5")) + AIR
    names = [line.name for line in block.lines]
    name_size = next((size for size in _NAME_SIZES if len(names) * size * 1.5 < frame.height * 0.7), _NAME_SIZES[-1])
    beside = all(height(name, name_size, _BESIDE * frame.width, True) < 2.9 * name_size for name in names) and all(
        line.points[-1].value is not None for line in block.lines
    )
    legend, shifts = 0.0, None
    if beside:
        right = min(_BESIDE * frame.width, max(measure(name, name_size, True)[0] for name in names) + 2 * AIR)
        left, size, slanted, down = _around(block.axes, left, top, right, frame)
        shifts = _shifts(block, name_size, right - AIR, top, down)
    if shifts is None:
        name_size, right, legend = _legend(names, frame.width, frame.height - top - AIR)
        left, size, slanted, down = _around(block.axes, left, top, right, frame)
    across = max(60.0, frame.width - left - right)
    parts = (left / frame.width, top / frame.height, across / frame.width, down / frame.height)
    return Plan(*parts, size, slanted, name_size, shifts, legend / frame.height)


def _legend(names: Sequence[str], width: float, room: float) -> tuple[float, float, float]:
    """The size of the names in a legend, how wide and how high it is: the first at which every name is there."""
    for size, part in _LEGENDS:
        wanted = max(measure(name, size)[0] for name in names) + _KEY
        right = min(part * width, wanted)
        high = sum(height(name, size, right - _KEY) + _ENTRY * size for name in names) + size
        if high <= room:
            break
    return size, right, min(high, room)


def _around(
    axes: Sequence[Axis], left: float, top: float, right: float, frame: Frame
) -> tuple[float, float, bool, float]:
    """Where the curves begin on the left, how the factors' names are set, and how high that leaves the curves."""
    across = max(60.0, frame.width - left - right)
    size, slanted, below = _factors(axes, across / len(axes) - _APART, frame.height)
    if slanted:  # the first names reach beyond their factors
        step = across / len(axes)
        reach = max(measure(axis.name, size)[0] * _STEEP - (j + 0.5) * step for j, axis in enumerate(axes))
        left = max(left, min(reach, across / 3))
    return left, size, slanted, max(40.0, frame.height - top - below - AIR)


def _factors(axes: Sequence[Axis], room: float, whole: float) -> tuple[float, bool, float]:
    """The size of the factors' names, whether they stand aslant, and how far down they reach."""
    for size in _FACTOR_SIZES:
        unbroken = all(longest_piece(axis.name, measure, size) <= room for axis in axes)
        if unbroken and all(fit(axis.name, [size], room, _MOST_LINES).text == axis.name for axis in axes):
            return size, False, max(height(axis.name, size, room) for axis in axes) + AIR
    for size, part in _SLANTED:
        below = max(measure(axis.name, size)[0] for axis in axes) * _STEEP + size * 2
        if below <= part * whole:
            return size, True, below
    size, part = _SLANTED[0]  # one name far too long is no reason to make all the others small
    return size, True, part * whole


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
