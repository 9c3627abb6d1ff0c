"""Ranges of levels: intervals as bars at their factors, those of our own curves and of groups as areas along the axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from bluecanvas.blocks import Curves
from bluecanvas.renderers._palette import Pen
from bluecanvas.renderers._places import CAP, Frame, bar, wide
from bluecanvas.renderers._scene import XY, Area, Box, Item, Polyline

Ribbon: TypeAlias = tuple[tuple[XY, ...], tuple[XY, ...]]
"""The upper and the lower edge of a range from factor to factor."""


def ribbons(
    block: Curves, pens: Sequence[Pen], spots: Sequence[Sequence[XY | None]], frame: Frame
) -> list[list[Ribbon]]:
    """Every curve's ranges over neighbouring factors: of groups, and of the intervals of our own curves."""
    found: list[list[Ribbon]] = []
    for line, pen, places in zip(block.lines, pens, spots, strict=True):
        ends = [
            (place[0], (frame.y(point.high), frame.y(point.low)))
            if wide(pen) and place is not None and point.low is not None and point.high is not None
            else None
            for point, place in zip(line.points, places, strict=True)
        ]
        stretches = _stretches(ends)
        found.append([(tuple((x, y[0]) for x, y in run), tuple((x, y[1]) for x, y in run)) for run in stretches])
    return found


def _stretches(ends: Sequence[tuple[float, XY] | None]) -> list[list[tuple[float, XY]]]:
    """Neighbours that are there, two and more at a time."""
    found: list[list[tuple[float, XY]]] = [[]]
    for end in ends:
        if end is None:
            found.append([])
        else:
            found[-1].append(end)
    return [run for run in found if len(run) > 1]


def draw_ribbon(ribbon: Ribbon, pen: Pen, name: str) -> list[Item]:
    """A range as a light area; a group's with its edges."""
    upper, lower = ribbon
    area = Area((*upper, *reversed(lower)), pen.colour, 0.2 if pen.ribbon else 0.14, name if pen.ribbon else "")
    edges = [Polyline(edge, pen.colour, 0.9, opacity=0.8) for edge in ribbon] if pen.ribbon else []
    return [area, *edges]


def whiskers(
    block: Curves, pens: Sequence[Pen], spots: Sequence[Sequence[XY | None]], frame: Frame
) -> dict[int, list[Box]]:
    """Every curve's intervals from low to high, each where its marker stands.

    An interval that is part of a ribbon is shown by that.
    """
    found: dict[int, list[Box]] = {}
    for c, line in enumerate(block.lines):
        for k, (point, place) in enumerate(zip(line.points, spots[c], strict=True)):
            if place is not None and point.low is not None and point.high is not None and bar(block, pens, c, k):
                x = place[0]
                found.setdefault(c, []).append((x - CAP, frame.y(point.high), x + CAP, frame.y(point.low)))
    return found


def draw_whisker(box: Box, pen: Pen) -> list[Item]:
    """An interval as a bar with its ends."""
    left, top, right, bottom = box
    middle = (left + right) / 2
    strokes = ((middle, top), (middle, bottom)), ((left, top), (right, top)), ((left, bottom), (right, bottom))
    return [Polyline(stroke, pen.colour, 1.8 if pen.strong else 1.1, opacity=0.6) for stroke in strokes]
