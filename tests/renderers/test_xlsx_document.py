"""Documents in Excel: opened again with openpyxl; a sheet a table, forms to fill in, and what is printed."""

from __future__ import annotations

import io

import openpyxl
import pytest
from office_files import faults
from test_every_block import BLOCKS, HOSTILE

from bluecanvas.blocks import Curves, Facets, Prose
from bluecanvas.documents import Document, Heading, Listing, Notes, Paragraph, Piece, Quote, Rows, Run, Shown
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look, publish
from bluecanvas.words import visible


def heading(words: str) -> Heading:
    return Heading(2, (Run(words),))


def rows(header: str, *lines: str, numeric: tuple[int, ...] = ()) -> Rows:
    """A table from lines whose cells are parted by bars."""

    def cells(line: str) -> tuple[tuple[Run, ...], ...]:
        return tuple((Run(cell.strip()),) if cell.strip() else () for cell in line.split("|"))

    return Rows(cells(header), tuple(map(cells, lines)), frozenset(numeric))


def made(*pieces: Piece, **about: object) -> bytes:
    said = {"title": "The title", "language": "en", **about}
    return publish("xlsx", Document(pieces=pieces, **said), Look())


def opened(*pieces: Piece, **about: object) -> openpyxl.Workbook:
    data = made(*pieces, **about)
    assert faults(data) == []
    return openpyxl.load_workbook(io.BytesIO(data))


def values(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_every_table_has_a_sheet_named_after_the_heading_above_it():
    book = opened(
        rows("a", "before any"),
        heading("Levels: 1/2"),
        Paragraph((Run("text"),)),
        rows("b", "1"),
        Listing(((rows("c", "2"),),)),
        heading("A heading of more than thirty-one characters"),
        Quote((rows("d", "3"),)),
        Notes((rows("e", "left out"),)),
    )
    assert {sheet.title: values(sheet) for sheet in book.worksheets} == {
        "The title": [["a"], ["before any"]],
        "Levels- 1-2": [["b"], ["1"]],
        "Levels- 1-2 (2)": [["c"], ["2"]],
        "A heading of more than thirty-…": [["d"], ["3"]],
    }


def test_numbers_are_numbers_and_links_and_formulas_are_texts():
    link = Rows(
        ((Run("source"),), (Run("n"),)),
        (
            ((Run("a "), Run("survey", bold=True, link="https://example.org/?a=1")), (Run("1.5"),)),
            ((Run("=1+1"),), (Run("–"),)),
            ((Run("https://example.org", link="https://example.org"),), (Run("−2"),)),
        ),
        frozenset({1}),
    )
    sheet = opened(link).worksheets[0]
    assert values(sheet) == [
        ["source", "n"],
        ["a survey (https://example.org/?a=1)", 1.5],
        ["=1+1", None],
        ["https://example.org", -2],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s", "n"}
    assert sheet._hyperlinks == []


def test_a_block_shown_as_picture_and_as_table_has_one_sheet_with_its_chart():
    block = BLOCKS["curves"]
    book = opened(heading("Canvas"), Shown(block, True), Shown(block, False), heading("More"), rows("a", "1"))
    assert book.sheetnames == ["Canvas", "More"]
    (chart,) = book["Canvas"]._charts
    assert len(chart._charts[1].series) == len(block.lines)
    assert [row[0] for row in values(book["Canvas"])[:4]] == ["Factor", "Price", "Waiting", "New"]


@pytest.mark.parametrize("picture", [True, False])
@pytest.mark.parametrize("name", [name for name, block in BLOCKS.items() if not isinstance(block, Prose)])
def test_every_block_that_is_a_table_is_in_the_book(name, picture):
    block = BLOCKS[name]
    sheet = opened(heading("H"), Shown(block, picture)).worksheets[0]
    assert sheet.title == "H"
    table = block.as_table()
    said = {str(value) for row in values(sheet) for value in row}
    levels = {k for k in range(1, len(table.header)) if isinstance(block, Curves | Facets) or k in table.numeric}
    texts = {row[k] for row in (table.header, *table.rows) for k in range(len(row)) if k not in levels}
    assert {" ".join(visible(cell).split()) for cell in texts} - {"", "–"} <= said


@pytest.mark.parametrize("pieces", [(), (heading("H"), Paragraph((Run("x"),))), (Shown(BLOCKS["prose"], True),)])
def test_a_document_without_tables_says_so(pieces):
    with pytest.raises(CallError, match="the template has no table") as caught:
        made(*pieces)
    assert "block('curves')" in caught.value.hint


BALLOT = (
    "respondent | curve | factor | rating | Name",
    " | plan | price |  | 價格",
    " | plan | speed |  | 速度",
)


def asked(sheet) -> list[str]:
    return [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]


def taken(sheet) -> dict[str, tuple[str, str, str]]:
    return {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation
    }


def test_a_scoring_sheet_can_be_filled_in_and_its_ids_stay():
    book = opened(heading("Score"), rows(*BALLOT, numeric=(3,)), heading("Canvas"), Shown(BLOCKS["curves"], True))
    sheet = book["Score"]
    assert values(sheet) == [
        ["respondent", "curve", "factor", "rating", "Name"],
        [None, "plan", "price", None, "價格"],
        [None, "plan", "speed", None, "速度"],
    ]
    assert asked(sheet) == ["A2", "D2", "A3", "D3"]
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    assert taken(sheet) == {"D2:D3": ("decimal", "0", "10")}
    assert (sheet["A2"].number_format, sheet["D2"].number_format) == ("@", "General")
    assert sheet["D2"].fill.fgColor.rgb == "FFFFF8DC"
    assert sheet.column_dimensions["A"].width >= 26
    assert (sheet.freeze_panes, book["Canvas"].protection.sheet) == ("A2", False)


def test_ratings_take_the_levels_of_the_canvas_that_is_shown():
    block = Curves("t", (), (), low=1, high=5)
    assert taken(opened(rows(*BALLOT, numeric=(3,)), Shown(block, False)).worksheets[0]) == {
        "D2:D3": ("decimal", "1", "5")
    }
    assert taken(opened(rows(*BALLOT, numeric=(3,))).worksheets[0]) == {}


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("Plan (0–10)", ("0", "10")),
        ("Plan [1-5]", ("1", "5")),
        ("方案（−5 至 5）", ("-5", "5")),
        ("Plan (0..0.5)", ("0", "0.5")),
        ("Plan (5–1)", None),
        ("Plan (2026)", None),
        ("0–10", None),
        ("(0–10) plan", None),
        ("Plan (1" + "0" * 400 + "–5)", None),
    ],
)
def test_a_column_takes_the_levels_its_heading_ends_with(name, ends):
    sheet = opened(rows(f"factor | {name}", "price |", "speed | 3")).worksheets[0]
    assert taken(sheet) == ({"B2:B3": ("decimal", *ends)} if ends else {})
    assert asked(sheet) == (["B2"] if ends else [])
    assert sheet["B3"].value == (3 if ends else "3")


