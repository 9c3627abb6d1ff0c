"""Small multiples as charts of their own: each says whom it compares, and draws its curves as the whole does."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.blocks import Curves, Facets
from bluecanvas.words import label


def pages_of(block: Facets) -> Iterator[Curves]:
    """Small multiples one by one, each under a title of its own that says what is beside what."""
    colon = label("colon", block.language)
    for page, plot in zip(block.pages(), block.plots(), strict=True):
        if block.parts:
            own, subtitle = plot.title, block.whole.subtitle
        else:
            own, subtitle = " – ".join(_compared(plot)), page.subtitle
        yield page._replace(title=colon.join(filter(str.strip, (block.title, own))), subtitle=subtitle)


def _compared(plot: Curves) -> Iterator[str]:
    """Whom a plot compares: its curves, those of a group by the group's name."""
    grouped = {id for band in plot.bands for id in band.members}
    yield from (line.name for line in (*plot.lines, *plot.derived) if line.id not in grouped)
    yield from (band.name for band in plot.bands)


def among(block: Facets) -> Curves | None:
    """The curves that all of small multiples are some of; None where each has its own."""
    return None if block.parts else block.whole
