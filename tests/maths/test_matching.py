"""Matching: published answers, brute force on small cases, and how long the largest takes."""

from __future__ import annotations

from itertools import combinations, permutations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.matching import assign, likeness, longest_rising


def worth(weights, pairs):
    return sum(weights[pair] for pair in pairs.items())


def best(weights, left, right):
    """The best total of any set of pairs, by trying them all."""
    return max(
        sum(weights[pair] for pair in zip(some, order, strict=True))
        for size in range(min(left, right) + 1)
        for some in combinations(range(left), size)
        for order in permutations(range(right), size)
        if all(weights.get(pair, 0) > 0 for pair in zip(some, order, strict=True))
    )


def test_known_answers():
    """The example of SciPy's linear_sum_assignment, whose least cost is 5: rows 0, 1, 2 to columns 1, 0, 2."""
    costs = ((4, 1, 3), (2, 0, 5), (3, 2, 2))
    weights = {(i, j): 6 - cost for i, row in enumerate(costs) for j, cost in enumerate(row)}
    assert assign(weights) == {0: 1, 1: 0, 2: 2}
    assert worth(weights, assign(weights)) == 3 * 6 - 5


def test_the_best_together_not_one_by_one():
    assert assign({(0, 0): 5, (0, 1): 4, (1, 0): 4}) == {0: 1, 1: 0}
    assert assign({(0, 0): 9, (0, 1): 4, (1, 0): 4}) == {0: 0}


def test_what_is_worth_nothing_is_not_made():
    assert assign({}) == {}
    assert assign({(0, 0): 0, (1, 1): -1, (2, 5): 0.5}) == {2: 5}


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(-2, 9)))
def test_as_good_as_trying_everything(weights):
    pairs = assign(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert all(weights[pair] > 0 for pair in pairs.items())
    assert worth(weights, pairs) == best(weights, 4, 4)


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 9)))
def test_the_order_of_the_pairs_does_not_matter(weights):
    assert assign(dict(reversed(weights.items()))) == assign(weights)


def test_a_hundred_a_side_are_soon_done():
    weights = {(i, j): 1 + (i * 37 + j * 61) % 101 / 101 for i in range(100) for j in range(100)}
    began = process_time()
    assert len(assign(weights)) == 100
    assert process_time() - began < 3


def test_a_longest_rising_run_of_the_usual_example():
    values = (0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15)
    run = longest_rising(values)
    assert [values[at] for at in run] == sorted(values[at] for at in run)
    assert len(run) == 6
    assert longest_rising(()) == ()


@given(st.permutations(range(7)))
def test_no_run_is_longer(values):
    run = longest_rising(values)
    assert list(run) == sorted(run)
    assert [values[at] for at in run] == sorted(values[at] for at in run)
    longer = combinations(values, len(run) + 1)
    assert not any(list(some) == sorted(some) for some in longer)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("night", "nacht", 0.25),  # the usual example of the coefficient
        ("speed", "speed", 1),
        ("speed", "service", 0),
        ("餐食", "餐飲", 1 / 3),
        ("餐", "餐", 1),
        ("빠른 속도", "속도", 2 / 3 * 1),
        ("", "", 1),
        ("!", "?", 0),
    ],
)
def test_likeness(one, other, expected):
    assert likeness(one, other) == pytest.approx(expected)


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share_and_the_same_both_ways(one, other):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1
