"""Small multiples as part of a page: a plot under the other, each with its names, then every level as one table."""

from __future__ import annotations

from bluecanvas.blocks import Curves, Facets
from bluecanvas.renderers._html_curves import drawing
from bluecanvas.renderers._html_tables import table
from bluecanvas.renderers._html_text import element, escaped

_MOST_FACTORS = 800
"""Named under all plots together; what is beyond stands in the table alone."""


def panels(block: Facets, prefix: str) -> list[tuple[str, Curves]]:
    """The plots that are drawn, each with the id it has on the page."""
    plots = [plot for plot in block.plots() if plot.axes and plot.lines]
    most = max(1, _MOST_FACTORS // max(1, len(block.whole.axes)))
    return [(f"{prefix}p{at}", plot) for at, plot in enumerate(plots[:most])]


def facets(block: Facets, prefix: str) -> str:
    """The plots, drawn to be looked at, and the table."""
    drawn = panels(block, prefix)
    left = len(block.plots()) - len(drawn)
    return "".join(
        (
            *(_panel(plot, id, bool(block.parts)) for id, plot in drawn),
            element("p", f"… +{left}", "quiet") if left else "",
            element("p", block.whole.note, "note"),
            table(block.as_table(), prefix),
        )
    )


def _panel(plot: Curves, id: str, titled: bool) -> str:
    """One plot: what it is called, or whose curves it holds, and its levels in words for those who do not see it."""
    named = plot.title if titled else " – ".join(line.name for line in plot.lines)
    return (
        f'<figure class="facet" id="{id}"><figcaption id="{id}h"{"" if titled else " class=said"}>{escaped(named)}'
        f'</figcaption>{drawing(plot, id)}<p class="said" id="{id}t">{escaped(plot.alt())}</p></figure>'
    )
