"""Configuration: where it is found, what it may say, what is said of a slip in it, and the command line over it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import SCRIPT
from samples import TABLE

from bluecanvas.cli import _configuration

UNDATED = TABLE.replace("date: 2026\n", "")
"""BC008, advice, at line 2."""


def put(path: str, text: str = UNDATED) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


@pytest.fixture
def codes(call):
    """The codes found by file, with the words of a call."""

    def found(*words: str) -> dict[str, set[str]]:
        done = call("check", "--format", "jsonl", *words)
        assert done.err == ""
        by_file: dict[str, set[str]] = {}
        for line in done.out.splitlines():
            one = json.loads(line)
            by_file.setdefault(one["path"], set()).add(one["code"])
        return by_file

    return found


@pytest.mark.parametrize(
    "files",
    [
        {"bluecanvas.toml": 'ignore = ["BC008"]'},
        {"pyproject.toml": '[tool.bluecanvas]\nignore = ["BC008"]'},
        {"pyproject.toml": '\ufeff[project]\nname = "x"\n[tool]\nbluecanvas.ignore = ["undated"]'},
        {"bluecanvas.toml": 'ignore = ["BC008"]', "pyproject.toml": "[tool.bluecanvas]\nignore = []"},
    ],
)
@pytest.mark.parametrize("folder", [".", "deep/er"])
def test_the_nearest_upwards_holds(codes, monkeypatch, files, folder):
    for name, text in files.items():
        put(name, text)
    put(f"{folder}/a.canvas.yaml")
    monkeypatch.chdir(folder)
    assert codes() == {}
    assert codes("--isolated") == {"a.canvas.yaml": {"BC008"}}


def test_nothing_is_merged_and_a_project_file_without_us_is_passed_by(codes, monkeypatch):
    put("bluecanvas.toml", 'ignore = ["BC008"]')
    put("deep/pyproject.toml", '[project]\nname = "bluecanvas-user"\n[tool.other]\nx = 1\n')
    put("deep/a.canvas.yaml")
    monkeypatch.chdir("deep")
    assert codes() == {}
    put("pyproject.toml", "[tool.bluecanvas]\n")
    assert codes() == {"a.canvas.yaml": {"BC008"}}


def test_a_configuration_can_be_named(codes, call):
    put("a.canvas.yaml")
    put("ci/strict.toml", 'select = ["BC1"]')
    put("ci/pyproject.toml", '[tool.bluecanvas]\nignore = ["BC008"]')
    assert codes("--config", "ci/strict.toml") == codes("--config", "ci/pyproject.toml") == {}
    assert codes() == {"a.canvas.yaml": {"BC008"}}
    assert call("check", "--config", "no.toml").err.startswith("error: there is no file no.toml\nhint: ")
    put("pyproject.toml", "[project]\n")
    done = call("check", "--config", "pyproject.toml")
    assert (done.status, done.err.splitlines()[0]) == (2, "error: pyproject.toml has no table [tool.bluecanvas]")
    assert call("check", "--config", "ci/strict.toml", "--isolated").status == 2


def test_the_command_line_stands_over_it(codes):
    put("a.canvas.yaml", UNDATED.replace("factors: {Price: {kind: price}}\n", ""))
    put("bluecanvas.toml", 'select = ["BC103"]\nextend-ignore = ["BC1"]')
    assert codes() == {"a.canvas.yaml": {"BC103"}}
    assert codes("--select", "BC008") == {"a.canvas.yaml": {"BC008"}}
    assert codes("--extend-select", "BC008") == {"a.canvas.yaml": {"BC008", "BC103"}}
    assert codes("--extend-ignore", "BC103") == {}
    put("bluecanvas.toml", 'select = ["BC0", "BC103"]\nignore = ["BC008"]')
    assert codes("--ignore", "BC103") == {"a.canvas.yaml": {"BC008"}}


@pytest.mark.parametrize(
    ("said", "words", "status"), [("advice", [], 1), ("advice", ["--fail-on", "error"], 0), ("error", [], 0)]
)
def test_the_level_that_fails(call, said, words, status):
    put("a.canvas.yaml")
    put("bluecanvas.toml", f'fail_on = "{said}"')
    assert call("check", *words).status == status


def test_per_file_ignores_begin_where_the_file_is(codes, monkeypatch):
    put(
        "bluecanvas.toml",
        '[per-file-ignores]\n"old/" = ["BC0"]\n"/top.canvas.yaml" = ["undated"]\n"*.草稿.canvas.yaml" = ["ALL"]',
    )
    for name in ("top", "old/a", "x/old/y/b", "x/top", "x/價.草稿", "x/c"):
        put(f"{name}.canvas.yaml")
    left = {"x/top.canvas.yaml": {"BC008"}, "x/c.canvas.yaml": {"BC008"}}
    assert codes() == left
    assert codes(os.getcwd()) == left
    monkeypatch.chdir("x")
    assert codes() == {"top.canvas.yaml": {"BC008"}, "c.canvas.yaml": {"BC008"}}
    assert codes("old/y/b.canvas.yaml", "../old/a.canvas.yaml") == {}


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # a fork beside pytest's own threads
@pytest.mark.parametrize("words", [["--format", "json"], ["--format", "jsonl"]])
def test_two_processes_ask_the_same(call, monkeypatch, words):
    from bluecanvas.cli import _checks

    put("bluecanvas.toml", '[per-file-ignores]\n"b*" = ["BC008"]')
    for name in "abcde":
        put(f"{name}.canvas.yaml")
    alone = call("check", *words).out
    assert '"b.canvas.yaml"' not in alone
    monkeypatch.setattr(_checks, "_MANY", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert call("check", *words).out == alone


def test_what_is_excluded_is_left_out_of_folders_but_not_where_it_is_named(codes, call):
    put("bluecanvas.toml", 'exclude = ["drafts/", "*.old.canvas.yaml"]')
    for name in ("a", "drafts/b", "x/drafts/c", "x/d.old", "x/e"):
        put(f"{name}.canvas.yaml")
    assert set(codes()) == {"a.canvas.yaml", "x/e.canvas.yaml"}
    assert set(codes("x")) == {"x/e.canvas.yaml"}
    assert set(codes("drafts/b.canvas.yaml", "x/d.old.canvas.yaml")) == {"drafts/b.canvas.yaml", "x/d.old.canvas.yaml"}
    assert codes("--force-exclude", "drafts/b.canvas.yaml", "x/d.old.canvas.yaml") == {}
    done = call("check", "--force-exclude", "drafts/b.canvas.yaml")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("checked 0 canvases: no findings")
    done = call("check", "drafts")
    assert (done.status, done.err.splitlines()[0]) == (2, "error: there is no canvas in drafts")


def test_rules_take_their_options_and_levels(call):
    put("a.canvas.yaml", TABLE)
    put("bluecanvas.toml", "[rules.BC101]\nleast = 7\n[rules.undated]\nlevel = 'error'\n")
    done = call("check", "--format", "concise")
    assert (done.status, done.out.split(": ")[1].split(" ")[:2]) == (0, ["advice", "BC101"])
    put("a.canvas.yaml")
    done = call("check", "--format", "concise", "--select", "BC008")
    assert (done.status, done.out) == (1, "a.canvas.yaml:2:1: error BC008 the canvas has no date [undated]\n")


def test_a_rule_shows_what_is_set_for_it(call):
    assert call("rule", "BC305").out.endswith(
        "\n## Set here\n\n```toml\n# as it is by itself\n"
        "[rules.BC305]  # in a pyproject.toml: [tool.bluecanvas.rules.BC305]\nstep = 0.2\nabsent = 0.05\n```\n"
    )
    put("bluecanvas.toml", 'ignore = ["BC3"]\n[rules.not-well-above]\nstep = 0.3\nlevel = "advice"\n')
    assert call("rule", "BC305").out.endswith(
        "\n## Set here\n\nIt is not asked: bluecanvas.toml leaves it out.\n```toml\n# by bluecanvas.toml\n"
        '[rules.BC305]\nlevel = "advice"  # by itself "warning"\nstep = 0.3  # by itself 0.2\nabsent = 0.05\n```\n'
    )
    assert "by itself" not in call("rule", "BC010").out
    assert "step = 0.2\n" in call("rule", "BC305", "--isolated").out
    os.rename("bluecanvas.toml", "kept")
    put("pyproject.toml", "[tool.bluecanvas.rules.BC305]\nstep = 0.3\n")
    assert (
        "# by pyproject.toml\n[tool.bluecanvas.rules.BC305]\nstep = 0.3  # by itself 0.2\n" in call("rule", "BC305").out
    )


@pytest.mark.parametrize("file", ["bluecanvas.toml", "pyproject.toml"])
def test_what_a_rule_shows_can_be_put_into_the_file_as_it_is(call, file):
    put(file, "" if file == "bluecanvas.toml" else "[tool.bluecanvas]\n")
    shown = call("rule", "BC305").out.rpartition("```toml\n")[2].removesuffix("```\n")
    put(file, shown.replace("0.2", "0.4"))
    assert "step = 0.4  # by itself 0.2\n" in call("rule", "BC305").out


def test_a_table_of_the_other_file_says_where_it_belongs(call):
    put("bluecanvas.toml", "# ours\n[tool.bluecanvas]\nselect = ['BC1']\n")
    done = call("check")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "error: bluecanvas.toml:2: [tool.bluecanvas] belongs into a pyproject.toml\n"
        "hint: in a bluecanvas.toml the keys stand by themselves, and the tables are called as in [rules.BC305]\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "a." * 100_000 + "b = 1",
        "[" + "a." * 100_000 + "b]",
        "a = {" + "b." * 100_000 + "c = 1}",
        r'"\""' + ".a" * 100_000 + " = 1",
        "\n".join("a." * 2_000 + f"b{number} = 1" for number in range(200)),
    ],
    ids=["key", "table", "inside", "quoted", "many"],
)
def test_a_key_of_endless_parts_is_answered_soon(call, text):
    put("bluecanvas.toml", text)
    started = time.process_time()
    done = call("check")
    assert time.process_time() - started < 1
    assert (done.status, done.err.splitlines()[0]) == (2, "error: bluecanvas.toml has a line of far too many dots")


def test_a_long_line_with_dots_in_a_text_is_fine(codes):
    put("pyproject.toml", f'[project]\ndescription = "{"..." * 1000}"\n[tool.bluecanvas]\nignore = ["BC008"]\n')
    put("a.canvas.yaml")
    assert codes() == {}


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("selct = []", ":1", "there is no key `selct` here", "did you mean `select`?"),
        ("\nselect = 'BC3'", ":2", '`select` is "BC3"', "it takes a list of texts"),
        ("select = [3]", ":1", "`select` is [3]", "it takes a list of texts"),
        ("select = ['BC999']", ":1", "there is no rule 'BC999'", ""),
        ("extend_ignore = ['no-prize']", ":1", "there is no rule 'no-prize'", "did you mean `no-price`?"),
        ("fail-on = 'eror'", ":1", '`fail-on` is "eror"', 'it takes "error", "warning" or "advice"'),
        ("fail-on = 'error'\nfail_on = 'advice'", ":2", "`fail-on` is given twice", "`-` and `_` are alike"),
        ("exclude = ['!a']", ":1", '"!a" is no glob: `!` takes nothing back here', ""),
        ("exclude = ['']", ":1", '`exclude` is [""]', ""),
        ("baseline = 3", ":1", "`baseline` is 3", "it takes a file's name"),
        ("per-file-ignores = ['BC3']", ":1", '`per-file-ignores` is ["BC3"]', "it takes a table"),
        ("[per-file-ignores]\n'a' = 'BC3'", ":2", '`a` is "BC3"', ""),
        ("[per-file-ignores]\n'x'=[]\n'a' = ['BC999']", ":3", "there is no rule 'BC999'", ""),
        ("[rules.BC999]\nx = 1", ":1", "there is no rule 'BC999'", ""),
        ("rules = 3", ":1", "`rules` is 3", "it takes a table"),
        ("[rules]\nBC305 = 3", ":2", "`BC305` is 3", "it takes a table"),
        ("[rules.BC305]\n\nstp = 1", ":3", "BC305 not-well-above has no option `stp`", "did you mean `step`?"),
        ("[rules]\nBC305.step = 2", ":2", "`step` is 2", "BC305 not-well-above takes a number from 0 to 1"),
        ("rules.'not-well-above'.step = true", ":1", "`step` is true", ""),
        ("[rules.BC305]\nstep = nan", ":2", "`step` is nan", ""),
        (
            "[rules.BC008]\nstep = 1",
            ":2",
            "BC008 undated has no option `step`",
            "`level` is all that can be set for it",
        ),
        ("[rules.BC305]\nlevel = 'off'", ":2", '`level` is "off"', 'it takes "error"'),
        ("[rules.BC012]\nlevel = 'advice'", ":2", "BC012 unknown-key is an error always", "leave it out with `ignore`"),
        ("[rules.BC305]\n[rules.not-well-above]", ":2", "BC305 not-well-above is given twice", ""),
        ("[tool.ours]\nselect = []", ":1", "there is no key `tool` here", "known here: select, ignore"),
        ("select = [", ": invalid value", "", "keys and values are written as in: "),
        ("select = ]", ":1:10: invalid value", "", ""),
        ("select = []\nselect = []\n", ":2:12: cannot overwrite a value", "", ""),
        ("a = " + "[" * 5000, "", "", ""),
        ("a = " + "9" * 5000, "", "", ""),
        ("價 = 1", ":1:1", "", ""),
        ("'價' = 1", ":1", "there is no key `價` here", ""),
        ('"\\u001b[31m" = 1', "", "", ""),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else value,
)
def test_a_slip_is_said_where_it_stands(call, air, text, place, message, hint):
    put("bluecanvas.toml", text)
    done = call("check")
    assert (done.status, done.out) == (2, "")
    said, *hints = done.err.splitlines()
    assert said.startswith(f"error: bluecanvas.toml{place}")
    assert message in said
    assert hints[0].startswith(f"hint: {hint}")
    assert len(hints) == 1
    assert "\x1b" not in done.err
    assert call("check", "--isolated").status == 0


def test_the_place_in_a_project_file_is_that_of_its_table(call, air):
    put("pyproject.toml", '[tool.other]\nstep = 2\nselct = 1\n[tool . bluecanvas . "rules" . BC305]\nstep = 2\n')
    assert call("check").err.startswith("error: pyproject.toml:5: `step` is 2\n")
    put("pyproject.toml", "[tool]\nbluecanvas = 3\n")
    assert call("check").err.startswith("error: pyproject.toml:2: `bluecanvas` is 3\nhint: it takes a table\n")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x00", b"# x\n" * 300_000])
def test_what_is_no_text_or_too_much(call, air, data):
    Path("bluecanvas.toml").write_bytes(data)
    done = call("check")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: bluecanvas.toml")


def test_what_is_no_file_is_no_configuration(call, air):
    os.mkfifo("bluecanvas.toml")
    Path("pyproject.toml").mkdir()
    assert call("check").status == 0


def test_every_key_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    for key in _configuration._KEYS:
        assert f"`{key}`" in page or f"{key} =" in page or f".{key}" in page, key


@pytest.mark.parametrize(("file", "wanted"), [(None, False), ("pyproject.toml", False), ("bluecanvas.toml", True)])
def test_toml_is_read_only_where_there_is_a_configuration(air, file, wanted):
    if file:
        put(file, "[project]\nname = 'x'\n" if file == "pyproject.toml" else "")
    listing = "import sys; from bluecanvas.cli._ending import run; run(['check']); print('tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == str(wanted)


def test_a_run_where_the_folder_is_gone(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    put("a.canvas.yaml", TABLE)
    line = f'cd {gone} && rmdir {gone} && "{SCRIPT}" check {tmp_path}/a.canvas.yaml'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_page_s_example_works_and_its_commands_run(call, shell):
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    [example] = re.findall(r"(?s)```toml\n(.*?)```", page)
    put("bluecanvas.toml", example.replace('baseline = "canvases/baseline.json"', ""))
    put("canvases/archive/a.canvas.yaml")
    assert (call("check").status, call("check").err) == (0, "")
    for line in re.findall(r"(?m)^\$ (.*)$", page):
        assert shell(line).status == 0
    put(
        "pyproject.toml",
        re.sub(r"(?m)^\[", "[tool.bluecanvas.", f"[tool.bluecanvas]\n{example}").replace(
            "tool.bluecanvas.tool.", "tool."
        ),
    )
    os.remove("bluecanvas.toml")
    assert (call("check").status, call("check").err) == (0, "")


def test_where_everything_is_left_out_it_is_said_by_what(call, air):
    put("bluecanvas.toml", 'exclude = ["*"]')
    done = call("check")
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("see: bluecanvas new; or the configuration's `exclude` leaves them out\n")
