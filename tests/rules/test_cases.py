"""Edge cases of the rules: canvases in `cases/` whose marked lines are all that may fire.

A first line `# only: BC105, BC106` names the codes that are compared; without one all are.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rule_marks import found, judged, marked

from bluecanvas.finding import Level
from bluecanvas.rules import modules

CASES = sorted((Path(__file__).parent / "cases").glob("*.canvas.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.removesuffix(".canvas.yaml"))
def test_a_case_fires_exactly_where_it_is_marked(case: Path):
    text = case.read_text(encoding="utf-8")
    only = re.match(r"# only: (BC\d{3}(?:, BC\d{3})*)\n", text)
    codes = set(only.group(1).split(", ")) if only else set(modules())
    assert codes <= set(modules())
    verdicts = judged(text)
    assert {place for place in found(verdicts) if place[1] in codes} == marked(text)
    unsound = [verdict for verdict in verdicts if verdict.level is Level.ERROR and verdict.code not in codes]
    assert not unsound  # the rules are silent on a canvas that cannot be read


def test_there_are_cases():
    assert CASES
