"""`bluecanvas check`: statuses, selection, formats, and files that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import on_a_terminal
from samples import TABLE

UNDATED = TABLE.replace("date: 2026\n", "")


def test_a_clean_canvas_says_whom_it_took_for_whom(call, air):
    done = call("check", air)
    assert (done.status, done.err) == (0, "")
    assert done.out == (
        "ours: Us (to-be); rivals: Rail, Airlines\nchecked 1 canvas: no findings (age not judged without --as-of)\n"
    )


def test_an_error_is_shown_where_it_stands(call, broken):
    done = call("check", broken)
    assert (done.status, done.err) == (1, "")
    assert done.out.splitlines()[:3] == [
        "broken.canvas.yaml:8:17: error BC001 17 is outside 0 to 10 [out-of-scale]",
        "  8 |   - [Price,     17,        4,    3,        6]",
        "    |                 ^^",
    ]
    assert done.out.splitlines()[3].startswith("  hint: ")
    unasked = "other rules not asked of 1 canvas with errors"
    assert done.out.endswith(f"checked 1 canvas: 1 error ({unasked}, age not judged without --as-of)\n")
    assert f"({unasked})" in call("check", broken, "--format", "markdown").out
    assert f"({unasked})" in call("check", broken, "--as-of", "2026-11-01", "--statistics").out
    assert "asked" not in call("check", broken, "--select", "BC001,BC313").out  # nobody wanted the others


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
                "reason": "",
                "baselined": False,
            }
        ],
    }


def test_suppressed_findings_are_marked_and_do_not_fail(call, tmp_path):
    text = UNDATED.replace("title: Short", "# bluecanvas: ignore[BC008] a timeless tale\ntitle: Short")
    Path(tmp_path, "a.canvas.yaml").write_text(text)
    done = call("check", "--fail-on", "advice", "--format", "json")
    assert done.status == 0
    assert json.loads(done.out)["counts"]["advice"] == 0
    found = [(one["code"], one["suppressed"], one["reason"]) for one in json.loads(done.out)["findings"]]
    assert found == [("BC008", True, "a timeless tale")]
    assert call("check", "--as-of", "2026-11-01").out.endswith("no findings (1 suppressed)\n")
    sarif = json.loads(call("check", "--format", "sarif").out)["runs"][0]["results"]
    assert [one["suppressions"] for one in sarif] == [[{"kind": "inSource", "justification": "a timeless tale"}]]


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
    ids=lambda value: ",".join(sorted(value)),
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


@pytest.fixture
def failing(monkeypatch):
    """Lets BC008 fail."""
    from bluecanvas.checking import judging
    from bluecanvas.rules import bc008_undated, rule

    def fail(canvas):
        raise RuntimeError("boom")
        yield

    monkeypatch.setattr(bc008_undated, "check", fail)
    rule.cache_clear()
    judging._plan.cache_clear()
    yield
    rule.cache_clear()
    judging._plan.cache_clear()


def test_a_rule_that_fails_is_a_finding_and_the_others_are_asked(call, tmp_path, failing):
    Path(tmp_path, "a.canvas.yaml").write_text(UNDATED.replace("factors: {Price: {kind: price}}\n", ""))
    done = call("check", "--exit-zero")
    assert done.status == 3
    assert "a.canvas.yaml:1:1: advice BC008 this rule failed on the canvas (RuntimeError: boom)" in done.out
    assert "BC103" in done.out
    assert "Traceback" not in done.out + done.err
    assert done.err.startswith("error: this is a bug in bluecanvas (RuleFailed); what happened is in ")
    log = Path(done.err.split(" is in ")[1].splitlines()[0])
    assert "BC008 on a.canvas.yaml:\nTraceback" in log.read_text()
    log.unlink()
    assert call("check", "--ignore", "BC008").status == 0


def test_the_traceback_of_a_rule_is_for_those_who_ask(call, air, failing):
    err = call("--debug", "check", air).err
    assert "BC008 on air.canvas.yaml:" in err
    assert "RuntimeError: boom" in err
    Path(err.split(" is in ")[1].splitlines()[0]).unlink()


@pytest.mark.parametrize("format", ["json", "jsonl", "sarif", "junit", "gitlab", "rdjson", "github", "azure"])
def test_machines_are_told_of_it_too(call, air, failing, format):
    done = call("check", "--format", format)
    assert done.status == 3
    assert "this rule failed on the canvas (RuntimeError" in done.out
    assert "Traceback" not in done.out
    if format in ("json", "sarif", "gitlab", "rdjson"):
        assert json.loads(done.out)


def test_exit_zero_lets_findings_pass_and_nothing_else(call, broken):
    assert call("check", broken).status == 1
    assert call("check", broken, "--exit-zero").status == 0
    assert call("check", broken, "nope", "--exit-zero").status == 2
    assert call("check", broken, "--exit-zero", "--select", "BC999").status == 2


@pytest.mark.parametrize("quiet", ["-q", "--quiet"])
def test_quiet_is_findings_only(call, air, broken, quiet):
    assert call("check", air, quiet).out == ""
    done = call("check", broken, quiet)
    assert done.status == 1
    assert done.out.splitlines()[0].startswith("broken.canvas.yaml:8:17: error BC001")
    assert "checked" not in done.out
    assert "ours:" not in done.out
    assert call("check", "nope", quiet).err.startswith("error: there is no file nope")


def test_statistics_count_by_rule(call, tmp_path):
    for name in ("a", "b"):
        Path(tmp_path, f"{name}.canvas.yaml").write_text(UNDATED)
    Path(tmp_path, "價.canvas.yaml").write_text(
        TABLE.replace("1,        5", "11,       55").replace("9,        6", "99,       6")
    )
    done = call("check", "--statistics", "--select", "BC0", "--ignore", "BC001")
    assert (done.status, done.out) == (0, "2  BC008  advice  undated  in 2 canvases\nchecked 3 canvases: 2 advice\n")
    assert call("check", "--statistics", "-q", "--select", "BC0").out == (
        "3  BC001  error   out-of-scale  in 1 canvas\n2  BC008  advice  undated       in 2 canvases\n"
    )
    assert call("check", "--statistics", "--select", "BC016").out == "checked 3 canvases: no findings\n"
    done = call("check", "--statistics", "--format", "json")
    assert (done.status, done.err.splitlines()[0]) == (2, "error: --statistics is for people")


@pytest.mark.parametrize(
    ("words", "env", "fires"),
    [
        ([], {}, False),
        (["--as-of", "2027-06-01"], {}, False),
        (["--as-of", "2028-01-31"], {}, True),
        ([], {"SOURCE_DATE_EPOCH": "1900000000"}, True),
        (["--as-of", "2027-06-01"], {"SOURCE_DATE_EPOCH": "1900000000"}, False),
    ],
)
def test_age_is_judged_as_of_a_day_that_is_said(call, air, monkeypatch, words, env, fires):
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    done = call("check", air, *words)
    assert ("BC908" in done.out) is fires
    assert ("age not judged" in done.out) is (not words and not env)
    assert "age not judged" not in call("check", air, *words, "--ignore", "BC908").out


@pytest.mark.parametrize("said", ["2026", "2026-13-01", "20261003", "2026-W40-6", "yesterday", "", "２０２６-01-01"])
def test_a_day_that_is_none(call, air, said):
    done = call("check", air, "--as-of", said)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"error: --as-of {said} is no day\nhint: write it as in 2026-10-03\n"


def test_an_epoch_that_is_none(call, air, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1e9999")
    assert call("check", air).err.startswith("error: SOURCE_DATE_EPOCH is '1e9999'\n")


@pytest.mark.parametrize("columns", [40, 60])
def test_a_narrow_terminal_gets_lines_that_fit(columns):
    row = "  - [Comfortable seats with room for long legs and large bags, 17, 4, 3, 6]\n"
    Path("air.canvas.yaml").write_text(TABLE.replace("  - [Meals", row + "  - [Meals"), encoding="utf-8")
    env = {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": ""}
    shown = on_a_terminal(["check", "--select", "BC001"], env, columns).splitlines()
    source, carets, *hints = shown[1:5]
    assert source[carets.index("^") :].startswith("17")
    assert max(map(len, [source, carets, *hints])) <= columns
