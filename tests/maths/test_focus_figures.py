"""Concentration of effort: known answers, then properties."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.focus import effective_number, gini, herfindahl, normalised_herfindahl

U = (1, 2, 0, 2, 3, 2, 9, 8)
ABOVE_THE_MEAN = (0, 0, 0, 0, 0, 0, 9, 8)
LEVELS = st.lists(st.floats(0, 10), min_size=1, max_size=12).filter(lambda levels: sum(levels) > 1e-3)


def test_known_answers():
    assert round(herfindahl(U), 5) == 0.22908
    assert round(effective_number(U), 3) == 4.365
    assert round(effective_number(U[:6]), 2) == 4.55
    assert round(gini(U), 4) == 0.4676
    assert round(gini(U[:6]), 3) == 0.3
    assert round(effective_number(ABOVE_THE_MEAN), 4) == 1.9931


@pytest.mark.parametrize(
    ("levels", "number", "inequality"), [((0, 0, 0, 1), 1, 0.75), ((1, 1, 1, 1), 4, 0), ((1, 2, 3, 4), None, 0.25)]
)
def test_small_cases(levels, number, inequality):
    assert gini(levels) == pytest.approx(inequality)
    assert number is None or effective_number(levels) == pytest.approx(number)


def test_the_normalised_index():
    assert round(normalised_herfindahl((1, 2, 3, 4)), 6) == 0.066667
    assert normalised_herfindahl((0, 0, 1)) == pytest.approx(1)
    assert normalised_herfindahl((5,)) is None


@pytest.mark.parametrize("figure", [herfindahl, effective_number, normalised_herfindahl, gini])
@pytest.mark.parametrize("levels", [(), (0, 0)])
def test_nothing_has_no_concentration(figure, levels):
    assert figure(levels) is None


@given(LEVELS, st.randoms(), st.floats(0.1, 10))
def test_bounds_order_and_unit(levels, random, unit):
    number, inequality = effective_number(levels), gini(levels)
    assert 1 - 1e-9 <= number <= len(levels) + 1e-9
    assert -1e-9 <= inequality <= 1 - 1 / len(levels) + 1e-9
    mixed = list(levels)
    random.shuffle(mixed)
    assert effective_number(mixed) == number
    assert gini(mixed) == inequality
    assert isclose(effective_number([level * unit for level in levels]), number, rel_tol=1e-9)


@given(LEVELS)
def test_the_inequality_is_the_mean_difference_over_twice_the_mean(levels):
    count = len(levels)
    differences = sum(abs(a - b) for a in levels for b in levels)
    assert isclose(gini(levels), differences / (2 * count * sum(levels)), abs_tol=1e-9)
