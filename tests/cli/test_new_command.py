"""`bluecanvas new`: starters that pass their own check, and files that are never overwritten unasked."""

from __future__ import annotations

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
def test_a_starter_passes_its_own_check_whatever_its_name(call, name, options):
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


@pytest.mark.parametrize("epoch", ["soon", "9" * 30, "²", "9" * 5000])
def test_a_build_date_that_is_none(call, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    done = call("new", "air")
    assert done.status == 2
    assert "SOURCE_DATE_EPOCH" in done.err
