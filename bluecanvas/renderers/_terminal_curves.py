"""The strategy canvas in a terminal: factors as rows, curves running down, levels at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.blocks import Axis, Curves, Point, Shift
from bluecanvas.renderers._key import BETWEEN
from bluecanvas.renderers._terminal_dots import Field, places
from bluecanvas.renderers._terminal_levels import Levels, figure, tables
from bluecanvas.renderers._terminal_pen import Pen, Span
from bluecanvas.renderers._terminal_pencils import Pencil, legend, sharpen
from bluecanvas.words import cells, clip, label, pad

_ROOMY = 12  # up to so many factors have an empty row between them
_WIDEST_PLOT = 96  # beyond it the eye loses the row
_NAME = 24  # cells of a factor's name that stay on one line, in 80 columns


def draw(block: Curves, pen: Pen) -> Iterator[str]:
    """The lines of the picture: title, tagline, legend, scale, factors, note."""
    groups = {id: pen.said(band.name) for band in block.bands for id in band.members}
    pencils = [
        pencil._replace(group=groups.get(pencil.line.id, ""))
        for pencil in sharpen((*block.lines, *block.derived), pen.ascii)
    ]
    under = f" {pen.glyphs.dot} ".join(text for text in (block.subtitle.strip(), block.dated.strip()) if text)
    yield from pen.paragraph(block.title, "title")
    yield from pen.paragraph(under)
    yield ""
    yield from legend(pencils, block.language, block.unknown_word, pen)
    if block.axes and pencils:
        yield ""
        yield from _Picture(block, pencils, pen).lines()
    ranges = label("view.groups", block.language)  # not drawn here: the legend names each curve's group
    note = BETWEEN.join(part for part in block.note.split(BETWEEN) if part != ranges)
    if note:
        yield ""
        yield from pen.paragraph(note, "dim")


class _Picture:
    """The scale, the factors' rows with the curves between them, and the levels beside or below."""

    def __init__(self, block: Curves, pencils: Sequence[Pencil], pen: Pen) -> None:
        self.block, self.pencils, self.pen = block, pencils, pen
        texts = [pen.said(axis.name or axis.id) or pen.glyphs.dash for axis in block.axes]
        notes = [
            pen.said(block.price_word if axis.price else block.burden_word) if axis.burden or axis.price else ""
            for axis in block.axes
        ]
        moves = {shift.axis: self._shifted(shift) for shift in block.shifts}
        headings = [f"{pen.said(axis.part)}    " for axis in block.axes if axis.part]
        most = max(10, -(-pen.columns * _NAME // 80) + (pen.columns < 60))
        self.name_width = min(most, max(cells(text) for text in (*texts, *notes, *moves.values(), *headings)))
        self.names = [pen.lines(text, self.name_width) for text in texts]
        self.notes = [
            [line for said in (note, moves.get(axis.id, "")) if said for line in pen.lines(said, self.name_width, 4)]
            for axis, note in zip(block.axes, notes, strict=True)
        ]
        room = pen.columns - self.name_width - 1
        least = max(14, pen.columns * 3 // 10)
        beside = (Levels(pencils, pen, gap, room - 1 - least) for gap in (2, 1))
        fitting = (levels for levels in beside if room - levels.width - 1 >= least)
        self.levels = next((levels for levels in fitting if len(levels.pencils) == len(pencils)), None)
        self.plot = min(_WIDEST_PLOT, room - (self.levels.width + 1 if self.levels else 0))
        self.tops, self.height = self._tops()

    def lines(self) -> Iterator[str]:
        """The picture's lines."""
        field = self._field()
        yield from self._scale()
        factor_at = {top: j for j, top in enumerate(self.tops)}
        j = -1
        for row in range(self.height):
            j = factor_at.get(row, j)
            line = row - self.tops[j] if j >= 0 else 0
            yield self.pen.line(
                [*self._name(row, j, line), *field.row(row), *(self._beside(j, line) if j >= 0 else ())]
            )
        if not self.levels:
            yield from tables(self.pencils, self.names, self.name_width, self.pen)

    def _beside(self, j: int, line: int) -> list[Span]:
        return [(" ", ""), *self.levels.line(j, line)] if self.levels else []

    def _tops(self) -> tuple[list[int], int]:
        """The row each factor starts in, and how many rows there are in all."""
        roomy = self.pen.ascii or len(self.names) <= _ROOMY
        tops = []
        row = bottom = int(self._divided(0))
        for j, names in enumerate(self.names):
            tops.append(row)
            written = len(names) + len(self.notes[j])
            levels = self.levels.height(j) if self.levels else 1
            bottom = row + max(written, levels)
            row += max(written + (roomy or written > 1 or self._divided(j + 1)), levels)
        return tops, bottom

    def _shifted(self, shift: Shift) -> str:
        """A move in words."""
        return self.pen.said(shift.said(self.block.language).replace("→", self.pen.glyphs.arrow))

    def _divided(self, j: int) -> bool:
        """Whether a rule stands above a factor: where a part of the axis begins, or the created ones begin or end."""
        axes = self.block.axes
        if any(axis.part for axis in axes):
            return j < len(axes) and axes[j].part != (axes[j - 1].part if j else "")
        return j < len(axes) and axes[j].created is not (axes[j - 1].created if j else False)

    def _name(self, row: int, j: int, line: int) -> list[Span]:
        """What stands left of the plot: a factor's name, its note, the rule above created factors, or nothing."""
        text, style = "", ""
        if j + 1 < len(self.tops) and row == self.tops[j + 1] - 1 and self._divided(j + 1):
            text, style = self._rule(self.block.axes[j + 1]), "dim"
        elif j >= 0 and line < len(self.names[j]):
            text, style = self.names[j][line], "strong"
        elif j >= 0 and line - len(self.names[j]) < len(self.notes[j]):
            text, style = self.notes[j][line - len(self.names[j])], "dim"
        return [(pad(text, self.name_width), style), (" ", "")]

    def _rule(self, axis: Axis) -> str:
        rule = self.pen.glyphs.rule
        heading = axis.part or (self.block.created_word if axis.created else "")
        if not heading or self.name_width < 6:
            return rule * self.name_width
        word = clip(self.pen.said(heading), self.name_width - 4, self.pen.glyphs.ellipsis)
        return f"{rule} {word} " + rule * (self.name_width - cells(word) - 3)

    def _field(self) -> Field:
        """The plot: guides, then the curves from the quietest to ours, intervals, and the markers on top."""
        field = Field(self.plot, self.height, self.pen.ascii)
        guides = self._guides()
        for j, top in enumerate(self.tops):
            for column in guides:
                field.put(top, column, self.pen.glyphs.leader, "faint")
            if self._divided(j):
                field.put(top - 1, 0, self.pen.glyphs.rule * self.plot, "faint")
        spots = [self._spots(j) for j in range(len(self.tops))]
        order = sorted(range(len(self.pencils)), key=lambda i: (-self.pencils[i].rank, -i))
        for i in order:
            for j in range(len(self.tops) - 1):
                if i in spots[j] and i in spots[j + 1]:
                    start, end = (self.tops[j], spots[j][i]), (self.tops[j + 1], spots[j + 1][i])
                    field.line(start, end, self.pencils[i].stroke, self.pencils[i].style)
        for j, top in enumerate(self.tops):
            for i in order:
                self._interval(field, top, self.pencils[i].line.points[j], self.pencils[i].style)
            for i, column in spots[j].items():
                field.put(top, column, self.pencils[i].marker, self.pencils[i].style)
        return field

    def _guides(self) -> list[int]:
        """The cells of whole levels, or of fewer even steps where the scale has too many for the room."""
        span = self.block.high - self.block.low
        steps = [int(span)] if span == span // 1 and 0 < span <= 10 else []
        parts = next((parts for parts in (*steps, 10, 5, 4) if self.plot >= 3 * parts), 2)
        return [round(part * (self.plot - 1) / parts) for part in range(parts + 1)]

    def _spots(self, j: int) -> dict[int, int]:
        """The cell of each curve's marker on a factor: at its level, side by side where levels meet."""
        known = sorted(
            (self._cell(value), value, pencil.rank, i)
            for i, pencil in enumerate(self.pencils)
            if (value := pencil.line.points[j].value) is not None
        )
        weights = [100.0 if rank == 0 else 1.0 for _, _, rank, _ in known]  # others give way to ours
        return dict(zip((i for *_, i in known), places([cell for cell, *_ in known], weights, self.plot), strict=True))

    def _cell(self, value: float) -> int:
        low, high = self.block.low / 2, self.block.high / 2  # halves: their difference is finite whatever the scale
        share = (value / 2 - low) / (high - low) if high > low else 0.5
        return round(min(1.0, max(0.0, share)) * (self.plot - 1))

    def _interval(self, field: Field, row: int, point: Point, style: str) -> None:
        if point.value is None or point.low is None or point.high is None:
            return
        first, last = self._cell(point.low), self._cell(point.high)
        if last - first >= 2:
            start, middle, end = self.pen.glyphs.bar
            field.put(row, first, start + middle * (last - first - 1) + end, style)

    def _scale(self) -> Iterator[str]:
        """The ends of the scale above the plot, the curves' markers above their levels, the scale's own words."""
        pen, block = self.pen, self.block
        words = self._words()
        if block.words and not words:
            said = (f"{figure(level, pen)} {word}" for level, word in block.words)
            yield from pen.paragraph(f" {pen.glyphs.dot} ".join(said), "dim")
        margin: Span = (" " * (self.name_width + 1), "")
        low, high = (
            clip(pen.said(text), self.plot // 2 - 3, pen.glyphs.ellipsis) for text in (block.low_word, block.high_word)
        )
        first, last = f"{figure(block.low, pen)} {low}".strip(), f"{high} {figure(block.high, pen)}".strip()
        if cells(first) + cells(last) + 5 > self.plot:
            first, last = low, high
        rule = pen.glyphs.rule * (self.plot - cells(first) - cells(last) - 2)
        heads = [(" ", ""), *self.levels.head()] if self.levels else []
        yield pen.line([margin, (f"{first} {rule} {last}", "dim"), *heads])
        if words:
            yield pen.line([margin, (words, "dim")])

    def _words(self) -> str:
        """The scale's words at their levels; nothing where they do not all fit."""
        line = ""
        for level, said in self.block.words:
            word = self.pen.said(said)
            start = min(max(0, self._cell(level) - cells(word) // 2), self.plot - cells(word))
            if start < (cells(line) + 2 if line else 0):
                return ""
            line = pad(line, start) + word
        return line
