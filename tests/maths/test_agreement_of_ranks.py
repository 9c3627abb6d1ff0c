"""Ranks and Kendall's W: known answers, the direct formula, properties."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.agreement import average_ranks, kendall_w, tie_correction

A = (8, 7, 8, 7, 6, 8, 0, 0)
B = (5, 4, 5, 4, 3, 5, 0, 0)
U = (1, 2, 0, 2, 3, 2, 9, 8)


@st.composite
def tables(draw):
    things = draw(st.integers(2, 7))
    row = st.lists(st.integers(0, 5), min_size=things, max_size=things)
    return draw(st.lists(row, min_size=2, max_size=5))


def w(rows):
    return kendall_w([average_ranks(row) for row in rows])


def test_ranks_share_ties():
    assert average_ranks((3, 1, 3, 2)) == [3.5, 1, 3.5, 2]
    assert average_ranks((7, 7, 7)) == [2, 2, 2]
    assert average_ranks(()) == []
    assert tie_correction(average_ranks((3, 1, 3, 3, 1))) == 24 + 6


def test_known_answers():
    assert w((A, B)) == pytest.approx(1)
    assert round(w((A, B, U)), 4) == 0.1412
    assert round(w([row[:6] for row in (A, B, U)]), 4) == 0.1868
    assert w(((1, 2, 3), (3, 2, 1))) == 0


@pytest.mark.parametrize("rows", [(), ((1, 2),), ((1,), (2,)), ((1, 1), (2, 2))])
def test_no_agreement_to_speak_of(rows):
    assert w(rows) is None


@given(tables())
def test_the_direct_formula(rows):
    """The mean of all pairs' rank correlations r̄ gives W = (r̄ (p − 1) + 1) / p where no judge ties anything."""
    judges, things = len(rows), len(rows[0])
    ranks = [average_ranks(row) for row in rows]
    sums = [sum(column) for column in zip(*ranks, strict=True)]
    middle = sum(sums) / things
    ties = sum(row.count(value) ** 3 - row.count(value) for row in rows for value in set(row))
    most = judges**2 * (things**3 - things) - judges * ties
    if most == 0:
        assert w(rows) is None
    else:
        assert isclose(w(rows), 12 * sum((total - middle) ** 2 for total in sums) / most, abs_tol=1e-12)


@given(st.lists(st.permutations(range(6)), min_size=2, max_size=5))
def test_w_is_the_mean_rank_correlation_in_other_clothes(rows):
    judges = len(rows)

    def spearman(x, y):
        return 1 - 6 * sum((a - b) ** 2 for a, b in zip(x, y, strict=True)) / (6**3 - 6)

    pairs = [spearman(rows[i], rows[j]) for i in range(judges) for j in range(i)]
    assert isclose(w(rows), (sum(pairs) / len(pairs) * (judges - 1) + 1) / judges, abs_tol=1e-12)


@given(tables(), st.randoms())
def test_bounds_and_order(rows, random):
    found = w(rows)
    assert found is None or 0 <= found <= 1
    order = list(range(len(rows[0])))
    random.shuffle(order)
    judges = [[row[at] for at in order] for row in rows]
    random.shuffle(judges)
    assert w(judges) == found
