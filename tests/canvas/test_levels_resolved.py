"""Where a level comes from: stated in the table, under `curves`, moved by a grid, taken over from another curve."""

from __future__ import annotations

from findings_of import found, sound

from bluecanvas.canvas.model import Action, Canvas, Origin, Role


def levels(canvas: Canvas) -> dict[str, list[float | None]]:
    return {curve.id: [curve.level(factor.id) for factor in canvas.factors] for curve in canvas.curves}


def test_the_table_and_the_mappings_combine():
    """
    bluecanvas: 1
    scores:
      - [Factor, Us, Them]
      - [Price, 2, 6]
      - [Meals, 1, {value: 6, confidence: low}]
    factors: {meals: {name: Meals, importance: 3}, Price: {kind: price}}
    curves:
      them: {name: Them, scores: {meals: {why: by their menus}, Price: {value: 6, n: 12}}}
    """
    canvas = sound(test_the_table_and_the_mappings_combine.__doc__)
    assert levels(canvas) == {"Us": [2, 1], "them": [6, 6]}
    assert [factor.id for factor in canvas.factors] == ["Price", "meals"]
    assert canvas.price is canvas.factor("Price")
    meals = canvas.curve("them").scores["meals"]
    assert (meals.confidence, meals.why, meals.path) == ("low", "by their menus", ("scores", 2, 2))
    assert canvas.curve("them").scores["Price"].n == 12


def test_of_two_moves_of_a_factor_the_one_that_states_a_target_holds():
    """
    bluecanvas: 1
    scores: [[F, now, them], [a, 1, 2], [b, 2, 4]]
    curves: {now: {role: as-is}, plan: {role: to-be, based_on: now, errc: {reduce: [a], raise: {a: 8}}}}
    """
    canvas = sound(test_of_two_moves_of_a_factor_the_one_that_states_a_target_holds.__doc__)
    assert levels(canvas)["plan"] == [8, 2]


def test_factors_are_named_by_the_scores_where_nothing_else_names_them():
    """
    bluecanvas: 1
    curves:
      us: {scores: {price: 2, meals: 1}}
      them: {scores: {meals: 6, price: 6, speed: 3}, role: industry}
      old: {scores: {price: 1, meals: 1, speed: 1}, role: as-is}
    texts: {de: {factors: {price: Preis}}}
    """
    text = test_factors_are_named_by_the_scores_where_nothing_else_names_them.__doc__
    assert found(text) == [(3, 3, "BC002")]
    canvas = sound(text.replace("meals: 1}}\n", "meals: 1, speed: null}}\n", 1))
    assert [factor.id for factor in canvas.factors] == ["price", "meals", "speed"]
    assert canvas.factor("price").name.say("de") == "Preis"
    assert canvas.factor("price").name == "price"


def test_a_level_given_outranks_a_move_and_a_move_outranks_the_base():
    """
    bluecanvas: 1
    factors: {a: A, b: B, c: C, d: D, e: E}
    curves:
      today: {role: as-is, scores: {a: 5, b: 5, c: 5, d: 5, e: null}}
      plan:
        role: to-be
        based_on: today
        scores: {a: 1}
        evidence: survey
    us: plan
    errc: {raise: {a: 9, b: 9}, eliminate: [c]}
    evidence: {survey: A survey}
    """
    canvas = sound(test_a_level_given_outranks_a_move_and_a_move_outranks_the_base.__doc__)
    assert levels(canvas)["plan"] == [1, 9, 0, 5, None]
    scores = canvas.curve("plan").scores
    assert [scores[id].origin for id in "abcde"] == [
        Origin.GIVEN, Origin.MOVE, Origin.MOVE, Origin.BASED_ON, Origin.BASED_ON,
    ]  # fmt: skip
    assert all(score.evidence == ("survey",) for score in scores.values())
    assert scores["d"].path == ("curves", "today", "scores", "d")
    assert scores["b"].path == ("errc", "raise", "b")


def test_options_may_be_based_on_one_another_in_a_chain_and_in_any_order():
    """
    bluecanvas: 1
    factors: {a: A, b: B}
    curves:
      third: {role: to-be, based_on: second, errc: {raise: {b: 9}}}
      second: {role: to-be, based_on: First, scores: {a: 7}}
      first: {name: First, role: as-is, scores: {a: 1, b: 2}}
    """
    canvas = sound(test_options_may_be_based_on_one_another_in_a_chain_and_in_any_order.__doc__)
    assert levels(canvas) == {"third": [7, 9], "second": [7, 2], "first": [1, 2]}
    assert canvas.us == "third"
    assert [curve.id for curve in canvas.options] == ["third", "second"]


def test_eliminating_leads_to_the_lowest_level_the_scale_can_say():
    """
    bluecanvas: 1
    scale: {min: 1, max: 5}
    factors: {a: A}
    curves: {us: {errc: {eliminate: a}}, them: {scores: {a: 3}}}
    """
    canvas = sound(test_eliminating_leads_to_the_lowest_level_the_scale_can_say.__doc__)
    assert levels(canvas) == {"us": [1], "them": [3]}
    assert not canvas.scale.says_absent


