"""The parts of a page's axis of factors: where each begins, and its heading over an upright plot."""

from __future__ import annotations

from bluecanvas.blocks import Curves
from bluecanvas.renderers._html_text import element, number
from bluecanvas.renderers._parts import stretches


def begins(block: Curves) -> list[tuple[int, str]]:
    """Each part's first factor, by its position, and the part's heading."""
    return [(first, word) for first, _, word in stretches(block)]


def headings(block: Curves) -> str:
    """The headings over an upright plot."""
    found = "".join(
        _heading(word, all(axis.created for axis in block.axes[first:end])) for first, end, word in stretches(block)
    )
    return f'<ol class="parts">{found}</ol>' if found else ""


def _heading(word: str, created: bool) -> str:
    style = ' class="zone"' if created else ""
    return f"<li{style}>{element('span', word)}</li>"


def heading_places(block: Curves, within: str) -> str:
    """The rules that put each heading over its part, within a plot."""
    wide = 100 / max(1, len(block.axes))
    return "".join(
        f"{within}.parts li:nth-child({at}){{left:{number(first * wide)}%;width:{number((end - first) * wide)}%}}"
        for at, (first, end, _) in enumerate(stretches(block), 1)
    )
