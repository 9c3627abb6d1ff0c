"""Views of the value curves: their factors in another order, means, moves and groups shown, one curve in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from bluecanvas.blocks import Axis, Band, Curves, Facets, Line, Point, Shift, Style
from bluecanvas.canvas.model import Action, Canvas, Curve, Move, Role
from bluecanvas.errors import CanvasError
from bluecanvas.frameworks._reference import reference, reference_level
from bluecanvas.frameworks._view_words import say
from bluecanvas.named import NamedTuple
from bluecanvas.words import label

_NO_MOVES = "add them: errc: {eliminate: […], reduce: […], raise: […], create: […]}"


class Order(StrEnum):
    """How factors stand along the axis."""

    GIVEN = "given"
    IMPORTANCE = "importance"
    GAP = "gap"
    ERRC = "errc"


class Facet(StrEnum):
    """What a picture of many curves is taken apart by."""

    CURVE = "curve"
    SEGMENT = "segment"


class View(NamedTuple):
    """What is shown beside the curves, and how they are set out."""

    order: Order = Order.GIVEN
    mean: bool = False
    moves: bool = False
    groups: bool = False
    highlight: str = ""
    """A curve's id."""
    facet: Facet | None = None


def viewed(canvas: Canvas, block: Curves, view: View) -> Curves:
    """The curves in a view; CanvasError where the canvas lacks what it is to show."""
    if view.mean:
        block = _with_mean(canvas, block)
    if view.moves:
        block = _with_moves(canvas, block)
    if view.groups:
        block = _with_groups(canvas, block)
    if view.order is not Order.GIVEN:
        block = _ORDERS[view.order](canvas, block)
    if view.highlight:
        lines = tuple(line._replace(highlighted=line.id == view.highlight) for line in block.lines)
        block = block._replace(lines=lines)
    return block


def faceted(block: Curves) -> Facets:
    """Ours against each other curve, or group of them, one at a time; CanvasError without one of ours, or of others."""
    ours = next((line.id for line in block.lines if line.style is Style.OURS), None)
    if ours is None:
        raise CanvasError("no curve is ours to be held against the others", "name it: us: …")
    others = [line.id for line in (*block.lines, *block.derived) if line.id != ours]
    if not others:
        raise CanvasError("there is no other curve to hold ours against", "add a rival to `curves`")
    together = {id: band.members for band in block.bands if ours not in band.members for id in band.members}
    panels = dict.fromkeys((ours, *together.get(other, (other,))) for other in others)
    return Facets(block, tuple(panels))


def _with_mean(canvas: Canvas, block: Curves) -> Curves:
    rivals = canvas.rivals
    if not rivals:
        raise CanvasError(
            "the canvas has no rivals to take the mean of", "a curve is a rival unless its role says otherwise"
        )
    points = tuple(Point(_rounded(reference_level(rivals, axis.id))) for axis in block.axes)
    line = Line("rivals-mean", say("mean", block.language), Style.INDUSTRY, points, "mean")
    return block._replace(derived=(*block.derived, line))


def _with_moves(canvas: Canvas, block: Curves) -> Curves:
    speak = block.language
    curve = _option(canvas)
    base = start_of(canvas, curve)
    rivals = reference(canvas, None, speak).name or say("the-mean", speak)
    shifts = tuple(
        Shift(
            move.factor,
            move.action.value,
            label(move.action.value, speak),
            _rounded((base or reference(canvas, move.vs, speak)).level(move.factor)),
            curve.level(move.factor),
        )
        for move in _first_moves(curve)
    )
    said = say("moves", speak, start=base.name.say(speak) if base else rivals, curve=curve.name.say(speak))
    return _noted(block._replace(shifts=shifts, move_word=say("move", speak)), said)


def _with_groups(canvas: Canvas, block: Curves) -> Curves:
    members = {
        group.name.say(block.language): tuple(curve.id for curve in canvas.curves if curve.group == group.id)
        for group in canvas.groups
    }
    bands = tuple(Band(name, ids) for name, ids in members.items() if ids)
    if not bands:
        raise CanvasError(
            "the canvas has no strategic groups to show", "add them: groups: {id: name}, and `group: id` to curves"
        )
    return _noted(block._replace(bands=bands), say("groups", block.language))


