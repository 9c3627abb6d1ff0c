"""Dates as spreadsheets keep them: numbers of days, and the form that shows them as a day, a month or a time; or percent."""

from __future__ import annotations

import re

from bluecanvas.named import NamedTuple

_DAYS, _MONTHS, _TIMES = (14, 15, 16, 22, *range(27, 37), *range(50, 59)), (17,), (18, 19, 20, 21, 45, 46, 47)
_PERCENTS = (9, 10)
"""The forms that every program knows by number."""
_NO_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_LAST = 2_958_465
"""31 December 9999."""


class Clock(NamedTuple):
    """Whether a workbook counts its days from 1904, as some old ones do."""

    from_1904: bool = False


def precision(id: int, code: str) -> str:
    """What a form shows a number as: "day", "month", "time", "percent", or "" for itself."""
    if code:
        plain = _NO_CODE.sub("", code.partition(";")[0]).lower()
        if plain.strip() in ("", "@", "general"):
            return ""
        if any(mark in plain for mark in "yd年日") or re.search(r"mmm|月", plain):
            return "day" if "d" in plain or "日" in plain else "month"
        return "time" if re.search(r"h|ss|am/pm", plain) else "percent" if "%" in plain else ""
    if id in _PERCENTS:
        return "percent"
    return "day" if id in _DAYS else "month" if id in _MONTHS else "time" if id in _TIMES else ""


def date_of(number: float, shown: str, clock: Clock) -> str:
    """The day, the month or the time a number is shown as; empty where no calendar has it."""
    from datetime import date, timedelta  # most workbooks hold no date

    if shown == "time":
        minutes = round(number % 1 * 1440)
        return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
    days = int(number) + (1462 if clock.from_1904 else 0)
    if not 1 <= days <= _LAST:
        return ""
    day = date(1899, 12, 30) + timedelta(days if days > 60 else days + 1)  # they believe in 29 February 1900
    return day.isoformat()[: 7 if shown == "month" else 10]
