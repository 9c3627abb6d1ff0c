"""`bluecanvas check`: statuses, selection, formats, and files that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples import TABLE

UNDATED = TABLE.replace("date: 2026\n", "")


def test_a_clean_canvas_says_whom_it_took_for_whom(call, air):
    done = call("check", air)
    assert (done.status, done.err) == (0, "")
    assert done.out == "ours: Us (to-be); rivals: Rail, Airlines\nchecked 1 canvas: no findings\n"


def test_an_error_is_shown_where_it_stands(call, broken):
    done = call("check", broken)
    assert (done.status, done.err) == (1, "")
    assert done.out.splitlines()[:3] == [
        "broken.canvas.yaml:8:17: error BC001 17 is outside 0 to 10 [out-of-scale]",
        "  8 |   - [Price,     17,        4,    3,        6]",
        "    |                 ^^",
    ]
    assert done.out.splitlines()[3].startswith("  hint: ")
    assert done.out.endswith("checked 1 canvas: 1 error\n")


def test_concise_is_a_line_a_finding(call, air, broken):
    assert call("check", air, "--format", "concise").out == ""
    done = call("check", air, broken, "--format", "concise")
    assert done.out == "broken.canvas.yaml:8:17: error BC001 17 is outside 0 to 10 [out-of-scale]\n"
    assert done.status == 1


def test_json_has_the_promised_keys(call, air, broken):
    done = call("check", broken, air, "--format", "json")
    assert (done.status, done.err) == (1, "")
    said = json.loads(done.out)
    hint = said["findings"][0].pop("hint")
    assert hint
    assert said == {
        "version": 1,
        "checked": 2,
        "counts": {"error": 1, "warning": 0, "advice": 0},
        "findings": [
            {
                "path": "broken.canvas.yaml",
                "line": 8,
                "column": 17,
                "end_line": 8,
                "end_column": 19,
                "code": "BC001",
                "name": "out-of-scale",
                "level": "error",
                "confidence": "high",
                "message": "17 is outside 0 to 10",
                "suppressed": False,
            }
        ],
    }


def test_suppressed_findings_are_marked_and_do_not_fail(call, tmp_path):
    text = UNDATED.replace("title: Short", "# bluecanvas: ignore[BC008] a timeless tale\ntitle: Short")
    Path(tmp_path, "a.canvas.yaml").write_text(text)
    done = call("check", "--fail-on", "advice", "--format", "json")
    assert done.status == 0
    assert json.loads(done.out)["counts"]["advice"] == 0
    assert [(one["code"], one["suppressed"]) for one in json.loads(done.out)["findings"]] == [("BC008", True)]
    assert call("check").out.endswith("no findings (1 suppressed)\n")


def test_findings_are_sorted_by_path_line_column_and_code(call, tmp_path):
    for name in ("b", "a", "c"):
        Path(tmp_path, f"{name}.canvas.yaml").write_text("bluecanvas: 1\nscores:\n  - [F, Us, Them]\n  - [A, 1, 99]\n")
    found = json.loads(call("check", "c.canvas.yaml", "b.canvas.yaml", ".", "--format", "json").out)["findings"]
    order = [(one["path"], one["line"], one["column"], one["code"]) for one in found]
    assert order == sorted(order)
    assert {path for path, *_ in order} == {"a.canvas.yaml", "b.canvas.yaml", "c.canvas.yaml"}


@pytest.mark.parametrize(
    ("level", "statuses"), [("error", [0, 0, 1]), ("warning", [0, 1, 1]), ("advice", [1, 1, 1])], ids=str
)
def test_fail_on_sets_the_bar(call, tmp_path, level, statuses):
    advice = Path(tmp_path, "advice.yaml")
    advice.write_text(UNDATED)
    warning = Path(tmp_path, "warning.yaml")
    warning.write_text(TABLE + "errc: {eliminate: [Lounges, Meals], create: [Speed]}\n")
    error = Path(tmp_path, "error.yaml")
    error.write_text(TABLE.replace("9,        6,    2", "99,       6,    2"))
    assert [call("check", str(file), "--fail-on", level).status for file in (advice, warning, error)] == statuses


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ([], {"BC008", "BC103"}),
        (["--select", "BC008"], {"BC008"}),
        (["--select", "bc1"], {"BC103"}),
        (["--select", "undated"], {"BC008"}),
        (["--select", "BC008,no-price"], {"BC008", "BC103"}),
        (["--select", "BC0", "--select", "BC103"], {"BC008", "BC103"}),
        (["--select", "ALL", "--ignore", "BC0"], {"BC103"}),
        (["--ignore", "undated", "--ignore", "BC103"], set()),
    ],
    ids=str,
)
def test_select_and_ignore(call, tmp_path, words, codes):
    Path(tmp_path, "a.canvas.yaml").write_text(UNDATED.replace("factors: {Price: {kind: price}}\n", ""))
    found = json.loads(call("check", "--format", "json", *words).out)["findings"]
    assert {one["code"] for one in found} == codes


def test_standard_input(call, tmp_path):
    done = call("check", "-", stdin=UNDATED.encode())
    assert done.status == 0
    assert done.out.startswith("<stdin>:2:1: advice BC008 ")
    assert json.loads(call("check", "-", "--format", "json", stdin=b"").out)["findings"][0]["path"] == "<stdin>"


def test_standard_input_of_more_than_a_canvas(call):
    done = call("check", "-", "--format", "concise", stdin=b"#" * (1024 * 1024 + 1))
    assert done.status == 1
    assert "error BC017" in done.out


def test_a_missing_file_is_status_2_and_the_others_are_checked(call, air, broken):
    done = call("check", "ari.canvas.yaml", broken)
    assert done.status == 2
    assert done.err == "error: there is no file ari.canvas.yaml\nhint: did you mean air.canvas.yaml?\n"
    assert "error BC001" in done.out
    assert "checked 1 canvas" in done.out


def test_only_missing_files_leave_people_without_a_summary_and_machines_with_one(call):
    assert call("check", "nope").out == ""
    done = call("check", "nope", "--format", "json")
    assert (done.status, json.loads(done.out)["checked"]) == (2, 0)


def test_every_problem_is_named(call, air):
    done = call("check", "one", "two", air)
    assert [line for line in done.err.splitlines() if line.startswith("error")] == [
        "error: there is no file one",
        "error: there is no file two",
    ]


def test_a_canvas_named_twice_is_checked_once(call, air, tmp_path):
    done = call("check", air, f"./{air}", ".", str(tmp_path))
    assert "checked 1 canvas:" in done.out


def test_colour_only_where_it_is_wanted(call, broken, monkeypatch):
    assert "\x1b[" not in call("check", broken).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror" in call("check", broken).out
    assert "\x1b" not in call("check", broken, "--format", "json").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in call("check", broken).out


def test_a_rule_that_fails_is_a_finding_and_the_others_are_asked(call, tmp_path, monkeypatch):
    from bluecanvas.rules import bc008_undated, rule

    def fail(canvas):
        raise RuntimeError("boom")
        yield

    Path(tmp_path, "a.canvas.yaml").write_text(UNDATED.replace("factors: {Price: {kind: price}}\n", ""))
    monkeypatch.setattr(bc008_undated, "check", fail)
    rule.cache_clear()
    try:
        done = call("check")
    finally:
        rule.cache_clear()
    assert "BC008 this rule failed on the canvas (RuntimeError: boom)" in done.out
    assert "BC103" in done.out
