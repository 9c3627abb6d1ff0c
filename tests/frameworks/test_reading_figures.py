"""The figures of the reading: known answers, other scales, other orders, brute force."""

from __future__ import annotations

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_canvases import KA_CURVE_1, canvas_of, canvases, table

from bluecanvas.canvas.model import Role
from bluecanvas.frameworks._reading_data import as_data
from bluecanvas.frameworks.reading import readings

SETS = ("existing", "all", "without_burdens")


def data_of(canvas):
    return as_data(canvas, readings(canvas))


def known(figures, expected):
    """Whether figures agree with the printed ones, to the last printed digit."""
    return {
        name: round(figures[name], len(str(value).partition(".")[2])) for name, value in expected.items()
    } == expected


def test_known_answers():
    data = data_of(canvas_of(KA_CURVE_1))
    assert data["version"] == 1
    u = data["curves"]["u"]
    assert u["role"] == "to-be"
    assert known(
        u["existing"], {"d_ind": 0.4167, "d_near": 0.2667, "r": -0.791, "k_eff": 4.55, "hhi": 0.22, "gini": 0.3}
    )
    assert known(
        u["all"],
        {"d_ind": 0.525, "d_near": 0.4125, "r": -0.983, "k_eff": 4.365, "hhi": 0.22908, "gini": 0.4676}
        | {"hhi": 0.2291},
    )
    assert known(u["all"], {"pushed": 1.9931})
    assert u["without_burdens"] == u["all"]
    assert u["existing"]["nearest"] == "b"
    assert known(data["players"]["existing"], {"w": 0.1868, "r_mean": -0.1937, "gap_mean": 0.3778})
    assert known(data["players"]["all"], {"w": 0.1412})
    assert data["players"]["existing"]["groups"] == [["u"], ["a", "b"]]
    verdicts = {one["name"]: one["verdict"] for one in data["readings"]}
    assert (verdicts["divergence"], verdicts["focus"]) == ("divergent", "focused")


def test_two_rivals_of_one_shape_are_tiers():
    data = data_of(canvas_of(KA_CURVE_1.replace("us: u", "us: a").replace(", u]", "]").replace("u]", "]")))
    assert data["players"]["all"]["w"] == 1


def test_flat_curves_have_no_likeness():
    data = data_of(table("F us r\na 5 1\nb 5 9\nc 5 4"))
    assert data["curves"]["us"]["existing"]["r"] is None
    assert data["curves"]["us"]["existing"]["r_nearest"] is None
    assert data["curves"]["us"]["existing"]["d_ind"] is not None
    assert data["players"]["existing"]["r_mean"] is None


def test_unknown_levels_and_no_rivals():
    data = data_of(table("F us r\na 5 -\nb - 9\nc 5 4"))
    figures = data["curves"]["us"]["all"]
    assert [figures[name] for name in ("d_ind", "d_near", "nearest", "r")] == [None] * 4  # one factor in common
    assert figures["k_eff"] == 2
    assert data["players"]["all"]["w"] is None
    alone = data_of(table("F us\na 5\nb 3"))
    assert alone["curves"]["us"]["existing"]["k_eff"] is None  # nobody offers anything beside us
    assert alone["curves"]["us"]["all"]["d_ind"] is None
    assert alone["players"]["all"] == {"w": None, "r_mean": None, "gap_mean": None, "groups": [["us"]]}


def test_nothing_offered_has_no_concentration():
    figures = data_of(table("F us r\na 0 1\nb 0 9"))["curves"]["us"]["all"]
    assert (figures["k_eff"], figures["hhi"], figures["gini"], figures["pushed"]) == (None, None, None, None)


def test_a_tie_for_the_nearest_goes_to_the_first_in_the_file():
    assert data_of(table("F us r q\na 5 4 6\nb 5 4 6"))["curves"]["us"]["all"]["nearest"] == "r"
    assert data_of(table("F us q r\na 5 6 4\nb 5 6 4"))["curves"]["us"]["all"]["nearest"] == "q"


