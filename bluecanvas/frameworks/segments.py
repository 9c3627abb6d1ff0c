"""Segments of the buyers: what matters to each, and the levels that each sees otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.blocks import Point, Table, show_point
from bluecanvas.canvas.model import Canvas, Curve, Score
from bluecanvas.frameworks._order import in_order
from bluecanvas.frameworks._segment_views import segment_name
from bluecanvas.words import label, show_level

KEY = "segments"
PLACE = 10


def blocks(canvas: Canvas, language: str | None = None) -> tuple[Table, ...]:
    """The importance of every factor by segment, then the levels that differ, each beside that of all buyers."""
    speak = language or canvas.language
    made = (_importance(canvas, speak), _levels(canvas, speak)) if canvas.segments else ()
    return tuple(table for table in made if table is not None)


def _importance(canvas: Canvas, speak: str) -> Table:
    """A row a factor; what all buyers say of it comes first, where it is known."""
    everybody = any(factor.importance is not None for factor in canvas.factors)
    first = [label("all-buyers", speak)] if everybody else []
    header = (label("factor", speak), *first, *(segment_name(segment, speak) for segment in canvas.segments))
    rows = tuple(
        (
            factor.name.say(speak),
            *([show_level(factor.importance, speak)] if everybody else ()),
            *(show_level(segment.importance.get(factor.id), speak) for segment in canvas.segments),
        )
        for factor in canvas.factors
    )
    title = f"{label('segments', speak)}{label('colon', speak)}{label('importance', speak)}"
    return Table(title, header, rows, frozenset(range(1, len(header))), speak)


def _levels(canvas: Canvas, speak: str) -> Table | None:
    """A row a level that some segment sees otherwise; None where none does."""
    rows = tuple(row for curve in in_order(canvas) for row in _rows(canvas, curve, speak))
    if not rows:
        return None
    named = (segment_name(segment, speak) for segment in canvas.segments)
    header = (label("factor", speak), label("reading.curve", speak), label("all-buyers", speak), *named)
    title = f"{label('segments', speak)}{label('colon', speak)}{label('own-levels', speak)}"
    return Table(title, header, rows, frozenset(range(2, len(header))), speak)


def _rows(canvas: Canvas, curve: Curve, speak: str) -> Iterator[tuple[str, ...]]:
    """The rows of one curve, with the level that holds for each segment."""
    own = [segment.scores.get(curve.id, {}) for segment in canvas.segments]
    for factor in canvas.factors:
        if any(factor.id in scores for scores in own):
            usual = curve.scores.get(factor.id)
            held = (usual, *(scores.get(factor.id, usual) for scores in own))
            yield factor.name.say(speak), curve.name.say(speak), *(_said(score, speak) for score in held)


def _said(score: Score | None, speak: str) -> str:
    return show_point(Point(None) if score is None else Point(score.value, score.low, score.high, score.n), speak)
