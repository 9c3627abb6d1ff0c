"""The style of a page: the shared sheet, a theme's colours, and what depends on the blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from pathlib import Path

from bluecanvas.blocks import Curves
from bluecanvas.renderers import Theme
from bluecanvas.renderers._fitting import apart
from bluecanvas.renderers._html_frame import Frame
from bluecanvas.renderers._html_lines import Drawn
from bluecanvas.renderers._html_parts import heading_places
from bluecanvas.renderers._html_text import number
from bluecanvas.renderers._palette import PALETTES, Palette, Pen, palette
from bluecanvas.words import cells

_COLUMN, _BESIDE, _LEAST, _MOST = (62, 104), 340, 560, 1280
"""Pixels a factor takes on a wide plot, and what stands beside it; the least width for one, and the page's most."""
_LINE = 5.0
"""The height of a line of a word on the scale, in per cent of the plot."""
_WORD_CELLS = 16
_PIECES = re.compile("[\\s/\u2010-\u2014\u00b7-]|(?<=[\u2e80-\uffef])")
"""Where a factor's name may be broken."""
_LITERAL = re.compile(
    r'"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[(=,] )/.+?/[a-z]*(?=[,;)])|(?<=\()/.+?/[a-z]*(?=[,;)])'
)
_AROUND = re.compile(r"\s*((?<![+-]\s)(?<![+-])[+-](?!\s*[+-])|[{}()\[\];,:?=<>!&|*/%])\s*")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_SOME = {
    "parts.css": (' class="parts"',),
    "several.css": (' id="b1"',),
    "ranges.css": (" class=range",),
    "moves.css": (' class="signs"', ' class="grid"'),
    "grid.css": (' class="grid"',),
    "large.css": (' class="scroll large',),
    "across.css": (' broader"', ' broadest"'),
}
"""Sheets of what not every page holds, and the marks of it: no text has them, for its quotation marks are written out."""
_USUAL = 1.7
"""The width of most lines."""
_SIZES = ((9, 0.82), (11, 0.76), (10_000, 0.7))
"""How large factors are set by the cells of their longest word."""


def colours(theme: str | Theme, plots: Sequence[Drawn]) -> str:
    """The rules that colour a page; a light one turns dark where its reader prefers that, and all print light."""
    chosen = palette(theme)
    paper = PALETTES["light"] if theme == "dark" else chosen
    rules = [_coloured(paper, plots)]
    if theme in ("light", "dark"):  # others are what they say, on every screen
        dark = PALETTES["dark"]
        query = "screen" if theme == "dark" else "screen and (prefers-color-scheme:dark)"
        rules.append(f"@media {query}{{{_coloured(dark, plots, 'color-scheme:dark;')}}}")
    return "".join(rules)


def places(plots: Sequence[Drawn]) -> str:
    """The rules of every plot: from which width on it is wide, and where the words stand on its scale."""
    alone = len(plots) == 1
    return "".join(_places(plot.block, "" if alone else f"#{plot.id} ") for plot in plots)


def _places(block: Curves, within: str) -> str:
    longest = max((cells(piece) for axis in block.axes for piece in _PIECES.split(axis.name)), default=0)
    column = max(_COLUMN[0], min(_COLUMN[1], 6.6 * longest + 10))
    least = max(_LEAST, _BESIDE + column * len(block.axes))
    words = scale_words(block)
    frame = Frame(block.low, block.high, 1)
    heights = [_LINE * min(3, ceil(cells(word) / _WORD_CELLS)) for _, word in words]
    centres = apart([frame.level(level) for level, _ in words], heights, 0.0, 100.0)
    stands = "".join(
        f"{within}.words li:nth-child({at}){{top:{number(centre)}%}}" for at, centre in enumerate(centres, 1)
    )
    wide = max((min(10.0, 0.6 * cells(word) + 1.2) for _, word in words), default=2.0)
    size = next((size for most, size in _SIZES if longest <= most), _SIZES[-1][1])
    stands += heading_places(block, within)
    stands += f"{within}.words{{width:{number(wide)}em}}{within}.factors{{font-size:{size}rem}}"
    narrow = asset("tall.css").replace("& ", within)
    if least > _MOST:
        return narrow
    return f"@media (min-width:{number(least)}px){{{stands}}}@media (max-width:{number(least - 0.02)}px){{{narrow}}}"


