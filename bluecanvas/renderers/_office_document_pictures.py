"""Pictures in a document's text and on the edges of its pages."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from bluecanvas.blocks import Block, Scorecard
from bluecanvas.documents import Logo
from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple
from bluecanvas.renderers import Look
from bluecanvas.renderers import render as drawn
from bluecanvas.renderers._office_xml import DRAWING, LINKS, emu, esc

_ANCHORS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SPACES = f'xmlns:r="{LINKS}" xmlns:wp="{_ANCHORS}" xmlns:a="{DRAWING}"'
"""What a part with pictures declares besides its own."""
_TALLEST = 0.72
"""The part of a page that a picture takes at most, so that its heading and caption stay with it."""
_TOO_WIDE = 2.35
"""Of a picture as it is drawn by itself, in widths of its room."""
_LOGO = (120.0, 30.0)
"""The most a logo takes, in points."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SIZED = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The segments of a JPEG that state its size."""
_BARE = frozenset({0x01, *range(0xD0, 0xDA)})
"""Those without a length."""


class Picture(NamedTuple):
    """A picture and its size in points."""

    data: bytes
    width: float
    height: float

    def within(self, width: float, height: float) -> Picture:
        """The picture as large as there is room for, no larger than it is."""
        shrunk = max(1.0, self.width / width, self.height / height)
        return self._replace(width=self.width / shrunk, height=self.height / shrunk)


def pictured(block: Block, look: Look, width: float, page: float) -> Picture:
    """The picture as it is drawn by itself, or, where that is far wider than its room, drawn for that."""
    bare = look._replace(like=None, notes=())
    most = page * _TALLEST
    from bluecanvas.renderers._pictures import pictures  # a document without a picture needs none of it

    natural = pictures([block], bare)[0].scene
    if look.size is not None or natural.width <= 1.2 * width:
        picture = _measured(drawn("png", [block], bare))
    else:
        high = min(most, max(width * 0.62, width * natural.height / natural.width))
        if isinstance(block, Scorecard):  # its lines are as many as its texts need, and what is left over stays empty
            high = _filled(drawn("png", [block], bare._replace(size=(width / 72, most / 72)))) * most
        picture = _measured(drawn("png", [block], bare._replace(size=(width / 72, high / 72))))
    return picture.within(width, most)


def needs_width(block: Block, look: Look, width: float) -> bool:
    """Whether a picture is so much wider than its room that its letters could not be read there."""
    from bluecanvas.renderers._pictures import pictures

    return (
        look.size is None and pictures([block], look._replace(like=None, notes=()))[0].scene.width > _TOO_WIDE * width
    )


def logo(file: Logo) -> tuple[str, Picture]:
    """The kind of a logo, png or jpeg, and the logo as large as it stands on a page; CallError where it is neither."""
    size = _pixels(file.data)
    if size is None or not all(size):
        raise CallError(f"{file.name} is no picture that a page can hold", "name a PNG or a JPEG file")
    kind = "png" if file.data.startswith(_PNG) else "jpeg"
    return kind, Picture(file.data, *map(float, size)).within(*_LOGO)


def inline(picture: Picture, at: int, link: str, alt: str) -> str:
    """A run that shows a picture among text; `at` is its number in the document."""
    size = f'cx="{emu(picture.width)}" cy="{emu(picture.height)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{at}" name="Picture {at}" descr="{esc(alt)}"/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_PICTURES}">'
        f'<pic:pic xmlns:pic="{_PICTURES}"><pic:nvPicPr><pic:cNvPr id="{at}" name="Picture {at}" descr="{esc(alt)}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _measured(data: bytes) -> Picture:
    """A PNG with the size it states: pixels, and pixels a metre."""
    at = data.index(b"pHYs") + 4
    across, down = struct.unpack(">II", data[16:24])
    metre = struct.unpack(">I", data[at : at + 4])[0]
    return Picture(data, across / metre / 0.0254 * 72, down / metre / 0.0254 * 72)


def _filled(data: bytes) -> float:
    """The part of a PNG of ours, from its top, above which there is nothing but ground; with a margin."""
    across, down = struct.unpack(">II", data[16:24])
    at = data.index(b"IDAT")
    rows = zlib.decompress(data[at + 4 : at + 4 + struct.unpack(">I", data[at - 4 : at])[0]])
    wide = 1 + 3 * across
    ground = rows[-wide:]
    last: int = next((k for k in range(down - 1, 0, -1) if rows[k * wide : (k + 1) * wide] != ground), down)
    part: float = (last + 0.04 * across) / down
    return min(1.0, part)


def _pixels(data: bytes) -> tuple[int, int] | None:
    """The width and the height of a PNG or a JPEG, None for what is neither."""
    if data.startswith(_PNG) and len(data) >= 24:
        across, down = struct.unpack(">II", data[16:24])
        return across, down
    return next(_jpeg_sizes(data), None) if data.startswith(_JPEG) else None


def _jpeg_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind in _SIZED:
            down, across = struct.unpack(">HH", data[at + 5 : at + 9])
            yield across, down
        at += 1 if kind == 0xFF else 2 if kind in _BARE else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
