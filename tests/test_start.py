"""A light command imports nothing heavy: what it does not need, it does not wait for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bluecanvas.publishing.shipped import examples

CANVAS = str(next(example.path for example in examples() if example.name == "southwest-2005"))
HEAVY = {
    "matplotlib", "numpy", "PIL", "scipy", "pandas", "jinja2", "pptx", "docx", "openpyxl", "python_calamine", "duckdb",
    "pyspark", "highspy", "typst", "rich", "markdown_it", "pygments", "pydantic", "jsonschema", "asyncio", "concurrent",
    "multiprocessing", "http", "urllib.request", "ssl", "socket", "sqlite3", "xml", "unittest", "importlib.metadata",
}  # fmt: skip
"""None of these stands behind a command that draws no picture and writes no report."""
OCCASIONAL = {"subprocess", "tempfile", "shutil", "pickle", "difflib", "traceback", "logging"}
"""Nor these, where nothing is wrong and no folder is searched."""
LISTING = """
import sys
from bluecanvas.cli._ending import run
status = run(sys.argv[1:])
print(*sys.modules, sep="\\n", file=sys.stderr)
sys.exit(status)
"""


def imported(*words: str) -> set[str]:
    """The modules a command line has imported when it ends well."""
    done = subprocess.run([sys.executable, "-c", LISTING, *words], capture_output=True, text=True, check=False)
    modules = set(done.stderr.split("\n"))
    assert done.returncode == 0, done.stderr
    assert "bluecanvas.cli._ending" in modules
    return modules


@pytest.mark.parametrize(
    "words",
    [["--help"], ["check", "--help"], ["check", CANVAS], ["check", CANVAS, "--format", "json"], ["plot", CANVAS],
     ["errc", CANVAS], ["rule"], ["rule", "BC308"], ["schema"], ["plot", CANVAS, "-o", "{tmp}/a.json"],
     ["read", CANVAS], ["diff", CANVAS, CANVAS]],
    ids=lambda words: " ".join(words).replace(CANVAS, "CANVAS"),
)  # fmt: skip
def test_a_light_command_imports_nothing_heavy(words, tmp_path):
    modules = imported(*(word.format(tmp=tmp_path) for word in words))
    assert modules & HEAVY == set()


@pytest.mark.parametrize("words", [["check", CANVAS], ["plot", CANVAS]], ids=["check", "plot"])
def test_nor_what_only_the_odd_case_needs(words):
    assert imported(*words) & (OCCASIONAL - base()) == set()


def test_a_command_does_not_import_the_others():
    modules = imported("check", CANVAS)
    assert "bluecanvas.cli.check" in modules
    assert {f"bluecanvas.cli.{name}" for name in ("errc", "new", "plot", "report", "templates")} & modules == set()
    assert {name for name in modules if name.startswith(("bluecanvas.renderers.", "bluecanvas.publishing"))} == set()
    assert "bluecanvas.blocks" not in modules


def test_the_version_imports_next_to_nothing():
    assert imported("--version") & (HEAVY | {"typer", "yaml", "bluecanvas.cli._app", "bluecanvas.canvas"}) == set()


def test_the_package_imports_next_to_nothing():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, bluecanvas; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = set(done.stdout.split())
    assert [name for name in modules if name.startswith("bluecanvas")] == ["bluecanvas"]
    assert modules & (HEAVY | {"typer", "yaml"}) == set()


def test_the_api_imports_no_command_line():
    text = f"import sys, bluecanvas as bc; bc.check({CANVAS!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & (HEAVY | {"typer"}) == set()


def base() -> set[str]:
    """What the interpreter, typer and PyYAML import by themselves."""
    text = "import sys, typer, yaml, dataclasses; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    return set(done.stdout.split())
