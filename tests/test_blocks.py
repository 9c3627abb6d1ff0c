"""Blocks say what they show in words, with the punctuation of their language."""

from __future__ import annotations

import pytest

from bluecanvas.blocks import Axis, Cell, Curves, Facets, Gauge, Grid, Line, Mark, Move, Point, Scorecard, Style

AXES = (Axis("price", "票價"), Axis("speed", "速度"))
LINES = (
    Line("us", "我們", Style.OURS, (Point(2), Point(None))),
    Line("they", "他們", Style.RIVAL, (Point(6), Point(4))),
)
MOVE = Move("速度", 2, 9, 4, "他們", "快", "王小明")


def curves(language: str) -> Curves:
    return Curves("短程", AXES, LINES, unknown_word="?", language=language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "短程. 我們: 票價 2, 速度 ?. 他們: 票價 6, 速度 4."),
        ("ko", "短程. 我們: 票價 2, 速度 ?. 他們: 票價 6, 速度 4."),
        ("zh-Hant", "短程。我們：票價 2、速度 ?。他們：票價 6、速度 4。"),
        ("zh-CN", "短程。我們：票價 2、速度 ?。他們：票價 6、速度 4。"),
        ("ja", "短程。我們：票價 2、速度 ?。他們：票價 6、速度 4。"),
    ],
)
def test_curves(language, said):
    block = curves(language)
    assert block.alt() == said
    assert Facets(block, (("us",),)).alt() == said


def test_what_small_multiples_are_called():
    parts = (curves("zh-Hant"), curves("zh-Hant"))
    assert Facets(curves("zh-Hant"), (), parts).alt().endswith("速度 4。短程；短程。")
    assert Facets(curves("en"), (), parts).alt().endswith("速度 4. 短程; 短程.")


def test_a_grid():
    cells = (Cell("raise", "提升", (MOVE, MOVE)), Cell("create", "創造", (), "沒有新的"))
    grid = Grid("四項行動", cells, language="zh-Hant")
    assert grid.alt() == "四項行動。提升：速度、速度。創造：沒有新的。"
    assert grid.as_table().rows[0][-1] == "快；王小明"
    assert Grid("Grid", cells).alt() == "Grid. 提升: 速度, 速度. 創造: 沒有新的."
    assert Grid("Grid", cells).as_table().rows[0][-1] == "快; 王小明"


@pytest.mark.parametrize(
    ("word", "name", "said"),
    [
        ("vs", "Other airlines", "vs Other airlines"),
        ("對", "競爭者", "對競爭者"),
        ("对", "竞争者", "对竞争者"),
        ("対", "カラオケ", "対カラオケ"),
        ("대", "경쟁자", "대 경쟁자"),
        ("對", "Netflix", "對 Netflix"),
        ("vs", "快餐", "vs 快餐"),
        ("對", " ", ""),
        ("", "快餐", "快餐"),
    ],
)
def test_what_a_move_is_held_against_has_a_space_where_the_script_has_one(word, name, said):
    assert Grid("Grid", (), versus_word=word).versus(Move("速度", 1, 2, 3, name)) == said


@pytest.mark.parametrize(
    ("language", "said", "figures"),
    [
        ("en", "R. we, Focus: focused. All of it. we, Focus: focused.", "a 1, a 1"),
        ("zh-Hans", "R。we，Focus：focused。All of it。we，Focus：focused。", "a 1、a 1"),
    ],
)
def test_a_scorecard(language, said, figures):
    gauge = Gauge("a", 1, 1, said="a 1")
    marks = tuple(Mark("Focus", "we", "focused", False, (gauge, gauge), why) for why in ("All of it.", ""))
    card = Scorecard("R", marks, language=language)
    assert card.alt() == said
    assert card.as_table().rows[0][3] == figures
