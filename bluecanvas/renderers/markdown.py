"""Markdown: every block as a headed table or text, readable as it stands and on any site that shows Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bluecanvas.blocks import Block, Curves, Grid, Prose, show_level
from bluecanvas.renderers import Look
from bluecanvas.renderers._markdown_text import escape, table


def render(blocks: Sequence[Block], look: Look) -> bytes:  # noqa: ARG001 - one signature for every medium
    """The blocks one after another, each under its title."""
    return "\n".join(f"## {escape(block.title)}\n\n{body(block)}\n" for block in blocks).encode()


def body(block: Block) -> str:
    """A block without its title."""
    if isinstance(block, Prose):
        return "\n\n".join(escape(text) for text in block.paragraphs)
    parts = [_emphasised(getattr(block, "subtitle", "")), _table(block)]
    if isinstance(block, Curves):
        parts += [_key(block), _emphasised(block.note)]
    return "\n\n".join(part for part in parts if part)


def _table(block: Block) -> str:
    shown = block.as_table()
    rows = shown.rows
    if isinstance(block, Grid):  # an empty cell has its say too
        rows = tuple(
            row
            for cell in block.cells
            for row in replace(block, cells=(cell,)).as_table().rows or ((cell.heading, "–", *[""] * 4, cell.empty),)
        )
    cells = [[escape(text) for text in row] for row in (shown.header, *rows)]
    return table(cells[0], cells[1:], shown.numeric)


def _key(block: Curves) -> str:
    """How to read the levels: the ends of the scale or its words, the price, what no rival offers."""
    ends = ((block.low, block.low_word), (block.high, block.high_word))
    said = [f"{show_level(level)} = {word}" for level, word in block.words or ends]
    if any(axis.price for axis in block.axes):
        said.append(block.price_word)
    created = [axis.name for axis in block.axes if axis.created]
    if created:
        said.append(f"{block.created_word}: {', '.join(created)}")
    return escape(" · ".join(said))


def _emphasised(text: str) -> str:
    return f"*{escape(text)}*" if text.strip() else ""
