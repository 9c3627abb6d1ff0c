"""Workbooks as programs and people leave them: every trap is a message at its cell, and no file does harm."""

from __future__ import annotations

import datetime
import io
import re
import time
import zipfile
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from exchanging_files import AIR, GALLERY, after, cells, diff, opened, said, saved, taking

from bluecanvas.canvas import read
from bluecanvas.errors import CallError
from bluecanvas.exchanging.grids import Cell
from bluecanvas.exchanging.workbook_reading import sheets
from bluecanvas.exchanging.writing import as_workbook

SCORES = "xl/worksheets/sheet1.xml"


def parts(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def altered(pattern: str, by: str, part: str = SCORES) -> bytes:
    """The workbook of a canvas with a piece of its XML replaced."""
    files = parts(as_workbook(read(AIR.encode())))
    found, count = re.subn(pattern, by, files[part].decode(), count=1)
    assert count == 1, files[part][:3000]
    return zipped({**files, part: found.encode()})


def cell(value: str) -> bytes:
    """The workbook with another cell for the price of today."""
    return altered(r'<c r="D3" s="3"><v>6</v></c>', f'<c r="D3" s="3"{value}</c>')


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({"D3": "high"}, "'high' is not a level"),
        ({"D3": True}, "TRUE is not a level"),
        ({"D3": 17}, "17 is outside 0 to 10"),
        ({"D3": -1}, "-1 is outside 0 to 10"),
        ({"D3": "5,5"}, "'5,5' is not a level"),
        ({"D3": "#REF!"}, "#REF! is no value"),
        ({"D3": datetime.date(2026, 9, 8)}, "the program has made the date 2026-09-08 of what was typed"),
        ({"D3": datetime.time(8, 30)}, "the program has made the date 08:30 of what was typed"),
        ({"D3": "=1+1"}, "a formula that was never worked out is no value"),
        ({"B3": datetime.date(2026, 9, 8)}, "the program has made the date 2026-09-08 of what was typed"),
        ({"B3": False}, "FALSE is a truth value, not a text"),
        ({"A3": "prize"}, "there is no factor 'prize', and 'price' is gone"),
        ({"A3": "Ｐｒｉｃｅ_"}, "there is no factor 'Ｐｒｉｃｅ_'"),
        ({"A5": "speeed"}, "there is no factor 'speeed'"),
        ({"A4": "price"}, "'price' stands here a second time; the first is Scores!A3"),
        ({"A3": None, "B3": None}, "the row names no factor"),
        ({"D1": "plan"}, "'plan' stands here a second time; the first is Scores!C2"),
    ],
)
def test_a_slip_is_named_at_its_cell_and_nothing_is_taken(edit, expected):
    taken = cells(AIR, "Scores", C5=9, **edit)
    place = next(iter(edit))
    place = place.replace("D1", "D2")
    assert f"Scores!{place}: {expected}" in said(taken.problems)
    assert (taken.data, taken.edits) == (AIR.encode(), ())


def test_every_slip_is_told_in_one_run():
    def edit(book):
        book["Scores"]["D3"] = "high"
        book["Scores"]["E5"] = 99
        book["Moves"]["D2"] = "rise"
        book["Details"]["H2"] = "lo"
        book["Evidence"]["D2"] = "2026-13"
        book["Texts"]["D1"] = "Chinese!"

    assert {problem.place for problem in after(AIR, edit).problems} == {
        "Scores!D3", "Scores!E5", "Moves!D2", "Details!H2", "Evidence!D2", "Texts!D1",
    }  # fmt: skip


@pytest.mark.parametrize("typed", ["７", " 7 ", "7.0", "'7"[1:], "+7"])
def test_a_number_kept_as_text_is_the_number(typed):
    taken = cells(AIR, "Scores", D3=typed)
    assert said(taken.edits) == ["Scores!D3: price of today: 6 → 7"]


def test_full_width_digits_are_said():
    assert said(cells(AIR, "Scores", D3="７").notes) == ["Scores!D3: the text '７' is taken as the number 7"]


