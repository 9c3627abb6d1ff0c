"""Comparing figures to nine decimals: what differs by less does so by how computers count, not by what was meant."""

from __future__ import annotations

_DECIMALS = 9
CLOSE = 1e-8
"""Figures further apart than this need no rounding to be told from one another; rounding takes a hundred times as long."""


def at_least(value: float | None, bar: float) -> bool:
    """Whether a figure reaches a threshold from below, to nine decimals; an unknown one does not.

    `value`, `bar`: numbers of one unit, None where unknown.
    Source: bluecanvas's own, so that 0.3 − 0.1 reaches 0.2.
    """
    if value is None or value < bar - CLOSE:
        return False
    return value >= bar or round(value, _DECIMALS) >= round(bar, _DECIMALS)


def at_most(value: float | None, bar: float) -> bool:
    """Whether a figure reaches a threshold from above, to nine decimals; an unknown one does not.

    `value`, `bar`: numbers of one unit, None where unknown.
    Source: bluecanvas's own, so that 0.1 + 0.2 does not exceed 0.3.
    """
    if value is None or value > bar + CLOSE:
        return False
    return value <= bar or round(value, _DECIMALS) <= round(bar, _DECIMALS)


def alike(a: float, b: float) -> bool:
    """Whether two figures are the same to nine decimals.

    `a`, `b`: numbers of one unit.
    Source: bluecanvas's own.
    """
    return a == b or (-CLOSE < a - b < CLOSE and round(a, _DECIMALS) == round(b, _DECIMALS))


def is_less(a: float, b: float) -> bool:
    """Whether a figure is less than another to nine decimals.

    `a`, `b`: numbers of one unit.
    Source: bluecanvas's own.
    """
    return a < b and (a < b - CLOSE or round(a, _DECIMALS) < round(b, _DECIMALS))
