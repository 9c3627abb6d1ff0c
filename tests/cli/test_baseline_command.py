"""`check --baseline` and `--write-baseline`: what was there is marked, what is new fails, what is gone is told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from samples import TABLE

WRONG = TABLE.replace("2,        4]", "2,        4]  # bluecanvas: ignore[BC999] as agreed")
"""BC021 at line 13."""
UNREAD = TABLE.replace("9,        6", "99,       6")
"""BC001 at line 13."""


def put(name: str, text: str = WRONG) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture
def check(call):
    return lambda *words: call("check", "--as-of", "2026-11-01", "--select", "BC0", "--fail-on", "warning", *words)


def test_what_was_there_does_not_fail_and_what_is_new_does(check):
    put("a.canvas.yaml")
    assert check().status == 1
    done = check("--baseline", "b.json", "--write-baseline")
    assert (done.status, done.err) == (0, "wrote b.json\n")
    assert done.out.endswith("checked 1 canvas: no findings (1 in the baseline)\n")
    assert check("--baseline", "b.json").status == 0
    put("a.canvas.yaml", "# moved\n" + WRONG.replace("8,        5", "88,       5"))
    done = check("--baseline", "b.json", "--format", "concise")
    assert done.status == 1
    assert [line.split(" ")[0] for line in done.out.splitlines()] == ["a.canvas.yaml:13:18:"]


def test_machine_formats_mark_it(check):
    put("a.canvas.yaml")
    check("--baseline", "b.json", "--write-baseline", "-q")
    said = json.loads(check("--baseline", "b.json", "--format", "json").out)
    assert said["counts"]["warning"] == 0
    assert [(one["code"], one["baselined"], one["suppressed"]) for one in said["findings"]] == [("BC021", True, False)]
    sarif = json.loads(check("--baseline", "b.json", "--format", "sarif").out)["runs"][0]["results"]
    assert [one["suppressions"][0]["kind"] for one in sarif] == ["external"]
    for format in ("github", "azure", "concise"):
        assert check("--baseline", "b.json", "--format", format).out == ""
    for format in ("gitlab", "junit", "rdjson"):
        assert "BC021" not in check("--baseline", "b.json", "--format", format).out


def test_it_is_told_what_is_found_no_more_and_pruned(check):
    put("a.canvas.yaml")
    put("b.canvas.yaml")
    check("--baseline", "b.json", "--write-baseline")
    first = Path("b.json").read_bytes()
    put("a.canvas.yaml", TABLE)
    os.remove("b.canvas.yaml")
    done = check("--baseline", "b.json")
    assert done.status == 0
    assert "the baseline has 2 more than are found now; prune it with --write-baseline\n" in done.out
    assert "baseline" not in check("--baseline", "b.json", "-q").out
    assert Path("b.json").read_bytes() == first
    check("--baseline", "b.json", "--write-baseline")
    assert json.loads(Path("b.json").read_text()) == {"version": 1, "findings": {}}
    assert "the baseline has" not in check("--baseline", "b.json").out


def test_a_part_of_the_files_leaves_the_others_entries_alone(check):
    put("a.canvas.yaml")
    put("b.canvas.yaml")
    check("--baseline", "b.json", "--write-baseline")
    before = json.loads(Path("b.json").read_text())
    assert "the baseline has" not in check("a.canvas.yaml", "--baseline", "b.json").out
    check("a.canvas.yaml", "--baseline", "b.json", "--write-baseline")
    assert json.loads(Path("b.json").read_text()) == before


def test_files_are_named_from_the_baseline_wherever_the_call_comes_from(check, monkeypatch, tmp_path):
    put("x/價.canvas.yaml")
    put("pyproject.toml", '[tool.bluecanvas]\nbaseline = "ci/base.json"\n')
    Path("ci").mkdir()
    done = check("--write-baseline")
    assert (done.status, done.err) == (0, "wrote ci/base.json\n")
    assert list(json.loads(Path("ci/base.json").read_text())["findings"]) == ["../x/價.canvas.yaml"]
    assert check().status == 0
    assert check(str(tmp_path / "x")).status == 0
    monkeypatch.chdir("x")
    assert check().status == check("價.canvas.yaml").status == 0
    assert check("--isolated").status == 1


def test_the_same_bytes_in_whatever_order(check):
    for name in ("b", "a", "c"):
        put(f"{name}.canvas.yaml")
    check("--baseline", "1.json", "--write-baseline", "c.canvas.yaml", "a.canvas.yaml", "b.canvas.yaml")
    check("--baseline", "2.json", "--write-baseline")
    assert Path("1.json").read_bytes() == Path("2.json").read_bytes()
    assert Path("1.json").read_bytes().endswith(b"}\n")


def test_an_unreadable_canvas_fails_whatever_the_baseline_says(check):
    put("a.canvas.yaml", "a: [")
    assert check("--baseline", "b.json", "--write-baseline").status == 1
    assert json.loads(Path("b.json").read_text())["findings"] == {}


def test_what_keeps_rules_from_being_asked_is_left_out_and_told(check):
    put("a.canvas.yaml", UNREAD)
    put("b.canvas.yaml", UNREAD.replace("8,        5", "88,       5"))
    done = check("--baseline", "b.json", "--write-baseline")
    assert (done.status, json.loads(Path("b.json").read_text())["findings"]) == (1, {})
    why = "what keeps the other rules from being asked always stands"
    assert done.err == f"wrote b.json\n3 errors are not in it: {why}, mend or suppress them first\n"
    assert (
        f"\n1 error is not in it: {why}, mend or suppress it first\n"
        in check("a.canvas.yaml", "--baseline", "b.json", "--write-baseline").err
    )
    assert check("a.canvas.yaml", "--baseline", "b.json", "--write-baseline", "-q").err == ""
    put("a.canvas.yaml", UNREAD.replace("99,", "99, # bluecanvas: ignore[BC001] as printed\n "))
    done = check("a.canvas.yaml", "--baseline", "b.json", "--write-baseline")
    assert (done.status, done.err) == (0, "wrote b.json\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--write-baseline"], "error: --write-baseline is told no file\nhint: name it: --baseline FILE\n"),
        (
            ["--baseline", "no.json"],
            "error: there is no baseline no.json\nhint: write it first, with --write-baseline\n",
        ),
        (["--baseline", "a.canvas.yaml"], "error: a.canvas.yaml is no baseline: "),
        (["--baseline", "a.canvas.yaml", "--write-baseline"], "error: a.canvas.yaml is no baseline: "),
        (["--baseline", "no/b.json", "--write-baseline"], "error: there is no folder no\n"),
        (["--baseline", ".", "--write-baseline"], "error: . is a folder\n"),
        (["--baseline", "b.json", "--write-baseline", "-"], "error: standard input has no name"),
        (["--baseline", "latin.json"], "error: latin.json is not UTF-8, so it is no baseline\n"),
    ],
)
def test_a_wrong_call(check, words, said):
    put("a.canvas.yaml")
    Path("latin.json").write_bytes(b'{"\xe9": 1}')
    done = check(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(said)
    assert Path("a.canvas.yaml").read_text(encoding="utf-8") == WRONG
