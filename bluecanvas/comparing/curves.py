"""Curves that came, went or have another name, and what else was changed about them."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Curve
from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.saying import Phrase
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
                text = sides.say.renamed((sides.curve(old), sides.curve(new)), (before or "", after or ""))
                yield Change(Kind.CURVE_RENAMED, text, new.id, None, None, before, after)
            else:
                what = sides.say.phrase("the name of {name}", name=sides.curve(new))
                text = sides.say.turned(sides.say.tongue(what, language), before, after)
                yield Change(Kind.TEXT_CHANGED, text, new.id, None, f"name {language}", before, after)
        yield from _particulars(sides, old, new)


def _alone(sides: Sides, kind: Kind, curve: Curve) -> Change:
    added = kind is Kind.CURVE_ADDED
    canvas: Canvas = sides.new if added else sides.old
    moves = len(curve.grid.moves) if curve.grid else 0
    name, role, say = sides.curve(curve), sides.say.label(curve.role.value), sides.say
    if added:
        text = say.phrase("{curve} ({role}) is a new curve", curve=name, role=role)
    else:
        text = say.phrase("{curve} ({role}) is no curve any more", curve=name, role=role)
    if moves:
        text = say.phrase_number(
            "{sentence}, with {n} move", "{sentence}, with {n} moves", moves, sentence=text, n=moves
        )
    levels = {factor.id: curve.level(factor.id) for factor in canvas.factors}
    before, after = (None, str(curve.name)) if added else (str(curve.name), None)
    return Change(kind, text, curve.id, None, None, before, after, levels=levels)


def _ours(sides: Sides) -> Iterator[Change]:
    before = None if sides.old.us is None else sides.curve_ids.get(sides.old.us)
    old, new = sides.old.ours, sides.new.ours
    if (old is None and new is None) or (old is not None and new is not None and before == new.id):
        return
    names = (None if curve is None else Phrase(sides.curve(curve)) for curve in (old, new))
    text = sides.say.turned(sides.say.phrase("our curve"), *names)
    yield Change(Kind.CANVAS_CHANGED, text, field="us", before=sides.old.us, after=sides.new.us)


def _particulars(sides: Sides, old: Curve, new: Curve) -> Iterator[Change]:
    name, say = sides.curve(new), sides.say
    group = None if old.group is None else sides.group_ids.get(old.group, old.group)
    roles = (old.role.value, new.role.value)
    for field, what, before, after, shown in (
        ("role", say.phrase("its role"), *roles, [Phrase(say.label(role)) for role in roles]),
        ("group", say.phrase("its group"), group, new.group, [group, new.group]),
        ("share", say.phrase("its share"), old.share, new.share, [old.share, new.share]),
    ):
        if before != after:
            text = say.turned(say.of(name, what), *shown)
            yield Change(Kind.CURVE_CHANGED, text, new.id, None, field, before, after)