def test_the_value_a_formula_came_to_is_taken_and_said():
    taken = taking(AIR, cell("><f>3+4.1</f><v>7.1000000000000005</v>"))
    assert said(taken.edits) == ["Scores!D3: price of today: 6 → 7.1"]
    assert said(taken.notes) == ["Scores!D3: the formula's value 7.1 is taken"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('><f t="shared" si="0"/><v>7</v>', 7.0),
        (' t="str"><f>"7"</f><v>7</v>', "7"),
        (' t="inlineStr"><is><t>7</t></is>', "7"),
        (' t="inlineStr"><is><r><t>7</t></r><r><t>5</t></r><rPh sb="0" eb="1"><t>ナナ</t></rPh></is>', "75"),
        (' t="b"><v>1</v>', True),
        ("><v>7E0</v>", 7.0),
    ],
)
def test_cells_of_every_form(value, expected):
    grid = sheets("x.xlsx", cell(value))[0]
    assert grid.rows[3][3].value == expected


def test_errors_and_empty_formulas():
    assert sheets("x.xlsx", cell(' t="e"><f>A0</f><v>#NAME?</v>'))[0].rows[3][3] == Cell(computed=True, error="#NAME?")
    assert sheets("x.xlsx", cell("><f>NOW()</f>"))[0].rows[3][3].error == "a formula that was never worked out"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("yyyy-mm-dd", ["Evidence!D2: evidence survey date: “2026-09” → “2026-09-01”"]),
        ("mmm-yy", []),
        ('yyyy"年"m"月"', []),
        ("[$-409]mmmm yyyy", []),
    ],
)
def test_dates_are_what_they_are_shown_as(shown, expected):
    def edit(book):
        book["Evidence"]["D2"] = datetime.date(2026, 9, 1)
        book["Evidence"]["D2"].number_format = shown

    assert said(after(AIR, edit).edits) == expected


def test_years_counted_from_1904():
    files = parts(saved(opened(AIR)))
    book = files["xl/workbook.xml"].replace(b"<workbookPr/>", b'<workbookPr date1904="1"/>')
    assert book != files["xl/workbook.xml"]
    styled = opened(AIR)
    styled["Evidence"]["D2"] = 1.0
    styled["Evidence"]["D2"].number_format = "yyyy-mm-dd"
    files = {**parts(saved(styled)), "xl/workbook.xml": book}
    assert said(taking(AIR, zipped(files)).edits) == ["Evidence!D2: evidence survey date: “2026-09” → “1904-01-02”"]


def test_a_percentage_is_no_level():
    def edit(book):
        book["Scores"]["D3"] = 0.55
        book["Scores"]["D3"].number_format = "0%"

    taken = after(AIR, edit)
    assert said(taken.problems) == ["Scores!D3: the cell shows 55%, and holds 0.55"]
    assert taken.data == AIR.encode()


def test_a_percentage_is_a_level_on_a_scale_of_shares():
    def edit(book):
        book["Scores"]["C3"] = 0.55
        book["Scores"]["C3"].number_format = "0%"

    canvas = "bluecanvas: 1\ntitle: Air\nscale: {max: 1, step: 0.01}\nscores:\n  - [Factor, Us]\n  - [Price, 0.2]\n"
    assert diff(canvas, after(canvas, edit)) == ["-  - [Price, 0.2]", "+  - [Price, 0.55]"]


def test_a_share_may_be_shown_as_a_percentage():
    def edit(book):
        book["Curves"]["E4"] = 0.125
        book["Curves"]["E4"].number_format = "0.0%"

    taken = after(AIR, edit)
    assert said(taken.edits) == ["Curves!E4: curve rail share: nothing → 0.125"]
    assert said(taken.notes) == ["Curves!E4: 12.5% is taken as 0.125"]


def test_merged_cells_are_refused_where_they_hide_something():
    taken = after(AIR, lambda book: book["Scores"].merge_cells("D3:D4"))
    assert said(taken.problems) == ["Scores!D3: the cells D3:D4 are merged"]

    def banner(book):
        book["Moves"].insert_rows(1)
        book["Moves"]["A1"] = "Our moves"
        book["Moves"].merge_cells("A1:D1")

    assert after(AIR, banner).problems == ()


