"""Figures of value curves: weighted means and the like, over levels that may be unknown."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum


def mean_level(levels: Sequence[float | None], weights: Sequence[float] | None = None) -> float | None:
    """The weighted mean of the known levels.

    `levels`: one level a player, None where unknown; `weights`: as many, not negative, equal where None.
    Units: those of the levels. Returns None where no level is known or all known ones weigh nothing.
    Raises ValueError where the lengths differ.
    Source: the industry reference of the strategy canvas, the mean over rivals (Kim & Mauborgne, Blue Ocean Strategy).
    """
    if weights is None and levels and None not in levels:
        return fsum(levels) / len(levels)  # type: ignore[arg-type] # none is unknown
    shares = [1.0] * len(levels) if weights is None else weights
    known = [(level, share) for level, share in zip(levels, shares, strict=True) if level is not None]
    total = fsum(share for _, share in known)
    if not known or total <= 0:
        return None
    return fsum(level * share for level, share in known) / total
