"""The axes of value curves: the scale with its words, the factors with their remarks, and the room both take."""

from __future__ import annotations

from dataclasses import dataclass

from bluecanvas.blocks import Curves
from bluecanvas.renderers._arrows import BESIDE
from bluecanvas.renderers._fitting import Paragraph, apart, longest_piece, paragraph
from bluecanvas.renderers._lines import Names, drawn_with, fit_names
from bluecanvas.renderers._palette import Palette, Pen
from bluecanvas.renderers._parts import Part, parts, remark
from bluecanvas.renderers._places import Frame
from bluecanvas.renderers._scene import Item, Measure, Polyline, Rectangle
from bluecanvas.renderers._sheet import MARGIN, SMALL

_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_COLUMN = (62.0, 92.0)
"""The least and the most room a factor takes where the picture may choose."""
_MOST_LINES = 5, 8
"""Of a factor's name: at its larger sizes, and before it is clipped."""
_APART = 8.0
"""Between the names of two factors."""
_BREAKABLE = 54.0
"""So much room is enough for any name, its long words broken."""
_TIGHT = 30.0
"""The least room a factor takes where the size is given."""


@dataclass(frozen=True, slots=True)
class Axes:
    """What surrounds the curves, fitted to a width, and the curves' pens and names."""

    block: Curves
    colours: Palette
    pens: tuple[Pen, ...]
    names: Names
    left: float
    """Where the first factor stands."""
    step: float
    words: tuple[tuple[float, Paragraph], ...]
    factors: tuple[Paragraph, ...]
    remarks: tuple[Paragraph, ...]
    """The small lines under factors: how the price reads."""
    parts: tuple[Part, ...]
    """The stretches of the axis that have a heading."""
    roomy: bool

    @property
    def above(self) -> float:
        """What lies above the plot: the headings of its parts."""
        return 21 + max(part.heading.height for part in self.parts) if self.parts else 22.0

    @property
    def under(self) -> float:
        """What lies below the plot: the factors."""
        named = (name.height + self._gap(k) + self.remarks[k].height for k, name in enumerate(self.factors))
        return 12 + max(named, default=0.0)

    @property
    def least(self) -> float:
        """The least height of a plot that shows every word of its scale."""
        return sum(word.height + 2 for _, word in self.words)

    def frame(self, top: float, bottom: float) -> Frame:
        """Where factors and levels lie in a plot from here to there."""
        return Frame(self.left, self.step, top, bottom, self.block.low, self.block.high)

    def _gap(self, k: int) -> float:
        """Between a factor's name and its remark."""
        return 2.0 if self.remarks[k].lines else 0.0

    def grid(self, frame: Frame, headed: bool = True) -> list[Item]:
        """The light scale, the parts of the axis with the created factors' zone, and their headings."""
        block, colours = self.block, self.colours
        edge_left = frame.left - 14
        edge_right = frame.x(max(0, len(block.axes) - 1)) + (BESIDE + 9 if block.shifts else 14)
        items: list[Item] = []
        head = self.above - 14 if headed else 0.0

        def border(k: int) -> float:
            return edge_left if k == 0 else edge_right if k == len(block.axes) else frame.x(k) - self.step / 2

        for part in self.parts:
            if part.created:
                x, end = border(part.first), border(part.end)
                items.append(Rectangle(x, frame.top - head, end - x, frame.bottom - frame.top + head, colours.zone))
        levels = [level for level, _ in block.words] or [block.low + k * (block.high - block.low) / 4 for k in range(5)]
        for level in sorted({block.low, *levels, block.high}):
            y = frame.y(level)
            ends = level in (block.low, block.high)
            items.append(
                Polyline(
                    ((edge_left, y), (edge_right, y)), colours.rule if ends else colours.hair, 0.9 if ends else 0.7
                )
            )
        for k in range(len(block.axes)):
            items.append(
                Polyline(((frame.x(k), frame.y(block.high)), (frame.x(k), frame.y(block.low))), colours.hair, 0.7)
            )
        for part in self.parts:
            x = border(part.first)
            if part.first:
                items.append(Polyline(((x, frame.top - head), (x, frame.bottom)), colours.quiet, 0.8, (3, 2.5)))
            if headed:
                items += part.heading.at(x + 7 * bool(part.first), frame.top - head + 3, colours.soft)
        return items + self._words(frame)

    def _words(self, frame: Frame) -> list[Item]:
        heights = [word.height + 2 for _, word in self.words]
        wanted = [frame.y(level) for level, _ in self.words]
        centres = apart(wanted, heights, frame.top - 6, frame.bottom + 6)
        items: list[Item] = []
        for (_, word), centre in zip(self.words, centres, strict=True):
            items += word.at(frame.left - 20, centre - word.height / 2, self.colours.quiet, 1.0)
        return items

    def under_plot(self, frame: Frame) -> list[Item]:
        """The factors' names with their remarks."""
        items: list[Item] = []
        for k, name in enumerate(self.factors):
            items += name.at(frame.x(k), frame.bottom + 12, self.colours.soft, 0.5)
            y = frame.bottom + 12 + name.height + self._gap(k)
            items += self.remarks[k].at(frame.x(k), y, self.colours.quiet, 0.5)
        return items


