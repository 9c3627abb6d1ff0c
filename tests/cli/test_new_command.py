"""`bluecanvas new`: starters that pass their own check, and files that are never overwritten unasked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bluecanvas.publishing.shipped import examples

EXAMPLES = [example.name for example in examples()]


@pytest.mark.parametrize("options", [[], ["--minimal"]], ids=str)
@pytest.mark.parametrize(
    "name",
    ["air", "a b", "null", "NULL", "~", "yes", "007", "1e3", "0x1f", "2026-01-01", "12:30", "true", "價格", "[x]", "{title}",
     "#x", "a: b", "- x", "*a", "&a", "!t", "%x", "@x", "`x`", "'q'", '"q"', "a\\b", "a\nb", "\u202ebidi", "\x1b[31m", "::error::x"],
)  # fmt: skip
def test_a_starter_passes_its_own_check_whatever_its_name(call, monkeypatch, name, options):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    done = call("new", *options, "--", name)
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("wrote ")
    assert "\ndraw it: bluecanvas plot " in done.err
    file = f"{name}.canvas.yaml"
    checked = call("check", "--fail-on", "advice", "--format", "concise", "--", file)
    assert (checked.status, checked.out) == (0, "")
    assert call("plot", "--", file).status == 0


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_copied_as_it_is_and_passes_its_check(call, name):
    assert call("new", "mine", "--from", name).status == 0
    shipped = next(example.path for example in examples() if example.name == name)
    assert Path("mine.canvas.yaml").read_bytes() == shipped.read_bytes()
    assert call("check", "--fail-on", "warning").status == 0


def test_the_starter_shows_what_it_says(call):
    call("new", "air")
    text = Path("air.canvas.yaml").read_text()
    assert "bluecanvas plot  air.canvas.yaml" in text
    assert "Eliminate" in call("errc", "air.canvas.yaml").out


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("air", "air.canvas.yaml"),
        ("air.canvas.yaml", "air.canvas.yaml"),
        ("air.yml", "air.yml"),
        ("sub/air", "sub/air.canvas.yaml"),
    ],
)
def test_the_file_of_a_name(call, name, file):
    Path("sub").mkdir()
    assert call("new", name).status == 0
    assert Path(file).is_file()


@pytest.mark.parametrize("name", ["", ".", "..", "sub/", "/", ".canvas.yaml"])
def test_no_name(call, name):
    done = call("new", name)
    assert done.status == 2
    assert "is no name" in done.err
    assert list(Path().iterdir()) == []


def test_never_overwrites_unasked(call):
    Path("air.canvas.yaml").write_text("mine")
    done = call("new", "air")
    assert done.status == 2
    assert done.err.startswith(
        "error: air.canvas.yaml is there already\nhint: choose another name, or overwrite it with --force"
    )
    assert Path("air.canvas.yaml").read_text() == "mine"
    assert call("new", "air", "--force").status == 0
    assert Path("air.canvas.yaml").read_text() != "mine"


def test_never_replaces_a_link_unasked(call):
    Path("air.canvas.yaml").symlink_to("elsewhere")
    assert call("new", "air").status == 2
    assert Path("air.canvas.yaml").is_symlink()


def test_a_folder_that_is_not_there(call):
    done = call("new", "no/air")
    assert done.status == 2
    assert done.err == "error: there is no folder no\nhint: make it first: mkdir -p no\n"


def test_the_date_is_that_of_the_build(call, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    for options in ([], ["--minimal"]):
        assert call("new", "air", "--force", *options).status == 0
        assert "date: 1970-01-01\n" in Path("air.canvas.yaml").read_text()


@pytest.mark.parametrize("options", [[], ["--minimal"]], ids=str)
def test_without_a_day_the_date_waits_to_be_filled_in_and_nothing_else_is_missing(call, options):
    assert call("new", "air", *options).status == 0
    text = Path("air.canvas.yaml").read_text()
    assert "\n# date: YYYY-MM-DD " in text
    checked = call("check", "--format", "concise")
    assert (checked.status, [line.split()[2] for line in checked.out.splitlines()]) == (0, ["BC008"])
    Path("air.canvas.yaml").write_text(text.replace("# date: YYYY-MM-DD", "date: 2026-10-03"))
    assert call("check", "--fail-on", "advice").status == 0


@pytest.mark.parametrize("epoch", ["", "1790000000"])
@pytest.mark.parametrize("options", [[], ["--minimal"]], ids=str)
def test_a_starter_is_the_same_in_every_zone(call, monkeypatch, options, epoch):
    """Between these two it is never the same day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    written = []
    try:
        for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
            with monkeypatch.context() as there:
                there.setenv("TZ", zone)
                time.tzset()
                assert call("new", "air", "--force", *options).status == 0
            written.append(Path("air.canvas.yaml").read_bytes())
    finally:
        time.tzset()
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("qb", "qb-house"), ("House", "qb-house"), ("yellowtail", "yellow-tail"), ("canvases/wii.canvas.yaml", "wii"), ("southwest", "southwest-2025")],
)  # fmt: skip
def test_an_example_that_is_not_there_suggests_the_nearest(call, name, meant):
    done = call("new", "mine", "--from", name)
    assert done.status == 2
    assert done.err.startswith(
        f"error: there is no example '{name}'\nhint: did you mean `{meant}`? known here: {EXAMPLES[0]}, "
    )


@pytest.mark.parametrize("name", ["zzzzz", "", "-"])
def test_an_example_like_no_other_lists_them(call, name):
    done = call("new", "mine", f"--from={name}")
    assert done.err == f"error: there is no example '{name}'\nhint: known here: {', '.join(EXAMPLES)}\n"


@pytest.mark.parametrize("epoch", ["soon", "9" * 30, "²", "9" * 5000])
def test_a_build_date_that_is_none(call, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    done = call("new", "air")
    assert done.status == 2
    assert "SOURCE_DATE_EPOCH" in done.err