def test_whom_it_took_for_whom():
    head = "curves: {now: {role: as-is}, car: {role: alternative}, mean: {role: industry}, ask: {role: wanted}, two: {role: to-be}}"
    data = data_of(table("F us now two car mean ask r\na 1 2 3 4 5 6 7\nb 2 3 4 5 6 7 8", head))
    assert data["whom"] == {
        "ours": "us", "as_is": "now", "options": ["us", "two"], "rivals": ["r"], "industry": "mean",
        "not_judged": ["car", "ask"], "weights": "equal",
    }  # fmt: skip
    assert list(data["curves"]) == ["us", "now", "two"]
    assert data["curves"]["us"]["all"]["d_ind"] == 0.4  # from the industry curve
    assert data["curves"]["us"]["all"]["d_near"] == 0.6  # from the rival


def test_the_industry_curve_stands_for_missing_rivals():
    data = data_of(table("F us mean\na 1 5\nb 2 7", "curves: {mean: {role: industry}}"))
    assert data["curves"]["us"]["existing"]["nearest"] == "mean"
    assert data["players"]["existing"]["w"] == 1


def test_shares_weigh_the_rivals_where_all_have_one():
    rows = "F us r q\na 0 2 8\nb 0 2 8"
    assert data_of(table(rows))["curves"]["us"]["all"]["d_ind"] == 0.5
    some = "curves: {r: {share: 0.9}}"
    assert data_of(table(rows, some))["curves"]["us"]["all"]["d_ind"] == 0.5
    every = "curves: {r: {share: 0.75}, q: {share: 0.25}}"
    assert data_of(table(rows, every))["curves"]["us"]["all"]["d_ind"] == 0.35


def test_importance_weighs_the_factors_where_all_have_one():
    rows = "F us r\na 0 2\nb 0 8"
    assert data_of(table(rows, factors="factors: {a: {importance: 3}}"))["curves"]["us"]["all"]["d_ind"] == 0.5
    every = data_of(table(rows, factors="factors: {a: {importance: 3}, b: {importance: 1}}"))
    assert every["curves"]["us"]["all"]["d_ind"] == 0.35
    assert every["whom"]["weights"] == "importance"
    nothing = data_of(table(rows, factors="factors: {a: {importance: 0}, b: {importance: 0}}"))
    assert nothing["curves"]["us"]["all"]["d_ind"] == 0.5


def test_the_sets():
    data = data_of(
        table(
            "F us r\nprice 2 6\nwait 3 5\nspeed 8 4\ntoken 9 0.5\nnew 9 0",
            factors="factors: {price: {kind: price}, wait: {direction: burden}}",
        )
    )
    counts = {on: data["curves"]["us"][on]["factors"] for on in SETS}
    assert counts == {"existing": 3, "all": 5, "without_burdens": 3}


def test_long_scales_and_uneven_weights_give_numbers():
    canvas = table(
        "F us r\na -1e12 1e12\nb 1e12 0\nc 0 1e9",
        "scale: {min: -1e12, max: 1e12, step: 1e11}",
        factors="factors: {a: {importance: 1e12}, b: {importance: 1e12}, c: {importance: 1e-12}}",
    )
    assert canvas.findings == ()
    data = data_of(canvas)
    assert data["curves"]["us"]["existing"]["d_ind"] == 0.75


