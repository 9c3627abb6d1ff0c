"""Levels in tables, as a language with a comma before decimals writes them; for programs they stay numbers."""

from __future__ import annotations

import io
import json
import re
import zipfile

import openpyxl
import pytest

from bluecanvas.blocks import Band, Block, Gauge, Mark, Point, Scorecard, Shift, Table, show_point
from bluecanvas.canvas import read
from bluecanvas.documents import Document, Rows, Run, Shown
from bluecanvas.frameworks import errc, segments, table, value_curve
from bluecanvas.renderers import Look, publish, render

GERMAN = """\
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "decimal"
msgid "."
msgstr ","
"""
CANVAS = """\
bluecanvas: 1
title: Bahn
language: de
scale: {min: 0, max: 10, words: {2.5: wenig}}
factors:
  price: {name: Preis, importance: 4.5}
  speed: Tempo
segments:
  commuters: {name: Pendler, share: 0.605, importance: {price: 2.5}, scores: {car: {speed: 5.5}}}
curves:
  today: {name: Heute, role: as-is, scores: {price: 5.4, speed: {value: 3.5, low: 2.5, high: 4.5, n: 12}}}
  plan: {name: Plan, role: to-be, scores: {price: 4.5, speed: 7.25}}
  car: {name: Auto, scores: {price: 6.2, speed: 6}}
errc:
  reduce: {price: {to: 4.5}}
"""


@pytest.fixture(autouse=True)
def german(tmp_path, monkeypatch) -> None:
    """A catalogue that has no more than the sign before decimals."""
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))


def blocks(framework) -> tuple[Block, ...]:
    canvas = read(CANVAS.encode()).canvas
    assert canvas is not None
    return framework.blocks(canvas)


def sheets(data: bytes) -> list[list[list[object]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets]


def test_levels_of_a_table_are_written_as_the_language_does():
    assert [block.as_table().rows for block in blocks(value_curve)] == [
        (("Preis", "4,5", "5,4", "6,2"), ("Tempo", "7,25", "3,5 [2,5; 4,5; n = 12]", "6"))
    ]
    assert [block.as_table().rows[1] for block in blocks(errc)] == [
        ("Reduce", "Preis", "5,4", "4,5", "rivals 6,2", "−1,7", "")
    ]
    importance, levels = blocks(segments)
    assert (importance.header[-1], importance.rows[0]) == ("Pendler (60,5%)", ("Preis", "4,5", "2,5"))
    assert levels.rows == (("Tempo", "Auto", "6", "5,5"),)


def test_levels_in_words_have_the_sign_too():
    (curves,) = blocks(value_curve)
    assert "Plan: Preis 4,5; Tempo 7,25" in curves.alt()
    assert Shift("price", "reduce", "Senken", 5.4, 4.5).said("de") == "Senken 5,4 → 4,5"
    assert [show_point(Point(3.5, 2.5, 4.5), language) for language in ("de", "en", "zh-Hant")] == [
        "3,5 [2,5; 4,5]", "3.5 [2.5, 4.5]", "3.5 [2.5, 4.5]"
    ]  # fmt: skip


def test_what_stands_between_numbers_is_no_comma_where_one_stands_before_decimals():
    gauges = (Gauge("gap", 0.35, 0.2, said="gap 0,35 ≥ 0,20"), Gauge("r", -0.79, 0.5, said="r −0,79 ≤ 0,50"))
    card = Scorecard("T", (Mark("Divergence", "Us", "divergent", False, gauges, ""),), language="de")
    assert card.as_table().rows[0][3] == "gap 0,35 ≥ 0,20; r −0,79 ≤ 0,50"
    (curves,) = blocks(value_curve)
    banded = curves._replace(bands=(Band("Alle", ("today", "car")),))
    assert "Alle: Preis [5,4; 6,2]; Tempo [3,5; 6]" in banded.alt()
    assert "Alle: Preis [5.4, 6.2], Tempo [3.5, 6]" in banded._replace(language="en").alt()
    assert "Alle：Preis [5.4, 6.2]、Tempo [3.5, 6]" in banded._replace(language="zh-Hant").alt()


def test_markdown_has_no_point_before_a_decimal():
    said = render("markdown", [*blocks(value_curve), *blocks(errc), *blocks(segments)], Look()).decode()
    assert "| Tempo  | 7,25 | 3,5 \\[2,5; 4,5; n = 12\\] |    6 |" in said
    assert "2,5 = wenig" in said
    assert re.findall(r"\d\.\d", said) == []


def test_a_terminal_has_no_point_before_a_decimal():
    said = render("terminal", [*blocks(value_curve), *blocks(errc)], Look(columns=80)).decode()
    assert "5,4 → 4,5" in said
    assert "−1,7" in said
    assert re.findall(r"\d\.\d", said) == []


def test_a_page_has_no_point_before_a_decimal_in_what_it_shows():
    page = render("html", [*blocks(value_curve), *blocks(errc)], Look()).decode()
    shown = re.findall(r">([^<>]+)<", re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL))
    assert any("5,4 → 4,5" in text for text in shown)
    assert [text for text in shown if re.search(r"\d\.\d", text)] == []


