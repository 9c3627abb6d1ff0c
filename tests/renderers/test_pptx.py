"""PowerPoint: opened again with python-pptx; charts with their workbooks, tables, notes, and nothing beyond the edge."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pptx
import pytest
from hard_cases import HARD, LONG, curves, drawn_levels
from hypothesis import given
from hypothesis import strategies as st
from office_files import faults, parts
from pptx.oxml.ns import qn
from test_every_block import BLOCKS

from bluecanvas.blocks import (
    Axis,
    Band,
    Block,
    Cell,
    Curves,
    Facets,
    Grid,
    Line,
    Move,
    Point,
    Prose,
    Shift,
    Style,
    Table,
)
from bluecanvas.errors import CallError
from bluecanvas.fonts import readable
from bluecanvas.renderers import Look, render
from bluecanvas.renderers._office_fitting import portions

ALL = {**BLOCKS, **{f"hard: {name}": block for name, block in HARD.items()}}
CURVES = Curves(
    "短程航空",
    (Axis("p", "票價", price=True), Axis("s", "速度"), Axis("f", "=1+1", created=True)),
    (
        Line("us", "西南航空", Style.OURS, (Point(3), Point(None), Point(9, 8, 9.5))),
        Line("now", "今日", Style.AS_IS, (Point(5), Point(5), Point(0))),
        Line("r", "@Rivals", Style.RIVAL, (Point(7), Point(6.5), Point(0))),
    ),
    subtitle="飛機的速度，開車的價格",
    date="2026-10",
    note="來源：訪談",
    language="zh-Hant",
)


def opened(*blocks: Block, look: Look | None = None):
    return pptx.Presentation(io.BytesIO(render("pptx", blocks, look or Look())))


def chart_of(slide):
    return next(shape for shape in slide.shapes if shape.has_chart)


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def rows(slide) -> list[list[str]]:
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("name", ALL)
def test_every_block_is_well_formed_without_formulas_or_links(name):
    assert faults(render("pptx", [ALL[name]], Look())) == []


@pytest.mark.parametrize("name", ALL)
def test_nothing_lies_beyond_the_edge_or_on_something_else(name):
    deck = opened(ALL[name])
    for slide in deck.slides:
        boxes = []
        for shape in slide.shapes:
            bottom = shape.top + shape.height
            if shape.has_table:
                bottom = shape.top + sum(row.height for row in shape.table.rows)
                assert sum(column.width for column in shape.table.columns) <= shape.width + 100
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert bottom <= deck.slide_height
            boxes.append((shape.left, shape.top, shape.left + shape.width, bottom))
        for k, one in enumerate(boxes):
            for other in boxes[k + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
                assert apart, name


def test_curves_are_a_native_chart_with_gaps_for_what_is_unknown():
    deck = opened(CURVES)
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    (slide,) = deck.slides
    chart = chart_of(slide).chart
    assert chart.chart_type == pptx.enum.chart.XL_CHART_TYPE.LINE_MARKERS
    assert list(chart.plots[0].categories) == ["票價", "速度", "=1+1"]
    assert [(series.name, tuple(series.values)) for series in chart.plots[0].series] == [
        ("西南航空", (3, None, 9)),
        ("今日", (5, 5, 0)),
        ("@Rivals", (7, 6.5, 0)),
    ]
    assert chart._chartSpace.chart.find(qn("c:dispBlanksAs")).get("val") == "gap"
    axis = chart.value_axis
    assert (axis.minimum_scale, axis.maximum_scale) == (0, 10)
    assert axis.tick_labels.number_format == '[=0]"low";[=10]"high";General'


def test_the_workbook_in_the_chart_holds_the_same_and_no_formula():
    (slide,) = opened(CURVES).slides
    blob = chart_of(slide).chart.part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob))["Scores"]
    values = [[cell.value for cell in row[:4]] for row in sheet.iter_rows()]
    assert values == [
        ["Factor", "西南航空", "今日", "@Rivals"],
        ["票價", 3, 5, 7],
        ["速度", None, 5, 6.5],
        ["=1+1", 9, 0, 0],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    series = chart_of(slide).chart._chartSpace.findall(f".//{qn('c:ser')}")
    assert [one.find(f".//{qn('c:val')}//{qn('c:f')}").text for one in series] == [
        f"'Scores'!${c}$2:${c}$4" for c in "BCD"
    ]


def test_ours_is_strong_the_as_is_dashed_and_the_rivals_quiet():
    (slide,) = opened(CURVES).slides
    lines = [
        one.find(f"{qn('c:spPr')}/{qn('a:ln')}")
        for one in chart_of(slide).chart._chartSpace.findall(f".//{qn('c:ser')}")
    ]
    assert [line.find(qn("a:prstDash")).get("val") for line in lines] == ["solid", "dash", "solid"]
    widths = [int(line.get("w")) for line in lines]
    assert widths == sorted(widths, reverse=True)
    assert lines[0].find(f".//{qn('a:schemeClr')}").get("val") == "accent1"


def test_names_stand_at_the_ends_of_their_curves_and_clear_of_each_other():
    (slide,) = opened(CURVES).slides
    labels = chart_of(slide).chart._chartSpace.findall(f".//{qn('c:dLbl')}")
    assert [label.find(qn("c:idx")).get("val") for label in labels] == ["2", "2", "2"]
    assert all(label.find(qn("c:showSerName")).get("val") == "1" for label in labels)
    shifts = [label.find(f".//{qn('c:manualLayout')}/{qn('c:y')}") for label in labels]
    assert shifts[0] is None
    upper, lower = sorted(float(shift.get("val")) for shift in shifts[1:])  # both end on the lowest level
    assert lower - upper > 0.03
    assert not chart_of(slide).chart.has_legend


def test_a_legend_names_curves_whose_names_find_no_room_or_that_end_early():
    long = [f"This curve has a name of some sixty characters, which is {k}" for k in range(3)]
    for block in (
        HARD["ends early"],
        HARD["missing scores"],
        HARD["thirty curves"],
        curves("abc", drawn_levels(3, 3), long),
    ):
        (slide,) = opened(block).slides
        assert chart_of(slide).chart.has_legend


def test_title_tagline_source_and_alt_text():
    (slide,) = opened(CURVES).slides
    assert slide.shapes.title.text == "短程航空"
    assert texts(slide)[1:3] == [
        "飛機的速度，開車的價格",
        "price: high = expensive · created：=1+1\n2026年10月 · 來源：訪談",
    ]
    assert chart_of(slide)._element.nvGraphicFramePr.cNvPr.get("descr") == CURVES.alt()


def test_letters_and_language_are_east_asian_where_the_text_is():
    deck = opened(CURVES)
    theme = parts(render("pptx", [CURVES], Look()))["ppt/theme/theme1.xml"].decode()
    assert theme.count('<a:latin typeface="Arial"/><a:ea typeface="Microsoft JhengHei"/>') == 2
    (run,) = deck.slides[0].shapes.title.text_frame.paragraphs[0].runs
    assert run._r.rPr.get("lang") == "zh-TW"
    label = chart_of(deck.slides[0]).chart._chartSpace.find(f".//{qn('c:dLbl')}//{qn('a:defRPr')}")
    assert (label.get("lang"), label.find(qn("a:ea")).get("typeface")) == ("zh-TW", "+mn-ea")


def test_notes_hold_what_the_curves_show_and_what_is_read_in_them():
    reading = Table(
        "The reading", ("Reading", "Verdict", "Why"), (("Focus", "focused", "three of seven"), ("Tagline", "", "none"))
    )
    (slide,) = opened(CURVES, look=Look(notes=(reading,))).slides
    assert slide.notes_slide.notes_text_frame.text.split("\n") == [
        CURVES.alt(),
        "The reading",
        "Focus · focused · three of seven",
        "Tagline · none",
    ]


def test_a_scale_in_words_names_its_ends_on_the_axis_and_all_below():
    (slide,) = opened(HARD["words on the scale"]).slides
    chart = chart_of(slide).chart
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (1, 5)
    assert '[=1]"none at all, not even on' in chart.value_axis.tick_labels.number_format
    assert "3 = par · 3.1 = a bit over par" in texts(slide)[1]


def test_intervals_are_error_bars():
    (slide,) = opened(HARD["intervals"]).slides
    bars = chart_of(slide).chart._chartSpace.find(f".//{qn('c:errBars')}")
    ends = [[v.text for v in bars.findall(f"{qn('c:' + side)}//{qn('c:v')}")] for side in ("plus", "minus")]
    assert ends == [["1", "2"], ["1", "0.5"]]


def test_a_grid_is_eliminate_beside_raise_and_reduce_beside_create():
    (slide,) = opened(BLOCKS["grid"]).slides
    assert rows(slide) == [
        ["Eliminate", "", "Raise"],
        ["Lounges 5 → 0\nno time for one\ngap −5 vs rivals 5 · COO, 2027", "", "Speed 8"],
        ["Reduce", "", "Create"],
        ["nothing here", "", "–"],
    ]
    assert slide.shapes.title.text == "Moves"


def test_a_grid_of_many_moves_goes_on_without_losing_one():
    deck = opened(HARD["grid"])
    assert len(deck.slides) > 1
    said = " ".join(text for slide in deck.slides for row in rows(slide) for text in row)
    for cell in HARD["grid"].cells:
        assert all(move.name[:30] in said for move in cell.moves)
    assert said.count("y") >= 10_000
    assert deck.slides[0].shapes.title.text.endswith(f"(1/{len(deck.slides)})")


def test_a_long_table_goes_on_under_its_header():
    deck = opened(HARD["long table"])
    shown = [rows(slide) for slide in deck.slides]
    assert {tuple(page[0]) for page in shown} == {("a",)}
    assert [row[0] for page in shown for row in page[1:]] == [str(k) for k in range(5_000)]


def test_numbers_of_a_table_are_flush_right():
    (slide,) = opened(BLOCKS["table"]).slides
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    assert [cell.text_frame.paragraphs[0].alignment for cell in table.rows[1].cells] == [
        None,
        pptx.enum.text.PP_ALIGN.RIGHT,
    ]


def test_long_prose_goes_on_and_loses_nothing():
    text = " ".join(LONG) * 60
    deck = opened(Prose("Said", (text, "Short.")))
    assert len(deck.slides) > 2
    said = "".join(texts(slide)[1] for slide in deck.slides)
    assert said.replace(" ", "").replace("\n", "") == (text + "Short.").replace(" ", "")


@given(st.text(max_size=300), st.floats(8, 20), st.floats(20, 400), st.floats(10, 200))
def test_portions_of_any_text_are_the_text(text, size, width, room):
    shown = readable(text)
    assert "".join("".join(portions(shown, size, width, room)).split()) == "".join(shown.split())


def test_a_dark_deck_is_dark_in_its_theme():
    theme = parts(render("pptx", [CURVES], Look(theme="dark")))["ppt/theme/theme1.xml"].decode()
    assert '<a:lt1><a:srgbClr val="101820"/>' in theme


def test_who_made_it_and_when_is_not_told():
    about = opened(CURVES).core_properties
    assert (about.author, about.title, about.last_modified_by, about.created) == ("bluecanvas", CURVES.title, "", None)


def test_the_same_bytes_on_any_day(monkeypatch):
    first = render("pptx", [CURVES, BLOCKS["grid"]], Look())
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert render("pptx", [CURVES, BLOCKS["grid"]], Look()) == first


def test_a_grid_reason_as_long_as_a_page_goes_on():
    why = "Because " * 600
    deck = opened(
        Grid(
            "G",
            tuple(
                Cell(w, w, (Move("Meals", 5, 0, 5, "rivals", why),) * (w == "reduce"))
                for w in ("eliminate", "reduce", "raise", "create")
            ),
        )
    )
    said = " ".join(text for slide in deck.slides for row in rows(slide) for text in row)
    assert said.count("Because") == 600


def test_nothing_to_show_is_said():
    with pytest.raises(CallError, match="nothing to show"):
        render("pptx", [], Look())


def test_small_multiples_are_a_slide_each_on_one_scale():
    deck = opened(Facets(CURVES, (("us", "now"), ("us", "r"))))
    names = [[series.name for series in chart_of(slide).chart.plots[0].series] for slide in deck.slides]
    assert names == [["西南航空", "今日"], ["西南航空", "@Rivals"]]


def test_moves_and_groups_stand_below_the_chart():
    block = replace(CURVES, bands=(Band("Group", ("now", "r")),), shifts=(Shift("s", "raise", "Raise", 4, 8),))
    (slide,) = opened(block).slides
    assert "Group：今日、@Rivals · 速度：Raise 4 → 8" in texts(slide)[2]
