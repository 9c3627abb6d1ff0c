"""The colours of a picture and how each kind of curve is drawn: told apart by colour, by marker and by dash alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bluecanvas.blocks import Line, Style
from bluecanvas.errors import CallError
from bluecanvas.words import suggestion


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme's colours."""

    background: str
    ink: str
    soft: str
    """Second to the ink: subtitles, names."""
    quiet: str
    """Notes, dates, words on the axis."""
    rule: str
    hair: str
    zone: str
    ours: str
    as_is: str
    options: tuple[str, ...]
    others: tuple[str, ...]
    """Rivals, muted, apart in lightness and hue for colour-blind eyes too."""
    cut: str
    """Eliminate and reduce."""
    lift: str
    """Raise and create."""


_MUTED = ("#6b7480", "#94703f", "#4f8577", "#85689c", "#a0606c", "#6f7d38", "#4c7c9c", "#8a8078")

PALETTES = {
    "light": Palette(
        "#ffffff", "#111d2b", "#3d4b5c", "#727f8d", "#cfd6dd", "#e9edf1", "#f3f7fd",
        "#0b57d0", "#5b8fe3", ("#d95f02", "#008a62", "#b03a8c"), _MUTED, "#b5472f", "#0b57d0",
    ),
    "dark": Palette(
        "#101820", "#f4f7fa", "#c9d3dd", "#93a1af", "#3c4956", "#26313c", "#17222d",
        "#5ea2ff", "#8fb4e8", ("#ff9d4d", "#4fd0a5", "#e58cc8"),
        ("#9aa5b1", "#c4a273", "#86bfae", "#b79fcd", "#d09aa5", "#a9b86f", "#84b3d1", "#bdb3aa"), "#f08c72", "#5ea2ff",
    ),
    "mono": Palette(
        "#ffffff", "#000000", "#333333", "#6a6a6a", "#cccccc", "#e8e8e8", "#f4f4f4",
        "#000000", "#555555", ("#222222", "#333333", "#444444"), ("#7a7a7a", "#8a8a8a"), "#000000", "#000000",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pen:
    """How one curve is drawn."""

    colour: str
    width: float
    dash: tuple[float, ...]
    marker: str
    size: float
    hollow: bool = False
    strong: bool = False
    """Ours: on top, with its name in bold."""
    depth: int = 0
    """What lies further back is drawn first."""


_MARKERS = ("square", "triangle", "diamond", "wedge", "pentagon", "hexagon", "left", "right")
_DASHES: tuple[tuple[float, ...], ...] = ((), (7, 2.5), (), (4, 2), (9, 2.5, 1.5, 2.5), (), (2.5, 1.8), (11, 3))


def palette(theme: str) -> Palette:
    """The colours of a theme; CallError for one there is none of."""
    try:
        return PALETTES[theme]
    except KeyError:
        raise CallError(f"there is no theme {theme!r}", suggestion(theme, PALETTES)) from None


def pens(lines: Sequence[Line], colours: Palette) -> tuple[Pen, ...]:
    """A pen for every curve; two of one kind differ in colour, marker and dash."""
    seen: dict[Style, int] = {}
    drawn = []
    for line in lines:
        kind = Style.RIVAL if line.style in (Style.OTHER, Style.ALTERNATIVE) else line.style
        rank = seen.get(kind, 0)
        seen[kind] = rank + 1
        drawn.append(_pen(line.style, rank, colours))
    return tuple(drawn)


def _pen(style: Style, rank: int, colours: Palette) -> Pen:
    if style is Style.OURS:
        return Pen(colours.ours, 3.6, (), "circle", 9.0, strong=True, depth=4)
    if style is Style.AS_IS:
        return Pen(colours.as_is, 2.2, (5, 2.6), "circle", 6.5, hollow=True, depth=3)
    if style is Style.OPTION:
        marker = ("diamond", "square", "triangle")[rank % 3]
        return Pen(
            colours.options[rank % len(colours.options)], 2.4, ((), (8, 2.5))[rank // 3 % 2], marker, 7.0, depth=2
        )
    if style is Style.INDUSTRY:
        return Pen(colours.quiet, 1.6, (10, 3, 2, 3), "dash", 7.0, depth=1)
    colour = colours.others[rank % len(colours.others)]
    marker = _MARKERS[rank % len(_MARKERS)]
    if style is Style.ALTERNATIVE:
        return Pen(colour, 2.0, (0.1, 3.6), marker, 6.0, hollow=True)
    return Pen(colour, 1.7, _DASHES[(rank + rank // len(_DASHES)) % len(_DASHES)], marker, 6.0)
