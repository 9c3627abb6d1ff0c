"""Blocks as scenes: their texts made readable, their typefaces found, and the layout their shape asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias, TypeVar, cast

from bluecanvas.blocks import Block, Curves, Facets, Grid, Point, Prose, Scorecard, Table
from bluecanvas.errors import CallError
from bluecanvas.fonts import Face, Faces, faces, has, readable
from bluecanvas.renderers import (
    Look,
    Mark,
    Theme,
    _layout_curves,
    _layout_facets,
    _layout_grid,
    _layout_prose,
    _layout_scorecard,
    _layout_table,
)
from bluecanvas.renderers._matplotlib import Typesetter
from bluecanvas.renderers._palette import Palette, palette
from bluecanvas.renderers._scene import XY, Measure, Scene

_T = TypeVar("_T")
Shape: TypeAlias = Curves | Facets | Grid | Scorecard | Prose | Table
"""What is laid out in a way of its own; everything else is shown as a table."""
_KNOWN = (Curves, Facets, Grid, Scorecard, Prose)


@dataclass(frozen=True, slots=True)
class Picture:
    """A block laid out, with what measures and draws its letters."""

    block: Block
    scene: Scene
    type_: Typesetter


def pictures(blocks: Sequence[Block], look: Look, together: bool = False) -> list[Picture]:
    """Every block's picture, all in the same typefaces; a given size is each one's own, or all share it together."""
    if not blocks:
        raise CallError("there is nothing to draw", "a picture needs at least one figure")
    size = _points(look.size)
    named = [block._replace(sources=()) if isinstance(block, Curves) else block for block in blocks]  # not drawn
    known = [block if isinstance(block, _KNOWN) else block.as_table() for block in named]
    text = "".join(texts(known))
    type_ = Typesetter(faces_in(text, blocks[0].language, look.theme))
    if isinstance(look.theme, Theme) and look.theme.font:
        _check_drawn(type_, text, look.theme)
    colours = palette(look.theme)

    mark = look.theme.logo if isinstance(look.theme, Theme) else None

    def scenes(sizes: Sequence[XY | None], least: float = 0.0) -> list[Scene]:
        marks = [None if together and at + 1 < len(shown) else mark for at in range(len(shown))]
        return [
            _scene(block, type_.measure, colours, size, least, logo)
            for block, size, logo in zip(shown, sizes, marks, strict=True)
        ]

    shown = [_readable(block, lambda text: readable(text, type_.faces.missing)) for block in known]
    if size is None or (together and len(shown) > 1):
        drawn = scenes([None] * len(shown))
        if together and len(shown) > 1:
            drawn = scenes([None] * len(shown), max(scene.width for scene in drawn))
        if size is not None:
            ratios = [scene.height / scene.width for scene in drawn]
            drawn = scenes([(size[0], size[1] * ratio / sum(ratios)) for ratio in ratios])
    else:
        drawn = scenes([size] * len(shown))
    return [Picture(block, scene, type_) for block, scene in zip(blocks, drawn, strict=True)]


def _scene(block: Shape, measure: Measure, colours: Palette, size: XY | None, least: float, mark: Mark | None) -> Scene:
    if mark is None:
        return _laid_out(block, measure, colours, size, least)
    from bluecanvas.renderers._logos import marked  # only where a theme has one

    return marked(lambda room: _laid_out(block, measure, colours, room, least), size, mark)


def _laid_out(block: Shape, measure: Measure, colours: Palette, size: XY | None, least: float) -> Scene:
    if isinstance(block, Curves):
        return _layout_curves.layout(block, measure, colours, size, least)
    if isinstance(block, Facets):
        return _layout_facets.layout(block, measure, colours, size, least)
    if isinstance(block, Scorecard):
        return _layout_scorecard.layout(block, measure, colours, size, least)
    if isinstance(block, Grid):
        return _layout_grid.layout(block, measure, colours, size, least)
    if isinstance(block, Prose):
        return _layout_prose.layout(block, measure, colours, size)
    return _layout_table.layout(block, measure, colours, size)


def said(block: Block) -> tuple[str, str]:
    """A picture's title and its text for those who do not see it, both fit for any file format."""
    return readable(block.title), readable(block.alt())


def faces_in(text: str, language: str, theme: str | Theme) -> Faces:
    """The faces a text is set in: the theme's own first, as far as it has the characters."""
    if not isinstance(theme, Theme) or not theme.font:
        return faces(text, language)
    regular, bold = Face(theme.font[0]), Face(theme.font[-1])
    rest = faces("".join(char for char in text if not (has(regular, char) and has(bold, char))), language)
    return Faces((regular, *rest.regular), (bold, *rest.bold), rest.missing)


def _check_drawn(type_: Typesetter, text: str, theme: Theme) -> None:
    """CallError where the theme's own font is broken further in than its description shows."""
    said = readable("".join(sorted(set(text))), type_.faces.missing)
    try:
        for bold in (False, True):
            type_.measure(said, 10.0, bold)
    except RuntimeError as error:
        raise CallError(f"the font of {theme.name} is damaged: {error}", "mend it, or name another one") from None


def _points(size: tuple[float, float] | None) -> tuple[float, float] | None:
    if size is None:
        return None
    if not all(0.5 <= side <= 200 for side in size):
        raise CallError(
            f"a picture of {size[0]:g} by {size[1]:g} inches cannot be drawn", "each side: 0.5 to 200 inches"
        )
    return size[0] * 72, size[1] * 72


def texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Point):  # there are many, and they hold numbers alone
        return
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from texts(item)


def _readable(value: _T, said: Callable[[str], str]) -> _T:
    """The value with every text in it passed through `said`."""
    changed: Any = value
    if isinstance(value, str):
        changed = value if isinstance(value, Enum) else said(value)
    elif isinstance(value, Point):
        return value
    elif isinstance(value, tuple) and hasattr(value, "_make"):
        changed = value._make(_readable(item, said) for item in value)
    elif isinstance(value, tuple):
        changed = tuple(_readable(item, said) for item in value)
    return cast(_T, changed)
