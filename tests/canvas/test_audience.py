"""For whom: what an audience may see of a canvas, and the sentences about what was left out."""

from __future__ import annotations

import pytest

from bluecanvas.canvas import read
from bluecanvas.canvas.audience import for_audience, reading_for
from bluecanvas.canvas.model import Canvas
from bluecanvas.errors import CanvasError

AIR = """\
bluecanvas: 1
title: Air travel
us: plan
weights_from: panel
groups: {full: {name: Full service, audience: team}}
factors:
  price: {name: Price, kind: price}
  meals: {name: Meals, audience: team}
  speed: {name: Speed, supports: [meals, departures]}
  departures: Departures
tagline: {text: Fast, claims: {speed: high, meals: low}}
curves:
  current: {name: Us today, role: as-is, audience: board, scores: {price: 6, meals: 5, speed: 5, departures: 3}}
  plan:
    name: Point to point
    based_on: current
    evidence: [survey, talk]
    scores: {speed: {value: 9, why: They said so}, departures: 7}
  airlines:
    name: Airlines
    group: full
    scores: {price: {value: 6, actual: USD 180, audience: team}, meals: 6, speed: 4, departures: 3}
errc:
  reduce: {price: {to: 2, audience: team}}
  eliminate: [meals]
  raise: {speed: {to: 9, vs: full, evidence: [talk]}}
evidence:
  survey: {source: Passenger survey, n: 212}
  talk: {source: A talk at the pub, audience: team}
  panel: {source: Panel, audience: board}
"""


def seen(text, audience):
    canvas = read(text.encode()).canvas
    assert canvas
    return for_audience(canvas, audience)


def test_the_team_sees_the_canvas_itself():
    canvas = read(AIR.encode()).canvas
    assert for_audience(canvas, "team") == (canvas, ())
    assert for_audience(canvas, "team").canvas is canvas


def test_what_the_board_sees():
    canvas = seen(AIR, "board").canvas
    assert [factor.id for factor in canvas.factors] == ["price", "speed", "departures"]
    assert canvas.factor("speed").supports == ("departures",)
    assert canvas.tagline.claims == {"speed": "high"}
    assert canvas.groups == ()
    assert [source.id for source in canvas.evidence] == ["survey", "panel"]
    assert canvas.weights_from == "panel"
    assert canvas.curve("airlines").group is None
    assert {id: score.value for id, score in canvas.curve("airlines").scores.items()} == {"speed": 4, "departures": 3}
    plan = canvas.curve("plan")
    assert {id: score.value for id, score in plan.scores.items()} == {"speed": 9, "departures": 7}
    assert {score.evidence for score in plan.scores.values()} == {("survey",)}
    assert [(move.factor, move.vs, move.evidence) for move in plan.grid.moves] == [("speed", None, ())]


def test_what_the_public_sees():
    canvas = seen(AIR, "public").canvas
    assert [curve.id for curve in canvas.curves] == ["plan", "airlines"]
    assert (canvas.as_is, canvas.weights_from, canvas.curve("plan").based_on) == (None, None, None)


def test_what_was_left_out_is_said():
    assert seen(AIR, "public").left_out == (
        "the factor Meals is for the team",
        "the curve Us today is for the board",
        "the group Full service is for the team",
        "the source A talk at the pub is for the team",
        "the source Panel is for the board",
        "the move of Point to point to reduce Price is not for them",
        "the level of Point to point on Price comes from what is left out: give the curve a level of its own to show it",
        "the level of Airlines on Price is not for them",
    )


def test_a_level_taken_from_a_left_out_cell_goes_with_it():
    text = """\
bluecanvas: 1
title: t
scores:
  - [Factor, Today, Them]
  - [Price,  1,     2]
  - [Speed,  3,     4]
curves:
  Today: {role: as-is, audience: team}
  Plan: {role: to-be, based_on: Today, scores: {Speed: 9}}
us: Plan
"""
    canvas = seen(text, "board").canvas
    assert [curve.id for curve in canvas.curves] == ["Them", "Plan"]
    assert list(canvas.curve("Plan").scores) == ["Speed"]


def test_a_level_in_both_places_is_marked_in_either():
    text = """\
bluecanvas: 1
title: t
scores:
  - [Factor, Us, Them]
  - [Price,  1,  {value: 2, audience: team}]
  - [Speed,  3,  4]
curves: {Us: {scores: {Speed: {value: 3, audience: team}}}}
"""
    canvas = seen(text, "board").canvas
    assert {curve.id: list(curve.scores) for curve in canvas.curves} == {"Us": ["Price"], "Them": ["Speed"]}


