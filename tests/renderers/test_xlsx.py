"""Excel: opened again with openpyxl and calamine; the cells, the table over them, and the chart that follows them."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from hard_cases import HARD, curves
from office_files import faults, parts
from test_every_block import BLOCKS, HOSTILE

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
from bluecanvas.renderers import Look, render
from bluecanvas.words import label

CURVES = Curves(
    "海底撈: 2026/27",
    (Axis("p", "價格", price=True), Axis("s", "=Service", created=True)),
    (
        Line("us", "我們", Style.OURS, (Point(3), Point(8.5, 8, 9))),
        Line("r", "@Rivals", Style.RIVAL, (Point(7), Point(None))),
    ),
    subtitle="Wait as if at home",
    note="Source: a panel",
    language="zh-Hant",
)


def opened(*blocks: Block) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render("xlsx", blocks, Look())))


def values(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("name", [*BLOCKS, *HARD])
def test_every_block_is_well_formed_without_formulas_or_links(name):
    assert faults(render("xlsx", [{**BLOCKS, **HARD}[name]], Look())) == []


def test_levels_are_cells_and_what_is_unknown_is_empty():
    sheet = opened(CURVES)["海底撈- 2026-27"]
    assert [row[:5] for row in values(sheet)[:3]] == [
        ["Factor", "我們", "@Rivals", "我們 (低)", "我們 (高)"],
        ["價格", 3, 7, None, None],
        ["=Service", 8.5, None, 8, 9],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert sheet["A2"].number_format == "@"
    assert {sheet["A1"].font.name, sheet["A2"].font.name} == {"Microsoft JhengHei"}


def test_the_levels_are_a_table_with_its_header_in_sight():
    sheet = opened(CURVES).worksheets[0]
    (table,) = sheet.tables.values()
    assert (table.ref, table.column_names[:3]) == ("A1:G3", ["Factor", "我們", "@Rivals"])
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width >= 9


def test_the_chart_follows_the_cells():
    (chart,) = opened(CURVES).worksheets[0]._charts
    assert [series.val.numRef.f for series in chart.series] == [f"'海底撈- 2026-27'!${at}$2:${at}$3" for at in "FG"]
    (chart,) = chart._charts[1:]
    assert [series.val.numRef.f for series in chart.series] == [
        "'海底撈- 2026-27'!$B$2:$B$3",
        "'海底撈- 2026-27'!$C$2:$C$3",
    ]
    assert {series.cat.strRef.f for series in chart.series} == {"'海底撈- 2026-27'!$A$2:$A$3"}
    assert [[point.v for point in series.val.numRef.numCache.pt] for series in chart.series] == [[3, 8.5], [7]]
    assert chart.series[1].val.numRef.numCache.ptCount == 2
    (chart,) = opened(CURVES).worksheets[0]._charts
    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max) == (0, 10)
    assert [run.t for line in chart.title.tx.rich.p for run in line.r] == ["海底撈: 2026/27", "Wait as if at home"]
    xml = parts(render("xlsx", [CURVES], Look()))["xl/charts/chart1.xml"].decode()
    assert '<c:dispBlanksAs val="gap"/>' in xml
    assert 'typeface="Microsoft JhengHei"' in xml


def test_the_chart_says_what_it_shows_and_how_to_read_it():
    drawing = parts(render("xlsx", [CURVES], Look()))["xl/drawings/drawing1.xml"].decode()
    assert "我們：價格 3、=Service 8.5" in drawing
    below = [cell.value for row in opened(CURVES).worksheets[0].iter_rows(min_row=20) for cell in row if cell.value]
    assert below == ["price: high = expensive · created：=Service", "Source: a panel"]


def test_numbers_of_a_table_are_numbers():
    table = Table("T", ("Name", "Level"), (("a", "1.5"), ("007", "−2"), ("=1", "–")), frozenset({1}))
    assert values(opened(table).worksheets[0]) == [["Name", "Level"], ["a", 1.5], ["007", -2], ["=1", None]]


def test_names_of_sheets_are_legal_and_each_another():
    titles = ["a/b", "a:b", "A-B", "History", "", "'", "x" * 40, "x" * 41, "界" * 40, "🚀" * 40, "[*?]"]
    names = opened(*(Prose(title, ("x",)) for title in titles)).sheetnames
    assert names[:6] == ["a-b", "a-b (2)", "A-B (3)", "History (2)", "–", "– (2)"]
    assert len({name.casefold() for name in names}) == len(titles)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_headings_of_a_table_are_there_and_none_twice():
    table = Table("T", ("a", "A", "", "", "b" * 300), (("1",) * 5,))
    first, second, third, fourth, fifth = opened(table).worksheets[0].tables["Table1"].column_names
    assert (first, second, third, fourth) == ("a", "A (2)", "–", "– (2)")
    assert len(fifth) == 255


def test_texts_of_any_kind_come_back():
    rows = ["_x0041_", "a\x00b\x1b", "\u202eevil", "👨‍👩‍👧", "<&>\"'", "x" * 40_000, " a  b\n"]
    back = [row[0] for row in values(opened(Table("T", ("h",), tuple((row,) for row in rows))).worksheets[0])[1:]]
    assert back[:5] == ["_x0041_", "a\\x00b\\x1b", "<U+202E>evil", "👨‍👩‍👧", "<&>\"'"]
    assert len(back[5]) == 32_767
    assert back[6] == "a b"


def test_a_fast_reader_reads_it_too():
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(render("xlsx", [CURVES], Look())))
    assert book.get_sheet_by_index(0).to_python()[1][:3] == ["價格", 3, 7]


def test_the_same_bytes_on_any_day(monkeypatch):
    first = render("xlsx", [CURVES, BLOCKS["grid"]], Look())
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert render("xlsx", [CURVES, BLOCKS["grid"]], Look()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(archive.namelist())


def test_who_made_it_and_when_is_not_told():
    about = opened(CURVES).properties
    assert (about.creator, about.title, about.lastModifiedBy) == ("bluecanvas", CURVES.title, None)


def test_nothing_to_write_is_said():
    with pytest.raises(CallError, match="nothing to write"):
        render("xlsx", [], Look())


def test_hostile_names_stand_in_the_cells_as_pictures_show_them():
    shown = opened(curves((HOSTILE,), [[5]], (HOSTILE,))).worksheets[0]["A2"].value
    assert shown == "<b>|*_`[x](y)\\</b> $x^2$ [/red] \\x1b[31m <U+202E> =1+1 價格 🚀"


def test_means_ranges_and_moves_have_columns_of_their_own():
    block = CURVES._replace(
        derived=(Line("mean", "Mean", Style.OTHER, (Point(5), Point(8.5))),),
        bands=(Band("Group", ("us", "r")),),
        shifts=(Shift("s", "raise", "Raise", 4, 8),),
    )
    header, first, second = values(opened(block).worksheets[0])[:3]
    assert header[:4] == ["Factor", "我們", "@Rivals", "Mean"]
    assert header[6:9] == ["Group (低)", "Group (高)", "Move"]
    assert (first[6:9], second[6:9]) == ([3, 7, None], [8.5, 8.5, "Raise 4 → 8"])
    assert header[9:13] == ["existing", "created", "Move ↑ (現況)", "Move ↑"]
    assert second[9:13] == [None, 10, 4, 4]
    (chart,) = opened(block).worksheets[0]._charts
    assert [len(each.series) for each in chart._charts] == [2, 4]


def test_a_dark_chart_brings_its_own_ground():
    xml = parts(render("xlsx", [CURVES], Look(theme="dark")))["xl/charts/chart1.xml"].decode()
    assert '<c:spPr><a:solidFill><a:srgbClr val="101820"/></a:solidFill><a:ln>' in xml


def test_a_very_long_title_leaves_the_curves_their_room():
    long = CURVES._replace(title="A title that goes on and on. " * 200, subtitle="And so does the tagline. " * 200)
    chart = parts(render("xlsx", [long], Look()))["xl/charts/chart1.xml"].decode()
    x, y, w, h = (
        float(re.search(rf'<c:layoutTarget val="inner"/>.*?<c:{key} val="([^"]+)"', chart)[1]) for key in "xywh"
    )
    assert 0 < x < x + w <= 1
    assert 0 < y < y + h <= 1
    assert h > 0.3


def test_curves_without_a_level_are_named_in_a_legend():
    unknown = CURVES._replace(lines=tuple(line._replace(points=(Point(None), Point(None))) for line in CURVES.lines))
    assert "<c:legend>" in parts(render("xlsx", [unknown], Look()))["xl/charts/chart1.xml"].decode()


def test_small_multiples_are_charts_below_each_other_that_follow_one_table():
    block = curves("abc", [[5, 5, 5], [1, 5, 9], [3, 3, 3]], ("We", "Alpha", "Beta"))
    (sheet,) = opened(Facets(block, (("c0", "c1"), ("c0", "c2")))).worksheets
    assert [row[:4] for row in values(sheet)[:2]] == [["Factor", "We", "Alpha", "Beta"], ["a", 5, 1, 3]]
    first, second = sheet._charts
    assert [series.val.numRef.f[-9:-5] for chart in (first, second) for series in chart.series] == [
        "$B$2",
        "$C$2",
        "$B$2",
        "$D$2",
    ]
    assert [run.t for chart in (first, second) for line in chart.title.tx.rich.p for run in line.r] == [
        "A title: We – Alpha",
        "A title: We – Beta",
    ]
    assert second.anchor._from.row * 15 >= 480


def test_small_multiples_with_levels_of_their_own_are_a_sheet_each():
    parts_ = tuple(CURVES._replace(title=title) for title in ("Business", "Leisure"))
    book = opened(Facets(CURVES, (), parts_))
    assert book.sheetnames == ["Business", "Leisure"]
    assert [len(sheet._charts) for sheet in book] == [1, 1]


@pytest.mark.parametrize(
    ("language", "word", "colon"), [("en", "Eliminate–reduce–raise–create", ": "), ("zh-Hant", "", "：")]
)
def test_a_grid_is_called_by_whose_it_is(language, word, colon):
    word = word or label("errc", language)
    grids = [
        BLOCKS["grid"]._replace(title=f"{word}{colon}{name}", language=language) for name in ("Point to point", "Club")
    ]
    assert opened(*grids).sheetnames == ["ERRC Point to point", "ERRC Club"]


def test_a_grid_without_levels_to_start_from_has_no_column_for_them():
    move = Move("Speed", None, 8, 5.5, "rivals", "in time")
    cells = (Cell("eliminate", "Eliminate", (), "nothing here"), Cell("raise", "Raise", (move,)))
    (sheet,) = opened(Grid("Moves", cells)).worksheets
    assert values(sheet) == [
        ["Action", "Factor", "To", "Against", "Gap", "Why"],
        ["Eliminate", "–", None, "", None, "nothing here"],
        ["Raise", "Speed", 8, "rivals 5.5", 2.5, "in time"],
    ]


def test_a_column_in_which_nothing_stands_is_left_out_but_for_the_first_and_those_of_a_table_without_rows():
    tables = (
        Table("Gaps", ("", "a", "b", "c"), (("", "1", "–", ""), ("", "0", "–", "")), frozenset({1, 2})),
        Table("No rows", ("a", "b"), ()),
    )
    assert [values(sheet) for sheet in opened(*tables).worksheets] == [
        [["–", "a"], ["", 1], ["", 0]],
        [["a", "b"]],
    ]


def test_a_curve_nobody_knows_says_so_in_the_chart():
    unknown = CURVES._replace(lines=tuple(line._replace(points=(Point(None), Point(None))) for line in CURVES.lines))
    assert values(opened(unknown).worksheets[0])[0][1:3] == ["我們 (unknown)", "@Rivals (unknown)"]


def test_a_grid_has_exact_numbers_and_shows_two_decimals_of_those_that_have_more():
    moves = (
        Move("Speed", 4.75, 9, 14 / 3, "rivals"),
        Move("Ease", None, 8, 3.25, "rivals"),
        Move("Odd", 1, 2, None, ""),
    )
    grid = Grid("G", (Cell("raise", "Raise", moves), Cell("create", "Create", (), "nothing yet")))
    sheet = opened(grid).worksheets[0]
    assert [row[2:6] for row in values(sheet)[1:]] == [
        [4.75, 9, "rivals 4.67", 4.333333333],
        [None, 8, "rivals 3.25", 4.75],
        [1, 2, "–", None],
        [None, None, "", None],
    ]
    formats = [[cell.number_format for cell in row if cell.value is not None] for row in sheet["C2:F3"]]
    assert formats == [["General", "General", "@", "0.00"], ["General", "@", "General"]]
    assert values(sheet)[4] == ["Create", "–", None, None, "", None, "nothing yet"]
