"""Which factor is which: renames recognised, none claimed on weak grounds, and the axis order told in one sentence."""

from __future__ import annotations

import pytest
from comparing_canvases import MAPPED, TABLE, changed, changes, replaced
from hypothesis import assume, given
from hypothesis import strategies as st

from bluecanvas.canvas import read
from bluecanvas.comparing import compare
from bluecanvas.comparing.renames import pair_renamed
from bluecanvas.comparing.summary import summary
from bluecanvas.publishing.shipped import examples
from bluecanvas.words import Text

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


TOGETHER = {
    "a factor and our curve": (
        {"Speed": "Velocity", "Us,": "We,"},
        ["Speed is now called Velocity", "Us is now called We"],
    ),
    "two factors": (
        {"Speed": "Velocity", "Meals": "Food on board"},
        ["Meals is now called Food on board", "Speed is now called Velocity"],
    ),
    "two factors, a curve and a level": (
        {"[Speed,     9,": "[Velocity,  8,", "{Speed: {to: 9": "{Velocity: {to: 8", "Meals": "Food", "Airlines]": "Air]"},
        [
            "Us: Velocity lowered from 9 to 8",
            "Meals is now called Food",
            "Speed is now called Velocity",
            "Airlines is now called Air",
            "Us raises Velocity to 8 instead of 9",
        ],
    ),
    "a level that became unknown": (
        {"[Speed,     9,    5,        3]": "[Velocity,  9,    5,     null]", "{Speed:": "{Velocity:"},
        ["Airlines: Velocity became unknown (was 3)", "Speed is now called Velocity"],
    ),
    "the whole table in another language": (
        {"Price": "票價", "Meals": "餐點", "Hubs": "轉機", "Kindness": "親切", "Speed": "速度",
         "Us,": "我們,", "Rail": "鐵路", "Airlines": "航空公司"},
        [f"{old} is now called {new}" for old, new in (
            ("Price", "票價"), ("Meals", "餐點"), ("Hubs", "轉機"), ("Kindness", "親切"), ("Speed", "速度"),
            ("Us", "我們"), ("Rail", "鐵路"), ("Airlines", "航空公司"),
        )],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("replacements", "sentences"), TOGETHER.values(), ids=TOGETHER)
def test_several_changes_at_once(replacements, sentences):
    """Factors and curves give each other away, level by level."""
    assert [text for _, text in changed(replacements)] == sentences


def test_two_curves_and_common_levels_are_enough_where_all_are_equal():
    text = "bluecanvas: 1\ntitle: T\nscores:\n  - [Factor, Us, Rail]\n  - [Price, 2, 3]\n  - [Meals, 2, 5]\n"
    text += "  - [Speed, 9, 5]\n  - [Hubs, 9, 5]\n"
    assert changed({"Speed": "Velocity", "Us,": "We,"}, text) == [
        ("factor renamed", "Speed is now called Velocity"),
        ("curve renamed", "Us is now called We"),
    ]
    assert [kind for kind, _ in changed({"Speed, 9": "Velocity, 8"}, text)] == ["factor added", "factor removed"]


def _table(names, curves, columns):
    rows = "".join(f"  - [{name}, {', '.join(map(str, row))}]\n" for name, row in zip(names, zip(*columns, strict=True), strict=True))  # fmt: skip
    return f"bluecanvas: 1\ntitle: T\nscores:\n  - [Factor, {', '.join(curves)}]\n{rows}"


FACTORS, CURVES = ["Price", "Meals", "Hubs", "Kindness", "Speed", "Luggage"], ["Us", "Rail", "Airlines", "Bus"]
FOREIGN = ["零一", "二三", "四五", "六七", "八九", "百千"], ["甲乙", "丙丁", "戊己", "庚辛"]
"""Names that have nothing in common with those, nor with each other."""


@given(data=st.data())
def test_any_renames_with_the_levels_unchanged_are_renames_and_nothing_else(data):
    """Whichever they are, and in whatever order the new canvas has the rivals."""
    n, k = data.draw(st.integers(3, 6)), data.draw(st.integers(2, 4))
    columns = [data.draw(st.permutations(range(11)))[:n] for _ in range(k)]
    assume(all(sum(one[at] != other[at] for at in range(n)) >= 2 for i, one in enumerate(columns) for other in columns[:i]))  # fmt: skip
    renamed = [data.draw(st.lists(st.booleans(), min_size=size, max_size=size)) for size in (n, k)]
    others = [
        [new if is_renamed else old for old, new, is_renamed in zip(names, foreign, chosen, strict=False)]
        for names, foreign, chosen in zip((FACTORS, CURVES), FOREIGN, renamed, strict=True)
    ]
    expected = [("factor renamed", f"{old} is now called {new}") for old, new in zip(FACTORS, others[0], strict=False) if old != new]  # fmt: skip
    expected += [("curve renamed", f"{old} is now called {new}") for old, new in zip(CURVES, others[1], strict=False) if old != new]  # fmt: skip
    order = [0, *data.draw(st.permutations(range(1, k)))]
    new = _table(others[0], [others[1][at] for at in order], [columns[at] for at in order])
    assert sorted(changes(_table(FACTORS[:n], CURVES[:k], columns), new)) == sorted(expected)


@given(data=st.data())
def test_no_rename_is_invented_where_most_levels_are_others(data):
    """One factor went, another came to its place, and at least half of the players stand elsewhere on it."""
    k = data.draw(st.integers(2, 4))
    columns = [data.draw(st.permutations(range(11)))[:5] for _ in range(k)]
    at = data.draw(st.integers(0, 4))
    apart = data.draw(st.sets(st.integers(0, k - 1), min_size=(k + 1) // 2))
    new = [list(column) for column in columns]
    for curve in apart:
        level = columns[curve][at]
        new[curve][at] = data.draw(st.one_of(st.none(), st.integers(0, 10)).filter(lambda it, was=level: it != was))
    names = [*FACTORS[:at], FOREIGN[0][0], *FACTORS[at + 1 : 5]]
    new = [["null" if level is None else level for level in column] for column in new]
    found = changes(_table(FACTORS[:5], CURVES[:k], columns), _table(names, CURVES[:k], new))
    assert [kind for kind, _ in found] == ["factor added", "factor removed"]


def test_a_factor_that_rivals_lack_is_not_another_one_that_they_lack():
    """Two of three levels are equal and the third is near: so it is between any two factors that only we offer."""
    text = _table(FACTORS, CURVES[:3], [[2, 5, 9, 8, 7, 3], [6, 4, 0, 0, 8, 5], [3, 6, 0, 0, 9, 1]])
    found = changed({"[Hubs, 9, 0, 0]": "[Wifi, 10, 0, 0]"}, text)
    assert [kind for kind, _ in found] == ["factor added", "factor removed"]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_an_example_is_no_other_example(example):
    """Every name taken away, levels alone make no factor of one that of another, but where a canvas is a later one."""
    one = _nameless(example, 0x4E00)
    others = [other for other in examples() if other.name.split("-")[0] != example.name.split("-")[0]]
    assert others
    for other in others:
        pairs = pair_renamed(one, _nameless(other, 0x6E00))
        assert (pairs.factors.both, pairs.curves.both) == ((), ()), other.name


def _nameless(example, first):
    """An example with one ideograph for each name and id, from the first on."""
    found = read(example.path.read_bytes()).canvas
    assert found is not None
    names = {one.id: Text(chr(first + at)) for at, one in enumerate((*found.factors, *found.curves))}
    return found._replace(
        us=names.get(found.us),
        factors=tuple(one._replace(id=names[one.id], name=names[one.id]) for one in found.factors),
        curves=tuple(
            one._replace(
                id=names[one.id], name=names[one.id], scores={names[id]: score for id, score in one.scores.items()}
            )
            for one in found.curves
        ),
    )


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


def test_several_factors_moved_are_counted():
    rows = ["[F, us, r]", "[Price, 2, 6]", "[Meals, 1, 6]", "[Seats, 1, 7]", "[Speed, 9, 4]", "[Hubs, 9, 3]"]
    old, new = (
        "".join(["bluecanvas: 1\ntitle: T\nscores:\n", *[f"  - {rows[at]}\n" for at in order]])
        for order in ((0, 1, 2, 3, 4, 5), (0, 4, 1, 5, 2, 3))
    )
    before, after = (read(text.encode()).canvas for text in (old, new))
    assert before is not None
    assert after is not None
    assert summary(compare(before, after)).startswith("1 change: 2 factors reordered")


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
