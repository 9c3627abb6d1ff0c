"""What slides are put on: masters and layouts, where the title stands, where there is room, and in which colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class Stage:
    """A presentation without slides, and the layout its slides take."""

    parts: tuple[Part, ...]
    masters: tuple[str, ...]
    """Their parts' names."""
    master_ids: tuple[int, ...]
    width: float
    height: float
    layout: str
    """The name of the layout's part."""
    title: Box
    body: Box
    """Where there is room below the title."""
    title_size: float
    number_index: str = ""
    """What the layout calls its place for the slide's number; empty where it has none."""
    tints: Mapping[str, str] = field(default_factory=dict)
    """Colours of the palette that the presentation's own theme stands for, as XML."""
    text_style: str = ""
    """The presentation's own text style, as XML."""
    links: tuple[Link, ...] = ()
    """What the presentation itself refers to besides masters and slides."""

    def tint(self, colour: str) -> str:
        """A colour of the palette as a slide has it."""
        return self.tints.get(colour) or solid(colour)
