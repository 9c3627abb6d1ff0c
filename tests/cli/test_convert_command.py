"""`bluecanvas convert`: files in and out, what is said, and which status it ends with."""

from __future__ import annotations

import io
import json
import os
import stat
from pathlib import Path

import openpyxl
import pytest
from samples import TABLE

from bluecanvas.publishing.shipped import examples

GALLERY = [example.path for example in examples()]


@pytest.fixture
def book(call, air):
    """The workbook of a canvas in the current folder: its name."""
    assert call("convert", air, "air.xlsx").status == 0
    return "air.xlsx"


def edit(file: str, sheet: str, **cells: object) -> None:
    book = openpyxl.load_workbook(file)
    for place, value in cells.items():
        book[sheet][place] = value
    book.save(file)


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_an_unedited_round_trip_changes_nothing(call, tmp_path, path, ending):
    canvas = tmp_path / path.name
    canvas.write_bytes(path.read_bytes())
    os.utime(canvas, (1, 1))
    assert call("convert", path.name, f"x.{ending}").status == 0
    done = call("convert", f"x.{ending}", "--into", path.name)
    assert (done.status, done.out) == (0, "")
    assert done.err == f"nothing changes in {path.name}\n"
    assert canvas.read_bytes() == path.read_bytes()
    assert canvas.stat().st_mtime == 1


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_a_new_canvas_passes_its_check(call, air, ending):
    call("convert", air, f"x.{ending}")
    done = call("convert", f"x.{ending}", "new.canvas.yaml")
    assert (done.status, done.err.splitlines()[-1]) == (0, "wrote new.canvas.yaml")
    assert call("check", "new.canvas.yaml").status == 0


def test_edited_cells_are_told_and_taken(call, air, book):
    edit(book, "Scores", C3=3, D4="?")
    done = call("convert", book, "--into", air)
    assert done.status == 0
    assert done.err.splitlines() == [
        "air.xlsx: Scores!C3: Price of Us: 2 → 3",
        "air.xlsx: Scores!D4: Meals of Us today: 5 → nothing",
        "wrote air.canvas.yaml",
    ]
    assert Path(air).read_text() == TABLE.replace("[Price,      2,", "[Price,      3,").replace(
        "1,        5,", "1,        null,"
    )


def test_the_diff_is_shown_and_nothing_written(call, air, book):
    edit(book, "Scores", C3=3)
    done = call("convert", book, "--into", air, "--diff")
    assert done.status == 0
    assert [line for line in done.out.splitlines() if line.startswith(("-  ", "+  "))] == [
        "-  - [Price,      2,        4,    3,        6]",
        "+  - [Price,      3,        4,    3,        6]",
    ]
    assert Path(air).read_text() == TABLE
    assert call("convert", book, "--into", air, "--diff").out == done.out


def test_the_workbook_wins_where_it_is_told_to(call, air, book):
    edit(book, "Scores", C3=3)
    Path(air).write_text(TABLE.replace("[Price,      2,", "[Price,      4,"))
    done = call("convert", book, "--into", air)
    assert done.status == 1
    assert done.err.splitlines()[:2] == [
        "error: air.xlsx: Scores!C3: 2 became 3 here, and 4 in the canvas",
        "  hint: write what is to hold in both, or let the workbook win with --force",
    ]
    assert call("convert", book, "--into", air, "--force").status == 0
    assert Path(air).read_text() == TABLE.replace("[Price,      2,", "[Price,      3,")


def test_problems_are_told_all_at_once_and_nothing_is_written(call, air, book):
    edit(book, "Scores", C3=3, D4="high", E5=17, A6="Hbs")
    done = call("convert", book, "--into", air)
    assert done.status == 1
    assert done.err.splitlines() == [
        "error: air.xlsx: Scores!D4: 'high' is not a level",
        "  hint: levels run from 0 to 10; ? says that one is unknown",
        "error: air.xlsx: Scores!A6: there is no factor 'Hbs', and 'Hubs' is gone",
        "  hint: write `Hubs` where it is meant; something new is taken where all others are there",
        "error: air.xlsx: Scores!E5: 17 is outside 0 to 10",
        "  hint: levels run from 0 to 10; another scale is declared with scale: {min: …, max: …}",
        "error: air.xlsx is not taken, and nothing was written",
        "hint: mend what is said above, and run it again",
    ]
    assert Path(air).read_text() == TABLE


