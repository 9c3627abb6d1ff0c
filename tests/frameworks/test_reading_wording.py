"""The factors' names: whose words they are, judged once for our curve, as BC212 has it."""

from __future__ import annotations

import pytest
from reading_canvases import canvas_of, reading

from bluecanvas.frameworks.reading import judge, readings
from bluecanvas.rules import rule

HEAD = "bluecanvas: 1\ntitle: Notebooks\nscores:\n  - [Factor, Ours, Theirs]\n"


def notebooks(*names, more=""):
    rows = "".join(f"  - [{name}, {1 + j}, {9 - j}]\n" for j, name in enumerate(names))
    return canvas_of(f"{HEAD}{rows}{more}")


@pytest.mark.parametrize(
    ("names", "verdict", "named", "said", "figure"),
    [
        (
            ("Price", "CPU in MHz", "Supply chain", "Battery life"), "internally-driven", (2, 4, 0.5),
            "Ours is seen from the inside: 2 of 4 factors are named in the producer's words, CPU in MHz and Supply chain",
            "producer's words 0.50 > 0.33",
        ),
        (
            ("Price", "CPU in MHz", "Speed", "Battery life"), "plain", (1, 4, 0.25),
            "Ours has 1 of 4 factors named in the producer's words, CPU in MHz: ask buyers what they call it",
            "producer's words 0.25 ≤ 0.33",
        ),
        (
            ("Price", "Speed", "Battery life"), "plain", (0, 3, 0),
            "Ours has no factor named in what is known to be the producer's words", "producer's words 0.00 ≤ 0.33",
        ),
    ],
)  # fmt: skip
def test_whose_words(names, verdict, named, said, figure):
    canvas = notebooks(*names)
    found = reading(canvas, "wording", canvas.us)
    judgement = found.judgement
    assert (judgement.verdict, judgement.code, judgement.fires) == (verdict, "BC212", verdict == "internally-driven")
    assert tuple(judgement.figures.values()) == named
    assert judgement.why == f"On your own scores, {said}"
    assert [gauge.said for gauge in judgement.gauges] == [figure]
    assert judgement.thresholds == {"most": 1 / 3}
    assert found.fragile is None
    assert judgement.fires == bool(list(rule("BC212").check(canvas)))


def test_a_term_of_the_glossary_does_not_count():
    names = "Price", "CPU in MHz", "Supply chain", "Battery life"
    known = notebooks(*names, more="glossary: [Supply chain]\n")
    assert [one.verdict for one in judge(known, "wording")] == ["plain"]


def test_it_is_judged_once_for_our_curve():
    canvas = canvas_of(
        "bluecanvas: 1\ntitle: t\nus: a\ncurves: {a: {role: to-be}, b: {role: to-be}, now: {role: as-is}}\n"
        "scores:\n  - [F, a, b, now, r]\n  - [Supply chain, 1, 2, 3, 4]\n  - [CPU in MHz, 1, 2, 3, 4]\n  - [Speed, 1, 2, 3, 4]\n"
    )
    assert [one.curve for one in judge(canvas, "wording")] == ["a"]


def test_another_set_of_factors_has_its_own_share():
    """Plain names that we alone have buy no verdict: the set of what exists shows it."""
    names = "".join(f"  - [{name}, 5, 5]\n" for name in ("CPU in MHz", "Supply chain", "Speed"))
    invented = "".join(f"  - [{name}, 5, 0]\n" for name in ("Charm", "Joy", "Calm"))
    (found,) = readings(canvas_of(HEAD + names + invented), ("wording",))
    assert {name: (side.verdict, side.fires) for name, side in found.sets.items()} == {
        "existing": ("internally-driven", True),
        "all": ("plain", False),
        "without_burdens": ("plain", False),
    }
