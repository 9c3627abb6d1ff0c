"""Factors that came, went, have another name or another place, and what else was changed about them."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Factor
from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.saying import MOST_NAMES, level, renamed, some, turned
from bluecanvas.comparing.sides import Sides
from bluecanvas.frameworks.value_curve import in_order
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
    shown = [f"{sides.curve(canvas.curve(id))} {level(found)}" for id, found in list(levels.items())[:MOST_NAMES]]
    more = [f"{len(levels) - MOST_NAMES} more curves"] if len(levels) > MOST_NAMES else []
    kept = " (the price)" if factor.price else " (less is better)" if factor.burden else ""
    name = f"{sides.factor(factor)}{kept}"
    text = f"{name} is a new factor" if added else f"{name} is no factor any more"
    before, after = (None, str(factor.name)) if added else (str(factor.name), None)
    return Change(kind, f"{text}: {', '.join(shown + more)}", None, factor.id, None, before, after, levels=levels)


def _order(sides: Sides) -> Iterator[Change]:
    """One change for the axis where its order is another: the fewest factors that must have moved."""
    place = {factor.id: at for at, factor in enumerate(sides.old.factors)}
    places = [place[old.id] for old, _ in sides.factors.both]
    kept = set(longest_rising(places))
    if len(kept) == len(places):
        return
    moved = [new for at, (_, new) in enumerate(sides.factors.both) if at not in kept]
    names = [sides.factor(factor) for factor in moved]
    said = f"{some(names)} moved"
    if len(moved) <= _MOST_TOLD:
        before = {new.id: old for (_, old), (_, new) in zip(sides.factors.both, sides.factors.both[1:], strict=False)}
        told = (
            f"{name} now stands {f'behind {sides.factor(before[factor.id])}' if factor.id in before else 'first'}"
            for name, factor in zip(names, moved, strict=True)
        )
        said = ", ".join(told)
    ids = [new.id for _, new in sides.factors.both]
    yield Change(
        Kind.FACTOR_REORDERED, f"axis order changed: {said}",
        before=[ids[at] for at in sorted(range(len(ids)), key=places.__getitem__)], after=ids,
        factors=tuple(factor.id for factor in moved),
    )  # fmt: skip


def _names(sides: Sides, old: Factor, new: Factor) -> Iterator[Change]:
    for language, before, after in sides.retold(old.name, new.name):
        if not language:
            text = renamed((sides.factor(old), sides.factor(new)), (before or "", after or ""))
            yield Change(Kind.FACTOR_RENAMED, text, None, new.id, None, before, after)
        else:
            text = turned(f"the name of {sides.factor(new)} in {language}", before, after)
            yield Change(Kind.TEXT_CHANGED, text, None, new.id, f"name {language}", before, after)


def _particulars(sides: Sides, old: Factor, new: Factor) -> Iterator[Change]:
    name = sides.factor(new)

    def changed(field: str, text: str, before: object, after: object) -> Change:
        return Change(Kind.FACTOR_CHANGED, text, None, new.id, field, before, after)

    if old.price != new.price:
        text = f"{name} is now the price" if new.price else f"{name} is no longer the price"
        yield changed("kind", text, "price" if old.price else None, "price" if new.price else None)
    if old.burden != new.burden and old.price == new.price:
        text = f"{name} is now a burden: less is better" if new.burden else f"{name} is no longer a burden"
        yield changed("direction", text, "burden" if old.burden else None, "burden" if new.burden else None)
    for field in ("importance", "theme", "kano"):
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield changed(field, turned(f"{name}: its {field}", before, after), before, after)
    if old.cost != new.cost:
        yield changed("cost", turned(f"{name}: its cost", old.cost, new.cost), dict(old.cost), dict(new.cost))
    supported = sorted(sides.factor_ids.get(id, id) for id in old.supports), sorted(new.supports)
    if supported[0] != supported[1]:
        yield changed("supports", turned(f"{name}: what it supports", *map(tuple, supported)), *supported)
    for language, said, says in sides.retold(old.buyer_words, new.buyer_words):
        tongue = f" in {language}" if language else ""
        text = turned(f"{name}: the buyers' words{tongue}", said, says)
        yield Change(Kind.TEXT_CHANGED, text, None, new.id, f"buyer_words {language}".strip(), said, says)
