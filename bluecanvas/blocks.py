"""Blocks: what there is to show, as shapes of meaning that every renderer can draw and all can read as a table.

One file, though a long one: this is the whole vocabulary between what is computed and what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, runtime_checkable

from bluecanvas.named import NamedTuple
from bluecanvas.words import clip, show_date, show_gap, show_level
from bluecanvas.words.labels import label

_MOST_SAID = 60
"""Cells of a name in a text that is read aloud."""
_UNSPACED = r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2}"
"""Two letters between which no word begins with a space: Han and kana; Korean has spaces."""


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


class Table(NamedTuple):
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
    importance: float | None = None
    part: str = ""
    """What stands over it and its neighbours of the same part, where factors are set out by parts."""


class Point(NamedTuple):
    """A level on the canvas's scale, None where it is unknown, with its interval where one is known."""

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    """How many answers it rests on."""
    evidence: tuple[int, ...] = ()
    """Positions of its sources in `Curves.sources`."""


class Line(NamedTuple):
    """One value curve: a point a factor, in the order of the axes."""

    id: str
    name: str
    style: Style
    points: tuple[Point, ...]
    role: str = ""
    """as-is, to-be, rival, …: whose curve it is; ours has one too."""
    share: float | None = None
    """Its weight in the rivals' mean."""
    highlighted: bool | None = None
    """True for a curve that stands out, False for those that step back from it."""

    @property
    def stands_out(self) -> bool:
        """Whether it is drawn beside the range of its group: where it is highlighted, or ours."""
        return bool(self.highlighted) or self.style is Style.OURS

    def called(self, unknown: str) -> str:
        """Its name with what is said beside it in brackets."""
        beside = self.beside(unknown)
        return f"{self.name} ({beside})" if beside else self.name

    def beside(self, unknown: str) -> str:
        """How many answers its levels rest on, or the word for levels that are all unknown; mostly nothing."""
        if all(point.value is None for point in self.points):
            return unknown
        counts = [point.n for point in self.points if point.n is not None]
        if not counts:
            return ""
        least, most = min(counts), max(counts)
        return f"n = {least if least == most else f'{least}–{most}'}"


class Band(NamedTuple):
    """Curves shown as the range of their levels: a strategic group."""

    name: str
    members: tuple[str, ...]
    """The ids of its curves."""


class Shift(NamedTuple):
    """Where an option takes a factor, from which level: an arrow along the scale."""

    axis: str
    """The factor's id."""
    action: str
    """eliminate, reduce, raise or create."""
    word: str
    """The action as it is called."""
    start: float | None
    target: float | None

    def __str__(self) -> str:
        """It in English numbers."""
        return self.said("en")

    def said(self, language: str) -> str:
        """The action and both levels: "Raise 4 → 8"."""
        ends = [show_level(level, language) for level in (self.start, self.target) if level is not None]
        return " ".join((self.word, " → ".join(ends))).strip()