@pytest.mark.parametrize("picture", [True, False])
def test_no_office_document_has_a_point_before_a_decimal(picture):
    pieces = tuple(Shown(block, picture) for block in (*blocks(value_curve), *blocks(errc), *blocks(segments)))
    document = Document("Bahn", "de", pieces)
    for medium, part in (("docx", "word/document.xml"), ("pptx", r"ppt/slides/\w+.xml")):
        with zipfile.ZipFile(io.BytesIO(publish(medium, document, Look()))) as package:
            xml = "".join(package.read(name).decode() for name in package.namelist() if re.fullmatch(part, name))
        said = re.findall(r"<[aw]:t(?: [^>]*)?>([^<]*)<|descr=\"([^\"]*)\"", xml)
        assert [text for text in said if re.search(r"\d\.\d", "".join(text))] == []
        assert any("4,5" in "".join(text) for text in said)


def test_workbooks_and_files_for_programs_have_numbers():
    (grid,), (levels,) = blocks(errc), blocks(table)
    assert sheets(render("xlsx", [grid], Look()))[0][2][:6] == ["Reduce", "Preis", 5.4, 4.5, "rivals 6,2", -1.7]
    assert render("csv", [grid], Look()).decode().splitlines()[2] == 'Reduce,Preis,5.4,4.5,"rivals 6,2",-1.7,'
    assert sheets(render("xlsx", [levels], Look()))[0][1] == ["Preis", 4.5, 5.4, 6.2]
    assert json.loads(render("json", [levels], Look()))["blocks"][0]["rows"] == [
        ["Preis", "4.5", "5.4", "6.2"],
        ["Tempo", "7.25", "3.5 [2.5; 4.5; n = 12]", "6"],
    ]


@pytest.mark.parametrize(
    ("language", "said", "held"),
    [
        ("de", "5,4", 5.4),
        ("de", "−0,25", -0.25),
        ("de", "54", 54),
        ("de", "5.4", "5.4"),
        ("de", "1.234", "1.234"),
        ("de", "5,4,3", "5,4,3"),
        ("de", "–", None),
        ("en", "5.4", 5.4),
        ("en", "5,4", "5,4"),
        ("zh-Hant", "5.4", 5.4),
    ],
)
def test_a_number_is_read_with_the_sign_of_its_language_alone(language, said, held):
    own = Rows(((Run("a"),), (Run("b"),)), (((Run("x"),), (Run(said),)), ((Run("y"),), (Run("1"),))), frozenset({1}))
    for data in (
        publish("xlsx", Document("T", language, (own,)), Look()),
        render("xlsx", [Table("T", ("a", "b"), (("x", said), ("y", "1")), frozenset({1}), language)], Look()),
    ):
        assert sheets(data)[0][1] == ["x", held]
