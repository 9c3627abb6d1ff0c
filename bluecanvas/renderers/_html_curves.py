"""Value curves as part of a page: a plot that stretches, their names, every level as a table, and the data to ask with."""

from __future__ import annotations

from typing import Any

from bluecanvas.blocks import Curves, Line, Style
from bluecanvas.renderers._html_plot import key, plot, symbols
from bluecanvas.renderers._html_style import scale_words
from bluecanvas.renderers._html_tables import table
from bluecanvas.renderers._html_text import element, embedded, escaped
from bluecanvas.renderers._palette import PALETTES, pens

_ROLES = {
    Style.OURS: "to-be",
    Style.AS_IS: "as-is",
    Style.OPTION: "to-be",
    Style.RIVAL: "rival",
    Style.ALTERNATIVE: "alternative",
    Style.INDUSTRY: "industry",
    Style.OTHER: "alternative",
}
"""Whose curve it is, where the block does not say."""


def curves(block: Curves, prefix: str) -> str:
    """The plot with its names, factors and words, the note, the table, and the data."""
    return "".join(
        (
            drawing(block, prefix),
            element("p", block.note, "note"),
            '<div class="live" hidden></div>',
            table(block.as_table(), prefix),
            f'<script type="application/json" class="data">{embedded(_plain(block))}</script>',
        )
    )


def drawing(block: Curves, prefix: str) -> str:
    """The plot with its names, factors and words."""
    drawn = pens(block.lines, PALETTES["light"])  # colours are the style sheet's; all themes share the rest
    names = "".join(
        f'<li class="c{c}{" strong" if pen.strong else ""}" data-c="{c}">{key(c, pen, prefix)}'
        f"<span>{escaped(_name(line, block.unknown_word))}</span></li>"
        for c, (line, pen) in enumerate(zip(block.lines, drawn, strict=True))
    )
    words = "".join(f"<li>{escaped(word)}</li>" for _, word in scale_words(block))
    factors = "".join(
        f"<li><span>{escaped(axis.name)}</span>{element('small', _remark(block, k))}</li>"
        for k, axis in enumerate(block.axes)
    )
    return "".join(
        (
            '<div class="plot">',
            f'<svg class="defs" width="0" height="0" aria-hidden="true">{symbols(drawn, prefix)}</svg>',
            f'<ul class="names">{names}</ul><ol class="words" aria-hidden="true">{words}</ol>',
            f'<div class="area">{plot(block, drawn, prefix, True)}{plot(block, drawn, prefix, False)}</div>',
            f'<ol class="factors">{factors}</ol></div>',
        )
    )


def _name(line: Line, unknown: str) -> str:
    known = any(point.value is not None for point in line.points)
    return line.name if known else f"{line.name} ({unknown})"


def _remark(block: Curves, k: int) -> str:
    axis = block.axes[k]
    if axis.price:
        return block.price_word
    return " · ".join([block.created_word] * axis.created + [block.burden_word] * axis.burden)


def _plain(block: Curves) -> dict[str, Any]:
    """What the script works with: every text as it was typed."""
    axes = [axis._asdict() for axis in block.axes]
    lines = [
        {
            "id": line.id,
            "name": line.name,
            "role": line.role or _ROLES[line.style],
            "share": line.share,
            "depth": pen.depth,
            "points": [list(point) for point in line.points],
            **({"quiet": True} if pen.quiet else {}),
        }
        for line, pen in zip(block.lines, pens(block.lines, PALETTES["light"]), strict=True)
    ]
    us = next((c for c, line in enumerate(block.lines) if line.style is Style.OURS), None)
    fields = ("title", "subtitle", "date", "language", "low", "high", "step", "words", "factor_word", "sources")
    return {**{name: getattr(block, name) for name in fields}, "us": us, "axes": axes, "lines": lines}
