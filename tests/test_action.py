"""The GitHub Action: its shell steps are run as a runner runs them, and its file is what GitHub takes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from ci_schemas import held_against

ROOT = Path(__file__).parent.parent
FILE = ROOT / "action.yml"
SCRIPT = Path(sysconfig.get_path("scripts")) / "bluecanvas"
CLEAN = "bluecanvas: 1\ntitle: t\nscores:\n  - [F, Us, Them]\n  - [A, 1, 9]\n"
BROKEN = CLEAN.replace("9]", "99]")
pytestmark = pytest.mark.skipif(
    not FILE.is_file() or sys.platform == "win32", reason="no source tree, or no bash of the kind that is meant"
)


class Done(NamedTuple):
    """What came of the action's steps."""

    status: int
    log: str
    summary: str
    uploaded: str
    """What code scanning would get."""


@pytest.fixture
def action(tmp_path, monkeypatch):
    """Run the action's own steps on a folder of canvases, with some inputs; python and pip are stand-ins."""
    work, temp = tmp_path / "work", tmp_path / "temp"
    for folder in (work, temp):
        folder.mkdir()
    monkeypatch.chdir(work)
    (temp / "python").write_text(PYTHON.format(script=SCRIPT))
    (temp / "python").chmod(0o755)

    def run(**given: str) -> Done:
        described = yaml.safe_load(FILE.read_text(encoding="utf-8"))
        inputs = {name: one["default"] for name, one in described["inputs"].items()}
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        names = {f"inputs.{name}": value for name, value in inputs.items()}
        status, log, summary = 0, "", temp / "summary.md"
        summary.write_text("before\n")
        for step in described["runs"]["steps"]:
            if "run" not in step:
                continue
            output = temp / "output"
            output.write_text("")
            env = {name: filled(value, names) for name, value in step.get("env", {}).items()}
            done = bash(step["run"], {**RUNNER, **env, **places(temp)})
            log += done.stdout + done.stderr
            status = done.returncode
            for line in output.read_text().splitlines():
                name, _, value = line.partition("=")
                names[f"steps.{step['id']}.outputs.{name}"] = value
            if status:
                break
        sarif = names.get("steps.check.outputs.sarif")
        return Done(
            status,
            log,
            summary.read_text(encoding="utf-8").removeprefix("before\n"),
            Path(sarif).read_text(encoding="utf-8") if sarif else "",
        )

    return run


PYTHON = """#!/bin/bash
# stands in for a runner's python: makes the place of a virtual environment, and in it an equal that installs nothing
echo "python $*" >&2
[ "$PYTHONSAFEPATH" = 1 ] || exit 97
if [ "$1 $2" = "-m venv" ]; then
  mkdir -p "$3/bin"
  cp "$0" "$3/bin/python"
  ln -sf "{script}" "$3/bin/bluecanvas"
fi
"""
RUNNER = {"CI": "true", "GITHUB_ACTIONS": "true", "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8"}


def places(temp: Path) -> dict[str, str]:
    """Where a runner keeps what steps write."""
    return {
        "PATH": f"{temp}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(temp),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(temp / "output"),
        "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
    }


