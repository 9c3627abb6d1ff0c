"""Which curves belong together: average-linkage clusters of what is alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def clusters(names: Sequence[str], apart: Mapping[tuple[str, str], float], most: float) -> list[list[str]]:
    """Groups of things, joined nearest first while the mean distance between two groups is at most `most`.

    `names`: the things; `apart`: the distance of each pair, under one order of its names or the other.
    The answer does not depend on the order of the names, but keeps it: groups and their members come in that order.
    Source: unweighted average linkage (Sokal & Michener 1958); a tie goes to the names that sort first.
    """
    groups: dict[str, list[str]] = {name: [name] for name in sorted(names)}
    distance = {
        (a, b): apart[a, b] if (a, b) in apart else apart[b, a] for a in groups for b in groups if a < b
    }  # between groups, each called by its first name
    rounded = {pair: (round(between, 9), pair) for pair, between in distance.items()}
    while rounded:
        nearest, (a, b) = min(rounded.values())
        if nearest > round(most, 9):
            break
        left, right = len(groups[a]), len(groups[b])
        for other in groups:
            if other in (a, b):
                continue
            from_a, from_b = _pair(a, other), _pair(b, other)
            distance[from_a] = (left * distance[from_a] + right * distance.pop(from_b)) / (left + right)
            rounded[from_a] = (round(distance[from_a], 9), from_a)
            del rounded[from_b]
        del distance[a, b], rounded[a, b]
        groups[a] += groups.pop(b)
    place = {name: at for at, name in enumerate(names)}
    members = [sorted(group, key=place.__getitem__) for group in groups.values()]
    return sorted(members, key=lambda group: place[group[0]])


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
