"""The value curves as a table of their own: a row a factor, a column a curve."""

from __future__ import annotations

from bluecanvas.blocks import Table
from bluecanvas.canvas.model import Canvas
from bluecanvas.frameworks import value_curve

KEY = "table"
PLACE = 3


def blocks(canvas: Canvas, language: str | None = None) -> tuple[Table, ...]:
    """Every level, with its interval and answers where they are known."""
    return tuple(block.as_table() for block in value_curve.blocks(canvas, language))
