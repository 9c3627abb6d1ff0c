"""Where curves meet: every marker and interval is to be seen, beside ours and at its level."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pytest
from hard_cases import curves

from bluecanvas.blocks import Curves, Line, Point, Style
from bluecanvas.renderers._palette import PALETTES, Pen, pens
from bluecanvas.renderers._places import Frame, extent, places
from bluecanvas.renderers._ranges import ribbons, whiskers
from bluecanvas.renderers._scene import XY, Box, overlap

FRAME = Frame(100, 90, 80, 400, 0, 10)
LIGHT = PALETTES["light"]


def drawn(block: Curves, frame: Frame = FRAME) -> tuple[tuple[Pen, ...], list[list[XY | None]]]:
    """The pens of a block, and where its points are drawn."""
    used = pens(block.lines, LIGHT)
    return used, places(block, used, frame)


def boxes(block: Curves, k: int, frame: Frame = FRAME) -> list[Box]:
    """What every curve's marker covers at a factor, its edge included."""
    found = []
    for pen, row in zip(*drawn(block, frame), strict=True):
        spot, (left, top, right, bottom) = row[k], extent(pen)
        if spot is not None:
            found.append((spot[0] + left, spot[1] + top, spot[0] + right, spot[1] + bottom))
    return found


SHAPES = {
    "flat in the middle": [5, 5, 5],
    "flat at 0": [0, 0, 0],
    "flat at the top": [10, 10, 10],
    "rising": [2, 5, 8],
    "falling": [8, 5, 2],
    "a corner at 0": [8, 0, 0],
    "a corner at the top": [0, 10, 10],
}


@pytest.mark.parametrize("levels", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 10])
def test_curves_at_one_level_stand_beside_each_other_on_that_level(count: int, levels: list[float]) -> None:
    """From two to ten that are alike everywhere; where there is no room for more, each is seen beside the next."""
    block = curves(("a", "b", "c"), [levels] * count)
    _, spots = drawn(block)
    for k, level in enumerate(levels):
        stand = boxes(block, k)
        apart = [hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations([row[k] for row in spots], 2) if a and b]
        assert min(apart) > (7 if count <= 5 else 1.5)
        assert count > 5 or [pair for pair in combinations(stand, 2) if overlap(*pair)] == []
        flat = level in (levels[k - 1] if k else None, levels[k + 1] if k < 2 else None)
        assert max(abs(row[k][1] - FRAME.y(level)) for row in spots if row[k]) <= (7 if flat else 0)


def test_lines_that_run_flat_together_are_drawn_along_each_other() -> None:
    """A rail apart each, and none further than a marker is wide."""
    for count in (2, 3, 5, 9):
        _, spots = drawn(curves(("a", "b", "c"), [[5, 5, 5]] * count))
        heights = sorted(row[1][1] for row in spots if row[1])
        assert min(b - a for a, b in pairwise(heights)) > 0.9
        assert {row[0][1] == row[1][1] == row[2][1] for row in spots if row[0] and row[1] and row[2]} == {True}


@pytest.mark.parametrize("others", [[0, 5, 9], [9, 5, 0], [9, 5, 9], [0, 5, 0]])
def test_a_curve_that_only_crosses_ours_stands_beside_it(others: list[float]) -> None:
    for ours in ([5, 5, 5], [1, 5, 9], [9, 5, 1]):
        block = curves(("a", "b", "c"), [ours, others])
        assert not overlap(*boxes(block, 1))
        _, spots = drawn(block)
        assert [row[1][1] for row in spots if row[1]] == [FRAME.y(5)] * 2


def test_ours_stays_at_its_level_on_the_axis_and_the_others_are_on_both_sides() -> None:
    block = curves(("a", "b", "c"), [[2, 5, 8]] * 3)
    _, spots = drawn(block)
    assert spots[0] == [(FRAME.x(k), FRAME.y(level)) for k, level in enumerate((2, 5, 8))]
    (one, other) = (spots[c][1] for c in (1, 2))
    assert one is not None
    assert other is not None
    assert (one[0] - FRAME.x(1)) * (other[0] - FRAME.x(1)) < 0