def sheets(body: str) -> str:
    """The style that pages share, and that of what this one holds."""
    held = (name for name, marks in _SOME.items() if any(mark in body for mark in marks))
    return "".join(map(asset, ("page.css", *held)))


@lru_cache(maxsize=16)
def asset(name: str) -> str:
    """A file that ships in the folder `_html`, without its comments and indents."""
    text = Path(__file__).with_name("_html").joinpath(name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    kept = [line for line in lines if line and not line.startswith("//")]
    return _closed_up("".join(f"{line}\n" for line in _declared(kept))) if name.endswith(".js") else "".join(kept)


def _declared(lines: Sequence[str]) -> list[str]:
    """Declarations that each are a line of their own, one after the other, in one: their only semicolon ends them."""
    found: list[str] = []
    for line in lines:
        last = found[-1] if found else ""
        ends = last.find(";") == len(last) - 1 and all(last.count(one) == last.count(other) for one, other in _PAIRS)
        if ends and last.startswith("const ") and line.startswith("const "):
            found[-1] = f"{last[:-1]}, {line.removeprefix('const ')}"
        else:
            found.append(line)
    return found


def _closed_up(script: str) -> str:
    """A script without the white space around its signs, its texts and patterns as they are; every statement ends in a sign."""
    parts: list[str] = []
    end = 0
    for literal in _LITERAL.finditer(script):
        parts += _shortened(script[end : literal.start()]), literal[0]
        end = literal.end()
    return "".join((*parts, _shortened(script[end:])))


def _shortened(code: str) -> str:
    """Code as few letters say it: what never is assigned anew need not say so, and a brace ends a statement."""
    return re.sub(r"\bconst\b", "let", _AROUND.sub(r"\1", code)).replace(";}", "}")


def scale_words(block: Curves) -> list[tuple[float, str]]:
    """The words on the scale, the highest level first; its ends are low and high where nothing else is said."""
    words = {block.low: block.low_word, block.high: block.high_word, **dict(block.words)}
    return sorted(((level, word) for level, word in words.items() if word.strip()), reverse=True)


def _coloured(colours: Palette, plots: Sequence[Drawn], scheme: str = "") -> str:
    """What a theme's colours are called, and the colour of every line; without another scheme, its stroke as well."""
    named = {
        "bg": colours.background, "ink": colours.ink, "soft": colours.soft, "quiet": colours.quiet,
        "rule": colours.rule, "hair": colours.hair, "zone": colours.zone, "ours": colours.ours,
        "cut": colours.cut, "lift": colours.lift,
    }  # fmt: skip
    root = ";".join(f"--{name}:{value}" for name, value in named.items())
    alone = len(plots) == 1
    lines = "".join(
        f"{'' if alone else f'#{plot.id} '}.c{c}{'' if alone else f',#{plot.mark(c)}'}{{--c:{pen.colour}{'' if scheme or pen.ribbon else _stroke(pen)}}}"
        for plot in plots
        for c, pen in enumerate(plot.pens(colours))
    )
    return f":root{{{scheme}{root}}}{lines}"


def _stroke(pen: Pen) -> str:
    """A line's width, dashes and ends; short dashes are dots."""
    parts = [f";--w:{number(pen.width)}"] if pen.width != _USUAL else []
    if pen.dash:
        parts.append(f";--d:{' '.join(map(number, pen.dash))}")
        parts += [";--e:butt"] if pen.dash[0] >= pen.width else []
    return "".join(parts)