def test_nothing_is_overwritten_without_being_told_to(call, air, book):
    assert call("convert", air, book).status == 0  # the same bytes
    edit(book, "Scores", C3=3)
    kept = Path(book).read_bytes()
    done = call("convert", air, book)
    assert (done.status, done.err.splitlines()[0]) == (2, "error: air.xlsx is there already")
    assert Path(book).read_bytes() == kept
    assert call("convert", air, book, "--force").status == 0
    assert Path(book).read_bytes() != kept
    Path("new.canvas.yaml").write_text("mine")
    assert call("convert", book, "new.canvas.yaml").status == 2
    assert Path("new.canvas.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["air.canvas.yaml"], "what is to be written?"),
        (["x.xlsx", "y.canvas.yaml", "--into", "air.canvas.yaml"], "what is to be written?"),
        (["air.canvas.yaml", "b.canvas.yaml"], "are of one kind"),
        (["x.xlsx", "x.csv"], "are of one kind"),
        (["air.canvas.yaml", "--into", "x.xlsx"], "--into takes a workbook, CSV or JSON into a canvas"),
        (["x.xls", "new.canvas.yaml"], "x.xls is an old workbook"),
        (["x.ods", "new.canvas.yaml"], "x.ods is a workbook of another kind"),
        (["x.docx", "new.canvas.yaml"], "x.docx is neither a canvas nor a table"),
        (["x.xlsx", "new.canvas.yaml"], "there is no file x.xlsx"),
        (["x.xlsx", "--into", "none.canvas.yaml"], "there is no file none.canvas.yaml"),
        (["none.canvas.yaml", "x.xlsx"], "there is no file none.canvas.yaml"),
        (["air.canvas.yaml", "no/x.xlsx"], "there is no folder no"),
        (["folder.csv", "new.canvas.yaml"], "folder.csv is no regular file"),
        (["air.canvas.yaml", "x.xlsx", "--diff"], "--diff shows what --into would change"),
        (["x.csv", "--into", "-"], "a canvas on standard input cannot be written to"),
        (["torn.xlsx", "new.canvas.yaml"], "torn.xlsx is not an Excel workbook (.xlsx): it cannot be opened"),
    ],
)
def test_wrong_calls_are_answered(call, air, words, said):
    Path("folder.csv").mkdir()
    Path("torn.xlsx").write_bytes(b"PK\x03\x04")
    done = call("convert", *words)
    assert done.status == 2
    assert said in done.err.splitlines()[0]
    assert not Path("new.canvas.yaml").exists()


def test_a_broken_canvas_is_not_converted(call, broken):
    done = call("convert", broken, "x.xlsx")
    assert done.status == 1
    assert "broken.canvas.yaml:8:17: error BC001 17 is outside 0 to 10" in done.err
    assert not Path("x.xlsx").exists()


def test_a_canvas_from_standard_input(call):
    assert call("convert", "-", "x.json", stdin=TABLE.encode()).status == 0
    assert json.loads(Path("x.json").read_text())["scores"][1] == ["Price", 2, 4, 3, 6]


def test_what_a_format_leaves_out_is_said(call, air):
    Path(air).write_text(TABLE + "journey: {stages: [a]}\n")
    assert call("convert", air, "x.csv").err == (
        "note: CSV holds names and levels only; .xlsx and .json hold more\nwrote x.csv\n"
    )
    assert call("convert", air, "x.xlsx").err == (
        "note: the workbook leaves out journey; JSON holds all of a canvas\nwrote x.xlsx\n"
    )


