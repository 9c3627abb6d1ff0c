"""Every way of showing value curves holds: no text covers another or leaves the picture, and nothing is lost."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hard_cases import HARD, LONG, curves, drawn_levels
from hypothesis import given, settings
from hypothesis import strategies as st

from bluecanvas.blocks import Band, Block, Curves, Facets, Gauge, Line, Mark, Point, Scorecard, Shift, Style
from bluecanvas.renderers import Look, _layout_curves, _layout_facets
from bluecanvas.renderers._palette import PALETTES
from bluecanvas.renderers._pictures import pictures
from bluecanvas.renderers._scene import Area, Marker, Polyline, Scene, Text, overlap

LIGHT = PALETTES["light"]
NAMES = {
    "short": "Price",
    "sixty letters": "A name of sixty characters is quite long for any factor, no?",
    "Chinese": "菜品種類與食材的新鮮程度，以及等位時的各種體驗與服務員的熱情",
    "Japanese": "サービスの品質とスタッフの親切さ、待ち時間の短さ",
    "Korean": "직원의 친절함과 매장의 편안한 분위기 그리고 가격",
    "Arabic": "السعر الإجمالي للخدمة على مدى خمس سنوات",
    "emoji": "🚀 fun 👨‍👩‍👧 and 🇫🇷",
    "one word": "Donaudampfschifffahrtsgesellschaft",
}
LEVELS = ("random", "equal", "gaps", "nothing known")
SCALES = ((0, 10), (1, 5), (-5, 5))
ACTIONS = ("eliminate", "reduce", "raise", "create")
VARIANTS = (
    "plain",
    "mean",
    "moves",
    "groups",
    "highlight",
    "parts",
    "intervals",
    "everything",
    "facets",
    "segments",
    "orders",
)


def measure(text: str, size: float, bold: bool) -> tuple[float, float]:
    """A typewriter: every character as wide as the next, East Asian ones twice."""
    return sum(1.2 if char >= "\u1100" else 0.6 for char in text) * size * (1.1 if bold else 1.0), 1.2 * size


def made(count: int, factors: int, name: str, levels: str, scale: tuple[int, int], variant: str) -> Block:
    """So many curves over so many factors, shown in one way."""
    low, high = scale
    known = {"gaps": 0.4, "nothing known": 0.0}.get(levels, 1.0)
    rows = [[high] * factors] * count if levels == "equal" else drawn_levels(count, factors, low, high, known)
    text = NAMES[name]
    block = curves(
        [f"{text} {k}" for k in range(factors)],
        rows,
        [f"{text} ({c})" for c in range(count)],
        low=float(low),
        high=float(high),
        subtitle=text,
        note="Source: " + text,
        date="2026-10",
        created=(factors - 1,) if factors > 1 else (),
    )
    return varied(block, variant)


def varied(block: Curves, variant: str) -> Block:
    """The block shown in one way, or in all at once."""
    everything = variant == "everything"
    if variant in ("mean", "facets") or everything:
        points = tuple(Point((block.low + block.high) / 2) for _ in block.axes)
        block = block._replace(derived=(Line("mean", "Rivals’ mean", Style.INDUSTRY, points, "mean"),))
    if variant == "moves" or everything:
        shifts = tuple(
            Shift(axis.id, ACTIONS[k % 4], ACTIONS[k % 4].title(), (block.low, None)[k % 5 == 4], block.high - k % 3)
            for k, axis in enumerate(block.axes)
        )
        block = block._replace(shifts=shifts)
    if variant == "groups" or everything:
        ids = [line.id for line in block.lines[1:]]
        block = block._replace(bands=(Band("Legacy carriers", tuple(ids[::2])), Band("低成本航空", tuple(ids[1::2]))))
    if variant == "highlight" or everything:
        lines = tuple(line._replace(highlighted=k == 1) for k, line in enumerate(block.lines))
        block = block._replace(lines=lines)
    if variant == "parts" or everything:
        axes = tuple(axis._replace(part=("Eliminate", "Reduce", "kept", "Raise")[4 * k // len(block.axes)], burden=k == 1)
                     for k, axis in enumerate(block.axes))  # fmt: skip
        block = block._replace(axes=axes)
    if variant == "intervals" or everything:
        lines = tuple(
            line._replace(
                points=tuple(ranged(point, block.low, block.high, 40 + k) for k, point in enumerate(line.points))
            )
            for line in block.lines
        )
        block = block._replace(lines=lines)
    if variant in ("segments", "orders"):
        back = block._replace(
            title="A segment of sixty characters, which is as long as names get",
            axes=block.axes[::-1],
            lines=tuple(line._replace(points=line.points[::-1]) for line in block.lines),
        )
        parts = (
            block._replace(title="Leisure (60%)"),
            back if variant == "orders" else block._replace(title="休閒旅客"),
        )
        ids = tuple(line.id for line in block.lines)
        return Facets(block, (ids, ids), parts)
    if variant == "facets":
        return Facets(block, tuple((block.lines[0].id, line.id) for line in (*block.lines[1:], *block.derived)))
    return block


def ranged(point: Point, low: float, high: float, n: int) -> Point:
    """A level with an interval of two steps and a number of answers."""
    if point.value is None:
        return point
    return Point(point.value, max(low, point.value - 1), min(high, point.value + 1), n)


def faults(drawn: Scene) -> list[object]:
    """What covers what it should not, or leaves the picture."""
    found: list[object] = []
    for text in drawn.texts:
        left, top, right, bottom = text.box
        if left < -0.01 or top < -0.01 or right > drawn.width + 0.01 or bottom > drawn.height + 0.01:
            found.append(("outside", text))
    for one, other in itertools.combinations(drawn.texts, 2):
        left, top, right, bottom = one.box
        if overlap((left + 0.01, top + 0.01, right - 0.01, bottom - 0.01), other.box):
            found.append((one, other))
    for item in drawn.items:
        if isinstance(item, (Polyline, Area)):
            if not all(-0.01 <= x <= drawn.width + 0.01 and -0.01 <= y <= drawn.height + 0.01 for x, y in item.points):
                found.append(("outside", item))
        elif isinstance(item, Marker):
            half = item.size / 2
            if not (half < item.x < drawn.width - half and half < item.y < drawn.height - half):
                found.append(("outside", item))
            box = (item.x - half, item.y - half, item.x + half, item.y + half)
            found += [(item, text) for text in drawn.texts if not is_name(text) and overlap(box, text.box)]
    return found


def is_name(text: Text) -> bool:
    """Whether a text is a curve's name: of a curve that ends early it stands in the plot, over as little as can be."""
    return text.colour not in (LIGHT.ink, LIGHT.soft, LIGHT.quiet)


