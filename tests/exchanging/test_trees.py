"""JSON: the whole canvas as plain data, and edits of it taken back value by value."""

from __future__ import annotations

import json

import pytest
from exchanging_files import AIR, GALLERY, TABLE, diff, said

from bluecanvas.canvas import read
from bluecanvas.exchanging.trees import as_json, found_tree, plain, take_tree
from bluecanvas.parsing import data_of


def taking(canvas: str, edit):
    data = json.loads(as_json(read(canvas.encode())))
    edit(data)
    return take_tree(canvas.encode(), read(canvas.encode()), data)


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_the_gallery_comes_back_unchanged_and_a_new_canvas_says_the_same(path):
    data = path.read_bytes()
    written, problems = plain(as_json(read(data)))
    assert problems == []
    assert take_tree(data, read(data), written) == (data, (), (), (), ())
    made = found_tree(written)
    assert made.problems == ()
    assert data_of(read(made.data).source.root) == data_of(read(data).source.root)


def test_one_value_is_one_value():
    def edit(data):
        data["curves"]["today"]["scores"]["price"] = 7

    taken = taking(AIR, edit)
    assert taken.data.decode() == AIR.replace("{price: 6, meals", "{price: 7, meals")
    assert said(taken.edits) == ["curves.today.scores.price: 6 → 7"]


def test_a_value_may_become_more():
    def edit(data):
        data["curves"]["today"]["scores"]["price"] = {"value": 6, "low": 5, "high": 7}
        data["evidence"]["panel"] = "A panel"

    assert diff(AIR, taking(AIR, edit)) == [
        "-  today: {name: Us today, role: as-is, scores: {price: 6, meals: 5, speed: 5}}",
        "+  today: {name: Us today, role: as-is, scores: {price: {value: 6, low: 5, high: 7}, meals: 5, speed: 5}}",
        "+  panel: A panel",
    ]


def test_rows_of_a_table_are_found_by_their_first_cell():
    def edit(data):
        data["scores"].insert(1, ["Speed", 9, 4])
        data["scores"][3][1] = 2

    assert taking(TABLE, edit).data.decode() == TABLE.replace("  - [Price,", "  - [Speed, 9, 4]\n  - [Price,").replace(
        "[Meals,    1,", "[Meals,    2,"
    )


def test_rows_in_another_order_stay_beside_their_comments():
    def edit(data):
        data["scores"].sort(key=lambda row: "" if row[0] == "Factor" else row[0])
        data["scores"][1][1] = 3

    taken = taking(TABLE, edit)
    assert taken.data.decode() == TABLE.replace("[Meals,    1,", "[Meals,    3,")
    assert said(taken.kept) == ["scores: another order here; the canvas keeps its own, change it there"]


def test_far_more_than_a_canvas_holds_is_refused_at_once():
    _, problems = plain(json.dumps({"bluecanvas": 1, "scores": [[5] * 500] * 250}).encode())
    assert said(problems) == ["it holds more than 50,000 values"]


def test_what_is_gone_is_said_and_stays():
    def edit(data):
        del data["texts"]
        data["curves"]["rail"]["scores"]["price"]["evidence"] = []
        del data["curves"]["today"]["scores"]["meals"]

    taken = taking(AIR, edit)
    assert taken.data == AIR.encode()
    assert said(taken.kept) == [
        "curves.today.scores.meals: is gone here, and stays in the canvas; delete it there",
        'curves.rail.scores.price.evidence.0: "survey" is gone here, and stays in the canvas; delete it there',
        "texts: is gone here, and stays in the canvas; delete it there",
    ]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda data: data["curves"]["today"]["scores"].update(price=17),
         ["curves.today.scores.price: 17 is outside 0 to 10"]),
        (lambda data: data["curves"]["today"].update(scores=5), ["curves.today.scores: 5 stands where a mapping is"]),
        (lambda data: data.update(curvs={}), ["curvs: unknown key 'curvs'"]),
        (lambda data: data["errc"]["raise"].update(wifi=3, sped=4), []),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_where_it_stands(edit, expected):
    assert said(taking(AIR, edit).problems) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "line 1, column 1: this is no JSON: expecting value"),
        (b'{"a": 1,\n "b": }', "line 2, column 7: this is no JSON: expecting value"),
        (b'{"a": 1, "a": 2}', "the key 'a' stands twice in one mapping"),
        (b'{"a": NaN}', "NaN is no finite number"),
        (b'{"a": 1e999}', "1e999 is no finite number"),
        (b'{"a": ' + b"1" * 5000 + b"}", "a number has 5,000 digits"),
        (b"[" * 100_000, "it is nested deeper than 64 levels"),
        (b'{"a":' * 70 + b"1" + b"}" * 70, "it is nested deeper than 64 levels"),
        (b'{"a": "\\ud83d"}', "a text holds half a character, \\ud800 to \\udfff without the other half"),
        (b"[1]", "it holds no canvas"),
        (b'{"a": "\xff"}', "line 1, column 8: byte 7 (0xff) is not UTF-8; it looks like Windows-1252 or Latin-1"),
        (b'"' + b"x" * 2_000_000 + b'"', "the file holds more than 1,048,576 bytes"),
    ],
)
def test_what_cannot_be_read_is_said(data, expected):
    assert said(plain(data)[1]) == [expected]


def test_a_mark_and_pairs_of_halves_are_fine():
    assert plain(b'\xef\xbb\xbf{"title": "\\ud83d\\ude80"}') == ({"title": "🚀"}, [])


def test_texts_that_yaml_would_take_for_something_else_come_back():
    tricky = [
        "null",
        "12",
        "~",
        "a: b",
        "- x",
        "[x",
        "x #y",
        "it's",
        'say "x"',
        "{x}",
        "",
        " x ",
        "*a",
        "&a",
        "!a",
        "a\nb",
        "2026",
    ]
    data = {"bluecanvas": 1, "title": "T", "scores": [["Factor", "Us", "Them"], ["Price", 1, 2]], "x-own": tricky}
    made = found_tree(data)
    assert made.problems == ()
    assert data_of(read(made.data).source.root)["x-own"] == tricky


def test_a_new_canvas_with_faults_is_told_them_where_they_stand():
    made = found_tree({"title": "T", "scores": [["Factor", "Us"], ["Price", 17]], "curvs": {}})
    assert said(made.problems) == ["curvs: unknown key 'curvs'", "scores.1.1: 17 is outside 0 to 10"]


LEVEL = "bluecanvas: 1\ntitle: T\nscores:\n  - [Factor, Us, Them]\n  - [Price, 6, 6]\n  - [Speed, 6, 6]\n"


def test_a_new_column_of_a_table_is_a_new_curve_even_where_levels_are_equal():
    def edit(data):
        data["scores"] = [[*row, new] for row, new in zip(data["scores"], ["Rail", 6, 4], strict=True)]

    taken = taking(LEVEL, edit)
    assert taken.problems == ()
    assert taken.data.decode().splitlines()[3:] == [
        "  - [Factor, Us, Them, Rail]",
        "  - [Price, 6, 6, 6]",
        "  - [Speed, 6, 6, 4]",
    ]


def test_a_column_that_is_gone_stays_and_that_is_told():
    def edit(data):
        data["scores"] = [[row[0], row[2]] for row in data["scores"]]
        data["scores"][1][1] = 7

    taken = taking(LEVEL, edit)
    assert taken.problems == ()
    assert taken.data.decode() == LEVEL.replace("[Price, 6, 6]", "[Price, 6, 7]")
    assert said(taken.kept)[0] == 'scores.0.1: "Us" is gone here, and stays in the canvas; delete it there'
