"""Pictures in a terminal: blocks drawn with characters, in colour where the terminal has it, never wider than it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bluecanvas.blocks import Block, Curves, Grid, Prose
from bluecanvas.renderers import Look
from bluecanvas.renderers import _terminal_curves as curves
from bluecanvas.renderers._terminal_pen import Pen


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks one below the other, as UTF-8 text that ends with one newline."""
    pen = Pen(look)
    drawn = ("\n".join(_draw(block, pen)).strip("\n") for block in blocks)
    return ("\n\n".join(drawn) + "\n").encode()


def _draw(block: Block, pen: Pen) -> Iterable[str]:
    if isinstance(block, Curves):
        return curves.draw(block, pen)
    return []
