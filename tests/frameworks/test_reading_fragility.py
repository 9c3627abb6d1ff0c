"""Fragility: exactly the single levels that flip a verdict when the canvas is read again with them."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from reading_canvases import canvases, nudged, reading, surveyed, table

from bluecanvas.canvas.model import Canvas, Curve, Factor, Role, Score
from bluecanvas.frameworks import _reading_fragility as fragility
from bluecanvas.frameworks._reading_fragility import nudge_of
from bluecanvas.frameworks._reading_sheet import Sheet
from bluecanvas.frameworks.reading import judged_curves, kinds, readings
from bluecanvas.words import Text

ME_TOO = """
F     us r
Price 5 5
Speed 9 9
Meals 2 3
Seats 1 1
"""


CLOSE = "F us r\na 5 5\nb 7 9\nc 2 3\nd 1 2"
"""The nearest lies exactly a tenth away: me-too, and barely."""


def flips_of(canvas):
    return Counter(
        (one.name, one.judgement.curve, flip.curve, flip.factor, flip.end, flip.verdict)
        for one in readings(canvas)
        for flip in (one.fragile.flips if one.fragile else ())
    )


def by_brute_force(canvas):
    """Every level nudged in the canvas itself, and everything read again."""
    before = verdicts(canvas)
    nudge = nudge_of(canvas)
    found = Counter()
    for curve in canvas.curves:
        for factor, score in curve.scores.items():
            if score.value is None:
                continue
            if score.low is None or score.high is None:
                ends = {max(0, score.value - nudge), min(10, score.value + nudge)}
            else:
                levels = [other.level(factor) for other in canvas.curves]
                inside = {level for level in levels if level is not None and score.low < level < score.high}
                ends = {score.low, score.high, *inside}
            for end in ends - {score.value}:
                for key, verdict in verdicts(nudged(canvas, curve.id, factor, end)).items():
                    if verdict != before[key]:
                        found[(*key, curve.id, factor, end, verdict)] += 1
    return found


def verdicts(canvas):
    sheet = Sheet(canvas)
    return {
        (kind.name, curve.id): kind.judge(sheet, curve.id).verdict
        for curve in judged_curves(canvas)
        for kind in kinds()
        if kind.applies(sheet, curve.id)
    }


@given(canvases())
def test_flips_are_those_of_reading_again(canvas):
    assert flips_of(canvas) == by_brute_force(canvas)


@given(canvases(intervals=True).map(surveyed))
def test_flips_inside_intervals_are_those_of_reading_again(canvas):
    assert flips_of(canvas) == by_brute_force(canvas)


def test_the_nudge_is_the_larger_of_a_step_and_a_tenth():
    assert reading(table(CLOSE, "scale: {step: 2}"), "divergence").fragile.nudge == 0.2
    assert reading(table(CLOSE, "scale: {step: 0.1}"), "divergence").fragile.nudge == 0.1


def test_a_flip_says_whose_level_from_what_to_what():
    assert reading(table(ME_TOO), "divergence").judgement.verdict == "me-too"
    assert reading(table(ME_TOO), "divergence").fragile is None
    flips = reading(table(CLOSE), "divergence").fragile.flips
    assert ("us", "a", 5, 6, "partial") in flips
    assert sorted({flip.curve for flip in flips}) == ["r", "us"]
    assert [flip.curve for flip in flips] == sorted((flip.curve for flip in flips), key=lambda curve: curve != "us")


def test_levels_stay_on_the_scale():
    found = reading(table("F us r\na 10 10\nb 0 0\nc 5 5.5"), "divergence").fragile
    assert found is None or all(0 <= flip.end <= 10 for flip in found.flips)


def test_a_reading_that_rests_on_no_level_has_no_flips():
    assert reading(table(ME_TOO), "tagline").fragile is None


def test_too_many_levels_are_not_all_tried(monkeypatch):
    canvas = table(ME_TOO)
    monkeypatch.setattr(fragility, "MOST_LEVELS", 5)
    found = reading(canvas, "divergence").fragile
    assert not found.complete
    assert {flip.curve for flip in found.flips} <= {"us"}
    assert reading(canvas, "contradictions").fragile is None  # it rests on our levels alone
    monkeypatch.setattr(fragility, "MOST_LEVELS", 3)
    assert reading(canvas, "divergence").fragile == (0.1, (), False)
    assert not reading(canvas, "contradictions").fragile.complete


def test_nor_are_they_where_each_nudge_looks_at_very_many_factors(monkeypatch):
    canvas = table(ME_TOO)
    factors = len(canvas.factors)
    monkeypatch.setattr(fragility, "MOST_LOOKS", factors * factors)  # a nudge of each of our levels
    found = reading(canvas, "divergence").fragile
    assert not found.complete
    assert {flip.curve for flip in found.flips} <= {"us"}
    assert reading(canvas, "contradictions").fragile is None
    monkeypatch.setattr(fragility, "MOST_LOOKS", factors * factors - 1)
    assert reading(canvas, "divergence").fragile == (0.1, (), False)


def test_a_canvas_far_too_large_is_read_all_the_same():
    factors = tuple(Factor(f"f{j}", Text(f"F {j}"), importance=j) for j in range(150))
    curves = tuple(
        Curve(
            f"c{i}",
            Text(f"C {i}"),
            Role.RIVAL if i % 2 else Role.TO_BE,
            {factor.id: Score((i * j * 7 + j) % 11) for j, factor in enumerate(factors)},
        )
        for i in range(60)
    )
    found = readings(Canvas(Text("t"), factors, curves, us="c0"))
    assert len({one.judgement.curve for one in found}) == 30
    assert not any(one.fragile is None or one.fragile.complete for one in found if one.name == "divergence")
