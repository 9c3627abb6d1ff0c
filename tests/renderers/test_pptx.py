"""PowerPoint: opened again with python-pptx; charts with their workbooks, tables, notes, and nothing beyond the edge."""

from __future__ import annotations

import io

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
from bluecanvas.renderers._office_fitting import measure, portions
from bluecanvas.renderers._office_plan import Frame, arranged
from bluecanvas.renderers._office_xml import face, solid
from bluecanvas.renderers._palette import palette

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


def lines_of(chart):
    return next(plot for plot in chart.plots if plot._element.tag == qn("c:lineChart"))


def series_of(slide, kind: str = "lineChart"):
    return chart_of(slide).chart._chartSpace.findall(f".//{qn('c:' + kind)}/{qn('c:ser')}")


def named(series) -> str:
    return series.find(f"{qn('c:tx')}//{qn('c:v')}").text


def looks(slide) -> list[tuple[object, ...]]:
    """By the order of their names: each curve's colour, dash, marker and width."""
    found = {}
    for one in series_of(slide):
        line = one.find(f"{qn('c:spPr')}/{qn('a:ln')}")
        colour = line.find(f"{qn('a:solidFill')}/*").get("val")
        symbol = one.find(f"{qn('c:marker')}/{qn('c:symbol')}").get("val")
        dash = line.find(qn("a:prstDash"))
        found[named(one)] = (colour, None if dash is None else dash.get("val"), symbol, line.get("w"))
    return [found[name] for name in sorted(found, key=["We", "Now", "Bold", "Alpha", "Beta"].index)]


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
    assert list(lines_of(chart).categories) == ["票價", "速度", "=1+1"]
    assert [(series.name, tuple(series.values)) for series in lines_of(chart).series] == [
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
        f"'Scores'!${c}$2:${c}$4" for c in "GHBCD"
    ]


def test_ours_is_strong_the_as_is_dashed_and_the_rivals_quiet():
    (slide,) = opened(CURVES).slides
    lines = [
        one.find(f"{qn('c:spPr')}/{qn('a:ln')}")
        for one in chart_of(slide).chart._chartSpace.findall(f".//{qn('c:lineChart')}/{qn('c:ser')}")
    ]
    assert [line.find(qn("a:prstDash")).get("val") for line in lines] == ["solid", "dash", "solid"]
    widths = [int(line.get("w")) for line in lines]
    assert widths == sorted(widths, reverse=True)
    assert lines[0].find(f".//{qn('a:schemeClr')}").get("val") == "accent1"


def test_names_stand_at_the_ends_of_their_curves_and_clear_of_each_other():
    (slide,) = opened(CURVES).slides
    labels = chart_of(slide).chart._chartSpace.findall(f".//{qn('c:lineChart')}//{qn('c:dLbl')}")
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
    label = chart_of(deck.slides[0]).chart._chartSpace.find(f".//{qn('c:lineChart')}//{qn('c:dLbl')}//{qn('a:defRPr')}")
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
    names = [[series.name for series in lines_of(chart_of(slide).chart).series] for slide in deck.slides]
    assert names == [["西南航空", "今日"], ["西南航空", "@Rivals"]]


def test_small_multiples_say_whom_they_compare_and_draw_each_curve_as_the_whole_does():
    block = curves("abc", drawn_levels(5, 3), ("We", "Now", "Bold", "Alpha", "Beta"))
    block = block._replace(
        lines=tuple(line._replace(style=Style.RIVAL) if k else line for k, line in enumerate(block.lines))
    )
    deck = opened(Facets(block, tuple(("c0", f"c{k}") for k in range(1, 5))))
    assert [slide.shapes.title.text for slide in deck.slides] == [
        "A title: We – Now",
        "A title: We – Bold",
        "A title: We – Alpha",
        "A title: We – Beta",
    ]
    whole = opened(block).slides[0]
    alone = [look for slide in deck.slides for look in looks(slide)[1:]]
    assert alone == looks(whole)[1:]
    assert len(set(alone)) == 4


def test_small_multiples_of_their_own_are_called_by_their_titles():
    parts = tuple(CURVES._replace(title=title) for title in ("商務客", "休閒客"))
    deck = opened(Facets(CURVES, (), parts))
    assert [slide.shapes.title.text for slide in deck.slides] == ["短程航空：商務客", "短程航空：休閒客"]
    assert texts(deck.slides[0])[1] == CURVES.subtitle


