"""The reading and the rules of BC2xx agree: the same codes, and on every canvas of the gallery the same accusations."""

from __future__ import annotations

import pytest
from hypothesis import given
from reading_canvases import canvases, table

from bluecanvas.canvas import read
from bluecanvas.frameworks.reading import kinds, readings
from bluecanvas.publishing.shipped import examples
from bluecanvas.rules import modules, rule

CODES = {code for kind in kinds() for code in kind.codes or (kind.code,)}


def fires(canvas, codes):
    return {code for code in codes if list(rule(code).check(canvas))}


def read_so(canvas):
    options = {option.id for option in canvas.options}
    return {
        one.judgement.code for one in readings(canvas) if one.judgement.fires and one.judgement.curve in options
    }  # fmt: skip


def test_every_code_of_the_reading_is_a_rule_and_every_rule_of_the_curves_a_reading():
    assert set(modules()) >= CODES
    assert {code for code in modules() if code.startswith("BC2")} == CODES
    assert {rule(code).level.value for code in CODES} == {"warning", "advice"}
    assert {code for code in CODES if rule(code).level == "advice"} == {"BC204", "BC208", "BC209", "BC211"}


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_they_agree_on_the_gallery(example):
    canvas = read(example.path.read_bytes()).canvas
    assert fires(canvas, CODES) == read_so(canvas)


@given(canvases())
def test_they_agree_on_any_canvas(canvas):
    assert fires(canvas, CODES) == read_so(canvas)


def test_today_is_not_accused():
    canvas = table("F us r q\nx 9 9 9\ny 5 5 5\nz 1 1 1", "curves: {us: {role: as-is}}")
    assert [one.judgement.fires for one in readings(canvas, ("divergence",))] == [True]
    assert fires(canvas, CODES) == set()


def test_what_fires_on_the_gallery_are_missing_taglines_alone():
    """The sources of these cases give no line, and we put none into their mouths; advice fails no build."""
    found = {
        (code, example.name) for example in examples() for code in fires(read(example.path.read_bytes()).canvas, CODES)
    }
    without = ("cirque-du-soleil", "citizenm", "curves", "haidilao", "netflix-streaming", "qb-house", "wii", "xiaomi")
    assert found == {("BC204", name) for name in without}


def test_more_intervals_than_can_be_tried_accuse_nobody():
    """Each level with an interval bears on every figure: a file within the limits must not take minutes."""
    level = "{value: 7, low: 6, high: 8}"
    factors = [f"f{j}" for j in range(120)]
    scores = ", ".join(f"{factor}: {level}" for factor in factors)
    curves = "".join(f"  {id}: {{evidence: s, scores: {{{scores}, last: 2}}}}\n" for id in ("us", "r", "q"))
    named = ", ".join(f"{factor}: {factor}" for factor in (*factors, "last"))
    text = f"bluecanvas: 1\ntitle: t\nevidence: {{s: {{source: S, kind: survey, n: 9}}}}\nfactors: {{{named}}}\ncurves:\n{curves}"
    canvas = read(text.encode()).canvas
    (one,) = (one.judgement for one in readings(canvas, ("divergence",)))
    assert (one.verdict, one.fires) == ("undecided", False)
    assert "more levels have intervals than can be tried (as measured: me-too)" in one.why
    assert fires(canvas, {"BC201", "BC203", "BC207", "BC208"}) == set()