class Curves(NamedTuple):
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
    step: float = 1.0
    """The distance of two levels that a person would tell apart."""
    sources: tuple[str, ...] = ()
    """What the levels rest on, once each."""
    existing_word: str = "existing"
    """What stands over the factors before the created ones."""
    move_word: str = "Move"
    derived: tuple[Line, ...] = ()
    """Curves worked out from the others, such as a mean: drawn as lines, but no player's."""
    bands: tuple[Band, ...] = ()
    shifts: tuple[Shift, ...] = ()

    @property
    def dated(self) -> str:
        """The date as its language writes it."""
        return show_date(self.date, self.language)

    def range_of(self, band: Band, factor: int) -> tuple[float, float] | None:
        """The lowest and the highest known level of a band's curves on a factor, by its position."""
        levels = (line.points[factor].value for line in self.lines if line.id in band.members)
        known = [level for level in levels if level is not None]
        return (min(known), max(known)) if known else None

    def as_table(self) -> Table:
        """A row a factor, a column a curve; intervals and answers in brackets, unknown levels as a dash."""
        speak = self.language
        moves = {shift.axis: shift.said(speak) for shift in self.shifts}
        rows = tuple(
            (
                axis.name,
                *(show_point(line.points[j], speak) for line in (*self.lines, *self.derived)),
                *(_show_range(self.range_of(band, j), speak) for band in self.bands),
                *([moves.get(axis.id, "")] if moves else ()),
            )
            for j, axis in enumerate(self.axes)
        )
        levels = (*(line.name for line in (*self.lines, *self.derived)), *(band.name for band in self.bands))
        header = (self.factor_word, *levels, *([self.move_word] if moves else ()))
        return Table(self.title, header, rows, frozenset(range(1, len(levels) + 1)), self.language)

    def alt(self) -> str:
        """Every curve's levels in words, factor by factor, each with its interval and its answers."""
        speak = self.language
        pause, colon = _between(speak), label("colon", speak)
        said = [self.title]
        names = [clip(axis.name, _MOST_SAID) for axis in self.axes]
        for line in (*self.lines, *self.derived):
            levels = pause.join(
                f"{name} {show_point(point, speak) if point.value is not None else self.unknown_word}"
                for name, point in zip(names, line.points, strict=True)
            )
            said.append(f"{line.name}{colon}{levels}")
        for band in self.bands:
            ranges = (f"{name} {_show_range(self.range_of(band, j), speak)}" for j, name in enumerate(names))
            said.append(f"{band.name}{colon}{pause.join(ranges)}")
        called = {axis.id: name for axis, name in zip(self.axes, names, strict=True)}
        said += [f"{called.get(shift.axis, shift.axis)}{colon}{shift.said(speak)}" for shift in self.shifts]
        return _sentences(said, speak)


class Facets(NamedTuple):
    """Value curves as small multiples: some of the curves at a time, on one scale and one axis of factors."""

    whole: Curves
    panels: tuple[tuple[str, ...], ...]
    """The ids of the curves of each."""
    parts: tuple[Curves, ...] = ()
    """Each plot in full, under its own title, where they differ in more than their curves: in levels, order, moves."""

    @property
    def title(self) -> str:
        """The title of the whole."""
        return self.whole.title

    @property
    def language(self) -> str:
        """The language of the whole."""
        return self.whole.language

    def as_table(self) -> Table:
        """All the curves beside each other."""
        return self.whole.as_table()

    def alt(self) -> str:
        """Every curve's levels in words, and what the plots are called."""
        called = label("semicolon", self.language).join(part.title for part in self.parts)
        said = (self.whole.alt(), called) if called else (self.whole.alt(),)
        return _sentences(said, self.language)

    def plots(self) -> tuple[Curves, ...]:
        """The plots as value curves: those given in full, else the whole with the curves of each alone."""

        def of(lines: tuple[Line, ...], panel: tuple[str, ...]) -> tuple[Line, ...]:
            return tuple(line for line in lines if line.id in panel)

        whole = self.whole
        return self.parts or tuple(
            whole._replace(
                lines=of(whole.lines, panel),
                derived=of(whole.derived, panel),
                bands=tuple(band for band in whole.bands if set(band.members) <= set(panel)),
            )
            for panel in self.panels
        )

    def pages(self) -> tuple[Curves, ...]:
        """The plots, each to stand alone: under the title of the whole, its own in place of the tagline."""
        whole = self.whole
        if not self.parts:
            return self.plots()
        return tuple(
            part._replace(title=whole.title, subtitle=part.title, date=whole.date, note=whole.note)
            for part in self.parts
        )


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


class Grid(NamedTuple):
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
    ends: tuple[float, float] | None = None
    """The ends of the scale; None where they are those of the levels."""

    def versus(self, move: Move) -> str:
        """What a move is held against, in words: with a space between them unless their script has none."""
        name = move.versus.strip()
        around = self.versus_word[-1:] + name[:1]
        tight = not around.isascii() and re.fullmatch(_UNSPACED, around)
        return f"{self.versus_word}{'' if tight else ' '}{name}".strip() if name else ""

    def as_table(self) -> Table:
        """A row a move, and one for every empty cell with the reason it is empty."""
        rows = tuple(row for cell in self.cells for row in _grid_rows(cell, self.language))
        return Table(self.title, self.columns, rows, frozenset({2, 3, 5}), self.language)

    def alt(self) -> str:
        """Each cell with its factors."""
        comma, colon = label("comma", self.language), label("colon", self.language)
        cells = [
            f"{cell.heading}{colon}{comma.join(move.name for move in cell.moves) or cell.empty or '–'}"
            for cell in self.cells
        ]
        return _sentences([self.title, *cells], self.language)


