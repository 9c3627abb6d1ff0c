"""The two canvases of the format's own page: the smallest, in two languages, and the grown one with every core key."""

from __future__ import annotations

from findings_of import sound

from bluecanvas.canvas.model import Action, Canvas, Origin, Role

SMALLEST = """
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor,               Southwest, Average airline]
  - [Price,                        2,               6]
  - [Meals,                        1,               6]
  - [Seat choice,                  1,               7]
  - [Hub connections,              1,               7]
  - [Friendly service,             8,               4]
  - [Speed,                        9,               4]
  - [Frequent departures,          9,               3]
"""

IN_CHINESE = """
bluecanvas: 1
title: 短程航空
language: zh-Hant
scores:
  - [因素,     西南航空, 一般航空]
  - [票價,            2,        6]
  - [餐食,            1,        6]
  - [選位,            1,        7]
  - [轉機接駁,        1,        7]
  - [親切服務,        8,        4]
  - [速度,            9,        4]
  - [班次密集,        9,        3]
"""

GROWN = """
bluecanvas: 1
title: Short-haul air travel
market: US domestic, trips under 800 km
buyers: Leisure and small-business travellers
date: 2026-10-03
language: en                       # the language of every text given as a plain string
us: plan                           # which curve is ours, where it is not the first
scale: {min: 0, max: 10, step: 1}
height: offering
order: given
currency: USD
cost_per: passenger
weights_from: survey-2026
glossary: [API]
tagline: {text: "The speed of a plane at the price of a car, whenever you need it", claims: {speed: high, price: low}}

factors:
  price: {name: Price, kind: price, importance: 18}
  meals: {name: Meals, cost: {per_point: 1.2}, kano: indifferent}
  speed: {name: Speed, importance: 30, theme: time, supports: [departures], buyer_words: "Door to door is what counts"}
  departures: {name: Frequent departures, importance: 25, theme: time, cost: {levels: {0: 0, 5: 2, 10: 7}}}
  waiting: {name: Waiting time, direction: burden}

groups:
  full: {name: Full-service airlines}

curves:
  current: {name: Us today, role: as-is, scores: {price: 6, meals: 5, speed: 5, departures: 3, waiting: 6}}
  plan:
    name: Point to point
    role: to-be
    based_on: current
    scores: {waiting: 3}
  club:
    role: to-be
    based_on: current
    errc: {raise: {speed: 8}, reduce: {meals: 2}}
  airlines:
    group: full
    share: 0.61
    evidence: [survey-2026]
    scored_by: [sales]
    scores:
      price: {value: 6, low: 5.4, high: 6.6, n: 212, actual: USD 180}
      meals: {value: 6, confidence: low, why: two analysts' reading of the menus}
      speed: 4
      departures: null
      waiting: 7

errc:
  eliminate: {meals: {why: Ninety minutes in the air need no tray, evidence: [survey-2026]}}
  reduce: {price: 2}
  raise: {speed: {to: 9, vs: full, owner: Operations, by: 2027-03}}
  create: {departures: 9}

evidence:
  survey-2026: {source: Passenger survey, date: 2026-09, kind: survey, n: 212, url: "https://example.org/s"}

texts:
  zh-Hant: {title: 短程航空, factors: {price: 票價, meals: 餐食}, curves: {current: 現況}, groups: {full: 全服務航空}}

x-reviewed-by: Anna
"""


def levels(canvas: Canvas, curve: str) -> list[float | None]:
    return [canvas.curve(curve).level(factor.id) for factor in canvas.factors]


def test_the_smallest_canvas_names_curves_factors_and_levels():
    canvas = sound(SMALLEST)
    assert canvas.title == "Short-haul air travel"
    assert [curve.id for curve in canvas.curves] == ["Southwest", "Average airline"]
    assert [curve.role for curve in canvas.curves] == [Role.TO_BE, Role.RIVAL]
    assert canvas.us == "Southwest"
    assert [factor.name for factor in canvas.factors] == [
        "Price", "Meals", "Seat choice", "Hub connections", "Friendly service", "Speed", "Frequent departures",
    ]  # fmt: skip
    assert levels(canvas, "Southwest") == [2, 1, 1, 1, 8, 9, 9]
    assert levels(canvas, "Average airline") == [6, 6, 7, 7, 4, 4, 3]


def test_the_smallest_canvas_reads_the_same_in_chinese():
    canvas, english = sound(IN_CHINESE), sound(SMALLEST)
    assert canvas.language == "zh-Hant"
    assert [curve.name for curve in canvas.curves] == ["西南航空", "一般航空"]
    assert [factor.name for factor in canvas.factors] == [
        "票價", "餐食", "選位", "轉機接駁", "親切服務", "速度", "班次密集",
    ]  # fmt: skip
    assert levels(canvas, "西南航空") == levels(english, "Southwest")


