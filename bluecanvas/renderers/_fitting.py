"""Text made to fit: wrapped, balanced and clipped by measured widths, and boxes moved apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bluecanvas.renderers._scene import Measure, Text

_NARROW = 0.15
"""No letter worth counting is narrower, in sizes: what has more characters than that allows does not fit a line."""
_LEADING = 1.08
"""The distance of two lines, in heights of a line."""
_NO_START = "，。、：；！？）」』】》〉〕％・ー…,.!?:;)]}%”’ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_NO_END = "（「『【《〈〔([{“‘"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one size and weight, with their measured extent."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    line_height: float
    size: float
    bold: bool

    @property
    def width(self) -> float:
        """The widest line's."""
        return max(self.widths, default=0.0)

    @property
    def height(self) -> float:
        """From the first line's top to the last one's bottom; none where there are no lines."""
        return (1 + _LEADING * (len(self.lines) - 1)) * self.line_height if self.lines else 0.0

    def at(self, x: float, y: float, colour: str, align: float = 0.0) -> list[Text]:
        """Set from a top edge down; `align` 0 begins the lines at x, 0.5 centres them, 1 ends them there."""
        return [
            Text(
                line,
                x - align * width,
                y + k * _LEADING * self.line_height,
                width,
                self.line_height,
                self.size,
                colour,
                self.bold,
            )
            for k, (line, width) in enumerate(zip(self.lines, self.widths, strict=True))
        ]


def paragraph(
    text: str, measure: Measure, size: float, width: float, most: int = 1, bold: bool = False, balanced: bool = False
) -> Paragraph:
    """A text in at most so many lines no wider than `width`, the last one clipped with an ellipsis.

    Balanced, the lines are about as long as each other. An empty text has no lines.
    """
    text = text.strip()
    longest = _most(width, size)
    if len(text) > most * longest:
        text = text[: most * longest] + "…"

    def fits(bit: str) -> bool:
        return len(bit) <= longest and measure(bit.rstrip(), size, bold)[0] <= width

    pieces = [
        (piece, measure(piece, size, bold)[0] if len(piece) <= longest else 2 * width) for piece in _pieces(text, fits)
    ]
    lines = _fill(pieces, width, measure, size, bold)
    if len(lines) > most:
        rest = text[_consumed(text, lines[: most - 1]) :].lstrip()
        lines = [*lines[: most - 1], clip(rest, measure, size, width, bold)]
    elif balanced and len(lines) > 1:
        low, high = width / len(lines) / 2, width
        for _ in range(7):
            middle = (low + high) / 2
            narrow = _fill(pieces, middle, measure, size, bold)
            if len(narrow) <= len(lines) and not _broken(narrow, pieces):
                lines, high = narrow, middle
            else:
                low = middle
    # Lines are put together from measured pieces; measured whole, a line may be a hair wider.
    shown = tuple(
        line if measure(line, size, bold)[0] <= width else clip(line, measure, size, width, bold) for line in lines
    )
    return Paragraph(
        shown, tuple(measure(line, size, bold)[0] for line in shown), measure("x", size, bold)[1], size, bold
    )


def clip(text: str, measure: Measure, size: float, width: float, bold: bool = False) -> str:
    """The text cut to a width, with an ellipsis where something was cut."""
    return _cut(text, measure, size, width, bold, "…")


def longest_piece(text: str, measure: Measure, size: float, bold: bool = False, apart: bool = False) -> float:
    """The width of the longest word, or of what is left of it when it is broken at hyphens and slashes."""
    pieces = _pieces(text[:400], _never if apart else bool)
    return max((measure(piece.rstrip()[:60], size, bold)[0] for piece in pieces), default=0.0)


