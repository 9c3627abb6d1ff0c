"""`bluecanvas plot` and `bluecanvas errc`: what is drawn, where it goes, and what cannot be drawn."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from samples import TABLE

from bluecanvas.words import cells

HEADS = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<", "pdf": b"%PDF-", "json": b"{", "md": b""}


def size_of(png: str) -> tuple[int, ...]:
    return struct.unpack(">II", Path(png).read_bytes()[16:24])


def test_the_terminal_gets_the_picture(call, air):
    done = call("plot", air)
    assert (done.status, done.err) == (0, "")
    assert all(name in done.out for name in ("Short-haul air travel", "Kindness", "Airlines"))


def test_several_outputs_by_their_endings(call, air):
    outputs = [f"out.{ending}" for ending in HEADS]
    done = call("plot", air, *(word for output in outputs for word in ("-o", output)))
    assert (done.status, done.out) == (0, "")
    assert done.err == "".join(f"wrote {output}\n" for output in outputs)
    assert all(Path(f"out.{ending}").read_bytes().startswith(head) for ending, head in HEADS.items())
    assert sorted(path.name for path in Path().iterdir()) == sorted([air, *outputs])


def test_an_ending_in_capitals(call, air):
    assert call("plot", air, "-o", "OUT.PNG").status == 0
    assert Path("OUT.PNG").read_bytes().startswith(HEADS["png"])


@pytest.mark.parametrize("output", ["out.gif", "out", "out.canvas.yaml", ".png", "-"])
def test_an_unknown_ending_lists_the_known_ones_before_anything_is_written(call, air, output):
    done = call("plot", air, "-o", "first.svg", "-o", output)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: {output} has no ending that can be drawn\nhint: endings are .")
    assert ".png" in done.err
    assert not Path("first.svg").exists()


def test_only_and_without_take_curves_and_factors_by_id_or_name(call, tmp_path):
    Path(tmp_path, "a.yaml").write_text(
        TABLE.replace("factors: {Price: {kind: price}}", "factors: {Price: {kind: price}, s: Speed}")
    )
    out = call("plot", "a.yaml", "--only", "Us", "--only", "s", "--only", "Price").out
    assert "Us" in out
    assert "Speed" in out
    assert "Airlines" not in out
    assert "Meals" not in out
    out = call("plot", "a.yaml", "--without", "Rail", "--without", "Meals").out
    assert "Airlines" in out
    assert "Speed" in out
    assert "Rail" not in out
    assert "Meals" not in out


def test_only_what_there_is(call, air):
    done = call("plot", air, "--only", "Spede")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: there is no curve or factor 'Spede'\nhint: did you mean `Speed`?")


def test_nothing_left_to_draw(call, air):
    done = call("plot", air, "--only", "Rail", "--without", "Rail")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: nothing is left to draw\n")


def test_the_legend_says_every_role(call, tmp_path):
    head = "bluecanvas: 1\ntitle: T\nscores:\n  - [F, Us, As seen, As asked]\n  - [a, 1, 2, 3]\n  - [b, 9, 8, 7]\n"
    Path(tmp_path, "a.yaml").write_text(f"{head}curves: {{As seen: {{role: delivered}}, As asked: {{role: wanted}}}}\n")
    shown = call("plot", "a.yaml").out
    assert " As seen delivered  " in shown
    assert " As asked wanted\n" in shown


def test_languages(call, tmp_path):
    texts = "texts: {zh-Hant: {title: 短程航空, factors: {Price: 票價}, curves: {Us: 我們}}}\n"
    Path(tmp_path, "a.yaml").write_text(TABLE + texts)
    for tag in ("zh-TW", "zh-Hant", "zh_HK"):
        out = call("plot", "a.yaml", "--lang", tag).out
        assert all(word in out for word in ("短程航空", "票價", "我們"))
    done = call("plot", "a.yaml", "--lang", "de")
    assert (done.status, done.out) == (2, "")
    known = "en, ja, ko, zh-Hans or zh-Hant"
    assert done.err == f"error: there is no language 'de' here\nhint: write one of {known}, or a tag such as zh-TW\n"
    done = call("plot", "a.yaml", "--lang", "english please")
    assert done.status == 2
    assert "'english please' is no language tag" in done.err


def test_another_title(call, air):
    out = call("plot", air, "--title", "Trains").out
    assert "Trains" in out
    assert "Short-haul" not in out


def test_size_and_dpi_are_the_pixels(call, air):
    assert call("plot", air, "-o", "a.png", "--size", "8x4.5", "--dpi", "100").status == 0
    assert size_of("a.png") == (800, 450)
    assert call("plot", air, "-o", "a.png", "--size", "8×4.5", "--dpi", "200").status == 0
    assert size_of("a.png") == (1600, 900)


@pytest.mark.parametrize("size", ["8", "8x", "x8", "wide", "0x4", "-8x4", "nanx4", "1e9x1", "infxinf"])
def test_no_size(call, air, size):
    done = call("plot", air, "-o", "a.png", "--size", size)
    assert (done.status, done.out) == (2, "")
    assert "inches" in done.err
    assert not Path("a.png").exists()


def test_a_picture_nobody_can_hold(call, air):
    done = call("plot", air, "-o", "a.png", "--size", "100x100", "--dpi", "1200")
    assert done.status == 2
    assert "pixels" in done.err


def test_other_figures(call, tmp_path):
    Path(tmp_path, "a.yaml").write_text(TABLE + "errc: {eliminate: [Lounges], raise: [Speed, Kindness]}\n")
    assert "Eliminate" in call("plot", "a.yaml", "--figure", "errc").out
    both = call("plot", "a.yaml", "--figure", "all").out
    assert "Short-haul air travel" in both
    assert "Eliminate" in both
    done = call("plot", "a.yaml", "--figure", "ercc")
    assert done.status == 2
    assert "did you mean `errc`?" in done.err


def test_a_figure_the_canvas_does_not_have(call, air):
    done = call("plot", air, "--figure", "errc")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("error: the canvas has no errc\n")
    assert call("errc", air).status == 1
    assert "has no ERRC grid" in call("errc", air).err


def test_the_grid(call, tmp_path):
    Path(tmp_path, "a.yaml").write_text(TABLE + "errc: {eliminate: [Lounges], raise: {Speed: {why: Time}}}\n")
    done = call("errc", "a.yaml")
    assert (done.status, done.err) == (0, "")
    assert all(word in done.out for word in ("Eliminate", "Lounges", "Speed", "Time"))


def test_standard_input(call):
    assert "Kindness" in call("plot", "-", stdin=TABLE.encode()).out
    assert call("plot", "-", "-o", "a.svg", stdin=TABLE.encode()).status == 0


def test_a_canvas_with_errors_is_shown_them_instead(call, broken):
    done = call("plot", broken, "-o", "a.png")
    assert (done.status, done.out) == (1, "")
    assert "error BC001" in done.err
    assert done.err.endswith("error: broken.canvas.yaml cannot be drawn before this is mended\n")
    assert not Path("a.png").exists()


def test_a_suppressed_error_stands_in_nobodys_way(call, tmp_path):
    Path(tmp_path, "a.yaml").write_text(TABLE + "colour: red  # bluecanvas: ignore[BC012] ours\n")
    assert call("plot", "a.yaml").status == 0
    Path(tmp_path, "b.yaml").write_text("# bluecanvas: ignore-file[BC013]\nbluecanvas: 1\n")
    done = call("plot", "b.yaml")
    assert done.status == 1
    assert "error BC0" in done.err


def test_advice_stands_in_nobodys_way(call, tmp_path):
    Path(tmp_path, "a.yaml").write_text(TABLE.replace("title: Short-haul air travel", "title: {en: Air, de: Luft}"))
    assert call("check", "a.yaml", "--fail-on", "advice").status == 1
    done = call("plot", "a.yaml")
    assert (done.status, done.err) == (0, "")


def test_a_missing_canvas_is_status_2(call, air):
    done = call("plot", "ari.canvas.yaml", "-o", "a.png")
    assert (done.status, done.out) == (2, "")
    assert done.err == "error: there is no file ari.canvas.yaml\nhint: did you mean air.canvas.yaml?\n"


@pytest.mark.parametrize("columns", [1, 20, 40, 120, 100000])
def test_no_line_is_wider_than_the_terminal(call, air, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in (["plot", air], ["plot", air, "--lang", "zh-TW"]):
        done = call(*words)
        assert done.status == 0
        assert max(cells(line) for line in done.out.splitlines()) <= max(20, columns)


@pytest.mark.parametrize("columns", ["", "0", "-5", "wide", "²", "9" * 5000])
def test_columns_that_are_no_number(call, air, monkeypatch, columns):
    expected = call("plot", air).out
    monkeypatch.setenv("COLUMNS", columns)
    assert call("plot", air).out == expected or columns == "9" * 5000


def test_colours_follow_the_variables(call, air, monkeypatch):
    assert "\x1b[" not in call("plot", air).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" in call("plot", air).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in call("plot", air).out


def test_nothing_in_a_canvas_commands_a_build_server(call, tmp_path):
    hostile = '"::error file=a::gone"'
    text = (
        TABLE.replace("Short-haul air travel", hostile)
        .replace("Meals", '"##vso[task.x]y"')
        .replace("Hubs", '"##[error]z"')
    )
    Path(tmp_path, "a.yaml").write_text(text)
    for words in (["plot", "a.yaml"], ["check", "a.yaml"], ["plot", "a.yaml", "--figure", "all"]):
        out = call(*words).out
        assert not any(line.lstrip().startswith("::") for line in out.splitlines())
        assert "##[" not in out
        assert "##vso[" not in out


def crowd(curves: int, factors: int) -> str:
    levels = ", ".join(f"f{k}: {k % 11}" for k in range(factors))
    rows = "".join(f"  c{c}: {{name: Curve {c}, role: rival, scores: {{{levels}}}}}\n" for c in range(1, curves))
    named = "".join(f"  f{k}: Factor {k}\n" for k in range(factors))
    return f"bluecanvas: 1\ntitle: A crowd\nfactors:\n{named}curves:\n  us: {{name: Us, scores: {{{levels}}}}}\n{rows}"


def test_a_crowd_is_drawn_quietly_and_said_once_with_what_to_do(call):
    Path("crowd.yaml").write_text(crowd(30, 4), encoding="utf-8")
    done = call("plot", "crowd.yaml", "-o", "a.svg", "-o", "a.html", "-o", "a.csv")
    assert done.status == 0
    assert [line for line in done.err.splitlines() if line.startswith("note: ")] == [
        "note: 29 of 30 curves are drawn quietly, for so many cannot be told apart; "
        "draw fewer with --only or --without, or one above all with --highlight"
    ]
    assert "note: " not in call("plot", "crowd.yaml", "-o", "b.csv").err


def test_a_picture_that_would_hold_too_many_pixels_has_fewer_and_says_so(call, air):
    done = call("plot", air, "-o", "a.png", "--dpi", "1200")
    assert done.status == 0
    width, height = size_of("a.png")
    assert 11_500_000 < width * height < 12_100_000
    assert done.err.splitlines()[1].startswith("note: drawn at ")
    assert done.err.splitlines()[1].endswith(
        "dpi instead of 1200, for a picture holds 12 million pixels; .svg has no limit"
    )
