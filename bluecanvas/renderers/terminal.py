"""Pictures in a terminal: blocks drawn with characters, in colour where the terminal has it, never wider than it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.blocks import Block, Curves, Facets, Grid, Prose
from bluecanvas.renderers import Look, _terminal_curves, _terminal_grid
from bluecanvas.renderers._terminal_pen import Pen
from bluecanvas.renderers._terminal_table import draw_prose, draw_table


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks one below the other, as UTF-8 text that ends with one newline."""
    drawn = ("\n".join(_draw(block, Pen(look, block.language))).strip("\n") for block in blocks)
    return ("\n\n".join(drawn) + "\n").encode()


def _draw(block: Block, pen: Pen) -> Iterator[str]:
    if isinstance(block, Curves):
        return _terminal_curves.draw(block, pen)
    if isinstance(block, Facets):
        return _facets(block, pen)
    if isinstance(block, Grid):
        return _terminal_grid.draw(block, pen)
    return draw_prose(block, pen) if isinstance(block, Prose) else draw_table(block.as_table(), pen)


def _facets(block: Facets, pen: Pen) -> Iterator[str]:
    """The plots one below the other, the title over the first and the note under the last."""
    for at, page in enumerate(block.pages()):
        shown = page if at + 1 == len(block.panels) else page._replace(note="")
        if at:
            yield ""
            shown = shown._replace(title="", subtitle=page.subtitle if block.parts else "", date="")
        yield from _terminal_curves.draw(shown, pen)
