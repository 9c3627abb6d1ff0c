"""Options of rules: a team's own words, thresholds, and the day that age is judged at."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas
from bluecanvas.rules import rule

NAMES = """\
bluecanvas: 1
title: Names
language: zh-Hans
glossary: [flywheel]
scores:
  - [要素, 我们, 同业]
  - [Sustainability, 1, 2]
  - [Great sustainability, 1, 2]
  - [Rightsizing speed, 1, 2]
  - [Flywheel, 1, 2]
  - [Meals plus lounges, 1, 2]
  - [Mealsplusone, 1, 2]
  - [餐食跟酒水, 1, 2]
  - [获得感, 1, 2]
  - [飛輪效應, 1, 2]
"""


def canvas(text: str) -> Canvas:
    found = read(text.encode()).canvas
    assert found is not None
    return found


def fired(code: str, text: str, **options: Any) -> list[str]:
    """The last step of every finding's path, as typed: a row of the table by its name."""
    rows = {("scores", at): factor for at, factor in enumerate(["", *(f.id for f in canvas(text).factors)])}
    check = rule(code).check
    assert check is not None
    return [rows.get(found.path[:2], str(found.path[-1])) for found in check(canvas(text), **options)]


@pytest.mark.parametrize(
    ("code", "also", "expected"),
    [
        ("BC107", ("sustainability", "獲得感"), ["Sustainability", "Great sustainability", "获得感"]),
        ("BC108", ("rightsizing", "Flywheel", "飞轮"), ["Rightsizing speed", "飛輪效應"]),
        ("BC106", ("plus", "跟", "(?:"), ["Meals plus lounges", "餐食跟酒水"]),
    ],
)
def test_a_team_adds_words_of_its_own(code: str, also: tuple[str, ...], expected: list[str]):
    assert fired(code, NAMES) == []
    assert fired(code, NAMES, also=also) == expected


def test_words_of_a_team_count_for_the_whole_canvas_too():
    assert fired("BC212", NAMES, also=("rightsizing", "飛輪", "plus")) == []  # three of nine
    assert fired("BC212", NAMES, also=("rightsizing", "飛輪", "plus", "跟")) == ["Rightsizing speed"]
    assert fired("BC212", NAMES, also=("rightsizing", "飛輪"), most=0.2) == ["Rightsizing speed"]


MOVES = """\
bluecanvas: 1
title: Moves
factors:
  a: {name: A1, importance: 4}
  b: {name: B1, importance: 3}
  c: {name: C1, importance: 2}
  d: {name: D1, importance: 1}
curves:
  us: {scores: {a: 0, b: 0, c: 9, d: 9}}
  them: {scores: {a: 6, b: 6, c: 4, d: 4}}
errc:
  eliminate: {a: {owner: Ann}, b: 0}
  raise: {c: 9, d: 9}
"""


@pytest.mark.parametrize(
    ("code", "options", "expected"),
    [
        ("BC314", {}, []),
        ("BC314", {"others": 0.25}, ["b", "c", "d"]),
        ("BC315", {}, ["a"]),
        ("BC315", {"top": 0.5}, ["a", "b"]),
        ("BC315", {"top": 0.0}, []),
        ("BC316", {}, ["d"]),
        ("BC316", {"bottom": 0.5}, ["c", "d"]),
        ("BC319", {"most": 3}, ["d"]),
        ("BC401", {"least": 4, "middle": 0.4}, ["them"]),
        ("BC907", {"most": 1}, ["them"]),
    ],
)
def test_a_threshold_is_an_option(code: str, options: dict[str, Any], expected: list[str]):
    assert fired(code, MOVES, **options) == expected


@pytest.mark.parametrize(
    ("typed", "first_day_too_old"),
    [
        ("2025", date(2027, 1, 1)),
        ("2025-09", date(2026, 10, 1)),
        ("2024-02", date(2025, 3, 1)),
        ("2024-02-29", date(2025, 3, 1)),
        ("2025-10-03", date(2026, 10, 4)),
        ("2025-12-31", date(2027, 1, 1)),
    ],
)
def test_a_canvas_is_stale_a_year_after_its_last_day(typed: str, first_day_too_old: date):
    text = f"bluecanvas: 1\ntitle: Age\ndate: {typed}\nscores: [[Factor, Us], [Price, 2]]\n"
    day_before = date.fromordinal(first_day_too_old.toordinal() - 1)
    assert fired("BC908", text) == []
    assert fired("BC908", text, as_of=day_before) == []
    assert fired("BC908", text, as_of=first_day_too_old) == ["date"]
    assert fired("BC908", text, as_of=first_day_too_old, months=13) == []
    assert fired("BC908", text, as_of=date(2020, 1, 1)) == []


@pytest.mark.parametrize("typed", ["0001", "9999-12-31"])
def test_no_date_is_too_far(typed: str):
    text = f"bluecanvas: 1\ntitle: Age\ndate: {typed}\nscores: [[Factor, Us], [Price, 2]]\n"
    assert fired("BC908", text, as_of=date.max, months=0) == (["date"] if typed == "0001" else [])
    assert fired("BC908", text, as_of=date.max, months=10**6) == []
