"""A scorecard as a scene: each verdict with its sign, its figures as bars against their thresholds, and the reason."""

from __future__ import annotations

from dataclasses import dataclass

from bluecanvas.blocks import Gauge, Mark, Scorecard
from bluecanvas.renderers._fitting import Paragraph, longest_piece, paragraph
from bluecanvas.renderers._palette import Palette
from bluecanvas.renderers._scene import XY, Item, Marker, Measure, Polyline, Rectangle, Scene, fitted

MARGIN = 28.0
_TITLE, _READING, _VERDICT, _ABOUT, _FIGURE, _WHY = 20.0, 11.0, 10.4, 8.8, 8.6, 9.4
_BETWEEN, _AIR = 20.0, 9.0
_SIGN, _AFTER, _BAR, _TICK = 7.0, 6.0, 5.0, 11.0
_PARTS = (0.19, 0.15, 0.22, 0.44)
"""What the columns take: the reading, its verdict, its figures, the reason."""
_LEAST = 0.25
"""What is left to the reason, however long the words before it."""
_MOST = 200
"""Verdicts a picture can hold."""


def layout(block: Scorecard, measure: Measure, colours: Palette, size: XY | None = None, least: float = 0.0) -> Scene:
    """The scene of a scorecard; its rows are as high as what they hold."""

    def draw(width: float) -> Scene:
        return _draw(block, measure, colours, width)

    return fitted(draw, size, max(least, 900.0), 620.0)


def _draw(block: Scorecard, measure: Measure, colours: Palette, width: float) -> Scene:
    title = paragraph(block.title, measure, _TITLE, width - 2 * MARGIN, 3, bold=True)
    items: list[Item] = [*title.at(MARGIN, MARGIN, colours.ink)]
    y = MARGIN + (title.height + 16 if title.lines else 0.0)
    room = width - 2 * MARGIN - 3 * _BETWEEN
    wide = _columns(block, measure, room)
    lefts = [MARGIN + sum(wide[:k]) + k * _BETWEEN for k in range(len(wide))]
    for k, mark in enumerate(block.marks[:_MOST]):
        items.append(
            Polyline(((MARGIN, y), (width - MARGIN, y)), colours.rule if k else colours.ink, 0.6 if k else 1.0)
        )
        row = _fit(mark, measure, wide)
        items += row.at(lefts, y + _AIR, wide[2], colours)
        y += row.height + 2 * _AIR
    if len(block.marks) > _MOST:
        more = paragraph(f"… +{len(block.marks) - _MOST}", measure, _WHY, room)
        items += more.at(MARGIN, y, colours.quiet)
        y += more.height
    return Scene(width, y + MARGIN - _AIR, colours.background, tuple(items))


def _columns(block: Scorecard, measure: Measure, room: float) -> list[float]:
    """The columns' widths: as their parts, but room for every whole word of a reading and a verdict, off the reason's."""
    wide = [part * room for part in _PARTS]
    marks = block.marks[:_MOST]
    words = (
        max((longest_piece(mark.reading, measure, _READING, bold=True) for mark in marks), default=0.0),
        max((longest_piece(mark.verdict, measure, _VERDICT, bold=True) for mark in marks), default=0.0)
        + _SIGN
        + _AFTER,
    )
    for k, word in enumerate(words):
        more = min(max(0.0, word + 1 - wide[k]), max(0.0, wide[-1] - _LEAST * room))
        wide[k] += more
        wide[-1] -= more
    return wide


@dataclass(frozen=True, slots=True)
class _Row:
    """A verdict, fitted."""

    mark: Mark
    reading: Paragraph
    about: Paragraph
    verdict: Paragraph
    figures: tuple[tuple[Gauge, Paragraph], ...]
    why: Paragraph

    @property
    def height(self) -> float:
        """What its highest column takes."""
        figures = sum(said.height + 3 + _TICK + 4 for _, said in self.figures)
        return max(self.reading.height + 2 + self.about.height, self.verdict.height, figures, self.why.height)

    def at(self, lefts: list[float], top: float, wide: float, colours: Palette) -> list[Item]:
        """Everything in its column."""
        hue = colours.cut if self.mark.fires else colours.lift
        items: list[Item] = [*self.reading.at(lefts[0], top, colours.ink)]
        items += self.about.at(lefts[0], top + self.reading.height + 2, colours.quiet)
        if self.verdict.lines:
            middle = top + self.verdict.line_height / 2
            shape = "wedge" if self.mark.fires else "circle"
            items.append(
                Marker(lefts[1] + _SIGN / 2, middle, shape, _SIGN, hue, colours.background, 0.5, self.mark.verdict)
            )
            items += self.verdict.at(lefts[1] + _SIGN + _AFTER, top, hue)
        y = top
        for gauge, said in self.figures:
            items += said.at(lefts[2], y, colours.soft)
            y += said.height + 3
            items += _bar(gauge, lefts[2], y + _TICK / 2, wide, hue, colours)
            y += _TICK + 4
        return items + list(self.why.at(lefts[3], top, colours.soft))


def _fit(mark: Mark, measure: Measure, wide: list[float]) -> _Row:
    return _Row(
        mark,
        paragraph(mark.reading, measure, _READING, wide[0], 3, bold=True),
        paragraph(mark.about, measure, _ABOUT, wide[0], 3),
        paragraph(mark.verdict, measure, _VERDICT, wide[1] - _SIGN - _AFTER, 3, bold=True),
        tuple((gauge, paragraph(gauge.said or gauge.name, measure, _FIGURE, wide[2], 2)) for gauge in mark.gauges),
        paragraph(mark.why, measure, _WHY, wide[3], 12),
    )


def _bar(gauge: Gauge, x: float, y: float, wide: float, hue: str, colours: Palette) -> list[Item]:
    """A figure as a bar, the side of the threshold it is asked to be on shaded, a tick at the threshold."""
    span = gauge.high - gauge.low

    def at(value: float) -> float:
        return x + wide * (min(1.0, max(0.0, (value - gauge.low) / span)) if span > 0 else 0.5)

    tick = at(gauge.bar)
    asked = (tick, x + wide) if gauge.at_least else (x, tick)
    zero = at(min(max(0.0, gauge.low), gauge.high))
    ends = sorted((zero, at(gauge.value)))
    return [
        Rectangle(x, y - _BAR / 2, wide, _BAR, colours.hair),
        Rectangle(asked[0], y - _BAR / 2, asked[1] - asked[0], _BAR, colours.rule),
        Rectangle(ends[0], y - _BAR / 2, max(1.0, ends[1] - ends[0]), _BAR, hue),
        Polyline(((tick, y - _TICK / 2), (tick, y + _TICK / 2)), colours.ink, 1.4, label=gauge.said),
    ]
