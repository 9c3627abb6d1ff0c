"""Whether a curve departs from another along a line: by themes, or at random."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import fsum, sqrt


def eta_squared(values: Sequence[float], themes: Sequence[Hashable]) -> float | None:
    """The share of the values' variance that lies between themes, SS_between / SS_total, from 0 to 1.

    `values`: one a factor; `themes`: as many labels. None where there are no values or they are all one.
    Source: Fisher's correlation ratio.
    """
    if len(values) != len(themes):
        raise ValueError("as many themes as values are needed")
    by_theme: dict[Hashable, list[float]] = {}
    for value, theme in zip(values, themes, strict=True):
        by_theme.setdefault(theme, []).append(value)
    if not values:
        return None
    mean = fsum(values) / len(values)
    total = fsum((value - mean) ** 2 for value in values)
    if max(values) - min(values) <= 1e-9:
        return None
    between = fsum(len(group) * (fsum(group) / len(group) - mean) ** 2 for group in by_theme.values())
    return min(1.0, between / total)


def spread(values: Sequence[float]) -> float | None:
    """The standard deviation of the values (of a population: there are no other factors); None where there are none."""
    if not values:
        return None
    mean = fsum(values) / len(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / len(values))


def turning_points(values: Sequence[float]) -> int:
    """How often a curve turns, from rising to falling or back. It depends on the order, so no verdict may rest on it."""
    return sum((b - a) * (c - b) < 0 for a, b, c in zip(values, values[1:], values[2:], strict=False))


def random_turning_points(count: int) -> tuple[float, float]:
    """The mean and the variance of the turning points of `count` values in random order, ties aside.

    ValueError for fewer than three. Source: Bienaymé; Kendall & Stuart, The Advanced Theory of Statistics, volume 3.
    """
    if count < 3:
        raise ValueError("turning points take at least three values")
    return 2 * (count - 2) / 3, (16 * count - 29) / 90