def test_moves_and_groups_stand_below_the_chart():
    block = CURVES._replace(bands=(Band("Group", ("now", "r")),), shifts=(Shift("s", "raise", "Raise", 4, 8),))
    (slide,) = opened(block).slides
    assert "Group：今日、@Rivals · 速度：Raise 4 → 8" in texts(slide)[2]


def test_every_name_has_room_in_a_legend():
    for count in range(2, 11):
        for factors in (3, 8, 20):
            names = [f"{k}: a name of a curve that is about sixty characters long, ok" for k in range(count)]
            long = [f"{k}: a name of a factor that is about sixty characters long,ok" for k in range(factors)]
            block = curves(long, drawn_levels(count, factors), names)
            frame = Frame(880, 380, face("en"), palette("light"), solid, "S")
            plan = arranged(block, frame)
            across = (1 - plan.left - plan.width) * 880 - 40  # what an entry has beside its key
            high = sum(1.2 * plan.name_size * -(-measure(name, plan.name_size)[0] // across) for name in names)
            assert high + count * 0.3 * plan.name_size <= plan.legend * 380, (count, factors)
            assert plan.top + plan.legend <= 1
            assert plan.height * 380 > 100
            if plan.slanted:
                reach = max(measure(name, plan.factor_size)[0] for name in long) * 0.71 + plan.factor_size
                assert reach <= (1 - plan.top - plan.height) * 380
                first = measure(long[0], plan.factor_size)[0] * 0.71 - plan.width * 880 / factors / 2
                assert first <= plan.left * 880


def test_curves_that_are_the_same_are_all_seen_and_said():
    names = ("Alpha", "We", "Beta", "Apart")
    block = curves(("a", "b"), [[5, 5], [5, 5], [5, 5], [1, 5]], names)
    styles = (Style.RIVAL, Style.OURS, Style.RIVAL, Style.RIVAL)
    lines = tuple(line._replace(style=style) for line, style in zip(block.lines, styles, strict=True))
    (slide,) = opened(block._replace(lines=lines)).slides
    ours, alpha, beta, apart = sorted(
        series_of(slide), key=lambda one: ["We", "Alpha", "Beta", "Apart"].index(named(one))
    )
    order = {named(one): int(one.find(qn("c:order")).get("val")) for one in series_of(slide)}
    assert order["We"] < order["Alpha"] < order["Beta"]

    def line(one):
        return one.find(f"{qn('c:spPr')}/{qn('a:ln')}")

    assert int(line(ours).get("w")) > int(line(alpha).get("w")) > int(line(beta).get("w"))
    strands = [line(one).find(f"{qn('a:custDash')}/{qn('a:ds')}") for one in (ours, alpha, beta, apart)]
    assert [strand is None for strand in strands] == [True, True, False, True]
    assert strands[2].get("d") == strands[2].get("sp")  # Alpha is seen where Beta is away, ours on both sides
    assert any("Alpha, We, Beta: the same on every factor" in text for text in texts(slide))


def test_moves_are_arrows_that_follow_the_cells():
    moved = CURVES._replace(
        axes=(Axis("p", "Price", price=True), Axis("s", "Speed"), Axis("f", "Fun", created=True), Axis("x", "Kept")),
        lines=(
            Line("us", "We", Style.OURS, (Point(3), Point(8), Point(9), Point(5))),
            Line("now", "Now", Style.AS_IS, (Point(5, 4, 6), Point(4), Point(0), Point(5))),
        ),
        shifts=(
            Shift("p", "reduce", "Reduce", 5, 3),
            Shift("s", "raise", "Raise", 4, 8),
            Shift("f", "create", "Create", 0, 9),
            Shift("x", "raise", "Raise", 5, 5),
        ),
        language="en",
    )
    (slide,) = opened(moved).slides
    *_, up, down = series_of(slide)
    assert [named(up), named(down)] == ["Move ↑", "Move ↓"]
    for one, side, starts, ways in ((up, "plus", ["4", "0"], ["4", "9"]), (down, "minus", ["5"], ["2"])):
        bars = one.find(qn("c:errBars"))
        assert [child.tag.split("}")[1] for child in bars] == [
            "errDir",
            "errBarType",
            "errValType",
            "noEndCap",
            side,
            "spPr",
        ]
        assert bars.find(qn("c:errBarType")).get("val") == side
        assert bars.find(qn("c:errValType")).get("val") == "cust"
        assert bars.find(qn("c:noEndCap")).get("val") == "1"
        assert [v.text for v in bars.findall(f"{qn('c:' + side)}//{qn('c:v')}")] == ways
        assert [v.text for v in one.findall(f"{qn('c:val')}//{qn('c:v')}")] == starts
        assert bars.find(f".//{qn('a:tailEnd')}").get("type") == "triangle"
        assert one.find(f"{qn('c:spPr')}/{qn('a:ln')}/{qn('a:noFill')}") is not None
    blob = chart_of(slide).chart.part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob))["Scores"]
    ref = up.find(f"{qn('c:errBars')}/{qn('c:plus')}//{qn('c:f')}").text
    assert ref == "'Scores'!$H$2:$H$5"
    assert [row[6:] for row in sheet.iter_rows(values_only=True)] == [
        ("Move ↑ (from)", "Move ↑", "Move ↓ (from)", "Move ↓"),
        (None, None, "=C2", "=C2-B2"),
        ("=C3", "=B3-C3", None, None),
        ("=C4", "=B4-C4", None, None),
        (None, None, None, None),
    ]
    known = openpyxl.load_workbook(io.BytesIO(blob), data_only=True)["Scores"]
    assert [known[place].value for place in ("G3", "H3", "I2", "J2")] == [4, 4, 5, 2]


