"""What each reading comes to: the thresholds and both their sides, and that no invented factor buys a verdict."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from reading_canvases import canvas_of, canvases, reading, surveyed, table, verdict

from bluecanvas.canvas.model import Factor, Score
from bluecanvas.frameworks._reading_kinds import Gauge
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.frameworks.reading import accusations, blocks, judge, kinds, readings, sheet_of
from bluecanvas.words import Text

PRICE = "factors: {price: {kind: price}}"
THEMES = "factors: {a: {theme: x}, b: {theme: y}, c: {theme: x}, d: {theme: y}}"
TAGLINE = "tagline: {text: As fast as it is cheap, claims: {price: low, speed: high}}"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("F us r\na 8 2\nb 2 8", "divergent"),
        ("F us r\na 5 3\nb 3 5", "divergent"),  # exactly a fifth away
        ("F us r\na 5 3.1\nb 3 5", "partial"),
        ("F us r\na 9 8\nb 2 1", "me-too"),  # exactly a tenth away
        ("F us r\na 9 7.9\nb 2 1", "partial"),
        ("F us r s t\na 2 2 8 9\nb 8 8 2 3\nc 3 3 9 8\nd 7 7 1 2", "me-too"),  # r again, however unlike the mean
        ("F us r s\na 3 3 7\nb 7 7 3\nc 3 3 7", "me-too"),  # r again, where the mean has no shape
        ("F us r s\na 5 6 1\nb 6 5 9\nc 5 6 1\nd 6 5 9\ne 5 6 1", "partial"),  # near r, which falls where us rises
        ("F us r\na 9 6\nb 5 2\nc 6 3", "partial"),  # one shape, far apart
        ("F us r\na 5 8\nb 5 2", "flat"),
        ("F us r\na 8 5\nb 2 5", "flat"),
        ("F us r\na 8 5", "not-judged"),
        ("F us r\na 8 -\nb 2 5", "not-judged"),
        ("F us\na 8\nb 2", "not-judged"),
        ("F us r\na 8 0.5\nb 2 0\nc 9 4", "not-judged"),  # one factor exists
    ],
)
def test_divergence(rows, expected):
    assert verdict(table(rows), "divergence") == expected


def test_a_flat_curve_is_another_code_and_fires_where_it_is_ours():
    ours = next(judge(table("F us r\na 5 8\nb 5 2\nc 5 8"), "divergence"))
    assert (ours.code, ours.fires) == ("BC202", True)
    assert "us has one level on every factor" in ours.why
    light = "factors: {a: {importance: 1}, b: {importance: 0}}"
    assert verdict(table("F us r\na 5 8\nb 9 2", factors=light), "divergence") == "not-judged"
    theirs = next(judge(table("F us r\na 8 5\nb 2 5"), "divergence"))
    assert (theirs.code, theirs.fires) == ("BC202", False)
    assert "us lies 3 points from r, but there is no shape to compare with" in theirs.why


def test_a_flat_curve_is_one_on_what_weighs_anything():
    light = "factors: {a: {importance: 2}, b: {importance: 2}, c: {importance: 0}}"
    ours = next(judge(table("F us r\na 5 8\nb 5 2\nc 9 5", factors=light), "divergence"))
    assert "us has one level on every factor that weighs anything" in ours.why


def test_a_me_too_names_the_rival_that_both_figures_are_of():
    found = next(judge(table("F us r s t\na 2 2 8 9\nb 8 8 2 3\nc 3 3.5 9 8\nd 7 7 1 2"), "divergence"))
    assert "us draws the curve of r again: 0.1 points apart" in found.why
    assert [gauge.said for gauge in found.gauges] == ["nearest 0.01 ≤ 0.10", "r 1.00 ≥ 0.80"]


def test_of_rivals_equally_near_the_most_alike_counts_in_any_order():
    for rows in ("F us r s\na 5 6 6\nb 6 5 7\nc 5 6 6", "F us s r\na 5 6 6\nb 6 7 5\nc 5 6 6"):
        found = next(judge(table(rows), "divergence"))
        assert (found.verdict, found.figures["r_nearest"]) == ("me-too", pytest.approx(1.0))
        assert "the curve of s again" in found.why


def test_a_mean_that_nobody_is_near_is_said_to_be_none():
    said = next(judge(table("F us r s\na 5 9 1\nb 5.5 9 1\nc 5 9 1\nd 5.5 8 3"), "divergence")).why
    assert "though none of them is near (3.5 points from r, the nearest)" in said


def test_thresholds_can_be_moved():
    canvas = table("F us r\na 9 7.9\nb 2 1\nc 2 1")
    found = next(judge(canvas, "divergence", near=0.2))
    assert (found.verdict, found.fires, found.thresholds["near"]) == ("me-too", True, 0.2)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("F us r\na 9 5\nb 0 5\nc 0 5", "focused"),
        ("F us r\na 6 5\nb 5 5\nc 6 5", "unfocused"),
        ("F us r\na 4 5\nb 3 5\nc 4 5", "no-emphasis"),
        ("F us r\na 0 5\nb 0 5", "no-emphasis"),
        ("F us r\na 9 5\nb 9 5\nc 3 5\nd 1 5", "partial"),
        ("F us r\na 9 5", "not-judged"),
        ("F us\na 6\nb 5\nc 6", "unfocused"),
    ],
)
def test_focus(rows, expected):
    assert verdict(table(rows), "focus") == expected


def test_the_price_is_no_effort():
    canvas = table("F us r\nprice 9 5\na 6 5\nb 6 5", factors=PRICE)
    assert verdict(canvas, "focus") == "unfocused"


def test_what_nobody_offers_is_no_focus():
    canvas = table("F us r\na 6 5\nb 5 5\nc 6 5\nx 0 0\ny 0 0\nz 1 0")
    found = reading(canvas, "focus")
    assert found.judgement.verdict == "unfocused"
    assert found.sets["without_burdens"].verdict == "focused"  # what a count of all of them would have bought


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("F us r q\na 9 8 9\nb 5 4 5\nc 1 1 2", "converged"),
        ("F us r q\na 9 5 7\nb 7 3 5\nc 5 1 3", "tiers"),
        ("F us r q\na 9 1 5\nb 1 9 5\nc 5 5 9", "apart"),
        ("F us\na 9\nb 1", "not-judged"),
        ("F us r\na 9 -\nb 1 5\nc 4 -", "not-judged"),
    ],
)
def test_convergence(rows, expected):
    assert verdict(table(rows), "convergence") == expected


def test_low_agreement_shows_its_groups():
    said = next(judge(table("F us r q\na 1 9 8\nb 9 1 3\nc 2 8 9\nd 9 3 1"), "convergence")).why
    assert "r and q share much of one shape" in said


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("F us r\na 9 5\nb 9 5\nc 9 5\nd 2 5", "overdelivers"),  # exactly three quarters
        ("F us r\na 9 5\nb 9 5\nc 2 5\nd 2 5", "selective"),
        ("F us r\na 9 5\nb 9 5\nc 9 5\nd 2 5\nx 2 0", "overdelivers"),  # an invented low factor changes nothing
        ("F us r\na 9 5", "not-judged"),
    ],
)
def test_overdelivery(rows, expected):
    assert verdict(table(rows), "overdelivery") == expected


@pytest.mark.parametrize(
    ("importance", "expected"), [((9, 1), "overkill"), ((1, 9), "none"), ((5, 5), "none"), ((5, None), "not-judged")]
)
def test_overkill(importance, expected):
    factors = ", ".join(
        f"{id}: {{importance: {weight}}}"
        for id, weight in zip("ab", importance, strict=True)
        if weight is not None
    )  # fmt: skip
    found = next(judge(table("F us r\na 5 5\nb 7 5", factors=f"factors: {{{factors}}}"), "overkill"))
    assert found.verdict == expected
    assert found.factors == (("b",) if expected == "overkill" else ())


@pytest.mark.parametrize(
    ("rows", "factors", "expected"),
    [
        ("F us r\na 9 5\nb 1 5\nc 9 5\nd 1 5", THEMES, "coherent"),
        ("F us r\na 9 5\nb 9 5\nc 1 5\nd 1 5", THEMES, "incoherent"),
        ("F us r\na 7 5\nb 7 5\nc 5 5\nd 5 5", THEMES, "coherent"),  # nothing much departs
        ("F us r\na 9 5\nb 9 5\nc 1 5\nd 1 5", "", "not-judged"),
        ("F us r\na 9 5\nb 1 5", "factors: {a: {theme: x}, b: {theme: y}}", "not-judged"),
        ("F us r\na 9 5\nb 1 5", "factors: {a: {theme: x}, b: {theme: x}}", "not-judged"),
        (
            "F us r\na 9 5\nb 9 5\nc 1 5\nd 1 5",  # two burdens lowered are two services raised
            "factors: {a: {theme: x}, b: {theme: y}, c: {theme: x, direction: burden}, d: {theme: y, direction: burden}}",
            "coherent",
        ),
    ],
)
def test_incoherence(rows, factors, expected):
    assert verdict(table(rows, factors=factors), "incoherence") == expected


def test_a_zigzag_is_no_incoherence():
    """As drawn it turns four times, in another order never: without themes nothing is said."""
    for order in ("abcdef", "acebdf"):
        rows = "\n".join(f"{id} {1 if id in 'ace' else 9} 5" for id in order)
        assert verdict(table(f"F us r\n{rows}"), "incoherence") == "not-judged"


@pytest.mark.parametrize(
    ("a", "b", "burden", "expected"),
    [
        (6.6, 3.3, False, "contradictory"),
        (6.5, 3.3, False, "consistent"),
        (6.6, 3.4, False, "consistent"),
        (9, 9, True, "contradictory"),  # a support that is a burden is weak where it is high
        (9, 1, True, "consistent"),
        (9, "-", False, "not-judged"),
    ],
)
def test_contradictions(a, b, burden, expected):
    factors = f"factors: {{a: {{supports: b}}, b: {{direction: {'burden' if burden else 'benefit'}}}}}"
    assert verdict(table(f"F us\na {a}\nb {b}", factors=factors), "contradictions") == expected


def test_no_edges_no_contradictions():
    assert verdict(table("F us\na 9\nb 0"), "contradictions") == "not-judged"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("F us r\nprice 6 6\na 5 5\nb 4 5", "dominated"),
        ("F us r\nprice 6 5\na 5 5\nb 5 5", "dominated"),  # the same, cheaper
        ("F us r\nprice 6 6\na 5 5\nb 5 5", "undominated"),  # the same in everything
        ("F us r\nprice 6 7\na 5 5\nb 4 5", "undominated"),
        ("F us r\nprice 6 5\na 5 4\nb 4 9", "undominated"),
        ("F us r\nprice 6 5\na 5 9\nwait 3 5", "undominated"),  # we keep buyers waiting less
        ("F us r\nprice 6 5\na 5 9\nwait 5 5", "dominated"),
        ("F us r\nprice 6 5\na 5 9\nb 4 -", "undominated"),  # what is unknown is no proof
        ("F us r\nprice 6 5\na 5 9\nb 0 -", "dominated"),  # nobody gives less than nothing
        ("F us r\nprice 6 5\na 5 9\nb 3 0", "by-creation"),
        ("F us r\nprice 6 -\na 5 9\nb 3 0", "not-judged"),
        ("F us r\na 5 9\nb 3 4", "not-judged"),
        ("F us\nprice 5\na 9", "not-judged"),
    ],
)
def test_dominance(rows, expected):
    factors = PRICE if "wait" not in rows else "factors: {price: {kind: price}, wait: {direction: burden}}"
    assert verdict(table(rows, factors=factors if "price" in rows else ""), "dominance") == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("F us r q\nprice 9 6 5\na 3 5 6\nb 3 5 6", "overpriced"),
        ("F us r q\nprice 9 9 5\na 3 5 6\nb 3 5 6", "overpriced"),
        ("F us r q\nprice 9 6 5\na 5 5 6\nb 5 5 4", "earned"),
        ("F us r q\nprice 5 6 5\na 3 5 6\nb 3 5 6", "not-highest"),
        ("F us r q\nprice 5 5 5\na 3 5 6\nb 3 5 6", "not-highest"),
        ("F us r q\nprice 9 6 5\na 3 5 6\nb 3 5 6\nnew 10 0 0", "by-creation"),
        ("F us r q\nprice 9 6 5\na 3 5 6", "not-judged"),
        ("F us r q\na 3 5 6\nb 3 5 6", "not-judged"),
    ],
)
def test_the_highest_price(rows, expected):
    assert verdict(table(rows, factors=PRICE if "price" in rows else ""), "price") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "missing"),
        (" ".join(["word"] * 16), "stated"),
        (" ".join(["word"] * 17), "too-long"),
        ("飛" * 24, "stated"),
        ("飛" * 25, "too-long"),
        ("飛機的速度、開車的價錢，隨時出發", "stated"),
        ("飛" * 23 + " iPhone", "stated"),
        ("飛" * 23 + " my iPhone", "too-long"),
        ("비행기의 속도를 자동차의 가격으로", "stated"),
    ],
)
def test_tagline(text, expected):
    head = f"tagline: {text}" if text else ""
    assert verdict(table("F us r\na 9 5\nb 5 5", head), "tagline") == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("F us r\nprice 4 6\nspeed 8 6", "true"),
        ("F us r\nprice 4 6\nspeed 7.9 6", "false"),
        ("F us r\nprice 4.1 6\nspeed 8 6", "false"),
        ("F us r\nprice 4 6\nspeed 8 -", "unproven"),
        ("F us r\nprice 4 -\nspeed 8 -", "not-judged"),
    ],
)
def test_claims(rows, expected):
    assert verdict(table(rows, TAGLINE, factors=PRICE), "tagline_claims") == expected


@pytest.mark.parametrize(
    ("rows", "head", "expected"),
    [
        ("F us r\nprice 2 6\nspeed 8 4", TAGLINE, "on-point"),
        ("F us r\nprice 5 6\nspeed 5 4\ncharm 9 2", TAGLINE, "off-point"),
        ("F us r\nprice 2 6\nspeed 5 4\ncharm 9 2", TAGLINE, "on-point"),  # less to pay is more for the buyer
        ("F us r\nprice 2 6\nspeed 1 4\ncharm 9 2", "tagline: {text: No speed, claims: {speed: low}}", "off-point"),
        ("F us r\nprice 2 6\nspeed 5 4\ncharm 9 2", "tagline: Charm at any price", "on-point"),
        ("F us r\nprice 2 6\nspeed 5 4", TAGLINE, "not-judged"),
        ("F us r\nprice 2 6\nspeed 8 4", "tagline: Something else", "not-judged"),
        ("F us r\nprice 2 6\nspeed 8 4", "", "not-judged"),
    ],
)
def test_what_the_tagline_mentions(rows, head, expected):
    assert verdict(table(rows, head, factors=PRICE), "tagline_mentions") == expected


@pytest.mark.parametrize(
    ("rows", "tagline", "said"),
    [
        ("F us r\nprice 5 6\nspeed 8 4", TAGLINE, "promises what it raises or creates: speed"),
        ("F us r\nprice 2 6\nspeed 5 4\ncharm 9 2", TAGLINE, "promises what it lowers for its buyers: price"),
        (
            "F us r\nprice 2 6\nspeed 8 4\ncharm 9 2", "tagline: Charm and speed at a small price",
            "promises what it raises or creates (charm and speed) and what it lowers for its buyers (price)",
        ),
    ],
)  # fmt: skip
def test_a_reduced_price_is_not_said_to_be_raised(rows, tagline, said):
    found = reading(table(rows, tagline, factors=PRICE), "tagline_mentions")
    assert found.judgement.why == f"On your own scores, us {said}"


@pytest.mark.parametrize(
    ("ours", "theirs", "points"), [(7.25, 7, "0.2 points"), (6.75, 7, "0.2 points"), (8, 4, "4 points")]
)
@pytest.mark.parametrize("noise", [0.0, 4e-16, -4e-16, 1e-12, -1e-12])
def test_what_is_left_of_a_division_decides_no_tie(ours, theirs, points, noise):
    """0.25 is half way between 0.2 and 0.3, and so is what is meant by 0.2500000000000001."""
    told = Telling(sheet_of(table("F us r\na 1 1\nb 1 1")))
    assert told.points(abs(ours / 10 - theirs / 10) + noise) == points


def test_whose_tagline_is_asked_for():
    head = f"{TAGLINE}\ncurves: {{now: {{role: as-is}}, two: {{role: to-be, tagline: Two}}}}"
    canvas = table("F us now two r\nprice 2 5 5 6\nspeed 8 5 5 4", head, factors=PRICE)
    assert [one.curve for one in judge(canvas, "tagline")] == ["us", "two"]
    assert verdict(canvas, "tagline_claims", "two") == "not-judged"


def test_one_more_invention_does_not_buy_a_focus():
    """With c beside what exists, the effort is spread over all; d would make it look uneven."""
    before, after = (table(f"F us r\na 10 5\nb 4 5\nc 7 0{more}") for more in ("", "\nd 3 0"))
    assert verdict(before, "focus") == verdict(after, "focus") == "unfocused"
    assert reading(after, "focus").judgement.why.endswith(
        "us spreads its effort over all it offers but for d (7 on average): that costs on all of it and says little"
    )


@given(canvases(unknown=False), st.integers(0, 10))
def test_no_invented_factor_buys_a_verdict(canvas, level):
    """A factor that only we offer takes no reading from firing to clear, and makes nothing divergent."""
    assume(canvas.rivals)
    span = canvas.scale.max - canvas.scale.min
    offered = [max(curve.scores[factor.id].value for curve in canvas.rivals) for factor in canvas.factors]
    assume(sum((level - canvas.scale.min) / span > 0.05 for level in offered) >= 2)  # two factors exist to begin with
    invented = Factor("new", Text("New"), theme="new" if canvas.factors[0].theme else None, importance=None)
    factors = (*(factor._replace(importance=None) for factor in canvas.factors), invented)
    curves = tuple(
        curve._replace(scores={**curve.scores, "new": Score(level if curve.id == "us" else 0)})
        for curve in canvas.curves
    )
    before = {one.name: one for one in readings(canvas._replace(factors=factors[:-1])) if one.judgement.curve == "us"}
    after = {
        one.name: one
        for one in readings(canvas._replace(factors=factors, curves=curves))
        if one.judgement.curve == "us"
    }
    for name in ("divergence", "convergence", "contradictions", "incoherence"):
        assert after[name].judgement.verdict == before[name].judgement.verdict, name
    for name in ("focus", "overdelivery"):
        assert after[name].judgement.fires or not before[name].judgement.fires, name
    for name, clear in (("dominance", "undominated"), ("price", "earned")):
        assert not (before[name].judgement.fires and after[name].judgement.verdict == clear), name


def test_basis_is_the_weakest_of_the_curves_involved():
    text = """\
