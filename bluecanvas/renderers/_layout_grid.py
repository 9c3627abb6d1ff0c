"""The eliminate–reduce–raise–create grid as a scene: four quarters, each move with its way, its gap and its reason."""

from __future__ import annotations

from dataclasses import dataclass

from bluecanvas.blocks import Cell, Grid, Move
from bluecanvas.renderers._arrows import badge
from bluecanvas.renderers._fitting import Paragraph, paragraph
from bluecanvas.renderers._palette import Palette
from bluecanvas.renderers._scene import XY, Item, Marker, Measure, Polyline, Rectangle, Scene, Text, fitted, moved
from bluecanvas.words import show_gap, show_level

MARGIN = 28.0
_TITLE, _SUBTITLE, _HEADING, _NAME, _WHY, _SMALL = 20.0, 13.0, 13.5, 11.0, 9.4, 8.6
_GUTTER = 30.0
_TRACK = 92.0
_LEVELS = 62.0
"""Room for "10 → 2.5" right of the track."""
_AIR = 9.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A move, fitted."""

    name: Paragraph
    levels: Paragraph
    why: Paragraph
    gap: Paragraph

    @property
    def height(self) -> float:
        below = sum(part.height + 2.5 for part in (self.why, self.gap) if part.lines)
        return max(self.name.height, self.levels.height) + below


def layout(block: Grid, measure: Measure, colours: Palette, size: XY | None = None, least: float = 0.0) -> Scene:
    """The scene of a grid; its quarters are as high as what they hold."""

    def draw(width: float) -> Scene:
        return _Sheet(block, measure, colours, (width - 2 * MARGIN - _GUTTER) / 2, _span(block)).scene(width)

    return fitted(draw, size, max(least, 860.0), 620.0)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A grid being set, in quarters `wide` across."""

    block: Grid
    measure: Measure
    colours: Palette
    wide: float
    span: XY

    def scene(self, width: float) -> Scene:
        """Everything in place: eliminate beside raise, reduce beside create."""
        room = width - 2 * MARGIN
        title = paragraph(self.block.title, self.measure, _TITLE, room, 2, bold=True)
        subtitle = paragraph(self.block.subtitle, self.measure, _SUBTITLE, room, 3)
        items: list[Item] = [*title.at(MARGIN, MARGIN, self.colours.ink)]
        items += subtitle.at(MARGIN, MARGIN + title.height + 5, self.colours.soft)
        y = MARGIN + title.height + (5 + subtitle.height if subtitle.lines else 0.0) + 22
        cells = self.block.cells
        half = len(cells) // 2
        for left, right in zip(cells[:half], cells[half:], strict=False):
            bottom = y
            for cell, x, hue in (
                (left, MARGIN, self.colours.cut),
                (right, MARGIN + self.wide + _GUTTER, self.colours.lift),
            ):
                bottom = max(bottom, self._cell(cell, x, y, hue, items))
            y = bottom + 26
        key = self._key(MARGIN, y - 8, room)
        if key:
            y = max(item.y + item.height for item in key if isinstance(item, Text)) + 26
        return Scene(width, y - 26 + MARGIN, self.colours.background, (*items, *key))

    def _key(self, x: float, y: float, room: float) -> list[Item]:
        """What the marks on the tracks are; nothing where none is drawn."""
        moves = [move for cell in self.block.cells for move in cell.moves]
        if not self.span[0] < self.span[1]:
            return []
        _, _, start, target, against, *_ = (*self.block.columns, *[""] * 5)
        hue, paper, quiet = self.colours.lift, self.colours.background, self.colours.quiet
        entries: list[tuple[bool, str, Item]] = [
            (any(move.start is not None for move in moves), start, Marker(4, 0, "circle", 6.0, paper, hue, 1.4)),
            (any(move.target is not None for move in moves), target, Marker(4, 0, "circle", 7.0, hue, paper, 0.8)),
            (any(move.baseline is not None for move in moves), against, Polyline(((4, -5), (4, 5)), quiet, 1.2)),
        ]
        items: list[Item] = []
        right = 0.0
        for shown, word, sign in entries:
            said = paragraph(word, self.measure, _SMALL, room - 14)
            if not shown or not said.lines:
                continue
            if right > 0 and right + 12 + said.width > room:
                right, y = 0.0, y + said.height + 4
            items.append(moved(sign, 1.0, x + right, y + said.height / 2))
            items += said.at(x + right + 12, y, self.colours.soft)
            right += 12 + said.width + 16
        return items

    def _cell(self, cell: Cell, x: float, y: float, hue: str, items: list[Item]) -> float:
        """Add one quarter; where it ends."""
        items.append(Rectangle(x, y, self.wide, 3.0, hue))
        y += 12
        heading = paragraph(cell.heading, self.measure, _HEADING, self.wide - 22, 2, bold=True)
        sign = badge(cell.action, x + 7, y + heading.line_height / 2, self.colours, 14.0)
        items += sign
        items += heading.at(x + (21 if sign else 0), y, hue)
        y += heading.height + 8
        if not cell.moves:
            empty = paragraph(cell.empty or "–", self.measure, _WHY + 0.6, self.wide, 4)
            items += empty.at(x, y, self.colours.quiet)
            return y + empty.height
        for k, move in enumerate(cell.moves):
            if k:
                items.append(Polyline(((x, y), (x + self.wide, y)), self.colours.rule, 0.6))
                y += _AIR
            row = self._fit(move)
            items += row.name.at(x, y, self.colours.ink)
            items += row.levels.at(x + self.wide, y, hue, 1.0)
            if self.span[0] < self.span[1]:
                middle = y + row.name.line_height / 2
                items += _way(move, (x + self.wide - _LEVELS - _TRACK, middle), self.span, hue, self.colours)
            below = y + max(row.name.height, row.levels.height) + 2.5
            items += row.why.at(x, below, self.colours.soft)
            items += row.gap.at(x, below + (row.why.height + 2.5 if row.why.lines else 0.0), self.colours.quiet)
            y += row.height + _AIR
        return y - _AIR

    def _fit(self, move: Move) -> _Row:
        """A move's texts, wrapped."""
        block = self.block
        ends = [show_level(level, block.language) for level in (move.start, move.target) if level is not None]
        levels = f"→ {ends[0]}" if move.start is None and ends else " → ".join(ends)
        gap = show_gap(move.target, move.baseline, block.language)
        held = f"{block.gap_word} {gap} {block.versus(move)}".strip()
        known = move.target is not None and move.baseline is not None
        aside = " · ".join(part for part in (held if known else "", move.detail) if part)
        return _Row(
            paragraph(move.name, self.measure, _NAME, self.wide - _TRACK - _LEVELS - 14, 4, bold=True),
            paragraph(levels, self.measure, _NAME - 0.4, _LEVELS, 1, bold=True),
            paragraph(move.why, self.measure, _WHY, self.wide, 6),
            paragraph(aside, self.measure, _SMALL, self.wide, 3),
        )


