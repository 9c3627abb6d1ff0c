"""JSON: the blocks as plain data, for other programs to draw."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from bluecanvas.blocks import Block, Table
from bluecanvas.renderers import Look
from bluecanvas.words import label


def render(blocks: Sequence[Block], look: Look) -> bytes:  # noqa: ARG001 - one signature for every medium
    """Every block with its shape's name, its fields in their order and what it says in words."""
    shown = {
        "version": 1,
        "blocks": [
            {"shape": type(block).__name__.lower(), **_plain(_pointed(block)), "alt": block.alt()} for block in blocks
        ],
    }
    return (json.dumps(shown, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def _pointed(block: Block) -> Block:
    """The block, the numbers of a table with a point before their decimals, whatever its language has there."""
    if not isinstance(block, Table):
        return block
    decimals = re.compile(rf"(?<=[0-9]){re.escape(label('decimal', block.language))}(?=[0-9])")
    rows = (
        tuple(decimals.sub(".", text) if k in block.numeric else text for k, text in enumerate(row))
        for row in block.rows
    )
    return block._replace(rows=tuple(rows))


def _plain(value: Any) -> Any:
    """A value of a block as JSON has it."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
