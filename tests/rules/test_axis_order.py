"""What BC110 holds to be created is what every picture marks as created."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.canvas.model import Canvas, Curve, Factor, Role, Scale, Score
from bluecanvas.frameworks._reference import is_created, offered_by_us
from bluecanvas.rules.bc110_axis_order import _created
from bluecanvas.words import Text

LEVELS = st.one_of(st.none(), st.sampled_from([0, 0.4, 0.5, 0.5000000001, 0.51, 1, 5, 10]), st.floats(0, 10))


@given(st.lists(st.tuples(st.sampled_from(Role), st.lists(LEVELS, min_size=3, max_size=3)), min_size=1, max_size=5))
def test_all_at_once_as_one_by_one(curves: list[tuple[Role, list[float | None]]]):
    factors = tuple(Factor(id, Text(id)) for id in "abc")
    made = tuple(
        Curve(str(at), Text(str(at)), role, {id: Score(level) for id, level in zip("abc", levels, strict=True)})
        for at, (role, levels) in enumerate(curves)
    )
    us = next((curve.id for curve in made if curve.role not in (Role.RIVAL, Role.ALTERNATIVE, Role.INDUSTRY)), None)
    canvas = Canvas(Text("Any"), factors, made, Scale(), us=us)
    expected = {factor.id for factor in factors if is_created(canvas, factor.id) and offered_by_us(canvas, factor.id)}
    assert _created(canvas) == expected
