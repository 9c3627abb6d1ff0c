"""The overlay as a block: which curves it shows, on which axis, in which style."""

from __future__ import annotations

import pytest
from comparing_canvases import MAPPED, TABLE, canvas, replaced

from bluecanvas.blocks import Style
from bluecanvas.canvas import read
from bluecanvas.comparing.overlay import overlay
from bluecanvas.publishing.shipped import examples
from bluecanvas.renderers import Look, render


def drawn(old: str, new: str, language: str | None = None) -> dict[str, tuple[Style, list[float | None]]]:
    """Each line's style and levels, by its name."""
    block = overlay(canvas(old), canvas(new), language)
    return {line.name: (line.style, [point.value for point in line.points]) for line in block.lines}


def test_ours_before_and_after_and_nobody_else():
    assert drawn(TABLE, replaced({"[Speed,     9,": "[Speed,     7,", "to: 9": "to: 7"})) == {
        "Us": (Style.OURS, [2, 1, 0, 8, 7]),
        "Us (before)": (Style.AS_IS, [2, 1, 0, 8, 9]),
    }


def test_a_rival_that_changed_beside_ours_that_did_not():
    assert drawn(TABLE, replaced({"1,        7]": "1,        6]"})) == {
        "Us": (Style.OURS, [2, 1, 0, 8, 9]),
        "Airlines": (Style.RIVAL, [6, 5, 6, 4, 3]),
        "Airlines (before)": (Style.ALTERNATIVE, [6, 5, 7, 4, 3]),
    }


def test_of_very_many_curves_only_ours_keeps_its_old_state():
    def table(speeds: str) -> str:
        names = "[Factor, Us, A, B, C, D, E, F]"
        return f"bluecanvas: 1\ntitle: T\nlanguage: zh-Hans\nscores:\n  - {names}\n  - [Speed, {speeds}]\n"

    old, few, many = table("1, 2, 3, 4, 5, 6, 7"), table("2, 3, 4, 5, 6, 6, 7"), table("2, 3, 4, 5, 6, 7, 8")
    assert len(drawn(old, few)) == 10
    assert overlay(canvas(old), canvas(few)).note == ""
    assert list(drawn(old, many)) == ["Us", "Us（变更前）", "A", "B", "C", "D", "E", "F"]
    assert overlay(canvas(old), canvas(many)).note == "其他曲线仅示变更后"


def test_factors_that_came_and_went_stand_where_they_stand():
    new = replaced({"  - [Meals,     1,    4,        5]\n": "", "  reduce: {Meals: 1}\n": "", "errc:": "  - [Wifi, 6, 0, 0]\nerrc:"})  # fmt: skip
    block = overlay(canvas(TABLE), canvas(new))
    assert [axis.name for axis in block.axes] == ["Price", "Meals (removed)", "Hubs", "Kindness", "Speed", "Wifi"]
    assert drawn(TABLE, new) == {
        "Us": (Style.OURS, [2, None, 0, 8, 9, 6]),
        "Us (before)": (Style.AS_IS, [2, 1, 0, 8, 9, None]),
    }


def test_curves_that_came_and_went():
    added = replaced({"  rail: {": "  club: {role: to-be, scores: {price: 2, meals: 9, hubs: 9, kind: 8, speed: 9}}\n  rail: {"}, MAPPED)  # fmt: skip
    assert list(drawn(MAPPED, added)) == ["Us", "club"]
    assert list(drawn(added, MAPPED, "ja")) == ["Us", "club（削除）"]


def test_an_as_is_beside_keeps_its_style_to_itself():
    text = replaced({"  rail: {name: Rail,": "  rail: {name: Rail, role: as-is,"}, MAPPED)
    shown = drawn(
        text, text.replace("speed: 9}", "speed: 8}").replace("speed: 5}", "speed: 6}").replace("to: 9", "to: 8")
    )
    assert {name: style for name, (style, _) in shown.items()} == {
        "Us": Style.OURS,
        "Us (before)": Style.ALTERNATIVE,
        "Rail": Style.AS_IS,
        "Rail (before)": Style.ALTERNATIVE,
    }


def test_old_levels_of_another_scale_are_drawn_at_their_share():
    head = "bluecanvas: 1\ntitle: T\n"
    old = f"{head}scale: {{min: 1, max: 5}}\nscores: [[F, Us, Rail], [Speed, 3, 1], [Meals, 5, 1]]\n"
    new = f"{head}scores: [[F, Us, Rail], [Speed, 5, 0], [Meals, 8, 0]]\n"
    assert drawn(old, new)["Us (before)"] == (Style.AS_IS, [5, 10])


def test_where_no_level_changed_all_are_drawn():
    assert list(drawn(TABLE, TABLE.replace("Short trips", "Trips"))) == ["Us", "Rail", "Airlines"]


@pytest.mark.parametrize("medium", ["svg", "markdown", "terminal", "json"])
def test_two_states_of_a_real_case(medium):
    found = {example.name: read(example.path.read_bytes()).canvas for example in examples()}
    old, new = found["southwest-2005"], found["southwest-2025"]
    assert old is not None
    assert new is not None
    shown = render(medium, [overlay(old, new)], Look()).decode()
    assert "Southwest (before)" in shown
    assert "2005 → 2025" in shown or medium in ("svg", "markdown")  # letters are shapes; tables have no date
