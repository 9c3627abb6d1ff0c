"""A picture for a page: laid out for the column it stands in, cropped to what is drawn, and said as data for typst."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bluecanvas.blocks import Block, Curves, Facets, Grid, Scorecard
from bluecanvas.fonts import Faces
from bluecanvas.renderers import Look
from bluecanvas.renderers._pictures import pictures
from bluecanvas.renderers._scene import SHAPES, Area, Box, Item, Marker, Polyline, Rectangle, Scene, Text, moved, scaled

_ACROSS = 1.1
"""How much wider than the column a picture is laid out: its own margins are cropped."""
_RATIOS = (0.56, 0.72, 0.9, 1.1)
"""Heights that value curves are tried at, in widths, until their letters are large enough."""
_BETTER = 1.06
"""What a higher picture must gain in its letters."""
_READ, _LEAST = 6.4, 4.4
"""Letters are well read at this size, in points; smaller than the second they are not read at all."""


def drawn(block: Block, look: Look, width: float, height: float) -> tuple[Scene, Faces] | None:
    """A block's picture no larger than a place in points, with the faces of its letters.

    None where it is text or a table, or where its letters would be too small to read: its table says it then.
    """
    if isinstance(block, Curves):
        shown: Block = block._replace(title="", subtitle="", date="", note="")
    elif isinstance(block, Facets):
        shown = block._replace(whole=block.whole._replace(title="", subtitle="", date="", note=""))
    elif isinstance(block, Grid):
        shown = block._replace(title="", subtitle="")
    elif isinstance(block, Scorecard):
        shown = block._replace(title="")
    else:
        return None
    best: tuple[float, Scene, Faces] | None = None
    for size in _sizes(shown, look, width, height):
        picture = pictures([shown], look._replace(size=(size[0] / 72, size[1] / 72)))[0]
        scene = _cropped(picture.scene)
        scene = scaled(scene, min(1.0, width / scene.width, height / scene.height))
        letters = min((text.size for text in scene.texts), default=_READ)
        if best is None or letters > _BETTER * best[0]:
            best = letters, scene, picture.type_.faces
        if letters >= _READ:
            break
    return None if best is None or best[0] < _LEAST else best[1:]


def data(scene: Scene) -> dict[str, Any]:
    """A scene as data: its size, its background and its items back to front."""
    return {
        "width": _number(scene.width),
        "height": _number(scene.height),
        "background": scene.background,
        "items": [_item(item) for item in scene.items],
    }


def _sizes(block: Block, look: Look, width: float, height: float) -> Iterator[tuple[float, float]]:
    """The sizes to lay a block out at, the one to try first before others."""
    if look.size is not None:
        yield look.size[0] * 72, look.size[1] * 72
    elif isinstance(block, Curves | Facets):
        across = width * _ACROSS
        fitting = [(across, across * ratio) for ratio in _RATIOS if across * ratio <= height * _ACROSS]
        yield from fitting or [(across, height * _ACROSS)]
    else:
        yield width * _ACROSS, height * _ACROSS


def _cropped(scene: Scene) -> Scene:
    """The scene without the room around what is drawn."""
    boxes = [_box(item) for item in scene.items]
    if not boxes:
        return scene
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    items = tuple(moved(item, 1.0, -left, -top) for item in scene.items)
    return Scene(max(1.0, right - left), max(1.0, bottom - top), scene.background, items)


def _box(item: Item) -> Box:
    """What an item covers."""
    if isinstance(item, Text):
        return item.box
    if isinstance(item, Rectangle):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if isinstance(item, Marker):
        half = 0.66 * item.size + item.edge_width
        return item.x - half, item.y - half, item.x + half, item.y + half
    half = item.width / 2 if isinstance(item, Polyline) else 0.0
    across, down = [x for x, _ in item.points], [y for _, y in item.points]
    return min(across) - half, min(down) - half, max(across) + half, max(down) + half


def _item(item: Item) -> dict[str, Any]:
    if isinstance(item, Text):
        return {
            "kind": "text",
            "text": item.text,
            "x": _number(item.x),
            "y": _number(item.baseline),
            "width": _number(item.width),
            "size": _number(item.size),
            "colour": item.colour,
            "bold": item.bold,
        }
    if isinstance(item, Rectangle):
        place = {name: _number(getattr(item, name)) for name in ("x", "y", "width", "height")}
        return {"kind": "box", **place, "fill": item.fill, "opacity": item.opacity}
    if isinstance(item, Area):
        return {"kind": "area", "points": _points(item.points), "fill": item.fill, "opacity": item.opacity}
    if isinstance(item, Polyline):
        return {
            "kind": "line",
            "points": _points(item.points),
            "colour": item.colour,
            "width": _number(item.width),
            "dash": [_number(part) for part in item.dash],
            "round": not item.dash or item.dash[0] < item.width,
            "opacity": item.opacity,
        }
    corners, half = SHAPES[item.shape], item.size / 2
    sign: dict[str, Any] = {"fill": item.fill, "edge": item.edge, "rim": _number(item.edge_width)}
    if corners:
        return {
            "kind": "sign",
            "points": _points((item.x + half * x, item.y + half * y) for x, y in corners),
            **sign,
        }
    return {"kind": "disc", "x": _number(item.x), "y": _number(item.y), "half": _number(half), **sign}


def _points(points: Any) -> list[list[float]]:
    return [[_number(x), _number(y)] for x, y in points]


def _number(value: float) -> float:
    return round(value, 3) + 0.0
