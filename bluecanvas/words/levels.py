"""Levels as a person writes them."""

from __future__ import annotations

from bluecanvas.words.labels import label


def show_level(value: float | None, language: str = "en") -> str:
    """A level as a person writes it: 6, 5.4, and a dash where it is unknown; with the decimal sign of a language."""
    if value is None:
        return "–"
    rounded = round(value, 2) + 0.0  # + 0.0: no "-0"
    if rounded == int(rounded):
        return str(int(rounded))
    return str(rounded) if language == "en" else str(rounded).replace(".", label("decimal", language))


def show_gap(level: float | None, baseline: float | None, language: str = "en") -> str:
    """The signed distance from the baseline, rounded as levels are, or a dash where either is unknown."""
    if level is None or baseline is None:
        return "–"
    gap = round(level - baseline, 9)  # what is left of a difference decides no tie
    shown = show_level(abs(gap), language)
    return shown if shown == "0" else f"{'+' if gap > 0 else '−'}{shown}"
