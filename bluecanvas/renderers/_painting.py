"""Scenes painted straight onto a renderer of matplotlib's: without figure, axes or pyplot, in half the time."""

from __future__ import annotations

from typing import Any, cast

from bluecanvas.renderers._matplotlib import Typesetter
from bluecanvas.renderers._scene import SHAPES, Area, Marker, Placed, Polyline, Rectangle, Scene, Text

# isort: split
import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgb
from matplotlib.path import Path
from matplotlib.textpath import TextToPath
from matplotlib.transforms import Affine2D

_EM = 1000.0
"""The size outlines of letters are taken at."""
_STRETCH = 8
"""Strokes of a line that are turned into pixels at a time: a long line at once takes twice as long."""


def paint(scene: Scene, renderer: RendererBase, height: float, type_: Typesetter) -> None:
    """Draw a scene on a renderer whose page is `height` of its pixels high."""
    _Brush(renderer, height, type_).scene(scene)


def _rows(image: Any) -> Any:
    """A picture as rows of pixels, the lowest first, as renderers take them."""
    return np.asarray(image)[::-1]


class _Brush:
    """One scene being painted: points turned into the renderer's pixels, upside down."""

    def __init__(self, renderer: RendererBase, height: float, type_: Typesetter) -> None:
        self._on = renderer
        self._per_point = cast(float, renderer.points_to_pixels(1.0))
        self._height = height
        self._type = type_
        self._place = Affine2D().scale(self._per_point, -self._per_point).translate(0, height)

    def scene(self, scene: Scene) -> None:
        self.rectangle(Rectangle(0, 0, scene.width + 1, scene.height + 1, scene.background))
        for item in scene.items:
            if isinstance(item, Text):
                self.text(item)
            elif isinstance(item, Polyline):
                self.polyline(item)
            elif isinstance(item, Marker):
                self.marker(item)
            elif isinstance(item, Area):
                self.area(item)
            else:
                self.rectangle(item)
        if scene.logo is not None:
            self.logo(scene.logo)

    def logo(self, logo: Placed) -> None:
        from bluecanvas.renderers._logos import pixels

        left, top, right, bottom = logo.box
        wide, high = right - left, bottom - top
        gc = self._on.new_gc()
        x, y = left * self._per_point, self._height - bottom * self._per_point
        if self._on.option_scale_image():  # it keeps all pixels, and is told how large they stand
            image = pixels(logo.mark, logo.mark.width, logo.mark.height)
            self._on.draw_image(
                gc, x, y, _rows(image), Affine2D().scale(wide * self._per_point, high * self._per_point)
            )
        else:
            image = pixels(logo.mark, round(wide * self._per_point), round(high * self._per_point))
            self._on.draw_image(gc, round(x), round(y), _rows(image))
        gc.restore()

    def rectangle(self, item: Rectangle) -> None:
        gc = self._pen(item.fill, 0.0, item.opacity)
        gc.set_snap(True)
        right, bottom = item.x + item.width, item.y + item.height
        path = Path(
            [(item.x, item.y), (right, item.y), (right, bottom), (item.x, bottom), (item.x, item.y)], closed=True
        )
        self._on.draw_path(gc, path, self._place, to_rgb(item.fill))
        gc.restore()

    def area(self, item: Area) -> None:
        gc = self._pen(item.fill, 0.0, item.opacity)
        path = Path([*item.points, item.points[0]], closed=True)
        self._on.draw_path(gc, path, self._place, to_rgb(item.fill))
        gc.restore()

    def polyline(self, item: Polyline) -> None:
        gc = self._pen(item.colour, item.width, item.opacity)
        gc.set_capstyle("round" if not item.dash or item.dash[0] < item.width else "butt")
        gc.set_joinstyle("round")
        level = len({y for _, y in item.points}) == 1 or len({x for x, _ in item.points}) == 1
        gc.set_snap(level and item.width < 1.5)  # thin rules are crisp, curves stay where they are
        if item.dash:
            gc.set_dashes(0, item.dash)
        whole = item.dash or item.opacity < 1 or not self._on.option_image_nocomposite()
        stretch = len(item.points) if whole else _STRETCH
        for first in range(0, max(1, len(item.points) - 1), stretch):
            self._on.draw_path(gc, Path(item.points[first : first + stretch + 1]), self._place)
        gc.restore()

    def marker(self, item: Marker) -> None:
        gc = self._pen(item.edge, item.edge_width, 1.0)
        gc.set_joinstyle("miter")
        corners = SHAPES[item.shape]
        path = Path([*corners, corners[0]], closed=True) if corners else Path.unit_circle()
        place = Affine2D().scale(item.size / 2).translate(item.x, item.y) + self._place
        self._on.draw_path(gc, path, place, to_rgb(item.fill))
        gc.restore()

    def text(self, item: Text) -> None:
        strikes = self._type.strikes(item.size, item.bold)
        outlined = len(strikes) > 1 and not self._on.flipy()
        if outlined:  # set twice, it would be found and read aloud twice: the letters below are only to be found
            self.outlines(item, 2 * strikes[-1])
            strikes = (0.0,)
        gc = self._pen(item.colour, 0.0, 0.0 if outlined else 1.0)
        y = item.baseline * self._per_point
        properties = self._type.properties(item.size, item.bold)
        down = y if self._on.flipy() else self._height - y
        for right in strikes:
            x = (item.x + right) * self._per_point
            self._on.draw_text(gc, x, down, item.text, properties, 0.0, ismath=False)
        gc.restore()

    def outlines(self, item: Text, rim: float) -> None:
        """A line's letters as shapes, bolder by a rim."""
        font = self._type.font(item.bold, _EM)
        placed, glyphs, _ = TextToPath().get_glyphs_with_font(font, item.text)
        letters = [Path(glyphs[name][0] + (x, y), glyphs[name][1]) for name, x, y, _ in placed if len(glyphs[name][0])]
        if not letters:
            return
        gc = self._pen(item.colour, rim, 1.0)
        gc.set_joinstyle("round")
        place = Affine2D().scale(item.size / _EM, -item.size / _EM).translate(item.x, item.baseline) + self._place
        self._on.draw_path(gc, Path.make_compound_path(*letters), place, to_rgb(item.colour))
        gc.restore()

    def _pen(self, colour: str, width: float, opacity: float) -> GraphicsContextBase:
        gc = self._on.new_gc()
        gc.set_foreground(colour)
        gc.set_linewidth(width)
        gc.set_antialiased(True)
        if opacity < 1:
            gc.set_alpha(opacity)
        return gc
