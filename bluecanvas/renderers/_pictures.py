"""Blocks as scenes: their texts made readable, their typefaces found, and the layout their shape asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from bluecanvas.blocks import Block, Curves, Grid, Prose
from bluecanvas.errors import CallError
from bluecanvas.fonts import faces, readable
from bluecanvas.renderers import Look, _layout_curves, _layout_grid, _layout_prose, _layout_table
from bluecanvas.renderers._matplotlib import Typesetter
from bluecanvas.renderers._palette import palette
from bluecanvas.renderers._scene import Scene

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Picture:
    """A block laid out, with what measures and draws its letters."""

    block: Block
    scene: Scene
    type_: Typesetter


def pictures(blocks: Sequence[Block], look: Look) -> list[Picture]:
    """Every block's picture, all in the same typefaces; a given size is each one's own."""
    if not blocks:
        raise CallError("there is nothing to draw", "a picture needs at least one figure")
    size = _points(look.size)
    colours = palette(look.theme)
    type_ = Typesetter(faces("".join(_texts(blocks)), blocks[0].language))
    drawn = []
    for given in blocks:
        block = _readable(given, lambda text: readable(text, type_.faces.missing))
        if isinstance(block, Curves):
            scene = _layout_curves.layout(block, type_.measure, colours, size)
        elif isinstance(block, Grid):
            scene = _layout_grid.layout(block, type_.measure, colours, size)
        elif isinstance(block, Prose):
            scene = _layout_prose.layout(block, type_.measure, colours, size)
        else:
            scene = _layout_table.layout(block.as_table(), type_.measure, colours, size)
        drawn.append(Picture(block, scene, type_))
    return drawn


def said(block: Block) -> tuple[str, str]:
    """A picture's title and its text for those who do not see it, both fit for any file format."""
    return readable(block.title), readable(block.alt())


def _points(size: tuple[float, float] | None) -> tuple[float, float] | None:
    if size is None:
        return None
    if not all(0.5 <= side <= 200 for side in size):
        raise CallError(
            f"a picture of {size[0]:g} by {size[1]:g} inches cannot be drawn", "each side: 0.5 to 200 inches"
        )
    return size[0] * 72, size[1] * 72


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item)


def _readable(value: _T, said: Callable[[str], str]) -> _T:
    """The value with every text in it passed through `said`."""
    changed: Any = value
    if isinstance(value, str):
        changed = value if isinstance(value, Enum) else said(value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = replace(value, **{field.name: _readable(getattr(value, field.name), said) for field in fields(value)})
    elif isinstance(value, tuple):
        changed = tuple(_readable(item, said) for item in value)
    return changed