def laid_out(block: Block, size: tuple[float, float] | None = None) -> Scene:
    """The scene by a typewriter's letters."""
    if isinstance(block, Facets):
        return _layout_facets.layout(block, measure, LIGHT, size)
    assert isinstance(block, Curves)
    return _layout_curves.layout(block, measure, LIGHT, size)


SIZES = (None, (960.0, 540.0), (400.0, 300.0))


@pytest.mark.parametrize("variant", VARIANTS)
@settings(max_examples=10, deadline=None, derandomize=True)
@given(
    st.integers(1, 10), st.integers(3, 20), st.sampled_from(list(NAMES)), st.sampled_from(LEVELS),
    st.sampled_from(SCALES), st.sampled_from(SIZES),
)  # fmt: skip
def test_nothing_overlaps_and_nothing_is_cut(
    variant: str,
    count: int,
    factors: int,
    name: str,
    levels: str,
    scale: tuple[int, int],
    size: tuple[float, float] | None,
) -> None:
    assert faults(laid_out(made(count, factors, name, levels, scale, variant), size)) == []


@pytest.mark.parametrize("name", NAMES)
def test_nor_in_the_letters_it_is_drawn_in(name: str) -> None:
    blocks = [
        made(5, 6, name, "random", (0, 10), "everything"),
        made(4, 4, name, "equal", (1, 5), "facets"),
    ]
    for picture in pictures(blocks, Look()):
        assert faults(picture.scene) == []


@pytest.mark.parametrize("size", [None, (13.33, 7.5), (4.0, 9.0)], ids=str)
def test_nor_in_a_scorecard(size: tuple[float, float] | None) -> None:
    gauges = (Gauge("r", 0.9, 0.8, True, -1, 1, "r 0.90 ≥ 0.80"), Gauge("n", 99, 2, False, 0, 1, "n 99 ≤ 2"))
    marks = tuple(
        Mark(name, f"{name} {k}", "me-too", k % 2 == 0, gauges * (k % 3), name * 9) for k, name in enumerate(LONG)
    )
    drawn = pictures([Scorecard("The reading: " + "long " * 40, marks)], Look(size=size))[0].scene
    assert faults(drawn) == []


