"""CSV: numbers are numbers, texts are texts, and a spreadsheet reads it as it was meant."""

from __future__ import annotations

import csv
import io

import pytest
from hard_cases import HARD
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.blocks import Axis, Block, Curves, Line, Point, Prose, Style, Table
from bluecanvas.renderers import Look, render

CURVES = Curves(
    "Air travel",
    (Axis("p", "票價"), Axis("s", 'Speed, "door to door"'), Axis("f", "Fun")),
    (
        Line("us", "Us", Style.OURS, (Point(3), Point(8.25, 7.5, 9, n=12), Point(None))),
        Line("r", "Rivals", Style.RIVAL, (Point(-2.5), Point(0), Point(1e-7))),
    ),
)


def written(*blocks: Block) -> str:
    return render("csv", blocks, Look()).decode()


def test_curves_are_a_row_a_factor_with_exact_levels_and_what_is_known_of_them():
    assert written(CURVES) == (
        "\ufeffFactor,Us,Rivals,Us (low),Us (high),Us (n)\r\n"
        "票價,3,-2.5,,,\r\n"
        '"Speed, ""door to door""",8.25,0,7.5,9,12\r\n'
        "Fun,,1e-07,,,\r\n"
    )


def test_tables_keep_texts_and_make_numbers_of_numeric_columns_alone():
    table = Table(
        "T", ("a", "b"), (("012", "012"), ("3", "−3"), ("–", "–"), ("", "+0.5"), ("x", "1,5")), frozenset({1})
    )
    assert written(table) == '\ufeffa,b\r\n012,012\r\n3,-3\r\n–,\r\n,0.5\r\nx,"1,5"\r\n'


def test_several_blocks_follow_each_other_under_their_titles():
    assert (
        written(Table("One", ("a",), (("1",),)), Prose("Two", ("x",)))
        == "\ufeffOne\r\na\r\n1\r\n\r\nTwo\r\nTwo\r\nx\r\n"
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", '=HYPERLINK("http://x")']
)
def test_no_text_is_a_formula(text):
    (field,) = next(csv.reader(io.StringIO(written(Table("", (text,), ())).removeprefix("\ufeff"))))
    assert field == "'" + " ".join(text.split())


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1, max_size=4))
def test_any_texts_come_back_as_so_many_fields_none_of_which_a_spreadsheet_computes(rows):
    data = written(Table("", tuple(rows[0]), tuple(map(tuple, rows[1:]))))
    back = list(csv.reader(io.StringIO(data.removeprefix("\ufeff"), newline="")))
    assert [len(row) for row in back] == [2] * len(rows)
    assert not any(field.startswith(("=", "+", "-", "@", "\t", "\r")) for row in back for field in row)


@pytest.mark.parametrize("name", HARD)
def test_every_hard_case_has_as_many_lines_as_rows(name):
    back = list(csv.reader(io.StringIO(written(HARD[name]).removeprefix("\ufeff"), newline="")))
    assert len(back) == 1 + len(HARD[name].as_table().rows)
