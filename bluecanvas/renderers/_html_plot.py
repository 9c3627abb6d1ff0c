"""The curves of a page as SVG that stretches: places in per cent, so that no script is needed for any width.

Factors run from left to right; on narrow screens the style sheet turns the whole drawing, so that they run downwards, and
every marker back again. `_html/plot.js` places what moves by the same rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from bluecanvas.blocks import Curves, Line, show_point
from bluecanvas.renderers._html_arrows import arrow_symbols, arrows, shifts
from bluecanvas.renderers._html_frame import EDGE, RULES, Aside, Frame, asides, interval
from bluecanvas.renderers._html_lines import Drawn
from bluecanvas.renderers._html_parts import begins
from bluecanvas.renderers._html_tables import level_text
from bluecanvas.renderers._html_text import escaped, number
from bluecanvas.renderers._palette import PALETTES, Pen
from bluecanvas.renderers._scene import SHAPES

_STRETCHED = '<svg viewBox="0 0 100 100" preserveAspectRatio="none">'


def plot(drawn: Drawn, said: bool) -> str:
    """A block's curves; the markers are `symbols`. Every point says its level where no script does."""
    block, lines, id = drawn.block, drawn.lines, drawn.id
    pens = drawn.pens(PALETTES["light"])  # colours are the style sheet's; all themes share the rest
    frame = Frame(block.low, block.high, max(1, len(block.axes)))
    away: Set[int] = frozenset() if said else drawn.inside  # the script shows them where it is asked to
    aside = asides(block, lines, pens, list(shifts(block)), away)
    order = sorted(range(len(lines)), key=lambda c: (not pens[c].ribbon, pens[c].depth))
    return "".join(
        (
            f"<svg role=img aria-labelledby={id}h aria-describedby={id}t data-rules={','.join(map(number, (*RULES, frame.fine)))}>{_STRETCHED}",
            *_ground(block, frame),
            *(
                f'<g class="curve c{c}{" off" if c in away else ""}">{_range(lines[c], frame) if pens[c].ribbon else _strokes(lines[c], pens[c], aside[c], frame)}</g>'
                for c in order
            ),
            "</svg>",
            # after every line, so that none hides a level; the script gives a quiet curve its points once it is asked for
            *(_points if said else _marks)(
                drawn, [c for c in order if not (pens[c].ribbon or pens[c].quiet)], aside, frame
            ),
            *arrows(block, id, frame),
            "</svg>",
        )
    )


def symbols(drawn: Drawn) -> str:
    """A piece of a line, every curve's marker, and the signs of moves, once each; quiet curves and ranges have no marker."""
    pens = drawn.pens(PALETTES["light"])
    signs = (_sign(pen, drawn.mark(c), f"c{c}") for c, pen in enumerate(pens) if not (pen.quiet or pen.ribbon))
    piece = f"<path id={drawn.piece} class=line d=M1,7H33 />"
    return "".join((piece, *signs, arrow_symbols(drawn.block, drawn.id)))


def key(c: int, pen: Pen, drawn: Drawn) -> str:
    """A short piece of a curve, to stand before its name."""
    sign = "" if pen.quiet else f"<use href=#{drawn.mark(c)} x=17 y=7 />"
    piece = f"<use href=#{drawn.piece} />{sign}"
    if pen.ribbon:
        piece = "<path class=range d=M1,1H33V13H1Z />"
    return f"<svg class=key aria-hidden=true>{piece}</svg>"


def _ground(block: Curves, frame: Frame) -> Iterator[str]:
    """The created factors' zone, the light scale, and where parts of the axis begin."""
    for k, axis in enumerate(block.axes):
        if axis.created:
            yield f'<path class="zone" d="{_box(frame, k)}"/>'
    hairs = [f"M{frame.across(frame.factor(k))} {number(EDGE)}V{number(100 - EDGE)}" for k in range(len(block.axes))]
    rules: list[str] = []
    given = [level for level, _ in block.words] or [block.low + k * (block.high - block.low) / 4 for k in range(5)]
    for level in sorted({block.low, *given, block.high}):
        (rules if level in (block.low, block.high) else hairs).append(f"M0 {number(frame.level(level))}H100")
    for style, strokes in (("hair", hairs), ("rule", rules)):
        yield f'<path class="{style}" d="{"".join(strokes)}"/>'
    borders = [frame.factor(k, -0.5) for k, _ in begins(block) if k]
    if borders:
        yield f'<path class="part" d="{"".join(_straight(frame, (at, 0), (at, 100)) for at in borders)}"/>'


def _straight(frame: Frame, one: tuple[float, float], other: tuple[float, float]) -> str:
    return f"M{' '.join(frame.at(*one))} {' '.join(frame.at(*other))}"


def _box(frame: Frame, k: int) -> str:
    begin, end = frame.factor(k, -0.5), frame.factor(k, 0.5)
    return f"M{number(begin)} 0H{number(end)}V100H{number(begin)}Z"


def _places(line: Line, aside: Sequence[Aside], frame: Frame, drawn: bool = False) -> list[tuple[str, str] | None]:
    """Where the points of a line stand; or where it is drawn."""
    return [
        None if point.value is None else frame.at(frame.factor(k, along), frame.level(point.value) + drawn * off)
        for k, (point, (along, off)) in enumerate(zip(line.points, aside, strict=True))
    ]


