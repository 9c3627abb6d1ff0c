"""Once a canvas: what several ask of the canvas at hand, found out by the first of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TypeVar

from bluecanvas.canvas.model import Canvas

Found = TypeVar("Found")


def once(find: Callable[[Canvas], Found]) -> Callable[[Canvas], Found]:
    """A function of a canvas that keeps its latest answer: rules and readings look at one canvas after the other."""
    latest: tuple[Canvas, Found] | tuple[None, None] = (None, None)

    @wraps(find)
    def asked(canvas: Canvas) -> Found:
        nonlocal latest
        known = latest
        if known[0] is not canvas:
            known = latest = (canvas, find(canvas))
        return known[1]

    return asked


@once
def levels_of(canvas: Canvas) -> Mapping[str, list[float | None]]:
    """Every curve's levels along the axis, None where one is unknown, by the curve's id."""
    ids = [factor.id for factor in canvas.factors]
    return {
        curve.id: [None if score is None else score.value for score in map(curve.scores.get, ids)]
        for curve in canvas.curves
    }
