"""All pairs of many value curves at once, without a look at each pair: how far apart they lie, how alike they are."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from operator import mul

from bluecanvas.maths.divergence import is_flat


def sum_of_gaps(curves: Sequence[Sequence[float]], weights: Sequence[float] | None = None) -> tuple[float, int]:
    """The weighted mean distances of all pairs added up, and how many pairs there are.

    `curves`: a row a curve, with a level a factor, none unknown; `weights`: as of `divergence.gap`. Units: those of the
    levels. (0, 0) where `gap` has no answer. O(n·m log n) for n curves of m factors.
    Source: Σ |x − y| over all pairs of sorted values is Σ (2 k − n − 1) x_k (Gini's mean difference).
    """
    count = len(curves)
    if count < 2 or len(curves[0]) < 2:
        return 0.0, 0
    signs = range(1 - count, count, 2)
    spreads = [fsum(map(mul, signs, sorted(column))) for column in zip(*curves, strict=True)]
    total = float(len(spreads)) if weights is None else fsum(weights)
    if total <= 0:
        return 0.0, 0
    apart = fsum(spreads if weights is None else map(mul, weights, spreads))
    return apart / total, count * (count - 1) // 2


def sum_of_correlations(directions: Sequence[Sequence[float] | None]) -> tuple[float, int]:
    """The correlations of all pairs added up, and how many pairs have one.

    `directions`: one a curve, as `direction` gives them, on the same factors with the same weights; None for a flat one.
    O(n·m). Source: of unit vectors u, 2 Σ u·v over all pairs is |Σ u|² − n.
    """
    units = [unit for unit in directions if unit is not None]
    if len(units) < 2:
        return 0.0, 0
    together = [fsum(column) for column in zip(*units, strict=True)]
    return (fsum(map(mul, together, together)) - len(units)) / 2, len(units) * (len(units) - 1) // 2


def direction(curve: Sequence[float], weights: Sequence[float] | None = None) -> list[float] | None:
    """A curve centred and of length one, so that the product of two is their correlation; None where it is flat.

    Arguments as of `divergence.correlation`.
    """
    if weights is not None:
        kept = [(weight, level) for weight, level in zip(weights, curve, strict=True) if weight > 0]
        weights, curve = [weight for weight, _ in kept], [level for _, level in kept]
    if len(curve) < 2 or is_flat(curve):
        return None
    mean = fsum(curve) / len(curve) if weights is None else fsum(map(mul, weights, curve)) / fsum(weights)
    centred = [level - mean for level in curve]
    if weights is not None:
        centred = [sqrt(weight) * apart for weight, apart in zip(weights, centred, strict=True)]
    size = sqrt(fsum(map(mul, centred, centred)))
    return [apart / size for apart in centred] if size > 0 else None
