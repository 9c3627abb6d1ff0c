"""The strategy canvas as a scene: title, axis of factors, curves, and every curve's name where the curve ends."""

from __future__ import annotations

from dataclasses import dataclass

from bluecanvas.blocks import Curves
from bluecanvas.renderers._fitting import Paragraph, apart, longest_piece, paragraph
from bluecanvas.renderers._lines import Frame, Names, draw_lines, draw_names, fit_names
from bluecanvas.renderers._palette import Palette, Pen, pens
from bluecanvas.renderers._scene import Item, Measure, Polyline, Rectangle, Scene, scaled

MARGIN = 28.0
_TITLE, _SUBTITLE, _SMALL = 20.0, 13.0, 8.8
_AXIS_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_COLUMN = (62.0, 92.0)
"""The least and the most room a factor takes where the picture may choose."""
_MOST_LINES = 5
_TIGHT = 30.0
"""The least room a factor takes where the size is given."""


def layout(
    block: Curves, measure: Measure, colours: Palette, size: tuple[float, float] | None = None, least: float = 0.0
) -> Scene:
    """The scene of a strategy canvas, of its own size or of a given one in points, where all shrinks until it fits."""
    if size is None:
        plan = _plan(block, measure, colours, max(least, _natural_width(block, measure, colours)))
        return plan.scene(max(plan.least_height, min(plan.width * 9 / 16, 600.0)))
    width, height = size
    by = min(1.6, width / 640, height / 360)
    while True:
        plan = _plan(block, measure, colours, width / by)
        if (plan.roomy and plan.least_height <= height / by) or by < 0.002:
            return scaled(plan.scene(height / by), by)
        by *= min(0.96, (height / (plan.least_height * by)) ** 0.7)


@dataclass(frozen=True, slots=True)
class _Plan:
    """All texts of the picture fitted to a width, and the height they need at least."""

    block: Curves
    colours: Palette
    pens: tuple[Pen, ...]
    measure: Measure
    width: float
    left: float
    """Where the first factor stands."""
    step: float
    title: Paragraph
    subtitle: Paragraph
    date: Paragraph
    words: tuple[tuple[float, Paragraph], ...]
    factors: tuple[Paragraph, ...]
    remarks: tuple[Paragraph, ...]
    """The small lines under factors: how the price reads."""
    names: Names
    note: Paragraph
    roomy: bool

    @property
    def first_created(self) -> int:
        """Where the created factors begin, if they close the axis and others stand before them; else their number."""
        return _first_created(self.block)

    @property
    def top(self) -> float:
        """Where the plot begins."""
        y = MARGIN + max(self.title.height, self.date.height)
        if self.subtitle.lines:
            y += 5 + self.subtitle.height
        return y + (34 if self.first_created < len(self.block.axes) else 22)

    @property
    def below(self) -> float:
        """What lies below the plot."""
        factors = max(
            (name.height + self.gap(k) + self.remarks[k].height for k, name in enumerate(self.factors)), default=0
        )
        return 12 + factors + (16 + self.note.height if self.note.lines else 0) + MARGIN * 0.8

    @property
    def least_height(self) -> float:
        """The least height that shows the curves apart and every name."""
        words = sum(word.height + 2 for _, word in self.words)
        return self.top + max(150.0, self.names.height, words) + self.below

    def gap(self, k: int) -> float:
        """Between a factor's name and its remark."""
        return 2.0 if self.remarks[k].lines else 0.0

    def scene(self, height: float) -> Scene:
        """Everything in place."""
        block, colours = self.block, self.colours
        bottom = height - self.below
        right = self.left + self.step * max(0, len(block.axes) - 1)
        frame = Frame(self.left, self.step, self.top, bottom, block.low, block.high)
        items: list[Item] = []
        items += self.title.at(MARGIN, MARGIN, colours.ink)
        items += self.date.at(self.width - MARGIN, MARGIN + max(0.0, self.title.line_height * 0.8 - self.date.line_height * 0.8),
                              colours.quiet, 1.0)  # fmt: skip
        items += self.subtitle.at(MARGIN, MARGIN + self.title.height + 5, colours.soft)
        items += self._grid(frame, right)
        items += self._axis(frame)
        items += draw_lines(block, self.pens, colours, frame)
        items += draw_names(block, self.pens, colours, frame, self.names)
        items += self.note.at(MARGIN, height - MARGIN * 0.8 - self.note.height, colours.quiet)
        return Scene(self.width, height, colours.background, tuple(items))

    def _grid(self, frame: Frame, right: float) -> list[Item]:
        """The light scale, the created factors' zone, and the words on the axis."""
        block, colours = self.block, self.colours
        edge_left, edge_right = frame.left - 14, right + 14
        items: list[Item] = []
        first = self.first_created
        if first < len(block.axes):
            x = frame.x(first) - self.step / 2
            items.append(Rectangle(x, frame.top - 20, edge_right - x, frame.bottom - frame.top + 20, colours.zone))
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
        if first < len(block.axes):
            x = frame.x(first) - self.step / 2
            items.append(Polyline(((x, frame.top - 20), (x, frame.bottom)), colours.quiet, 0.8, (3, 2.5)))
            word = paragraph(block.created_word, self.measure, _SMALL + 0.4, self.width - MARGIN - x - 8)
            items += word.at(x + 7, frame.top - 17, colours.soft)
        return items

    def _words(self, frame: Frame) -> list[Item]:
        heights = [word.height + 2 for _, word in self.words]
        wanted = [frame.y(level) for level, _ in self.words]
        centres = apart(wanted, heights, frame.top - 6, frame.bottom + 6)
        items: list[Item] = []
        for (_, word), centre in zip(self.words, centres, strict=True):
            items += word.at(frame.left - 20, centre - word.height / 2, self.colours.quiet, 1.0)
        return items

    def _axis(self, frame: Frame) -> list[Item]:
        items = self._words(frame)
        for k, name in enumerate(self.factors):
            items += name.at(frame.x(k), frame.bottom + 12, self.colours.soft, 0.5)
            y = frame.bottom + 12 + name.height + self.gap(k)
            items += self.remarks[k].at(frame.x(k), y, self.colours.quiet, 0.5)
        return items