def test_a_grid_takes_its_cells_in_every_form():
    """
    bluecanvas: 1
    factors: {a: A, b: B, c: C, d: D, e: E}
    curves:
      us: {scores: {a: 0, b: 1, c: 9, d: 9, e: 5}}
      them: {scores: {a: 5, b: 5, c: 5, d: 0, e: 5}}
    errc:
      eliminate: A
      reduce: [b, E]
      raise: {c: {to: 9, why: {en: Speed, de: Tempo}, owner: No, by: 2027}}
      create:
      why: {create: Nobody offers more}
    """
    canvas = sound(test_a_grid_takes_its_cells_in_every_form.__doc__)
    grid = canvas.curve("us").grid
    assert grid is not None
    assert [(move.action, move.factor) for move in grid.moves] == [
        (Action.ELIMINATE, "a"), (Action.REDUCE, "b"), (Action.REDUCE, "e"), (Action.RAISE, "c"),
    ]  # fmt: skip
    assert (grid.moves[3].owner, grid.moves[3].by) == ("No", "2027")
    assert grid.moves[3].why.say("de") == "Tempo"
    assert grid.why_empty == {Action.CREATE: "Nobody offers more"}


def test_what_is_no_factor_is_left_to_a_rule():
    """
    bluecanvas: 1
    factors: {a: A}
    curves: {us: {scores: {a: 0}}}
    errc: {eliminate: [a, nothing], raise: {x: 9}}
    """
    canvas = sound(test_what_is_no_factor_is_left_to_a_rule.__doc__)
    grid = canvas.curve("us").grid
    assert grid.unknown == (("nothing", ("errc", "eliminate", 1)), ("x", ("errc", "raise", "x")))


def test_whose_each_curve_is():
    """
    bluecanvas: 1
    factors: {a: A}
    curves:
      mean: {role: industry, scores: {a: 1}}
      car: {role: alternative, scores: {a: 2}}
      us: {scores: {a: 3}}
      them: {scores: {a: 4}, group: Cheap}
      next: {role: to-be, scores: {a: 5}}
      measured: {role: delivered, scores: {a: 6}}
      asked: {role: wanted, scores: {a: 7}}
    """
    canvas = sound(test_whose_each_curve_is.__doc__)
    assert canvas.us == "us"
    assert [curve.role for curve in canvas.curves] == [
        Role.INDUSTRY, Role.ALTERNATIVE, Role.TO_BE, Role.RIVAL, Role.TO_BE, Role.DELIVERED, Role.WANTED,
    ]  # fmt: skip
    assert canvas.group("Cheap").name == "Cheap"


def test_ours_may_be_nobody():
    """
    bluecanvas: 1
    factors: {a: A}
    curves: {them: {role: rival, scores: {a: 1}}, car: {role: alternative, scores: {a: 2}}}
    """
    canvas = sound(test_ours_may_be_nobody.__doc__)
    assert canvas.ours is None


def test_zero_and_unknown_are_two_things():
    """
    bluecanvas: 1
    scores:
      - [Factor, us, them]
      - [a, 0, null]
      - [b, ~, 0.0]
    """
    canvas = sound(test_zero_and_unknown_are_two_things.__doc__)
    assert levels(canvas) == {"us": [0, None], "them": [None, 0]}


def test_intervals_and_figures_stand_beside_levels():
    """
    bluecanvas: 1
    scores:
      - [Factor, us]
      - [a, {value: 5, low: 5, high: 6, n: 3, actual: 12.50 USD, date: 2026-09, scored_by: Anna}]
      - [b, {value: null, low: 1, high: 2}]
    """
    canvas = sound(test_intervals_and_figures_stand_beside_levels.__doc__)
    a, b = (canvas.curve("us").scores[id] for id in "ab")
    assert (a.value, a.low, a.high, a.n, a.actual, a.scored_by) == (5, 5, 6, 3, "12.50 USD", ("Anna",))
    assert (b.value, b.low, b.high) == (None, 1, 2)


def test_aliases_say_a_thing_twice():
    """
    bluecanvas: 1
    factors: {a: A, b: &name B}
    curves:
      us: {scores: &same {a: 1, b: 2}, name: *name}
      them: {scores: *same}
    """
    canvas = sound(test_aliases_say_a_thing_twice.__doc__)
    assert levels(canvas) == {"us": [1, 2], "them": [1, 2]}
    assert canvas.curve("us").name == "B"


def test_what_is_typed_is_what_is_meant():
    """
    bluecanvas: 1
    title: 2026-10-03
    market: 12:30
    scores:
      - [Factor, No, Y]
      - [012, 1e0, 0x2]
      - [null-free, +3, 4.]
      - ["null", 5, .6]
      - [on, 0o7, 8.0]
    """
    canvas = sound(test_what_is_typed_is_what_is_meant.__doc__)
    assert (canvas.title, canvas.market) == ("2026-10-03", "12:30")
    assert [factor.id for factor in canvas.factors] == ["012", "null-free", "null", "on"]
    assert levels(canvas) == {"No": [1, 3, 5, 7], "Y": [2, 4, 0.6, 8]}
