"""Things on as many slides as they take: letters shrink, to sizes that are still read, where that saves a slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bluecanvas.blocks import Grid
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_quarters import fits as grid_fits
from bluecanvas.renderers._office_stage import Box
from bluecanvas.renderers._office_talk_layout import GAP, Figure, Spot, Text, Thing, arranged, stacked, tightened
from bluecanvas.renderers._office_talk_rows import SIZES, Sheet, planned, smallest
from bluecanvas.renderers._office_talk_text import OVER, Line, Role, Setting

_STARTS = 0.4
"""The part of the height that may be taken where a long table begins below it."""
_EVEN, _MANY = (0.6, 0.7, 0.8, 0.9), 8
"""The parts of the room tried to make slides even, and how many slides are taken as they come."""

Part: TypeAlias = Line | Sheet | Figure
"""What may be told apart by the end of a slide."""


class Page(NamedTuple):
    """What stands on one slide, and how its texts are set."""

    spots: tuple[Spot, ...]
    setting: Setting


def spread(things: Sequence[Part], room: Box, setting: Setting) -> list[Page]:
    """Things on as many slides as they take, in the largest letters in which they take no more."""
    best: list[tuple[Spot, ...]] = []
    sizes = list(setting.scaled()) if any(isinstance(thing, Line) for thing in things) else [setting]
    for scaled in sizes:
        if len(best) > _MANY and scaled is not sizes[-1]:
            continue
        found = list(_pages(things, room, scaled))
        if not best or len(found) < len(best):
            best, setting = found, scaled
        if len(best) <= 1:
            return [Page(spots, setting) for spots in best]
    for scaled in sizes if any(isinstance(thing, Sheet) for thing in things) else ():
        if spots := tightened(_merged(things), room, scaled):
            return [Page(spots, scaled)]
    for part in _EVEN if len(best) <= _MANY else ():  # so that no slide is left with a line alone
        even = list(_pages(things, room._replace(height=room.height * part), setting))
        if len(even) == len(best):
            best = even
            break
    return _enlarged(best, room, setting)


def _enlarged(pages: Sequence[Sequence[Spot]], room: Box, setting: Setting) -> list[Page]:
    """Pages with the same things in the whole room, in the largest letters that serve them all."""
    for scaled in (*setting._replace(scale=1.0).scaled(), setting):
        larger = []
        for spots in pages:
            whole = all(spot.part is None for spot in spots)
            again = arranged([spot.thing for spot in spots], room, scaled) if whole else tuple(spots)
            if again is None or (not whole and scaled.scale != setting.scale):
                break
            larger.append(Page(again, scaled))
        else:
            return larger
    return [Page(tuple(spots), setting) for spots in pages]


def _pages(things: Sequence[Part], room: Box, setting: Setting) -> Iterator[tuple[Spot, ...]]:
    waiting = [part for thing in things for part in _broken(thing, room, setting)]
    while waiting:
        count, spots = 0, tuple[Spot, ...]()
        while count < len(waiting) and (more := arranged(_merged(waiting[: count + 1]), room, setting)):
            count, spots = count + 1, more
        if count < len(waiting) and (begun := _begun(_merged(waiting[:count]), waiting[count], room, setting)):
            slides, left = begun
            yield from slides
            waiting[: count + 1] = left
            continue
        if not count:
            yield from _alone(waiting.pop(0), room)
            continue
        kept = count
        while count < len(waiting) and kept > 1 and _heads(waiting[kept - 1]):
            kept -= 1
        if kept < count:
            count, spots = kept, arranged(_merged(waiting[:kept]), room, setting) or spots
        yield spots
        del waiting[:count]


def _broken(thing: Part, room: Box, setting: Setting) -> Sequence[Part]:
    return setting.broken(thing, room.width, room.height) if isinstance(thing, Line) else [thing]


def _heads(thing: Part) -> bool:
    """Whether it must not stand last on a slide."""
    return isinstance(thing, Line) and (thing.role is Role.HEAD or thing.role in OVER)


def _merged(things: Sequence[Part]) -> list[Thing]:
    """Lines that follow each other as one text; what stands over a figure is one of its own."""
    found: list[Thing] = []
    for thing in things:
        if not isinstance(thing, Line):
            found.append(thing)
        elif found and isinstance(last := found[-1], Text) and last.over == (thing.role in OVER):
            found[-1] = Text((*last.lines, thing))
        else:
            found.append(Text((thing,)))
    return found


def _alone(thing: Part, room: Box) -> Iterator[tuple[Spot, ...]]:
    """What fits no slide whole: a grid goes on on the next, anything else has the whole room."""
    if isinstance(thing, Line):
        yield (Spot(Text((thing,)), room),)
    elif isinstance(thing, Sheet):
        thing, plan = smallest(thing, room)
        parts = plan.spread(thing, room.height)
        yield from ((Spot(part, room, plan, at),) for at, part in enumerate(parts))
    elif isinstance(thing.block, Grid):
        count = grid_fits(thing.block, room)[1]
        yield from ((Spot(thing, room, part=at if count > 1 else None),) for at in range(count))
    else:
        yield (Spot(thing, room),)


def _begun(
    above: Sequence[Thing], thing: Part, room: Box, setting: Setting
) -> tuple[list[tuple[Spot, ...]], list[Part]] | None:
    """What is too long for any slide, begun below what little stands above it: its slides, and what of it is left."""
    taken = 0.0
    for other in above:
        if isinstance(other, Figure):
            return None
        if isinstance(other, Text):
            high = setting.total(other.lines, room.width)
        else:
            high = planned(other, SIZES[-1], room.width).total(other, room.height)
        taken += high + GAP
    spots = stacked(above, room._replace(height=taken - GAP), setting, 0.0) if above else ()
    if taken > room.height * _STARTS or spots is None:
        return None
    below = Box(room.x, room.y + taken, room.width, room.height - taken)
    if isinstance(thing, Sheet):
        return _table(spots, thing, room, below)
    if above and isinstance(thing, Figure) and isinstance(thing.block, Grid) and grid_fits(thing.block, room)[1] > 1:
        parts = range(grid_fits(thing.block, below)[1])
        return [(*(spots if at == 0 else ()), Spot(thing, below, part=at)) for at in parts], []
    return None


def _table(
    above: Sequence[Spot], sheet: Sheet, room: Box, below: Box
) -> tuple[list[tuple[Spot, ...]], list[Part]] | None:
    """The slides of a table but its last, below which something else may stand."""
    sheet, plan = smallest(sheet, room)
    if plan.total(sheet, room.height) <= below.height:
        return None
    first, *others = plan.spread(sheet, room.height, below.height)
    if not others or not first.rows:
        return None
    slides = [(*above, Spot(first, below, plan, 0))]
    slides += [(Spot(part, room, plan, at),) for at, part in enumerate(others[:-1], 1)]
    return slides, [others[-1]]