def _strokes(line: Line, pen: Pen, aside: Sequence[Aside], frame: Frame) -> str:
    path = _path(_places(line, aside, frame, drawn=True))
    clearing = f'<path class=clear d="{path}" stroke-width="{number(pen.width + 2.5)}"/>' if pen.depth >= 2 else ""
    bars = "" if pen.quiet else _bars(line, aside, frame)
    return f'{bars}{clearing}<path class=line d="{path}"/>'


def _points(drawn: Drawn, order: Sequence[int], asides: Sequence[Sequence[Aside]], frame: Frame) -> Iterator[str]:
    """The markers curve by curve, each with its level in words."""
    for c in order:
        marks = (
            f"<use href=#{drawn.mark(c)} x={place[0]}% y={place[1]}%>"
            f"<title>{escaped(_told(drawn.block, drawn.lines[c], k))}</title></use>"
            for k, place in enumerate(_places(drawn.lines[c], asides[c], frame))
            if place is not None
        )
        yield f'<g class="curve c{c}">{"".join(marks)}</g>'


def _marks(drawn: Drawn, order: Sequence[int], asides: Sequence[Sequence[Aside]], frame: Frame) -> Iterator[str]:
    """The markers factor by factor, for so a place across is said once; the script gives them back to their curves."""
    places = {c: _places(drawn.lines[c], asides[c], frame) for c in order}
    uses = {c: f"<use{' class=off' if c in drawn.inside else ''} href=#{drawn.mark(c)}" for c in order}
    for k in range(len(drawn.block.axes)):
        middle = frame.across(frame.factor(k))
        marks = (
            f"{uses[c]}{_beside(place[0], middle)} y={place[1]}% />"
            for c in order
            if (place := places[c][k]) is not None
        )
        yield f"<svg x={middle}%>{''.join(marks)}</svg>"


def _beside(place: str, middle: str) -> str:
    return "" if place == middle else f" x={number(float(place) - float(middle))}%"


def _path(places: Sequence[tuple[str, str] | None]) -> str:
    """The strokes from point to point, broken where a level is unknown; a dot where both neighbours are."""
    parts: list[str] = []
    for k, place in enumerate(places):
        if place is not None:
            before, after = places[k - 1] if k else None, places[k + 1] if k + 1 < len(places) else None
            dot = "h0" if before is None and after is None else ""
            parts.append(f"M{_pair(*place)}{dot}" if before is None else f"l{_step(before, place)}")
    return "".join(parts)


def _step(before: tuple[str, str], place: tuple[str, str]) -> str:
    """The way from one place to the next, which is shorter to write than where that is."""
    dx, dy = (number(float(end) - float(start)) for start, end in zip(before, place, strict=True))
    return _pair(dx, dy)


def _pair(x: str, y: str) -> str:
    return f"{x}{y}" if y.startswith("-") else f"{x} {y}"


def _told(block: Curves, line: Line, k: int) -> str:
    return f"{line.name}, {block.axes[k].name}: {level_text(show_point(line.points[k], block.language))}"


def _bars(line: Line, aside: Sequence[Aside], frame: Frame) -> str:
    """The intervals of a line's levels, each behind its marker: strokes of one path."""
    strokes: list[str] = []
    for k in range(len(line.points)):
        ends = interval(line, k)
        if ends is not None:
            (across, low), (_, high) = (frame.at(frame.factor(k, aside[k].along), frame.level(end)) for end in ends)
            strokes.append(f"M{across} {low}v{number(float(high) - float(low))}")
    return f'<path class=bar d="{"".join(strokes)}"/>' if strokes else ""


def _range(line: Line, frame: Frame) -> str:
    """A group's range: an area over neighbouring factors, a stroke where both neighbours are unknown."""
    ends = [interval(line, k) for k in range(len(line.points))]
    upper = _edge([None if end is None else end[1] for end in ends], frame)
    lower = _edge([None if end is None else end[0] for end in ends], frame)
    areas = (f"M{' '.join((*top, *reversed(bottom)))}Z" for top, bottom in zip(upper, lower, strict=True))
    return f'<path class=range d="{"".join(areas)}"/>'


def _edge(levels: Sequence[float | None], frame: Frame) -> list[list[str]]:
    """The stretches of known levels, as places."""
    found: list[list[str]] = [[]]
    for k, level in enumerate(levels):
        if level is None:
            found.append([])
        else:
            found[-1].append(" ".join(frame.at(frame.factor(k), frame.level(level))))
    return [stretch for stretch in found if stretch]


def _sign(pen: Pen, id: str, curve: str) -> str:
    """A marker in its curve's colour."""
    corners, half = SHAPES[pen.marker], pen.size / 2 + 0.6
    called = f'id={id} class="{curve} sign{" hollow" if pen.hollow else ""}"'
    if not corners:
        return f"<circle {called} r={number(half)} />"
    places = [[round(half * side, 1) for side in corner] for corner in corners]
    steps = ([number(end - start, 1) for start, end in zip(*ends, strict=True)] for ends in pairwise(places))
    way = "l".join(_pair(x, y) for x, y in (map(number, places[0]), *steps))
    return f'<path {called} d="M{way}z"/>'
