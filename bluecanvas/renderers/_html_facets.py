"""Small multiples as part of a page: a plot under the other, each with its names, then every level as one table."""

from __future__ import annotations

from bluecanvas.blocks import Facets
from bluecanvas.renderers._html_curves import drawing
from bluecanvas.renderers._html_lines import Drawn, drawn
from bluecanvas.renderers._html_tables import levels
from bluecanvas.renderers._html_text import element, escaped
from bluecanvas.words.labels import label

_MOST_FACTORS = 800
"""Named under all plots together; what is beyond stands in the table alone."""


def panels(block: Facets, prefix: str) -> list[Drawn]:
    """The plots that are drawn; those of one figure's curves share its pens and its groups."""
    plots = [plot for plot in block.plots() if plot.axes and plot.lines]
    most = max(1, _MOST_FACTORS // max(1, len(block.whole.axes)))
    whole = None if block.parts else block.whole
    return [drawn(f"{prefix}p{at}", plot, whole) for at, plot in enumerate(plots[:most])]


def facets(block: Facets, prefix: str) -> str:
    """The plots, drawn to be looked at, and the table."""
    shown = panels(block, prefix)
    left = len(block.plots()) - len(shown)
    return "".join(
        (
            *(_panel(one, bool(block.parts)) for one in shown),
            element("p", f"… +{left}", "quiet") if left else "",
            "" if block.parts else element("p", label("page.facets", block.language), "hint"),
            element("p", block.whole.note, "note"),
            levels(block.as_table(), prefix),
        )
    )


def _panel(drawn: Drawn, titled: bool) -> str:
    """One plot: what it is called, or whose curves it holds, and its levels in words for those who do not see it."""
    plot, id = drawn.block, drawn.id
    named = plot.title if titled else " – ".join(line.name for line in (*plot.lines, *plot.derived))
    return (
        f'<figure class="facet" id="{id}"><figcaption id="{id}h">{escaped(named)}'
        f'</figcaption>{drawing(drawn)}<p class="said" id="{id}t">{escaped(plot.alt())}</p></figure>'
    )
