"""New canvases from tables and workbooks: as a person would have typed them, and sound."""

from __future__ import annotations

import openpyxl
import pytest
from exchanging_files import AIR, GALLERY, csv_of, opened, said, saved

from bluecanvas.canvas import read
from bluecanvas.checking import check
from bluecanvas.exchanging.csv_reading import table
from bluecanvas.exchanging.founding import found
from bluecanvas.exchanging.workbook_reading import sheets
from bluecanvas.exchanging.writing import as_workbook
from bluecanvas.finding import Level


def of_csv(text: str):
    grid, problems = table(text.encode())
    assert problems == []
    return found([grid], "air")


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_the_gallery_comes_back_as_canvases_with_the_same_curves(path):
    before = read(path.read_bytes()).canvas
    made = found(sheets("x.xlsx", as_workbook(read(path.read_bytes()))), "x")
    assert (made.problems, made.notes) == ((), ())
    after = read(made.data).canvas
    assert [one for one in check(made.data) if one.level is Level.ERROR] == []
    assert {(c.id, str(c.name), c.role, c.group, c.share) for c in after.curves} == {
        (c.id, str(c.name), c.role, c.group, c.share) for c in before.curves
    }
    assert [(f.id, f.name.translations or str(f.name), f.price, f.burden, f.importance) for f in after.factors] == [
        (f.id, f.name.translations or str(f.name), f.price, f.burden, f.importance) for f in before.factors
    ]
    for curve in before.curves:
        assert {id: s.value for id, s in after.curve(curve.id).scores.items()} == {
            id: s.value for id, s in curve.scores.items()
        }
        assert {(id, s.low, s.high, s.actual, s.evidence) for id, s in after.curve(curve.id).scores.items()} == {
            (id, s.low, s.high, s.actual, s.evidence) for id, s in curve.scores.items()
        }
    moves = [(m.action, m.factor, m.to, m.vs, m.why and (m.why.translations or str(m.why)))
             for m in (before.ours.grid.moves if before.ours.grid else ())]  # fmt: skip
    assert sorted(map(str, moves)) == sorted(
        str((m.action, m.factor, m.to, m.vs, m.why and (m.why.translations or str(m.why))))
        for m in (after.ours.grid.moves if after.ours.grid else ())
    )
    assert (after.scale.min, after.scale.max, after.date, after.us) == (
        before.scale.min, before.scale.max, before.date, before.us
    )  # fmt: skip


def test_a_pasted_table_becomes_a_table():
    made = of_csv("Factor;Southwest;Average airline\nPrice;2;6\nMeals, hot;1;6,5\n'=Seats;;7\n")
    assert made.problems == ()
    assert made.data.decode() == (
        "bluecanvas: 1\n"
        "title: air\n"
        "\n"
        "scores:\n"
        "  - [Factor,       Southwest, Average airline]\n"
        "  - [Price,                2,               6]\n"
        '  - ["Meals, hot",         1,             6.5]\n'
        "  - [=Seats,            null,               7]\n"
    )


def test_a_table_with_ids_becomes_factors_and_curves():
    assert of_csv(csv_of(AIR)).data.decode() == (
        "bluecanvas: 1\n"
        "title: air\n"
        "\n"
        "factors:\n"
        "  price: Price\n"
        "  meals: Meals\n"
        "  speed: Speed\n"
        "\n"
        "curves:\n"
        "  plan:\n"
        "    name: Point to point\n"
        "    scores: {price: 4, meals: 2, speed: 8}\n"
        "  today:\n"
        "    name: Us today\n"
        "    scores: {price: 6, meals: 5, speed: 5}\n"
        "  rail:\n"
        "    scores: {price: 3, meals: null, speed: 7}\n"
    )


def test_what_a_curve_takes_from_elsewhere_is_not_written_twice():
    made = found(sheets("x.xlsx", as_workbook(read(AIR.encode()))), "x").data.decode()
    assert "    based_on: today\n    scores: {price: 4}\n" in made
    assert "  reduce: {meals: 2}\n" in made


def test_chinese_is_written_as_it_is():
    made = of_csv("因素,海底撈,傳統火鍋店\n價格,６,5\n等位體驗,9,2\n")
    assert "  - [因素,     海底撈, 傳統火鍋店]\n  - [價格,          6,          5]" in made.data.decode()
    assert read(made.data).canvas.language == "zh-Hant"
    assert said(made.notes) == ["B2: the text '６' is taken as the number 6"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["there is nothing in it"]),
        ("id,name\nprice,Price\n", ["there are no levels in it"]),
        ("just one cell\n", ["A1: no row names the curves"]),
        ("Factor,Us\nPrice,high\nMeals,17\n",
         ["B2: 'high' is not a level", "B3: 17 is outside 0 to 10"]),
        ("Factor,Us,Us\nPrice,1,2\n", ["C1: 'Us' stands here a second time; the first is B1"]),
        ("Factor,Us,Them\nPrice,1,2\nPrice,3,4\n", ["A3: 'Price' stands here a second time; the first is A2"]),
        ("Factor,Us,Them\n,1,2\n", ["A2: the row names no factor"]),
    ],
)  # fmt: skip
def test_every_fault_is_told_at_its_cell(text, expected):
    assert said(of_csv(text).problems) == expected


def test_a_workbook_of_ones_own_with_one_sheet():
    book = openpyxl.Workbook()
    for row in (["Our canvas"], [], ["Factor", "Us", "Them"], ["Price", 2, 6], ["No", 1, 3]):
        book.active.append(row)
    made = found(sheets("x.xlsx", saved(book)), "ours")
    assert made.problems == ()
    assert [(one.id, one.price) for one in read(made.data).canvas.factors] == [("Price", False), ("No", False)]


def test_ids_of_every_kind_are_keys_that_stay_texts():
    made = of_csv("id,name,a.b [x.1],海 [撈]\n012,Zero,1,2\nNo,Nein,3,4\n1:30,Time,5,6\nnull,Nothing,7,8\n")
    assert made.problems == ()
    canvas = read(made.data).canvas
    assert [one.id for one in canvas.factors] == ["012", "No", "1:30", "null"]
    assert [(one.id, str(one.name)) for one in canvas.curves] == [("x.1", "a.b"), ("撈", "海")]


def test_a_fault_of_a_sheet_beside_the_scores_is_at_its_cell():
    book = opened(AIR)
    book["Curves"]["C2"] = "rivals"
    book["Curves"]["G4"] = "nope"
    book["Texts"]["B8"] = "prices"
    assert {one.place for one in found(sheets("x.xlsx", saved(book)), "x").problems} == {
        "Curves!C2", "Curves!G4", "Texts!B8",
    }  # fmt: skip


def test_a_new_canvas_has_the_claims_of_the_tagline():
    canvas = AIR.replace("us: plan\n", "us: plan\ntagline: {claims: {Speed: high, price: low}, text: Fast}\n")
    made = found(sheets("x.xlsx", saved(opened(canvas))), "air")
    assert made.problems == ()
    assert "\ntagline:\n  text: Fast\n  claims: {price: low, speed: high}\n" in made.data.decode()
    assert read(made.data).canvas.tagline.claims == {"speed": "high", "price": "low"}
