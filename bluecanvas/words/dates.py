"""Dates as people of each language write them."""

from __future__ import annotations

import re

from bluecanvas.words.labels import label

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?", re.ASCII)


def show_date(date: str, language: str) -> str:
    """A day or a month in a language: 22 November 2026, 2026年11月; any other text, a year among them, as it stands."""
    found = _DATE.fullmatch(date)
    if found is None:
        return date
    year, month, day = found.groups()
    named = {"year": year, "month": label(f"month.{int(month)}", language)}
    if day is None:
        return label("date.month", language, **named)
    return label("date.day", language, day=str(int(day)), **named)
