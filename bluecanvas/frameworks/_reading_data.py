"""The reading as plain data: the figures of every curve and of the players, and every verdict, as JSON has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bluecanvas.canvas.model import Canvas
from bluecanvas.frameworks._reading_convergence import alike
from bluecanvas.frameworks._reading_convergence import figures as converging
from bluecanvas.frameworks._reading_focus import pushed
from bluecanvas.frameworks._reading_fragility import Fragility
from bluecanvas.frameworks._reading_sheet import REFERENCE, On, Sheet
from bluecanvas.frameworks.reading import DRAWN_IN, Reading, Side, judged_curves, sheet_of
from bluecanvas.maths.focus import gini, herfindahl

VERSION = 1
_DECIMALS = 4


def as_data(canvas: Canvas, readings: Sequence[Reading], language: str | None = None) -> dict[str, Any]:
    """The whole document; its sentences are in English, or in the language asked for."""
    sheet = sheet_of(canvas)
    curves = judged_curves(canvas)
    return {
        "version": VERSION,
        "title": str(canvas.title),
        "whom": whom(canvas),
        "curves": {
            curve.id: {"role": curve.role.value, **{on.value: curve_figures(sheet, curve.id, on) for on in On}}
            for curve in curves
        },
        "players": {on.value: player_figures(sheet, canvas.us, on) for on in On},
        "readings": [_reading(reading, language) for reading in readings],
    }


def whom(canvas: Canvas) -> dict[str, Any]:
    """Whom the reading took for whom, by id."""
    sheet = sheet_of(canvas)
    ours = canvas.ours
    as_is = canvas.as_is
    read = [curve.id for curve in judged_curves(canvas)]
    seen = {*read, *sheet.rivals, sheet.industry}
    return {
        "ours": None if ours is None else ours.id,
        "as_is": None if as_is is None else as_is.id,
        "options": [curve.id for curve in canvas.options],
        "rivals": list(sheet.rivals),
        "industry": sheet.industry,
        "not_judged": [curve.id for curve in canvas.curves if curve.id not in seen],
        "weights": "equal" if sheet.weights is None else "importance",
    }


def curve_figures(sheet: Sheet, curve: str, on: On) -> dict[str, Any]:
    """A curve's figures on one set of factors."""
    nearest, near = sheet.nearest(curve, on)
    levels = sheet.known(curve, on)
    index = herfindahl(levels) if len(levels) > 1 else None
    return {
        "d_ind": rounded(sheet.gap(curve, REFERENCE, on)),
        "d_near": rounded(near),
        "nearest": nearest,
        "r": rounded(sheet.correlation(curve, REFERENCE, on)),
        "r_nearest": None if nearest is None else rounded(sheet.correlation(curve, nearest, on)),
        "k_eff": None if index is None else rounded(1 / index),
        "hhi": rounded(index),
        "gini": rounded(gini(levels)) if len(levels) > 1 else None,
        "pushed": rounded(pushed(sheet, curve, sheet.on(on))),
        "factors": len(sheet.on(on)),
    }


def player_figures(sheet: Sheet, curve: str | None, on: On) -> dict[str, Any]:
    """The figures of the rivals and ours together, and who of them has one shape."""
    return {
        **{name: rounded(value) for name, value in converging(sheet, curve, on, {}).items()},
        "groups": alike(sheet, curve, on),
    }


def rounded(value: float | None) -> float | None:
    """A figure to four decimals; to nine first, so that no other order of the factors rounds a tie another way."""
    return None if value is None else round(round(value, 9), _DECIMALS) + 0.0


def _reading(reading: Reading, language: str | None) -> dict[str, Any]:
    judgement = reading.judgement
    data = {
        "name": reading.name,
        "curve": judgement.curve,
        "verdict": judgement.verdict,
        "fires": judgement.fires,
        "code": judgement.code,
        "basis": judgement.basis.value,
        "why": judgement.why_in(language),
        "fragile": _fragile(reading.fragile),
        "figures": _rounded(judgement.figures),
        "thresholds": dict(judgement.thresholds),
        "factors": list(judgement.factors),
        "sets": {name: _side(side) for name, side in reading.sets.items()},
        "groups": {id: _side(side) for id, side in reading.groups.items()},
    }
    if reading.drawn_in is not None:
        data["drawn_in"] = {"by": DRAWN_IN, **_side(reading.drawn_in)}
    return data


def _fragile(fragility: Fragility | None) -> dict[str, Any] | None:
    if fragility is None:
        return None
    return {
        "nudge": rounded(fragility.nudge),
        "flips": [
            {
                "curve": flip.curve,
                "factor": flip.factor,
                "from": _plain(flip.start),
                "to": _plain(flip.end),
                "verdict": flip.verdict,
            }
            for flip in fragility.flips
        ],
        "complete": fragility.complete,
    }


def _side(side: Side) -> dict[str, Any]:
    return {"verdict": side.verdict, "fires": side.fires, "figures": _rounded(side.figures)}


def _rounded(figures: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: rounded(value) for name, value in figures.items()}


def _plain(level: float) -> float | int:
    """A level as people write it: 9, not 9.0."""
    return int(level) if level == int(level) and abs(level) < 1e15 else level
