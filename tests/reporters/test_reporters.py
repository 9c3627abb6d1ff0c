"""What holds for every format: names from the folder of the call, suppressed findings, and the command that prints it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sample_verdicts import ALL, SUMMARY, SUPPRESSED, verdict

from bluecanvas import __version__
from bluecanvas.cli._ending import run
from bluecanvas.errors import CallError
from bluecanvas.reporters import REPORTERS, Summary, report

MARK = ("json", "jsonl", "sarif")
CLEAN = "bluecanvas: 1\ntitle: t\nscores:\n  - [F, Us, Them]\n  - [A, 1, 9]\n"
BROKEN = "bluecanvas: 1\ntitle: t\nscores:\n  - [F, Us, Them]\n  - [A, 1, 99]\n"


def test_the_formats():
    assert REPORTERS.names == (
        "azure", "concise", "full", "github", "gitlab", "json", "jsonl", "junit", "markdown", "rdjson", "sarif",
    )  # fmt: skip


def test_a_format_there_is_none_of():
    with pytest.raises(CallError, match="there is no 'xml'"):
        report("xml", [], SUMMARY)


@pytest.mark.parametrize("format", REPORTERS.names)
def test_suppressed_findings_are_marked_or_left_out(format):
    odd = SUPPRESSED._replace(message="quite odd")
    assert ("quite odd" in report(format, [odd], SUMMARY)) is (format in MARK)
    assert "quite odd" in report(format, [odd._replace(suppressed=False)], SUMMARY)


@pytest.mark.parametrize("format", REPORTERS.names)
def test_every_format_ends_its_last_line(format):
    assert report(format, ALL, SUMMARY).endswith("\n")


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("canvases/air.yaml", "canvases/air.yaml"),
        ("./canvases//air.yaml", "canvases/air.yaml"),
        ("canvases/../air.yaml", "air.yaml"),
        ("/home/me/work/air.yaml", "air.yaml"),
        ("../work/air.yaml", "air.yaml"),
        ("../other/air.yaml", "../other/air.yaml"),
        ("/home/me/working/air.yaml", "/home/me/working/air.yaml"),
        ("<stdin>", "<stdin>"),
        ("caf\udce9.yaml", "caf\\udce9.yaml"),
    ],
)
def test_files_are_named_from_the_folder_of_the_call(file, path):
    said = json.loads(report("json", [verdict(file=file)], Summary(1, folder="/home/me/work")))
    assert said["findings"][0]["path"] == path


def test_findings_are_sorted_by_the_names_they_are_shown_by():
    found = [verdict(file=file) for file in ("./z.yaml", "/w/b.yaml", "a.yaml")]
    said = report("jsonl", found, Summary(3, folder="/w"))
    assert [json.loads(line)["path"] for line in said.splitlines()] == ["a.yaml", "b.yaml", "z.yaml"]


@pytest.fixture
def called(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    Path("clean.canvas.yaml").write_text(CLEAN)
    Path("broken.canvas.yaml").write_text(BROKEN)

    def call(*words):
        status = run(["check", *words])
        return status, capfd.readouterr().out

    return call


@pytest.mark.parametrize("format", [name for name in REPORTERS.names if name not in ("full", "concise")])
def test_the_command_names_files_from_where_it_is_called(called, tmp_path, format):
    status, plain = called(".", "--format", format)
    assert status == 1
    assert "broken.canvas.yaml" in plain
    assert str(tmp_path) not in plain
    assert called(f"{tmp_path}/broken.canvas.yaml", "./clean.canvas.yaml", "--format", format) == (1, plain)
    assert called("--format", format) == (1, plain)


def test_the_command_tells_sarif_of_the_rules_and_the_version(called):
    driver = json.loads(called("--format", "sarif", "--select", "BC001")[1])["runs"][0]["tool"]["driver"]
    assert driver["semanticVersion"] == __version__
    assert [rule["id"] for rule in driver["rules"]] == ["BC001"]
    assert "## Why it matters" in driver["rules"][0]["help"]["markdown"]


@pytest.mark.parametrize(("words", "failures"), [(["BC001"], 1), (["BC008"], 0), (["BC008", "--fail-on", "advice"], 2)])
def test_the_command_tells_junit_of_the_bar_and_of_clean_canvases(called, words, failures):
    status, said = called("--format", "junit", "--select", *words)
    suite = ElementTree.fromstring(said)[0]
    assert [case.get("name") for case in suite] == ["broken.canvas.yaml", "clean.canvas.yaml"]
    assert int(suite.get("failures")) == failures
    assert status == min(failures, 1)


def test_what_cannot_be_read_is_told_and_is_no_canvas_that_passed(called):
    status, said = called("--format", "junit", ".", "nope.canvas.yaml")
    assert status == 2
    suite = ElementTree.fromstring(said)[0]
    assert [case.get("name") for case in suite][:2] == ["broken.canvas.yaml", "clean.canvas.yaml"]
    assert suite.get("errors") == "1"
    assert suite[2][0].text == "there is no file nope.canvas.yaml"
    invocation = json.loads(called("--format", "sarif", "nope")[1])["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
