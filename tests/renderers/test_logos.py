"""A logo on pictures: it stands in the picture, and over nothing that is drawn there."""

from __future__ import annotations

from io import BytesIO

import pytest
from hard_cases import HARD
from PIL import Image

from bluecanvas.blocks import Curves, Grid
from bluecanvas.renderers import Look, Mark, Theme, render
from bluecanvas.renderers._pictures import pictures
from bluecanvas.renderers._scene import Area, Marker, Polyline, Scene, overlap


def logo(width: int = 300, height: int = 100) -> Mark:
    """A red logo."""
    file = BytesIO()
    Image.new("RGBA", (width, height), (255, 0, 0, 255)).save(file, "PNG")
    return Mark("logo.png", file.getvalue(), width, height)


def covered(scene: Scene):
    """The items that meet the logo."""
    assert scene.logo is not None
    left, top, right, bottom = scene.logo.box
    assert 0 <= left < right <= scene.width
    assert 0 <= top < bottom <= scene.height
    for item in scene.items:
        if isinstance(item, Polyline):
            for (x, y), (to_x, to_y) in zip(item.points, item.points[1:], strict=False):
                for part in range(201):  # a stroke, point by point
                    at = x + (to_x - x) * part / 200, y + (to_y - y) * part / 200
                    if left < at[0] < right and top < at[1] < bottom:
                        yield item
        elif isinstance(item, Area):
            if any(left < x < right and top < y < bottom for x, y in item.points):
                yield item
        elif isinstance(item, Marker):
            half = item.size / 2
            if overlap(scene.logo.box, (item.x - half, item.y - half, item.x + half, item.y + half)):
                yield item
        elif overlap(scene.logo.box, (item.x, item.y, item.x + item.width, item.y + item.height)):
            yield item


@pytest.mark.parametrize("shape", [(300, 100), (100, 100), (40, 400), (2000, 20)])
@pytest.mark.parametrize("size", [None, (10.0, 5.6), (4.0, 3.0)])
@pytest.mark.parametrize("case", [name for name, block in HARD.items() if isinstance(block, Curves | Grid)])
def test_a_logo_covers_nothing(case, size, shape):
    if case == "ten thousand letters" or (size == (4.0, 3.0) and shape != (300, 100)):
        shape = (300, 100)
    theme = Theme("own", logo=logo(*shape))
    (drawn,) = pictures([HARD[case]], Look(size=size, theme=theme))
    assert list(covered(drawn.scene)) == []
    assert drawn.scene.logo is not None
    left, top, right, bottom = drawn.scene.logo.box
    assert (right - left) / (bottom - top) == pytest.approx(shape[0] / shape[1])
    if size is not None:
        assert (drawn.scene.width, drawn.scene.height) == pytest.approx((size[0] * 72, size[1] * 72))


def test_it_stands_where_it_was_placed_right_way_up():
    top = Image.new("RGB", (80, 40), (255, 0, 0))
    top.paste((0, 0, 255), (0, 20, 80, 40))
    file = BytesIO()
    top.save(file, "PNG")
    theme = Theme("own", logo=Mark("logo.png", file.getvalue(), 80, 40))
    look, block = Look(theme=theme, dpi=144), HARD["minus five to five"]
    (drawn,) = pictures([block], look)
    assert drawn.scene.logo is not None
    left, above, right, below = (2 * side for side in drawn.scene.logo.box)
    picture = Image.open(BytesIO(render("png", [block], look)))
    middle = (left + right) / 2
    assert picture.getpixel((int(middle), int(above + 5))) == (255, 0, 0)
    assert picture.getpixel((int(middle), int(below - 5))) == (0, 0, 255)
    assert picture.getpixel((int(left - 4), int(above + 5))) == (255, 255, 255)


def test_pictures_under_each_other_have_one():
    theme = Theme("own", logo=logo())
    drawn = pictures([HARD["minus five to five"]] * 3, Look(theme=theme), together=True)
    assert [picture.scene.logo is not None for picture in drawn] == [False, False, True]
    assert render("svg", [HARD["minus five to five"]] * 2, Look(theme=theme)).count(b"<image ") == 1
