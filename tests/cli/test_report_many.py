"""`bluecanvas report` on folders, in every medium, against an older canvas, for an audience, and checked."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from samples import TABLE

MAGIC = {"html": b"<!doctype html>", "docx": b"PK", "pptx": b"PK", "xlsx": b"PK", "pdf": b"%PDF"}


def files(folder: str = ".") -> set[str]:
    return {path.as_posix() for path in Path(folder).rglob("*") if path.is_file()}


@pytest.fixture
def folder(air: str) -> str:
    """A folder of canvases, one of them in a folder of its own."""
    Path("all/rails").mkdir(parents=True)
    Path("all", air).write_text(TABLE, encoding="utf-8")
    Path("all/rails/rail.canvas.yaml").write_text(TABLE.replace("Short-haul", "Long-haul"), encoding="utf-8")
    return "all"


@pytest.mark.parametrize("medium", sorted(MAGIC))
def test_a_report_in_every_medium(call, air, medium):
    assert call("report", air, "-o", f"air.{medium}").status == 0
    assert Path(f"air.{medium}").read_bytes().lower().startswith(MAGIC[medium].lower())
    assert files() == {air, f"air.{medium}"}


@pytest.mark.parametrize("out", ["out/", "out"])
def test_a_folder_of_canvases_becomes_a_folder_of_reports(call, folder, out):
    assert call("report", folder, "-o", out).status == 0
    assert {path for path in files("out") if not path.endswith(".png")} == {
        "out/air-report.md",
        "out/rails/rail-report.md",
        "out/index.md",
    }
    index = Path("out/index.md").read_text(encoding="utf-8")
    assert "[Short-haul air travel](air-report.md)" in index
    assert "[Long-haul air travel](rails/rail-report.md)" in index


def test_a_pattern_names_the_reports(call, folder):
    assert call("report", folder, "-o", "out/{name}.html").status == 0
    assert files("out") == {"out/air.html", "out/rails/rail.html", "out/index.html"}
    assert 'href="rails/rail.html"' in Path("out/index.html").read_text(encoding="utf-8")


def test_a_pattern_may_name_a_canvas_more_than_once(call, folder):
    assert call("report", folder, "-o", "out/{name}/{name}.html").status == 0
    assert files("out") == {"out/air/air.html", "out/rails/rail/rail.html", "out/index.html"}
    assert call("report", folder, "-o", "new/our-{name}.html").status == 0
    assert files("new") == {"new/our-air.html", "new/rails/our-rail.html", "new/index.html"}


def test_a_report_is_not_replaced_by_the_index(call, folder):
    Path("all/index.canvas.yaml").write_text(TABLE, encoding="utf-8")
    done = call("report", folder, "-o", "out/{name}.html")
    assert done.status == 2
    assert done.err.startswith("error: the report of all/index.canvas.yaml would be the index page out/index.html\n")
    assert not Path("out").exists()


def test_a_folder_needs_a_place_for_its_reports(call, folder):
    done = call("report", folder)
    assert done.status == 2
    assert "say where its reports go" in done.err
    assert call("report", folder, "-o", "out.docx").status == 2


def test_a_foreign_index_is_not_replaced(call, folder):
    Path("out").mkdir()
    Path("out/index.md").write_text("my own notes")
    done = call("report", folder, "-o", "out/")
    assert done.status == 2
    assert Path("out/index.md").read_text() == "my own notes"
    assert call("report", folder, "-o", "new/").status == call("report", folder, "-o", "new/").status == 0


def test_one_canvas_that_cannot_be_reported_does_not_keep_the_others(call, folder, broken):
    Path(broken).rename("all/a.canvas.yaml")
    done = call("report", folder, "-o", "out/")
    assert done.status == 1
    assert "a.canvas.yaml:8:17" in done.err
    assert "checked 1 canvas" not in done.err
    assert "out/air-report.md" in files("out")
    assert "out/a-report.md" not in files("out")
    index = Path("out/index.md").read_text(encoding="utf-8")
    assert [line.split()[1:3] for line in index.splitlines() if "a.canvas.yaml" in line] == [["all/a.canvas.yaml", "|"]]
    assert call("report", folder, "-o", "out/", "--audience", "board").status == 1
    assert "a.canvas.yaml" not in Path("out/index.md").read_text(encoding="utf-8")


def test_check_says_what_is_missing_and_out_of_date(call, air):
    done = call("report", air, "--check")
    assert (done.status, files()) == (1, {air})
    assert "air-report.md is missing" in done.err
    call("report", air)
    done = call("report", air, "--check")
    assert (done.status, done.err) == (0, "1 report is up to date\n")
    Path(air).write_text(TABLE.replace("Kindness", "Warmth"), encoding="utf-8")
    before = Path("air-report.md").read_bytes()
    done = call("report", air, "--check")
    assert done.status == 1
    assert "air-report.md is not up to date" in done.err
    assert Path("air-report.md").read_bytes() == before


def test_safe_allows_shipped_templates_only(call, air):
    Path("own.md.j2").write_text("{{ canvas.title }}")
    assert call("report", air, "--safe").status == 0
    done = call("report", air, "--safe", "-t", "own.md.j2")
    assert done.status == 2
    assert "no shipped template" in done.err


def test_what_is_not_for_the_board_is_left_out_and_said(call, air):
    secret = TABLE + "evidence:\n  memo: {source: A secret memo, audience: team}\n"
    Path(air).write_text(secret, encoding="utf-8")
    assert "secret memo" in _reported(call, air, "team")
    done = call("report", air, "--audience", "board", "-o", "board.md")
    assert (done.status, "secret memo" in Path("board.md").read_text(encoding="utf-8")) == (0, False)
    assert "left out for the board" in done.err


def _reported(call, file: str, audience: str) -> str:
    assert call("report", file, "--audience", audience, "-o", "x.md").status == 0
    return Path("x.md").read_text(encoding="utf-8")


def test_a_template_says_for_whom_it_is(call, air):
    Path(air).write_text(TABLE + "evidence:\n  memo: {source: A secret memo, audience: team}\n", encoding="utf-8")
    own = "---\naudience: board\n---\n{% for one in canvas.evidence %}{{ one.source }}{% endfor %}.\n"
    Path("own.md.j2").write_text(own, encoding="utf-8")
    call("report", air, "-t", "own.md.j2", "-o", "own.md")
    assert Path("own.md").read_text(encoding="utf-8") == ".\n"
    Path("own.md.j2").write_text(own.replace("board", "borad"), encoding="utf-8")
    done = call("report", air, "-t", "own.md.j2", "-o", "own.md")
    assert (done.status, "did you mean `board`?" in done.err) == (2, True)


def test_against_says_what_changed(call, air):
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", *words], check=True)
    Path(air).write_text(TABLE.replace("Speed,      9", "Speed,      7"), encoding="utf-8")
    assert call("report", air, "-t", "pr-comment", "--against", f"HEAD:{air}", "-o", "pr.md").status == 0
    assert "- Us: Speed lowered from 9 to 7\n" in Path("pr.md").read_text(encoding="utf-8")
    assert call("report", air, "--against", "nowhere.canvas.yaml").status == 2


def test_a_logo_is_a_picture_of_the_templates_folder(call, air):
    Path("own").mkdir()
    Path("own/own.md.j2").write_text("---\nlogo: ../logo.png\n---\n# {{ canvas.title }}\n", encoding="utf-8")
    Path("logo.png").write_bytes(b"no picture")
    done = call("report", air, "-t", "own/own.md.j2", "-o", "own.docx")
    assert (done.status, "leads out of the template's folder" in done.err) == (2, True)
    done = call("report", air, "--set", "logo=logo.png", "-o", "own.docx")
    assert (done.status, "is no PNG or JPEG" in done.err) == (2, True)


@pytest.mark.parametrize("medium", ["docx", "pptx", "pdf", "html"])
@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\nand then something else", b"\xff\xd8\xff\xe0"]
)
def test_a_logo_can_be_read_to_its_end(call, air, medium, data):
    Path("logo.png").write_bytes(data)
    done = call("report", air, "-t", "one-slide", "--set", "logo=logo.png", "-o", f"own.{medium}")
    assert done.status == 2
    assert done.err == "error: the logo logo.png is no picture that can be read\nhint: save it anew as a .png\n"
    assert not Path(f"own.{medium}").exists()


def test_the_same_report_has_the_same_bytes(call, air):
    for medium in MAGIC:
        call("report", air, "-o", f"one.{medium}")
        call("report", air, "-o", f"two.{medium}")
        assert Path(f"one.{medium}").read_bytes() == Path(f"two.{medium}").read_bytes(), medium


def test_a_report_of_a_canvas_that_is_gone_is_not_up_to_date(call, folder):
    for medium in ("docx", "html"):
        out = f"{medium}/{{name}}.{medium}"
        assert call("report", folder, "-o", out, "-t", "one-slide").status == 0
        assert call("report", folder, "-o", out, "-t", "one-slide").status == 0
        assert call("report", folder, "-o", out, "-t", "one-slide", "--check").status == 0
    Path("all/rails/rail.canvas.yaml").unlink()
    for medium, index in (("docx", "index.md"), ("html", "index.html")):
        out = f"{medium}/{{name}}.{medium}"
        done = call("report", folder, "-o", out, "-t", "one-slide", "--check")
        assert done.status == 1
        assert f"{medium}/rails/rail.{medium} is of no canvas any more\n" in done.err
        assert f"{medium}/{index} is not up to date\n" in done.err
        other = call("report", folder, "-o", f"{medium}/{{name}}-brief.{medium}", "-t", "brief")
        assert "is of no canvas" not in other.err  # whose names are others
    done = call("report", folder, "-o", "docx/{name}.docx", "-t", "one-slide")
    assert (done.status, Path("docx/rails/rail.docx").exists()) == (0, True)


def test_one_index_lists_the_reports_of_every_output(call, folder):
    outs = ("-o", "out/{name}.docx", "-o", "out/{name}.md")
    assert call("report", folder, *outs, "-t", "one-slide", "--lang", "zh-TW").status == 0
    index = Path("out/index.md").read_text(encoding="utf-8")
    assert "\n# 報告一覽\n" in index
    assert "(air.docx)](air.docx)" in index
    assert "(rails/rail.md)](rails/rail.md)" in index
    assert call("report", folder, *outs, "-t", "one-slide", "--lang", "zh-TW", "--check").status == 0


def test_canvases_of_one_title_are_told_apart_by_their_reports(call, folder):
    Path("all/copy.canvas.yaml").write_text(TABLE.replace("date: 2026", "date: 2026-10-03"), encoding="utf-8")
    assert call("report", folder, "-o", "out", "-t", "one-slide", "--lang", "zh-TW").status == 0
    index = Path("out/index.md").read_text(encoding="utf-8")
    assert "[Short-haul air travel (air-one-slide.md)](air-one-slide.md)" in index
    assert "[Short-haul air travel (copy-one-slide.md)](copy-one-slide.md)" in index
    assert "[Long-haul air travel](rails/rail-one-slide.md)" in index
    assert "| 2026年10月3日 |" in index


def test_what_is_left_out_is_said_once_of_each_canvas(call, air):
    marked = TABLE.replace("tagline: The", "tagline:\n  audience: team\n  text: The")
    Path("new.canvas.yaml").write_text(marked, encoding="utf-8")
    Path("old.canvas.yaml").write_text(marked, encoding="utf-8")
    done = call(
        "report", "new.canvas.yaml", "--against", "old.canvas.yaml", "-t", "brief", "-o", "a.md", "-o", "a.html"
    )
    told = [line for line in done.err.split("\n") if "left out" in line]
    assert told == [
        f"{name}.canvas.yaml: left out for the board: the tagline is not for them" for name in ("new", "old")
    ]


def test_a_canvas_that_is_not_for_them_is_named(call, folder):
    Path("all/a.canvas.yaml").write_text("audience: team\n" + TABLE, encoding="utf-8")
    done = call("report", folder, "-o", "out", "-t", "brief")
    assert done.status == 1
    assert "error: all/a.canvas.yaml: the canvas is for the team, not for the board\n" in done.err
    assert "a.canvas.yaml" not in Path("out/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("notes", "status"), [("7", 0), ("abc", 2), ("-1", 2), ("", 2)])
def test_how_many_votes_is_a_number(call, air, notes, status):
    done = call("report", air, "-t", "workshop", "--set", f"notes={notes}", "-o", "-")
    assert (done.status, "has 7 votes" in done.out, f"--set notes={notes} is no number" in done.err) == (
        status, not status, bool(status)
    )  # fmt: skip


def test_a_slip_in_front_matter_makes_no_report(call, air):
    Path("own.md.j2").write_text("---\naudiance: board\n---\n# {{ canvas.title }}\n")
    for options in ((), ("--audience", "board")):
        done = call("report", air, "-t", "own.md.j2", "-o", "own.md", *options)
        assert (done.status, done.err) == (
            2,
            "error: own.md.j2:2: `audiance: board` is not read\n"
            "hint: write `audience: board` at the beginning of the line; a key of your own needs another name\n",
        )
        assert not Path("own.md").exists()
    done = call("templates", "check", ".")
    assert done.status == 1
    assert done.out.startswith("own.md.j2:2: `audiance: board` is not read (")
