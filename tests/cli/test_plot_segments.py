"""`bluecanvas plot` with segments of the buyers: their tables, and a plot for each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pptx import Presentation

CANVAS = """\
bluecanvas: 1
title: Short trips
us: us
factors: {price: {name: Price, kind: price}, meals: Meals, speed: Speed}
curves:
  us: {name: Us, role: to-be, scores: {price: 2, meals: 0, speed: 9}, errc: {raise: {speed: {to: 9}}}}
  a: {name: Alpha, scores: {price: 8, meals: 7, speed: 4}}
  b: {name: Beta, scores: {price: 4, meals: 2, speed: 5}}
"""
SEGMENTS = """\
segments:
  leisure: {name: {en: Leisure, zh-Hant: 休閒旅客}, share: 0.6, importance: {price: 30, speed: 10}}
  business: {name: Business, importance: {price: 10, speed: 30}, scores: {a: {speed: {value: 6, n: 40}}, us: {meals: 1}}}
"""


@pytest.fixture
def trips(tmp_path):
    Path(tmp_path, "trips.yaml").write_text(CANVAS + SEGMENTS, encoding="utf-8")
    return "trips.yaml"


def blocks(call, *words):
    """The blocks a call draws, as data."""
    done = call("plot", *words, "-o", "out.json")
    assert (done.status, done.err) == (0, "wrote out.json\n")
    return json.loads(Path("out.json").read_text(encoding="utf-8"))["blocks"]


def test_what_matters_to_each_and_what_each_sees_otherwise(call, trips):
    weights, levels = blocks(call, trips, "--figure", "segments")
    assert weights["header"] == ["Factor", "Leisure (60%)", "Business"]
    assert weights["rows"] == [["Price", "30", "10"], ["Meals", "–", "–"], ["Speed", "10", "30"]]
    assert levels["header"] == ["Factor", "Curve", "All buyers", "Leisure (60%)", "Business"]
    assert levels["rows"] == [["Meals", "Us", "0", "0", "1"], ["Speed", "Alpha", "4", "4", "6 [n = 40]"]]
    out = call("plot", trips, "--figure", "segments", "--lang", "zh-TW").out
    assert "休閒旅客（60%）" in out
    assert "買方區隔：重要性" in out


def test_the_weights_of_all_buyers_stand_beside_those_of_a_segment(call, trips):
    text = Path(trips).read_text(encoding="utf-8").replace("meals: Meals", "meals: {name: Meals, importance: 5}")
    Path(trips).write_text(text, encoding="utf-8")
    weights = blocks(call, trips, "--figure", "segments")[0]
    assert weights["header"][1] == "All buyers"
    assert weights["rows"][1] == ["Meals", "5", "–", "–"]


def test_a_plot_a_segment_with_its_own_levels(call, trips):
    (block,) = blocks(call, trips, "--facet", "segment", "--mean")
    leisure, business = block["parts"]
    assert (leisure["title"], business["title"]) == ("Leisure (60%)", "Business")

    def levels(part, kind="lines"):
        return {line["name"]: [point["value"] for point in line["points"]] for line in part[kind]}

    assert levels(leisure) == {"Us": [2, 0, 9], "Alpha": [8, 7, 4], "Beta": [4, 2, 5]}
    assert levels(business) == {"Us": [2, 1, 9], "Alpha": [8, 7, 6], "Beta": [4, 2, 5]}
    assert levels(business, "derived") == {"Rivals’ mean": [6, 4.5, 5.5]}
    assert list(levels(block["whole"])) == ["Us", "Alpha", "Beta", "Us · Business", "Alpha · Business"]
    assert block["panels"][0] == ["us", "a", "b", "rivals-mean"]
    assert block["panels"][1] == ["business/us", "business/a", "b", "business/rivals-mean"]


def test_each_segment_orders_the_factors_by_what_matters_to_it(call, trips):
    (block,) = blocks(call, trips, "--facet", "segment", "--order", "importance")
    assert [[axis["id"] for axis in part["axes"]] for part in block["parts"]] == [
        ["price", "speed", "meals"],
        ["speed", "price", "meals"],
    ]
    assert [axis["id"] for axis in block["whole"]["axes"]] == ["price", "meals", "speed"]
    assert block["whole"]["note"] == "factors by importance, the highest first"


def test_moves_begin_where_the_segment_sees_the_rivals(call, trips):
    (block,) = blocks(call, trips, "--facet", "segment", "--moves")
    assert [part["shifts"][0]["start"] for part in block["parts"]] == [4.5, 5.5]


def test_only_some_curves_and_factors_of_each(call, trips):
    (block,) = blocks(call, trips, "--facet", "segment", "--without", "b", "--without", "meals")
    assert [[line["id"] for line in part["lines"]] for part in block["parts"]] == [["us", "a"]] * 2
    assert [line["id"] for line in block["whole"]["lines"]] == ["us", "a", "business/a"]


def test_every_medium_shows_every_segment(call, trips):
    names = [f"x.{ending}" for ending in ("png", "svg", "pdf", "html", "pptx", "xlsx", "docx", "csv", "md")]
    assert call("plot", trips, "--facet", "segment", *(word for name in names for word in ("-o", name))).status == 0
    first, second = Presentation("x.pptx").slides
    for slide, segment, level in ((first, "Leisure (60%)", 4), (second, "Business", 6)):
        assert segment in " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
        told = {series.name.partition(" (")[0]: tuple(series.values)[2] for series in chart.plots[0].series}
        assert told["Alpha"] == level
    assert "Alpha · Business" in Path("x.md").read_text(encoding="utf-8")
    out = call("plot", trips, "--facet", "segment").out
    assert [out.count(word) for word in ("Short trips", "Leisure (60%)", "Business")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "words", "message", "hint"),
    [
        (CANVAS, ("--facet", "segment"), "the canvas has no segments to take the picture apart by", "segments: {id: "),
        (CANVAS, ("--figure", "segments"), "the canvas has no segments", "figures are"),
        (CANVAS + "segments: {young: The young}", ("--facet", "segment", "--order", "importance"),
         "the segment The young has no importance to order by", "add `importance:` to it"),
    ],
)  # fmt: skip
def test_what_is_lacking_is_said_with_how_to_mend_it(call, tmp_path, text, words, message, hint):
    Path(tmp_path, "a.yaml").write_text(text, encoding="utf-8")
    done = call("plot", "a.yaml", *words)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"error: {message}")
    assert hint in done.err


def test_ids_that_would_meet_are_kept_apart(call, tmp_path):
    text = CANVAS.replace("  b: {name: Beta", "  business/us: {name: Beta") + SEGMENTS
    Path(tmp_path, "a.yaml").write_text(text, encoding="utf-8")
    (block,) = blocks(call, "a.yaml", "--facet", "segment")
    ids = [line["id"] for line in block["whole"]["lines"]]
    assert ids == ["us", "a", "business/us", "business/us/", "business/a"]


def test_a_template_places_them(call, trips, tmp_path):
    Path(tmp_path, "own.md.j2").write_text("{{ block('segments') }}\n", encoding="utf-8")
    assert call("report", trips, "-t", "own.md.j2", "-o", "own.md").status == 0
    assert "| Price  |            30 |       10 |" in Path("own.md").read_text(encoding="utf-8")


def test_a_difference_names_what_changed_in_them(call, trips, tmp_path):
    Path(tmp_path, "new.yaml").write_text((CANVAS + SEGMENTS).replace("0.6", "0.5"), encoding="utf-8")
    assert "the section segments: leisure share changed from 0.6 to 0.5" in call("diff", trips, "new.yaml").out
