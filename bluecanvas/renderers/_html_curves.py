"""Value curves as part of a page: a plot that stretches, their names, every level as a table, and the data to ask with."""

from __future__ import annotations

from typing import Any

from bluecanvas.blocks import Line, Style
from bluecanvas.renderers._html_arrows import arrow_key, shifts
from bluecanvas.renderers._html_lines import Drawn, groups
from bluecanvas.renderers._html_parts import begins, headings
from bluecanvas.renderers._html_plot import key, plot, symbols
from bluecanvas.renderers._html_style import scale_words
from bluecanvas.renderers._html_tables import table
from bluecanvas.renderers._html_text import element, embedded, escaped, shown
from bluecanvas.renderers._palette import PALETTES
from bluecanvas.renderers._parts import remark

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


def curves(drawn: Drawn) -> str:
    """The plot with its names, factors and words, the note, the table, and the data."""
    return "".join(
        (
            drawing(drawn, said=False),
            element("p", drawn.block.note, "note"),
            '<div class="live" hidden></div>',
            table(drawn.block.as_table(), drawn.id),
            f'<script type="application/json" class="data">{embedded(brief(plain(drawn)))}</script>',
        )
    )


def drawing(drawn: Drawn, said: bool = True) -> str:
    """The plot with its names, factors and words; its points are said where no script does."""
    block, id, pens = drawn.block, drawn.id, drawn.pens(PALETTES["light"])
    names = "".join(
        f'<li class="c{c}{" strong" if pen.strong else ""}">{key(c, pen, id)}{_name(line, block.unknown_word)}</li>'
        for c, (line, pen) in enumerate(zip(drawn.lines, pens, strict=True))
    )
    words = "".join(f"<li>{escaped(word)}</li>" for _, word in scale_words(block))
    parts = dict(begins(block))
    factors = "".join(
        f"<li>{element('small', parts.get(k, ''), 'part')}<span>{escaped(axis.name)}</span>{element('small', remark(block, k))}</li>"
        for k, axis in enumerate(block.axes)
    )
    return "".join(
        (
            f'<div class="plot{" parted" if parts else ""}">',
            f'<svg class="defs" width="0" height="0" aria-hidden="true">{symbols(drawn)}</svg>',
            f'<ul class="names">{names}</ul><ol class="words" aria-hidden="true">{words}</ol>{headings(block)}',
            f'<div class="area">{plot(drawn, said)}</div>',
            f'<ol class="factors">{factors}</ol></div>',
            arrow_key(block, id),
        )
    )


def _name(line: Line, unknown: str) -> str:
    """A curve's name, and how many answers its levels rest on, or that nothing is known of it."""
    aside = line.beside(unknown)
    beside = f"<small> ({escaped(aside)})</small>" if aside else ""
    return f"<span>{escaped(line.name)}{beside}</span>"


def plain(drawn: Drawn) -> dict[str, Any]:
    """What the script works with: every text as it was typed; what says nothing is left out."""
    block = drawn.block
    pens = drawn.pens(PALETTES["light"])
    axes = [_told(axis._asdict(), ("id", "name", "importance")) for axis in block.axes]
    lines = [
        {
            **_told(
                {"id": line.id, "name": line.name, "share": line.share, "quiet": pen.quiet}, ("id", "name", "share")
            ),
            "role": line.role or _ROLES[line.style],
            "depth": pen.depth,
            "points": [
                _shortened([point.value, point.low, point.high, point.n, point.evidence]) for point in line.points
            ],
        }
        for line, pen in zip(block.lines, pens, strict=False)
    ]
    us = next((c for c, line in enumerate(block.lines) if line.style is Style.OURS), None)
    fields = ("title", "subtitle", "date", "language", "low", "high", "step", "words", "factor_word", "sources")
    at = {line.id: c for c, line in enumerate(block.lines)}
    more = {
        "derived": [{"depth": pens[c].depth, **({"quiet": True} if pens[c].quiet else {}), "points": [_shortened([p.value]) for p in line.points]}
                    for c, line in enumerate(block.derived, len(lines))],
        "bands": [[at[id] for id in band.members if id in at] for band in groups(block)],
        "shifts": [[k, shift.start, shift.target] for k, shift in shifts(block).items()],
    }  # fmt: skip
    return {
        **{name: getattr(block, name) for name in fields}, "us": us, "axes": axes, "lines": lines,
        **{name: value for name, value in more.items() if value},
    }  # fmt: skip


def brief(data: dict[str, Any]) -> dict[str, Any]:
    """The data without what `page.js` knows without it: names as the page shows them, ids that are names, and the usual."""
    return {
        **data,
        "axes": [_named(axis, {"importance": None}) for axis in data["axes"]],
        "lines": [_pointed(_named(line, {"share": None, "role": "rival", "depth": 0})) for line in data["lines"]],
        **({"derived": [_pointed(line) for line in data["derived"]]} if "derived" in data else {}),
    }


def _named(thing: dict[str, Any], usual: dict[str, Any]) -> dict[str, Any]:
    known = {**usual, "id": thing["name"], "name": thing["name"] if shown(thing["name"]) == thing["name"] else None}
    return {name: value for name, value in thing.items() if name not in known or value != known[name]}


def _pointed(line: dict[str, Any]) -> dict[str, Any]:
    return {**line, "points": [point if point[1:] else point[0] for point in line["points"]]}


def _told(fields: dict[str, Any], always: tuple[str, ...]) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if name in always or value not in (None, "", False)}


def _shortened(point: list[Any]) -> list[Any]:
    """A point without what is unknown at its end."""
    while len(point) > 1 and point[-1] in (None, ()):
        point = point[:-1]
    return point
