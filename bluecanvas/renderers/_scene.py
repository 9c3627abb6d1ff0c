"""A scene: a picture as positioned primitives in points, y downwards, before any medium is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import TypeAlias

from bluecanvas.named import NamedTuple
from bluecanvas.renderers import Mark

XY: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Measure: TypeAlias = Callable[[str, float, bool], tuple[float, float]]
"""Width and height of a line of text, given the text, its size and whether it is bold."""

BASELINE = 0.8
"""Where the baseline runs in a line of text, as a share of its height from the top."""


@dataclass(frozen=True, slots=True)
class Polyline:
    """Straight strokes from point to point."""

    points: tuple[XY, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    label: str = ""
    """What a medium that can point at things says of it."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled box."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """A filled outline."""

    points: tuple[XY, ...]
    fill: str
    opacity: float = 1.0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """A sign at a point: one of `SHAPES`, filled, with an edge."""

    x: float
    y: float
    shape: str
    size: float
    fill: str
    edge: str
    edge_width: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: where its box begins and how large that is; never wrapped by the medium."""

    text: str
    x: float
    y: float
    width: float
    height: float
    size: float
    colour: str
    bold: bool = False

    @property
    def baseline(self) -> float:
        """Where the letters stand."""
        return self.y + BASELINE * self.height

    @property
    def box(self) -> Box:
        """What it covers."""
        return (self.x, self.y, self.x + self.width, self.y + self.height)


Item: TypeAlias = Polyline | Rectangle | Area | Marker | Text


class Placed(NamedTuple):
    """A logo and what it covers."""

    mark: Mark
    box: Box


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture, back to front."""

    width: float
    height: float
    background: str
    items: tuple[Item, ...]
    logo: Placed | None = None

    @property
    def texts(self) -> tuple[Text, ...]:
        """Its lines of text."""
        return tuple(item for item in self.items if isinstance(item, Text))


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def scaled(scene: Scene, by: float) -> Scene:
    """The scene enlarged, its line widths and letters with it."""
    return Scene(scene.width * by, scene.height * by, scene.background, tuple(moved(i, by, 0, 0) for i in scene.items))


def stacked(scenes: Sequence[Scene]) -> Scene:
    """The scenes one under the other, as wide as the widest, with the last logo among them."""
    items: list[Item] = []
    top = 0.0
    logo: Placed | None = None
    for scene in scenes:
        items.extend(moved(item, 1.0, 0.0, top) for item in scene.items)
        if scene.logo is not None:
            left, above, right, below = scene.logo.box
            logo = Placed(scene.logo.mark, (left, above + top, right, below + top))
        top += scene.height
    return Scene(max(scene.width for scene in scenes), top, scenes[0].background, tuple(items), logo)


def fitted(draw: Callable[[float], Scene], size: XY | None, natural: float, least: float) -> Scene:
    """What `draw` makes of a width: its natural one, or the one that fills a given size, enlarged or shrunk to it."""
    if size is None:
        return draw(natural)
    by = min(1.6, size[0] / least)
    scene = draw(size[0] / by)
    while scene.height * by > size[1] and by > 0.002:
        by *= min(0.97, (size[1] / (scene.height * by)) ** 0.5)  # text that wraps keeps its area, not its height
        scene = draw(size[0] / by)
    return replace(scaled(scene, by), width=size[0], height=size[1])


def moved(item: Item, by: float, right: float, down: float) -> Item:
    """An item enlarged, then set elsewhere."""
    if isinstance(item, (Polyline, Area)):
        points = tuple((x * by + right, y * by + down) for x, y in item.points)
        if isinstance(item, Area):
            return replace(item, points=points)
        return replace(item, points=points, width=item.width * by, dash=tuple(part * by for part in item.dash))
    x, y = item.x * by + right, item.y * by + down
    if isinstance(item, Marker):
        return replace(item, x=x, y=y, size=item.size * by, edge_width=item.edge_width * by)
    if isinstance(item, Rectangle):
        return replace(item, x=x, y=y, width=item.width * by, height=item.height * by)
    return replace(item, x=x, y=y, width=item.width * by, height=item.height * by, size=item.size * by)


def _regular(corners: int, turn: float = 0.0, size: float = 1.0) -> tuple[XY, ...]:
    """A regular polygon around the origin, its first corner on top, y downwards."""
    angles = (2 * pi * k / corners - pi / 2 + turn for k in range(corners))
    return tuple((size * cos(angle), size * sin(angle)) for angle in angles)


SHAPES: dict[str, tuple[XY, ...]] = {
    "circle": (),
    "square": _regular(4, pi / 4, 1.25),
    "diamond": _regular(4, 0, 1.3),
    "triangle": _regular(3, 0, 1.3),
    "wedge": _regular(3, pi, 1.3),
    "pentagon": _regular(5, 0, 1.15),
    "hexagon": _regular(6, 0, 1.1),
    "left": _regular(3, -pi / 2, 1.3),
    "right": _regular(3, pi / 2, 1.3),
    "dash": ((-1.3, -0.5), (1.3, -0.5), (1.3, 0.5), (-1.3, 0.5)),
}
"""Outlines of the markers in half sizes; the circle has no corners."""
