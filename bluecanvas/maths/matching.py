"""Matching: which of two lists' things belong together, how alike two names are, and what kept its place in an order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf

Weights = Mapping[tuple[int, int], float]
"""What a pair is worth, by the places of its two things; a pair that is not named may not be made."""


def assign(weights: Weights) -> dict[int, int]:
    """The pairs that are worth most together, each thing in at most one: left place to right place.

    `weights`: above 0, in any unit; a pair worth 0 or less is never made. The answer is exact: things that no pair
    joins are solved apart, each by shortest augmenting paths in O(n²·m) for n left and m right things, so a hundred a
    side take well under a second and callers bound what they ask. Of several best answers it gives the same each time.
    Source: Kuhn, Naval Research Logistics Quarterly 2, 1955; Jonker & Volgenant, Computing 38, 1987.
    """
    made: dict[int, int] = {}
    for left, right in _parts(weights):
        made.update(_assign(left, right, weights))
    return dict(sorted(made.items()))


def _parts(weights: Weights) -> Iterator[tuple[list[int], list[int]]]:
    """The things that pairs join, directly or through others: left and right places of each lot."""
    rights: dict[int, list[int]] = {}
    lefts: dict[int, list[int]] = {}
    for (left, right), weight in sorted(weights.items()):
        if weight > 0:
            rights.setdefault(left, []).append(right)
            lefts.setdefault(right, []).append(left)
    seen: set[int] = set()
    for first, reached in rights.items():
        if first in seen:
            continue
        seen.add(first)
        lot, beside, waiting = [first], dict.fromkeys(reached), list(reached)
        while waiting:
            for left in lefts[waiting.pop()]:
                if left not in seen:
                    seen.add(left)
                    lot.append(left)
                    waiting += [right for right in rights[left] if right not in beside]
                    beside |= dict.fromkeys(rights[left])
        yield sorted(lot), sorted(beside)


def _assign(left: list[int], right: list[int], weights: Weights) -> dict[int, int]:
    """The best pairs of one lot; to every left thing belongs a place of its own where it stays alone, worth nothing."""
    rows, columns = len(left), len(right) + len(left)

    def cost(i: int, j: int) -> float:
        if j >= len(right):
            return 0.0 if j - len(right) == i else inf
        weight = weights.get((left[i], right[j]), 0.0)
        return -weight if weight > 0 else inf

    costs = [[cost(i, j) for j in range(columns)] for i in range(rows)]
    above, beside = [0.0] * rows, [0.0] * (columns + 1)
    holder: list[int | None] = [None] * (columns + 1)
    for row in range(rows):
        holder[columns] = row  # the last column is where a path begins
        at = columns
        nearest, came_from, done = [inf] * columns, [columns] * columns, [False] * (columns + 1)
        while (held := holder[at]) is not None:
            done[at] = True
            step, following = inf, at
            line, lift = costs[held], above[held]
            for j in range(columns):
                if not done[j]:
                    reached = line[j] - lift - beside[j]
                    if reached < nearest[j]:
                        nearest[j], came_from[j] = reached, at
                    if nearest[j] < step:
                        step, following = nearest[j], j
            for j in range(columns + 1):
                row_here = holder[j]
                if done[j] and row_here is not None:
                    above[row_here] += step
                    beside[j] -= step
                elif j < columns:
                    nearest[j] -= step
            at = following
        while at != columns:
            holder[at] = holder[came_from[at]]
            at = came_from[at]
    return {left[held]: right[j] for j in range(len(right)) if (held := holder[j]) is not None}


def longest_rising(places: Sequence[int]) -> tuple[int, ...]:
    """The positions of a longest run of rising values, not necessarily neighbours: what kept its order.

    `places`: distinct whole numbers, such as where each thing stood before. The others are the fewest that can be said
    to have moved. O(n log n). Source: Schensted, Canadian Journal of Mathematics 13, 1961.
    """
    ends: list[int] = []  # the value a run of each length ends with, the lowest there is
    last: list[int] = []
    before: list[int | None] = []
    for at, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [at]
    run: list[int] = []
    step = last[-1] if last else None
    while step is not None:
        run.append(step)
        step = before[step]
    return tuple(reversed(run))


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 1: the share of their pieces that both have.

    The pieces of a word are its pairs of neighbouring letters; those of a run of ideographs its pairs and its single
    characters, each of which has a meaning of its own. Two names without a piece are alike where they are the same.
    Source: Dice, Ecology 26, 1945; Sørensen, Biologiske Skrifter 5, 1948.
    """
    mine, yours = _pieces(one), _pieces(other)
    total = mine.total() + yours.total()
    return 2 * (mine & yours).total() / total if total else float(one == other)


def _pieces(name: str) -> Counter[str]:
    pieces: Counter[str] = Counter()
    word = ""
    for char in name + " ":
        ideograph = "\u2e80" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003fffd"
        if char.isalnum():
            word += char
        if ideograph:
            pieces[char] += 1
        if not char.isalnum() and word:
            pieces.update(map("".join, pairwise(word)) if len(word) > 1 else [word])
            word = ""
    return pieces
