"""Canvases for the readings: from a few lines of YAML, and any that hypothesis can think of."""

from __future__ import annotations

from hypothesis import strategies as st

from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas, Curve, Evidence, Factor, Group, Role, Scale, Score, Tagline
from bluecanvas.frameworks.reading import judge, readings
from bluecanvas.words import Text

KA_CURVE_1 = """\
bluecanvas: 1
title: Known answers
us: u
scores:
  - [Factor, a, b, u]
  - [f1, 8, 5, 1]
  - [f2, 7, 4, 2]
  - [f3, 8, 5, 0]
  - [f4, 7, 4, 2]
  - [f5, 6, 3, 3]
  - [f6, 8, 5, 2]
  - [f7, 0, 0, 9]
  - [f8, 0, 0, 8]
"""


def canvas_of(text: str) -> Canvas:
    canvas = read(text.encode()).canvas
    assert canvas is not None
    return canvas


def table(rows: str, head: str = "", us: str = "us", factors: str = "") -> Canvas:
    """A canvas from lines such as "Price 2 6 5" below the names of its curves; `-` is an unknown level."""
    lines = [line.split() for line in rows.strip().splitlines()]
    scores = "".join(f"  - [{', '.join('null' if cell == '-' else cell for cell in line)}]\n" for line in lines)
    return canvas_of(f"bluecanvas: 1\ntitle: t\nus: {us}\n{head}\n{factors}\nscores:\n{scores}")


def verdict(canvas: Canvas, name: str, curve: str = "us", **thresholds: float) -> str:
    return next(one.verdict for one in judge(canvas, name, **thresholds) if one.curve == curve)


def reading(canvas: Canvas, name: str, curve: str = "us"):
    return next(one for one in readings(canvas, (name,)) if one.judgement.curve == curve)


def nudged(canvas: Canvas, curve: str, factor: str, level: float) -> Canvas:
    """The canvas with one level changed."""
    ours = canvas.curve(curve)
    moved = ours._replace(scores={**ours.scores, factor: ours.scores[factor]._replace(value=level)})
    return canvas._replace(curves=tuple(moved if one.id == curve else one for one in canvas.curves))


@st.composite
def scores(draw, factors, unknown, intervals=False):
    found = {}
    for factor in factors:
        level = draw(st.sampled_from((*range(11), *((None,) if unknown else ()))))
        low = high = None
        if intervals and level is not None and draw(st.booleans()):
            low, high = draw(st.sampled_from((level, max(0, level - 1.5)))), draw(st.sampled_from((level, 10.0)))
        found[factor.id] = Score(level, low, high)
    return found


@st.composite
def canvases(draw, unknown=True, intervals=False):
    """Any small canvas: a price or none, burdens, weights, themes, supports, claims, groups, an industry curve, today's."""
    count = draw(st.integers(1, 6))
    price = draw(st.sampled_from((None, *range(count))))
    weighted, themed = draw(st.booleans()), draw(st.booleans())
    ids = [f"f{j}" for j in range(count)]
    factors = tuple(
        Factor(
            id,
            Text(f"Factor {id}"),
            price=j == price,
            burden=j == price or draw(st.integers(0, 4)) == 0,
            importance=draw(st.integers(0, 5)) if weighted else None,
            theme=draw(st.sampled_from((None, "a", "b"))) if themed else None,
            supports=tuple(draw(st.lists(st.sampled_from(ids), max_size=1))),
        )
        for j, id in enumerate(ids)
    )
    groups = draw(st.sampled_from(((), (Group("g", Text("G")), Group("h", Text("H"))))))
    shares = draw(st.booleans())
    level = scores(factors, unknown, intervals)
    claims = draw(st.dictionaries(st.sampled_from(ids), st.sampled_from(("high", "low")), max_size=3))
    tagline = draw(st.sampled_from((None, Tagline(Text("Short words"), claims))))
    curves = [Curve("us", Text("Us"), Role.TO_BE, draw(level))]
    if draw(st.booleans()):
        curves.append(Curve("now", Text("Now"), Role.AS_IS, draw(level)))
    if draw(st.integers(0, 3)) == 0:
        curves.append(Curve("mean", Text("The industry"), Role.INDUSTRY, draw(level)))
    curves += [
        Curve(
            f"r{i}",
            Text(f"Rival {i}"),
            Role.RIVAL,
            draw(level),
            group=draw(st.sampled_from([group.id for group in groups])) if groups else None,
            share=draw(st.sampled_from((0.1, 0.3, 0.6))) if shares else None,
        )
        for i in range(draw(st.integers(0, 3)))
    ]
    return Canvas(Text("t"), factors, tuple(curves), Scale(), us="us", groups=groups, tagline=tagline)


def surveyed(canvas: Canvas) -> Canvas:
    """The canvas with a survey behind every level."""
    curves = tuple(
        curve._replace(scores={id: score._replace(evidence=("s",)) for id, score in curve.scores.items()})
        for curve in canvas.curves
    )
    return canvas._replace(curves=curves, evidence=(Evidence("s", Text("A survey"), kind="survey", n=200),))
