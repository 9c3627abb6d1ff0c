"""Renderers: one file a medium; each turns any block into bytes and knows nothing but blocks.

A renderer is a module named after its format with `render(blocks, look) -> bytes`. One whose files hold whole documents
has `document(document, look) -> bytes` as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from bluecanvas.blocks import Block
from bluecanvas.named import NamedTuple
from bluecanvas.registry import Folder

if TYPE_CHECKING:
    from bluecanvas.documents import Document

RENDERERS = Folder(__name__, list(__path__))


class Model(NamedTuple):
    """A file of the reader's own whose masters, styles and colours are taken, and not its content."""

    name: str
    data: bytes


class Mark(NamedTuple):
    """A team's logo: a PNG or JPEG, and its size in pixels."""

    name: str
    data: bytes
    width: int
    height: int
    file: str = ""
    """Where it was read."""

    @property
    def address(self) -> str:
        """The picture itself as an address, for pages and drawings that hold all they show."""
        from base64 import b64encode

        kind = "png" if self.data.startswith(b"\x89PNG") else "jpeg"
        return f"data:image/{kind};base64,{b64encode(self.data).decode()}"


class Theme(NamedTuple):
    """A team's own theme: another one's colours but for some, its typeface and its logo."""

    name: str
    base: str = "light"
    colours: Mapping[str, str | tuple[str, ...]] = MappingProxyType({})
    """By the names of a palette's colours, as #rrggbb."""
    font: tuple[str, ...] = ()
    """The files of its regular and its bold face."""
    logo: Mark | None = None


class Look(NamedTuple):
    """How to show a block, as far as the medium lets one choose."""

    columns: int = 80
    """Terminal: the width in cells."""
    colours: int = 0
    """Terminal: 0 for none, else 16, 256 or 16777216."""
    ascii: bool = False
    """Terminal: draw with ASCII alone."""
    size: tuple[float, float] | None = None
    """Pictures: width and height in inches; None fits the content."""
    dpi: int = 200
    """Pictures: pixels an inch."""
    theme: str | Theme = "light"
    like: Model | None = None
    """Presentations and documents: what they are made to look like."""
    notes: tuple[Block, ...] = ()
    """Presentations: what the speaker has beside the value curves."""


def render(medium: str, blocks: Sequence[Block], look: Look | None = None) -> bytes:
    """The blocks as one file of a medium (`png`, `terminal`, …); CallError for a medium there is none of."""
    drawn: bytes = RENDERERS.load(medium).render(blocks, look or Look())
    return drawn


def publish(medium: str, document: Document, look: Look | None = None) -> bytes:
    """A whole document as one file of a medium that has pages, slides or sheets; a theme's logo is on its pages."""
    look = look or Look()
    if isinstance(look.theme, Theme) and look.theme.logo is not None:
        from bluecanvas.documents import Logo  # not for pictures

        mark = look.theme.logo
        document = document._replace(logo=document.logo or Logo(mark.name, mark.data))
        look = look._replace(theme=look.theme._replace(logo=None))
    made: bytes = RENDERERS.load(medium).document(document, look)
    return made
