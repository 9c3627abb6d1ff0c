"""The YAML a page writes: it says that levels look like shares where a rule would, and keys of any length read back."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from browser import PROGRAM, browsing
from hard_cases import curves

import bluecanvas
from bluecanvas.blocks import Curves, Line, Point, Style
from bluecanvas.canvas import read
from bluecanvas.canvas.model import Role
from bluecanvas.checking import examine
from bluecanvas.finding import Level
from bluecanvas.renderers._html_curves import plain
from bluecanvas.renderers._html_lines import drawn

FOLDER = Path(bluecanvas.__file__).parent / "renderers" / "_html"
SCRIPT = "".join((FOLDER / name).read_text(encoding="utf-8") for name in ("figures.js", "yaml.js"))
WRITTEN = """
const written = blocks => blocks.map(block => {
  const levels = block.lines.map(line => line.points.map(point => point[0]));
  return asYaml(block, levels, levels);
});
"""
NODE = shutil.which("node")
READ = "const text = require('fs').readFileSync(0, 'utf8'); console.log(JSON.stringify(written(JSON.parse(text))));"


def written(blocks: Sequence[Curves], folder: Path) -> list[str]:
    """What the page's script writes of each."""
    text = json.dumps([plain(drawn("b0", block)) for block in blocks])
    if NODE is not None:
        done = subprocess.run(
            [NODE, "-e", SCRIPT + WRITTEN + READ], input=text, capture_output=True, text=True, check=True
        )
        return json.loads(done.stdout)
    if PROGRAM is None:
        pytest.skip("neither node nor Chromium here: apt-get install chromium")
    with browsing(folder) as browser:
        return json.loads(browser.ask(f"(() => {{{SCRIPT}{WRITTEN} return JSON.stringify(written({text})); }})()"))


def at_random(some: random.Random) -> Curves:
    """A few curves on any scale, some of them in shares, with gaps, and levels below zero."""
    low, high = some.choice([(0, 10), (0, 5), (0, 4), (-5, 5), (1, 7), (0, 1), (0, 100)])
    kinds = [
        lambda: some.randint(low, high),
        lambda: some.choice([0, 1]),
        lambda: round(some.random(), 1),
        lambda: some.choice([-1, -0.5, 0.5, 1]),
        lambda: round(some.uniform(low, high), 1),
    ]
    roles = [Role.TO_BE, *some.choices([Role.RIVAL, Role.WANTED, Role.ALTERNATIVE], k=some.randint(0, 3))]
    lines = []
    for c, role in enumerate(roles):
        kind, known = some.choice(kinds), some.choice([1.0, 1.0, 0.5])
        levels = [min(high, max(low, kind())) if some.random() < known else None for _ in range(5)]
        lines.append(Line(f"c{c}", f"c{c}", Style.RIVAL, tuple(map(Point, levels)), role.value))
    return Curves("random", curves("abcde", []).axes, tuple(lines), low, high)


def test_levels_that_look_like_shares_are_said_to_be_meant_where_the_rule_would_fire_and_nowhere_else(tmp_path):
    some = random.Random(11)
    texts = written([at_random(some) for _ in range(400)], tmp_path)
    fired = 0
    for text in texts:
        _, _, bare = text.rpartition("as shown\n")
        fires = any(one.code == "BC003" for one in examine(read(bare.encode()), "a.yaml"))
        assert (bare != text) is fires, text
        found = [one for one in examine(read(text.encode()), "a.yaml") if not one.suppressed]
        assert [one for one in found if one.level is Level.ERROR or one.code == "BC023"] == [], text
        fired += fires
    assert 40 < fired < 360


@pytest.mark.parametrize("name", ["x" * 3_000, "價" * 1_500, "\u202e" * 400, "a" * 997, "a" * 1_023])
def test_names_of_any_length_are_keys_that_read_back(name, tmp_path):
    block = curves((name, "Speed"), [[1, 9], [4, 4]], ("Us", name))
    axes = tuple(axis._replace(id=axis.name) for axis in block.axes)
    lines = tuple(
        line._replace(id=line.name, role=role) for line, role in zip(block.lines, ("to-be", "rival"), strict=True)
    )
    (text,) = written([Curves("t", axes, lines)], tmp_path)
    canvas = read(text.encode()).canvas
    assert canvas is not None
    assert [factor.id for factor in canvas.factors] == [name, "Speed"]
    assert [curve.level(name) for curve in canvas.curves] == [1, 4]
    assert canvas.curves[1].id == name
