"""Many players: what is worked out of all pairs at once, and of a nudge from what was, is what a walk would find."""

from __future__ import annotations

import random

import pytest

from bluecanvas.canvas import read
from bluecanvas.frameworks import _reading_pairs
from bluecanvas.frameworks._reading_data import as_data
from bluecanvas.frameworks._reading_sheet import EXISTING, REFERENCE, On, Sheet
from bluecanvas.frameworks.reading import readings


def crowd(seed: int, alike: bool = False, more: str = "", unknown: float = 0.15):
    """Sixteen players, three of them ours, on nine factors; some levels are unknown."""
    some = random.Random(seed)
    market = [some.randint(1, 9) for _ in range(9)]

    def cell(factor: int) -> str:
        if some.random() < unknown:
            return "null"
        return str(market[factor] + (some.random() < 0.15) if alike else some.randint(0, 10))

    names = [f"c{at}" for at in range(16)]
    rows = [[f"f{factor}", *(cell(factor) for _ in names)] for factor in range(9)]
    table = "\n".join(f"  - [{', '.join(row)}]" for row in [["F", *names], *rows])
    text = (
        f"bluecanvas: 1\ntitle: Crowd\nscores:\n{table}\ncurves: {{c1: {{role: to-be}}, c2: {{role: to-be}}}}\n{more}"
    )
    done = read(text.encode())
    assert done.canvas is not None, done.findings
    return done.canvas


PRICED = "factors: {f0: {kind: price}, f3: {direction: burden}}\n"
WEIGHED = "factors: {" + ", ".join(f"f{at}: {{importance: {at % 3}}}" for at in range(9)) + "}\n"


@pytest.mark.parametrize("more", ["", PRICED, WEIGHED])
@pytest.mark.parametrize("alike", [False, True])
def test_a_crowd_is_read_as_pair_by_pair(monkeypatch, more, alike):
    for seed in range(3):
        canvas = crowd(seed, alike, more)
        at_once = as_data(canvas, readings(canvas))
        with monkeypatch.context() as patch:
            patch.setattr(_reading_pairs, "_MANY", 1000)
            again = crowd(seed, alike, more)
            assert as_data(again, readings(again)) == at_once


@pytest.mark.parametrize("more", ["", PRICED, WEIGHED])
def test_a_nudged_sheet_finds_what_a_sheet_of_its_own_would(more):
    canvas = crowd(4, alike=True, more=more, unknown=0.0)
    sheet = Sheet(canvas)
    for curve in ("c0", "c5"):
        for factor in range(9):
            moved, own = sheet.nudged(curve, factor, 0.35), Sheet(canvas)
            own.rows = dict(moved.rows)
            own.existing, own.created = moved.existing, moved.created
            for which in On:
                assert moved.gap("c0", "c5", which) == pytest.approx(own.gap("c0", "c5", which))
                assert moved.gap("c0", REFERENCE, which) == pytest.approx(own.gap("c0", REFERENCE, which))
                for mean in (_reading_pairs.gap_mean, _reading_pairs.correlation_mean):
                    assert mean(moved, "c0", which) == pytest.approx(mean(own, "c0", which))


def test_the_rivals_distances_are_added_up_as_far_as_asked():
    sheet = Sheet(crowd(1))
    whole = sum(sheet.gap(a, b, EXISTING) or 0.0 for at, a in enumerate(sheet.rivals) for b in sheet.rivals[at + 1 :])
    running = _reading_pairs.Running(sheet, EXISTING)
    assert running.exceeds(0.1)
    assert running.exceeds(whole - 1e-6)
    assert not running.exceeds(whole + 1e-6)
    assert running.exceeds(0.1)
