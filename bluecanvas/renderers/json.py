"""JSON: the blocks as plain data, for other programs to draw."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from bluecanvas.blocks import Block
from bluecanvas.renderers import Look


def render(blocks: Sequence[Block], look: Look) -> bytes:  # noqa: ARG001 - one signature for every medium
    """Every block with its shape's name, its fields in their order and what it says in words."""
    shown = {
        "version": 1,
        "blocks": [{"shape": type(block).__name__.lower(), **_plain(block), "alt": block.alt()} for block in blocks],
    }
    return (json.dumps(shown, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def _plain(value: Any) -> Any:
    """A value of a block as JSON has it."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
