"""What a reading rests on: guesses, a panel or a survey; and what the intervals of surveyed levels leave undecided."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from itertools import product
from math import sqrt

from bluecanvas.canvas.model import Canvas, Score
from bluecanvas.frameworks._reading_kinds import Bars, Figures, Kind, Scope
from bluecanvas.frameworks._reading_sheet import Sheet


class Basis(StrEnum):
    """What levels rest on, the weakest first."""

    GUESS = "guess"
    PANEL = "panel"
    SURVEY = "survey"


_ORDER = tuple(Basis)
MOST_TRIED = 100_000
"""Levels with intervals, times the factors, curves and options that each bears on."""


def involved(sheet: Sheet, kind: Kind, curve: str) -> tuple[str, ...]:
    """The curves whose levels a reading of a curve rests on, that curve first."""
    if kind.scope is not Scope.ALL:
        return (curve,)
    others = (*sheet.rivals, sheet.industry) if sheet.industry else sheet.rivals
    return tuple(dict.fromkeys((curve, *others)))


def basis_of(sheet: Sheet, curves: tuple[str, ...]) -> Basis:
    """The weakest basis among the known levels of some curves."""
    found = (sheet.kept(("basis", curve), partial(curve_basis, sheet.canvas, curve)) for curve in curves)
    return min(found, key=_ORDER.index)


def curve_basis(canvas: Canvas, curve: str) -> Basis:
    """The weakest basis among a curve's known levels; a guess where none is known."""
    grounds = {
        (score.evidence, bool(score.n), len(score.scored_by) > 1)
        for score in canvas.curve(curve).scores.values()
        if score.value is not None
    }
    kinds = {source.id: source for source in canvas.evidence}
    weakest = Basis.SURVEY
    for evidence, counted, by_several in grounds:
        sources = [kinds[id] for id in evidence if id in kinds]
        if any(source.kind == "survey" and (source.n or counted) for source in sources):
            continue
        if not by_several and not any(source.kind == "panel" for source in sources):
            return Basis.GUESS
        weakest = Basis.PANEL
    return weakest if grounds else Basis.GUESS


def is_past_telling(sheet: Sheet, kind: Kind, curve: str) -> bool:
    """Whether so many levels have intervals that trying them all would take too long."""
    curves = involved(sheet, kind, curve)
    tried = sum(score.low is not None for id in curves for score in sheet.canvas.curve(id).scores.values())
    return tried * len(sheet.factors) * len(curves) * max(1, len(sheet.options)) > MOST_TRIED


def is_undecided(sheet: Sheet, kind: Kind, curve: str, figures: Figures, bars: Bars) -> bool:
    """Whether a surveyed reading fires at one end of its figures' 95 % intervals and not at another."""
    if kind.decide is None:
        return False
    intervals = figure_intervals(sheet, kind, curve, figures, bars)
    names = [name for name in figures if intervals[name] is not None]
    ends = [intervals[name] or () for name in names]
    fires = {
        kind.decide({**figures, **dict(zip(names, corner, strict=True))}, **bars).fires for corner in product(*ends)
    }
    return len(fires) > 1


def figure_intervals(
    sheet: Sheet, kind: Kind, curve: str, figures: Figures, bars: Bars
) -> dict[str, tuple[float, float] | None]:
    """A 95 % interval of each figure, from those of the levels: their single effects, added in quadrature.

    The levels' errors are taken to be independent, and each figure to be about linear within them. None where the
    figure is unknown or no level moves it.
    """
    down = dict.fromkeys(figures, 0.0)
    up = dict.fromkeys(figures, 0.0)
    for id, factor, low, high in _intervals(sheet, involved(sheet, kind, curve)):
        at_ends = [kind.figures(sheet.nudged(id, factor, end), curve, None, bars) for end in (low, high)]
        for name, value in figures.items():
            if value is None:
                continue
            moves = [(found.get(name) or 0.0) - value for found in at_ends if found.get(name) is not None]
            down[name] += max((move * move for move in moves if move < 0), default=0.0)
            up[name] += max((move * move for move in moves if move > 0), default=0.0)
    return {
        name: None
        if value is None or not (down[name] or up[name])
        else (value - sqrt(down[name]), value + sqrt(up[name]))
        for name, value in figures.items()
    }


def _intervals(sheet: Sheet, curves: tuple[str, ...]) -> Iterator[tuple[str, int, float, float]]:
    for id in curves:
        scores = sheet.canvas.curve(id).scores
        for j, factor in enumerate(sheet.factors):
            ends = interval_of(sheet, scores.get(factor.id))
            if ends is not None:
                yield (id, j, *ends)


def interval_of(sheet: Sheet, score: Score | None) -> tuple[float, float] | None:
    """The interval of a known level, as shares of the axis."""
    if score is None or score.value is None or score.low is None or score.high is None:
        return None
    return sheet.canvas.scale.share(score.low), sheet.canvas.scale.share(score.high)
