"""What slides are put on: masters and layouts, where titles and texts stand, where there is room, in which colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_package import Link, Part
from bluecanvas.renderers._office_xml import emu, solid

SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"


class Box(NamedTuple):
    """A rectangle on a slide, in points."""

    x: float
    y: float
    width: float
    height: float

    def frame(self, tag: str) -> str:
        """The rectangle as XML has it."""
        return (
            f'<{tag}><a:off x="{emu(self.x)}" y="{emu(self.y)}"/>'
            f'<a:ext cx="{emu(self.width)}" cy="{emu(self.height)}"/></{tag}>'
        )

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def meets(self, other: Box) -> bool:
        """Whether the two lie on each other somewhere."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def within(self, width: float, height: float) -> bool:
        """Whether it lies on a slide of that size."""
        return self.x >= 0 and self.y >= 0 and self.right <= width + 0.1 and self.bottom <= height + 0.1


class Level(NamedTuple):
    """How a level of text is set, in points."""

    size: float
    left: float = 0.0
    """Where its lines begin."""
    hang: float = 0.0
    """How far its first line begins before them."""
    before: float = 0.0
    spacing: float = 1.0
    """The distance of lines, in those of the typeface."""
    bullet: bool = False


_INSET = (7.2, 3.6, 7.2, 3.6)
"""Between a placeholder's edges and its text where nothing else is said: left, top, right, bottom."""


class Place(NamedTuple):
    """A placeholder of a layout."""

    kind: str
    """Its type; empty where it takes any content."""
    idx: str
    """Its number; empty for the first."""
    box: Box
    levels: tuple[Level, ...]
    inset: tuple[float, float, float, float] = _INSET
    moved: bool = False
    """Whether slides have it elsewhere than the layout, which has it beyond the slide."""

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.levels[0].size

    @property
    def inner(self) -> Box:
        """Where its text stands."""
        left, top, right, bottom = self.inset
        width, height = max(1.0, self.box.width - left - right), max(1.0, self.box.height - top - bottom)
        return Box(self.box.x + left, self.box.y + top, width, height)

    def around(self, inner: Box) -> Box:
        """The box that has room for a text in that one."""
        left, top, right, bottom = self.inset
        return Box(inner.x - left, inner.y - top, inner.width + left + right, inner.height + top + bottom)


class Layout(NamedTuple):
    """A layout as slides fill it."""

    part: str
    """The name of its part."""
    title: Place
    room: Box
    """Where things can stand."""
    text: Place | None = None
    """The placeholder of its text, the subtitle's where it opens a presentation."""
    aside: Mapping[str, Place] = MappingProxyType({})
    """By their types: the footer `ftr`, the date `dt`, the slide's number `sldNum`."""
    art: tuple[Box, ...] = ()
    """What it and its master draw themselves, but for what lies behind everything."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A presentation without slides, and the layouts its slides take."""

    parts: tuple[Part, ...]
    masters: tuple[str, ...]
    """Their parts' names."""
    master_ids: tuple[int, ...]
    width: float
    height: float
    figure: Layout
    """A title with room below it."""
    text: Layout | None = None
    """A title and a text."""
    opening: Layout | None = None
    """What a presentation begins with."""
    section: Layout | None = None
    """What a part of it begins with."""
    tints: Mapping[str, str] = field(default_factory=dict)
    """Colours of the palette that the presentation's own theme stands for, as XML."""
    inks: Mapping[str, str] = field(default_factory=dict)
    """Those of them that are too pale to be read, darker, as text has them."""
    text_style: str = ""
    """The presentation's own text style, as XML."""
    links: tuple[Link, ...] = ()
    """What the presentation itself refers to besides masters and slides."""

    def tint(self, colour: str) -> str:
        """A colour of the palette as a slide has it."""
        return self.tints.get(colour) or solid(colour)

    def ink(self, colour: str) -> str:
        """A colour of the palette as text on a slide has it."""
        return self.inks.get(colour) or self.tint(colour)
