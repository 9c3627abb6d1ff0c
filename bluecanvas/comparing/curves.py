"""Curves that came, went or have another name, and what else was changed about them."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Curve
from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.saying import renamed, turned, value
from bluecanvas.comparing.sides import Sides


def curve_changes(sides: Sides) -> Iterator[Change]:
    """The curves added, removed and renamed, which is ours, and what else is said of each."""
    for curve in sides.curves.come:
        yield _alone(sides, Kind.CURVE_ADDED, curve)
    for curve in sides.curves.gone:
        yield _alone(sides, Kind.CURVE_REMOVED, curve)
    yield from _ours(sides)
    for old, new in sides.curves.both:
        for language, before, after in sides.retold(old.name, new.name):
            if not language:
                text = renamed((sides.curve(old), sides.curve(new)), (before or "", after or ""))
                yield Change(Kind.CURVE_RENAMED, text, new.id, None, None, before, after)
            else:
                text = turned(f"the name of {sides.curve(new)} in {language}", before, after)
                yield Change(Kind.TEXT_CHANGED, text, new.id, None, f"name {language}", before, after)
        yield from _particulars(sides, old, new)


def _alone(sides: Sides, kind: Kind, curve: Curve) -> Change:
    added = kind is Kind.CURVE_ADDED
    canvas: Canvas = sides.new if added else sides.old
    moves = len(curve.grid.moves) if curve.grid else 0
    beside = f", with {moves} move{'s' if moves > 1 else ''}" if moves else ""
    text = f"{sides.curve(curve)} ({curve.role}) {'is a new curve' if added else 'is no curve any more'}{beside}"
    levels = {factor.id: curve.level(factor.id) for factor in canvas.factors}
    before, after = (None, str(curve.name)) if added else (str(curve.name), None)
    return Change(kind, text, curve.id, None, None, before, after, levels=levels)


def _ours(sides: Sides) -> Iterator[Change]:
    before = None if sides.old.us is None else sides.curve_ids.get(sides.old.us)
    old, new = sides.old.ours, sides.new.ours
    if (old is None and new is None) or (old is not None and new is not None and before == new.id):
        return
    names = (None if curve is None else value(sides.curve(curve)) for curve in (old, new))
    text = turned("our curve", *(None if name is None else name.strip("“”") for name in names))
    yield Change(Kind.CANVAS_CHANGED, text, field="us", before=sides.old.us, after=sides.new.us)


def _particulars(sides: Sides, old: Curve, new: Curve) -> Iterator[Change]:
    name = sides.curve(new)
    group = None if old.group is None else sides.group_ids.get(old.group, old.group)
    for field, before, after in (
        ("role", old.role.value, new.role.value),
        ("group", group, new.group),
        ("share", old.share, new.share),
    ):
        if before != after:
            yield Change(
                Kind.CURVE_CHANGED, turned(f"{name}: its {field}", before, after), new.id, None, field, before, after
            )