def apart(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Centres for boxes that want to be at `wanted`, in that order, touching nowhere and moved as little as can be.

    All boxes lie between `low` and `high` where there is room for them; else they run over the high end.
    """
    order = sorted(range(len(wanted)), key=lambda k: wanted[k])
    runs: list[tuple[float, float, list[int]]] = []  # top, height, members
    for k in order:
        top, height, members = wanted[k] - heights[k] / 2, heights[k], [k]
        while runs and top < runs[-1][0] + runs[-1][1]:
            above_top, above_height, above = runs.pop()
            # The joined run goes where its members on average want to be.
            weight, other = len(above), len(members)
            top = (above_top * weight + (top - above_height) * other) / (weight + other)
            height, members = above_height + height, above + members
        runs.append((top, height, members))
    placed: list[tuple[float, float, list[int]]] = []
    floor = low
    for top, height, members in runs:
        placed.append((max(top, floor), height, members))
        floor = placed[-1][0] + height
    ceiling = high
    for k in range(len(placed) - 1, -1, -1):
        top, height, members = placed[k]
        top = min(top, ceiling - height)
        placed[k], ceiling = (top, height, members), top
    centres = [0.0] * len(wanted)
    shift = max(0.0, low - placed[0][0]) if placed else 0.0
    for top, _, members in placed:
        at = top + shift
        for k in members:
            centres[k] = at + heights[k] / 2
            at += heights[k]
    return centres


def _fill(pieces: Sequence[tuple[str, float]], width: float, measure: Measure, size: float, bold: bool) -> list[str]:
    """Lines filled with pieces one after the other; a piece wider than a line is broken where it must."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece, piece_width in pieces:
        bare = piece.rstrip()
        if used + (piece_width if bare == piece else measure(bare, size, bold)[0]) <= width or not bare:
            line, used = line + piece, used + piece_width
            continue
        if line.strip():
            lines.append(line.rstrip())
        line, used = piece, piece_width
        while len(line) > 1 and (head := _cut(line.rstrip(), measure, size, width, bold)) != line.rstrip():
            head = head or line[0]
            lines.append(head)
            line = line[len(head) :]
            used = width if len(line) > _most(width, size) else measure(line, size, bold)[0]
    return [*lines, line.rstrip()] if line.strip() else lines


def _cut(text: str, measure: Measure, size: float, width: float, bold: bool, mark: str = "") -> str:
    """As much of a text as fits a width, followed by a mark where that is not all of it."""
    longest = _most(width, size)
    if len(text) <= longest and measure(text, size, bold)[0] <= width:
        return text
    low, high = 0, min(len(text), longest)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + mark, size, bold)[0] <= width:
            low = middle
        else:
            high = middle - 1
    while 0 < low < len(text) and _joins(text[low]):
        low -= 1
    return text[:low].rstrip() + mark


def _never(_: str) -> bool:
    return False


def _most(width: float, size: float) -> int:
    """More characters than a line of a width can hold, or than anybody reads in one."""
    return min(400, int(width / (_NARROW * size)) + 4)


def _broken(lines: Sequence[str], pieces: Sequence[tuple[str, float]]) -> bool:
    """Whether some word is broken: a line ends inside a piece."""
    ends, length = set(), 0
    for piece, _ in pieces:
        length += len(piece.replace(" ", ""))
        ends.add(length)
    at = 0
    for line in lines:
        at += len(line.replace(" ", ""))
        if at not in ends:
            return True
    return False


def _consumed(text: str, lines: Sequence[str]) -> int:
    """How far into the text the lines reach."""
    at = 0
    for line in lines:
        at = text.index(line, at) + len(line)
    return at


def _pieces(text: str, fits: Callable[[str], bool] = bool) -> list[str]:
    """The text cut where a line may end: after spaces and between East Asian characters.

    A piece that does not fit a line is cut after hyphens and slashes as well.
    """
    pieces: list[str] = []
    start = 0
    for k in range(1, len(text)):
        before, after = text[k - 1], text[k]
        if after in " =" or _joins(after) or after in _NO_START or before in _NO_END or text[max(0, k - 2) : k] == "= ":
            continue
        if before == " " or _is_wide(before) or _is_wide(after):
            pieces.append(text[start:k])
            start = k
    whole = [*pieces, text[start:]] if text else []
    return [bit for piece in whole for bit in ([piece] if fits(piece) else _JOINT.split(piece)) if bit]


_JOINT = re.compile(r"(?<=[ \-–/])(?! |(?<=\d[\-–/])\d)")
"""Where a long word may be broken: not in a date or a range."""


def _is_wide(char: str) -> bool:
    return char >= "\u1100" and unicodedata.east_asian_width(char) in "WF"


def _joins(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return char >= "\u0300" and (
        unicodedata.combining(char) != 0 or char == "\u200d" or unicodedata.category(char) == "Mn"
    )
