"""Distance and likeness of two curves: known answers, then properties."""

from __future__ import annotations

from itertools import permutations
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.divergence import correlation, gap, is_flat, permutation_p

A = (8, 7, 8, 7, 6, 8, 0, 0)
B = (5, 4, 5, 4, 3, 5, 0, 0)
U = (1, 2, 0, 2, 3, 2, 9, 8)
MEAN = tuple((a + b) / 2 for a, b in zip(A, B, strict=True))

LEVELS = st.integers(0, 10).map(lambda level: level / 10)


@st.composite
def pairs(draw, least=2):
    rows = draw(st.lists(st.tuples(LEVELS, LEVELS, st.integers(1, 9)), min_size=least, max_size=9))
    return tuple(zip(*rows, strict=True))


def scaled(levels):
    return [level / 10 for level in levels]


@pytest.mark.parametrize(
    ("x", "y", "factors", "r", "apart"),
    [
        (A, B, 8, 0.9915, 0.225),
        (A, B, 6, 1.0, 0.3),
        (U, MEAN, 8, -0.983, 0.525),
        (U, MEAN, 6, -0.791, 0.4167),
        (U, B, 8, None, 0.4125),
        (U, B, 6, None, 0.2667),
    ],
)
def test_known_answers(x, y, factors, r, apart):
    x, y = scaled(x[:factors]), scaled(y[:factors])
    assert round(gap(x, y), 4) == apart
    if r is not None:
        assert round(correlation(x, y), len(str(abs(r))) - 2) == r


def test_the_exact_permutation_test():
    assert permutation_p(U[:6], MEAN[:6]) == 0.05  # 36 of 720 orders
    assert permutation_p((1, 2, 3), (3, 2, 1)) == pytest.approx(1 / 6)
    assert permutation_p((1, 1), (2, 3)) == 1


@pytest.mark.parametrize(("x", "y"), [((1,), (1,)), (range(9), range(9)), ((1, 2), (1, 2, 3))])
def test_an_exact_test_has_its_limits(x, y):
    with pytest.raises(ValueError, match="2 to 8 factors"):
        permutation_p(x, y)


@pytest.mark.parametrize("weights", [None, (1, 2)])
def test_too_little_to_compare(weights):
    assert gap((0.5,), (0.7,)) is None
    assert correlation((0.5,), (0.7,)) is None
    assert correlation((0.5, 0.5), (0.1, 0.7), weights) is None
    assert correlation((0.1, 0.7), (0.5, 0.5), weights) is None


def test_what_weighs_nothing_counts_for_nothing():
    assert gap((0.1, 0.9), (0.2, 0.1), (0, 0)) is None
    assert gap((0.1, 0.9, 0), (0.2, 0.9, 1), (1, 1, 0)) == pytest.approx(0.05)
    assert correlation((0, 1, 0.3), (0, 0, 0.4), (1, 1, 0)) is None
    assert correlation((0, 1, 0.3), (0, 1, 0), (1, 0, 0)) is None
    assert correlation((0, 1, 0.3), (0, 1, 0), (1, 1, 0)) == pytest.approx(1)


@given(pairs())
def test_weights_repeat_factors(rows):
    x, y, weights = rows
    twice = [[value for value, weight in zip(row, weights, strict=True) for _ in range(weight)] for row in (x, y)]
    assert isclose(gap(x, y, weights), gap(*twice), abs_tol=1e-12)
    expected, found = correlation(*twice), correlation(x, y, weights)
    assert (expected is None) == (found is None)
    assert expected is None or isclose(expected, found, abs_tol=1e-9)


@given(pairs())
def test_bounds_and_symmetry(rows):
    x, y, weights = rows
    apart, r = gap(x, y, weights), correlation(x, y, weights)
    assert 0 <= apart <= 1
    assert gap(y, x, weights) == apart
    assert (r is None) == (is_flat(x) or is_flat(y))
    if r is not None:
        assert -1 <= r <= 1
        assert isclose(correlation(y, x, weights), r, abs_tol=1e-12)


@given(pairs(), st.randoms())
def test_the_order_of_factors_plays_no_part(rows, random):
    order = list(range(len(rows[0])))
    random.shuffle(order)
    mixed = [[row[at] for at in order] for row in rows]
    assert gap(*mixed) == gap(*rows)
    assert correlation(*mixed) == correlation(*rows)
    assert gap(*mixed[:2]) == gap(*rows[:2])
    assert correlation(*mixed[:2]) == correlation(*rows[:2])


@given(pairs(), st.integers(2, 9), st.integers(-9, 9))
def test_shape_has_no_height(rows, stretch, shift):
    x, y, _ = rows
    r = correlation(x, y)
    moved = correlation([stretch * value + shift for value in x], y)
    assert r is None or isclose(r, moved, abs_tol=1e-9)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=5))
def test_the_permutation_test_by_brute_force(rows):
    x, y = zip(*rows, strict=True)
    ours = sum(a * b for a, b in rows)
    orders = list(permutations(y))
    expected = sum(sum(a * b for a, b in zip(x, order, strict=True)) <= ours for order in orders) / len(orders)
    assert permutation_p(x, y) == expected