def _span(block: Grid) -> XY:
    """The ends of every track: the scale's, else the least and the greatest level in the grid."""
    if block.ends is not None:
        return block.ends
    levels = [
        level
        for cell in block.cells
        for move in cell.moves
        for level in (move.start, move.target, move.baseline)
        if level is not None
    ]
    return min([0.0, *levels]), max([0.0, *levels])


def _way(move: Move, place: XY, span: XY, hue: str, colours: Palette) -> list[Item]:
    """The move on a small track: from the hollow point to the full one, past a tick at what it is held against."""
    x, y = place

    def at(level: float) -> float:
        return x + 4 + (_TRACK - 12) * (level - span[0]) / (span[1] - span[0])

    items: list[Item] = [Polyline(((at(span[0]), y), (at(span[1]), y)), colours.rule, 1.4)]
    if move.baseline is not None:
        tick = at(move.baseline)
        items.append(Polyline(((tick, y - 5), (tick, y + 5)), colours.quiet, 1.2, label=move.versus))
    start = move.baseline if move.start is None else move.start
    if start is not None and move.target is not None:
        items.append(
            Polyline(((at(start), y), (at(move.target), y)), hue, 2.4, opacity=0.45 if move.start is None else 1)
        )
    if move.start is not None:
        items.append(Marker(at(move.start), y, "circle", 6.0, colours.background, hue, 1.4))
    if move.target is not None:
        items.append(Marker(at(move.target), y, "circle", 7.0, hue, colours.background, 0.8))
    return items
