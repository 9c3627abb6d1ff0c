"""How a file is written is no change of the strategy, and nothing that is a change is taken for it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from comparing_canvases import MAPPED, TABLE, canvas, changes, compared
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas, Curve, Evidence, Factor, Group, Move, Scale, Score, Tagline
from bluecanvas.comparing import compare
from bluecanvas.comparing.changes import LEVEL_KINDS
from bluecanvas.publishing.shipped import examples
from bluecanvas.words import Text

WRITTEN = {
    "a table as mappings": MAPPED,
    "quoted, commented, spaced": re.sub(r"\bSpeed\b", '"Speed"', TABLE).replace("[Hubs,", "[ Hubs ,  # transfers\n   "),
    "keys in another order": TABLE.replace("title: Short trips\n", "") + "title: Short trips\n",
    "a language more": TABLE + "texts: {zh-Hant: {title: 短程, factors: {Speed: 速度}, curves: {Us: 我們}}}\n",
    "the language said": "language: en\n" + TABLE,
    "a grid in the other form": TABLE.replace("eliminate: [Hubs]", "eliminate: {Hubs: 0}"),
    "an author's own key": TABLE + "x-note: mine\n",
    "a scale that is the default": TABLE + "scale: {min: 0, max: 10}\n",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_only_how_the_file_is_written(text):
    for old, new in ((TABLE, text), (text, TABLE)):
        found = compared(old, new)
        assert found.changes == ()
        assert found.verdicts == ()


def test_based_on_instead_of_levels_that_are_the_same():
    old = MAPPED.replace("us: us\n", "us: us\n").replace("errc:", "x-errc:")
    new = old.replace("us: {name: Us, scores: {price: 2, meals: 1, hubs: 0, kind: 8, speed: 9}}",
                      "us: {name: Us, based_on: rail, scores: {price: 2, meals: 1, hubs: 0, kind: 8, speed: 9}}")  # fmt: skip
    assert old != new
    assert changes(old, new) == []


def test_an_id_of_evidence_that_is_another():
    old = "evidence: {poll: {source: A poll of riders}}\n" + TABLE.replace("factors:", "curves: {Rail: {evidence: poll}}\nfactors:")  # fmt: skip
    assert changes(old, old.replace("poll:", "poll-1:").replace("evidence: poll}", "evidence: poll-1}")) == []


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_an_example_is_itself(example):
    one, other = read(example.path.read_bytes()).canvas, read(example.path.read_bytes()).canvas
    assert one is not None
    assert other is not None
    assert compare(one, other).is_empty


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
@given(data=st.data())
def test_a_shuffled_axis_is_one_reordering(example, data):
    read_one = read(example.path.read_bytes()).canvas
    assert read_one is not None
    shuffled = data.draw(st.permutations(read_one.factors))
    found = compare(read_one, read_one._replace(factors=tuple(shuffled)))
    moved = [change.kind.value for change in found.changes]
    assert moved == (["factor reordered"] if tuple(shuffled) != read_one.factors else [])
    assert found.verdicts == ()


@given(data=st.data())
def test_every_change_of_one_level_is_one_change(data):
    old = canvas(MAPPED)
    curve = data.draw(st.sampled_from(old.curves))
    factor = data.draw(st.sampled_from(old.factors))
    level = data.draw(st.one_of(st.none(), st.integers(0, 10)))
    score = curve.scores[factor.id]._replace(value=level)
    other = curve._replace(scores={**curve.scores, factor.id: score})
    new = old._replace(curves=tuple(other if one.id == curve.id else one for one in old.curves))
    found = [change for change in compare(old, new).changes if change.kind in LEVEL_KINDS]
    if level == curve.level(factor.id):
        assert found == []
    else:
        assert [(change.curve, change.factor, change.before, change.after) for change in found] == [
            (curve.id, factor.id, curve.level(factor.id), level)
        ]


RICH = """\
bluecanvas: 1
title: Rich
market: M
buyers: B
question: Q
later: L
cost_per: head
date: 2026
order: given
currency: EUR
weights_from: poll
audience: board
glossary: [API]
us: us
tagline: {text: Fast, claims: {speed: high}}
scale: {min: 0, max: 10, step: 1, words: {0: none}}
factors:
  price: {name: Price, kind: price, importance: 2, theme: t, kano: must-be, buyer_words: W, supports: [speed], cost: {per_point: 1}}
  speed: Speed