def direct(canvas, on, us="us"):
    """The figures straight from their definitions."""
    share = canvas.scale.share
    rivals = canvas.rivals or tuple(canvas.of(Role.INDUSTRY))[:1]
    industry = next(iter(canvas.of(Role.INDUSTRY)), None)

    def level(curve, factor):
        value = curve.level(factor.id)
        return None if value is None else share(value)

    def mean(factor):
        if industry is not None:
            return level(industry, factor)
        known = [(level(rival, factor), rival.share) for rival in rivals if level(rival, factor) is not None]
        if not known:
            return None
        weights = [1 if any(rival.share is None for rival in rivals) else weight for _, weight in known]
        return sum(x * w for (x, _), w in zip(known, weights, strict=True)) / sum(weights)

    chosen = [
        factor
        for factor in canvas.factors
        if on == "all"
        or (on == "existing" and any((level(rival, factor) or 0) > 0.05 for rival in rivals))
        or (on == "without_burdens" and not factor.burden and not factor.price)
    ]
    given = all(factor.importance is not None for factor in canvas.factors) and any(
        f.importance for f in canvas.factors
    )

    def pair(first, second):
        rows = [
            (first(factor), second(factor), factor.importance if given else 1)
            for factor in chosen
            if first(factor) is not None and second(factor) is not None
        ]
        total = sum(w for *_, w in rows)
        if len(rows) < 2 or not total:
            return None, None
        apart = sum(w * abs(x - y) for x, y, w in rows) / total
        mx, my = (sum(w * row[at] for *row, w in rows) / total for at in (0, 1))
        xx = sum(w * (x - mx) ** 2 for x, _, w in rows)
        yy = sum(w * (y - my) ** 2 for _, y, w in rows)
        xy = sum(w * (x - mx) * (y - my) for x, y, w in rows)
        return apart, None if min(xx, yy) < 1e-15 else xy / sqrt(xx * yy)

    def of(curve):
        return lambda factor: level(curve, factor)

    players = [canvas.curve(us), *rivals]
    pairs = [pair(of(players[i]), of(players[j])) for i in range(len(players)) for j in range(i)]
    gaps = [apart for apart, _ in pairs if apart is not None]
    likeness = [r for _, r in pairs if r is not None]
    d_ind, r = pair(of(canvas.curve(us)), mean)
    near = [apart for rival in rivals if (apart := pair(of(canvas.curve(us)), of(rival))[0]) is not None]
    return {
        "d_ind": d_ind,
        "r": r,
        "d_near": min(near, default=None),
        "gap_mean": sum(gaps) / len(gaps) if gaps else None,
        "r_mean": sum(likeness) / len(likeness) if likeness else None,
    }


@given(canvases())
def test_figures_by_brute_force(canvas):
    data = data_of(canvas)
    for on in SETS:
        found = {**data["curves"]["us"][on], **data["players"][on]}
        for name, expected in direct(canvas, on).items():
            same = found[name] is None if expected is None else isclose(found[name], expected, abs_tol=6e-5)
            assert same, (on, name, found[name], expected)


def stripped(data):
    """What no order of factors and rivals may change: all but who stands first, and what hangs on that."""
    curves = {
        id: {on: {k: v for k, v in figures[on].items() if k not in ("nearest", "r_nearest")} for on in SETS}
        for id, figures in data["curves"].items()
    }
    players = {
        on: {**figures, "groups": {frozenset(group) for group in figures["groups"]}}
        for on, figures in data["players"].items()
    }
    verdicts = {
        (one["name"], one["curve"]): (
            one["verdict"], one["fires"], one["code"], one["figures"], sorted(one["factors"]), one["sets"], one["groups"],
            one.get("drawn_in"), one["fragile"] and sorted(map(str, one["fragile"]["flips"])),
        )
        for one in data["readings"]
    }  # fmt: skip
    return curves, players, verdicts


@given(canvases(), st.randoms())
def test_no_order_of_factors_or_rivals_changes_anything(canvas, random):
    factors = list(canvas.factors)
    ours = [curve for curve in canvas.curves if curve.role is not Role.RIVAL]
    rivals = [curve for curve in canvas.curves if curve.role is Role.RIVAL]
    random.shuffle(factors)
    random.shuffle(rivals)
    mixed = canvas._replace(factors=tuple(factors), curves=(*ours, *rivals))
    assert stripped(data_of(mixed)) == stripped(data_of(canvas))


@pytest.mark.parametrize(("low", "high"), [(0, 5), (0, 100), (-3, 17), (1, 7)])
@given(canvas=canvases())
def test_no_scale_changes_anything(canvas, low, high):
    def moved(level):
        return None if level is None else low + level * (high - low) / 10

    curves = tuple(
        curve._replace(scores={id: score._replace(value=moved(score.value)) for id, score in curve.scores.items()})
        for curve in canvas.curves
    )
    scale = canvas.scale._replace(min=low, max=high, step=(high - low) / 10)
    other = data_of(canvas._replace(curves=curves, scale=scale))
    here = data_of(canvas)
    assert (other["curves"], other["players"]) == (here["curves"], here["players"])
    assert [one["verdict"] for one in other["readings"]] == [one["verdict"] for one in here["readings"]]


@given(canvases())
def test_bounds(canvas):
    data = data_of(canvas)
    for figures in [figures[on] for figures in (data["curves"]["us"], data["players"]) for on in SETS]:
        for name, value in figures.items():
            if value is not None and name not in ("nearest", "groups", "k_eff", "pushed", "factors"):
                assert (-1 if name.startswith("r") else 0) <= value <= 1, name
