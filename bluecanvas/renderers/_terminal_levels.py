"""The levels of a canvas as aligned columns, a column a curve, for beside the picture or for under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.blocks import Point
from bluecanvas.renderers._terminal_pen import Pen, Span
from bluecanvas.renderers._terminal_pencils import Pencil
from bluecanvas.words import cells, pad, show_level


class Levels:
    """Columns of levels, each headed by its curve's marker; intervals stand in the line below their level."""

    def __init__(self, pencils: Sequence[Pencil], pen: Pen, gap: int) -> None:
        self.pencils, self.pen = pencils, pen
        factors = len(pencils[0].line.points) if pencils else 0
        self.rows = [[_figures(pencil.line.points[j], pen) for pencil in pencils] for j in range(factors)]
        self.ends = self._ends(gap)

    @property
    def width(self) -> int:
        """How many cells the columns take, the gap before the first one included."""
        return self.ends[-1] if self.ends else 0

    def _ends(self, gap: int) -> list[int]:
        """Where each column ends: an interval may reach to the left, below other levels, not into another interval."""
        ends: list[int] = []
        reached = [0] * len(self.rows)
        for i in range(len(self.pencils)):
            end = (ends[-1] if ends else 0) + gap + max(1, *(len(row[i][0]) for row in self.rows))
            end = max([end, *(reached[j] + 1 + len(row[i][1]) for j, row in enumerate(self.rows) if row[i][1])])
            reached = [end if row[i][1] else before for row, before in zip(self.rows, reached, strict=True)]
            ends.append(end)
        return ends

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
        shown = 1
        while first + shown < len(pencils):
            if Levels(pencils[first : first + shown + 1], pen, 2).width + width > pen.columns:
                break
            shown += 1
        part = Levels(pencils[first : first + shown], pen, 2)
        yield ""
        yield pen.line([(" " * width, ""), *part.head()])
        for j, lines in enumerate(names):
            for line in range(max(len(lines), part.height(j))):
                name = lines[line] if line < len(lines) else ""
                yield pen.line([(pad(name, width), ""), *part.line(j, line)])
        first += shown


def _figures(point: Point, pen: Pen) -> tuple[str, str]:
    """A level and its interval."""
    value = figure(point.value, pen)
    if point.value is None or point.low is None or point.high is None:
        return value, ""
    between = pen.glyphs.dash if point.low >= 0 and not pen.ascii else ".."
    return value, f"{figure(point.low, pen)}{between}{figure(point.high, pen)}"


def figure(value: float | None, pen: Pen) -> str:
    """A level in at most nine cells, a dash where it is unknown."""
    if value is None:
        return pen.glyphs.dash
    shown = show_level(value)
    return shown if cells(shown) <= 8 else f"{value:.2e}"