def _first_created(block: Curves) -> int:
    count = len(block.axes)
    first = count
    while first > 0 and block.axes[first - 1].created:
        first -= 1
    return first if first > 0 else count


def _remark(block: Curves, k: int, first_created: int) -> str:
    axis = block.axes[k]
    if axis.price:
        return block.price_word
    created = axis.created and k < first_created and not _all_created(block)
    return " · ".join([block.created_word] * created + [block.burden_word] * axis.burden)


def _all_created(block: Curves) -> bool:
    return all(axis.created for axis in block.axes)


def _scale_words(block: Curves) -> list[tuple[float, str]]:
    """The words on the axis, the highest level first; the ends are named low and high where nothing else stands."""
    given = dict(block.words)
    words = {block.low: block.low_word, block.high: block.high_word, **given}
    return sorted(((level, word) for level, word in words.items() if word), reverse=True)


def _sides(block: Curves, measure: Measure, names: Names) -> tuple[float, float]:
    """What the words left of the first factor and the names right of the last one take."""
    words = max((paragraph(word, measure, _SMALL, 90, 2).width for _, word in _scale_words(block)), default=0.0)
    return MARGIN + words + 20, names.width + 26 + MARGIN


def _natural_width(block: Curves, measure: Measure, colours: Palette) -> float:
    """The width a picture takes by itself: room for every factor's name, less each the more factors there are."""
    names = fit_names(block, pens(block.lines, colours), measure, 150)
    left, right = _sides(block, measure, names)
    least, most = _COLUMN
    most = max(least, min(most, 1200 / max(1, len(block.axes))))
    needed = max((longest_piece(axis.name, measure, _AXIS_SIZES[2]) + 10 for axis in block.axes), default=0.0)
    if any(axis.price for axis in block.axes):
        needed = max(needed, longest_piece(block.price_word, measure, _SMALL - 1) + 6)
    longest = max((measure(axis.name[:120], _AXIS_SIZES[2], False)[0] for axis in block.axes), default=0.0)
    step = min(most, max(least, needed, longest / 2.5))
    wide = max(left, step / 2 + 6) + step * max(0, len(block.axes) - 1) + max(right, step / 2 + 6)
    return max(wide, 680.0)


def _plan(block: Curves, measure: Measure, colours: Palette, width: float) -> _Plan:
    drawn = pens(block.lines, colours)
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
    room = (step if count > 1 else 160.0) - 8
    factors, roomy = _fit_factors(block, measure, room)
    first = _first_created(block)
    date = paragraph(block.date, measure, _SMALL + 0.7, 160)
    title = paragraph(block.title, measure, _TITLE, width - 2 * MARGIN - date.width - 18, 4, bold=True)
    return _Plan(
        block=block,
        colours=colours,
        pens=drawn,
        measure=measure,
        width=width,
        left=begin,
        step=step,
        title=title,
        subtitle=paragraph(block.subtitle, measure, _SUBTITLE, width - 2 * MARGIN, 3),
        date=date,
        words=tuple((level, paragraph(word, measure, _SMALL, 90, 2)) for level, word in _scale_words(block)),
        factors=factors,
        remarks=tuple(
            paragraph(_remark(block, k, first), measure, _SMALL - 1, room + 4, 3, balanced=True) for k in range(count)
        ),
        names=names,
        note=paragraph(block.note, measure, _SMALL - 0.4, width - 2 * MARGIN, 3),
        roomy=roomy and step >= _TIGHT and width > left + right,
    )


def _fit_factors(block: Curves, measure: Measure, room: float) -> tuple[tuple[Paragraph, ...], bool]:
    """The factors' names at the largest size that breaks and clips none; whether there is one."""
    for size, broken in ((_AXIS_SIZES[0], False), (_AXIS_SIZES[2], False), *((size, True) for size in _AXIS_SIZES)):
        fitted = tuple(paragraph(axis.name, measure, size, room, _MOST_LINES, balanced=True) for axis in block.axes)
        unbroken = all(longest_piece(axis.name, measure, size, apart=broken) <= room for axis in block.axes)
        if unbroken and not any(p.lines and p.lines[-1].endswith("…") for p in fitted):
            return fitted, True
    return fitted, room >= 54  # long words are broken, names longer than any picture clipped
