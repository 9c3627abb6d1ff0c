"""Once a canvas: what several ask of the canvas at hand, found out by the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from bluecanvas.canvas.model import Canvas

Found = TypeVar("Found")


class _Keeping:
    """What is kept of the canvases at hand."""

    most = 1
    """Of how many."""

    def __init__(self) -> None:
        self.answers: list[tuple[dict[int, Any], list[Canvas]]] = []


_KEEPING = _Keeping()


def once(find: Callable[[Canvas], Found]) -> Callable[[Canvas], Found]:
    """A function of a canvas that keeps its latest answer: rules and readings look at one canvas after the other."""
    known: dict[int, Found] = {}
    held: list[Canvas] = []  # so that the number of each stays its own
    _KEEPING.answers.append((known, held))

    @wraps(find)
    def asked(canvas: Canvas) -> Found:
        try:
            return known[id(canvas)]
        except KeyError:
            pass
        if len(held) >= _KEEPING.most:
            known.clear()
            held.clear()
        found = known[id(canvas)] = find(canvas)
        held.append(canvas)
        return found

    return asked


@contextmanager
def together(count: int) -> Iterator[None]:
    """Answers on so many canvases are kept meanwhile, for rules that look at all of them in turn."""
    before, _KEEPING.most = _KEEPING.most, count
    try:
        yield
    finally:
        _KEEPING.most = before
        for known, held in _KEEPING.answers:
            if len(held) > before:
                known.clear()
                held.clear()


@once
def levels_of(canvas: Canvas) -> Mapping[str, list[float | None]]:
    """Every curve's levels along the axis, None where one is unknown, by the curve's id."""
    ids = [factor.id for factor in canvas.factors]
    return {
        curve.id: [None if score is None else score.value for score in map(curve.scores.get, ids)]
        for curve in canvas.curves
    }
