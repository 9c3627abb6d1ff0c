"""What the readings say is so on canvases where levels or prices are all one, and where little is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from reading_canvases import canvases, reading, table

from bluecanvas.frameworks._reading_kinds import NOT_JUDGED
from bluecanvas.frameworks.reading import readings

PRICE = "factors: {price: {kind: price}}"
LEVEL = "on the existing factors that have levels of all, every curve is flat"
ALONE = "there is no rival"


def reason(canvas, name):
    judgement = reading(canvas, name).judgement
    assert judgement.verdict == NOT_JUDGED
    return judgement.grounds.reason()


def why(canvas, name):
    return reading(canvas, name).judgement.why.removeprefix("On your own scores, ")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("F us r q\na 5 5 5\nb 5 5 5\nc 5 5 5", LEVEL),
        ("F us r q\na 5 3 9\nb 5 3 9\nc 1 2 -", LEVEL),
        ("F us r q\na 5 3 9\nb 5 3 -\nc 1 2 -", "fewer than two existing factors have levels of all"),
        ("F us r\na 0 0\nb 0 0\nc 0 0", "fewer than two existing factors have levels of all"),
        ("F us\na 5\nb 5", ALONE),
    ],
)
def test_why_no_convergence_is_judged(rows, said):
    assert reason(table(rows), "convergence") == said


def test_a_rival_that_is_ours_has_itself_for_no_rival():
    rows, ours = "F us\nprice 5\na 3\nb 9", "curves: {us: {role: industry}}"
    assert reason(table(rows, ours, factors=PRICE), "convergence") == ALONE
    assert reason(table(rows, ours, factors=PRICE), "price") == ALONE
    assert reason(table(rows, ours, factors=PRICE), "dominance") == ALONE


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("F us r\na 0 0\nb 0 0\nc 0 0", "fewer than two factors that are no burden are offered by a rival or high on our curve"),
        ("F us r\na 5 5\nb 5 0\nc 5 0", "fewer than two factors that are no burden are offered by a rival or high on our curve"),
        ("F us r\na 5 5\nb - 5\nc - 5", "fewer than two levels are known on factors that are no burden"),
    ],
)  # fmt: skip
def test_why_no_breadth_is_judged(rows, said):
    assert reason(table(rows), "overdelivery") == said


@pytest.mark.parametrize(
    ("rows", "weights", "said"),
    [
        ("F us r\na 5 5\nb 5 5", "", "no `importance` is given"),
        ("F us r\na 5 5\nb 5 5", "a: {importance: 3}", "fewer than two factors that are no burden have an `importance`"),
        ("F us\na 5\nb 5", "a: {importance: 3}, b: {importance: 1}", ALONE),
    ],
)  # fmt: skip
def test_why_no_overkill_is_judged(rows, weights, said):
    assert reason(table(rows, factors=f"factors: {{{weights}}}"), "overkill") == said


@pytest.mark.parametrize(
    ("rows", "said", "figures"),
    [
        ("F us r\nprice 6 6\na 5 5\nb 7 7", "us is not less for more, but r gives as much on every factor for the same price", (1, 1, 0)),
        ("F us r q s\nprice 6 6 6 7\na 5 5 5 5", "us is not less for more, but r and q give as much on every factor for the same price", (3, 2, 0)),
        ("F us r\nprice 6 6\na 5 5\nb 0 -", "us is not less for more, but r gives as much on every factor for the same price", (1, 1, 0)),
        ("F us r\nprice 6 6\na 5 5\nb 7 -", "us has no rival that is known to give all it gives for its price or less", (1, 0, 0)),
        ("F us r q\nprice 6 7 -\na 5 5 5", "us has no rival that is known to give all it gives for its price or less", (1, 0, 0)),
        ("F us r\nprice 6 6\na 5 5\nb 7 6", "us has no rival that gives all it gives for its price or less", (1, 0, 0)),
        ("F us r q\nprice 6 7 -\na 5 5 4", "us has no rival that gives all it gives for its price or less", (1, 0, 0)),
        ("F us r q\nprice 6 6 5\na 5 5 5", "us is less for more: q gives at least as much on every factor for no higher price", (2, 2, 1)),
    ],
)  # fmt: skip
def test_rivals_that_give_as_much(rows, said, figures):
    canvas = table(rows, factors=PRICE)
    found = reading(canvas, "dominance").judgement.figures
    assert why(canvas, "dominance") == said
    assert (found["rivals"], found["as_good"], found["better"]) == figures


@pytest.mark.parametrize(
    ("rows", "said", "gauges"),
    [
        ("F us r q\nprice 6 6 6\na 5 5 5\nb 7 7 7", "us asks the same price as r and q", ["price 0.60 ≤ 0.60"]),
        ("F us r q\nprice 6 6 -\na 5 5 5\nb 7 7 7", "us asks the same price as r", ["price 0.60 ≤ 0.60"]),
        ("F us r q\nprice 6 6 7\na 5 5 5\nb 7 7 7", "us does not ask the highest price", ["price 0.60 < 0.70"]),
        (
            "F us r q\nprice 7 6 7\na 5 5 5\nb 7 7 7",
            "us asks the highest price and is in the upper half of the levels (6 against 6)",
            ["price 0.70 ≥ 0.70", "level 0.60 ≥ 0.60"],
        ),
        (
            "F us r q\nprice 9 6 7\na 3 5 5\nb 7 7 7\nc 5 6 6",
            "us asks the highest price for a level below the middle of the players (5 against 6)",
            ["price 0.90 ≥ 0.70", "level 0.50 < 0.60"],
        ),
    ],
)
def test_whose_price_is_the_highest(rows, said, gauges):
    canvas = table(rows, factors=PRICE)
    judgement = reading(canvas, "price").judgement
    assert why(canvas, "price") == said
    assert [gauge.said for gauge in judgement.gauges] == gauges
    assert judgement.thresholds == {gauge.name: gauge.bar for gauge in judgement.gauges}


@pytest.mark.parametrize(
    ("levels", "figures", "gauges"),
    [
        ("9 1 5 5", (1, 2), ["level 0.90 ≥ 0.66", "support 0.10 ≤ 0.33"]),
        ("7 3 9 1", (2, 2), ["level 0.90 ≥ 0.66", "support 0.10 ≤ 0.33"]),
        ("9 4 7 3", (1, 2), ["level 0.70 ≥ 0.66", "support 0.30 ≤ 0.33"]),  # further apart is the other, but it is kept
        ("9 9 5 4", (0, 2), ["level 0.50 < 0.66", "support 0.40 > 0.33"]),
        ("9 - 9 0", (1, 2), ["level 0.90 ≥ 0.66", "support 0.00 ≤ 0.33"]),
        ("9 - 9 9", (0, 2), []),
    ],
)
def test_how_much_of_the_support_is_broken(levels, figures, gauges):
    rows = "\n".join(f"{name} {level}" for name, level in zip("abcd", levels.split(), strict=True))
    judgement = reading(
        table(f"F us\n{rows}", factors="factors: {a: {supports: b}, c: {supports: d}}"), "contradictions"
    ).judgement
    assert (judgement.figures["broken"], judgement.figures["pairs"]) == figures
    assert [gauge.said for gauge in judgement.gauges] == gauges
    assert bool(judgement.figures["broken"]) == judgement.fires


def test_the_sharpest_contradiction_is_told_first_in_any_order_of_the_axis():
    factors = "factors: {a: {supports: b}, c: {supports: d}}"
    for rows in ("a 7\nb 3\nc 9\nd 1", "c 9\nd 1\na 7\nb 3"):
        said = why(table(f"F us\n{rows}", factors=factors), "contradictions")
        assert said.startswith("us promises c at 9 with d at 1")


@pytest.mark.parametrize(
    ("rows", "tagline", "figures", "gauges"),
    [
        ("F us r\nprice 2 6\nspeed 8 4\ncharm 9 2", "Speed", (2, 1, 1, 1), ["promised 1 ≥ 1"]),
        ("F us r\nprice 5 6\nspeed 5 4\ncharm 9 2", "Speed", (1, 0, 1, 0), ["promised 0 < 1"]),
        ("F us r\nprice 2 6\nspeed 8 4\ncharm 9 2", "Charm and speed at a price", (2, 1, 3, 3), ["promised 3 ≥ 1"]),
        ("F us r\nprice 5 6\nspeed 5 4\ncharm 2 2", "Speed", (0, 0, 1, 0), []),
    ],
)
def test_how_much_of_what_is_raised_is_promised(rows, tagline, figures, gauges):
    judgement = reading(table(rows, f"tagline: {tagline}", factors=PRICE), "tagline_mentions").judgement
    assert tuple(judgement.figures.values()) == figures
    assert [gauge.said for gauge in judgement.gauges] == gauges


def test_how_far_above_is_overkill():
    canvas = table("F us r\na 9 4\nb 5 5", factors="factors: {a: {importance: 1}, b: {importance: 5}}")
    assert [gauge.said for gauge in reading(canvas, "overkill").judgement.gauges] == ["margin 0.50 ≥ 0.20"]


@given(canvases())
def test_what_is_judged_has_figures_and_thresholds(canvas):
    for one in readings(canvas):
        judgement = one.judgement
        if judgement.verdict != NOT_JUDGED:
            assert judgement.figures
            assert judgement.thresholds
            # a tagline that is missing has no length, and a curve of one level no shape
            measured = [value for value in judgement.figures.values() if value is not None]
            assert measured or judgement.verdict == "missing"
