"""A field of terminal cells for curves to run down: braille dots, two by four a cell, or ASCII strokes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

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
        takes, height, width = stroke is Stroke.SOLID, self.height, self.width
        for down, right, dots in _cells_crossed(end[0] - start[0], end[1] - start[1], stroke):
            row, column = start[0] + down, start[1] + right
            if 0 <= row < height and 0 <= column < width:
                styles = self._styles[row]
                if takes and styles[column] != style:
                    self._dots[row][column] = dots
                else:
                    self._dots[row][column] |= dots
                styles[column] = style

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


@lru_cache(maxsize=4096)
def _cells_crossed(down: int, right: int, stroke: Stroke) -> tuple[tuple[int, int, int], ...]:
    """The cells that a stroke to so many rows further down and columns to the right sets dots in, and which dots."""
    high, wide = 4 * down, 2 * right
    steps = max(high, abs(wide))
    cycle, on = stroke.value
    crossed: dict[tuple[int, int], int] = {}
    for step in range(steps + 1):
        if step % cycle >= on:
            continue
        x, y = (2 * wide * step + steps) // (2 * steps), 1 + (2 * high * step + steps) // (2 * steps)
        beside = ((y, x + 1) if high >= abs(wide) else (y + 1, x),) if stroke is Stroke.SOLID else ()
        for at_y, at_x in ((y, x), *beside):
            cell = at_y // 4, at_x // 2
            crossed[cell] = crossed.get(cell, 0) | _BITS[at_y % 4][at_x % 2]
    return tuple([(*cell, dots) for cell, dots in crossed.items()])


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
