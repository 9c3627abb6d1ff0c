"""Levels and gaps as a person writes them: two decimals at most, none that say nothing."""

from __future__ import annotations

import pytest

from bluecanvas.words import show_gap, show_level


@pytest.mark.parametrize(
    ("level", "shown"),
    [(6, "6"), (5.4, "5.4"), (4.75, "4.75"), (13 / 3, "4.33"), (-0.001, "0"), (0.1 + 0.2, "0.3"), (None, "–")],
)
def test_a_level(level: float | None, shown: str):
    assert show_level(level) == shown


@pytest.mark.parametrize(
    ("level", "baseline", "shown"),
    [
        (8, 3.25, "+4.75"),
        (2, 6.75, "−4.75"),
        (9, 14 / 3, "+4.33"),
        (4.5, 6.2, "−1.7"),
        (8, 1.5, "+6.5"),
        (9, 5, "+4"),
        (0.3, 0.1 + 0.2, "0"),
        (5, 5.001, "0"),
        (None, 5, "–"),
        (5, None, "–"),
    ],
)
def test_a_gap_hides_nothing_that_the_levels_beside_it_show(level: float | None, baseline: float | None, shown: str):
    assert show_gap(level, baseline) == shown
