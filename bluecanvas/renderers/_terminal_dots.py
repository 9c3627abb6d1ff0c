"""A field of terminal cells for curves to run down: braille dots, two by four a cell, or ASCII strokes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from bluecanvas.renderers._terminal_pen import Span

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of a dot in a braille character, by row and column."""


class Stroke(Enum):
    """How a curve's line is drawn, so that curves differ without colour: every how many dots how many are set."""

    SOLID = (1, 1)
    DASHED = (7, 4)
    DOTTED = (2, 1)


_TYPED = {Stroke.SOLID: ("=", "|", 1), Stroke.DASHED: ("-", "!", 3), Stroke.DOTTED: (".", ":", 2)}
"""In ASCII: the character of a slope, of an upright, and every how many cells one is left out."""


class Field:
    """Cells by row and column; each belongs to the curve that wrote there last."""

    def __init__(self, width: int, height: int, ascii: bool) -> None:
        self.width, self.height, self.ascii = width, height, ascii
        self._dots = [[0] * width for _ in range(height)]
        self._chars = [[" "] * width for _ in range(height)]
        self._styles = [[""] * width for _ in range(height)]

    def put(self, row: int, column: int, text: str, style: str) -> None:
        """Narrow characters from a cell rightwards, over whatever stood there."""
        for at, char in enumerate(text, column):
            if 0 <= at < self.width:
                self._dots[row][at] = 0
                self._chars[row][at] = char
                self._styles[row][at] = style

    def line(self, start: tuple[int, int], end: tuple[int, int], stroke: Stroke, style: str) -> None:
        """A stroke from the middle of one cell to the middle of another, both (row, column), downwards.

        A solid one is two dots thick and takes the cells it crosses; the others share theirs.
        """
        if self.ascii:
            self._typed(start, end, stroke, style)
            return
        y0, x0, y1, x1 = start[0] * 4 + 1, start[1] * 2, end[0] * 4 + 1, end[1] * 2
        steps = max(y1 - y0, abs(x1 - x0))
        cycle, on = stroke.value
        steep = y1 - y0 >= abs(x1 - x0)
        for step in range(steps + 1):
            if step % cycle >= on:
                continue
            x = x0 + (2 * (x1 - x0) * step + steps) // (2 * steps)
            y = y0 + (2 * (y1 - y0) * step + steps) // (2 * steps)
            self._dot(y, x, stroke, style)
            if stroke is Stroke.SOLID:
                self._dot(*((y, x + 1) if steep else (y + 1, x)), stroke, style)

    def _dot(self, y: int, x: int, stroke: Stroke, style: str) -> None:
        row, column = y // 4, x // 2
        if not (0 <= row < self.height and 0 <= column < self.width):
            return
        if stroke is Stroke.SOLID and self._styles[row][column] != style:
            self._dots[row][column] = 0
        self._dots[row][column] |= _BITS[y % 4][x % 2]
        self._styles[row][column] = style

    def _typed(self, start: tuple[int, int], end: tuple[int, int], stroke: Stroke, style: str) -> None:
        """The same in ASCII, in the rows between the two cells."""
        rows = end[0] - start[0] - 1
        across = end[1] - start[1]
        fill, upright, beat = _TYPED[stroke]
        for at in range(rows):
            here, there = (start[1] + round(across * part / rows) for part in (at, at + 1))
            first, last = min(here, there), max(here, there)
            text = "".join(fill if (n % beat) < max(1, beat - 1) else " " for n in range(last - first + 1))
            if first == last:
                text = upright
            elif stroke is Stroke.SOLID:
                text = f"\\{text[2:]}\\" if there > here else f"/{text[2:]}/"
            for column, char in enumerate(text, first):
                if char != " ":
                    self.put(start[0] + 1 + at, column, char, style)

    def row(self, row: int) -> list[Span]:
        """A row as spans, one a run of cells of the same style."""
        spans: list[Span] = []
        for dots, char, style in zip(self._dots[row], self._chars[row], self._styles[row], strict=True):
            shown = chr(0x2800 + dots) if dots else char
            if spans and spans[-1][1] == style:
                spans[-1] = (spans[-1][0] + shown, style)
            else:
                spans.append((shown, style))
        return spans


def places(targets: Sequence[float], weights: Sequence[float], width: int) -> list[int]:
    """A cell for each target, in their order and none twice, as near to the targets as their weights ask.

    `targets` ascend, in cells; where there are more than `width` the last ones share the last cell.
    """
    runs: list[list[float]] = []  # first cell, how many, sum of weights, weighted sum of the first cell each one wants
    for target, weight in zip(targets, weights, strict=True):
        runs.append([0.0, 1.0, weight, weight * target])
        _settle(runs[-1], width)
        while len(runs) > 1 and runs[-2][0] + runs[-2][1] > runs[-1][0]:
            _, count, total, wanted = runs.pop()
            last = runs[-1]
            last[3] += wanted - total * last[1]
            last[1] += count
            last[2] += total
            _settle(last, width)
    return [min(width - 1, int(first) + at) for first, count, _, _ in runs for at in range(int(count))]


def _settle(run: list[float], width: int) -> None:
    run[0] = float(max(0, min(width - int(run[1]), round(run[3] / run[2]))))
