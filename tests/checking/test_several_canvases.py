"""Several canvases judged together: each comes to what it comes to alone."""

from __future__ import annotations

import pytest

from bluecanvas.canvas import read
from bluecanvas.canvas.once import once, together
from bluecanvas.checking import EVERYTHING, Held, Settings, examine, examine_all, judging

TABLE = """\
bluecanvas: 1
title: Short-haul
scores:
  - [Factor, us, them, others]
  - [Price, 2, 6, 5]
  - [Meals, 0, 6, 4]
  - [Speed, 9, 4, 5]
factors: {Price: {kind: price}}
"""
CANVASES = (
    TABLE,
    TABLE.replace("{Price: {kind: price}}", "{Price: {name: Price}}"),
    TABLE.replace("9, ", "99, "),
    TABLE.replace("title:", "Title:"),
    "bluecanvas: 1\ntitle: Short-haul\nscores: [",
    TABLE + "# bluecanvas: ignore-file[BC204] it comes last\n",
    "",
)
PRICE_ALONE = Settings.of(select=["BC103"])


def held(settings=EVERYTHING):
    return [Held(read(text.encode()), f"{at}.canvas.yaml", settings) for at, text in enumerate(CANVASES)]


def test_each_comes_to_what_it_comes_to_alone():
    alone = [examine(*one) for one in held()]
    assert examine_all(held()) == alone
    assert {verdict.code for found in alone for verdict in found} >= {"BC001", "BC010", "BC012", "BC103"}


def test_each_is_asked_what_its_own_settings_ask():
    several = [one for pair in zip(held(), held(PRICE_ALONE), strict=True) for one in pair]
    assert examine_all(several) == [examine(*one) for one in several]


def test_no_canvas_at_all():
    assert examine_all([]) == []


def test_a_rule_that_fails_on_one_is_told_there_alone(monkeypatch):
    known = next(one for one in judging._plan(EVERYTHING, False).rules if one.rule.code == "BC103")
    second = held()[1]

    def failing(canvas):
        if canvas is second.reading.canvas:
            raise ValueError("too dear")
        return known.check(canvas)

    monkeypatch.setattr(
        judging, "_plan", lambda *_: judging._Plan((known._replace(check=failing),), frozenset(["BC103"]))
    )
    first, found, _ = examine_all([held()[0], second, held()[1]])
    assert [(one.code, bool(one.fault)) for one in (*first, *found)] == [("BC103", True)]


@pytest.fixture
def counted():
    """A function that keeps its answers, and the canvases it was asked about in earnest."""
    asked = []
    return once(lambda canvas: asked.append(canvas) or len(asked)), asked


def test_answers_on_as_many_as_are_looked_at_in_turn_are_kept_meanwhile(counted):
    find, asked = counted
    one, two = (read(text.encode()).canvas for text in CANVASES[:2])
    with together(2):
        assert [find(canvas) for canvas in (one, two, one, two)] == [1, 2, 1, 2]
    assert [find(canvas) for canvas in (two, two, one, one)] == [3, 3, 4, 4]
    assert len(asked) == 4
