"""Factors that came, went, have another name or another place, and what else was changed about them."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Factor
from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.saying import MOST_NAMES
from bluecanvas.comparing.sides import Sides
from bluecanvas.frameworks._order import in_order
from bluecanvas.maths.matching import longest_rising

_MOST_TOLD = 3


def factor_changes(sides: Sides) -> Iterator[Change]:
    """The factors added, removed and renamed, the order of those that stayed, and what else is said of each."""
    for factor in sides.factors.come:
        yield _alone(sides, Kind.FACTOR_ADDED, factor)
    for factor in sides.factors.gone:
        yield _alone(sides, Kind.FACTOR_REMOVED, factor)
    yield from _order(sides)
    for old, new in sides.factors.both:
        yield from _names(sides, old, new)
        yield from _particulars(sides, old, new)


def _alone(sides: Sides, kind: Kind, factor: Factor) -> Change:
    added = kind is Kind.FACTOR_ADDED
    canvas: Canvas = sides.new if added else sides.old
    levels = {curve.id: curve.level(factor.id) for curve in in_order(canvas)}
    say, name = sides.say, sides.factor(factor)
    shown = [
        say.phrase("{curve} {level}", curve=sides.curve(canvas.curve(id)), level=say.level(found))
        for id, found in list(levels.items())[:MOST_NAMES]
    ]
    if len(levels) > MOST_NAMES:
        left = len(levels) - MOST_NAMES
        shown.append(say.phrase_number("{n} more curve", "{n} more curves", left, n=left))
    if factor.price:
        name = say.phrase("{factor} (the price)", factor=name)
    elif factor.burden:
        name = say.phrase("{factor} (less is better)", factor=name)
    levelled = say.row(shown)
    if added:
        text = say.phrase("{factor} is a new factor: {levels}", factor=name, levels=levelled)
    else:
        text = say.phrase("{factor} is no factor any more: {levels}", factor=name, levels=levelled)
    before, after = (None, str(factor.name)) if added else (str(factor.name), None)
    return Change(kind, text, None, factor.id, None, before, after, levels=levels)


def _order(sides: Sides) -> Iterator[Change]:
    """One change for the axis where its order is another: the fewest factors that must have moved."""
    place = {factor.id: at for at, factor in enumerate(sides.old.factors)}
    places = [place[old.id] for old, _ in sides.factors.both]
    kept = set(longest_rising(places))
    if len(kept) == len(places):
        return
    moved = [new for at, (_, new) in enumerate(sides.factors.both) if at not in kept]
    names = [sides.factor(factor) for factor in moved]
    say = sides.say
    said = say.phrase("{factors} moved", factors=say.some(names))
    if len(moved) <= _MOST_TOLD:
        before = {new.id: old for (_, old), (_, new) in zip(sides.factors.both, sides.factors.both[1:], strict=False)}
        said = say.row(
            [
                say.phrase("{factor} now stands behind {other}", factor=name, other=sides.factor(before[factor.id]))
                if factor.id in before
                else say.phrase("{factor} now stands first", factor=name)
                for name, factor in zip(names, moved, strict=True)
            ]
        )
    ids = [new.id for _, new in sides.factors.both]
    yield Change(
        Kind.FACTOR_REORDERED, say.phrase("axis order changed: {moves}", moves=said),
        before=[ids[at] for at in sorted(range(len(ids)), key=places.__getitem__)], after=ids,
        factors=tuple(factor.id for factor in moved),
    )  # fmt: skip


def _names(sides: Sides, old: Factor, new: Factor) -> Iterator[Change]:
    for language, before, after in sides.retold(old.name, new.name):
        if not language:
            text = sides.say.renamed((sides.factor(old), sides.factor(new)), (before or "", after or ""))
            yield Change(Kind.FACTOR_RENAMED, text, None, new.id, None, before, after)
        else:
            what = sides.say.phrase("the name of {name}", name=sides.factor(new))
            text = sides.say.turned(sides.say.tongue(what, language), before, after)
            yield Change(Kind.TEXT_CHANGED, text, None, new.id, f"name {language}", before, after)


def _particulars(sides: Sides, old: Factor, new: Factor) -> Iterator[Change]:
    name, say = sides.factor(new), sides.say

    def changed(field: str, text: str, before: object, after: object) -> Change:
        return Change(Kind.FACTOR_CHANGED, text, None, new.id, field, before, after)

    if old.price != new.price:
        if new.price:
            text = say.phrase("{factor} is now the price", factor=name)
        else:
            text = say.phrase("{factor} is no longer the price", factor=name)
        yield changed("kind", text, "price" if old.price else None, "price" if new.price else None)
    if old.burden != new.burden and old.price == new.price:
        if new.burden:
            text = say.phrase("{factor} is now a burden: less is better", factor=name)
        else:
            text = say.phrase("{factor} is no longer a burden", factor=name)
        yield changed("direction", text, "burden" if old.burden else None, "burden" if new.burden else None)
    for field, what in (
        ("importance", say.phrase("its importance")),
        ("theme", say.phrase("its theme")),
        ("kano", say.phrase("its kano")),
    ):
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield changed(field, say.turned(say.of(name, what), before, after), before, after)
    if old.cost != new.cost:
        text = say.turned(say.of(name, say.phrase("its cost")), old.cost, new.cost)
        yield changed("cost", text, dict(old.cost), dict(new.cost))
    supported = sorted(sides.factor_ids.get(id, id) for id in old.supports), sorted(new.supports)
    if supported[0] != supported[1]:
        text = say.turned(say.of(name, say.phrase("what it supports")), *map(tuple, supported))
        yield changed("supports", text, *supported)
    for language, said, says in sides.retold(old.buyer_words, new.buyer_words):
        text = say.turned(say.of(name, say.tongue(say.phrase("the buyers' words"), language)), said, says)
        yield Change(Kind.TEXT_CHANGED, text, None, new.id, f"buyer_words {language}".strip(), said, says)