def test_translated_reasons_of_levels_are_said_to_be_left_out(call):
    Path("a.canvas.yaml").write_text(
        "bluecanvas: 1\ntitle: Air\nfactors: {price: Price}\n"
        "curves: {us: {scores: {price: {value: 2, why: {en: Cheap, zh-Hant: 便宜}}}}}\n",
        encoding="utf-8",
    )
    said = "note: the workbook leaves out translations of why a level is what it is; JSON holds all of a canvas\n"
    assert call("convert", "a.canvas.yaml", "x.xlsx").err == f"{said}wrote x.xlsx\n"


def test_a_link_stays_a_link_and_the_mode_stays(call, air, book):
    Path("link.canvas.yaml").symlink_to(air)
    Path(air).chmod(0o640)
    edit(book, "Scores", C3=3)
    assert call("convert", book, "--into", "link.canvas.yaml").status == 0
    assert Path("link.canvas.yaml").is_symlink()
    assert stat.S_IMODE(Path(air).stat().st_mode) == 0o640
    assert "[Price,      3," in Path(air).read_text()


def test_the_workbook_is_the_same_bytes_every_time(call, air, monkeypatch):
    call("convert", air, "a.xlsx")
    monkeypatch.setattr("time.time", lambda: 4e9)
    call("convert", air, "b.xlsx")
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()


def test_the_workbook_is_one_to_work_in(call, air, book):
    opened = openpyxl.load_workbook(book)
    assert opened.sheetnames == [
        "Scores", "Moves", "Evidence", "Texts", "Factors", "Curves", "Details", "Canvas", "Exported",
    ]  # fmt: skip
    scores = opened["Scores"]
    assert [[cell.value for cell in row] for row in scores.iter_rows(max_row=3)] == [
        ["levels: 0 to 10", "? = unknown; above each curve its id", "Us", "Us today", "Rail", "Airlines"],
        ["id", "name", "Us", "Us today", "Rail", "Airlines"],
        ["Price", "Price", 2, 4, 3, 6],
    ]
    assert scores.freeze_panes == "C3"
    assert scores.tables["Table1"].ref == "A2:F8"
    (chart,) = scores._charts
    assert [series.val.numRef.f for series in chart.series][:2] == ["'Scores'!$C$3:$C$8", "'Scores'!$D$3:$D$8"]
    assert {series.cat.strRef.f for series in chart.series} == {"'Scores'!$B$3:$B$8"}
    assert [series.tx.strRef.f for series in chart.series][:2] == ["'Scores'!$C$2", "'Scores'!$D$2"]
    assert opened["Exported"].sheet_state == "hidden"
    assert opened["Canvas"]["B2"].value == "2026"  # a date is text
    assert opened["Canvas"]["B2"].number_format == "@"
    assert opened["Evidence"].column_dimensions["D"].width >= 9


def test_levels_and_places_in_another_script(call):
    Path("海底撈.canvas.yaml").write_text(
        "bluecanvas: 1\ntitle: 海底撈\nscores:\n  - [因素, 我們, 同業]\n  - [價格.一, 6, 5]\n  - [等位, 9, null]\n",
        "utf-8",
    )
    assert call("convert", "海底撈.canvas.yaml", "評分.xlsx").status == 0
    edit("評分.xlsx", "Scores", D4="３", C3=7)
    done = call("convert", "評分.xlsx", "--into", "海底撈.canvas.yaml")
    assert done.err.splitlines() == [
        "評分.xlsx: Scores!C3: 價格.一 of 我們: 6 → 7",
        "評分.xlsx: Scores!D4: 等位 of 同業: nothing → 3",
        "note: 評分.xlsx: Scores!D4: the text '３' is taken as the number 3",
        "wrote 海底撈.canvas.yaml",
    ]


def test_nothing_heavy_is_imported(spawn, air):
    done = spawn("convert", "--help")
    assert (done.status, "--into" in done.out) == (0, True)


def test_a_hostile_workbook_brings_no_traceback(call, air, book):
    data = Path(book).read_bytes()
    for at in range(0, len(data), max(1, len(data) // 60)):
        torn = io.BytesIO(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]).getvalue()
        Path("torn.xlsx").write_bytes(torn)
        assert call("convert", "torn.xlsx", "--into", air).status in (0, 1, 2)
        assert Path(air).read_text() == TABLE
