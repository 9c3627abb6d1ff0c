"""The curves of a page as SVG that stretches: places in per cent, so that no script is needed for any width.

Drawn twice, factors from left to right and, for narrow screens, from top to bottom; the style sheet shows one of them.
`_html/page.js` places what moves by the same rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple

from bluecanvas.blocks import Curves, Line, show_point
from bluecanvas.renderers._html_text import escaped, number
from bluecanvas.renderers._palette import Pen
from bluecanvas.renderers._scene import SHAPES

_EDGE = 4.0
"""Between the ends of the scale and the edge of the plot, in per cent."""
_BESIDE, _MOST_BESIDE = {True: 2.7, False: 4.0}, 10.0
"""How far apart curves at one level lie, upright and not, so that no marker covers another; all together at most; in per cent."""


class Frame(NamedTuple):
    """Where factors and levels lie, in per cent of the plot."""

    low: float
    high: float
    factors: int
    upright: bool
    """Factors from left to right and levels upwards; else factors downwards and levels to the right."""

    def factor(self, k: int) -> float:
        """The k-th factor's place along its axis."""
        return (k + 0.5) / self.factors * 100

    def level(self, value: float) -> float:
        """A level's place along its axis."""
        span = self.high - self.low
        share = min(1.0, max(0.0, (value - self.low) / span)) if span > 0 else 0.5
        return (1 - share if self.upright else share) * (100 - 2 * _EDGE) + _EDGE

    def at(self, factor: float, level: float) -> tuple[str, str]:
        """A place across and down."""
        pair = number(factor), number(level)
        return pair if self.upright else pair[::-1]


def plot(block: Curves, pens: Sequence[Pen], prefix: str, upright: bool) -> str:
    """One drawing of a block's curves; markers are the symbols of `symbols`."""
    frame = Frame(block.low, block.high, max(1, len(block.axes)), upright)
    places = _places(block, pens, frame)
    bands = _intervals(block, pens, frame)
    order = sorted(range(len(pens)), key=lambda c: pens[c].depth)
    return "".join(
        (
            f'<svg class="{"wide" if upright else "tall"}" role="img" aria-labelledby="{prefix}h" '
            f'aria-describedby="{prefix}t" data-edge="{number(_EDGE)}" data-beside="{_BESIDE[upright]},{_MOST_BESIDE}">',
            *_ground(block, frame),
            *(
                f'<g class="curve c{c}" data-c="{c}">{bands.get(c, "")}'
                f"{_curve(c, block, pens[c], prefix, places[c], frame)}</g>"
                for c in order
            ),
            "</svg>",
        )
    )


def symbols(pens: Sequence[Pen], prefix: str) -> str:
    """Every curve's marker, once; the quiet ones have none."""
    return "".join(
        f'<symbol id="{prefix}m{c}" overflow="visible">{_sign(pen)}</symbol>'
        for c, pen in enumerate(pens)
        if not pen.quiet
    )


def key(c: int, pen: Pen, prefix: str) -> str:
    """A short piece of a curve, to stand before its name."""
    sign = "" if pen.quiet else f'<use href="#{prefix}m{c}" x="17" y="7"/>'
    return (
        '<svg class="key" width="34" height="14" aria-hidden="true">'
        f'<line x1="1" x2="33" y1="7" y2="7" class="line"{_stroke(pen)}/>{sign}</svg>'
    )


def _ground(block: Curves, frame: Frame) -> Iterator[str]:
    """The created factors' zone and the light scale."""
    half = 50 / frame.factors
    for k, axis in enumerate(block.axes):
        if axis.created:
            begin = number((k / frame.factors) * 100)
            x, y, wide, high = (
                (begin, "0", number(2 * half), "100") if frame.upright else ("0", begin, "100", number(2 * half))
            )
            yield f'<rect class="zone" x="{x}%" y="{y}%" width="{wide}%" height="{high}%"/>'
        yield _rule(
            frame, (frame.factor(k), frame.level(block.low)), (frame.factor(k), frame.level(block.high)), "hair"
        )
    given = [level for level, _ in block.words] or [block.low + k * (block.high - block.low) / 4 for k in range(5)]
    for level in sorted({block.low, *given, block.high}):
        style = "rule" if level in (block.low, block.high) else "hair"
        yield _rule(frame, (0, frame.level(level)), (100, frame.level(level)), style)


def _rule(frame: Frame, one: tuple[float, float], other: tuple[float, float], style: str) -> str:
    (x1, y1), (x2, y2) = frame.at(*one), frame.at(*other)
    return f'<line class="{style}" x1="{x1}%" y1="{y1}%" x2="{x2}%" y2="{y2}%"/>'