def test_a_rival_that_runs_along_ours_stays_on_one_side_of_it() -> None:
    """The car at the bottom of the airline's canvas: under our line from end to end, never half behind it."""
    block = curves(("a", "b", "c", "d"), [[3, 0, 0, 8], [2, 0, 0, 0]])
    _, spots = drawn(block)
    along = [spot for spot in spots[1][1:3] if spot is not None]
    assert [spot[1] > FRAME.y(0) for spot in along] == [True, True]
    assert along[0][1] == along[1][1]


def test_levels_that_do_not_meet_stand_where_they_are() -> None:
    block = curves(("a", "b"), [[5, 5], [4, 7], [2, None]])
    _, spots = drawn(block)
    assert spots[1] == [(FRAME.x(0), FRAME.y(4)), (FRAME.x(1), FRAME.y(7))]
    assert spots[2] == [(FRAME.x(0), FRAME.y(2)), None]


@pytest.mark.parametrize("step", [30, 62, 92, 280])
def test_nothing_reaches_into_the_next_factor_or_beyond_the_plot(step: float) -> None:
    frame = Frame(100, step, 80, 400, 0, 10)
    block = curves(("a", "b", "c"), [[0, 10, 5]] * 10)
    _, spots = drawn(block, frame)
    for row in spots:
        for k, spot in enumerate(row):
            assert spot is not None
            assert abs(spot[0] - frame.x(k)) <= 0.44 * step
            assert frame.top + 1 <= spot[1] <= frame.bottom + 2
            assert frame.x(0) - 12 <= spot[0] <= frame.x(2) + 12


def interval(value: float, by: float = 1.0) -> Point:
    """A level known that exactly."""
    return Point(value, value - by, value + by)


def test_an_interval_stands_at_its_marker_and_no_other_covers_it() -> None:
    """Four lonely levels in one place: bars, for an area needs a neighbour."""
    kinds = (Style.OURS, Style.OPTION, Style.RIVAL, Style.RIVAL)
    levels = (5.0, 4.8, 5.0, 6.0)
    lines = tuple(
        Line(f"c{c}", f"Curve {c}", kind, (Point(1), interval(level), Point(9)))
        for c, (kind, level) in enumerate(zip(kinds, levels, strict=True))
    )
    block = Curves("", curves(("a", "b", "c"), [[1, 1, 1]]).axes, lines)
    used, spots = drawn(block)
    bars = whiskers(block, used, spots, FRAME)
    for c, row in enumerate(spots):
        spot, (bar,) = row[1], bars[c]
        assert spot is not None
        assert (bar[0] + bar[2]) / 2 == pytest.approx(spot[0])
        assert (bar[1], bar[3]) == (FRAME.y(levels[c] + 1), FRAME.y(levels[c] - 1))
    assert spots[0][1] == (FRAME.x(1), FRAME.y(5))
    assert [pair for pair in combinations([bar for (bar,) in bars.values()], 2) if overlap(*pair)] == []
    assert [
        (c, d)
        for c, marker in enumerate(boxes(block, 1))
        for d, (bar,) in bars.items()
        if c != d and overlap(marker, bar)
    ] == []


def test_an_area_follows_the_line_it_belongs_to() -> None:
    block = curves(("a", "b"), [[5, 5], [5, 5], [5, 5]])
    lines = (block.lines[0], block.lines[1], block.lines[2]._replace(points=(interval(5), interval(5))))
    block = Curves("", block.axes, lines)
    used, spots = drawn(block)
    ((upper, lower),) = ribbons(block, used, spots, FRAME)[2]
    assert [x for x, _ in upper] == [x for x, _ in lower] == [spot[0] for spot in spots[2] if spot]
    assert [x for x, _ in upper] != [FRAME.x(0), FRAME.x(1)]
