"""What is shown where a slide has no room for all of it: lighter versions, and what the speaker has of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from bluecanvas.blocks import Block, Cell, Grid, Mark, Move, Scorecard
from bluecanvas.words import label, show_level


class Version(IntEnum):
    """How much of a grid and of verdicts is shown; curves and tables are shown whole."""

    WHOLE = 0
    UNEXPLAINED = 1
    """Moves without their reasons, verdicts on the first curve alone."""
    BARE = 2
    """Moves without what they are held against, too."""
    JOINED = 3
    """All moves of a quarter in one text."""


def lighter(block: Block, version: Version) -> Block:
    """A block as it is shown in a version."""
    if isinstance(block, Scorecard) and version:
        return block._replace(marks=tuple(mark for mark in block.marks if not _on_another(mark, block)))
    if isinstance(block, Grid) and version:
        return block._replace(cells=tuple(_cell(cell, version, block.language) for cell in block.cells))
    return block


def left_out(block: Block, version: Version) -> int:
    """How many verdicts a version does not show."""
    return sum(_on_another(mark, block) for mark in block.marks) if isinstance(block, Scorecard) and version else 0


def told(block: Block, version: Version) -> Iterator[str]:
    """What the speaker has of a block that is not shown whole, a line a row of its table."""
    if lighter(block, version) != block:
        shown = block
        if isinstance(block, Scorecard):
            shown = block._replace(marks=tuple(mark for mark in block.marks if _on_another(mark, block)))
        table = shown.as_table()
        yield from (" · ".join(filter(str.strip, row)) for row in (table.header, *table.rows))


def _cell(cell: Cell, version: Version, language: str) -> Cell:
    """A quarter of a grid in a version."""
    bare = [move._replace(why="", detail="") for move in cell.moves]
    if version >= Version.BARE:
        bare = [move._replace(baseline=None) for move in bare]
    if version is Version.JOINED and bare:
        said = label("semicolon", language).join(_said(move, language) for move in bare)
        bare = [bare[0]._replace(name=said, start=None, target=None)]
    return cell._replace(moves=tuple(bare))


def _said(move: Move, language: str) -> str:
    """A move's name and levels."""
    ends = " → ".join(show_level(level, language) for level in (move.start, move.target) if level is not None)
    return f"{move.name} {ends}".strip()


def _on_another(mark: Mark, block: Scorecard) -> bool:
    """Whether a verdict is on another curve than the first, which is ours."""
    return mark.about != block.marks[0].about