def test_blank_rows_hidden_columns_and_filtered_rows_are_read():
    def edit(book):
        book["Scores"].insert_rows(4)
        book["Scores"]["D5"] = 8
        book["Scores"].column_dimensions["D"].hidden = True
        book["Scores"].row_dimensions[5].hidden = True

    taken = after(AIR, edit)
    assert said(taken.edits) == ["Scores!D5: meals of today: 5 → 8"]
    assert said(taken.notes) == ["Scores!D: the column is hidden; it is taken all the same"]


def test_rows_and_columns_may_stand_in_another_order():
    def edit(book):
        sheet = book["Scores"]
        rows = [[one.value for one in row] for row in sheet.iter_rows(max_col=5)]
        for r, row in enumerate([*rows[:2], rows[4], rows[2], rows[3]], 1):
            for c, value in enumerate([*row[:2], row[4], row[3], row[2]], 1):
                sheet.cell(r, c).value = value
        sheet["C3"] = 2

    assert said(after(AIR, edit).edits) == ["Scores!C3: speed of rail: 7 → 2"]


@pytest.mark.parametrize(
    ("rename", "expected"),
    [
        ({"Scores": "Score"}, ["Score: a canvas has no sheet 'Score'"]),
        ({"Scores": "Levels"}, ["there is no sheet Scores"]),
        ({"Moves": "Movess"}, ["Movess: a canvas has no sheet 'Movess'"]),
        ({"Moves": "MOVES "}, []),
    ],
)
def test_sheets_that_are_called_otherwise(rename, expected):
    def edit(book):
        for old, new in rename.items():
            book[old].title = new

    assert said(after(AIR, edit).problems) == expected


def test_sheets_that_are_gone_are_said_and_own_sheets_left_alone():
    def edit(book):
        del book["Moves"]
        book.create_sheet("Our workshop")["A1"] = "hello"

    taken = after(AIR, edit)
    assert said(taken.notes) == [
        "Our workshop: the sheet is not the canvas's, and is not taken",
        "there is no sheet Moves, so nothing of that is taken",
    ]
    assert (taken.problems, taken.kept) == ((), ())


def test_own_columns_are_said_and_slips_of_headings_are_not_passed_over():
    assert said(cells(AIR, "Moves", L1="Remarks", L2="hello", M3="stray").notes) == [
        "Moves!L1: the column 'Remarks' is not the canvas's, and is not taken",
        "Moves!M3: this stands under no heading, and is not taken",
    ]
    assert said(cells(AIR, "Moves", H1="ownr").problems) == ["Moves!H1: there is no column 'ownr'"]
    assert said(cells(AIR, "Curves", D1="role").problems) == ["Curves!D1: the columns C and D are both called `role`"]
    assert said(cells(AIR, "Evidence", A1="#").problems) == ["Evidence!A1: no row names the column `id`"]


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_our_workbooks_hold_no_formula_and_no_link_and_every_part_is_xml(path):
    for name, data in parts(as_workbook(read(path.read_bytes()))).items():
        ET.fromstring(data)
        assert b'TargetMode="External"' not in data
        assert not (name.startswith("xl/worksheets/sheet") and re.search(rb"<f[ >]", data))


def test_a_text_that_looks_like_a_formula_is_a_text():
    taken = cells(AIR.replace("meals: Meals", "meals: =1+1"), "Scores", D3=7)
    assert said(taken.edits) == ["Scores!D3: price of today: 6 → 7"]
    book = opened(AIR.replace("meals: Meals", "meals: =1+1"))
    assert {one.data_type for row in book["Scores"].iter_rows() for one in row} <= {"s", "n"}


def test_what_spreadsheets_escape_comes_back():
    name = '"_x0041_ <&> 👩‍🚀 海底撈"'
    canvas = AIR.replace("meals: Meals", f"meals: {name}")
    assert taking(canvas, as_workbook(read(canvas.encode()))) == (canvas.encode(), (), (), (), ())
    assert taking(canvas, saved(opened(canvas))).edits == ()


def test_a_name_that_is_there_twice_is_told_apart_by_its_id():
    canvas = AIR.replace("rail:\n    scores", "rail:\n    name: Us today\n    scores")
    assert opened(canvas)["Scores"]["E2"].value == "Us today (2)"
    assert taking(canvas, as_workbook(read(canvas.encode()))).edits == ()
    assert diff(canvas, cells(canvas, "Scores", E5=6)) == ["-      speed: 7", "+      speed: 6"]


