"""Which factor is which: renames recognised, none claimed on weak grounds, and the axis order told in one sentence."""

from __future__ import annotations

import pytest
from comparing_canvases import MAPPED, TABLE, changed, changes, replaced

from bluecanvas.canvas import read
from bluecanvas.comparing import compare
from bluecanvas.publishing.shipped import examples

RENAMED = {
    "same row, same levels, another word": ({"Kindness": "Friendly service"}, "Kindness is now called Friendly service"),
    "a slip mended, one level moved": (
        {"[Kindness,  8,    2,": "[Kindnes,   8,    3,"},
        "Kindness is now called Kindnes",
    ),
    "spelling alone": ({"Kindness": "kindness"}, "Kindness is now called kindness"),
    "in Chinese": ({"[Meals,": "[餐食,", "{Meals:": "{餐食:"}, "Meals is now called 餐食"),
}  # fmt: skip


@pytest.mark.parametrize(("replacements", "sentence"), RENAMED.values(), ids=RENAMED)
def test_a_factor_renamed(replacements, sentence):
    assert ("factor renamed", sentence) in changed(replacements)
    assert {kind for kind, _ in changed(replacements)} <= {"factor renamed", "raised"}


def test_by_id_whatever_the_name():
    assert changed({"meals: Meals": "meals: Wifi on board"}, MAPPED) == [
        ("factor renamed", "Meals is now called Wifi on board")
    ]


def test_a_name_is_said_as_written_where_its_translation_stayed():
    old = "bluecanvas: 1\ntitle: T\nlanguage: zh-Hant\nfactors: {a: {name: 環境, en: Surroundings}, b: 價格}\n"
    old = old.replace("{name: 環境, en: Surroundings}", "{name: {zh-Hant: 環境, en: Surroundings}}")
    old += "curves: {us: {name: {zh-Hant: 我們, en: Us}, scores: {a: 1, b: 2}}, x: {scores: {a: 3, b: 5}}}\n"
    new = old.replace("環境", "用餐環境").replace("我們", "本店")
    assert changes(old, new, "en") == [
        ("factor renamed", "環境 is now called 用餐環境"),
        ("curve renamed", "我們 is now called 本店"),
    ]


def test_by_name_where_ids_are_renumbered():
    old = "bluecanvas: 1\ntitle: T\nfactors: {f1: Price, f2: Meals, f3: Speed}\n"
    old += "curves: {a: {scores: {f1: 1, f2: 2, f3: 3}}, b: {scores: {f1: 4, f2: 5, f3: 6}}}\n"
    new = "bluecanvas: 1\ntitle: T\nfactors: {f1: Price, f2: Wifi, f3: Meals, f4: Speed}\n"
    new += "curves: {a: {scores: {f1: 1, f2: 9, f3: 2, f4: 3}}, b: {scores: {f1: 4, f2: 9, f3: 5, f4: 6}}}\n"
    assert changes(old, new) == [("factor added", "Wifi is a new factor: a 9, b 9")]


WEAK = {
    "another name, other levels": {"[Kindness,  8,    2,        4]": "[Wifi,      3,    7,        0]"},
    "a word in common, other levels": {"[Kindness,  8,    2,        4]": "[Kindness fee, 0,   9,   9]"},
    "the same levels at another place": {
        "  - [Kindness,  8,    2,        4]\n": "",
        "errc:": "  - [Wifi, 8, null, 4]\nerrc:",
    },
}


@pytest.mark.parametrize("replacements", WEAK.values(), ids=WEAK)
def test_no_rename_on_weak_grounds(replacements):
    assert [kind for kind, _ in changed(replacements)] == ["factor added", "factor removed"]


def test_equal_levels_that_are_common_say_little():
    rows = "".join(f"  - [{name}, 5, 5, 5]\n" for name in ("Alpha", "Beta", "Gamma", "Delta"))
    text = f"bluecanvas: 1\ntitle: T\nscores:\n  - [Factor, Us, Rail, Air]\n{rows}"
    assert [kind for kind, _ in changes(text, text.replace("Gamma", "Wifi"))] == ["factor added", "factor removed"]


def test_several_renames_are_told_apart_by_their_levels():
    found = changed({"Kindness": "Warm welcome", "[Hubs,": "[Transfers,", "[Hubs]": "[Transfers]"})
    assert found == [
        ("factor renamed", "Hubs is now called Transfers"),
        ("factor renamed", "Kindness is now called Warm welcome"),
    ]


def test_a_curve_renamed_by_its_levels_and_its_role():
    assert changed({"Airlines]": "Carriers]"}) == [("curve renamed", "Airlines is now called Carriers")]
    assert changed({"Us,": "Our plan,"}) == [("curve renamed", "Us is now called Our plan")]


def test_a_curve_like_another_is_another_curve():
    new = replaced({"Airlines]": "Coaches]", "4,        5]": "4,        4]", "1,        7]": "1,        2]"})
    new = new.replace("5,        3]", "5,        1]")
    assert changes(TABLE, new) == [
        ("curve added", "Coaches (rival) is a new curve"),
        ("curve removed", "Airlines (rival) is no curve any more"),
    ]


def test_one_factor_moved():
    speed = "  - [Speed,     9,    5,        3]\n"
    new = TABLE.replace(speed, "").replace("  - [Meals", f"{speed}  - [Meals")
    assert changes(TABLE, new) == [("factor reordered", "axis order changed: Speed now stands behind Price")]
    assert changes(new, TABLE) == [("factor reordered", "axis order changed: Speed now stands behind Kindness")]


def test_the_axis_turned_round_is_one_change():
    lines = TABLE.splitlines(keepends=True)
    new = "".join([*lines[:5], *reversed(lines[5:10]), *lines[10:]]).replace("factors: {Price: {kind: price}}\n", "")
    old = TABLE.replace("factors: {Price: {kind: price}}\n", "")
    assert changes(old, new) == [("factor reordered", "axis order changed: Speed, Kindness, Hubs and Meals moved")]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_every_example_keeps_all_its_factors_when_ids_go(example):
    """Written anew with names for ids, an example has neither more nor fewer factors and curves."""
    canvas = read(example.path.read_bytes()).canvas
    assert canvas is not None
    ids = {thing.id: f"x{at}" for at, thing in enumerate((*canvas.factors, *canvas.curves))}
    renamed = canvas._replace(
        us=ids[canvas.us or ""],
        tagline=None,
        factors=tuple(factor._replace(id=ids[factor.id], supports=()) for factor in canvas.factors),
        curves=tuple(
            curve._replace(
                id=ids[curve.id],
                grid=None,
                based_on=None,
                scores={ids[factor]: score for factor, score in curve.scores.items()},
            )
            for curve in canvas.curves
        ),
    )
    kinds = {change.kind.value for change in compare(canvas, renamed).changes}
    assert kinds <= {"move removed", "text changed", "factor changed"}
