"""Every shape of block through every renderer: something comes out, and the same bytes each time."""

from __future__ import annotations

import pytest

from bluecanvas.blocks import (
    SHAPES,
    Axis,
    Band,
    Block,
    Cell,
    Curves,
    Facets,
    Gauge,
    Grid,
    Line,
    Mark,
    Move,
    Point,
    Prose,
    Scorecard,
    Shift,
    Style,
    Table,
)
from bluecanvas.renderers import RENDERERS, render

HOSTILE = "<b>|*_`[x](y)\\</b> $x^2$ [/red] \x1b[31m \u202e =1+1 價格 🚀"

BLOCKS: dict[str, Block] = {
    "curves": Curves(
        title="Air travel",
        axes=(Axis("price", "Price", price=True), Axis("wait", "Waiting", burden=True), Axis("x", "New", created=True)),
        lines=(
            Line("us", "Us", Style.OURS, (Point(3, 2, 4), Point(None), Point(9))),
            *(Line(style, style.value, style, (Point(7), Point(0), Point(None))) for style in Style),
        ),
        subtitle="Fast and cheap",
        date="2026",
        note="Source: survey",
    ),
    "curves in words, in Chinese": Curves(
        title="短程航空",
        axes=(Axis("price", "票價"), Axis("speed", "速度")),
        lines=(Line("us", "西南航空", Style.OURS, (Point(1), Point(5))),),
        low=1,
        high=5,
        words=((1, "無"), (5, "最佳")),
        language="zh-Hant",
    ),
    "one factor": Curves("t", (Axis("a", "a"),), (Line("us", "Us", Style.OURS, (Point(1),)),)),
    "no level known": Curves(
        "t", (Axis("a", "a"), Axis("b", "b")), (Line("us", "Us", Style.OURS, (Point(None),) * 2),)
    ),
    "no curves": Curves("t", (), ()),
    "grid": Grid(
        "Moves",
        (
            Cell("eliminate", "Eliminate", (Move("Lounges", 5, 0, 5, "rivals", "no time for one", "COO, 2027"),)),
            Cell("reduce", "Reduce", (), "nothing here"),
            Cell("raise", "Raise", (Move("Speed", None, 8, None, ""),)),
            Cell("create", "Create", ()),
        ),
    ),
    "table": Table("Table", ("Name", "Number"), (("a", "1"), ("b", "–")), frozenset({1})),
    "empty table": Table("Table", ("Name",), ()),
    "prose": Prose("Said", ("One paragraph.", "Another one.")),
    "hostile curves": Curves(
        HOSTILE,
        (Axis("a", HOSTILE), Axis("b", "")),
        (Line("us", HOSTILE, Style.OURS, (Point(0), Point(10))), Line("_", "_", Style.RIVAL, (Point(1), Point(2)))),
        subtitle=HOSTILE,
        note=HOSTILE,
    ),
    "hostile grid": Grid(
        HOSTILE,
        tuple(
            Cell(action, HOSTILE, (Move(HOSTILE, 1, 2, 3, HOSTILE, HOSTILE, HOSTILE),))
            for action in ("eliminate", "reduce", "raise", "create")
        ),
    ),
    "hostile table": Table(HOSTILE, (HOSTILE,), ((HOSTILE,), ("",))),
    "hostile prose": Prose(HOSTILE, (HOSTILE, "")),
}


WHOLE = BLOCKS["hostile curves"]._replace(
    derived=(Line("mean", "Rivals’ mean", Style.INDUSTRY, (Point(1.25), Point(None)), "mean"),),
    bands=(Band("Legacy " + HOSTILE, ("_",)), Band("Nobody", ("none",))),
    shifts=(Shift("a", "raise", "Raise", 0, 4), Shift("b", "create", "Create", None, None)),
)
BLOCKS |= {
    "curves with all there is to see": WHOLE,
    "facets": Facets(WHOLE, (("us", "_"), ("us", "mean"))),
    "no facets": Facets(Curves("t", (), ()), ()),
    "scorecard": Scorecard(
        "The reading",
        (
            Mark("Divergence", "Us", "me-too", True, (Gauge("r", 0.9, 0.8, True, -1, 1, "r 0.90 ≥ 0.80"),), HOSTILE),
            Mark(HOSTILE, HOSTILE, "", False, (Gauge("", 9, 2, False, 5, 5),), ""),
        ),
    ),
    "empty scorecard": Scorecard("", ()),
}


def test_every_shape_is_here():
    assert {type(block) for block in BLOCKS.values()} == set(SHAPES)


@pytest.mark.parametrize("medium", RENDERERS.names)
@pytest.mark.parametrize("name", BLOCKS)
def test_renders_the_same_twice(medium, name):
    first = render(medium, [BLOCKS[name]])
    assert first
    assert render(medium, [BLOCKS[name]]) == first


@pytest.mark.parametrize("medium", RENDERERS.names)
def test_renders_all_together(medium):
    assert render(medium, list(BLOCKS.values()))