@pytest.mark.parametrize("size", [None, (6.3, 4), (3.2, 3.2)])
def test_no_word_of_a_verdict_is_broken(size: tuple[float, float] | None) -> None:
    marks = (
        Mark("Contradictions", "Us", "undominated", False, (), "why " * 30),
        Mark("a", "b", "not highest", True, (), ""),
    )
    drawn = pictures([Scorecard("", marks)], Look(size=size))[0].scene
    assert {"Contradictions", "undominated"} <= {text.text for text in drawn.texts}
    assert faults(drawn) == []


def test_nor_in_a_grid() -> None:
    assert faults(pictures([HARD["grid"]], Look())[0].scene) == []


def strokes(drawn: Scene) -> dict[str, Polyline]:
    """The curves by their names."""
    return {
        item.label: item for item in drawn.items if isinstance(item, Polyline) and len(item.points) > 1 and item.label
    }


def texts(drawn: Scene) -> str:
    return " ".join(text.text for text in drawn.texts)


def block(*rows: Sequence[float | None], **more: object) -> Curves:
    return curves(("a", "b", "c"), rows, ("Ours", "Today", "Option", "Rival", "Other", "Mean")[: len(rows)], **more)


def test_the_mean_is_a_line_of_its_own_with_its_name() -> None:
    drawn = laid_out(varied(block((1, 5, 9), (2, 2, 2)), "mean"))
    assert set(strokes(drawn)) == {"Ours", "Today", "Rivals’ mean"}
    assert "Rivals’ mean" in texts(drawn)


def test_curves_that_meet_in_a_point_stand_side_by_side_at_their_level() -> None:
    drawn = laid_out(block((0, 5, 10), (10, 5, 0)))
    ours, today = (
        next(i for i in drawn.items if isinstance(i, Marker) and i.label.startswith(f"{name}, b"))
        for name in ("Ours", "Today")
    )
    assert ours.y == today.y
    assert abs(ours.x - today.x) >= (ours.size + today.size) / 2 - 1


def test_curves_that_run_together_are_drawn_along_each_other() -> None:
    for rows in (((5, 5, 5),) * 3, ((0, 5, 10),) * 3, ((10, 5, 0),) * 3):
        lines = list(strokes(laid_out(block(*rows))).values())
        for one, other in itertools.combinations(lines, 2):
            for (ax, ay), (bx, by) in itertools.pairwise(one.points):
                along = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
                beside = [abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / along for x, y in other.points]
                assert min(beside) > 1.5


def test_a_move_is_an_arrow_from_start_to_target_with_the_sign_of_its_action() -> None:
    shifts = (
        Shift("f0", "raise", "Raise", 2, 8),
        Shift("f1", "reduce", "Reduce", 9, 3),
        Shift("f2", "create", "Create", None, 7),
    )
    drawn = laid_out(block((8, 3, 7))._replace(shifts=shifts))
    signs = {item.label: item for item in drawn.items if isinstance(item, Marker) and item.size == 10.0 and item.label}
    assert set(signs) == {"a: Raise 2 → 8", "b: Reduce 9 → 3", "c: Create 7"}
    ends = {item.label: item.y for item in drawn.items if isinstance(item, Marker) and item.label.startswith("Ours")}
    assert signs["a: Raise 2 → 8"].y > ends["Ours, a: 8"]
    assert signs["b: Reduce 9 → 3"].y < ends["Ours, b: 3"]
    assert signs["c: Create 7"].y == pytest.approx(ends["Ours, c: 7"])
    heads = [item.shape for item in drawn.items if isinstance(item, Marker) and item.size == 8.0]
    assert heads == ["triangle", "wedge"]
    assert all(word in texts(drawn) for word in ("Raise", "Reduce", "Create"))


