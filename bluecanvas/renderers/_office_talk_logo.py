"""A logo on slides: how large it stands there, and the corner in which nothing else does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.documents import Logo
from bluecanvas.renderers._office_document_pictures import logo as read
from bluecanvas.renderers._office_package import Part
from bluecanvas.renderers._office_stage import Box

_WIDEST, _HEIGHTS = 140.0, (36.0, 30.0, 24.0, 20.0)
_MARGIN, _EDGE, _AIR = 0.042, 14.0, 4.0
"""Beside a logo, as a part of the slide's width; above or below it; and to everything else."""


def part(logo: Logo) -> Part:
    """The logo as a part of a presentation; CallError for what is neither PNG nor JPEG."""
    kind, _ = read(logo)
    return Part(f"ppt/media/logo.{kind}", f"image/{kind}", logo.data)


def shape(logo: Logo) -> float:
    """How many times as wide as high it is; CallError for what is neither PNG nor JPEG."""
    _, picture = read(logo)
    return min(20.0, max(0.05, picture.width / picture.height))


def size(aspect: float, high: float) -> tuple[float, float]:
    """A logo's width and height where it may be so high."""
    wide = min(_WIDEST, high * aspect)
    return wide, wide / aspect


def corner(aspect: float) -> float:
    """How much of the upper edge a logo takes in its corner, with what stands free beside it."""
    return size(aspect, _HEIGHTS[0])[0] + 20


def placed(aspect: float, width: float, height: float, taken: Sequence[Box], content: Box) -> Box:
    """Where a logo stands on a slide: in a corner where it covers least, content before all else that is taken.

    Content can give way to it.
    """
    low = min((box.y for box in taken if box.y > height * 0.75), default=height)
    choices = [box for high in _HEIGHTS for box in _corners(*size(aspect, high), width, height, low)]

    def covered(box: Box) -> tuple[float, float]:
        around = Box(box.x - _AIR, box.y - _AIR, box.width + 2 * _AIR, box.height + 2 * _AIR)
        return sum(_shared(around, other) for other in taken), _shared(around, content)

    return min(choices, key=covered)


def _corners(wide: float, high: float, width: float, height: float, low: float) -> Iterator[Box]:
    """The corners, and the place above what stands lowest."""
    left, right = width * _MARGIN, width * (1 - _MARGIN) - wide
    top, bottom = _EDGE, height - _EDGE / 2 - high
    for y, x in ((top, right), (bottom, right), (top, left), (bottom, left), (low - high - _AIR - 1, right)):
        yield Box(x, y, wide, high)


def _shared(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across * down if across > 0 and down > 0 else 0.0
