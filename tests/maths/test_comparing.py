"""Comparing figures to nine decimals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.maths.comparing import alike, at_least, at_most, is_less

levels = st.integers(-1000, 1000).map(lambda tenths: tenths / 10)
nudges = st.sampled_from([0.0, 1e-16, -1e-16, 4e-10, -4e-10, 6e-10, -6e-10, 2e-9, -2e-9, 2e-8, -2e-8, 0.1])


@pytest.mark.parametrize(
    ("value", "bar", "reaches", "stays"),
    [(0.3 - 0.1, 0.2, True, True), (0.1 + 0.2, 0.3, True, True), (0.2, 0.3, False, True), (None, 0.3, False, False)],
)
def test_thresholds(value, bar, reaches, stays):
    assert (at_least(value, bar), at_most(value, bar)) == (reaches, stays)


@given(levels, nudges)
def test_as_rounding_would_have_it(a, nudge):
    b = a + nudge
    rounded_a, rounded_b = round(a, 9), round(b, 9)
    assert at_least(a, b) == (rounded_a >= rounded_b)
    assert at_most(a, b) == (rounded_a <= rounded_b)
    assert alike(a, b) == (rounded_a == rounded_b)
    assert is_less(a, b) == (rounded_a < rounded_b)
