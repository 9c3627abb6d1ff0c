"""How important a factor is among the others, as the rules about moves share it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import fsum

from bluecanvas.canvas.model import Canvas, Factor
from bluecanvas.canvas.once import once

FEWEST = 4
"""Importance figures without which there are no quarters."""


@once
def are_told(canvas: Canvas) -> bool:
    """Whether some factor has an importance or a Kano category."""
    return any([factor.importance is not None or factor.kano is not None for factor in canvas.factors])  # noqa: C419 - quicker so


def is_among_highest(canvas: Canvas, factor: Factor, share: float) -> bool:
    """Whether a factor's importance is above the mean and fewer than a share of all are higher still."""
    known = _stated(canvas)
    if factor.importance is None or len(known) < FEWEST or factor.importance <= fsum(known) / len(known):
        return False
    return len(known) - bisect_right(known, factor.importance) < share * len(known)


def is_among_lowest(canvas: Canvas, factor: Factor, share: float) -> bool:
    """Whether a factor's importance is below the mean and fewer than a share of all are lower still."""
    known = _stated(canvas)
    if factor.importance is None or len(known) < FEWEST or factor.importance >= fsum(known) / len(known):
        return False
    return bisect_left(known, factor.importance) < share * len(known)


@once
def _stated(canvas: Canvas) -> list[float]:
    """Every importance stated, rising."""
    return sorted(factor.importance for factor in canvas.factors if factor.importance is not None)
