"""The terminal's pictures: never wider than asked, every name and level there, nothing a terminal would obey."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from terminal_cases import (
    BLOCKS,
    EDGES,
    GRID,
    GROWN,
    HAIDILAO,
    MANY,
    MIXED,
    PLAIN_GRID,
    SOUTHWEST,
    axes,
    levels,
    some_curves,
    some_grid,
    some_prose,
    some_table,
)

from bluecanvas.blocks import Curves, Grid, Line, Style, Table
from bluecanvas.renderers import Look, render
from bluecanvas.words import cells, show_level

GOLDEN = Path(__file__).parent / "golden"
ANSI = re.compile(r"\x1b\[[0-9;]*m")
MARKERS = set("●○◆■▲★▼△□◇▽☆◎")
VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2"
WIDTHS = (40, 41, 57, 72, 80, 100, 120, 200)


def drawn(block: object, columns: int = 80, colours: int = 0, ascii: bool = False) -> str:
    return render("terminal", [block], Look(columns=columns, colours=colours, ascii=ascii)).decode()  # type: ignore[list-item]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def assert_holds(text: str, columns: int, colours: int) -> None:
    plain = ANSI.sub("", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for line in plain.split("\n"):
        assert cells(line) <= columns
        assert line == line.rstrip()
    assert "\x1b" not in plain
    assert colours or plain == text
    hidden = [char for char in plain if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp", "Cf")]
    assert set(hidden) <= {"\n", "\u200c", "\u200d", *VISIBLE_FORMATS}


@pytest.mark.parametrize("columns", [40, 72, 80, 200])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{type(block).__name__}-{block.title[:20]!r}")
def test_no_line_is_wider_than_the_terminal(block: object, columns: int) -> None:
    for colours, ascii in ((0, False), (256, True)):
        assert_holds(drawn(block, columns, colours, ascii), columns, colours)


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(some_curves(), some_grid, some_table, some_prose),
    st.integers(40, 210),
    st.sampled_from([0, 16, 256]),
    st.booleans(),
)
def test_whatever_stands_in_a_block_the_frame_holds(block: object, columns: int, colours: int, ascii: bool) -> None:
    text = drawn(block, columns, colours, ascii)
    assert_holds(text, columns, colours)
    assert text == drawn(block, columns, colours, ascii)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("block", [SOUTHWEST, GROWN, HAIDILAO, MIXED, MANY], ids=lambda block: block.title)
def test_every_name_and_level_is_there(block: Curves, columns: int) -> None:
    text = drawn(block, columns)
    left = squeezed("".join(re.split(r"\s{2,}|[·⠀-⣿├┤●○◆■▲★▼△□◇▽☆◎]", line)[0] for line in text.split("\n")))
    for axis in block.axes:
        assert squeezed(axis.name) in left
    for line in block.lines:
        assert squeezed(line.name) in squeezed(text)
    for text_ in (block.title, block.subtitle, block.dated, block.note):
        assert squeezed(text_) in squeezed(text)
    shown = sorted(shown_levels(text, block, columns))
    wanted = sorted(show_level(point.value) for line in block.lines for point in line.points)
    assert shown == wanted


def shown_levels(text: str, block: Curves, columns: int) -> list[str]:
    """The figures of the columns headed by markers, beside the plot or below it."""
    found: list[str] = []
    count = 0
    for line in text.split("\n"):
        if len(heads := re.findall(r"[●○◆■▲★▼△□◇▽☆◎](?=\s|$)", line)) and re.fullmatch(
            r"(.*──.*\s{2}|\s*)[●○◆■▲★▼△□◇▽☆◎\s]+", line
        ):
            count = len(heads)
        elif count and (match := re.search(rf"((?:\s+(?:[\d.]+|–)){{{count}}})$", line)):
            found += match.group(1).split()
    return found


@pytest.mark.parametrize("columns", WIDTHS)
def test_intervals_are_there_as_figures(columns: int) -> None:
    text = drawn(GROWN, columns)
    assert "5.4–6.6" in text
    assert "5.5–8.5" in text


def test_an_interval_is_a_bar_around_its_marker() -> None:
    assert re.search(r"├─+●─+┤", drawn(GROWN, 120))
    assert re.search(r"\[-+@-+\]", drawn(GROWN, 120, ascii=True))


def test_markers_differ_and_stand_in_legend_rows_and_heads() -> None:
    text = drawn(GROWN, 120)
    legend = [re.search(rf"(\S)\S {re.escape(line.name)}", text) for line in GROWN.lines]
    markers = [match.group(1) for match in legend if match]
    assert len(set(markers)) == len(GROWN.lines)
    assert set(markers) <= MARKERS
    assert markers[1] == "●"
    assert all(text.count(marker) >= 2 + len(GROWN.axes) - 1 for marker in markers)


def test_equal_levels_stand_side_by_side() -> None:
    text = drawn(EDGES["all equal"], 120)
    rows = [line for line in text.split("\n") if re.match(r"[PQR]\s", line)]
    assert [sum(char in MARKERS for char in row) for row in rows] == [10, 10, 10]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("level", [0, 5, 10])
def test_our_marker_stands_at_its_level_and_others_give_way(level: float, columns: int) -> None:
    def row(*others: float) -> str:
        rivals = (Line(str(i), f"C{i}", Style.RIVAL, levels(other)) for i, other in enumerate(others))
        lines = (*rivals, Line("us", "Us", Style.OURS, levels(level)))
        text = drawn(Curves("T", axes("P"), lines, price_word=""), columns)
        return next(line for line in text.split("\n") if line.startswith("P "))

    met, apart = row(level, level), row(5 if level != 5 else 0, 5 if level != 5 else 9)
    assert "●△□" in met
    if level != 10:  # at the end of the scale all of them have to move
        assert met.index("●") == apart.index("●")


def test_higher_levels_stand_further_right_on_one_scale() -> None:
    block = Curves("T", axes(*"PQRSTUVWXYZ"), (Line("a", "A", Style.OURS, levels(*range(11))),))
    rows = [line for line in drawn(block).split("\n") if re.match(r"[P-Z]\s", line)]
    at = [row.index("●") for row in rows]
    steps = {after - before for before, after in itertools.pairwise(at)}
    assert len(rows) == 11
    assert max(steps) - min(steps) <= 1
    assert min(steps) > 0


def test_an_unknown_level_leaves_a_gap_and_a_dash() -> None:
    block = Curves("T", axes("P", "Q", "R"), (Line("a", "A", Style.OURS, levels(5, None, 5)),))
    text = drawn(block).split("\n")
    rows = text[next(i for i, line in enumerate(text) if line.startswith("P ")) :]
    assert not re.search("[\u2801-\u28ff]", "".join(rows))
    assert next(row for row in rows if row.startswith("Q ")).endswith("–")


def test_a_level_of_zero_is_no_unknown_one() -> None:
    block = Curves("T", axes("P", "Q"), (Line("a", "A", Style.OURS, levels(0, 0)),))
    assert [line.split()[-1] for line in drawn(block).split("\n") if re.match(r"[PQ]\s", line)] == ["0", "0"]


def test_created_factors_stand_below_a_rule_with_the_word() -> None:
    text = drawn(GROWN).split("\n")
    rule = next(i for i, line in enumerate(text) if line.startswith("─ created ─"))
    assert text[rule + 1].startswith("Book by text message")
    assert sum("created" in line for line in text) == 1


def test_the_price_says_which_way_it_runs() -> None:
    text = drawn(SOUTHWEST).split("\n")
    price = next(i for i, line in enumerate(text) if line.startswith("Price"))
    assert text[price + 1].startswith("price: high = expensive")


def test_the_scale_has_its_ends_its_words_and_its_figures() -> None:
    text = drawn(GROWN, 120)
    assert re.search(r"0 low ─+ high 10", text)
    assert re.search(r"none +par +best", text)
    crowded = GROWN._replace(words=((0, "none"), (0.1, "hardly any"), (10, "best")))
    assert "0 none · 0.1 hardly any · 10 best" in drawn(crowded)


@pytest.mark.parametrize("name", ["Frequent city departures", "十二個字寫成的競爭要素名", "W" * 24])
def test_names_of_24_cells_stay_on_one_line_at_80_columns(name: str) -> None:
    block = Curves("T", axes("Price", name), (Line("a", "A", Style.OURS, levels(1, 2)),))
    assert cells(name) == 24
    assert any(line.startswith(name) for line in drawn(block).split("\n"))


def test_ours_differs_from_the_others_without_colour() -> None:
    def strokes(style: Style, ascii: bool) -> str:
        block = Curves("T", axes("P", "Q"), (Line("a", "A", style, levels(1, 9)),))
        return re.sub(r"[^⠁-⣿=./\\-]", "", drawn(block, ascii=ascii).split("high 10")[1])

    for ascii in (False, True):
        assert len({strokes(style, ascii) for style in (Style.OURS, Style.AS_IS, Style.RIVAL)}) == 3


def test_colours_as_far_as_the_terminal_has_them() -> None:
    assert "\x1b" not in drawn(GROWN, colours=0)
    assert "38;5" not in drawn(GROWN, colours=16)
    assert "\x1b[1;94m" in drawn(GROWN, colours=16)
    assert "\x1b[1;38;5;33m" in drawn(GROWN, colours=256)
    assert all(ANSI.sub("", drawn(GROWN, colours=colours)) == drawn(GROWN) for colours in (16, 256, 16777216))


@pytest.mark.parametrize("block", [SOUTHWEST, GROWN, MANY, PLAIN_GRID], ids=lambda block: block.title)
def test_ascii_draws_with_ascii_alone(block: Curves | Grid) -> None:
    for columns in WIDTHS:
        assert drawn(block, columns, ascii=True).isascii()
        assert drawn(block.as_table(), columns, ascii=True).isascii()


def test_ascii_leaves_names_as_they_are() -> None:
    text = drawn(HAIDILAO, ascii=True)
    assert "菜品種類" in text
    assert "傳統火鍋店" in text


def test_the_grid_keeps_its_customary_places() -> None:
    text = drawn(GRID, 80).split("\n")
    above = next(line for line in text if "Eliminate ─" in line)
    below = next(line for line in text if "Reduce ─" in line)
    assert above.index("Raise") == below.index("Create")
    assert text.index(above) < text.index(below)
    stacked = drawn(GRID, 71)
    assert [stacked.index(f"── {word}") for word in ("Eliminate", "Reduce", "Raise", "Create")] == sorted(
        stacked.index(f"── {word}") for word in ("Eliminate", "Reduce", "Raise", "Create")
    )


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_grid_shows_moves_gaps_reasons_and_why_a_cell_is_empty(columns: int) -> None:
    lines = drawn(GRID, columns).split("\n")
    halves = [*lines]
    if columns >= 72:
        halves = [line[: lines[3].index("┬")] for line in lines] + [line[lines[3].index("┬") :] for line in lines]
        halves = [re.sub(r"[│┌┐└┘├┤┬┴┼]", "", half) for half in halves]
    text = squeezed("".join(halves))
    for said in (
        "Lounges  5 → 0 gap −5 vs Other airlines A short trip has no time for one",
        "Price 7 → 3 gap −4 vs rivals Near the cost of driving Pricing, 2027-03",
        "nothing here: the car is no airline",
        "Frequent point-to-point departures → 9 gap +8 vs rivals",
    ):
        assert squeezed(said) in text


def test_a_table_sets_figures_flush_right_and_wraps_texts() -> None:
    text = drawn(Table("T", ("Name", "Level"), (("a long name " * 8, "5"), ("b", "10")), frozenset({1})), 40).split(
        "\n"
    )
    assert [line for line in text if line.endswith((" 5", "10"))]
    ends = {cells(line) for line in text if re.search(r"\s(5|10|Level)$", line)}
    assert len(ends) == 1


def test_a_table_too_narrow_for_its_columns_becomes_records() -> None:
    header = tuple(f"Column {i}" for i in range(11))
    text = drawn(Table("T", header, (tuple(f"value {i}" for i in range(11)),)), 40)
    assert all(f"Column {i}: value {i}" in text for i in range(1, 11))


def test_several_blocks_stand_one_below_the_other() -> None:
    text = render("terminal", [SOUTHWEST, GRID], Look()).decode()
    assert text == f"{drawn(SOUTHWEST)}\n{drawn(GRID)}"
    assert render("terminal", [], Look()) == b"\n"


def test_golden() -> None:
    assert drawn(SOUTHWEST) == (GOLDEN / "southwest.terminal.txt").read_text(encoding="utf-8")


def test_nothing_heavy_is_imported() -> None:
    code = "import sys, bluecanvas.renderers.terminal; print([m for m in ('rich', 'matplotlib', 'numpy', 'typer') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
