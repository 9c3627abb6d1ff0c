"""A team's logo on a picture: small, in a corner where nothing else stands; where there is none, below everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

from PIL import Image

from bluecanvas.renderers import Mark
from bluecanvas.renderers._scene import XY, Box, Item, Marker, Placed, Polyline, Scene, overlap
from bluecanvas.renderers._scene import Area as Outline
from bluecanvas.renderers._sheet import MARGIN

_HIGHEST, _WIDEST = 24.0, 96.0
_PART = (0.22, 0.09)
"""The parts of a picture's width and height that it takes at most."""
_AIR = 6.0
"""To everything else."""


def marked(draw: Callable[[XY | None], Scene], size: XY | None, mark: Mark | None) -> Scene:
    """What `draw` makes of a size, with a logo that touches nothing; the picture keeps the size that is given."""
    scene = draw(size)
    if mark is None:
        return scene
    wide, high = _size(mark, scene)
    edge = min(MARGIN * 0.8, scene.height * 0.05)
    taken = [box for item in scene.items for box in _boxes(item)]
    right, low = scene.width - edge - wide, scene.height - edge - high
    for y in (low, edge):
        around = (right - _AIR, y - _AIR, right + wide + _AIR, y + high + _AIR)
        if not any(overlap(around, box) for box in taken):
            return replace(scene, logo=Placed(mark, (right, y, right + wide, y + high)))
    strip = high + _AIR
    if size is None:
        scene = replace(scene, height=scene.height + strip)
    else:
        scene = replace(draw((size[0], size[1] - strip)), width=size[0], height=size[1])
    bottom = scene.height - min(edge, 8.0)
    return replace(scene, logo=Placed(mark, (right, bottom - high, right + wide, bottom)))


def pixels(mark: Mark, width: int, height: int) -> Any:
    """The logo as so many pixels: rows of red, green, blue and opacity, the first row on top."""
    picture = Image.open(BytesIO(mark.data)).convert("RGBA")
    return picture.resize((max(1, width), max(1, height)), Image.Resampling.LANCZOS)


def _size(mark: Mark, scene: Scene) -> XY:
    """How large it stands on a picture."""
    most = min(_WIDEST, scene.width * _PART[0]), min(_HIGHEST, scene.height * _PART[1])
    by = min(most[0] / mark.width, most[1] / mark.height)
    return mark.width * by, mark.height * by


def _boxes(item: Item) -> Iterator[Box]:
    """What an item covers, stroke by stroke."""
    if isinstance(item, Polyline):
        half = item.width / 2
        for (x, y), (right, bottom) in pairwise(item.points):
            yield min(x, right) - half, min(y, bottom) - half, max(x, right) + half, max(y, bottom) + half
    elif isinstance(item, Outline):
        across, down = zip(*item.points, strict=True)
        yield min(across), min(down), max(across), max(down)
    elif isinstance(item, Marker):
        half = item.size / 2 + item.edge_width
        yield item.x - half, item.y - half, item.x + half, item.y + half
    else:
        yield item.x, item.y, item.x + item.width, item.y + item.height
