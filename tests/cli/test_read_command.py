"""`bluecanvas read`: text for people, JSON for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from running import on_a_terminal
from samples import TABLE

import bluecanvas
from bluecanvas.publishing.shipped import examples
from bluecanvas.words import cells, label
from bluecanvas.words.catalogues import languages

NAMES = (
    "divergence", "focus", "tagline", "tagline_claims", "tagline_mentions", "convergence", "overdelivery", "overkill",
    "incoherence", "contradictions", "dominance", "price", "wording",
)  # fmt: skip


def test_a_line_a_verdict_with_its_figure_and_why(call, air):
    done = call("read", air)
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "Short-haul air travel"
    assert lines[1] == "ours: Us (to-be); as-is: Us today; rivals: Rail, Airlines; held against the"
    assert "✓ Divergence     divergent     gap ━━━┃━━── 0.39 ≥ 0.20  r ━─────┃─ −0.67 ≤ 0.50" in lines
    assert re.search(r"^✓ Tagline {8}stated ", done.out, re.MULTILINE)
    assert "  On your own scores, Us goes its own way with the opposite shape, 3.9 points" in lines
    assert "Not judged: " in done.out


def test_why_something_is_not_judged_is_said_whole(call, tmp_path):
    rows = "[F, 'Us: new', Rail], [Speed, 9, 3], [Meals, 2, 5], [Seats, 4, 6]"
    Path(tmp_path, "a.yaml").write_text(f"bluecanvas: 1\ntitle: T\nscores: [{rows}]\n")
    told = " ".join(call("read", "a.yaml").out.split())
    assert "Less for more and Highest price (no factor is of `kind: price`)" in told
    assert "Its claims and Its point (there is no tagline);" in told


def test_as_is_stands_beside_to_be(call, air):
    assert re.search(r"Focus +focused .* as-is: \S+", call("read", air).out)


def test_what_would_flip_it(call, tmp_path):
    Path(tmp_path, "a.yaml").write_text(
        "bluecanvas: 1\nscores: [[F, Us, Rail], [Speed, 9, 8], [Meals, 2, 1], [Seats, 4, 3]]\n"
    )
    out = call("read", "a.yaml").out
    assert "✗ Divergence     me-too" in out
    assert "✗ Tagline        missing" in out
    assert re.search(r"fragile: Speed 9 → 10: partial; Meals 2 → 3: partial; \d+ more", out)


def test_several_options_each_have_their_part(call, tmp_path):
    Path(tmp_path, "a.yaml").write_text(TABLE.replace("{Us today: {role: as-is}}", "{Us today: {role: to-be}}"))
    lines = call("read", "a.yaml").out.splitlines()
    assert {"Us", "Us today"} <= set(lines)
    assert sum("Divergence" in line for line in lines) == 2


def test_one_screen(call, air):
    lines = call("read", air).out.splitlines()
    assert len(lines) < 50
    assert max(map(cells, lines)) <= 80


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_every_example_at_every_width(call, monkeypatch, tmp_path, example, columns):
    Path(tmp_path, "a.yaml").write_bytes(example.path.read_bytes())
    monkeypatch.setenv("COLUMNS", columns)
    done = call("read", "a.yaml")
    assert (done.status, done.err) == (0, "")
    widest = max(map(cells, done.out.splitlines()))
    assert widest <= int(columns)
    assert label("reading.divergence", bluecanvas.load(example.path).canvas.language) in done.out


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_json(call, tmp_path, example):
    Path(tmp_path, "a.yaml").write_bytes(example.path.read_bytes())
    done = call("read", "a.yaml", "--format", "json")
    assert (done.status, done.err) == (0, "")
    data = json.loads(done.out)
    assert list(data) == ["version", "title", "whom", "curves", "players", "readings"]
    sets = {"existing", "all", "without_burdens"}
    for curve in data["curves"].values():
        assert set(curve) == {"role", *sets}
        figures = {"d_ind", "d_near", "nearest", "r", "r_nearest", "k_eff", "hhi", "gini"}
        assert all(figures <= set(curve[on]) for on in sets)
    assert all({"w", "r_mean", "gap_mean"} <= set(data["players"][on]) for on in sets)
    ours = [reading for reading in data["readings"] if reading["curve"] == data["whom"]["ours"]]
    assert tuple(reading["name"] for reading in ours) == NAMES
    for reading in data["readings"]:
        keys = {"name", "curve", "verdict", "fires", "code", "basis", "why", "fragile", "figures", "thresholds", "sets"}
        assert keys <= set(reading)
        assert reading["basis"] == "guess"
        assert reading["why"].startswith("On your own scores, ")
        if reading["fragile"]:
            assert {"nudge", "flips"} <= set(reading["fragile"])
            assert all(
                set(flip) == {"curve", "factor", "from", "to", "verdict"} for flip in reading["fragile"]["flips"]
            )


def test_the_same_canvas_the_same_bytes(call, air):
    for words in (["read", air], ["read", air, "--format", "json"]):
        assert call(*words).out == call(*words).out


def test_colours_only_where_there_are_some(air):
    plain = on_a_terminal(["read", air], {"NO_COLOR": "1"}, 80)
    shown = on_a_terminal(["read", air], {"NO_COLOR": ""}, 80)
    assert "\x1b" not in plain
    assert "\x1b[32m✓\x1b[0m" in shown
    assert re.sub(r"\x1b\[\d+m", "", shown) == plain


def test_where_only_ascii_can_be_drawn(call, air):
    out = call("read", air, encoding="ascii").out
    assert "+ Divergence     divergent     gap ===|==-- 0.39 >= 0.20\n" in out
    assert f"{31 * ' '}r =-----|- -0.67 <= 0.50" in out
    assert max(map(len, out.splitlines())) <= 80
    assert out.isascii()


def test_standard_input(call):
    assert "Divergence" in call("read", "-", stdin=TABLE.encode()).out


def test_a_scale_that_cannot_say_absent_is_said(call, tmp_path):
    text = (
        "bluecanvas: 1\nscale: {min: 1, max: 7}\nscores: [[F, Us, Rail], [Speed, 6, 2], [Meals, 2, 5], [Seats, 4, 3]]\n"
    )
    Path(tmp_path, "a.yaml").write_text(text)
    assert "; a scale from 1 cannot say “not offered”." in " ".join(call("read", "a.yaml").out.split())
    found = json.loads(call("read", "a.yaml", "--format", "json").out)["readings"][0]
    assert "a scale from 1 cannot say “not offered”" in found["why"]


def test_nobody_is_ours(call, tmp_path):
    text = "bluecanvas: 1\ncurves: {A: {role: rival}, B: {role: rival}}\nscores: [[F, A, B], [x, 1, 2], [y, 3, 4]]\n"
    Path(tmp_path, "a.yaml").write_text(text)
    done = call("read", "a.yaml")
    assert (done.status, done.out) == (1, "")
    assert done.err == "error: no curve in a.yaml is ours to read\nhint: say which is: us: …\n"
    data = json.loads(call("read", "a.yaml", "--format", "json").out)
    assert (data["curves"], data["readings"], data["players"]["all"]["w"]) == ({}, [], 1.0)


def test_a_canvas_with_errors_is_shown_them_instead(call, broken):
    done = call("read", broken)
    assert (done.status, done.out) == (1, "")
    assert "error BC001" in done.err
    assert "cannot be read before this is mended" in done.err


def test_wrong_calls(call, air):
    assert call("read", "nowhere.yaml").status == 2
    done = call("read", air, "--format", "jason")
    assert done.status == 2
    assert "did you mean `json`?" in done.err


def test_names_cannot_command_anything(call, tmp_path):
    hostile = (
        TABLE.replace("Us,", '"\\x1b[31mUs\\n::error::",')
        .replace("Rail", '"##[error]Rail"')
        .replace("Short-haul", '"::x', 1)
    )
    Path(tmp_path, "a.yaml").write_text(hostile.replace("air travel", 'travel"'))
    out = call("read", "a.yaml").out
    assert "\x1b" not in out
    assert "##[" not in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())


def test_it_is_a_figure_too(call, air):
    out = call("plot", air, "--figure", "reading").out
    assert "Divergence" in out
    assert "divergent" in out


def test_the_help_and_the_refusal_name_the_same_languages(call, air):
    known = ", ".join(languages())
    assert known in " ".join(call("read", "--help").out.replace("zh-\n", "zh-").split())
    assert f"write one of {' or '.join(known.rsplit(', ', 1))}," in call("read", air, "--lang", "xx").err
