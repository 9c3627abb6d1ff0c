"""The hook for pre-commit: pre-commit itself takes the manifest and runs the hook on the files that are canvases."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml
from fetching import download, fetched

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PACKAGES = ("pre-commit==4.7.0", "cfgv==3.5.0", "identify==2.6.20")
CLEAN = "bluecanvas: 1\ntitle: t\nscores:\n  - [F, Us, Them]\n  - [A, 1, 9]\n"
pytestmark = pytest.mark.skipif(not MANIFEST.is_file(), reason="no source tree")


@pytest.fixture
def pre_commit(request):
    """Run pre-commit, from its wheels."""

    def fetch(folder: Path) -> Path:
        inside = folder / "wheels"
        inside.mkdir()
        download(inside, "pre-commit", *PACKAGES)
        return inside

    wheels = fetched(request, "-".join(PACKAGES), fetch)
    path = os.pathsep.join(str(wheel) for wheel in wheels.glob("*.whl"))

    def run(*words: str, home: Path = Path("/nonexistent")) -> tuple[int, str]:
        scripts = sysconfig.get_path("scripts")
        env = {
            "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": path,
            "PRE_COMMIT_HOME": str(home),
            "PRE_COMMIT_COLOR": "never",
            "HOME": str(home),
            "LANG": "C.UTF-8",
        }
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", *words], env=env, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    return run


def test_pre_commit_takes_the_manifest(pre_commit, tmp_path):
    assert pre_commit("validate-manifest", str(MANIFEST)) == (0, "")
    bad = tmp_path / "bad.yaml"
    bad.write_text(MANIFEST.read_text().replace("language: python", "language: cobol"))
    assert pre_commit("validate-manifest", str(bad))[0] == 1


@pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git")
def test_the_hook_runs_on_canvases_and_on_nothing_else(pre_commit, tmp_path, monkeypatch):
    """As in a repository of a user's, but with the bluecanvas that is here instead of one installed apart."""
    monkeypatch.chdir(tmp_path)
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    local = {**hook, "language": "system", "verbose": True, "args": ["--select", "BC001", "--format", "concise"]}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    Path("bluecanvas.toml").write_text('exclude = ["old/"]\n')
    Path("old").mkdir()
    for name in ("價格.canvas.yaml", "b.canvas.yml", "old/c.canvas.yaml", "other.yaml", "x.canvas.yaml.txt"):
        Path(name).write_text(CLEAN.replace("9]", "99]"))
    for words in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *words], check=True, capture_output=True)
    status, said = pre_commit("run", "--all-files", home=tmp_path / "home")
    found = [line.partition(":")[0] for line in said.splitlines() if " error BC001 " in line]
    assert (status, sorted(found)) == (1, ["b.canvas.yml", "價格.canvas.yaml"]), said
    for name in ("價格.canvas.yaml", "b.canvas.yml"):
        Path(name).write_text(CLEAN)
    assert pre_commit("run", "--all-files", home=tmp_path / "home")[0] == 0
