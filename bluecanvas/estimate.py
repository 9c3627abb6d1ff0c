"""Estimates: a figure with the interval, the sample and the method behind it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value, its interval where one is known, how many answers it rests on, and how it was computed."""

    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None
    method: str = ""
