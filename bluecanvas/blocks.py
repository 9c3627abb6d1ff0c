"""Blocks: what there is to show, as shapes of meaning that every renderer can draw and all can read as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable

from bluecanvas.words import clip, show_gap, show_level

_MOST_SAID = 60
"""Cells of a name in a text that is read aloud."""


@runtime_checkable
class Block(Protocol):
    """Something to show; `title` heads it, `language` (BCP 47) picks the typeface and the words."""

    @property
    def title(self) -> str:
        """What stands above it."""

    @property
    def language(self) -> str:
        """The language its texts are in."""

    def as_table(self) -> Table:
        """The same content as rows and columns, losing nothing but the drawing."""

    def alt(self) -> str:
        """One paragraph that says what the picture shows, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns of text; `numeric` columns are set flush right."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    language: str = "en"

    def as_table(self) -> Table:
        """Itself."""
        return self

    def alt(self) -> str:
        """Its title and its size."""
        return f"{self.title}: {len(self.rows)} × {len(self.header)}"


class Style(StrEnum):
    """How a curve stands in the picture."""

    OURS = "ours"
    AS_IS = "as-is"
    OPTION = "option"
    RIVAL = "rival"
    ALTERNATIVE = "alternative"
    INDUSTRY = "industry"
    OTHER = "other"


class Axis(NamedTuple):
    """One competing factor on the x axis."""

    id: str
    name: str
    price: bool = False
    burden: bool = False
    created: bool = False


class Point(NamedTuple):
    """A level on the canvas's scale, None where it is unknown, with its interval where one is known."""

    value: float | None
    low: float | None = None
    high: float | None = None


class Line(NamedTuple):
    """One value curve: a point a factor, in the order of the axes."""

    id: str
    name: str
    style: Style
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Curves:
    """Value curves over competing factors: the strategy canvas itself."""

    title: str
    axes: tuple[Axis, ...]
    lines: tuple[Line, ...]
    low: float = 0.0
    high: float = 10.0
    low_word: str = "low"
    high_word: str = "high"
    words: tuple[tuple[float, str], ...] = ()
    """Words at levels of the scale, lowest first."""
    subtitle: str = ""
    """The tagline."""
    date: str = ""
    note: str = ""
    """A line below the picture: where the levels come from."""
    factor_word: str = "Factor"
    unknown_word: str = "unknown"
    price_word: str = "price: high = expensive"
    burden_word: str = "less is better"
    """What stands with the other factors of which more costs the buyer."""
    created_word: str = "created"
    """What stands over the factors no rival offers."""
    language: str = "en"

    def as_table(self) -> Table:
        """A row a factor, a column a curve; intervals in brackets, unknown levels as a dash."""
        rows = tuple(
            (axis.name, *(show_point(line.points[j]) for line in self.lines)) for j, axis in enumerate(self.axes)
        )
        header = (self.factor_word, *(line.name for line in self.lines))
        return Table(self.title, header, rows, frozenset(range(1, len(header))), self.language)

    def alt(self) -> str:
        """Every curve's levels in words, factor by factor."""
        said = [self.title]
        for line in self.lines:
            levels = ", ".join(
                f"{clip(axis.name, _MOST_SAID)} {show_level(point.value) if point.value is not None else self.unknown_word}"
                for axis, point in zip(self.axes, line.points, strict=True)
            )
            said.append(f"{line.name}: {levels}")
        return ". ".join(said) + "."


class Move(NamedTuple):
    """One factor's move in an ERRC grid: from which level to which, against what, and why."""

    name: str
    start: float | None
    """The level it starts from: our as-is, or None where there is none."""
    target: float | None
    baseline: float | None
    """What the move is held against: the rivals' mean, or the curve or group named by `vs`."""
    versus: str
    """The name of that baseline."""
    why: str = ""
    detail: str = ""
    """Owner and date, where given."""


class Cell(NamedTuple):
    """One quarter of the grid: its heading and its moves, or why it is empty."""

    action: str
    """eliminate, reduce, raise or create."""
    heading: str
    moves: tuple[Move, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The eliminate–reduce–raise–create grid of one option."""

    title: str
    cells: tuple[Cell, ...]
    """Four, in the order eliminate, reduce, raise, create."""
    columns: tuple[str, ...] = ("Action", "Factor", "From", "To", "Against", "Gap", "Why")
    """The headings of the grid as a table."""
    gap_word: str = "gap"
    versus_word: str = "vs"
    language: str = "en"
    subtitle: str = ""

    def as_table(self) -> Table:
        """A row a move, and one for every empty cell with the reason it is empty."""
        rows = tuple(row for cell in self.cells for row in _grid_rows(cell))
        return Table(self.title, self.columns, rows, frozenset({2, 3, 5}), self.language)

    def alt(self) -> str:
        """Each cell with its factors."""
        cells = (
            f"{cell.heading}: {', '.join(move.name for move in cell.moves) or cell.empty or '–'}" for cell in self.cells
        )
        return f"{self.title}. {'. '.join(cells)}."


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of plain text under a heading."""

    title: str
    paragraphs: tuple[str, ...]
    language: str = "en"

    def as_table(self) -> Table:
        """A row a paragraph."""
        return Table(self.title, (self.title,), tuple((text,) for text in self.paragraphs), language=self.language)

    def alt(self) -> str:
        """The text itself."""
        return " ".join((self.title, *self.paragraphs))


def _grid_rows(cell: Cell) -> tuple[tuple[str, ...], ...]:
    if not cell.moves:
        return ((cell.heading, "–", "", "", "", "", cell.empty),)
    return tuple(
        (
            cell.heading,
            move.name,
            show_level(move.start),
            show_level(move.target),
            f"{move.versus} {show_level(move.baseline)}".strip(),
            show_gap(move.target, move.baseline),
            "; ".join(part for part in (move.why, move.detail) if part),
        )
        for move in cell.moves
    )


SHAPES: Sequence[type] = (Curves, Grid, Table, Prose)
"""Every shape of block there is; tests hold each against every renderer."""


def show_point(point: Point) -> str:
    """A level with its interval in brackets where it has one."""
    if point.low is None or point.high is None or point.value is None:
        return show_level(point.value)
    return f"{show_level(point.value)} [{show_level(point.low)}, {show_level(point.high)}]"
