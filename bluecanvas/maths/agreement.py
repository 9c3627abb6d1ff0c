"""How far several judges rank the same things alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import fsum


def average_ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value from 1 for the lowest, equal ones sharing the mean of their ranks."""
    sizes, below = Counter(values), 0
    ranks: dict[float, float] = {}
    for value in sorted(sizes):
        ranks[value] = below + (sizes[value] + 1) / 2
        below += sizes[value]
    return [ranks[value] for value in values]


def tie_correction(ranks: Sequence[float]) -> int:
    """Σ (t³ − t) over the groups of tied ranks, t being the size of a group."""
    return sum([size**3 - size for size in Counter(ranks).values()])


def kendall_w(ranks: Sequence[Sequence[float]]) -> float | None:
    """Kendall's coefficient of concordance, corrected for ties: 0 for no agreement, 1 for one and the same order.

    `ranks`: a row a judge, each with the average ranks of the same things. Without a unit. None for fewer than two
    judges or things, and where every judge ties everything.
    Source: Kendall & Babington Smith, Annals of Mathematical Statistics 10, 1939; Siegel & Castellan's correction.
    """
    judges = len(ranks)
    things = len(ranks[0]) if ranks else 0
    if judges < 2 or things < 2:
        return None
    return concordance([fsum(column) for column in zip(*ranks, strict=True)], judges, sum(map(tie_correction, ranks)))


def concordance(sums: Sequence[float], judges: int, ties: int) -> float | None:
    """Kendall's W from each thing's sum of ranks, the number of judges, and their tie corrections added up."""
    things = len(sums)
    middle = judges * (things + 1) / 2
    spread = fsum((total - middle) ** 2 for total in sums)
    most = judges * judges * (things**3 - things) - judges * ties
    return min(1.0, 12 * spread / most) if most > 0 else None
