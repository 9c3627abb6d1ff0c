"""SVG: the blocks as one drawing; letters are outlines, so that it looks the same on every machine.

Title and alt text stand at its head for screen readers, and every curve and point says what it is when pointed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bluecanvas.blocks import Block
from bluecanvas.renderers import Look
from bluecanvas.renderers._matplotlib import Typesetter, settings
from bluecanvas.renderers._pictures import pictures, said
from bluecanvas.renderers._scene import SHAPES, Area, Item, Marker, Placed, Polyline, Rectangle, Scene, Text, stacked

# isort: split
from matplotlib.textpath import TextToPath

_EM = 1000.0
"""The size outlines are drawn at."""


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks one under the other as an SVG of their size in points."""
    drawn = pictures(blocks, look, together=True)
    scene = stacked([picture.scene for picture in drawn])
    titles = [said(block) for block in blocks]
    with settings():
        letters = _Letters(drawn[0].type_)
        body = [line for item in scene.items for line in _item(item, letters)]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            _root(scene),
            f'<title id="title">{escaped("; ".join(title for title, _ in titles))}</title>',
            f'<desc id="desc">{escaped(" ".join(alt for _, alt in titles))}</desc>',
            "<defs>",
            *letters.outlines(),
            "</defs>",
            f'<rect width="100%" height="100%" fill="{scene.background}"/>',
            *body,
            *_logo(scene.logo),
            "</svg>\n",
        )
    ).encode()


def escaped(text: str) -> str:
    """Text for an XML document; what XML may not hold is left out."""
    kept = "".join(
        char for char in text if char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    )
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _root(scene: Scene) -> str:
    width, height = _number(scene.width), _number(scene.height)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
        f'aria-labelledby="title desc" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}">'
    )


class _Letters:
    """Outlines of the letters used, each once, and lines of text that point at them."""

    def __init__(self, type_: Typesetter) -> None:
        self._type = type_
        self._shape = TextToPath()
        self._ids: dict[str, str] = {}
        self._glyphs: dict[str, Any] = {}

    def line(self, item: Text) -> str:
        """A line of text."""
        font = self._type.font(item.bold, _EM)
        placed, new, _ = self._shape.get_glyphs_with_font(font, item.text, self._glyphs, return_new_glyphs_only=True)
        self._glyphs.update(new)
        scale = item.size / _EM
        uses = "".join(
            f'<use xlink:href="#{self._ids.setdefault(name, f"g{len(self._ids)}")}"'
            + (f' x="{_number(x, 0)}"' if round(x) else "")
            + (f' y="{_number(y, 0)}"' if round(y) else "")
            + "/>"
            for name, x, y, _ in placed
            if len(self._glyphs[name][0])
        )
        spread = self._type.strikes(_EM, item.bold)
        stroke = f' stroke="{item.colour}" stroke-width="{_number(2 * spread[-1], 0)}"' if len(spread) > 1 else ""
        place = f"translate({_number(item.x)} {_number(item.baseline)}) scale({scale:.5f} {-scale:.5f})"
        return f'<g fill="{item.colour}"{stroke} transform="{place}">{uses}</g>'

    def outlines(self) -> Iterator[str]:
        """The letters' shapes, in the order of their first use."""
        for name, id in self._ids.items():
            yield f'<path id="{id}" d="{_outline(*self._glyphs[name])}"/>'


_STEPS = {1: ("M", 1), 2: ("L", 1), 3: ("Q", 2), 4: ("C", 3), 79: ("Z", 1)}
"""Matplotlib's path codes: SVG's letter and how many points belong to it."""


def _outline(vertices: Any, codes: Any) -> str:
    parts: list[str] = []
    points, kinds = vertices.round().astype(int).tolist(), codes.tolist()
    at = 0
    while at < len(kinds):
        letter, count = _STEPS[kinds[at]]
        parts.append("Z" if letter == "Z" else letter + " ".join(f"{x} {y}" for x, y in points[at : at + count]))
        at += count
    return "".join(parts)


def _item(item: Item, letters: _Letters) -> Iterator[str]:
    if isinstance(item, Text):
        yield letters.line(item)
    elif isinstance(item, Rectangle):
        place = (
            f'x="{_number(item.x)}" y="{_number(item.y)}" width="{_number(item.width)}" height="{_number(item.height)}"'
        )
        yield f'<rect {place} fill="{item.fill}"{_opacity(item.opacity)}/>'
    elif isinstance(item, Area):
        points = " ".join(f"{_number(x)},{_number(y)}" for x, y in item.points)
        yield f'<polygon points="{points}" fill="{item.fill}"{_opacity(item.opacity)}{_closed("polygon", item.label)}'
    elif isinstance(item, Polyline):
        points = " ".join(f"{_number(x)},{_number(y)}" for x, y in item.points)
        dash = f' stroke-dasharray="{" ".join(map(_number, item.dash))}"' if item.dash else ""
        cap = "" if item.dash and item.dash[0] >= item.width else ' stroke-linecap="round"'
        yield (
            f'<polyline points="{points}" fill="none" stroke="{item.colour}" stroke-width="{_number(item.width)}"'
            f' stroke-linejoin="round"{dash}{cap}{_opacity(item.opacity)}{_closed("polyline", item.label)}'
        )
    else:
        yield _sign(item)


def _logo(logo: Placed | None) -> Iterator[str]:
    if logo is not None:
        left, top, right, bottom = logo.box
        place = (
            f'x="{_number(left)}" y="{_number(top)}" width="{_number(right - left)}" height="{_number(bottom - top)}"'
        )
        yield f'<image {place} xlink:href="{logo.mark.address}"/>'


def _sign(item: Marker) -> str:
    style = f'fill="{item.fill}" stroke="{item.edge}" stroke-width="{_number(item.edge_width)}"'
    corners = SHAPES[item.shape]
    half = item.size / 2
    if not corners:
        place = f'cx="{_number(item.x)}" cy="{_number(item.y)}" r="{_number(half)}"'
        return f"<circle {place} {style}{_closed('circle', item.label)}"
    points = " ".join(f"{_number(item.x + half * x)},{_number(item.y + half * y)}" for x, y in corners)
    return f'<polygon points="{points}" {style}{_closed("polygon", item.label)}'


def _closed(tag: str, label: str) -> str:
    return f"><title>{escaped(label)}</title></{tag}>" if label else "/>"


def _opacity(opacity: float) -> str:
    return f' opacity="{_number(opacity)}"' if opacity < 1 else ""


def _number(value: float, places: int = 2) -> str:
    return f"{round(value, places) + 0.0:.{places}f}".rstrip("0").rstrip(".") if places else str(round(value))
