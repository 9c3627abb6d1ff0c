"""Small multiples of value curves as a scene: plots under and beside each other, on one scale, factors named once a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bluecanvas.blocks import Curves, Facets
from bluecanvas.renderers._arrows import draw_shifts
from bluecanvas.renderers._axes import Axes, fit_axes, natural_width
from bluecanvas.renderers._lines import Names, draw_lines, draw_names, shown
from bluecanvas.renderers._palette import Palette
from bluecanvas.renderers._scene import XY, Item, Measure, Scene, moved
from bluecanvas.renderers._sheet import Sheet, filling, fit_sheet

_BETWEEN = 16.0
"""From one plot to the next below it."""
_PLOT = 96.0
"""The least height of a plot."""
_TALLEST = 4
"""Plots under each other."""


def layout(block: Facets, measure: Measure, colours: Palette, size: XY | None = None, least: float = 0.0) -> Scene:
    """The scene of small multiples, of its own size or of a given one in points."""
    whole = replace(block.whole, bands=())
    rows = [tuple(panel) for panel in block.panels]
    columns = max(1, -(-len(rows) // _TALLEST))

    def plan(width: float) -> _Plan:
        axes = fit_axes(shown(whole), measure, colours, width / columns)
        return _Plan(fit_sheet(whole, measure, width), axes, rows, columns)

    if size is not None:
        return filling(plan, size)
    narrow = natural_width(shown(whole), measure, colours)
    fitted = plan(max(least, narrow * columns, 680.0))
    return fitted.scene(fitted.least_height)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The sheet, and the axes that all plots share."""

    sheet: Sheet
    axes: Axes
    panels: Sequence[tuple[str, ...]]
    columns: int

    @property
    def roomy(self) -> bool:
        """Whether every name finds its place."""
        return self.axes.roomy

    @property
    def _rows(self) -> int:
        return -(-len(self.panels) // self.columns)

    @property
    def least_height(self) -> float:
        """The least height that shows every plot and every name."""
        axes = self.axes
        plot = max(_PLOT, axes.least, *(self._names(panel)[1].height for panel in self.panels))
        plots = self._rows * plot + max(0, self._rows - 1) * _BETWEEN
        return self.sheet.head + axes.above + plots + axes.under + self.sheet.foot

    def _names(self, panel: Sequence[str]) -> tuple[list[int], Names]:
        """The curves of a plot, and their names."""
        chosen = [c for c, line in enumerate(self.axes.block.lines) if line.id in panel]
        return chosen, Names(tuple(self.axes.names.fitted[c] for c in chosen))

    def scene(self, height: float) -> Scene:
        """Everything in place, down the columns."""
        sheet, axes = self.sheet, self.axes
        top, bottom = sheet.head + axes.above, height - sheet.foot - axes.under
        plot = (bottom - top - (self._rows - 1) * _BETWEEN) / max(1, self._rows)
        items = sheet.draw(height, axes.colours)
        for number, panel in enumerate(self.panels):
            column, row = divmod(number, self._rows)
            above = top + row * (plot + _BETWEEN)
            drawn = self._plot(panel, above, above + plot, row == 0)
            if row == self._rows - 1 or number == len(self.panels) - 1:
                drawn += axes.under_plot(axes.frame(above, above + plot))
            items += [moved(item, 1.0, column * sheet.width / self.columns, 0.0) for item in drawn]
        return Scene(sheet.width, height, axes.colours.background, tuple(items))

    def _plot(self, panel: Sequence[str], top: float, bottom: float, headed: bool) -> list[Item]:
        """One plot with its curves."""
        axes, frame = self.axes, self.axes.frame(top, bottom)
        chosen, names = self._names(panel)
        block: Curves = replace(axes.block, lines=tuple(axes.block.lines[c] for c in chosen))
        pens = [axes.pens[c] for c in chosen]
        return [
            *axes.grid(frame, headed),
            *draw_lines(block, pens, axes.colours, frame),
            *draw_shifts(block, axes.colours, frame),
            *draw_names(block, pens, axes.colours, frame, names),
        ]
