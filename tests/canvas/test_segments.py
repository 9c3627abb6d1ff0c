"""Segments of the buyers: what is read from them, and what is wrong with them, each at its place."""

from __future__ import annotations

import pytest
from findings_of import sound, told

from bluecanvas.canvas.audience import for_audience
from bluecanvas.canvas.model import Score
from bluecanvas.canvas.segments import seen_by

CANVAS = """\
bluecanvas: 1
factors: {price: {name: Price, importance: 2}, speed: {name: {en: Speed, zh-Hant: 速度}}}
curves:
  us: {scores: {price: 2, speed: 9}}
  air: {name: Airlines, scores: {price: 6, speed: 4}}
evidence: {poll: A poll}
"""
"""Six lines that read clean; the segments stand from line 7 on."""


def segments(text: str):
    """The segments of the canvas, which reads clean with them."""
    return sound(CANVAS + text).segments


def test_a_canvas_without_segments_has_none():
    assert sound(CANVAS).segments == ()


def test_segments_with_shares_weights_and_levels():
    leisure, business = segments("""\
segments:
  leisure: {name: {en: Leisure, zh-Hant: 休閒}, share: 0.6, importance: {price: 30, 速度: 10}}
  business: {share: 0.4, scores: {Airlines: {Speed: {value: 5, low: 4, high: 6, n: 40, evidence: poll}}}}
""")
    assert (leisure.id, leisure.name.say("zh-TW"), leisure.share) == ("leisure", "休閒", 0.6)
    assert leisure.importance == {"price": 30, "speed": 10}
    assert leisure.scores == {}
    assert (business.name, business.importance) == ("business", {})
    at = ("segments", "business", "scores", "Airlines", "Speed")
    assert business.scores == {"air": {"speed": Score(5, 4, 6, 40, evidence=("poll",), path=at)}}


def test_a_segment_may_be_as_short_as_its_name():
    assert [(one.id, one.name) for one in segments("segments: {young: The young, old: }")] == [
        ("young", "The young"),
        ("old", "old"),
    ]


def test_the_canvas_as_a_segment_sees_it():
    canvas = sound(
        CANVAS + "segments: {a: {importance: {speed: 1}, scores: {air: {speed: 7}, us: {price: null}}}, b: }"
    )
    seen = seen_by(canvas, canvas.segments[0])
    assert [factor.importance for factor in seen.factors] == [None, 1]
    assert [(curve.level("price"), curve.level("speed")) for curve in seen.curves] == [(None, 9), (6, 7)]
    assert seen_by(canvas, canvas.segments[1]) == canvas


@pytest.mark.parametrize(
    ("text", "place", "code", "message", "hint"),
    [
        ("a: {share: 60}", (8, 14), "BC013", "60 is not between 0 and 1", "write it as a fraction: 0.6"),
        ("a: {shar: 0.6}", (8, 7), "BC012", "unknown key 'shar'", "did you mean `share`?"),
        ("a: {importance: {prise: 3}}", (8, 20), "BC015", "there is no factor 'prise'", "did you mean `price`?"),
        ("a: {importance: {price: -3}}", (8, 27), "BC013", "-3 is below 0", ""),
        ("a: {importance: {price: 3, Price: 4}}", (8, 30), "BC011", "'Price' is the factor 'price', which", "keep one"),
        ("a: {importance: [price]}", (8, 7), "BC013", "expected a mapping from factors to weights", "write each as"),
        ("a: {scores: {Airlnes: {speed: 3}}}", (8, 16), "BC015", "there is no curve 'Airlnes'", "did you mean `Airlines`?"),
        ("a: {scores: {air: {sped: 3}}}", (8, 22), "BC015", "there is no factor 'sped'", "did you mean `speed`?"),
        ("a: {scores: {air: {speed: 17}}}", (8, 29), "BC001", "17 is outside 0 to 10", "levels run from 0 to 10"),
        ("a: {scores: {air: {speed: fast}}}", (8, 29), "BC013", "expected a level, found `fast`", "write a number"),
        ("a: {scores: {air: {speed: {why: x}}}}", (8, 22), "BC013", "the key `value` is missing", "add: value"),
        ("a: {scores: {air: {speed: {value: 5, evidence: pol}}}}", (8, 50), "BC015", "there is no evidence 'pol'", "`poll`"),
        ("a: {scores: {air: 3}}", (8, 21), "BC013", "expected a mapping from factors to levels", ""),
        ("a: [1, 2]", (8, 3), "BC013", "expected a mapping, found a list", "its keys are name, share, importance"),
        ("audience: bord", (8, 13), "BC013", "`bord` is not one of team, board or public", "did you mean `board`?"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_segment_is_said_at_its_place(text, place, code, message, hint):
    ((line, column, found, said, help_),) = told(f"{CANVAS}segments:\n  {text}\n")
    assert ((line, column), found) == (place, code)
    assert said.startswith(message)
    assert hint in help_


@pytest.mark.parametrize("text", ["segments: 3", "segments: [a]", "segments: leisure"])
def test_a_section_that_is_no_mapping(text):
    ((line, _, code, message, _),) = told(CANVAS + text)
    assert (line, code) == (7, "BC013")
    assert message.startswith("expected a mapping from ids to segments")


@pytest.mark.parametrize("count", [0, 1, 40])
def test_segments_of_any_number(count):
    text = "segments: {" + ", ".join(f"s{at}: {{share: 0.01}}" for at in range(count)) + "}"
    assert len(segments(text)) == count


def test_an_audience_sees_no_more_of_segments_than_is_for_it():
    text = (
        CANVAS.replace("{name: Price, ", "{name: Price, audience: team, ")
        + """\
segments:
  open: {importance: {price: 3, speed: 1}, scores: {air: {price: 5, speed: {value: 5, audience: team}}, us: {speed: 8}}}
  closed: {audience: team, share: 0.2}
"""
    )
    (left,) = for_audience(sound(text), "public").canvas.segments
    assert (left.id, left.importance) == ("open", {"speed": 1})
    assert {curve: dict.fromkeys(scores) for curve, scores in left.scores.items()} == {"air": {}, "us": {"speed": None}}
    assert for_audience(sound(f"{CANVAS}segments: {{audience: team, a: }}"), "board").canvas.segments == ()
