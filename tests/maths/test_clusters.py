"""Average-linkage clusters: small cases by hand, order, brute force."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.convergence import clusters


def apart(**pairs):
    return {tuple(name): distance for name, distance in pairs.items()}


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0.05, [["a"], ["b"], ["c"]]), (0.1, [["a", "c"], ["b"]]), (0.39, [["a", "c"], ["b"]]), (0.4, [["a", "b", "c"]])],
)
def test_the_nearest_join_first(most, expected):
    # once a and c have joined, b lies (0.6 + 0.2) / 2 from them
    assert clusters("abc", apart(ab=0.6, ca=0.1, bc=0.2), most) == expected


def test_one_thing_and_none():
    assert clusters("a", {}, 1) == [["a"]]
    assert clusters("", {}, 1) == []


def test_a_tie_goes_to_the_names_that_sort_first():
    found = clusters("cba", apart(ab=0.1, bc=0.1, ac=0.9), 0.3)
    assert found == [["c"], ["b", "a"]]


@given(st.integers(2, 6), st.data())
def test_as_by_brute_force_whatever_the_order(count, data):
    names = [chr(97 + at) for at in range(count)]
    # distances that leave no ties, in the data or between means of them
    distance = {pair: data.draw(st.floats(0, 2)) for pair in combinations(names, 2)}
    most = data.draw(st.floats(0, 2))

    def mean(left, right):
        return sum(distance[min(a, b), max(a, b)] for a in left for b in right) / (len(left) * len(right))

    groups = [(name,) for name in names]
    while len(groups) > 1:
        pairs = sorted((round(mean(a, b), 9), min(a), min(b), a, b) for a, b in combinations(sorted(groups), 2))
        if pairs[0][0] > round(most, 9):
            break
        *_, a, b = pairs[0]
        groups = [group for group in groups if group not in (a, b)] + [tuple(sorted(a + b))]
    shuffled = data.draw(st.permutations(names))
    for order in (names, shuffled):
        assert {frozenset(group) for group in clusters(order, distance, most)} == {frozenset(group) for group in groups}
    assert [name for group in clusters(shuffled, distance, 2) for name in group] == list(shuffled)
