"""Levels as a person writes them."""

from __future__ import annotations


def show_level(value: float | None) -> str:
    """A level as a person writes it: 6, 5.4, and a dash where it is unknown."""
    if value is None:
        return "–"
    rounded = round(value, 2) + 0.0  # + 0.0: no "-0"
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def show_gap(level: float | None, baseline: float | None) -> str:
    """The signed distance from the baseline, or a dash where either is unknown."""
    if level is None or baseline is None:
        return "–"
    gap = round(round(level - baseline, 9), 1) + 0.0  # what is left of a difference decides no tie
    return "0" if gap == 0 else f"{'+' if gap > 0 else '−'}{show_level(abs(gap))}"
