"""Prose as a scene: a heading and paragraphs in lines of a readable length."""

from __future__ import annotations

from bluecanvas.blocks import Prose
from bluecanvas.renderers._fitting import paragraph
from bluecanvas.renderers._palette import Palette
from bluecanvas.renderers._scene import XY, Item, Measure, Scene, fitted

MARGIN = 28.0
_TITLE, _TEXT = 20.0, 11.5
_WIDTH = 560.0
_MOST_LINES = 400


def layout(block: Prose, measure: Measure, colours: Palette, size: XY | None = None) -> Scene:
    """The scene of some prose."""

    def draw(width: float) -> Scene:
        title = paragraph(block.title, measure, _TITLE, width - 2 * MARGIN, 3, bold=True)
        items: list[Item] = [*title.at(MARGIN, MARGIN, colours.ink)]
        y = MARGIN + (title.height + 12 if title.lines else 0.0)
        left = _MOST_LINES
        for text in block.paragraphs:
            if left == 0:
                break
            fit = paragraph(text, measure, _TEXT, width - 2 * MARGIN, left)
            items += fit.at(MARGIN, y, colours.soft)
            y += fit.height + 9
            left -= len(fit.lines)
        return Scene(width, y - 9 + MARGIN, colours.background, tuple(items))

    return fitted(draw, size, _WIDTH, 320.0)