class Gauge(NamedTuple):
    """A figure against its threshold, to be drawn small."""

    name: str
    value: float
    bar: float
    at_least: bool = True
    """Whether the bar or more is asked for; else the bar or less."""
    low: float = 0.0
    high: float = 1.0
    said: str = ""
    """The figure beside its threshold: "gap 0.35 ≥ 0.20"."""


class Mark(NamedTuple):
    """One verdict: about what, with which figures, and why."""

    reading: str
    about: str
    """The curve that is judged."""
    verdict: str
    fires: bool
    """Whether the verdict speaks against the curve."""
    gauges: tuple[Gauge, ...]
    why: str


class Scorecard(NamedTuple):
    """Verdicts, each with its figures against their thresholds and the reason for it."""

    title: str
    marks: tuple[Mark, ...]
    columns: tuple[str, str, str, str, str] = ("Reading", "Curve", "Verdict", "Figures", "Why")
    language: str = "en"

    def as_table(self) -> Table:
        """A row a verdict."""
        pause = _between(self.language)
        rows = tuple(
            (mark.reading, mark.about, mark.verdict, pause.join(gauge.said for gauge in mark.gauges), mark.why)
            for mark in self.marks
        )
        return Table(self.title, self.columns, rows, language=self.language)

    def alt(self) -> str:
        """Each verdict with its reason."""
        pause, colon = label("pause", self.language), label("colon", self.language)
        said = [self.title]
        for mark in self.marks:
            said += [f"{mark.about}{pause}{mark.reading}{colon}{mark.verdict}", *([mark.why] if mark.why else [])]
        return _sentences(said, self.language)


class Prose(NamedTuple):
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


def _between(language: str) -> str:
    """What stands between numbers with their names: a comma, unless commas stand before decimals."""
    return label("semicolon" if label("decimal", language) == "," else "comma", language)


def _sentences(said: Sequence[str], language: str) -> str:
    """Sentences one after the other, each with the stop of its language behind it."""
    stop = label("stop", language)
    return stop.join([one.rstrip(".。") for one in said]) + stop.rstrip()


def _grid_rows(cell: Cell, speak: str) -> tuple[tuple[str, ...], ...]:
    if not cell.moves:
        return ((cell.heading, "–", "", "", "", "", cell.empty),)
    semicolon = label("semicolon", speak)
    return tuple(
        (
            cell.heading,
            move.name,
            show_level(move.start, speak),
            show_level(move.target, speak),
            f"{move.versus} {show_level(move.baseline, speak)}".strip(),
            show_gap(move.target, move.baseline, speak),
            semicolon.join(part for part in (move.why, move.detail) if part),
        )
        for move in cell.moves
    )


SHAPES: Sequence[type] = (Curves, Facets, Grid, Scorecard, Table, Prose)
"""Every shape of block there is; tests hold each against every renderer."""


def show_point(point: Point, language: str = "en") -> str:
    """A level, with its interval and the number of answers behind it in brackets where they are known."""
    if point.value is None:
        return show_level(None)
    said = []
    if point.low is not None and point.high is not None:
        said.append(_show_ends(point.low, point.high, language))
    if point.n is not None:
        said.append(f"n = {point.n}")
    return show_level(point.value, language) + (f" [{'; '.join(said)}]" if said else "")


def _show_range(ends: tuple[float, float] | None, language: str) -> str:
    """A range of levels as an interval is shown, one level where its ends meet, a dash where nothing is known."""
    if ends is None or ends[0] == ends[1]:
        return show_level(None if ends is None else ends[0], language)
    return f"[{_show_ends(*ends, language)}]"


def _show_ends(low: float, high: float, language: str) -> str:
    """Two levels with a comma between them, a semicolon where commas stand before decimals."""
    between = "; " if label("decimal", language) == "," else ", "
    return f"{show_level(low, language)}{between}{show_level(high, language)}"
