"""Documents: what a template says, as pieces of meaning that every medium with pages or sheets can set."""

from __future__ import annotations

from typing import TypeAlias

from bluecanvas.blocks import Block
from bluecanvas.named import NamedTuple


class Run(NamedTuple):
    """Some text of one look; `link` is the address it leads to, on the web."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    struck: bool = False
    link: str = ""


Runs: TypeAlias = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading, 1 the highest of six levels."""

    level: int
    runs: Runs


class Paragraph(NamedTuple):
    """A paragraph; where a line is to end in it, a run's text has a line feed."""

    runs: Runs


class Listing(NamedTuple):
    """A list: each item holds pieces, lists within it among them; `start` is the first number where it is ordered."""

    items: tuple[tuple[Piece, ...], ...]
    ordered: bool = False
    start: int = 1


class Quote(NamedTuple):
    """What is set apart as said by somebody."""

    pieces: tuple[Piece, ...]


class Code(NamedTuple):
    """Lines to be shown as they are."""

    text: str


class Rows(NamedTuple):
    """A table that the template wrote itself; `numeric` columns are set flush right."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    numeric: frozenset[int] = frozenset()


class Shown(NamedTuple):
    """A block of the canvas at its place: as a picture or native chart, else as the table or text that it is."""

    block: Block
    picture: bool
    alt: str = ""
    """What the picture shows in words."""


class Rule(NamedTuple):
    """A line across; in a presentation, the next slide."""


class Notes(NamedTuple):
    """What the speaker has beside the slide; other media leave it out."""

    pieces: tuple[Piece, ...]


Piece: TypeAlias = Heading | Paragraph | Listing | Quote | Code | Rows | Shown | Rule | Notes


class Logo(NamedTuple):
    """A picture that stands small on every page: PNG or JPEG."""

    name: str
    data: bytes


class Document(NamedTuple):
    """A whole document, in one language (BCP 47)."""

    title: str
    language: str
    pieces: tuple[Piece, ...]
    author: str = ""
    date: str = ""
    """As it is to be read."""
    footer: str = ""
    """What stands on every page: for whom it is, that it is confidential."""
    logo: Logo | None = None


class Slide(NamedTuple):
    """A slide: its title, what stands on it, and what the speaker has beside it."""

    title: Runs
    level: int
    """The level of its heading; 0 where it has none."""
    pieces: tuple[Piece, ...]
    notes: tuple[Piece, ...] = ()


def slides(document: Document) -> tuple[Slide, ...]:
    """The slides of a document: headings of the first two levels and rules start one; what is empty is none."""
    made: list[Slide] = []
    title, level, pieces, notes = (), 0, [], []  # type: Runs, int, list[Piece], list[Piece]

    def end() -> None:
        if title or pieces or notes:
            made.append(Slide(title, level, tuple(pieces), tuple(notes)))

    for piece in document.pieces:
        if isinstance(piece, Rule) or (isinstance(piece, Heading) and piece.level <= 2):
            end()
            title, level = (piece.runs, piece.level) if isinstance(piece, Heading) else ((), 0)
            pieces, notes = [], []
        elif isinstance(piece, Notes):
            notes += piece.pieces
        else:
            pieces.append(piece)
    end()
    return tuple(made)


def plain(runs: Runs) -> str:
    """Runs as plain text."""
    return "".join(run.text for run in runs)