def test_a_text_longer_than_a_cell_is_not_cut():
    canvas = AIR.replace("title: Short-haul air", f"title: {'x' * 40_000}")
    assert taking(canvas, as_workbook(read(canvas.encode()))).edits == ()
    taken = cells(canvas, "Texts", C2="short")
    assert said(taken.problems) == ["Texts!C2: the text is longer than a cell can hold"]


def bomb() -> bytes:
    files = parts(as_workbook(read(AIR.encode())))
    return zipped({**files, "xl/media/x.bin": b"\0" * 300_000_000})


def stuffed(inner: bytes) -> bytes:
    """The workbook with something before its cells, not packed at all."""
    files = parts(as_workbook(read(AIR.encode())))
    stuff = files[SCORES].replace(b"<sheetData>", inner + b"<sheetData>")
    return zipped({**files, SCORES: stuff}, zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "cannot be opened"),
        (b"id,name\n", "cannot be opened"),
        (b"PK\x03\x04torn", "cannot be opened"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked with a password or comes from an old program"),
        (zipped({"a.txt": b"x"}), "[Content_Types].xml is missing"),
        (bomb, "which is not opened"),
        (lambda: altered("<sheetData>", "<sheetData><x>" * 200, SCORES), "nested too deep|is no XML"),
        (lambda: altered(r"\?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', SCORES), "has a document type"),
        (lambda: altered("</sheetData>", "</sheet", SCORES), "is no XML"),
        (lambda: altered('<c r="D3" s="3"><v>6', '<c r="D3" t="s"><v>99999', SCORES), "a text that is not there"),
        (lambda: altered('<c r="D3" s="3"><v>6', '<c r="D3"><v>six', SCORES), "'six' as a number"),
        (lambda: altered('<c r="D3" s="3"><v>6', '<c r="D3"><v>NaN', SCORES), "'NaN' as a number"),
        (lambda: altered('<c r="D3" s="3"><v>6', '<c r="D3"><v>1e999', SCORES), "'1e999' as a number"),
        (lambda: altered("spreadsheetml.sheet.main", "wordprocessingml.document.main", "[Content_Types].xml"),
         "it holds something else"),
        (lambda: stuffed(b"<x " + b" ".join(b'a%d=""' % k for k in range(500_000)) + b"/>"), "holds more at a place"),
        (lambda: stuffed(b"<x a='" + b">" * 10_000_000 + b"'/>"), "holds more at a place"),
        (lambda: stuffed(b"<x>" + b"<y/>" * 100_000 + b"</x>"), "has more in one place"),
        (lambda: stuffed(b"<row/>" * 1_100_000), "holds too much"),
        (lambda: stuffed(b"<!--" + b"<" * 700_000 + b" " * 14_000_000 + b"-->"), "holds more at a place"),
        (lambda: altered("worksheets/sheet1.xml", "worksheets/gone.xml", "xl/_rels/workbook.xml.rels"), "is missing"),
    ],
)  # fmt: skip
def test_files_that_are_none_or_made_to_do_harm_are_refused_at_once(data, expected):
    data = data() if callable(data) else data
    begun = time.process_time()
    with pytest.raises(CallError) as error:
        sheets("x.xlsx", data)
    assert re.search(expected.replace("[", r"\["), error.value.message)
    assert time.process_time() - begun < 10  # what does harm would take minutes; a busy machine is slow


def test_many_cells_are_refused_and_many_empty_rows_are_not():
    book = openpyxl.Workbook()
    for row in range(1100):
        book.active.append([row] * 100)
    with pytest.raises(CallError, match=r"too many filled cells|holds too much"):
        sheets("x.xlsx", saved(book))
    rows = "".join(f'<row r="{r}"><c r="A{r}" s="2"/></row>' for r in range(10, 60_000))
    assert taking(AIR, altered("</sheetData>", f"{rows}</sheetData>")).data == AIR.encode()


def test_the_strict_form_of_the_format_is_read():
    files = {
        name: data.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, data in parts(as_workbook(read(AIR.encode()))).items()
    }  # fmt: skip
    assert taking(AIR, zipped(files)).data == AIR.encode()