bluecanvas: 1
title: t
evidence: {{s: {{source: Survey, kind: survey, n: 90}}, p: {{source: Panel, kind: panel}}, w: {{source: Web, kind: published}}}}
curves: {{us: {{evidence: [{us}]}}, r: {{evidence: [{r}], scored_by: [{by}]}}}}
scores: [[F, us, r], [a, 9, 5], [b, 1, 5], [c, 3, 6]]
"""
    for us, r, by, basis, own in [
        ("s", "s", "", "survey", "survey"),
        ("s", "p", "", "panel", "survey"),
        ("s", "w", "ann, bob", "panel", "survey"),
        ("s", "w", "ann", "guess", "survey"),
        ("p", "s", "", "panel", "panel"),
    ]:
        canvas = canvas_of(text.format(us=us, r=r, by=by))
        assert next(judge(canvas, "divergence")).basis == basis
        assert next(judge(canvas, "contradictions")).basis == own
        assert next(judge(canvas, "divergence")).why.startswith("On your own scores, ") == (basis == "guess")


def test_guessed_levels_are_drawn_a_fifth_of_the_way_in():
    found = reading(table("F us r\na 6.2 4\nb 4 6.2"), "divergence")
    assert (found.judgement.verdict, found.drawn_in.verdict) == ("divergent", "partial")
    assert round(found.drawn_in.figures["d_ind"], 9) == 0.176
    assert reading(surveyed(table("F us r\na 6.2 4\nb 4 6.2")), "divergence").drawn_in is None


SURVEY = """\
bluecanvas: 1
title: t
evidence: {{s: {{source: Survey, kind: survey, n: 90}}}}
curves:
  us: {{evidence: [s], scores: {{a: {{value: 9, low: {low}, high: 9.2}}, b: 2, c: 2}}}}
  r: {{evidence: [s], scores: {{a: 8, b: 1, c: 1}}}}
