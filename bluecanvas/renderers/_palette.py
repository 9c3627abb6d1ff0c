"""The colours of a picture and how each kind of curve is drawn: told apart by colour, by marker and by dash alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bluecanvas.blocks import Line, Style
from bluecanvas.errors import CallError
from bluecanvas.renderers import Theme
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
    "print": Palette(
        "#ffffff", "#000000", "#262626", "#525252", "#a6a6a6", "#dcdcdc", "#f5f5f5",
        "#003c9e", "#3f69b8", ("#a84300", "#00593f", "#7d1f62"),
        ("#4d5560", "#6e4f22", "#2f6456", "#5f4474", "#7c3c49", "#4d591c", "#2c5876", "#635c54"), "#8f2f1b", "#003c9e",
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
    ribbon: bool = False
    """Drawn as the range of its points, without a line of its own."""
    quiet: bool = False
    """One of a crowd: a thin line alone, without markers and intervals."""


_MARKERS = ("square", "triangle", "diamond", "wedge", "pentagon", "hexagon", "left", "right")
_DASHES: tuple[tuple[float, ...], ...] = ((), (7, 2.5), (), (4, 2), (9, 2.5, 1.5, 2.5), (), (2.5, 1.8), (11, 3))


_MOST_LOUD = 24
MOST_MARKERS = 2_000
"""More curves, or levels of them, than these, and markers only hide each other."""


def palette(theme: str | Theme) -> Palette:
    """The colours of a theme; CallError for one there is none of."""
    if isinstance(theme, Theme):
        own: dict[str, Any] = dict(theme.colours)
        chosen = replace(palette(theme.base), **own)
        if "background" in own:  # lines and areas are shades of it
            paper, ink = chosen.background, chosen.ink
            shades: dict[str, Any] = {"rule": mixed(paper, ink, 0.2), "hair": mixed(paper, ink, 0.09)}
            shades["zone"] = mixed(paper, ink, 0.04)
            chosen = replace(chosen, **(shades | own))
        return chosen
    try:
        return PALETTES[theme]
    except KeyError:
        hint = f"{suggestion(theme, PALETTES)}; a team's own theme is a .yaml file"
        raise CallError(f"there is no theme {theme!r}", hint) from None


def pens(lines: Sequence[Line], colours: Palette) -> tuple[Pen, ...]:
    """A pen for every curve; two of one kind differ in colour, marker and dash, but for those of a crowd."""
    seen: dict[Style, int] = {}
    drawn = []
    for line in lines:
        kind = Style.RIVAL if line.style in (Style.OTHER, Style.ALTERNATIVE) else line.style
        rank = seen.get(kind, 0)
        seen[kind] = rank + 1
        pen = _pen(line.style, rank, colours)
        drawn.append(pen if line.highlighted is None else _stressed(pen, line.highlighted, colours))
    return _hushed(drawn, max((len(line.points) for line in lines), default=0))


def quiet(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The curves that are too many to be told apart, and so are drawn as thin lines, or as their range."""
    return tuple(line for line, pen in zip(lines, pens(lines, PALETTES["light"]), strict=True) if pen.quiet)


def _hushed(drawn: Sequence[Pen], levels: int) -> tuple[Pen, ...]:
    """The pens, the strongest first as they are as long as there is room; of one strength all or none are quiet."""
    most = max(1, min(_MOST_LOUD, MOST_MARKERS // max(1, levels)))
    depths = sorted((pen.depth for pen in drawn), reverse=True)
    least = depths[most] if most < len(depths) else -1
    strongest = depths[0] if depths else 0
    return tuple(
        replace(pen, width=1.0, dash=(), size=2.0, marker="circle", hollow=False, quiet=True)
        if pen.depth <= least and not (pen.strong and pen.depth == strongest)
        else pen
        for pen in drawn
    )


def _stressed(pen: Pen, highlighted: bool, colours: Palette) -> Pen:
    """A pen that stands out, or one that steps back."""
    if highlighted:
        return replace(pen, width=3.6, dash=(), size=9.0, hollow=False, strong=True, depth=5)
    faint = mixed(pen.colour, colours.background, 0.42)
    return replace(
        pen, colour=faint, width=min(pen.width, 1.6), size=min(pen.size, 5.5), strong=False, depth=min(pen.depth, 1)
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 has it, 1 (alike) to 21; both as #rrggbb."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(colour: str, other: str, part: float) -> str:
    """A colour with a part of another in it; both as #rrggbb."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * part):02x}" for one, two in pairs)


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
        return Pen(colours.soft, 1.6, (10, 3, 2, 3), "dash", 7.0, depth=1)
    colour = colours.others[rank % len(colours.others)]
    marker = _MARKERS[(rank + 3 * (rank // len(_MARKERS))) % len(_MARKERS)]  # the ninth has the first's colour alone
    if style is Style.ALTERNATIVE:
        return Pen(colour, 2.0, (0.1, 3.6), marker, 6.0, hollow=True)
    return Pen(colour, 1.7, _DASHES[(rank + rank // len(_DASHES)) % len(_DASHES)], marker, 6.0)
