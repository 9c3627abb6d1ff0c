"""Value curves as part of a page: a plot that stretches, their names, every level as a table, and the data to ask with."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Any

from bluecanvas.blocks import Line, Point, Style, show_point
from bluecanvas.renderers._html_arrows import arrow_key, shifts
from bluecanvas.renderers._html_lines import Drawn
from bluecanvas.renderers._html_panel import panel
from bluecanvas.renderers._html_parts import begins, headings
from bluecanvas.renderers._html_plot import key, plot, symbols
from bluecanvas.renderers._html_style import scale_words
from bluecanvas.renderers._html_tables import level_text, levels
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


def curves(drawn: Drawn, level: int) -> str:
    """The plot with its names, factors and words, the note, the panel with headings of a level, the table, and the data."""
    return "".join(
        (
            drawing(drawn, said=False),
            element("p", drawn.block.note, "note"),
            panel(drawn.block.language, level),
            levels(drawn.block.as_table(), drawn.id),
            f"<script type=application/json class=data>{embedded(brief(plain(drawn)))}</script>",
        )
    )


def drawing(drawn: Drawn, said: bool = True) -> str:
    """The plot with its names, factors and words; its points are said where no script does."""
    block, id, pens = drawn.block, drawn.id, drawn.pens(PALETTES["light"])
    away: Set[int] = frozenset() if said else drawn.inside
    names = "".join(
        f"<li class={_styles(c, pen.strong, c in away)}>{key(c, pen, drawn)}{_name(line, block.unknown_word)}"
        for c, (line, pen) in enumerate(zip(drawn.lines, pens, strict=True))
    )
    words = "".join(f"<li>{escaped(word)}" for _, word in scale_words(block))
    parts = dict(begins(block))
    factors = "".join(
        f"<li>{element('small', parts.get(k, ''), 'part')}<span>{escaped(axis.name)}</span>{element('small', remark(block, k))}"
        for k, axis in enumerate(block.axes)
    )
    return "".join(
        (
            f'<div class="plot{" parted" if parts else ""}">',
            f"<svg class=defs width=0 height=0 aria-hidden=true><defs>{symbols(drawn)}</defs></svg>",
            f'<ul class="names">{names}</ul><ol class="words" aria-hidden="true">{words}</ol>{headings(block)}',
            f'<div class="area">{plot(drawn, said)}</div>',
            f'<ol class="factors">{factors}</ol></div>',
            arrow_key(block, id),
        )
    )


def _styles(c: int, strong: bool, off: bool) -> str:
    styles = [f"c{c}", *(["strong"] if strong else []), *(["off"] if off else [])]
    return f'"{" ".join(styles)}"' if styles[1:] else styles[0]


def _name(line: Line, unknown: str) -> str:
    """A curve's name, and how many answers its levels rest on, or that nothing is known of it."""
    aside = line.beside(unknown)
    beside = f"<small> ({escaped(aside)})</small>" if aside else ""
    return f"<span>{escaped(line.name)}{beside}</span>"


def plain(drawn: Drawn) -> dict[str, Any]:
    """What the script works with: every text as it was typed, a point as its level, low, high, n and evidence."""
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
            "points": line.points,
        }
        for line, pen in zip(block.lines, pens, strict=False)
    ]
    us = next((c for c, line in enumerate(block.lines) if line.style is Style.OURS), None)
    fields = ("title", "subtitle", "date", "language", "low", "high", "step", "words", "factor_word", "sources")
    at = {line.id: c for c, line in enumerate(block.lines)}
    more = {
        "derived": [{"depth": pens[c].depth, **({"quiet": True} if pens[c].quiet else {}), "points": line.points}
                    for c, line in enumerate(block.derived, len(lines))],
        "bands": [[at[id] for id in band.members if id in at] for band in block.bands],
        "shifts": [[k, shift.start, shift.target] for k, shift in shifts(block).items()],
    }  # fmt: skip
    return {
        **{name: getattr(block, name) for name in fields}, "us": us, "axes": axes, "lines": lines,
        **{name: value for name, value in more.items() if value},
    }  # fmt: skip


def brief(data: dict[str, Any]) -> dict[str, Any]:
    """The data without what `page.js` knows without it: texts and levels as the page shows them, and the usual."""
    speak = data["language"]
    texts = {name: data[name] for name in ("title", "factor_word") if shown(data[name]) == data[name]}
    named = (_named(axis, {"importance": None}) for axis in data["axes"])
    axes: list[Any] = [axis["id"] if axis.keys() == {"id"} else axis or 0 for axis in named]
    lines = [_pointed(_named(line, _USUAL_LINE), speak) for line in data["lines"]]
    derived = [_pointed(line, speak) for line in data.get("derived", ())]
    whole = {**data, "axes": axes if any(axes) else None, "lines": lines, "derived": derived}
    usual = {**_USUAL, **texts}
    return {name: value for name, value in whole.items() if name not in usual or value != usual[name]}


_USUAL: dict[str, Any] = {
    "subtitle": "", "date": "", "low": 0, "high": 10, "step": 1, "words": (), "sources": (), "us": 0, "axes": None, "derived": [],
}  # fmt: skip
_USUAL_LINE = {"share": None, "role": "rival", "depth": 0}
_NUMBER = re.compile(r"−?\d+(?:[.,]\d+)?")


def _named(thing: dict[str, Any], usual: dict[str, Any]) -> dict[str, Any]:
    known = {**usual, "id": thing["name"], "name": thing["name"] if shown(thing["name"]) == thing["name"] else None}
    return {name: value for name, value in thing.items() if name not in known or value != known[name]}


def _pointed(line: dict[str, Any], speak: str) -> dict[str, Any]:
    """A line without the levels that its cells of the table say to the last digit, its evidence once if it is one."""
    points: Sequence[Point] = line["points"]
    cited = [list(point.evidence) if len(point.evidence) != 1 else point.evidence[0] for point in points]
    once = cited[:1] if all(one == cited[0] for one in cited) else cited
    return {
        **{name: value for name, value in line.items() if name != "points"},
        **({} if all(_is_in_table(point, speak) for point in points) else {"points": [_shortened(p) for p in points]}),
        **({"evidence": once} if any(point.evidence for point in points) else {}),
    }


def _is_in_table(point: Point, speak: str) -> bool:
    """Whether a cell of the table gives a point as it is, read as the script reads it."""
    cell = level_text(show_point(point, speak))
    numbers: list[float | None] = [float(one.replace(",", ".").replace("−", "-")) for one in _NUMBER.findall(cell)]
    count = numbers.pop() if "n" in cell else None
    return [*numbers, None, None, None][:3] == [point.value, point.low, point.high] and count == point.n


def _told(fields: dict[str, Any], always: tuple[str, ...]) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if name in always or value not in (None, "", False)}


def _shortened(point: Point) -> Any:
    """A point without its evidence and what is unknown at its end; a level alone where that is all."""
    known = list(point[:4])
    while len(known) > 1 and known[-1] is None:
        known.pop()
    return known if known[1:] else known[0]
