"""Markdown: every block as a headed table or text, readable as it stands and on any site that shows Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.blocks import Block, Curves, Grid, Prose, Table
from bluecanvas.renderers import Look
from bluecanvas.renderers._key import key
from bluecanvas.words import show_level
from bluecanvas.words.markdown import escape, table


def render(blocks: Sequence[Block], look: Look) -> bytes:  # noqa: ARG001 - one signature for every medium
    """The blocks one after another, each under its title."""
    return "\n".join(f"{_joined(_parts(block))}\n" for block in blocks).encode()


def body(block: Block) -> str:
    """What a block holds, without its title, subtitle and note."""
    if isinstance(block, Prose):
        return _joined([escape(text) for text in block.paragraphs])
    return _joined([_table(block), _key(block) if isinstance(block, Curves) else ""])


def _parts(block: Block) -> list[str]:
    under = block.subtitle if isinstance(block, (Curves, Grid)) else ""
    note = " · ".join(filter(str.strip, (block.dated, block.note))) if isinstance(block, Curves) else ""
    return [f"## {escape(block.title)}", _emphasised(under), body(block), _emphasised(note)]


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _table(block: Block) -> str:
    shown = _moves(block) if isinstance(block, Grid) else block.as_table()
    header, *rows = [[escape(text) for text in row] for row in (shown.header, *shown.rows)]
    return table(header, rows, shown.numeric)


def _moves(block: Grid) -> Table:
    """The grid with a row for each empty cell too, and without the columns that know nothing."""
    shown = block.as_table()
    rows: list[tuple[str, ...]] = []
    for cell in block.cells:
        rows += block._replace(cells=(cell,)).as_table().rows or ((cell.heading, "–", *[""] * 4, cell.empty),)
    kept = [at for at in range(len(shown.header)) if any(row[at] not in ("", "–") for row in rows)]
    return Table(
        shown.title,
        tuple(shown.header[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        frozenset(to for to, at in enumerate(kept) if at in shown.numeric),
        shown.language,
    )


def _key(block: Curves) -> str:
    """How to read the levels: the ends of the scale or its words, the price, which factors belong together."""
    ends = ((block.low, block.low_word), (block.high, block.high_word)) if not block.words else ()
    bare = block._replace(date="", note="", shifts=())  # which stand in the table
    return escape(" · ".join((*(f"{show_level(level, block.language)} = {word}" for level, word in ends), *key(bare))))


def _emphasised(text: str) -> str:
    return f"*{escape(text)}*" if text.strip() else ""