def test_the_grown_canvas_says_whose_curve_each_is():
    canvas = sound(GROWN)
    assert canvas.us == "plan"
    assert {curve.id: curve.role for curve in canvas.curves} == {
        "current": Role.AS_IS, "plan": Role.TO_BE, "club": Role.TO_BE, "airlines": Role.RIVAL,
    }  # fmt: skip
    assert [curve.id for curve in canvas.options] == ["plan", "club"]
    assert canvas.as_is is canvas.curve("current")
    assert [group.id for group in canvas.groups] == ["full"]
    assert canvas.curve("airlines").group == "full"
    assert canvas.curve("airlines").share == 0.61


def test_the_grown_canvas_resolves_levels_given_moved_and_taken_over():
    canvas = sound(GROWN)
    assert levels(canvas, "plan") == [2, 0, 9, 9, 3]
    assert [canvas.curve("plan").scores[factor.id].origin for factor in canvas.factors] == [
        Origin.MOVE, Origin.MOVE, Origin.MOVE, Origin.MOVE, Origin.GIVEN,
    ]  # fmt: skip
    assert levels(canvas, "club") == [6, 2, 8, 3, 6]
    assert canvas.curve("club").scores["price"].origin is Origin.BASED_ON
    assert levels(canvas, "airlines") == [6, 6, 4, None, 7]


def test_the_grown_canvas_keeps_what_stands_behind_a_level():
    scores = sound(GROWN).curve("airlines").scores
    price = scores["price"]
    assert (price.value, price.low, price.high, price.n, price.actual) == (6, 5.4, 6.6, 212, "USD 180")
    assert (scores["meals"].confidence, scores["meals"].why) == ("low", "two analysts' reading of the menus")
    assert all(score.evidence == ("survey-2026",) for score in scores.values())
    assert all(score.scored_by == ("sales",) for score in scores.values())
    assert "departures" in scores


def test_the_grown_canvas_knows_its_factors():
    canvas = sound(GROWN)
    assert canvas.price is canvas.factor("price")
    assert [factor.id for factor in canvas.factors if factor.burden] == ["price", "waiting"]
    assert [factor.importance for factor in canvas.factors] == [18, None, 30, 25, None]
    assert canvas.factor("meals").cost == {"per_point": 1.2}
    assert canvas.factor("departures").cost == {"levels": {0: 0, 5: 2, 10: 7}}
    assert canvas.factor("speed").supports == ("departures",)
    assert canvas.factor("speed").buyer_words == "Door to door is what counts"
    assert canvas.factor("meals").kano == "indifferent"


def test_the_grown_canvas_has_a_grid_for_ours_and_one_for_the_club():
    canvas = sound(GROWN)
    grid = canvas.curve("plan").grid
    assert grid is not None
    assert [(move.action, move.factor, move.to) for move in grid.moves] == [
        (Action.ELIMINATE, "meals", None), (Action.REDUCE, "price", 2), (Action.RAISE, "speed", 9), (Action.CREATE, "departures", 9),
    ]  # fmt: skip
    raised = grid.moves[2]
    assert (raised.vs, raised.owner, raised.by) == ("full", "Operations", "2027-03")
    assert grid.moves[0].evidence == ("survey-2026",)
    club = canvas.curve("club").grid
    assert club is not None
    assert [(move.action, move.factor, move.to) for move in club.moves] == [
        (Action.REDUCE, "meals", 2), (Action.RAISE, "speed", 8),
    ]  # fmt: skip


def test_the_grown_canvas_speaks_both_its_languages():
    canvas = sound(GROWN)
    assert canvas.languages == ("en", "zh-Hant")
    assert canvas.title.say("zh-Hant") == "短程航空"
    assert canvas.title.say("zh-TW") == "短程航空"
    assert canvas.factor("price").name.say("zh-Hant") == "票價"
    assert canvas.factor("speed").name.say("zh-Hant") == "Speed"
    assert canvas.curve("current").name.say("zh-Hant") == "現況"
    assert canvas.group("full").name.say("zh-Hant") == "全服務航空"


def test_the_grown_canvas_keeps_its_frame():
    canvas = sound(GROWN)
    assert (canvas.market, canvas.date, canvas.height, canvas.order) == (
        "US domestic, trips under 800 km", "2026-10-03", "offering", "given",
    )  # fmt: skip
    assert (canvas.currency, canvas.cost_per, canvas.weights_from) == ("USD", "passenger", "survey-2026")
    assert canvas.glossary == ("API",)
    assert canvas.tagline is not None
    assert canvas.tagline.claims == {"speed": "high", "price": "low"}
    source = canvas.source("survey-2026")
    assert (source.source, source.date, source.kind, source.n) == ("Passenger survey", "2026-09", "survey", 212)
    assert (canvas.scale.min, canvas.scale.max, canvas.scale.step) == (0, 10, 1)
