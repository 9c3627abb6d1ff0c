"""Dates as people of each language write them."""

from __future__ import annotations

import pytest

from bluecanvas.words import show_date


@pytest.mark.parametrize(
    ("date", "language", "shown"),
    [
        ("2026-11-22", "en", "22 November 2026"),
        ("2026-11-22", "en-GB", "22 November 2026"),
        ("2026-11-22", "zh-TW", "2026年11月22日"),
        ("2026-01-02", "zh-CN", "2026年1月2日"),
        ("2026-01-02", "ja", "2026年1月2日"),
        ("2026-01-02", "ko", "2026년 1월 2일"),
        ("2026-01-02", "fr", "2 January 2026"),
        ("2026-11", "en", "November 2026"),
        ("2026-11", "zh-HK", "2026年11月"),
        ("2026-11", "ko", "2026년 11월"),
    ],
)
def test_a_day_or_a_month(date, language, shown):
    assert show_date(date, language) == shown


@pytest.mark.parametrize(
    "date",
    ["", "2026", "Q3 2026", "2026-13", "2026-00", "2026-11-32", "2026-11-22T10:00", "2026-1-2", "２０２６-11", "spring", "1998–2005"],
)  # fmt: skip
def test_any_other_text_stays(date):
    assert [show_date(date, language) for language in ("en", "zh-TW")] == [date, date]