def _scale_words(block: Curves) -> list[tuple[float, str]]:
    """The words on the axis, the highest level first; the ends are named low and high where nothing else stands."""
    given = dict(block.words)
    words = {block.low: block.low_word, block.high: block.high_word, **given}
    return sorted(((level, word) for level, word in words.items() if word), reverse=True)


def _sides(block: Curves, measure: Measure, names: Names) -> tuple[float, float]:
    """What the words left of the first factor and the names right of the last one take."""
    words = max((paragraph(word, measure, SMALL, 90, 2).width for _, word in _scale_words(block)), default=0.0)
    return MARGIN + words + 20, names.width + 26 + MARGIN


def natural_width(block: Curves, measure: Measure, colours: Palette) -> float:
    """The width a picture takes by itself: room for every factor's name, less each the more factors there are."""
    names = fit_names(block, drawn_with(block, colours), measure, 150)
    left, right = _sides(block, measure, names)
    least, most = _COLUMN
    most = max(least, min(most, 1200 / max(1, len(block.axes))))
    needed = max((longest_piece(axis.name, measure, _SIZES[2]) + 10 for axis in block.axes), default=0.0)
    if any(axis.price for axis in block.axes):
        needed = max(needed, longest_piece(block.price_word, measure, SMALL - 1) + 6)
    longest = max((measure(axis.name[:120], _SIZES[2], False)[0] for axis in block.axes), default=0.0)
    step = min(most, max(least, needed, longest / 2.5))
    return max(left, step / 2 + 6) + step * max(0, len(block.axes) - 1) + max(right, step / 2 + 6)


def fit_axes(block: Curves, measure: Measure, colours: Palette, width: float) -> Axes:
    """The plot of a block fitted to a width."""
    drawn = drawn_with(block, colours)
    names = fit_names(block, drawn, measure, min(150.0, width * 0.24))
    count = len(block.axes)
    left, right = _sides(block, measure, names)
    # Names under the outer factors may reach into the room of the words beside them.
    step = (width - left - right) / max(1, count - 1)
    for _ in range(4):
        begin, end = max(left, step / 2 + 6), max(right, step / 2 + 6)
        step = max(1.0, (width - begin - end) / max(1, count - 1))
    step = min(step, 280.0)
    begin = max(left, step / 2 + 6) if count > 1 else max(left, (left + width - right) / 2)
    room = (step if count > 1 else 160.0) - _APART
    factors, roomy = _fit_factors(block, measure, room)
    return Axes(
        block=block,
        colours=colours,
        pens=drawn,
        names=names,
        left=begin,
        step=step,
        words=tuple((level, paragraph(word, measure, SMALL, 90, 2)) for level, word in _scale_words(block)),
        factors=factors,
        remarks=tuple(
            paragraph(remark(block, k), measure, SMALL - 1, room + 4, 3, balanced=True) for k in range(count)
        ),
        parts=parts(block, measure, SMALL + 0.4, begin, step, width - MARGIN),
        roomy=roomy and step >= _TIGHT and width > left + right,
    )


def _fit_factors(block: Curves, measure: Measure, room: float) -> tuple[tuple[Paragraph, ...], bool]:
    """The factors' names at the largest size that breaks and clips none; whether there is one."""
    few, many = _MOST_LINES
    ways = [(_SIZES[0], False, few), (_SIZES[2], False, few), *((size, True, few) for size in _SIZES)]
    for size, broken, lines in (*ways, *((size, True, many) for size in _SIZES[2:])):
        if any(longest_piece(axis.name, measure, size, apart=broken) > room for axis in block.axes):
            continue
        fitted = []
        for axis in block.axes:
            fitted.append(paragraph(axis.name, measure, size, room, lines, balanced=True))
            if fitted[-1].lines and fitted[-1].lines[-1].endswith("…"):
                break
        else:
            return tuple(fitted), True
    clipped = (paragraph(axis.name, measure, _SIZES[-1], room, many, balanced=True) for axis in block.axes)
    return tuple(clipped), room >= _BREAKABLE  # long words are broken, names longer than any picture clipped


def narrowest(block: Curves, measure: Measure) -> float:
    """The width below which no plot of a block has room for its factors."""
    longest = max((longest_piece(axis.name, measure, _SIZES[-1], apart=True) for axis in block.axes), default=0.0)
    return max(_TIGHT, _APART + min(_BREAKABLE, longest)) * (len(block.axes) - 1) + 2 * MARGIN
