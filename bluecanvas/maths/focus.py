"""How an effort is spread over the factors: on few or on all."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from operator import mul


def herfindahl(levels: Sequence[float]) -> float | None:
    """The Herfindahl index of the levels' shares, Σ p²: 1/m where all are alike, 1 where one has everything.

    `levels`: at least one, none negative. Without a unit. None where there are none or all are zero.
    Source: competitive simplicity (Miller & Chen, Strategic Management Journal 17, 1996).
    """
    total = fsum(levels)
    if not levels or total <= 0:
        return None
    return fsum(map(mul, levels, levels)) / (total * total)


def effective_number(levels: Sequence[float]) -> float | None:
    """How many equal factors would concentrate the effort as much: 1 / Herfindahl, from 1 to the number of levels."""
    index = herfindahl(levels)
    return None if index is None else 1 / index


def normalised_herfindahl(levels: Sequence[float]) -> float | None:
    """The Herfindahl index on 0 (all alike) to 1 (one has everything), whatever the number of levels; None below two."""
    index = herfindahl(levels)
    if index is None or len(levels) < 2:
        return None
    floor = 1 / len(levels)
    return (index - floor) / (1 - floor)


def gini(levels: Sequence[float]) -> float | None:
    """The Gini coefficient of the levels: 0 where all are alike, (m − 1)/m where one has everything.

    Arguments as of `herfindahl`. Source: Gini 1912, the mean difference over twice the mean.
    """
    total = fsum(levels)
    if not levels or total <= 0:
        return None
    count = len(levels)
    ranked = fsum((2 * rank - count - 1) * level for rank, level in enumerate(sorted(levels), 1))
    return ranked / (count * total)
