"""Pairs: what is worked out of all pairs at once is what each pair gives alone."""

from __future__ import annotations

from itertools import combinations
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.divergence import correlation, gap
from bluecanvas.maths.pairs import direction, sum_of_correlations, sum_of_gaps

LEVELS = st.integers(0, 10).map(lambda level: level / 10)
SHEETS = st.integers(1, 6).flatmap(
    lambda factors: st.tuples(
        st.lists(st.lists(LEVELS, min_size=factors, max_size=factors), max_size=6),
        st.none() | st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=factors, max_size=factors),
    )
)
SOUTHWEST = [2, 1, 1, 1, 8, 9, 9]


def correlations(curves, weights=None):
    return sum_of_correlations([direction(curve, weights) for curve in curves])


def test_three_curves_by_hand():
    curves = [[0, 0], [1, 0], [0, 1]]
    assert sum_of_gaps(curves) == (0.5 + 0.5 + 1.0, 3)
    assert correlations(curves) == (pytest.approx(-1.0), 1)  # the first is flat


def test_weights_count():
    assert sum_of_gaps([[0, 0], [1, 2]], [3, 1]) == (1.25, 1)
    assert correlations([[0, 1, 9], [0, 1, 5]], [1, 1, 0]) == (pytest.approx(1.0), 1)
    assert sum_of_gaps([[0, 0], [1, 2]], [0, 0]) == (0.0, 0)


def test_a_direction_is_of_length_one_and_none_where_there_is_no_shape():
    assert direction([1, 1, 1]) is None
    assert direction([4]) is None
    unit = direction(SOUTHWEST)
    assert unit is not None
    assert fsum(x * x for x in unit) == pytest.approx(1.0)


@given(SHEETS)
def test_all_pairs_at_once_are_every_pair_alone(sheet):
    curves, weights = sheet
    for at_once, alone in ((sum_of_gaps, gap), (correlations, correlation)):
        each = [found for a, b in combinations(curves, 2) if (found := alone(a, b, weights)) is not None]
        total, count = at_once(curves, weights)
        assert count == len(each)
        assert total == pytest.approx(fsum(each), abs=1e-9)


@given(SHEETS)
def test_the_order_of_curves_and_factors_is_none(sheet):
    curves, weights = sheet
    turned = [curve[::-1] for curve in curves[::-1]], None if weights is None else weights[::-1]
    for at_once in (sum_of_gaps, correlations):
        assert at_once(curves, weights) == pytest.approx(at_once(*turned), abs=1e-12)
