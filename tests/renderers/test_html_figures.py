"""The figures a page computes are those of the package, for every canvas of the gallery and for canvases at random."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from browser import PROGRAM, browsing

import bluecanvas
from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas, Curve, Factor, Role, Scale, Score
from bluecanvas.frameworks import value_curve
from bluecanvas.frameworks._reading_kinds import Kind
from bluecanvas.frameworks._reading_sheet import Sheet
from bluecanvas.frameworks.reading import judged_curves, kinds
from bluecanvas.publishing.shipped import examples
from bluecanvas.renderers._html_curves import plain
from bluecanvas.renderers._html_lines import drawn
from bluecanvas.words import Text

FOLDER = Path(bluecanvas.__file__).parent / "renderers" / "_html"
SCRIPT = (FOLDER / "figures.js").read_text(encoding="utf-8")
CROWDED = SCRIPT + (FOLDER / "duels.js").read_text(encoding="utf-8")
"""As a page of many curves has it, which remembers the figures of pairs."""
ASKED = """
const answer = cases => cases.map(block => {
  const levels = block.lines.map(line => line.points.map(point => point[0]));
  return standing(block).judged.map(curve => figures(block, levels, curve));
});
"""
NODE = shutil.which("node")
READ = "const text = require('fs').readFileSync(0, 'utf8'); console.log(JSON.stringify(answer(JSON.parse(text))));"


def asked(cases: Sequence[dict[str, Any]], folder: Path, script: str) -> list[list[dict[str, Any]]]:
    """What a script finds for every judged curve of every case."""
    text = json.dumps(cases)
    if NODE is not None:
        done = subprocess.run(
            [NODE, "-e", script + ASKED + READ], input=text, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
    if PROGRAM is None:
        pytest.skip("neither node nor Chromium here: apt-get install chromium")
    with browsing(folder) as browser:
        return json.loads(browser.ask(f"(() => {{{script}{ASKED} return JSON.stringify(answer({text})); }})()"))


def expected(canvas: Canvas) -> Iterator[dict[str, Any]]:
    """What the package finds for every judged curve."""
    sheet = Sheet(canvas)
    order = [line.id for line in value_curve.blocks(canvas)[0].lines]
    by_name: dict[str, Kind] = {kind.name: kind for kind in kinds()}
    for curve in judged_curves(canvas):
        found: dict[str, Any] = {}
        for name in ("divergence", "focus", "convergence"):
            kind = by_name[name]
            found.update(kind.figures(sheet, curve.id, None, kind.bars({})))
            found[name] = by_name[name].judge(sheet, curve.id).verdict
        nearest, _ = sheet.nearest(curve.id, "existing")  # type: ignore[arg-type]
        for apart in ("pushed", "share_existing", "level_existing", "share_some", "level_some"):
            found.pop(apart)  # the page has the verdict that they lead to
        yield {**found, "nearest": None if nearest is None else order.index(nearest)}


def compare(canvases: Sequence[Canvas], folder: Path, script: str = SCRIPT) -> int:
    cases = [json.loads(json.dumps(plain(drawn("b0", value_curve.blocks(canvas)[0])))) for canvas in canvases]
    count = 0
    for canvas, answers in zip(canvases, asked(cases, folder, script), strict=True):
        wanted = list(expected(canvas))
        assert len(answers) == len(wanted)
        for answer, figures in zip(answers, wanted, strict=True):
            assert answer == pytest.approx(figures, abs=1e-9), canvas
            count += 1
    return count


def test_the_gallery(tmp_path: Path) -> None:
    canvases = [read(example.path.read_bytes()).canvas for example in examples()]
    assert compare([canvas for canvas in canvases if canvas is not None], tmp_path) >= len(canvases)


@pytest.mark.parametrize("script", [SCRIPT, CROWDED], ids=["alone", "crowded"])
def test_canvases_at_random(script: str, tmp_path: Path) -> None:
    some = random.Random(7)
    assert compare([at_random(some) for _ in range(600)], tmp_path, script) >= 600


def at_random(some: random.Random) -> Canvas:
    """A canvas with gaps, ties, flat curves, created factors, weights, shares and any scale; now and then all alike."""
    low, high = some.choice([(0, 10), (1, 5), (-5, 5), (0, 1), (0, 100)])
    factors = tuple(
        Factor(
            f"f{j}",
            Text(f"f{j}"),
            price=j == 0 and some.random() < 0.6,
            burden=j == 0 or some.random() < 0.15,
            importance=some.choice([0, 1, 5, 7.5]) if weighted else None,
        )
        for weighted in [some.random() < 0.4]
        for j in range(some.randint(1, 9))
    )
    shared, known = some.random() < 0.4, some.choice([1.0, 1.0, 0.7, 0.3])
    alike = [some.uniform(low, high) for _ in factors] if some.random() < 0.3 else None
    roles = [Role.TO_BE, *some.choices(list(Role), [1, 1, 1, 1, 6, 2, 1], k=some.randint(0, 6))]
    while roles.count(Role.AS_IS) > 1:
        roles.remove(Role.AS_IS)
    curves = []
    for c, role in enumerate(roles):
        flat = some.choice([None] * 6 + [some.randint(low, high)])
        scores = {}
        for j, factor in enumerate(factors):
            level: float = (
                some.randint(low, high) if alike is None else alike[j] + some.choice([0, 0.02, 0.1]) * (high - low)
            )
            level = min(high, level if flat is None else flat)
            if role is Role.RIVAL and some.random() < 0.15:
                level = low
            scores[factor.id] = Score(level if some.random() < known else None)
        share = some.choice([0.0, 0.2, 0.5]) if shared else None
        curves.append(Curve(f"c{c}", Text(f"c{c}"), role, scores, share=share))
    return Canvas(Text("random"), factors, tuple(curves), Scale(low, high), us="c0")
