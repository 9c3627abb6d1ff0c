"""The generated pages equal what the code generates, whatever the terminal and the surroundings."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bluecanvas.cli._app import COMMANDS
from bluecanvas.finding import Confidence, Level
from bluecanvas.rules import Rule, every

DOCS = Path(__file__).parent.parent / "docs"
MEND = "run: python docs/generate.py"
pytestmark = pytest.mark.skipif(not (DOCS / "generate.py").is_file(), reason="no source tree to document")


@pytest.fixture(scope="module")
def generate():
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_page_is_missing_drifts_or_is_left_over(generate):
    assert generate.stale() == [], MEND


def test_what_is_stale_is_found_and_mended(generate, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(generate, "FOLDER", tmp_path)
    assert generate.main([]) == 0
    assert generate.stale() == []
    pages = sorted(generate.pages())
    assert capsys.readouterr().out.split() == [f"docs/{name}" for name in pages]
    (tmp_path / "commands.md").unlink()
    (tmp_path / "rules" / "bc001-out-of-scale.md").write_text("another text")
    (tmp_path / "rules" / "bc999-gone.md").write_text("a rule that was")
    stale = ["commands.md", "rules/bc001-out-of-scale.md", "rules/bc999-gone.md"]
    assert generate.main(["--check"]) == 1
    assert generate.stale() == stale
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    assert capsys.readouterr().out.split() == [f"docs/{name}" for name in stale] * 2
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")) == pages


def test_every_rule_and_every_command_has_its_page(generate):
    pages = generate.pages()
    for rule in every():
        assert f"rules/{rule.code.lower()}-{rule.name}.md" in pages
        assert f"[{rule.code}](" in pages["rules/README.md"]
    for name in COMMANDS.names:
        assert f"\n## {name}\n" in pages["commands.md"]


def test_every_option_is_told_with_its_default(generate):
    plot = generate.commands_page().partition("\n## plot\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in plot.splitlines() if row.startswith("|")]
    assert ["`FILES...`", "The canvases, or folders of them; - for standard input."] in rows
    assert ["`--dpi DPI`", "Pixels an inch. From 20 to 1200.", "`200`"] in rows
    assert "bluecanvas plot [OPTIONS] FILES..." in plot


def test_a_page_tells_options_and_links_other_rules_but_not_in_code(generate):
    def check(canvas, *, step: float = 0.2, also: tuple[str, ...] = ("a", "b")):
        return ()

    page = "Finds it.\n\n## Example\n\nLike BC002, not `BC002`.\n\n```yaml\na: 1  # ! BC002\n```\n"
    one = Rule("BC001", "one-two", Level.WARNING, Confidence.LOW, f"{page}\n## Fix\n\nIt is removed.\n", check)
    other = Rule("BC002", "other", Level.ERROR, Confidence.HIGH, page, None)
    made = generate.rule_page(one, [one, other])
    assert "# BC001 one-two\n" in made
    assert '**warning** · low confidence · options `step = 0.2` and `also = ["a", "b"]` · [can be' in made
    assert "Like [BC002](bc002-other.md), not `BC002`." in made
    assert "a: 1  # ! BC002\n" in made
    assert "**error** · high confidence · [all rules](README.md)\n" in generate.rule_page(other, [one, other])


def test_the_pages_depend_on_nothing_around_them(generate):
    """A narrow terminal, a build server, another place, another language, another seed: the same pages."""
    surroundings = {"COLUMNS": "20", "TERM": "dumb", "GITHUB_ACTIONS": "true", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--check"],
        cwd="/",
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == ([f"docs/{name}" for name in generate.stale()], "")
