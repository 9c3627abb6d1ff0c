"""`bluecanvas report` and `bluecanvas templates`: where reports go, and what they must not replace."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from samples import TABLE

TEMPLATES = ["brief", "deck", "one-slide", "pr-comment", "report", "workshop"]
PICTURES = ("air-report-curves.png", "air-report-reading.png")
PNG = b"\x89PNG\r\n\x1a\n"


def files() -> set[str]:
    return {str(path) for path in Path().rglob("*") if path.is_file()}


def test_a_report_and_its_picture_stand_beside_each_other(call, air):
    done = call("report", air)
    assert (done.status, done.out) == (0, "")
    assert done.err == "".join(f"wrote {name}\n" for name in (*PICTURES, "air-report.md"))
    assert files() == {air, "air-report.md", *PICTURES}
    assert "](air-report-curves.png)" in Path("air-report.md").read_text()
    assert Path("air-report-curves.png").read_bytes().startswith(PNG)


@pytest.mark.parametrize("output", ["out", "out/"])
def test_a_report_to_a_folder(call, air, output):
    Path("out").mkdir()
    assert call("report", air, "-o", output).status == 0
    assert files() == {air, "out/air-report.md", *(f"out/{name}" for name in PICTURES)}


def test_a_folder_of_reports_is_made_where_it_is_missing(call, air):
    assert call("report", air, "-o", "new/").status == 0
    assert Path("new/air-report.md").is_file()


def test_a_report_by_name(call, air):
    assert call("report", air, "-o", "board.md").status == 0
    assert files() == {air, "board.md", "board-curves.png", "board-reading.png"}


def test_several_reports_to_a_folder(call, air):
    Path("rail.canvas.yaml").write_text(TABLE)
    Path("out").mkdir()
    assert call("report", air, "rail.canvas.yaml", "-o", "out").status == 0
    assert {"out/air-report.md", "out/rail-report.md"} < files()


def test_two_reports_of_one_name(call, air):
    Path("sub").mkdir()
    Path("sub/air.canvas.yaml").write_text(TABLE)
    done = call("report", air, "sub/air.canvas.yaml")
    assert done.status == 2
    assert "same name" in done.err
    assert not Path("air-report.md").exists()


def test_languages(call, air):
    assert call("report", air, "--lang", "zh-TW").status == 0
    assert "策略" in Path("air-report.md").read_text(encoding="utf-8")
    assert call("report", air, "--lang", "no language").status == 2


def test_settings_reach_the_template(call, air):
    Path("own.md.j2").write_text("{{ settings.who }} on {{ canvas.title }}\n")
    assert call("report", air, "-t", "own.md.j2", "--set", "who=Ann = Bob").status == 0
    assert Path("air-own.md").read_text() == "Ann = Bob on Short-haul air travel\n"


@pytest.mark.parametrize("word", ["who", "=x", "a b=c", "1=2"])
def test_no_setting(call, air, word):
    done = call("report", air, "--set", word)
    assert done.status == 2
    assert "is no setting" in done.err


def test_standard_input(call):
    assert call("report", "-", stdin=TABLE.encode()).status == 0
    assert "canvas-report.md" in files()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("a.txt", "a.txt has no ending that can be reported"),
        ("out", "out has no ending that can be reported"),
        ("no/a.md", "there is no folder no"),
        ("a\0.md", "a\\x00-curves.png cannot be written: embedded null byte"),
    ],
)
def test_where_no_report_can_go(call, air, output, said):
    done = call("report", air, "-o", output)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: {said}\n")
    assert files() == {air}


def test_a_canvas_with_errors_is_not_reported(call, broken):
    done = call("report", broken)
    assert done.status == 1
    assert done.err.endswith("error: broken.canvas.yaml cannot be reported before this is mended\n")
    assert files() == {broken}


def test_a_template_there_is_none_of(call, air):
    done = call("report", air, "-t", "reprot")
    assert done.status == 2
    assert "did you mean `report`?" in done.err
    assert files() == {air}


def test_a_template_that_fails_leaves_nothing(call, air):
    Path("own.md.j2").write_text("fine\n{{ canvas.titel }}\n")
    done = call("report", air, "-t", "own.md.j2")
    assert done.status == 2
    assert "own.md.j2:2" in done.err
    assert files() == {air, "own.md.j2"}


def test_a_report_never_replaces_a_canvas_or_the_template(call):
    Path("air.md").write_text(TABLE)
    done = call("report", "air.md", "-o", "air.md")
    assert done.status == 2
    assert done.err.startswith("error: air.md is the canvas itself\n")
    Path("own.md").write_text("x")
    done = call("report", "air.md", "-t", "own.md", "-o", "own.md")
    assert done.status == 2
    assert done.err.startswith("error: own.md is the template itself\n")
    Path("r-curves.png").hardlink_to("air.md")
    done = call("report", "air.md", "-o", "r.md")
    assert done.status == 2
    assert Path("air.md").read_text() == TABLE
    assert not Path("r.md").exists()


def test_findings_are_those_of_the_projects_configuration(call, air):
    Path("weak.canvas.yaml").write_text(TABLE.replace("tagline: ", "market: "))

    def report() -> str:
        done = call("report", "weak.canvas.yaml", "-o", "r.md")
        assert done.status == 0
        return Path("r.md").read_text()

    assert "BC204" in report()
    Path("bluecanvas.toml").write_text('ignore = ["BC204"]')
    assert "BC204" not in report()
    Path("bluecanvas.toml").write_text('[per-file-ignores]\n"weak*" = ["BC204"]')
    assert "BC204" not in report()
    Path("bluecanvas.toml").write_text('[per-file-ignores]\n"other*" = ["BC204"]')
    assert "BC204" in report()


def test_templates_are_listed_and_copied(call, air):
    listed = call("templates")
    assert listed.status == 0
    assert [line.split()[0] for line in listed.out.splitlines()] == TEMPLATES
    done = call("templates", "copy", "report", "mine/own")
    assert (done.status, done.err) == (0, "wrote mine/own/report.md.j2\n")
    call("report", air, "-o", "shipped.md")
    call("report", air, "-o", "copied.md", "-t", "mine/own/report.md.j2")
    assert Path("copied.md").read_text().replace("copied-", "shipped-") == Path("shipped.md").read_text()


def test_a_copy_is_not_overwritten_unasked(call):
    Path("report.md.j2").write_text("mine")
    done = call("templates", "copy", "report", ".")
    assert done.status == 2
    assert "is there already" in done.err
    assert Path("report.md.j2").read_text() == "mine"
    assert call("templates", "copy", "report", ".", "--force").status == 0
    assert Path("report.md.j2").read_text() != "mine"


def test_a_folder_that_cannot_be_made(call):
    Path("file").write_text("x")
    done = call("templates", "copy", "report", "file/sub")
    assert done.status == 2
    assert done.err.startswith("error: the folder file/sub cannot be made: ")


def test_a_report_is_printed_without_pictures(call, air):
    done = call("report", air, "-o", "-")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("# Short-haul air travel\n")
    assert "![" not in done.out
    assert files() == {air}
    done = call("report", air, "-o", "-", "--check")
    assert (done.status, done.err.startswith("error: --check compares with files")) == (2, True)


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("a.md", "--set author and logo: Markdown has no place for it; Word, PowerPoint, PDF and HTML have\n"),
        ("a.xlsx", "--set logo: Excel has no place for it; Word, PowerPoint, PDF and HTML have\n"),
    ],
)
def test_what_a_medium_has_no_place_for_is_said(call, air, output, said):
    Path("logo.png").write_bytes(picture())
    done = call("report", air, "--set", "logo=logo.png", "--set", "author=me", "-o", output)
    assert (done.status, done.err.startswith(said)) == (0, True)


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 20), "navy").save(file, "PNG")
    return file.getvalue()


def test_what_a_template_says_itself_has_its_place(call, air):
    Path("own.md.j2").write_text("By {{ settings.author }}\n", encoding="utf-8")
    assert call("report", air, "-t", "own.md.j2", "--set", "author=me", "-o", "-").err == ""


def test_the_audience_has_an_option_of_its_own(call, air):
    done = call("report", air, "--set", "audience=public")
    assert done.status == 2
    assert done.err == "error: --set audience=public says nothing\nhint: write --audience public\n"


@pytest.mark.parametrize("text", ["", "---\ntitle: x\n---\n", "{# nothing #}\n \n", "{{ '' }}"])
def test_a_template_that_writes_nothing_is_no_report(call, air, text):
    Path("own.md.j2").write_text(text, encoding="utf-8")
    done = call("report", air, "-t", "own.md.j2", "-o", "own.docx")
    assert done.status == 2
    assert done.err.startswith("error: own.md.j2: it writes nothing for air\n")
    assert not Path("own.docx").exists()


def test_several_outputs_come_of_one_call(call):
    Path("air.canvas.yaml").write_text(TABLE, encoding="utf-8")
    done = call("report", "air.canvas.yaml", "-t", "brief", "-o", "a.md", "-o", "b.html", "-o", "-")
    assert done.status == 0
    assert "# " in done.out
    assert Path("a.md").exists()
    assert Path("b.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_two_outputs_that_are_one_file_are_refused_before_anything_is_written(call):
    Path("air.canvas.yaml").write_text(TABLE, encoding="utf-8")
    done = call("report", "air.canvas.yaml", "-o", "a.md", "-o", "./a.md")
    assert (done.status, Path("a.md").exists()) == (2, False)
    assert "two reports would be ./a.md" in done.err