def _places(block: Curves, pens: Sequence[Pen], frame: Frame) -> list[list[float | None]]:
    """Where along the scale every point is drawn; curves at one level lie side by side."""
    places: list[list[float | None]] = [[None] * len(block.axes) for _ in block.lines]
    for k in range(len(block.axes)):
        levels: dict[int, list[int]] = {}
        for c, line in enumerate(block.lines):
            value = line.points[k].value
            if value is not None and pens[c].quiet:
                places[c][k] = frame.level(value)
            elif value is not None:
                levels.setdefault(floor(frame.level(value) * 10 + 0.5), []).append(c)
        for curves in levels.values():
            gap = min(_BESIDE[frame.upright], _MOST_BESIDE / max(1, len(curves) - 1))
            # The strongest stays at its true level, the others go beside it in turn.
            for rank, c in enumerate(sorted(curves, key=lambda c: -pens[c].depth)):
                aside = (rank + 1) // 2 * (gap if rank % 2 else -gap)
                places[c][k] = frame.level(block.lines[c].points[k].value or 0.0) + aside
    return places


def _curve(c: int, block: Curves, pen: Pen, prefix: str, places: Sequence[float | None], frame: Frame) -> str:
    line = block.lines[c]
    path = _path(places, frame)
    points = () if pen.quiet else places  # the script gives a quiet curve its points once it is asked for
    clearing = f'<path class="clear" d="{path}" stroke-width="{number(pen.width + 2.5)}"/>' if pen.depth >= 2 else ""
    return "".join(
        (
            '<svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">',
            clearing,
            f'<path class="line" d="{path}"{_stroke(pen)}/></svg>',
            *(_point(c, k, line, block, place, prefix, frame) for k, place in enumerate(points) if place is not None),
        )
    )


def _path(places: Sequence[float | None], frame: Frame) -> str:
    """The strokes from point to point, broken where a level is unknown; a dot where both neighbours are."""
    parts: list[str] = []
    for k, place in enumerate(places):
        if place is not None:
            before, after = places[k - 1] if k else None, places[k + 1] if k + 1 < len(places) else None
            dot = "h0" if before is None and after is None else ""
            parts.append(f"{'M' if before is None else 'L'}{' '.join(frame.at(frame.factor(k), place))}{dot}")
    return "".join(parts)


def _point(c: int, k: int, line: Line, block: Curves, place: float, prefix: str, frame: Frame) -> str:
    x, y = frame.at(frame.factor(k), place)
    said = f"{line.name}, {block.axes[k].name}: {show_point(line.points[k])}"
    title = f"<title>{escaped(said)}</title>" if frame.upright else ""
    return (
        f'<svg x="{x}%" y="{y}%"><g class="point" data-k="{k}">{title}<circle r="15"/>'
        f'<use href="#{prefix}m{c}"/></g></svg>'
    )


def _intervals(block: Curves, pens: Sequence[Pen], frame: Frame) -> dict[int, str]:
    """Every curve's bars from low to high at levels with an interval, those of several curves beside each other."""
    found: dict[int, str] = {}
    for k in range(len(block.axes)):
        known = [(c, line.points[k]) for c, line in enumerate(block.lines) if line.points[k].value is not None]
        drawn = [
            (c, point.low, point.high)
            for c, point in known
            if not pens[c].quiet and point.low is not None and point.high is not None
        ]
        gap = min(0.9, 60 / frame.factors / max(1, len(drawn)))
        for rank, (c, low, high) in enumerate(drawn):
            factor = frame.factor(k) + (rank - (len(drawn) - 1) / 2) * gap
            (x1, y1), (x2, y2) = (frame.at(factor, frame.level(end)) for end in (low, high))
            bar = f'<line class="band" data-k="{k}" x1="{x1}%" y1="{y1}%" x2="{x2}%" y2="{y2}%"/>'
            found[c] = found.get(c, "") + bar
    return found


def _stroke(pen: Pen) -> str:
    dash = f' stroke-dasharray="{" ".join(map(number, pen.dash))}"' if pen.dash else ""
    cap = ' stroke-linecap="round"' if not pen.dash or pen.dash[0] < pen.width else ""
    return f' stroke-width="{number(pen.width)}"{dash}{cap}'


def _sign(pen: Pen) -> str:
    style = "sign hollow" if pen.hollow else "sign"
    corners, half = SHAPES[pen.marker], pen.size / 2 + 0.6
    if not corners:
        return f'<circle class="{style}" r="{number(half)}"/>'
    points = " ".join(f"{number(half * x)},{number(half * y)}" for x, y in corners)
    return f'<polygon class="{style}" points="{points}"/>'
