"""Small multiples of value curves as a scene: plots under and beside each other, on one scale.

Factors are named once a column where all plots have the same ones in one order, else under each plot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bluecanvas.blocks import Curves, Facets
from bluecanvas.renderers._arrows import draw_shifts
from bluecanvas.renderers._axes import Axes, fit_axes, narrowest, natural_width
from bluecanvas.renderers._fitting import Paragraph, paragraph
from bluecanvas.renderers._lines import Names, draw_lines, draw_names, shown
from bluecanvas.renderers._palette import MOST_MARKERS, Palette
from bluecanvas.renderers._scene import XY, Item, Measure, Scene, moved
from bluecanvas.renderers._sheet import MARGIN, Sheet, filling, fit_sheet

_BETWEEN = 16.0
"""From one plot to the next below it."""
_PLOT = 96.0
"""The least height of a plot."""
_TALLEST = 4
"""Plots under each other."""
_HEADING = 12.0
_OVER_HEADING, _UNDER_HEADING = 10.0, 10.0


def layout(block: Facets, measure: Measure, colours: Palette, size: XY | None = None, least: float = 0.0) -> Scene:
    """The scene of small multiples, of its own size or of a given one in points."""
    whole = shown(block.whole, thin=False)
    plots = [shown(plot, thin=bool(block.parts)) for plot in block.plots()]
    columns = max(1, -(-len(plots) // _TALLEST))

    def plan(width: float) -> _Plan:
        room = width / columns
        sheet = fit_sheet(whole, measure, width)
        if block.parts:
            headings = [paragraph(plot.title, measure, _HEADING, room - 2 * MARGIN, 2, bold=True) for plot in plots]
            fitted = [fit_axes(plot, measure, colours, room) for plot in plots]
            alike = len({tuple(axis.id for axis in plot.axes) for plot in plots}) == 1
        else:
            shared = fit_axes(whole, measure, colours, room)
            headings = [paragraph("", measure, _HEADING, room)] * len(plots)
            fitted, alike = [_part(shared, plot) for plot in plots], True
        if sum(len(axes.pens) * len(axes.block.axes) for axes in fitted) > MOST_MARKERS:
            fitted = [replace(axes, pens=tuple(replace(pen, quiet=True) for pen in axes.pens)) for axes in fitted]
        return _Plan(sheet, colours, tuple(zip(headings, fitted, strict=True)), columns, alike)

    if size is not None:
        return filling(plan, size, columns * max((narrowest(plot, measure) for plot in plots), default=0.0))
    widest = plots if block.parts else [whole]
    narrow = max(natural_width(plot, measure, colours) for plot in widest)
    fitted = plan(max(least, narrow * columns, 680.0))
    return fitted.scene(fitted.least_height)


def _part(axes: Axes, plot: Curves) -> Axes:
    """The axes of the whole with the curves of one plot."""
    ids = {line.id for line in plot.lines}
    chosen = [c for c, line in enumerate(axes.block.lines) if line.id in ids]
    return replace(
        axes,
        block=axes.block._replace(lines=tuple(axes.block.lines[c] for c in chosen)),
        pens=tuple(axes.pens[c] for c in chosen),
        names=Names(tuple(axes.names.fitted[c] for c in chosen)),
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """The sheet, and the heading and the axes of each plot."""

    sheet: Sheet
    colours: Palette
    plots: tuple[tuple[Paragraph, Axes], ...]
    columns: int
    alike: bool
    """Whether the factors are the same under every plot, and so named once a column."""

    @property
    def roomy(self) -> bool:
        """Whether every name finds its place."""
        return all(axes.roomy for _, axes in self.plots)

    @property
    def least_height(self) -> float:
        """The least height that shows every plot and every name."""
        plot = max((_PLOT, *(max(axes.least, axes.names.height) for _, axes in self.plots)))
        return self.sheet.head + self._around + self._rows * plot + self.sheet.foot

    @property
    def _rows(self) -> int:
        return -(-len(self.plots) // self.columns)

    @property
    def _around(self) -> float:
        """What the plots of a column have above, between and below them."""
        rows = range(self._rows)
        return sum(self._above(row) + self._under(row) for row in rows) + _BETWEEN * max(0, self._rows - 1)

    def _in_row(self, row: int) -> list[tuple[Paragraph, Axes]]:
        return [plot for number, plot in enumerate(self.plots) if number % self._rows == row]

    def _headed(self, row: int) -> bool:
        """Whether the parts of the axis are named above a row."""
        return row == 0 or not self.alike

    def _above(self, row: int) -> float:
        above = 0.0
        for heading, axes in self._in_row(row):
            over = _OVER_HEADING if row == 0 else 0.0
            under = axes.above if self._headed(row) else _UNDER_HEADING
            high = over + heading.height if heading.lines else 0.0
            above = max(above, high + under if heading.lines or self._headed(row) else 0.0)
        return above

    def _under(self, row: int) -> float:
        named = row == self._rows - 1 or not self.alike
        return max((axes.under for _, axes in self._in_row(row)), default=0.0) if named else 0.0

    def scene(self, height: float) -> Scene:
        """Everything in place, down the columns."""
        sheet, colours = self.sheet, self.colours
        plot = (height - sheet.head - sheet.foot - self._around) / max(1, self._rows)
        items = sheet.draw(height, colours)
        top = sheet.head
        for row in range(self._rows):
            above = self._above(row)
            for column in range(self.columns):
                number = column * self._rows + row
                if number < len(self.plots):
                    drawn = self._plot(number, row, top, top + above, top + above + plot)
                    items += [moved(item, 1.0, column * sheet.width / self.columns, 0.0) for item in drawn]
            top += above + plot + self._under(row) + _BETWEEN
        return Scene(sheet.width, height, colours.background, tuple(items))

    def _plot(self, number: int, row: int, head: float, top: float, bottom: float) -> list[Item]:
        """One plot under its heading; the last of a column, or each, over the names of its factors."""
        heading, axes = self.plots[number]
        block, frame, colours = axes.block, axes.frame(top, bottom), self.colours
        named = not self.alike or row == self._rows - 1 or number == len(self.plots) - 1
        return [
            *heading.at(MARGIN, head + (_OVER_HEADING if row == 0 else 0.0), colours.ink),
            *axes.grid(frame, self._headed(row)),
            *draw_lines(block, axes.pens, colours, frame),
            *draw_shifts(block, colours, frame),
            *draw_names(block, axes.pens, colours, frame, axes.names),
            *(axes.under_plot(frame) if named else ()),
        ]
