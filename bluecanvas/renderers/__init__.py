"""Renderers: one file a medium; each turns any block into bytes and knows nothing but blocks.

A renderer is a module named after its format with `render(blocks, look) -> bytes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bluecanvas.blocks import Block
from bluecanvas.registry import Folder

RENDERERS = Folder(__name__, list(__path__))


class Look(NamedTuple):
    """How to show a block, as far as the medium lets one choose."""

    columns: int = 80
    """Terminal: the width in cells."""
    colours: int = 0
    """Terminal: 0 for none, else 16, 256 or 16777216."""
    ascii: bool = False
    """Terminal: draw with ASCII alone."""
    size: tuple[float, float] | None = None
    """Pictures: width and height in inches; None fits the content."""
    dpi: int = 200
    """Pictures: pixels an inch."""
    theme: str = "light"


def render(medium: str, blocks: Sequence[Block], look: Look | None = None) -> bytes:
    """The blocks as one file of a medium (`png`, `terminal`, …); CallError for a medium there is none of."""
    drawn: bytes = RENDERERS.load(medium).render(blocks, look or Look())
    return drawn
