"""All pairs of curves with gaps: what long numbers add up is what a walk along each pair finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.all_pairs import all_pairs
from bluecanvas.maths.divergence import correlation, gap

LEVELS = st.none() | st.integers(0, 10).map(lambda level: level / 10) | st.floats(0, 1)
NEARLY_FLAT = st.none() | st.sampled_from([0.5, 0.5 + 4e-10, 0.5 + 2e-9])
WEIGHTS = st.sampled_from([0.0, 0.3, 1.0])


@st.composite
def sheets(draw: st.DrawFn):
    """Rows of levels, sets of their factors, and weights or none."""
    factors = draw(st.integers(1, 7))
    levels = draw(st.sampled_from([LEVELS, NEARLY_FLAT]))
    rows = draw(st.lists(st.lists(levels, min_size=factors, max_size=factors), max_size=5))
    sets = draw(st.lists(st.sets(st.integers(0, factors - 1)), min_size=1, max_size=3))
    return rows, sets, draw(st.none() | st.lists(WEIGHTS, min_size=factors, max_size=factors))


def alone(rows, places, weights, a, b):
    """The two figures of one pair, walked along."""
    both = [j for j in sorted(places) if rows[a][j] is not None and rows[b][j] is not None]
    x, y = ([rows[c][j] for j in both] for c in (a, b))
    heavy = None if weights is None else [weights[j] for j in both]
    return gap(x, y, heavy), correlation(x, y, heavy)


def test_a_level_that_one_of_two_does_not_know_counts_for_neither():
    rows = [[0.0, 1.0, None, 0.3], [0.5, None, 0.1, 0.3], [1.0, 0.0, 0.2, 0.8]]
    everything, first = all_pairs(rows, [range(4), [0, 1]])
    assert everything.gaps == [[], [0.25], [pytest.approx(2.5 / 3), pytest.approx(1.1 / 3)]]
    assert everything.correlations[2][0] == pytest.approx(correlation([0.0, 1.0, 0.3], [1.0, 0.0, 0.8]))
    assert first.gaps == [[], [None], [1.0, None]]
    assert first.correlations[2][0] == pytest.approx(-1.0)


def test_distances_may_be_left_out():
    assert all_pairs([[0.0, 1.0], [1.0, 0.0]], [range(2)], distances=False) == [([[], [None]], [[], [-1.0]])]


@given(sheets())
def test_all_pairs_at_once_are_every_pair_alone(sheet):
    rows, sets, weights = sheet
    for places, found in zip(sets, all_pairs(rows, sets, weights), strict=True):
        for a in range(len(rows)):
            for b in range(a):
                distance, r = alone(rows, places, weights, a, b)
                assert found.gaps[a][b] == (None if distance is None else pytest.approx(distance, abs=1e-12))
                if r is None or rows[a] == rows[b]:
                    assert found.correlations[a][b] == (None if r is None else pytest.approx(1.0))
                elif found.correlations[a][b] is None:  # a curve nearly flat: floating point sees a shape or none
                    assert min(map(_range, (rows[a], rows[b]))) <= 2e-9
                else:
                    assert found.correlations[a][b] == pytest.approx(r, abs=1e-6)


def _range(row):
    known = [level for level in row if level is not None]
    return max(known) - min(known)