"""


def test_a_rule_can_ask_for_what_fires_alone():
    canvas = table("F us now r\na 9 5 5\nb 1 6 6\nc 0 4 4", "curves: {now: {role: as-is}}")
    assert [one.curve for one in judge(canvas, "divergence", firing=True)] == ["now"]
    assert not list(judge(canvas, "divergence", firing=True, alike=1.1))


def test_a_survey_that_leaves_it_open_does_not_fire():
    assert not list(judge(canvas_of(SURVEY.format(low=8.8)), "divergence", firing=True))
    sure = next(judge(canvas_of(SURVEY.format(low=9).replace("9.2", "9")), "divergence"))
    assert (sure.verdict, sure.fires, sure.basis) == ("me-too", True, "survey")
    unsure = next(judge(canvas_of(SURVEY.format(low=8.8)), "divergence"))
    assert (unsure.verdict, unsure.fires) == ("undecided", False)
    assert "(as measured: me-too)" in unsure.why


def test_what_a_survey_leaves_open_is_open_on_every_set_of_factors():
    sides = reading(canvas_of(SURVEY.format(low=8.8)), "divergence").sets
    assert {(side.verdict, side.fires) for side in sides.values()} == {("undecided", False)}


def test_what_is_told_of_a_figure_and_its_bar_is_so():
    """To two decimals they would be the same."""
    assert Gauge("gap", 0.196, 0.20).said == "gap 0.196 < 0.200"
    assert Gauge("gap", 0.204, 0.20).said == "gap 0.20 ≥ 0.20"
    assert Gauge("turns", 1.9601, 1.96, at_least=False).said.endswith("1.9601 > 1.9600")


def test_just_too_many_factors_for_a_focus():
    """The effective number is 1.8² / 1.64 = 1.976, and 0.65 of three factors are 1.95: to a tenth, both are 2."""
    found = reading(table("F us r\na 10 5\nb 8 5\nc 0 5"), "focus").judgement
    assert found.verdict == "partial"
    assert "over 1.98 of 3 factors (1.95 or fewer would be a focus)" in found.why


def test_a_curve_that_offers_nothing_is_not_unknown():
    found = reading(table("F us r\na 0 0\nb 0 0\nc 0 0"), "focus").judgement
    assert (found.verdict, found.why.partition(": ")[2]) == (
        "not-judged", "fewer than two factors that are no burden are offered",
    )  # fmt: skip


def test_single_errors_add_up():
    """No single interval reaches the threshold; together, in quadrature, they do."""
    text = "bluecanvas: 1\ntitle: t\nevidence: {s: {source: Survey, kind: survey, n: 90}}\ncurves:\n"
    levels = {"us": (9, 7, 5, 3), "r": (8.2, 6.2, 4.2, 2.2)}  # 0.08 apart, 0.10 is me-too
    for spread, expected in ((0.2, "me-too"), (0.4, "undecided")):
        body = ""
        for id, row in levels.items():
            cells = ", ".join(
                f"{factor}: {{value: {level}, low: {level - spread}, high: {level + spread}}}"
                for factor, level in zip("abcd", row, strict=True)
            )
            body += f"  {id}: {{evidence: [s], scores: {{{cells}}}}}\n"
        found = next(judge(canvas_of(text + body), "divergence"))
        assert found.verdict == expected, (spread, found.figures)


def test_each_strategic_group_is_read_against():
    head = "groups: {g: {}, h: {}, none: {}}\ncurves: {r: {group: g}, q: {group: h}}"
    found = reading(table("F us r q\na 9 9 1\nb 2 2 9\nc 5 5 3", head), "divergence")
    assert {id: side.verdict for id, side in found.groups.items()} == {"g": "me-too", "h": "divergent"}


def test_as_is_beside_to_be():
    canvas = table("F us now r\na 9 5 5\nb 1 6 6\nc 0 4 4", "curves: {now: {role: as-is}}")
    assert [(one.curve, one.verdict) for one in judge(canvas, "divergence")] == [("us", "divergent"), ("now", "me-too")]


def test_no_curve_of_ours_no_reading():
    canvas = table("F r q\na 9 5\nb 1 6", "curves: {r: {role: rival}, q: {role: rival}}", us="r")._replace(us=None)
    assert readings(canvas) == ()
    assert blocks(canvas) == ()


def test_the_block_is_a_scorecard_with_a_mark_a_reading():
    canvas = table("F us now r\na 9 5 5\nb 1 6 6\nc 0 4 4", "curves: {now: {role: as-is}}")
    (block,) = blocks(canvas)
    first, *_ = block.marks
    assert (first.reading, first.about, first.verdict, first.fires) == ("Divergence", "us", "divergent", False)
    assert [gauge.said for gauge in first.gauges] == ["gap 0.43 ≥ 0.20", "r 0.10 ≤ 0.50"]
    assert {mark.about for mark in block.marks} == {"us", "now"}
    table_ = block.as_table()
    assert table_.header == ("Reading", "Curve", "Verdict", "Figures", "Why")
    assert table_.rows[0][:4] == ("Divergence", "us", "divergent", "gap 0.43 ≥ 0.20, r 0.10 ≤ 0.50")


@given(canvases())
def test_every_reading_says_its_figures_thresholds_and_why(canvas):
    for one in readings(canvas):
        said = one.judgement
        assert said.code.startswith("BC2")
        assert re.match("On your own scores, (Us|Now|Rival|The industry)[, ]", said.why)
        assert not said.why.endswith(".")
        assert set(one.sets) == {"existing", "all", "without_burdens"}
        assert set(one.groups) <= {group.id for group in canvas.groups}


NINE = "\n".join(f"f{j} {9 if j % 2 else 0} {j}" for j in range(1, 10))


def test_a_zigzag_without_themes_asks_for_them_whatever_the_order_of_the_axis():
    for rows in (NINE, "\n".join(sorted(NINE.split("\n"), key=lambda row: row[::-1]))):
        found = next(judge(table(f"F us r\n{rows}"), "incoherence"))
        assert (found.verdict, found.fires, found.code) == ("zigzag", True, "BC211")
        assert round(found.figures["turns"], 2) == 2.06  # 7 turns, 4.67 by chance, a variance of 1.28
    fewer = next(judge(table("F us r\n" + NINE.rpartition("\n")[0]), "incoherence"))
    assert (fewer.verdict, fewer.code) == ("not-judged", "BC211")
    themed = table(f"F us r\n{NINE}", factors="factors: {f1: {theme: x}}")
    assert verdict(themed, "incoherence") == "not-judged"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leading quality and excellent service", "hollow"),
        ("領先的品質，一流的服務", "hollow"),
        ("领先的品质，一流的服务", "hollow"),
        ("Best seats for those who work at night", "stated"),
    ],
)
def test_a_tagline_of_praise_alone_says_nothing(text, expected):
    found = next(judge(table("F us r\na 9 5\nb 5 5", f'tagline: "{text}"'), "tagline"))
    assert found.verdict == expected
    assert (found.fires, found.code) == ((True, "BC206") if expected == "hollow" else (False, "BC204"))


@pytest.mark.parametrize(
    ("rows", "name", "expected"),
    [
        ("F us r\na 9 8\nb 2 1", "divergence", "me-too"),  # two points always make one shape or its mirror image
        ("F us r\na 9 8\nb 2 1\nc 5 5\nd - 5\ne - 5\nf - 5\ng - 5", "divergence", "me-too"),
        ("F us r\na 5 8\nb 5 2", "divergence", "flat"),
        ("F us r q\na 9 8 9\nb 5 4 5\nc 1 - 2", "convergence", "converged"),
        ("F us\na 6\nb 5\nc 6", "focus", "unfocused"),  # no rival
        ("F us r\na 6 5\nb 5 5", "focus", "unfocused"),
        ("F us\na 9\nb 9\nc 9", "overdelivery", "overdelivers"),
        ("F us r\na 9 5\nb 9 5\nc 9 5\nd - 5\ne - 5\nf - 5\ng - 5", "overdelivery", "overdelivers"),
    ],
)
def test_a_verdict_from_too_little_is_held_against_nobody(rows, name, expected):
    found = next(judge(table(rows), name))
    assert (found.verdict, found.fires) == (expected, False)
    assert "; so little is known that this proves nothing" in found.why


@given(canvases())
def test_what_is_held_against_options_is_what_fires_on_them(canvas):
    """The quick ways of telling that nothing fires never miss what does."""
    options = {option.id for option in canvas.options}
    fires = {(one.code, one.curve, one.verdict) for kind in kinds() for one in judge(canvas, kind.name) if one.fires}
    codes = {code for kind in kinds() for code in kind.codes or (kind.code,)}
    held = {(one.code, one.curve, one.verdict) for code in codes for one in accusations(canvas, code)}
    assert held == {one for one in fires if one[1] in options}
