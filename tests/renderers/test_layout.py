"""Layouts: nothing overlaps, nothing is cut, whatever the block and the size; and what stands where."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hard_cases import HARD, LONG, curves
from hypothesis import given, settings
from hypothesis import strategies as st

from bluecanvas.blocks import Curves
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look, _layout_curves, _layout_grid
from bluecanvas.renderers._fitting import apart, clip, paragraph
from bluecanvas.renderers._lines import Frame
from bluecanvas.renderers._palette import PALETTES
from bluecanvas.renderers._pictures import pictures
from bluecanvas.renderers._scene import Marker, Polyline, Scene, Text, overlap, stacked

LIGHT = PALETTES["light"]


def measure(text: str, size: float, bold: bool) -> tuple[float, float]:
    """A typewriter: every character as wide as the next, East Asian ones twice."""
    return sum(1.2 if char >= "\u2e80" else 0.6 for char in text) * size * (1.1 if bold else 1.0), 1.2 * size


def scene(name: str, size: tuple[float, float] | None = None) -> Scene:
    return pictures([HARD[name]], Look(size=size))[0].scene


def said(drawn: Scene) -> list[str]:
    return [text.text for text in drawn.texts]


@pytest.mark.parametrize("size", [None, (13.33, 7.5), (6, 4), (3, 8), (20, 2)], ids=str)
@pytest.mark.parametrize("name", HARD)
def test_no_text_overlaps_another_and_none_is_cut(name: str, size: tuple[float, float] | None) -> None:
    drawn = scene(name, size)
    if size is not None:
        assert (drawn.width, drawn.height) == pytest.approx((size[0] * 72, size[1] * 72))
    for text in drawn.texts:
        left, top, right, bottom = text.box
        assert left >= 0, text
        assert top >= 0, text
        assert right <= drawn.width, text
        assert bottom <= drawn.height, text
    for one, other in itertools.combinations(drawn.texts, 2):
        left, top, right, bottom = one.box
        assert not overlap((left + 0.01, top + 0.01, right - 0.01, bottom - 0.01), other.box), (one, other)


@pytest.mark.parametrize("name", HARD)
def test_everything_drawn_lies_on_the_canvas(name: str) -> None:
    drawn = scene(name)
    for item in drawn.items:
        if isinstance(item, Polyline):
            assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in item.points)
        elif isinstance(item, Marker):
            assert item.x - item.size / 2 > 0
            assert item.x + item.size / 2 < drawn.width
            assert item.y - item.size / 2 > 0
            assert item.y + item.size / 2 < drawn.height


def test_a_picture_is_as_wide_as_its_factors_need_and_about_sixteen_to_nine() -> None:
    few = scene("nine long names, eight curves")
    many = scene("twenty factors, ten curves")
    assert few.width < many.width
    assert few.width / few.height == pytest.approx(16 / 9, rel=0.05)


def test_title_tagline_date_note_and_words_are_all_there() -> None:
    words = said(scene("nine long names, eight curves"))
    for expected in (
        "A title",
        "The speed of a plane at the price of a car, whenever you need it",
        "3 October 2026",
        "Source: a panel of six",
        "low",
        "high",
        "created",
        "Point to point",
    ):
        assert expected in words
    assert " ".join(words).count("high = expensive") == 1


def test_created_factors_are_set_apart_only_where_they_close_the_axis() -> None:
    apart_ = scene("nine long names, eight curves")
    dashed = [i for i in apart_.items if isinstance(i, Polyline) and i.dash and i.points[0][0] == i.points[1][0]]
    assert len(dashed) == 1
    stray = scene("intervals")  # the first factor is created: it says so under its name
    created = next(text for text in stray.texts if text.text == "created")
    name = next(text for text in stray.texts if text.text == "A")
    assert created.y > name.y


def test_ours_is_drawn_last_thickest_and_in_bold() -> None:
    drawn = scene("nine long names, eight curves")
    strokes = [item for item in drawn.items if isinstance(item, Polyline) and item.label]
    assert strokes[-1].label == "Point to point"
    assert strokes[-1].width == max(stroke.width for stroke in strokes)
    assert {text.bold for text in drawn.texts if text.colour == LIGHT.ours} == {True}


def test_a_gap_breaks_the_line_and_a_lonely_point_keeps_its_marker() -> None:
    block = curves(("a", "b", "c", "d"), [[1, None, 3, 4]])
    drawn = _layout_curves.layout(block, measure, LIGHT)
    strokes = [item for item in drawn.items if isinstance(item, Polyline) and item.label]
    assert [len(stroke.points) for stroke in strokes] == [2]
    assert sum(isinstance(item, Marker) for item in drawn.items) == 3


def test_equal_levels_are_drawn_beside_each_other_and_ours_where_it_is() -> None:
    drawn = _layout_curves.layout(curves(("a", "b"), [[5, 5], [5, 5], [5, 5]]), measure, LIGHT)
    ys = {stroke.label: stroke.points[0][1] for stroke in drawn.items if isinstance(stroke, Polyline) and stroke.label}
    assert len(set(ys.values())) == 3
    low, high = (next(t for t in drawn.texts if t.text == word) for word in ("low", "high"))
    middle = (low.y + high.y + low.height) / 2
    assert ys["Curve 0"] == pytest.approx(middle, abs=0.5)


def test_a_curve_that_ends_early_is_named_where_it_ends() -> None:
    drawn = _layout_curves.layout(
        curves(("a", "b", "c", "d"), [[9, 9, 9, 9], [2, 2, None, None]], ("Ours", "Gone")), measure, LIGHT
    )
    gone = next(text for text in drawn.texts if text.text == "Gone")
    ours = next(text for text in drawn.texts if text.text == "Ours")
    end = next(item for item in drawn.items if isinstance(item, Marker) and "Gone, b" in item.label)
    assert abs(gone.x - end.x) < 40
    assert gone.x < ours.x


def test_an_unknown_curve_says_so() -> None:
    assert any("unknown" in text for text in said(scene("nothing known")))


def test_words_replace_low_and_high_where_they_stand() -> None:
    words = said(scene("words on the scale"))
    assert "low" not in words
    assert "high" not in words
    assert "par" in words


def test_a_grid_sets_eliminate_beside_raise_and_says_gap_and_reason() -> None:
    drawn = scene("grid")
    at = {text.text: text for text in drawn.texts}
    assert at["Eliminate"].y == at["Raise"].y
    assert at["Reduce"].y == at["Create"].y
    assert at["Eliminate"].colour == at["Reduce"].colour != at["Raise"].colour == at["Create"].colour
    assert "5 → 0" in at
    assert "→ 9" in at
    assert "nothing here" in at
    assert any(text.startswith("gap −5 vs Other airlines") for text in at)


def test_a_long_table_says_how_much_is_left_out() -> None:
    assert "… +4800" in said(scene("long table"))


def test_an_unknown_shape_is_shown_as_a_table() -> None:
    class Rings:
        title = "Rings"
        language = "en"

        def as_table(self) -> object:
            return HARD["table"]

        def alt(self) -> str:
            return "rings"

    drawn = pictures([Rings()], Look())[0].scene  # type: ignore[list-item]
    assert "Factor" in said(drawn)


def test_pictures_shown_together_share_a_width_or_a_given_size() -> None:
    both = [HARD["grid"], HARD["nine long names, eight curves"]]
    loose = [picture.scene for picture in pictures(both, Look(), together=True)]
    assert loose[0].width == loose[1].width
    tight = stacked([picture.scene for picture in pictures(both, Look(size=(8, 10)), together=True)])
    assert (tight.width, tight.height) == pytest.approx((576, 720))


@pytest.mark.parametrize("size", [(0, 5), (5, -1), (float("nan"), 5), (1000, 5)])
def test_an_impossible_size_is_the_callers_to_mend(size: tuple[float, float]) -> None:
    with pytest.raises(CallError, match="cannot be drawn"):
        pictures([HARD["one curve"]], Look(size=size))


def test_an_unknown_theme_names_the_known_ones() -> None:
    with pytest.raises(CallError) as told:
        pictures([HARD["one curve"]], Look(theme="drak"))
    assert "did you mean `dark`" in told.value.hint


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Price", 100, ["Price"]),
        ("Frequent departures every day", 70, ["Frequent", "departures", "every day"]),
        ("point-to-point", 100, ["point-to-point"]),
        ("point-to-point", 60, ["point-to-", "point"]),
        ("on 2027-03 at last", 50, ["on", "2027-03", "at last"]),
        ("價格，很高", 27, ["價", "格，", "很高"]),
        ("Donaudampfschiff", 60, ["Donaudampf", "schiff"]),
        ("a = b", 12, ["a", "=", "b"]),
        ("", 10, []),
    ],
)
def test_wrapping(text: str, width: float, lines: list[str]) -> None:
    assert list(paragraph(text, measure, 10, width, 9).lines) == lines


@pytest.mark.parametrize(
    ("text", "width", "clipped"), [("Price", 100, "Price"), ("Expensive", 36, "Expen…"), ("Expensive", 1, "…")]
)
def test_clipping(text: str, width: float, clipped: str) -> None:
    assert clip(text, measure, 10, width) == clipped


@given(st.text("ab 價。-/=", max_size=60), st.floats(12, 200), st.integers(1, 5), st.booleans())
def test_no_wrapped_line_is_too_wide_and_no_text_is_lost(text: str, width: float, most: int, balanced: bool) -> None:
    fitted = paragraph(text, measure, 10, width, most, balanced=balanced)
    assert len(fitted.lines) <= most
    assert fitted.width <= width + 1e-6
    if fitted.lines and not fitted.lines[-1].endswith("…"):
        assert "".join(fitted.lines).replace(" ", "") == text.replace(" ", "")


def _boxes(centres: Sequence[float], heights: Sequence[float]) -> list[tuple[float, float]]:
    return sorted((c - h / 2, c + h / 2) for c, h in zip(centres, heights, strict=True))


@settings(max_examples=300)
@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 12)), max_size=8))
def test_boxes_moved_apart_keep_their_order_and_stay_inside(pairs: list[tuple[float, float]]) -> None:
    wanted, heights = [w for w, _ in pairs], [h for _, h in pairs]
    centres = apart(wanted, heights, 0, 100)
    boxes = _boxes(centres, heights)
    assert all(above[1] <= below[0] + 1e-6 for above, below in itertools.pairwise(boxes))
    assert all(top >= -1e-6 and bottom <= 100 + 1e-6 for top, bottom in boxes)
    order = sorted(range(len(wanted)), key=lambda k: wanted[k])
    assert all(centres[a] <= centres[b] for a, b in itertools.pairwise(order))


def test_boxes_that_fit_stay_where_they_want_to_be() -> None:
    assert apart([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]
    assert apart([50, 50], [10, 10], 0, 100) == [45, 55]


def test_levels_outside_the_scale_are_drawn_at_its_end() -> None:
    frame = Frame(0, 10, 0, 120, 0, 10)
    assert frame.y(99) == frame.y(10)
    assert frame.y(-99) == frame.y(0)


def test_a_layout_needs_no_matplotlib() -> None:
    block = curves(LONG, [[5.0] * 9, [3.0] * 9])
    assert isinstance(block, Curves)
    drawn = _layout_curves.layout(block, measure, LIGHT, (720, 405))
    assert (drawn.width, drawn.height) == pytest.approx((720, 405))
    assert all(isinstance(text, Text) for text in _layout_grid.layout(HARD["empty grid"], measure, LIGHT).texts)  # type: ignore[arg-type]