def _by_importance(_: Canvas, block: Curves) -> Curves:
    if all(axis.importance is None for axis in block.axes):
        raise CanvasError("no factor has an importance to order by", "add `importance:` to the factors")
    known = sorted(
        (at for at, axis in enumerate(block.axes) if axis.importance is not None),
        key=lambda at: -(block.axes[at].importance or 0.0),
    )
    rest = [at for at, axis in enumerate(block.axes) if axis.importance is None]
    return _noted(_rearranged(block, [*known, *rest]), say("importance", block.language))


def _by_gap(canvas: Canvas, block: Curves) -> Curves:
    ours, against = canvas.ours, reference(canvas, None, block.language)
    if ours is None or not against.curves:
        raise CanvasError("there is no gap to order by: it takes a curve of ours and a rival", "add them to `curves`")

    def gap(at: int) -> float | None:
        here, there = ours.level(block.axes[at].id), against.level(block.axes[at].id)
        return None if here is None or there is None else round(here - there, 9)

    gaps: Mapping[int, float | None] = {at: gap(at) for at in range(len(block.axes))}
    known = sorted((at for at, value in gaps.items() if value is not None), key=lambda at: gaps[at] or 0.0)
    order = [*known, *(at for at, value in gaps.items() if value is None)]
    versus = against.name or say("the-mean", block.language)
    said = say("gap", block.language, curve=ours.name.say(block.language), versus=versus)
    return _noted(_rearranged(block, order), said)


def _by_moves(canvas: Canvas, block: Curves) -> Curves:
    curve, speak = _option(canvas), block.language
    actions = {move.factor: move.action for move in _first_moves(curve)}
    parts: list[tuple[Action | None, str]] = [
        *((action, label(action.value, speak)) for action in (Action.ELIMINATE, Action.REDUCE)),
        (None, say("kept", speak)),
        *((action, label(action.value, speak)) for action in (Action.RAISE, Action.CREATE)),
    ]
    order: list[int] = []
    axes: dict[int, Axis] = {}
    for action, word in parts:
        for at, axis in enumerate(block.axes):
            if actions.get(axis.id) is action:
                order.append(at)
                axes[at] = axis._replace(part=word)
    block = block._replace(axes=tuple(axes[at] for at in range(len(block.axes))))
    return _noted(_rearranged(block, order), say("errc", speak, curve=curve.name.say(speak)))


_ORDERS: dict[Order, Callable[[Canvas, Curves], Curves]] = {
    Order.IMPORTANCE: _by_importance,
    Order.GAP: _by_gap,
    Order.ERRC: _by_moves,
}


def start_of(canvas: Canvas, curve: Curve) -> Curve | None:
    """The curve an option starts from: our as-is, else the one it is based on; None where there is neither."""
    base = canvas.as_is or (canvas.curve(curve.based_on) if curve.based_on else None)
    return None if base is None or base.id == curve.id else base


def _option(canvas: Canvas) -> Curve:
    """The option whose moves are shown: ours, else the first that has any."""
    ours = [canvas.ours] if canvas.ours else []
    for curve in (*ours, *canvas.of(Role.TO_BE)):
        if curve.grid is not None and curve.grid.moves:
            return curve
    raise CanvasError("the canvas has no moves to show", _NO_MOVES)


def _first_moves(curve: Curve) -> tuple[Move, ...]:
    """A curve's moves, one for each factor."""
    moves: dict[str, Move] = {}
    for move in curve.grid.moves if curve.grid else ():
        moves.setdefault(move.factor, move)
    return tuple(moves.values())


def _rearranged(block: Curves, order: list[int]) -> Curves:
    """The block with its factors at other places."""

    def moved(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(line._replace(points=tuple(line.points[at] for at in order)) for line in lines)

    axes = tuple(block.axes[at] for at in order)
    return block._replace(axes=axes, lines=moved(block.lines), derived=moved(block.derived))


def _noted(block: Curves, said: str) -> Curves:
    """The block with one more remark before the note below the picture."""
    return block._replace(note=" · ".join(part for part in (said, block.note) if part))


def _rounded(level: float | None) -> float | None:
    """A level worked out, without the dust of the arithmetic."""
    return None if level is None else round(level, 9)