def bash(text: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A step as the runner calls it where `shell: bash` is said."""
    script = Path(env["RUNNER_TEMP"], "step.sh")
    script.write_text(text, encoding="utf-8")
    words = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
    return subprocess.run(words, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def filled(text: str, names: dict[str, str]) -> str:
    """A value with its expressions filled in."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: names[found[1]], text)


def test_a_clean_folder_passes_and_says_so(action):
    Path("a.canvas.yaml").write_text(CLEAN)
    done = action(options="--ignore ALL")
    assert (done.status, done.uploaded) == (0, "")
    assert done.summary == "## bluecanvas check: no findings\n\nChecked 1 canvas.\n"
    assert "::" not in done.log


def test_it_installs_what_it_carries_into_a_place_of_its_own(action, tmp_path):
    Path("a.canvas.yaml").write_text(CLEAN)
    log = action().log
    assert f"python -m venv {tmp_path}/temp/bluecanvas\n" in log
    assert f"python -m pip install --quiet --disable-pip-version-check {ROOT}\n" in log


def test_findings_are_annotations_a_summary_and_alerts_the_heaviest_first(action):
    Path("a.canvas.yaml").write_text(CLEAN)
    Path("b.canvas.yaml").write_text(BROKEN)
    done = action(sarif="true")
    assert done.status == 1
    annotations = [line for line in done.log.splitlines() if line.startswith("::")]
    assert annotations[0].startswith("::error file=b.canvas.yaml,line=5,endLine=5,col=12,endColumn=14,title=BC001 ")
    assert annotations[-1].startswith("::notice file=a.canvas.yaml,")
    rows = [row.split("|")[1].strip() for row in done.summary.splitlines() if row.startswith("| ")]
    assert (rows[2], rows[-1]) == ("error", "advice")
    assert len(annotations) == len(rows) - 2
    assert '"ruleId": "BC001"' in done.uploaded


def test_the_level_that_fails_is_an_input(action):
    Path("a.canvas.yaml").write_text(CLEAN)
    assert action().status == 0
    assert action(fail_on="advice").status == 1


def test_the_configuration_of_the_repository_holds_where_the_input_is_empty(action):
    Path("a.canvas.yaml").write_text(CLEAN)
    Path("bluecanvas.toml").write_text('fail-on = "advice"\n')
    assert action().status == 1
    assert action(fail_on="error").status == 0


def test_paths_are_lines_and_options_are_words(action):
    for name in ("a b.canvas.yaml", "-c.canvas.yaml", "*.canvas.yaml", "$(touch pwned).canvas.yaml"):
        Path(name).write_text(BROKEN)
        done = action(paths=f"{name}\r\n\n", options="--select BC001\n  --ignore=BC008", summary="false")
        assert (done.status, done.log.count("::error"), done.summary) == (1, 1, "")
    assert not Path("pwned").exists()
    both = action(paths="a b.canvas.yaml\n-c.canvas.yaml\n", options="--select BC001")
    assert both.summary.startswith("## bluecanvas check: 2 errors\n\nChecked 2 canvases.\n")


@pytest.mark.parametrize(
    "given",
    [
        {"paths": "$(touch pwned)\n`touch pwned`"},
        {"options": "$(touch pwned) ; touch pwned"},
        {"fail_on": '"; touch pwned; "'},
        {"summary": "true; touch pwned", "sarif": "$(touch pwned)"},
    ],
)
def test_no_input_is_a_command(action, given):
    Path("a.canvas.yaml").write_text(CLEAN)
    action(**given)
    assert not list(Path().glob("**/pwned"))


def test_a_missing_file_is_a_wrong_call_and_the_others_are_told_all_the_same(action):
    Path("a.canvas.yaml").write_text(BROKEN)
    done = action(paths="nope.canvas.yaml\na.canvas.yaml", sarif="true")
    assert done.status == 2
    assert done.log.count("there is no file nope.canvas.yaml") == 1
    assert "- there is no file nope.canvas.yaml\n" in done.summary
    assert "a.canvas.yaml:5:12" in done.summary
    assert '"executionSuccessful": false' in done.uploaded


def test_a_wrong_option_uploads_nothing(action):
    Path("a.canvas.yaml").write_text(CLEAN)
    done = action(options="--nope", sarif="true")
    assert (done.status, done.uploaded, done.summary) == (2, "", "")


def test_modules_of_the_repository_are_not_imported(action):
    Path("a.canvas.yaml").write_text(CLEAN)
    for name in ("yaml", "typer", "bluecanvas", "json"):
        Path(f"{name}.py").write_text("open('pwned', 'w')")
    assert action().status == 0
    assert not Path("pwned").exists()


def test_no_expression_stands_in_a_script():
    for step in steps():
        assert "${{" not in step.get("run", "")
        if "run" in step:
            assert step["shell"] == "bash"
            assert step["env"]["PYTHONSAFEPATH"] == "1"


def test_actions_of_others_are_named_by_their_commit():
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", one)] == []


def test_github_s_schema_holds(request):
    assert held_against(request, "github-actions", yaml.safe_load(FILE.read_text(encoding="utf-8"))) == []
    assert held_against(request, "github-actions", {"name": "x", "runs": {"using": "composite"}}) != []


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["runs"]["steps"]
    return found
