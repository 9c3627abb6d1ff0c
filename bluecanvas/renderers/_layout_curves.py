"""The strategy canvas as a scene: title, axis of factors, curves, and every curve's name where the curve ends."""

from __future__ import annotations

from dataclasses import dataclass

from bluecanvas.blocks import Curves
from bluecanvas.renderers._arrows import draw_shifts
from bluecanvas.renderers._axes import Axes, fit_axes, narrowest, natural_width
from bluecanvas.renderers._lines import draw_lines, draw_names, shown
from bluecanvas.renderers._palette import Palette
from bluecanvas.renderers._scene import XY, Measure, Scene
from bluecanvas.renderers._sheet import Sheet, filling, fit_sheet

_NARROWEST = 680.0


def layout(block: Curves, measure: Measure, colours: Palette, size: XY | None = None, least: float = 0.0) -> Scene:
    """The scene of a strategy canvas, of its own size or of a given one in points, where all shrinks until it fits."""
    block = shown(block)

    def plan(width: float) -> _Plan:
        return _Plan(fit_sheet(block, measure, width), fit_axes(block, measure, colours, width))

    if size is not None:
        return filling(plan, size, narrowest(block, measure))
    fitted = plan(max(least, _NARROWEST, natural_width(block, measure, colours)))
    return fitted.scene(max(fitted.least_height, min(fitted.sheet.width * 9 / 16, 600.0)))


@dataclass(frozen=True, slots=True)
class _Plan:
    """All texts of the picture fitted to a width, and the height they need at least."""

    sheet: Sheet
    axes: Axes

    @property
    def roomy(self) -> bool:
        """Whether every name finds its place."""
        return self.axes.roomy

    @property
    def least_height(self) -> float:
        """The least height that shows the curves apart and every name."""
        axes = self.axes
        plot = max(150.0, axes.names.height, axes.least)
        return self.sheet.head + axes.above + plot + axes.under + self.sheet.foot

    def scene(self, height: float) -> Scene:
        """Everything in place."""
        sheet, axes = self.sheet, self.axes
        frame = axes.frame(sheet.head + axes.above, height - sheet.foot - axes.under)
        items = [
            *sheet.draw(height, axes.colours),
            *axes.grid(frame),
            *axes.under_plot(frame),
            *draw_lines(axes.block, axes.pens, axes.colours, frame),
            *draw_shifts(axes.block, axes.colours, frame),
            *draw_names(axes.block, axes.pens, axes.colours, frame, axes.names),
        ]
        return Scene(sheet.width, height, axes.colours.background, tuple(items))
