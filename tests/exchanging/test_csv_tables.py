"""CSV as spreadsheets of many countries write it; what is not certain is refused at its line."""

from __future__ import annotations

import time

import pytest
from exchanging_files import AIR, csv_of, diff, said, taking_csv

from bluecanvas.exchanging.csv_reading import table

CSV = csv_of(AIR)


def test_the_columns_are_ids_names_and_a_curve_each():
    assert CSV.split("\r\n") == [
        "id,name,Point to point [plan],Us today [today],rail",
        "price,Price,4,6,3",
        "meals,Meals,2,5,",
        "speed,Speed,8,5,7",
        "",
    ]


def test_an_edited_level_is_taken():
    taken = taking_csv(AIR, CSV.replace("speed,Speed,8,5,7", "speed,Speed,8,5,?"))
    assert diff(AIR, taken) == ["-      speed: 7", "+      speed: null"]
    assert said(taken.edits) == ["E4: speed of rail: 7 → nothing"]


@pytest.mark.parametrize(
    "written",
    [
        CSV.encode(),
        b"\xef\xbb\xbf" + CSV.encode(),
        CSV.encode("utf-16"),
        CSV.encode("utf-16-le"),
        CSV.replace(",", ";").encode(),
        CSV.replace(",", "\t").encode(),
        b"sep=;\r\n" + CSV.replace(",", ";").encode(),
        CSV.replace("\r\n", "\n").encode(),
        CSV.replace("\r\n", "\r").encode(),
        b"\r\n\r\n" + CSV.replace("\r\n", ",,\r\n\r\n").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16-le", "semicolons", "tabs", "sep", "unix", "mac", "blank-lines"],
)
def test_however_it_is_written_it_says_the_same(written):
    assert taking_csv(AIR, written) == (AIR.encode(), (), (), (), ())


def test_a_decimal_comma_is_one_where_commas_separate_nothing():
    taken = taking_csv(AIR, CSV.replace(",", ";").replace("Speed;8;5", "Speed;8;5,5"))
    assert said(taken.edits) == ["D4: speed of today: 5 → 5.5"]
    assert said(taking_csv(AIR, CSV.replace("8,5,7", '8,"5,5",7')).problems) == ["D4: '5,5' is not a level"]


@pytest.mark.parametrize("name", ["=1+1", "+SUM(A1)", "-x", "@x", "'=x", "''=x", "'x", 'a,"b"', "海底撈；等位", "＝x"])
def test_no_text_is_a_formula_and_every_text_comes_back(name):
    quoted = '"' + name.replace('"', '\\"') + '"'
    canvas = AIR.replace("meals: Meals", f"meals: {quoted}")
    text = csv_of(canvas)
    assert taking_csv(canvas, text) == (canvas.encode(), (), (), (), ())
    field = text.split("\r\n")[2].partition(",")[2]
    assert not field.startswith(("=", "+", "-", "@", "＝"))


def test_a_negative_level_stays_a_number():
    canvas = "bluecanvas: 1\ntitle: T\nscale: {min: -5, max: 5}\nscores:\n  - [Factor, Us, Them]\n  - [Price, -3, 4]\n"
    assert csv_of(canvas) == "id,name,Us,Them\r\nPrice,Price,-3,4\r\n"
    assert taking_csv(canvas, csv_of(canvas)).data == canvas.encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("id,name,海底捞 火锅 服务 等位\n".encode("gbk"),
         ["line 1, column 9: byte 8 (0xba) is not UTF-8; it looks like GBK"]),
        (b'id,name,a\nx,"open,1\n', ["line 2: a quoted field does not end, or goes on behind its quotes"]),
        (b'id,name,a\nx,"a"b,1\n', ["line 2: a quoted field does not end, or goes on behind its quotes"]),
        (b"id,name,a\nx,\0,1\n", ["line 2, column 3: a control character, U+0000, stands in the text"]),
        ("id,name,a\nx,\u202e,1\n".encode(), ["line 2, column 3: an invisible character, U+202E, stands in the text"]),
        (b"x" * 200_000, ["line 1: field larger than field limit (131072)"]),
        (b"x,y\n" * 600_000, ["the file holds more than 1,048,576 bytes"]),
        (b"1,2\n" * 60_000, ["line 50001: there are more than 100,000 filled cells"]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_line(data, expected):
    assert said(table(data)[1]) == expected


def test_a_row_too_long_is_said():
    assert said(taking_csv(AIR, CSV.replace("8,5,7", "8,5,7,9")).notes) == [
        "F4: this stands under no heading, and is not taken"
    ]


def test_an_empty_table_is_nothing():
    assert said(taking_csv(AIR, "").problems) == ["there is nothing in it"]


CHINESE = """\
bluecanvas: 1
title: 火鍋
language: zh-Hant
factors: {price: 價格, café: 咖啡 café}
curves:
  us: {name: 海底撈, scores: {price: 6, café: 5}}
  them: {name: Rival, scores: {price: 5, café: 4}}
"""


def test_letters_that_an_encoding_has_lost_are_not_taken_for_an_edit():
    taken = taking_csv(CHINESE, csv_of(CHINESE).encode("cp1252", "replace").decode("cp1252"))
    assert said(taken.problems) == [
        "C1: “海底撈” became “???”: the program that saved the file lost its letters",
        "B2: “價格” became “??”: the program that saved the file lost its letters",
        "B3: “咖啡 café” became “?? café”: the program that saved the file lost its letters",
    ]
    assert taken.data == CHINESE.encode()


def test_a_question_mark_may_be_typed():
    assert said(taking_csv(CHINESE, csv_of(CHINESE).replace("海底撈", "海底撈?")).edits) == [
        "C1: curve us name: “海底撈” → “海底撈?”"
    ]


@pytest.mark.parametrize("shape", ["wide", "long"])
def test_a_table_far_larger_than_a_canvas_is_refused_at_once(shape):
    names = [f"name {number}" for number in range(5000)]
    wide = "\n".join(["Factor," + ",".join(names), *(f"f{row}" + ",5" * len(names) for row in range(5))])
    long = "\n".join(["Factor,a,b", *(f"{name},5,5" for name in names)])
    begun = time.process_time()
    problems = taking_csv(CHINESE, wide if shape == "wide" else long).problems
    assert any("one more than 200 new" in problem.message for problem in problems)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("lost", ["???,??,?\n??,3,5\n", "Factor,A,B\nPrice,3,4\n??,1,2\n", '"??",A\nPrice,3\n'])
def test_a_table_whose_names_have_lost_their_letters_makes_no_canvas(lost):
    (problem,) = table(lost.encode())[1]
    assert problem.message.endswith("stands where letters were lost")


@pytest.mark.parametrize("fine", ["Factor,A,B\nPrice,3,?\n", "Factor,Why??\nPrice,3\n", "因素,A\n??,3\n"])
def test_question_marks_that_somebody_typed_are_read(fine):
    assert table(fine.encode())[1] == []
