"""docs/ci.md: its recipes are what the build servers take, and their commands do what the page says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from ci_schemas import held_against
from test_pre_commit import pre_commit

from bluecanvas.reporters import REPORTERS

__all__ = ["pre_commit"]  # a fixture
ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8") if (ROOT / "docs" / "ci.md").is_file() else ""
pytestmark = pytest.mark.skipif(not PAGE or not (ROOT / "action.yml").is_file(), reason="no source tree")
WARNED = """\
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Us, Them, Others]
  - [Price, 4, 6, 5]
  - [Meals, 3, 6, 6]
  - [Speed, 5, 4, 4]
errc:
  raise: {Speed: 5}
"""
"""A canvas with warnings and without an error."""


def recipes(heading: str, kind: str) -> list[str]:
    """The code blocks of a kind below a heading."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```$", part)


def in_yaml(data: Any) -> list[str]:
    """The scripts anywhere in the data of a build server's file."""
    if isinstance(data, list):
        return [script for one in data for script in in_yaml(one)]
    if not isinstance(data, dict):
        return []
    own = [data[key] for key in ("run", "script") if key in data]
    scripts = [line for one in own for line in ([one] if isinstance(one, str) else one)]
    return scripts + [script for key, one in data.items() if key not in ("run", "script") for script in in_yaml(one)]


def scripts(heading: str) -> list[str]:
    """The scripts of every recipe below a heading."""
    found = [script for text in recipes(heading, "yaml") for script in in_yaml(yaml.safe_load(text))]
    found += [script for text in recipes(heading, "groovy") for script in re.findall(r"sh '(.*)'", text)]
    return found + recipes(heading, "sh")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a script as a build server would, where a canvas with a warning lies in canvases/; pip installs nothing."""
    monkeypatch.chdir(tmp_path)
    for folder in ("canvases", "bin"):
        Path(folder).mkdir()
    Path("canvases", "air.canvas.yaml").write_text(WARNED)
    Path("bin", "pip").write_text('#!/bin/sh\n[ "$*" = "install ./bluecanvas" ]\n')
    Path("bin", "reviewdog").write_text("#!/bin/sh\ncat > canvases.json\n")
    for name in ("pip", "reviewdog"):
        Path("bin", name).chmod(0o755)
    path = os.pathsep.join([str(tmp_path / "bin"), sysconfig.get_path("scripts"), os.environ["PATH"]])
    env = {"PATH": path, "GITHUB_STEP_SUMMARY": "summary.md", "LANG": "C.UTF-8"}

    def called(script: str) -> tuple[int, str]:
        words = ["bash", "-eo", "pipefail", "-c", script]
        done = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.returncode, done.stdout

    return called


@pytest.mark.skipif(sys.platform == "win32", reason="the recipes are for shells")
@pytest.mark.parametrize("heading", ["GitHub Actions", "GitLab", "Azure Pipelines", "Jenkins", "reviewdog"])
def test_the_commands_of_a_recipe_run_and_only_the_one_that_should_fails(run, heading):
    failed, printed = [], ""
    for script in scripts(heading):
        status, said = run(script)
        printed += said
        failed += [script] if status else []
        assert status in (0, 1)
    assert len(failed) == sum("--exit-zero" not in script for script in scripts(heading) if "check" in script)
    assert len(failed) == (0 if heading == "reviewdog" else 1)
    written = {path.name: path.read_text(encoding="utf-8") for path in Path().iterdir() if path.is_file()}
    if heading == "GitHub Actions":
        assert written["summary.md"].startswith("## bluecanvas check: ")
        assert "::warning file=canvases/air.canvas.yaml,line=9,endLine=9," in printed
    if heading in ("GitHub Actions", "Jenkins"):
        uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in sarif(written)}
        assert uris == {"canvases/air.canvas.yaml"}
    if heading in ("GitLab", "Azure Pipelines", "Jenkins"):
        assert ElementTree.fromstring(written["canvases.xml"]).get("failures") == "1"
    if heading == "GitLab":
        assert {one["location"]["path"] for one in json.loads(written["canvases.json"])} == {"canvases/air.canvas.yaml"}
    if heading == "Azure Pipelines":
        page, _, issues = printed.partition("\n")
        assert Path(page.removeprefix("##vso[task.uploadsummary]")).read_text().startswith("## bluecanvas check: ")
        assert "##vso[task.logissue type=warning;sourcepath=canvases/air.canvas.yaml;linenumber=9;" in issues
    if heading == "reviewdog":
        assert json.loads(written["canvases.json"])["source"] == {"name": "bluecanvas"}


def sarif(written: dict[str, str]) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(written["canvases.sarif"])["runs"][0]["results"]
    assert results
    return results


@pytest.mark.parametrize(
    ("heading", "schema", "count"),
    [("GitHub Actions", "github-workflows", 2), ("GitLab", "gitlab-ci", 1), ("Azure Pipelines", "azure-pipelines", 1)],
)
def test_a_recipe_is_what_the_build_server_takes(request, heading, schema, count):
    texts = recipes(heading, "yaml")
    assert len(texts) == count
    for text in texts:
        data = yaml.load(text.replace("\non:", "\n'on':"), yaml.SafeLoader)  # `on` is a word there
        assert held_against(request, schema, data) == []


@pytest.mark.parametrize(
    ("schema", "bad"),
    [
        ("github-workflows", {"on": "push", "jobs": {"a": {"steps": []}}}),
        ("gitlab-ci", {"a": {"script": 5}}),
        ("azure-pipelines", {"steps": [{"scrip": "x"}]}),
    ],
)
def test_the_schema_would_not_take_anything(request, schema, bad):
    assert held_against(request, schema, bad) != []


def test_pre_commit_takes_its_recipe(pre_commit, tmp_path):
    (text,) = recipes("pre-commit", "yaml")
    (tmp_path / "config.yaml").write_text(text)
    assert pre_commit("validate-config", str(tmp_path / "config.yaml")) == (0, "")
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for hook in yaml.safe_load(text)["repos"][0]["hooks"]} == hooks


def test_the_page_tells_every_input_of_the_action_with_its_default():
    rows = [row.split("|")[1:4] for row in PAGE[PAGE.index("| input |") :].partition("\n\n")[0].splitlines()[2:]]
    told = {cells[0].strip(" `"): cells[2].strip(" `") for cells in rows}
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    expected = {name: one["default"] for name, one in inputs.items()}
    assert told == expected | {"fail-on": "that of the configuration, else `error"}
    used = yaml.safe_load(recipes("GitHub Actions", "yaml")[0])["jobs"]["check"]["steps"][1]["with"]
    assert set(used) <= set(inputs)


def test_the_page_names_every_format_and_no_other():
    table = PAGE[PAGE.index("| format |") : PAGE.index("The answer goes to")]
    named = re.findall(r"`([a-z]+)`", "".join(row.split("|")[1] for row in table.splitlines() if row))
    assert sorted(named) == sorted(REPORTERS.names)
    assert set(re.findall(r"--format ([a-z]+)", PAGE)) <= set(REPORTERS.names)


def test_every_option_on_the_page_is_one_of_the_command():
    command = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").partition("\n## check\n")[2]
    options = set(re.findall(r"`(?:-\w, )?(--[a-z-]+)", command.partition("\n## ")[0]))
    assert "--fail-on" in options
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", PAGE)) <= options
