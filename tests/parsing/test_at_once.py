"""What a shape answers at once for a plain text is what it reads from the text's node, without a finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from bluecanvas.canvas import read
from bluecanvas.canvas.format import LanguageShape, VersionShape
from bluecanvas.canvas.format_scores import LevelShape, ScoreShape
from bluecanvas.parsing import BOOLEAN, DATA, DATE, NAME, NUMBER, SHARE, TEXT, WHOLE, Choice, Many, Number, Reader
from bluecanvas.parsing.shape import at_once
from bluecanvas.source import reading
from bluecanvas.source.lines import Lines
from bluecanvas.source.node import Scalar

CANVASES = sorted(Path(__file__).parents[2].joinpath("canvases").glob("*.yaml"))
SHAPES = {
    "name": NAME,
    "text": TEXT,
    "number": NUMBER,
    "whole": WHOLE,
    "share": SHARE,
    "positive": Number(least=0),
    "truth": BOOLEAN,
    "date": DATE,
    "choice": Choice("as-is", "to-be"),
    "names": Many(NAME),
    "numbers": Many(NUMBER),
    "data": DATA,
    "level": LevelShape(),
    "score": ScoreShape(),
    "language": LanguageShape(),
    "version": VersionShape(),
}
TYPED = ["7", "-1", "0", "7.5", "1e3", "1e15", "1e16", ".inf", "012", "0x1F", "1_000", "５", "null", "~", "Null", "true", "No",
         "2026", "2026-10", "2026-02-30", "0000-01", "to-be", "To_be", "as-is", "en", "zh-Hant", "zh-TW", "價格", "a b", "\u3000", "1", "2"]  # fmt: skip
WITH_EVERYTHING = """\
bluecanvas: 1
title: "Short-haul: the plan"
language: en
tagline: On time, at the price of a bus
scale: {min: 0, max: 10, words: {0: none, 10: best}}
factors:
  price: {name: Price, kind: price, cost: {per_point: 1.5}}
  meals: Meals
  speed: {name: "Speed", importance: 3, supports: [meals]}
curves:
  us:
    name: Ours
    role: to-be
    evidence: poll
    scores: {price: 2, meals: {value: 1, why: Nobody asked, evidence: [poll]}, speed: null}
    errc:
      eliminate: meals
      raise: {speed: 9}
      create: [price]
  rival:
    share: 0.5
    scores:
      price: 6
      meals: 17
      sped: 4
evidence:
  poll: Poll of travellers
x-ours: [1, {a: b}]
metrics:
  nps: {2025: 40, 2026: ~}
titel: Air
"""


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@given(
    st.one_of(
        st.sampled_from(TYPED), st.text("0123456789-+.eE", min_size=1, max_size=8), st.text(min_size=1, max_size=8)
    )
)
def test_what_is_answered_at_once_is_what_would_be_read(shape, text):
    answer = at_once(shape)(text)
    event("answered" if answer is not None else "to be read")
    if answer is not None:
        reader = Reader()
        value = shape.read(Scalar(0, len(text), text), ("here",), reader)
        assert (type(value), value, reader.findings) == (type(answer), answer, [])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_answers_something_at_once(shape):
    assert any(at_once(shape)(text) is not None for text in TYPED)


@pytest.mark.parametrize(
    "data",
    [WITH_EVERYTHING.encode(), *(path.read_bytes() for path in CANVASES)],
    ids=["with everything", *(path.stem for path in CANVASES)],
)
def test_a_canvas_is_the_same_whichever_way_its_tree_was_made(data, monkeypatch):
    short = read(data)
    monkeypatch.setattr(reading, "simple_tree", lambda _lines, _most: None)
    long = read(data)
    assert (short.canvas, short.findings) == (long.canvas, long.findings)
    places = [[one.source.locate(it.path, it.on_key) for it in one.findings] for one in (short, long)]
    assert places[0] == places[1]


def test_the_canvas_with_everything_takes_the_short_way():
    assert reading.simple_tree(Lines(WITH_EVERYTHING), 50_000) is not None
    assert {finding.code for finding in read(WITH_EVERYTHING.encode()).findings} == {"BC001", "BC012", "BC015"}
