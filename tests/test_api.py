"""The Python API: load, check, plot and report in one line each, with errors that say what to mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import bluecanvas as bc
from bluecanvas.errors import CallError, CanvasError

TABLE = """\
bluecanvas: 1
title: Short-haul air travel
date: 2026
factors: {Price: {kind: price}}
curves: {Us today: {role: as-is}}
scores:
  - [Factor,    Us, Us today, Rail, Airlines]
  - [Price,      2,        4,    3,        6]
  - [Meals,      1,        5,    4,        6]
  - [Lounges,    0,        3,    1,        7]
  - [Hubs,       1,        6,    1,        7]
  - [Kindness,   8,        5,    4,        4]
  - [Speed,      9,        6,    2,        4]
tagline: The speed of a plane with the kindness of a host
"""


@pytest.fixture(autouse=True)
def air(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "air.canvas.yaml"
    file.write_text(TABLE, encoding="utf-8")
    return file


def test_the_names_are_there_and_no_others():
    assert set(bc.__all__) <= set(dir(bc))
    assert {"load", "check", "plot", "report", "read", "diff", "LoadedCanvas", "__version__"} <= set(bc.__all__)
    for name in bc.__all__:
        assert getattr(bc, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'plott'"):
        _ = bc.plott


def test_load_takes_texts_and_paths(air):
    assert bc.load("air.canvas.yaml").canvas == bc.load(air).canvas
    assert bc.load(air).canvas.title == "Short-haul air travel"


def test_plot_writes_files_and_says_nothing(air, capfd):
    canvas = bc.load(air)
    assert canvas.plot("a.png", Path("a.svg"), size=(8, 4.5), dpi=100) == ""
    assert Path("a.png").read_bytes().startswith(b"\x89PNG")
    assert Path("a.svg").read_text(encoding="utf-8").startswith("<")
    assert bc.plot(air, "b.pdf") == ""
    assert Path("b.pdf").read_bytes().startswith(b"%PDF")
    assert capfd.readouterr() == ("", "")


def test_plot_without_outputs_is_text(air):
    text = bc.plot(air)
    assert "Kindness" in text
    assert "\x1b" not in text
    assert "Trains" in bc.load(air).plot(title="Trains")


def test_other_languages(air):
    air.write_text(TABLE + "texts: {zh-Hant: {title: 短程航空}}\n", encoding="utf-8")
    assert "短程航空" in bc.load(air).plot(language="zh-TW")
    assert bc.load(air).report(language="zh-TW").startswith("# 短程航空")
    air.write_text(TABLE.replace("date: 2026\n", ""), encoding="utf-8")
    assert [one.message for one in bc.check(air, "BC008", language="zh-CN")] == ["战略布局图没有日期"]
    assert [one.message for one in bc.load(air).check("BC008", language="fr")] == ["the canvas has no date"]
    assert "策略草圖沒有日期" in bc.load(air).report(language="zh-TW")


def test_one_word_may_stand_alone(air):
    canvas = bc.load(air)
    assert canvas.plot(only="Us") == canvas.plot(only=("Us",)) == canvas.plot(only=["Us"])
    assert "Rail" not in canvas.plot(without="Rail")
    assert bc.check(air, select="BC1") == bc.check(air, select=["BC1"])


def test_blocks_are_values(air):
    (block,) = bc.load(air).blocks(only=("Us", "Rail"))
    assert [line.name for line in block.lines] == ["Us", "Rail"]
    assert block.as_table().rows


def test_a_notebook_shows_the_picture(air):
    assert "<svg" in bc.load(air)._repr_svg_()


def test_check_gives_verdicts_in_order(air):
    assert bc.check(air) == []
    air.write_text(TABLE.replace("date: 2026\n", "").replace("9, ", "99, "), encoding="utf-8")
    found = bc.check(air)
    assert [one.code for one in found] == ["BC001"]
    assert found[0].place.line == 12
    air.write_text(TABLE.replace("date: 2026\n", ""), encoding="utf-8")
    assert [one.code for one in bc.check(air)] == [one.code for one in bc.load(air).check()] == ["BC008"]
    assert bc.check(air, ignore="BC008") == bc.load(air).check(ignore=["undated"]) == []


def test_check_asks_what_a_configuration_says_where_it_is_named(air):
    air.write_text(TABLE.replace("date: 2026\n", ""), encoding="utf-8")
    Path("bluecanvas.toml").write_text('select = ["BC0"]\n[per-file-ignores]\n"air*" = ["BC008"]\n', encoding="utf-8")
    assert [one.code for one in bc.check(air)] == ["BC008"]
    assert bc.check(air, config="bluecanvas.toml") == bc.check(str(air), config=Path("bluecanvas.toml")) == []
    assert bc.check(air, config="bluecanvas.toml", select="BC103") == []
    air.write_text(TABLE, encoding="utf-8")
    assert [one.code for one in bc.check(air, as_of=date(2029, 1, 1))] == ["BC908"]


def test_report_is_markdown_and_writes_only_when_asked(air, capfd):
    text = bc.report(air)
    assert text.startswith("# Short-haul air travel\n")
    assert [path.name for path in Path().iterdir()] == ["air.canvas.yaml"]
    assert bc.report(air, "out.md") == Path("out.md").read_text(encoding="utf-8")
    assert Path("out-curves.png").exists()
    Path("own.md.j2").write_text("{{ settings.who }}", encoding="utf-8")
    assert bc.load(air).report(template="own.md.j2", settings={"who": "x"}) == "x\n"
    assert capfd.readouterr() == ("", "")


def test_a_canvas_with_errors_names_them(air):
    air.write_text(TABLE.replace("9, ", "99, "), encoding="utf-8")
    with pytest.raises(CanvasError) as raised:
        bc.load(air)
    assert str(raised.value).startswith(f"{air} cannot be read as meant\n{air}:13:18: error BC001 99 is outside")
    assert bc.check(air)[0].message.startswith("99 is outside")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: bc.load("nope.yaml"), "there is no file nope.yaml"),
        (lambda: bc.check("nope.yaml"), "there is no file nope.yaml"),
        (lambda: bc.plot("air.canvas.yaml", "a.gif"), "a.gif has no ending that can be drawn"),
        (lambda: bc.plot("air.canvas.yaml", "no/a.svg"), "there is no folder no"),
        (lambda: bc.report("air.canvas.yaml", "no/a.md"), "there is no folder no"),
        (lambda: bc.report("air.canvas.yaml", "air.canvas.yaml"), "air.canvas.yaml is the canvas itself"),
        (lambda: bc.report("air.canvas.yaml", template="reprot"), "there is no template 'reprot'"),
        (lambda: bc.load("air.canvas.yaml").plot(figure_name="x"), "there is no figure 'x'"),
        (lambda: bc.load("air.canvas.yaml").plot(only="Uss"), "there is no curve or factor 'Uss'"),
        (lambda: bc.check("air.canvas.yaml", select="BCX"), "there is no rule 'BCX'"),
    ],
)
def test_a_wrong_call_is_a_call_error(call, said):
    with pytest.raises(CallError) as raised:
        call()
    assert raised.value.message == said
    assert raised.value.hint


def test_the_package_is_typed():
    assert Path(bc.__file__).with_name("py.typed").is_file()


def test_read_gives_every_verdict_with_its_figures(air):
    found = {one.name: one.judgement for one in bc.read(air) if one.judgement.curve == "Us"}
    assert (found["divergence"].verdict, found["divergence"].fires) == ("divergent", False)
    assert found["divergence"].figures["d_ind"] >= found["divergence"].thresholds["far"]
    assert bc.load(air).read() == bc.read(air)


def test_diff_gives_what_changed(air):
    Path("next.canvas.yaml").write_text(TABLE.replace("Speed,      9,", "Speed,      4,"), encoding="utf-8")
    found = bc.diff(air, "next.canvas.yaml")
    assert [(one.kind, one.curve, one.factor, one.before, one.after) for one in found.changes] == [
        ("lowered", "Us", "Speed", 9, 4)
    ]
    assert found.changes[0].text == "Us: Speed lowered from 9 to 4"
    assert bc.diff(air, air).is_empty
    with pytest.raises(CallError, match=r"there is no file nowhere\.yaml"):
        bc.diff(air, "nowhere.yaml")
    Path("broken.canvas.yaml").write_text("bluecanvas: 1\n", encoding="utf-8")
    with pytest.raises(CanvasError, match=r"broken\.canvas\.yaml cannot be read as meant"):
        bc.diff("broken.canvas.yaml", air)


def test_a_report_is_for_whom_its_template_says(air):
    Path("own.canvas.yaml").write_text(
        Path(air).read_text(encoding="utf-8") + "evidence: {talks: {source: Secret talks, audience: team}}\n",
        encoding="utf-8",
    )
    loaded = bc.load("own.canvas.yaml")
    assert "Secret talks" in loaded.report()
    assert "Secret talks" not in loaded.report(audience="board")
    Path("own.md.j2").write_text("---\naudience: board\n---\n{{ canvas.evidence | map(attribute='source') | join }}.\n")
    assert loaded.report(template="own.md.j2") == ".\n"
    assert loaded.report(template="own.md.j2", audience="team") == "Secret talks.\n"
    with pytest.raises(CallError, match="there is no audience 'bord'"):
        loaded.report(audience="bord")