def test_the_as_is_keeps_its_intervals_beside_the_arrows():
    block = CURVES._replace(shifts=(Shift("f", "raise", "Raise", 0, 9), Shift("p", "reduce", "Reduce", 5, 3)))
    lines = (block.lines[0], block.lines[1]._replace(points=(Point(5, 4, 6), Point(5), Point(0))), *block.lines[2:])
    (slide,) = opened(block._replace(lines=lines)).slides
    bars = {named(one): len(one.findall(qn("c:errBars"))) for one in series_of(slide)}
    assert bars == {"西南航空": 1, "今日": 1, "@Rivals": 0, "Move ↑": 1, "Move ↓": 1}


def test_a_legend_names_curves_alone():
    long = [f"This curve has a name of some sixty characters, which is {k}" for k in range(3)]
    block = curves("abc", [[5, 5, 5], [1, 5, 9], [3, 3, 3]], long, created=(2,))
    block = block._replace(shifts=(Shift("f0", "raise", "Raise", 1, 5),))
    (slide,) = opened(block).slides
    legend = chart_of(slide).chart._chartSpace.find(f".//{qn('c:legend')}")
    gone = [int(one.find(qn("c:idx")).get("val")) for one in legend.findall(qn("c:legendEntry"))]
    order = {
        int(one.find(qn("c:order")).get("val")): named(one)
        for kind in ("barChart", "lineChart")
        for one in series_of(slide, kind)
    }
    assert {order[k] for k in gone} == {"existing", "created", "Move ↑"}
    assert {name for k, name in order.items() if k not in gone} == set(long)


def test_created_factors_lie_in_a_zone_of_their_own():
    (slide,) = opened(CURVES).slides
    zones = series_of(slide, "barChart")
    assert [named(one) for one in zones] == ["existing", "created"]
    assert [[p.get("idx") for p in one.findall(f"{qn('c:val')}//{qn('c:pt')}")] for one in zones] == [["0", "1"], ["2"]]
    assert [one.find(f".//{qn('c:dLbl')}/{qn('c:idx')}").get("val") for one in zones] == ["0", "2"]
    assert [one.find(f"{qn('c:spPr')}/{qn('a:noFill')}") is None for one in zones] == [False, True]


def test_names_say_what_nobody_knows_and_how_many_answers_there_are():
    lines = (
        Line("us", "We", Style.OURS, (Point(3, n=12), Point(None), Point(9, n=40))),
        Line("r", "Rival", Style.RIVAL, (Point(None),) * 3),
    )
    (slide,) = opened(CURVES._replace(lines=lines, language="en")).slides
    assert [named(one) for one in series_of(slide)] == ["We (n = 12–40)", "Rival (unknown)"]


def test_ranges_that_a_chart_does_not_draw_are_not_spoken_of():
    said = "groups: from the lowest to the highest of their levels"
    block = CURVES._replace(note=f"{said} · Source: a panel", language="en")
    (slide,) = opened(block._replace(bands=(Band("Group", ("now", "r")),))).slides
    assert said not in texts(slide)[2]
    assert "Group: 今日, @Rivals" in texts(slide)[2]
    assert "Source: a panel" in texts(slide)[2]