groups: {land: {name: By land}}
curves:
  us: {name: Us, scores: {price: 2, speed: {value: 9, low: 8, high: 10, n: 4, actual: 1 h, confidence: low, why: R, evidence: poll, scored_by: Ann}}}
  rail: {name: Rail, group: land, share: 0.4, evidence: poll, scored_by: Bob, tagline: Slow, scores: {price: 3, speed: 5}}
errc:
  why: {create: Nothing}
  raise: {speed: {to: 9, vs: rail, why: Z, owner: O, by: 2027, evidence: poll}}
evidence: {poll: {source: A poll, date: 2026, kind: survey, n: 30, url: "https://example.org", note: N}}
feasibility: {fixed_cost: 20}
"""
NOT_STRATEGY = {
    Canvas: {
        "language",
        "languages",
        "findings",
        "factors",
        "curves",
        "us",
        "groups",
        "evidence",
        "segments",
        "audiences",
    },  # the one is compared as the section it is typed in, the other is no strategy
    Factor: {"id", "path"},
    Curve: {"id", "path", "based_on", "role", "grid"},
    Group: {"id", "path", "name"},
    Evidence: {"id", "path"},
    Score: {"path", "origin"},
    Move: {"path", "factor", "action"},
    Scale: {"path"},
    Tagline: {"path"},
}
"""What is compared in ways of its own, or on purpose not at all; every other field must be seen to change."""


def _other(value: Any) -> Any:
    """A value like another that is not the same."""
    if value is None:
        return "other"
    if isinstance(value, bool):
        return not value
    if isinstance(value, Text):
        return Text(f"{value} other")
    if isinstance(value, str):
        return f"{value} other"
    if isinstance(value, (int, float)):
        return value + 0.5
    if isinstance(value, tuple):
        return (*value, "speed")
    return {}


def _variants(thing: Any, wrap: Any) -> Any:
    for field in thing._fields:
        value = getattr(thing, field)
        if field in NOT_STRATEGY[type(thing)] or isinstance(value, (Tagline, Scale)):
            continue
        yield f"{type(thing).__name__}.{field}", wrap(thing._replace(**{field: _other(value)}))


def _with_curve(full: Canvas, curve: Curve) -> Canvas:
    return full._replace(curves=tuple(curve if one.id == curve.id else one for one in full.curves))


def _all_variants() -> Any:
    full = canvas(RICH)
    us, rail = full.curve("us"), full.curve("rail")
    grid = us.grid
    assert grid is not None
    yield from _variants(full, lambda it: it)
    yield from _variants(full.scale, lambda it: full._replace(scale=it))
    yield from _variants(full.tagline, lambda it: full._replace(tagline=it))
    yield from _variants(full.factors[0], lambda it: full._replace(factors=(it, full.factors[1])))
    yield from _variants(rail, lambda it: _with_curve(full, it))
    yield from _variants(full.evidence[0], lambda it: full._replace(evidence=(it,)))
    yield from _variants(
        us.scores["speed"], lambda it: _with_curve(full, us._replace(scores={**us.scores, "speed": it}))
    )
    yield from _variants(grid.moves[0], lambda it: _with_curve(full, us._replace(grid=grid._replace(moves=(it,)))))


@pytest.mark.parametrize(
    ("field", "new"), list(_all_variants()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_no_field_of_the_model_is_overlooked(field, new):
    """A field that comes to the model must be compared, or named above as no strategy."""
    assert compare(canvas(RICH), new).changes, field
