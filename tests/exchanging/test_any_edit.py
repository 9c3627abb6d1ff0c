"""Whatever cells are edited, just those levels change, and every other byte stays."""

from __future__ import annotations

import re

from exchanging_files import AIR, GALLERY, TABLE
from hypothesis import given, settings
from hypothesis import strategies as st

from bluecanvas.canvas import read
from bluecanvas.exchanging.csv_reading import table
from bluecanvas.exchanging.grids import Cell
from bluecanvas.exchanging.taking import take
from bluecanvas.exchanging.workbook_reading import sheets
from bluecanvas.exchanging.writing import as_csv, as_workbook

CANVASES = [AIR.encode(), TABLE.encode(), *(path.read_bytes() for path in GALLERY)]
WORKBOOKS = [(data, sheets("x.xlsx", as_workbook(read(data)))) for data in CANVASES]
LEVELS = st.one_of(st.integers(0, 10), st.floats(0, 10).map(lambda level: round(level, 2)), st.none())
"""On a scale of 0 to 10; other scales take their share of it."""
_NUMBER = re.compile(rb"null|-?[0-9.]+(?:e-?[0-9]+)?|\?")


@settings(max_examples=60)
@given(st.data())
def test_edited_levels_change_and_nothing_else(draws):
    data, grids = draws.draw(st.sampled_from(WORKBOOKS))
    reading = read(data)
    canvas = reading.canvas
    derived = {(c.id, f) for c in canvas.curves for f, score in c.scores.items() if score.origin != "given"}
    scores = grids[0]
    ids = {at: cell.value for at, cell in scores.rows[1].items() if at > 1}
    factors = {row: cells[0].value for row, cells in scores.rows.items() if row > 2}
    free = [(r, c) for r in factors for c in ids if (ids[c], factors[r]) not in derived]
    places = draws.draw(st.lists(st.sampled_from(free), unique=True, max_size=6))
    drawn = {place: draws.draw(LEVELS) for place in places}
    share = canvas.scale.max / 10
    wanted = {place: None if level is None else round(level * share, 2) for place, level in drawn.items()}
    rows = {row: dict(cells) for row, cells in scores.rows.items()}
    for (row, at), level in wanted.items():
        rows[row][at] = Cell("?" if level is None else float(level))
    taken = take(data, reading, [scores._replace(rows=rows), *grids[1:]])
    levels = {(ids[c], factors[r]): level for (r, c), level in wanted.items()}
    intervals = {(c.id, f): s for c in canvas.curves for f, s in c.scores.items() if s.low is not None}
    if any(
        key in intervals and level is not None and not intervals[key].low <= level <= intervals[key].high
        for key, level in levels.items()
    ) or any("as shares do" in problem.message for problem in taken.problems):  # edited to shares by chance
        assert taken.problems
        assert taken.data == data
        return
    assert taken.problems == ()
    after = read(taken.data).canvas
    for curve in canvas.curves:
        for factor, score in curve.scores.items():
            if (curve.id, factor) not in derived:
                assert after.curve(curve.id).level(factor) == levels.get((curve.id, factor), score.value)
    assert _NUMBER.sub(b"#", taken.data) == _NUMBER.sub(b"#", data)


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([",", ";", "\t"]))
def test_no_bytes_bring_the_reading_of_csv_down(noise, separator):
    data = AIR.encode()
    whole = as_csv(read(data)).replace(b",", separator.encode())
    for attempt in (noise, whole + noise, noise + whole):
        grid, problems = table(attempt)
        assert problems or take(data, read(data), [grid]).data


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_any_text_typed_into_a_name_comes_back_or_is_refused(text):
    data, grids = WORKBOOKS[0]
    rows = {row: dict(cells) for row, cells in grids[0].rows.items()}
    rows[4][1] = Cell(text)
    taken = take(data, read(data), [grids[0]._replace(rows=rows), *grids[1:]])
    if taken.problems:
        assert taken.data == data
    else:
        from bluecanvas.exchanging.telling import shown

        assert str(read(taken.data).canvas.factor("meals").name) == shown(text)
