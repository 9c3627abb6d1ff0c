"""Once a canvas: what several ask of the canvas at hand, found out by the first of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from bluecanvas.canvas.model import Canvas

Found = TypeVar("Found")


def once(find: Callable[[Canvas], Found]) -> Callable[[Canvas], Found]:
    """A function of a canvas that keeps its latest answer: rules and readings look at one canvas after the other."""
    latest: list[tuple[Canvas, Found]] = []

    @wraps(find)
    def asked(canvas: Canvas) -> Found:
        if not latest or latest[0][0] is not canvas:
            latest[:] = [(canvas, find(canvas))]
        return latest[0][1]

    return asked
