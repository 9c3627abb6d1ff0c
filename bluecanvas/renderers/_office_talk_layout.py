"""How texts, tables and figures share one slide: the first of these ways that serves.

- Texts and tables below each other; a single figure among them takes at least most of the room.
- A text that is too long for that in a column beside the figure or the table.
- Two figures or tables side by side, with texts above and below them or each with its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from bluecanvas.blocks import Curves, Grid
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_quarters import fits as grid_fits
from bluecanvas.renderers._office_stage import Box
from bluecanvas.renderers._office_talk_rows import SIZES, TIGHT, Plan, Sheet, planned
from bluecanvas.renderers._office_talk_text import OVER, Line, Setting

GAP = 14.0
_MOST, _MUCH = 0.72, 0.52
"""The parts of the room's height that a figure takes: with a short text, and with one that is taller."""
_COLUMN = 0.34
"""The part of the width of a text beside a figure."""
_UNEVEN = 0.58
"""The part of the width of a figure beside a table."""
_ROW = 0.5
"""The least part of the height for two side by side."""
_FACTOR, _NAMES, _LOWEST = 26.0, 150.0, 170.0
"""What a chart needs across for each factor and for the names of its curves, and in height."""


class Text(NamedTuple):
    """Lines that stand together."""

    lines: tuple[Line, ...]

    @property
    def over(self) -> bool:
        """Whether they belong to the figure that follows."""
        return self.lines[0].role in OVER


class Figure(NamedTuple):
    """A block to be drawn."""

    block: Curves | Grid
    alt: str
    among: Curves | None = None
    """The curves that it shows some of."""


Thing: TypeAlias = Text | Sheet | Figure


class Spot(NamedTuple):
    """A thing at its place."""

    thing: Thing
    box: Box
    plan: Plan | None = None
    """Of a table."""
    part: int | None = None
    """Which part it is of what goes on over several slides."""


def _cells(things: Sequence[Thing]) -> list[list[Thing]]:
    """The things, each with what stands over it."""
    found: list[list[Thing]] = []
    over = False
    for thing in things:
        if over:
            found[-1].append(thing)
        else:
            found.append([thing])
        over = isinstance(thing, Text) and thing.over
    return found


def _is_text(cell: Sequence[Thing]) -> bool:
    return isinstance(cell[-1], Text)


def arranged(things: Sequence[Thing], room: Box, setting: Setting) -> tuple[Spot, ...] | None:
    """Everything on one slide, in the first way that serves; None where none does."""
    return (
        stacked(things, room, setting, _MOST, across=True)
        or _beside(things, room, setting)
        or stacked(things, room, setting, _MUCH, across=True)
        or _paired(things, room, setting)
    )


def tightened(things: Sequence[Thing], room: Box, setting: Setting) -> tuple[Spot, ...] | None:
    """Everything on one slide below each other, its tables in smaller letters than they have else; None at none."""
    return stacked(things, room, setting, _MUCH, TIGHT, across=True)


def stacked(
    things: Sequence[Thing],
    room: Box,
    setting: Setting,
    share: float,
    letters: Sequence[float] = SIZES,
    *,
    across: bool = False,
) -> tuple[Spot, ...] | None:
    """Below each other; a single figure takes what is left, which must be such a share of the height.

    `across` says that the room is as wide as any: a chart takes it however many factors it has.
    """
    figures = sum(isinstance(thing, Figure) for thing in things)
    if figures > 1:
        return None
    texts = sum(setting.total(thing.lines, room.width) for thing in things if isinstance(thing, Text))
    free = room.height - texts - GAP * (len(things) - 1)
    sheets = [thing for thing in things if isinstance(thing, Sheet)]
    least = share * room.height if figures and len(things) > 1 else 0.0
    for size in letters if sheets else letters[:1]:
        plans = {id(sheet): sheet.plan or planned(sheet, size, room.width) for sheet in sheets}
        left = free - sum(plans[id(sheet)].total(sheet, room.height) for sheet in sheets)
        if left < least - 0.01:  # what is added up twice may differ by a hair
            continue
        spots, at = [], room.y
        for thing in things:
            plan = plans.get(id(thing))
            high = left
            if isinstance(thing, Text):
                high = setting.total(thing.lines, room.width) + (left if len(things) == 1 else 0.0)
            elif isinstance(thing, Sheet) and plan is not None:
                high = plan.total(thing, room.height)
            spots.append(Spot(thing, Box(room.x, at, room.width, high), plan))
            at += high + GAP
        served = all(_suits(spot.thing, spot.box, across) for spot in spots if isinstance(spot.thing, Figure))
        return tuple(spots) if served else None
    return None


def _beside(things: Sequence[Thing], room: Box, setting: Setting) -> tuple[Spot, ...] | None:
    """A text in a column beside the only other thing, on the side on which it is read."""
    cells = _cells(things)
    if len(cells) != 2 or sum(map(_is_text, cells)) != 1:
        return None
    return _in_columns(cells, room, setting, _COLUMN if _is_text(cells[0]) else 1 - _COLUMN)


def _paired(things: Sequence[Thing], room: Box, setting: Setting) -> tuple[Spot, ...] | None:
    """Two figures or tables side by side."""
    cells = _cells(things)
    shown = [cell[-1] for cell in cells if not _is_text(cell)]
    if len(shown) != 2:
        return None
    one, other = (isinstance(thing, Figure) for thing in shown)
    part = 0.5 if one is other else _UNEVEN if one else 1 - _UNEVEN
    kinds = "".join("T" if _is_text(cell) else "F" for cell in cells)
    if kinds == "TFTF":
        return _in_columns([cells[0] + cells[1], cells[2] + cells[3]], room, setting, part)
    at = kinds.find("FF")
    if at < 0:
        return None
    above = [thing for cell in cells[:at] for thing in cell]
    below = [thing for cell in cells[at + 2 :] for thing in cell]
    over, under = (
        sum(setting.total(text.lines, room.width) + GAP for text in texts if isinstance(text, Text))
        for texts in (above, below)
    )
    row = Box(room.x, room.y + over, room.width, room.height - over - under)
    middle = _in_columns(cells[at : at + 2], row, setting, part) if row.height >= _ROW * room.height else None
    if middle is None:
        return None
    first = stacked(above, room._replace(height=over - GAP), setting, 0.0) if above else ()
    last = stacked(below, Box(room.x, row.bottom + GAP, room.width, under - GAP), setting, 0.0) if below else ()
    return None if first is None or last is None else (*first, *middle, *last)


def _in_columns(
    columns: Sequence[Sequence[Thing]], room: Box, setting: Setting, part: float
) -> tuple[Spot, ...] | None:
    """Two columns of which the first takes such a part of the width; None where one of them does not fit."""
    wide = room.width - 2 * GAP
    first = room._replace(width=wide * part)
    second = room._replace(x=first.right + 2 * GAP, width=wide - first.width)
    found: list[Spot] = []
    for column, box in zip(columns, (first, second), strict=True):
        spots = stacked(column, box, setting, _ROW)
        if spots is None or not all(spot.plan is None or _whole(spot) for spot in spots):
            return None
        found += spots
    return tuple(found)


def _whole(spot: Spot) -> bool:
    return spot.plan is not None and isinstance(spot.thing, Sheet) and spot.plan.spacious(spot.thing)


def _suits(figure: Figure, box: Box, across: bool) -> bool:
    """Whether a figure can be read in a box, which may be all there is across."""
    if isinstance(figure.block, Grid):
        return grid_fits(figure.block, box)[1] == 1
    return (across or box.width >= _NAMES + _FACTOR * len(figure.block.axes)) and box.height >= _LOWEST
