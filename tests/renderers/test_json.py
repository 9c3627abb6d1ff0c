"""JSON: the blocks' own fields, whole."""

from __future__ import annotations

import json

import pytest

from bluecanvas.blocks import Axis, Cell, Curves, Grid, Line, Move, Point, Prose, Style, Table
from bluecanvas.renderers import render
from bluecanvas.words import Text

CURVES = Curves("價值曲線", (Axis("p", "Price", price=True),), (Line("us", "Us", Style.OURS, (Point(3, 2.5, 3.5),)),))


def read(*blocks):
    return json.loads(render("json", blocks))


def test_curves_keep_every_field():
    (shown,) = read(CURVES)["blocks"]
    assert shown == {
        "shape": "curves",
        "title": "價值曲線",
        "axes": [
            {
                "id": "p",
                "name": "Price",
                "price": True,
                "burden": False,
                "created": False,
                "importance": None,
                "part": "",
            }
        ],
        "lines": [
            {
                "id": "us",
                "name": "Us",
                "style": "ours",
                "points": [{"value": 3, "low": 2.5, "high": 3.5, "n": None, "evidence": []}],
                "role": "",
                "share": None,
                "highlighted": None,
            }
        ],
        "low": 0.0,
        "high": 10.0,
        "low_word": "low",
        "high_word": "high",
        "words": [],
        "subtitle": "",
        "date": "",
        "note": "",
        "factor_word": "Factor",
        "unknown_word": "unknown",
        "price_word": "price: high = expensive",
        "burden_word": "less is better",
        "created_word": "created",
        "language": "en",
        "step": 1.0,
        "sources": [],
        "existing_word": "existing",
        "move_word": "Move",
        "derived": [],
        "bands": [],
        "shifts": [],
        "alt": CURVES.alt(),
    }


def test_other_shapes():
    grid = Grid("g", (Cell("raise", "Raise", (Move("m", None, 8, 4, "rivals", "why"),)),))
    table = Table("t", ("a", "b"), (("x", "1"),), frozenset({1}))
    shown = read(grid, table, Prose("p", ("one",)))
    assert shown["version"] == 1
    assert [block["shape"] for block in shown["blocks"]] == ["grid", "table", "prose"]
    assert shown["blocks"][0]["cells"][0]["moves"][0]["start"] is None
    assert shown["blocks"][1]["numeric"] == [1]


def test_is_text_for_people_too():
    text = render("json", [CURVES]).decode()
    assert "價值曲線" in text
    assert text.endswith("}\n")


def test_a_text_with_translations_is_its_text():
    assert read(Prose(Text.translated("a", {"en": "a", "fr": "b"}), ()))["blocks"][0]["title"] == "a"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_are_finite(value):
    with pytest.raises(ValueError, match="Out of range"):
        render("json", [Curves("t", (), (), low=value)])