@pytest.mark.parametrize(("who", "sees"), [("team", []), ("board", ["board"]), ("public", ["board", "public"])])
def test_a_mark_names_the_widest_circle_that_may_see_it(who, sees):
    text = f"bluecanvas: 1\ntitle: t\nscores: [[F, a, b], [x, 1, 2], [y, 3, 4]]\nfactors: {{y: {{audience: {who}}}}}\n"
    found = [audience for audience in ("board", "public") if len(seen(text, audience).canvas.factors) == 2]
    assert found == sees


def test_a_slip_keeps_it_in_the_narrowest_circle():
    text = "bluecanvas: 1\ntitle: t\nscores: [[F, a, b], [x, 1, 2], [y, 3, 4]]\nfactors: {y: {audience: bord}}\n"
    assert [factor.id for factor in seen(text, "board").canvas.factors] == ["x"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("audience: team", "the canvas is for the team, not for the board"),
        ("factors: {x: {audience: team}}", "nothing of the canvas is for the board: no factor is left"),
        (
            "curves: {a: {audience: team}, b: {audience: team}}",
            "nothing of the canvas is for the board: no curve is left",
        ),
    ],
)
def test_where_nothing_is_left(line, message):
    with pytest.raises(CanvasError) as caught:
        seen(f"bluecanvas: 1\ntitle: t\nscores: [[F, a, b], [x, 1, 2]]\n{line}\n", "board")
    assert caught.value.message == message


SECTIONS = """\
bluecanvas: 1
title: t
scores: [[F, a, b], [x, 1, 2], [y, 3, 4]]
factors: {y: {name: Why, audience: team}}
hurdles:
  political: [{what: Airports resist}, {what: Unions ask, audience: board}]
partners:
  criteria: {synergy: 0.5}
  candidates:
    one: {name: One, scores: {synergy: 8}}
    two: {name: Two, audience: public, scores: {synergy: 3}}
fair: {candidates: [a], notes_each: 5, judges: {ann: {kind: customer}}, ballots: {ann: {a: 5}}}
roadmap:
  start: 2027-01
  milestones: [{name: Pilot, moves: [x, y]}, {name: Secret, audience: team}]
segments: {young: {importance: {x: 1, y: 2}}}
claims: {audience: team, list: [{text: Big}]}
"""


def test_sections_for_the_board():
    canvas, left_out = seen(SECTIONS, "board")
    assert canvas.sections == {
        "hurdles": {"political": [{"what": "Unions ask"}]},
        "partners": {
            "criteria": {"synergy": 0.5},
            "candidates": {"one": {"name": "One"}, "two": {"name": "Two", "scores": {"synergy": 3}}},
        },
        "fair": {"candidates": ["a"], "notes_each": 5},
        "roadmap": {"start": canvas.sections["roadmap"]["start"], "milestones": [{"name": "Pilot", "moves": ["x"]}]},
        "segments": {"young": {"importance": {"x": 1}}},
    }
    assert left_out == (
        "the factor Why is for the team",
        "a part of the section hurdles is the team's unless it says otherwise",
        "a part of the section fair is the team's unless it says otherwise",
        "a part of the section roadmap is not for them",
        "a part of the section partners is the team's unless it says otherwise",
        "the section claims is not for them",
    )


def test_findings_of_reading_that_tell_of_it_go_too():
    text = """\
bluecanvas: 1
title: t
factors: {x: X, secret: {name: Secret, audience: team}}
curves:
  a: {scores: {x: 1, secret: 17}}
  b: {scores: {x: 12}, nmae: B}
"""
    before = read(text.encode())
    after, left_out = reading_for(before, "board")
    assert [finding.message for finding in before.findings] == [
        "unknown key 'nmae'",
        "17 is outside 0 to 10",
        "12 is outside 0 to 10",
        "b has no level for Secret",
    ]
    assert [finding.message for finding in after.findings] == ["unknown key 'nmae'", "12 is outside 0 to 10"]
    assert after.canvas.findings == after.findings
    assert left_out[0] == "the factor Secret is for the team"


def test_every_field_of_a_canvas_has_been_thought_of():
    """A new field has to be cut by `for_audience`, or to be one that tells of no entry."""
    whole = {"title", "scale", "language", "market", "buyers", "question", "later", "date", "height", "order"}
    whole |= {"currency", "cost_per", "audience", "languages"}
    cut = {
        "factors",
        "curves",
        "us",
        "weights_from",
        "glossary",
        "tagline",
        "groups",
        "evidence",
        "segments",
        "sections",
    }
    assert set(Canvas._fields) == whole | cut | {"audiences", "findings"}