def test_a_group_is_a_band_from_its_lowest_to_its_highest_in_place_of_its_members() -> None:
    grouped = block((5, 5, 5), (1, 2, 3), (4, 2, 9))._replace(bands=(Band("Legacy", ("c1", "c2")),))
    drawn = laid_out(grouped)
    assert set(strokes(drawn)) == {"Ours"}
    (band,) = (item for item in drawn.items if isinstance(item, Area))
    assert band.label == "Legacy (Today, Option)"
    assert len(band.points) == 6
    assert grouped.range_of(grouped.bands[0], 0) == (1, 4)
    assert grouped.as_table().header == ("Factor", "Ours", "Today", "Option", "Legacy")
    assert [row[-1] for row in grouped.as_table().rows] == ["[1, 4]", "2", "[3, 9]"]
    assert "Legacy: a [1, 4], b 2, c [3, 9]" in grouped.alt()


def test_a_highlighted_curve_steps_out_of_its_group() -> None:
    plain = block((5, 5, 5), (1, 2, 3), (4, 2, 9))
    lines = tuple(line._replace(highlighted=line.id == "c1") for line in plain.lines)
    drawn = laid_out(plain._replace(lines=lines, bands=(Band("Legacy", ("c1", "c2")), Band("One", ("c0",)))))
    assert set(strokes(drawn)) == {"Ours", "Today"}  # a group of one is the line it is
    assert "Legacy" in texts(drawn)


def test_our_own_curve_is_drawn_beside_the_range_of_its_group() -> None:
    ours = block((5, 5, 5), (1, 2, 3), (4, 2, 9))._replace(bands=(Band("Low cost", ("c0", "c1")),))
    drawn = laid_out(ours)
    assert set(strokes(drawn)) == {"Ours", "Option"}
    assert "Low cost" in texts(drawn)


def test_a_highlighted_curve_is_the_strongest_and_the_others_step_back() -> None:
    lines = tuple(
        line._replace(highlighted=line.id == "c3") for line in block((1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4)).lines
    )
    drawn = strokes(laid_out(block((1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4))._replace(lines=lines)))
    assert drawn["Rival"].width == max(stroke.width for stroke in drawn.values()) > 3
    assert drawn["Ours"].width < 2
    assert list(drawn)[-1] == "Rival"


def test_intervals_of_ours_are_an_area_those_of_others_bars_and_n_stands_with_the_name() -> None:
    drawn = laid_out(varied(block((5, 5, 5), (2, 2, 2), (3, 3, 3), (7, 7, 7)), "intervals"))
    assert sum(isinstance(item, Area) for item in drawn.items) == 3  # ours, today, the option
    bars = [i for i in drawn.items if isinstance(i, Polyline) and not i.label and i.opacity == 0.6]
    assert len(bars) == 9  # three strokes for each of the rival's three levels
    assert "(n = 40–42)" in texts(drawn)


def test_parts_of_the_axis_have_headings_and_burdens_a_mark() -> None:
    drawn = laid_out(varied(block((1, 2, 3)), "parts"))
    assert "Eliminate" in texts(drawn)
    assert "↓ less is better" in texts(drawn)
    plain = texts(laid_out(block((1, 2, 3), (1, 1, 0), created=(2,))))
    assert "existing" in plain
    assert "created" in plain


def test_small_multiples_name_ours_in_each_and_the_factors_once_a_column() -> None:
    whole = block((1, 2, 3), (2, 2, 2), (3, 3, 3), title="T")
    drawn = laid_out(Facets(whole, (("c0", "c1"), ("c0", "c2"))))
    said = [text.text for text in drawn.texts]
    assert said.count("Ours") == 2
    assert (said.count("Today"), said.count("Option"), said.count("a"), said.count("T")) == (1, 1, 1, 1)
    many = [text.text for text in laid_out(made(9, 3, "short", "random", (0, 10), "facets")).texts]
    assert many.count("Price 0") == 3  # nine plots in three columns


def test_everything_shown_is_in_the_table_and_in_words() -> None:
    shown = varied(block((1, 2, None), (2, 2, 2)), "everything")
    assert isinstance(shown, Curves)
    table = shown.as_table()
    assert table.header == ("Factor", "Ours", "Today", "Rivals’ mean", "Legacy carriers", "低成本航空", "Move")
    assert table.rows[0] == ("a", "1 [0, 2; n = 40]", "2 [1, 3; n = 40]", "5", "2", "–", "Eliminate 0 → 10")
    assert len(table.header) - 2 == len(table.numeric)
    assert all(word in shown.alt() for word in ("Rivals’ mean: a 5", "Legacy carriers: a 2", "a: Eliminate 0 → 10"))
