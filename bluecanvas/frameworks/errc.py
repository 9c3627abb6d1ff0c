"""The four actions: which factors an option eliminates, reduces, raises and creates, from which level to which."""

from __future__ import annotations

from bluecanvas.blocks import Cell, Grid
from bluecanvas.blocks import Move as ShownMove
from bluecanvas.canvas.model import Action, Canvas, Curve, Move
from bluecanvas.frameworks._curve_views import start_of
from bluecanvas.frameworks._order import in_order
from bluecanvas.frameworks._reference import reference
from bluecanvas.words import label, show_date

KEY = "errc"
PLACE = 2


def blocks(canvas: Canvas, language: str | None = None) -> tuple[Grid, ...]:
    """A grid for every option that has one, ours first."""
    speak = language or canvas.language
    columns = tuple(label(key, speak) for key in ("action", "factor", "from", "to", "against", "gap", "why"))
    return tuple(
        Grid(
            title=f"{label('errc', speak)}{label('colon', speak)}{curve.name.say(speak)}",
            cells=tuple(_cell(canvas, curve, action, speak) for action in Action),
            columns=columns,
            gap_word=label("gap", speak).lower(),
            versus_word=label("versus", speak),
            language=speak,
            subtitle="" if canvas.title == curve.name else canvas.title.say(speak),
            ends=(canvas.scale.min, canvas.scale.max),
        )
        for curve in in_order(canvas)
        if curve.grid is not None
    )


def _cell(canvas: Canvas, curve: Curve, action: Action, speak: str) -> Cell:
    grid = curve.grid
    moves = grid.of(action) if grid else ()
    reason = grid.why_empty.get(action) if grid else None
    return Cell(
        action=action.value,
        heading=label(action.value, speak),
        moves=tuple(_move(canvas, curve, move, speak) for move in moves),
        empty="" if moves else label("empty", speak) if reason is None else reason.say(speak),
    )


def _move(canvas: Canvas, curve: Curve, move: Move, speak: str) -> ShownMove:
    against = reference(canvas, move.vs, speak)
    return ShownMove(
        name=canvas.factor(move.factor).name.say(speak),
        start=_start(canvas, curve, move.factor),
        target=curve.level(move.factor),
        baseline=against.level(move.factor),
        versus=against.name or label("rivals", speak),
        why=move.why.say(speak) if move.why else "",
        detail=label("comma", speak).join(part for part in (move.owner, show_date(move.by or "", speak)) if part),
    )


def _start(canvas: Canvas, curve: Curve, factor: str) -> float | None:
    """Our level today: of the as-is, else of the curve the option is based on."""
    base = start_of(canvas, curve)
    return None if base is None else base.level(factor)