def test_ids_stay_in_sight_while_numbers_are_given():
    sheet = opened(rows("factor | Factor | votes", "price | 價格 |", numeric=(2,))).worksheets[0]
    assert sheet.freeze_panes == "C2"
    assert asked(sheet) == ["C2"]


def test_notes_can_be_taken_and_rows_added():
    sheet = opened(rows("path | who | what", "time | |", "buyers | |")).worksheets[0]
    assert asked(sheet) == ["B2", "C2", "B3", "C3"]
    assert not sheet.protection.sheet


@pytest.mark.parametrize(
    "table", [rows("a | b | hint", "1 | 2 |"), rows("a | n", "x | 1", "y |", numeric=(1,)), rows("a | n", numeric=(1,))]
)
def test_a_table_with_gaps_is_no_form(table):
    sheet = opened(table).worksheets[0]
    assert asked(sheet) == []
    assert not sheet.protection.sheet


def test_headings_and_the_foot_stand_on_every_printed_page():
    book = opened(heading("It's"), rows("a", "1"), footer="Confidential & secret " * 20, author="A. Writer")
    sheet = book.worksheets[0]
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddFooter.left.text.startswith("Confidential && secret")
    assert (sheet.oddFooter.right.text, len(sheet.oddFooter.left.text) < 250) == ("&P / &N", True)
    assert (book.properties.creator, book.properties.title) == ("A. Writer", "The title")


def test_hostile_text_is_text():
    table = rows("h", "x")._replace(header=((Run(HOSTILE),),), rows=(((Run(HOSTILE, link="javascript:x"),),),))
    sheet = opened(heading(HOSTILE), table, title=HOSTILE, footer=HOSTILE).worksheets[0]
    assert sheet["A2"].value.startswith("<b>|*_`[x](y)\\</b> $x^2$ [/red] \\x1b[31m <U+202E> =1+1 價格 🚀")
    assert len(sheet.title) <= 31


def test_the_same_bytes_on_any_day(monkeypatch):
    pieces = (heading("Score"), rows(*BALLOT, numeric=(3,)), Shown(BLOCKS["curves"], True))
    first = made(*pieces)
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert made(*pieces) == first
