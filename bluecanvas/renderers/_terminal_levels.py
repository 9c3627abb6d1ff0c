"""The levels of a canvas as aligned columns, a column a curve, for beside the picture or for under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.blocks import Point
from bluecanvas.renderers._terminal_pen import Pen, Span
from bluecanvas.renderers._terminal_pencils import Pencil
from bluecanvas.words import cells, pad, show_level

_Figures = tuple[str, str]
"""A level and its interval."""


class Levels:
    """Columns of levels, each headed by its curve's marker; intervals stand in the line below their level.

    Of the curves, the first ones that `room` cells are enough for, one at least; all of them where it is None.
    """

    def __init__(self, pencils: Sequence[Pencil], pen: Pen, gap: int, room: int | None = None) -> None:
        self.ends: list[int] = []
        columns: list[list[_Figures]] = []
        reached = [0] * (len(pencils[0].line.points) if pencils else 0)
        seen: dict[Point, _Figures] = {}
        for pencil in pencils:
            column = [seen.get(point) or seen.setdefault(point, _figures(point, pen)) for point in pencil.line.points]
            end = self._end(column, reached, gap)
            if room is not None and columns and end > room:
                break
            reached = [end if interval else before for (_, interval), before in zip(column, reached, strict=True)]
            columns.append(column)
            self.ends.append(end)
        self.pencils = pencils[: len(columns)]
        self.rows = list(zip(*columns, strict=True))

    @property
    def width(self) -> int:
        """How many cells the columns take, the gap before the first one included."""
        return self.ends[-1] if self.ends else 0

    def _end(self, column: Sequence[_Figures], reached: Sequence[int], gap: int) -> int:
        """Where a column ends: an interval may reach to the left, below other levels, not into another interval."""
        end = self.width + gap + max([1, *(len(level) for level, _ in column)])
        beside = zip(column, reached, strict=True)
        return max([end, *(before + 1 + len(interval) for (_, interval), before in beside if interval)])

    def height(self, factor: int) -> int:
        """The lines a factor's levels take: two where a level has an interval."""
        return 2 if any(interval for _, interval in self.rows[factor]) else 1

    def head(self) -> list[Span]:
        """The markers above the columns."""
        return self._set([pencil.marker for pencil in self.pencils], [pencil.style for pencil in self.pencils])

    def line(self, factor: int, line: int) -> list[Span]:
        """A factor's levels (line 0), their intervals (line 1), or nothing."""
        if line > 1:
            return []
        texts = [figures[line] for figures in self.rows[factor]]
        return self._set(texts, [pencil.style if line == 0 else "dim" for pencil in self.pencils])

    def _set(self, texts: Sequence[str], styles: Sequence[str]) -> list[Span]:
        spans: list[Span] = []
        used = 0
        for text, style, end in zip(texts, styles, self.ends, strict=True):
            if text:
                spans += [(" " * (end - used - len(text)), ""), (text, style)]
                used = end
        return spans


def tables(pencils: Sequence[Pencil], names: Sequence[Sequence[str]], width: int, pen: Pen) -> Iterator[str]:
    """The levels under a picture, beside names of `width` cells: as many tables as it takes to show every curve."""
    first = 0
    while first < len(pencils):
        part = Levels(pencils[first:], pen, 2, pen.columns - width)
        yield ""
        yield pen.line([(" " * width, ""), *part.head()])
        for j, lines in enumerate(names):
            for line in range(max(len(lines), part.height(j))):
                name = lines[line] if line < len(lines) else ""
                yield pen.line([(pad(name, width), ""), *part.line(j, line)])
        first += len(part.pencils)


def _figures(point: Point, pen: Pen) -> _Figures:
    value = figure(point.value, pen)
    if point.value is None or point.low is None or point.high is None:
        return value, ""
    between = pen.glyphs.dash if point.low >= 0 and not pen.ascii else ".."
    return value, f"{figure(point.low, pen)}{between}{figure(point.high, pen)}"


def figure(value: float | None, pen: Pen) -> str:
    """A level in at most nine cells, a dash where it is unknown."""
    if value is None:
        return pen.glyphs.dash
    shown = show_level(value, pen.language)
    return shown if cells(shown) <= 8 else f"{value:.2e}"
