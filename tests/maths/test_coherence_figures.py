"""Lines in what departs: known answers, then properties."""

from __future__ import annotations

from math import isclose
from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.coherence import eta_squared, random_turning_points, spread, turning_points

ZIGZAG = (0.1, 0.9, 0.1, 0.9, 0.1, 0.9)


def test_known_answers():
    assert eta_squared(ZIGZAG, "ababab") == pytest.approx(1)
    assert eta_squared(ZIGZAG, "aabbcc") == pytest.approx(0)
    assert turning_points(ZIGZAG) == 4
    assert turning_points(sorted(ZIGZAG)) == 0
    assert round(random_turning_points(6)[0], 4) == 2.6667
    assert round(random_turning_points(9)[0], 4) == 4.6667
    assert round(random_turning_points(9)[1], 5) == 1.27778


def test_nothing_to_explain():
    assert eta_squared((), ()) is None
    assert eta_squared((0.3, 0.3), "ab") is None
    assert spread(()) is None
    with pytest.raises(ValueError, match="as many themes"):
        eta_squared((1, 2), "a")
    with pytest.raises(ValueError, match="at least three"):
        random_turning_points(2)


@given(st.lists(st.tuples(st.floats(-1, 1), st.sampled_from("abc")), min_size=1, max_size=9), st.randoms())
def test_bounds_and_order(rows, random):
    values, themes = zip(*rows, strict=True)
    found = eta_squared(values, themes)
    assert found is None or 0 <= found <= 1
    assert isclose(spread(values), pstdev(values), abs_tol=1e-9)
    random.shuffle(rows)
    mixed = eta_squared(*zip(*rows, strict=True))
    assert mixed == found or isclose(mixed, found, abs_tol=1e-9)


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=9))
def test_each_its_own_theme_explains_all_and_one_theme_nothing(values):
    found = eta_squared(values, range(len(values)))
    assert found is None or isclose(found, 1, abs_tol=1e-6)
    alone = eta_squared(values, "a" * len(values))
    assert alone is None or isclose(alone, 0, abs_tol=1e-6)
