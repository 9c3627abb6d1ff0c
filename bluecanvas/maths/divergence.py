"""How far apart two value curves lie, and how alike their shapes are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from math import factorial, fsum, sqrt
from operator import mul, sub

FLAT = 1e-9
"""A curve whose levels differ by no more than this is flat."""

_EXACT = 8
_SAME = 1e-9


def gap(x: Sequence[float], y: Sequence[float], weights: Sequence[float] | None = None) -> float | None:
    """The weighted mean distance between two curves, Σ w·|x − y|.

    `x`, `y`: a level a factor, none unknown; `weights`: as many, not negative, equal where None; they need not add
    up to one. Units: those of the levels. None where there are fewer than two factors or all weigh nothing.
    Source: strategic deviation (Deephouse, Strategic Management Journal 20, 1999), unstandardised.
    """
    if len(x) < 2:
        return None
    apart = map(abs, map(sub, x, y))
    if weights is None:
        return fsum(apart) / len(x)
    total = fsum(weights)
    return fsum(map(mul, weights, apart)) / total if total > 0 else None


def is_flat(x: Sequence[float]) -> bool:
    """Whether a curve's levels are all one; a curve without levels is flat."""
    return not x or max(x) - min(x) <= FLAT


def correlation(x: Sequence[float], y: Sequence[float], weights: Sequence[float] | None = None) -> float | None:
    """The weighted Pearson correlation of two curves: 1 for one shape, −1 for its mirror image, whatever the height.

    Arguments as of `gap`; without a unit. None where there are fewer than two factors or a curve is flat on those
    that weigh anything. Source: Pearson's r, that is the cosine of the centred curves.
    """
    if len(x) < 2 or is_flat(x) or is_flat(y):
        return None
    if weights is None:
        dx, dy = _centred(x, len(x)), _centred(y, len(y))
        return _cosine(dx, dy, dx, dy)
    kept = [(w, a, b) for w, a, b in zip(weights, x, y, strict=True) if w > 0]
    if len(kept) < 2:
        return None
    weights, x, y = zip(*kept, strict=True)
    if is_flat(x) or is_flat(y):
        return None
    total = fsum(weights)
    mx, my = fsum(map(mul, weights, x)) / total, fsum(map(mul, weights, y)) / total
    dx, dy = [a - mx for a in x], [b - my for b in y]
    return _cosine(list(map(mul, weights, dx)), list(map(mul, weights, dy)), dx, dy)


def permutation_p(x: Sequence[float], y: Sequence[float]) -> float:
    """The chance that factors labelled at random give two curves a correlation as low as theirs, or lower.

    Exact: every order of the labels is tried. `x`, `y`: a level a factor, two to eight of them, equally weighted.
    One-sided, the lower tail; for the upper one, negate a curve. ValueError for another number of factors.
    Source: Fisher's permutation test.
    """
    if not 2 <= len(x) <= _EXACT or len(x) != len(y):
        raise ValueError(f"an exact test takes two curves of 2 to {_EXACT} factors")
    bar = fsum(map(mul, x, y)) + _SAME
    lower = sum(fsum(map(mul, x, order)) <= bar for order in permutations(y))
    return lower / factorial(len(x))


def _centred(x: Sequence[float], count: int) -> list[float]:
    mean = fsum(x) / count
    return [a - mean for a in x]


def _cosine(wx: Sequence[float], wy: Sequence[float], dx: Sequence[float], dy: Sequence[float]) -> float | None:
    """The cosine of two centred curves, `wx` and `wy` being the same times their weights."""
    size = sqrt(fsum(map(mul, wx, dx))) * sqrt(fsum(map(mul, wy, dy)))
    return max(-1.0, min(1.0, fsum(map(mul, wx, dy)) / size)) if size > 0 else None
