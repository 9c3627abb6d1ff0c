"""`bluecanvas plot` with its ways of showing: order, mean, moves, groups, highlight, small multiples, themes, all figures."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bluecanvas.renderers._matplotlib import matplotlib

CANVAS = """\
bluecanvas: 1
title: Short trips
date: 2026
us: us
groups: {legacy: Legacy carriers, low: {name: {en: Low-cost, zh-Hant: 低成本}}, none: Nobody}
factors:
  price: {name: Price, kind: price, importance: 3}
  meals: {name: Meals, importance: 1}
  speed: {name: Speed, importance: 2}
  fun: Fun
curves:
  us:
    name: Us
    role: to-be
    scores: {price: 2, meals: 0, speed: 9, fun: 8}
    errc: {eliminate: {meals: {to: 0}}, reduce: {price: {to: 2}}, raise: {speed: {to: 9}}, create: {fun: {to: 8}}}
  a: {name: Alpha, group: legacy, scores: {price: 8, meals: 7, speed: 4, fun: 0}}
  b: {name: Beta, group: low, scores: {price: 4, meals: 2, speed: 5, fun: 0}}
"""
TODAY = "  now: {name: Today, role: as-is, scores: {price: 7, meals: 5, speed: 3, fun: 1}}\n"


@pytest.fixture
def trips(call, tmp_path):
    Path(tmp_path, "trips.yaml").write_text(CANVAS, encoding="utf-8")
    return "trips.yaml"


def shown(call, *words):
    """The one block a call draws, as data."""
    done = call("plot", *words, "-o", "out.json")
    assert (done.status, done.err) == (0, "wrote out.json\n")
    (block,) = json.loads(Path("out.json").read_text(encoding="utf-8"))["blocks"]
    return block


@pytest.mark.parametrize(
    ("order", "factors", "said"),
    [
        ("given", "price meals speed fun", ""),
        ("importance", "price speed meals fun", "factors by importance, the highest first"),
        ("gap", "meals price speed fun", "factors by the gap of Us to the rivals’ mean, from below to above"),
        ("errc", "meals price speed fun", "factors by the moves of Us"),
    ],
)
def test_the_order_of_the_factors_is_said_on_the_picture(call, trips, order, factors, said):
    block = shown(call, trips, "--order", order)
    assert [axis["id"] for axis in block["axes"]] == factors.split()
    assert block["note"] == said
    ours = dict(zip(factors.split(), (point["value"] for point in block["lines"][0]["points"]), strict=True))
    assert ours == {"price": 2, "meals": 0, "speed": 9, "fun": 8}
    assert said.split(",")[0] in call("plot", trips, "--order", order).out


def test_the_errc_order_has_headings(call, trips):
    parts = [axis["part"] for axis in shown(call, trips, "--order", "errc")["axes"]]
    assert parts == ["Eliminate", "Reduce", "Raise", "Create"]
    out = call("plot", trips, "--order", "errc").out
    assert [out.index(f"─ {part} ") for part in parts] == sorted(out.index(f"─ {part} ") for part in parts)
    assert shown(call, trips, "--order", "errc", "--lang", "ja")["axes"][0]["part"] == "取り除く"


def test_the_mean_of_the_rivals(call, trips):
    (mean,) = shown(call, trips, "--mean")["derived"]
    assert (mean["name"], [point["value"] for point in mean["points"]]) == ("Rivals’ mean", [6, 4.5, 4.5, 0])
    assert "Rivals’ mean" in call("plot", trips, "--mean").out


def test_the_mean_stays_that_of_all_rivals_where_some_are_left_out(call, trips):
    (mean,) = shown(call, trips, "--mean", "--without", "b", "--without", "fun")["derived"]
    assert [point["value"] for point in mean["points"]] == [6, 4.5, 4.5]


def test_moves_begin_at_the_rivals_mean_or_at_our_as_is(call, trips):
    def ways(block):
        return {shift["axis"]: (shift["action"], shift["start"], shift["target"]) for shift in block["shifts"]}

    block = shown(call, trips, "--moves")
    assert ways(block) == {
        "meals": ("eliminate", 4.5, 0), "price": ("reduce", 6, 2), "speed": ("raise", 4.5, 9), "fun": ("create", 0, 8),
    }  # fmt: skip
    assert block["note"] == "moves: from the rivals’ mean to Us"
    Path(trips).write_text(CANVAS + TODAY, encoding="utf-8")
    block = shown(call, trips, "--moves", "--without", "fun")
    assert ways(block) == {"meals": ("eliminate", 5, 0), "price": ("reduce", 7, 2), "speed": ("raise", 3, 9)}
    assert block["note"] == "moves: from Today to Us"
    assert "Raise 3 → 9" in call("plot", trips, "--moves").out


def test_groups_are_bands_of_those_that_have_members(call, trips):
    assert shown(call, trips, "--groups")["bands"] == [
        {"name": "Legacy carriers", "members": ["a"]},
        {"name": "Low-cost", "members": ["b"]},
    ]
    assert [band["name"] for band in shown(call, trips, "--groups", "--without", "a")["bands"]] == ["Low-cost"]
    assert "低成本" in call("plot", trips, "--groups", "--lang", "zh-TW").out
    assert "lowest" not in call("plot", trips, "--groups").out  # no range is drawn in the terminal


def test_one_curve_stands_out(call, trips):
    for word in ("a", "Alpha"):
        lines = shown(call, trips, "--highlight", word)["lines"]
        assert {line["id"]: line["highlighted"] for line in lines} == {"us": False, "a": True, "b": False}


@pytest.mark.parametrize("word", ["alpah", "speed", ""])
def test_only_a_curve_can_stand_out(call, trips, word):
    done = call("plot", trips, "--highlight", word or " ")
    assert (done.status, done.out) == (2, "")
    assert "hint: " in done.err


def test_small_multiples_hold_ours_against_each_other_curve(call, trips):
    block = shown(call, trips, "--facet", "curve")
    assert (block["shape"], block["panels"]) == ("facets", [["us", "a"], ["us", "b"]])
    Path(trips).write_text(
        CANVAS + "  c: {name: Charlie, group: low, scores: {price: 3, meals: 1, speed: 6, fun: 1}}\n"
    )
    assert shown(call, trips, "--facet", "curve", "--groups")["panels"] == [["us", "a"], ["us", "b", "c"]]
    out = call("plot", trips, "--facet", "curve").out
    assert out.count("●") > out.count("Short trips") == 1
    assert (
        call("plot", trips, "--facet", "curve", "-o", "x.png", "-o", "x.svg", "-o", "x.pdf", "-o", "x.md").status == 0
    )


@pytest.mark.parametrize(
    ("text", "option", "message"),
    [
        (CANVAS.replace(", importance: 3", "").replace(", importance: 1", "").replace(", importance: 2", ""),
         ("--order", "importance"), "no factor has an importance to order by"),
        (CANVAS.partition("    errc:")[0], ("--moves",), "the canvas has no moves to show"),
        (CANVAS.partition("    errc:")[0], ("--order", "errc"), "the canvas has no moves to show"),
        (CANVAS.partition("  a: {")[0], ("--mean",), "the canvas has no rivals to take the mean of"),
        (CANVAS.partition("  a: {")[0], ("--order", "gap"), "there is no gap to order by"),
        (CANVAS.partition("  a: {")[0], ("--facet", "curve"), "there is no other curve to hold ours against"),
        (CANVAS.replace("group: legacy, ", "").replace("group: low, ", ""), ("--groups",),
         "the canvas has no strategic groups to show"),
    ],
)  # fmt: skip
def test_what_a_canvas_lacks_is_said_with_how_to_mend_it(call, tmp_path, text, option, message):
    Path(tmp_path, "a.yaml").write_text(text, encoding="utf-8")
    done = call("plot", "a.yaml", *option)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"error: {message}")
    assert "hint: " in done.err


def test_every_figure_is_a_file_of_its_own_where_a_file_is_one_picture(call, trips):
    done = call("plot", trips, "--figure", "all", "-o", "x.png", "-o", "x.pdf")
    assert done.status == 0
    files = sorted(path.name for path in Path().glob("x*"))
    assert files[-1] == "x.pdf"
    assert files[:4] == ["x-1-curves.png", "x-2-errc.png", "x-3-reading.png", "x-4-table.png"]
    assert "x.png" not in files


def test_the_reading_and_the_table_as_figures(call, trips):
    card = shown(call, trips, "--figure", "reading")
    assert card["shape"] == "scorecard"
    assert card["marks"][0]["verdict"] == "divergent"
    assert card["marks"][0]["gauges"][0]["said"].startswith("gap ")
    assert shown(call, trips, "--figure", "table")["header"] == ["Factor", "Us", "Alpha", "Beta"]
    out = call("plot", trips, "--figure", "reading").out
    assert "divergent" in out
    assert "≥ 0.20" in out


THEME = """\
based-on: print
colours: {background: "#FFFAF0", ours: 7a1f3d, others: ["#567", "#8c7853"], as-is: "#aa5566"}
font: {regular: Serif.ttf, bold: Serif-Bold.ttf}
"""


@pytest.fixture
def theme(tmp_path):
    folder = Path(matplotlib.get_data_path(), "fonts", "ttf")
    for name in ("", "-Bold"):
        Path(tmp_path, f"Serif{name}.ttf").write_bytes(Path(folder, f"DejaVuSerif{name}.ttf").read_bytes())
    Path(tmp_path, "ours.yaml").write_text(THEME)
    return "ours.yaml"


def test_a_theme_of_ones_own(call, trips, theme):
    assert call("plot", trips, "--theme", theme, "-o", "own.svg").status == 0
    assert call("plot", trips, "--theme", "print", "-o", "print.svg").status == 0
    own, shipped = (Path(name).read_text() for name in ("own.svg", "print.svg"))
    for colour in ("#fffaf0", "#7a1f3d", "#556677", "#8c7853"):
        assert colour in own
        assert colour not in shipped
    assert "#003c9e" in shipped
    letters = [
        {line.partition(" d=")[2] for line in text.splitlines() if line.startswith("<path")} for text in (own, shipped)
    ]
    assert not letters[0] & letters[1]


def test_a_theme_of_ones_own_in_every_medium(call, trips, theme):
    outputs = [f"x.{ending}" for ending in ("png", "pdf", "html", "md", "json")]
    assert call("plot", trips, "--theme", theme, *(word for name in outputs for word in ("-o", name))).status == 0
    assert "#7a1f3d" in Path("x.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["based-on: dark\n", "# nothing else\ncolours:\n", "x-note: ours\n"])
def test_a_theme_may_change_little(call, trips, tmp_path, text):
    Path(tmp_path, "t.yaml").write_text(text)
    done = call("plot", trips, "--theme", "t.yaml", "-o", "x.svg")
    assert (done.status, done.err) == (0, "wrote x.svg\n")


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ('colours: {our: "#fff"}', "1:11", "unknown key 'our'", "did you mean `ours`?"),
        ('color: {ours: "#fff"}', "1:1", "unknown key 'color'", "did you mean `colours`?"),
        ("colours:\n  ours: #0b57d0", "2:8", "` #` begins a comment", "quote it"),
        ("colours: {ours: red}", "1:17", "'red' is no colour", 'quote it: "#0b57d0"'),
        ("colours: {ours: [1, 2]}", "1:11", "this is no colour", "quote it"),
        ("colours: {others: []}", "1:11", "others has no colour", "write one at least"),
        ('colours: {ink: "#fffffe"}', "1:16", "ink #fffffe cannot be seen on the background #ffffff", "further apart"),
        ("based-on: drak", "1:11", "`drak` is not one of light, dark, print or mono", "did you mean `dark`?"),
        ("font: nope.ttf", "1:7", "nope.ttf is no font file that can be read", "name a .ttf or .otf"),
        ("font: t.yaml", "1:7", "t.yaml is no font file that can be read", "name a .ttf or .otf"),
        ("font: {bold: a.ttf}", "1:1", "the key `regular` is missing", "add: regular"),
        ("- a", "1:1", "expected a mapping, found a list", "its keys are based_on, colours, font and logo"),
        ("a: [", "", "", ""),
        ("a: 1\na: 2", "2:1", "", ""),
        ("\x00", "1:1", "", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_theme_is_said_with_its_place(call, trips, tmp_path, text, place, message, hint):
    Path(tmp_path, "t.yaml").write_text(text)
    done = call("plot", trips, "--theme", "t.yaml", "-o", "x.svg")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: t.yaml:{place}")
    assert message in done.err
    assert hint in done.err
    assert not Path("x.svg").exists()


def test_all_that_is_wrong_in_a_theme_is_said_at_once(call, trips, tmp_path):
    Path(tmp_path, "t.yaml").write_text(
        'colour: {}\ncolours: {rival: "#fff", ours: red}\nfont: nope.ttf\nlogo: nope.png'
    )
    done = call("plot", trips, "--theme", "t.yaml", "-o", "x.svg")
    assert [line.split(": ", 3)[1] for line in done.err.splitlines() if line.startswith("error:")] == [
        "t.yaml:1:1",
        "t.yaml:2:11",
        "t.yaml:2:32",
        "t.yaml:3:7",
        "t.yaml:4:7",
    ]


def test_a_font_without_its_regular_face_is_one_error(call, trips, tmp_path):
    Path(tmp_path, "t.yaml").write_text("font: {}")
    err = call("plot", trips, "--theme", "t.yaml", "-o", "x.svg").err
    assert (err.count("error:"), "`regular` is missing" in err) == (1, True)


def test_a_damaged_font_and_what_is_no_file(call, trips, theme):
    letters = bytearray(Path("Serif.ttf").read_bytes())
    letters[120_000:330_000:7] = bytes(byte ^ 0x5A for byte in letters[120_000:330_000:7])
    Path("Serif.ttf").write_bytes(letters)
    done = call("plot", trips, "--theme", theme, "-o", "x.png")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: the font of ours.yaml is damaged")
    os.mkfifo("pipe.ttf")
    for name in ("pipe.ttf", "/dev/zero", "."):
        Path(theme).write_text(f'font: "{name}"')
        assert "is no font file that can be read" in call("plot", trips, "--theme", theme, "-o", "x.png").err


def test_an_empty_theme_and_none_at_all(call, trips, tmp_path):
    Path(tmp_path, "t.yaml").write_text(" \n")
    assert call("plot", trips, "--theme", "t.yaml", "-o", "x.svg").err.startswith("error: t.yaml: the theme is empty\n")
    assert call("plot", trips, "--theme", "u.yaml", "-o", "x.svg").err.startswith("error: there is no file u.yaml\n")
    done = call("plot", trips, "--theme", "drak", "-o", "x.svg")
    assert done.status == 2
    assert "did you mean `dark`?" in done.err
    assert "a team's own theme is a .yaml file" in done.err


def test_characters_that_no_font_draws_are_told_once(call, trips):
    Path("old.canvas.yaml").write_text(
        "bluecanvas: 1\ntitle: 𒀀\nscores: [[Factor, We], [Price 𒀁, 2]]\n", encoding="utf-8"
    )
    done = call("plot", "old.canvas.yaml", "-o", "old.png", "-o", "old.svg")
    assert done.status == 0
    assert [line for line in done.err.splitlines() if line.startswith("note:")] == [
        "note: no font here draws 𒀀, 𒀁 (Cuneiform): given by name or number; "
        "a font for them, installed on this machine, is used"
    ]
    assert "no font" not in call("plot", "old.canvas.yaml").err
