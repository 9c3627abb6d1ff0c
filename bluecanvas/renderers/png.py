"""PNG: the blocks as one image, with their alt text inside the file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from bluecanvas.blocks import Block
from bluecanvas.errors import CallError
from bluecanvas.renderers import Look
from bluecanvas.renderers._matplotlib import settings
from bluecanvas.renderers._painting import paint
from bluecanvas.renderers._pictures import pictures, said
from bluecanvas.renderers._scene import stacked

# isort: split
import numpy as np
from matplotlib.backends.backend_agg import RendererAgg

_MOST_PIXELS, _MOST_ASKED = 12_000_000, 24_000_000
"""Of a picture of its own size, and of one whose size is given: what two seconds and 200 MB are enough for."""
_LONGEST_SIDE = 30_000
_LARGE = 6_000_000
"""Pixels of a picture that is packed in a hurry."""
_UP = 2
"""PNG's filter that takes the row above from each."""
_BAND = 64
"""Rows that are packed at a time."""


def render(blocks: Sequence[Block], look: Look) -> bytes:
    """The blocks one under the other as a PNG of `look.dpi` pixels an inch."""
    drawn = pictures(blocks, look, together=True)
    scene = stacked([picture.scene for picture in drawn])
    width, height, dpi = _pixels(scene.width, scene.height, look)
    with settings():
        renderer = RendererAgg(width, height, dpi)  # type: ignore[no-untyped-call]
        paint(scene, renderer, height, drawn[0].type_)
    titles = [said(block) for block in blocks]
    return _png(
        np.asarray(renderer.buffer_rgba()),  # type: ignore[no-untyped-call]
        dpi,
        "; ".join(title for title, _ in titles),
        "\n".join(alt for _, alt in titles),
    )


def _pixels(width: float, height: float, look: Look) -> tuple[int, int, float]:
    """The image's size, and the resolution that keeps a picture of its own size within bounds."""
    if not 10 <= look.dpi <= 2400:
        raise CallError(f"{look.dpi} pixels an inch cannot be drawn", "choose 10 to 2400 dpi")
    across, down = width * look.dpi / 72, height * look.dpi / 72
    most = _MOST_PIXELS if look.size is None else _MOST_ASKED
    over = max(across / _LONGEST_SIDE, down / _LONGEST_SIDE, (across * down / most) ** 0.5)
    if over > 1 and look.size is not None:
        raise CallError(
            f"a picture of {across:.0f} by {down:.0f} pixels is too large",
            f"at most {most // 10**6} million pixels: choose a smaller size or fewer than {look.dpi} dpi",
        )
    shrunk = max(1.0, over)
    return max(1, round(across / shrunk)), max(1, round(down / shrunk)), look.dpi / shrunk


def _png(pixels: np.ndarray[Any, Any], dpi: float, title: str, alt: str) -> bytes:
    """The file, of opaque colours."""
    height, width = pixels.shape[:2]
    metre = round(dpi / 0.0254)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)),
            _chunk(b"iTXt", b"Title\0\0\0\0\0" + title.encode()),
            _chunk(b"iTXt", b"Description\0\0\0\0\0" + alt.encode()),
            _chunk(b"IDAT", b"".join(_packed(pixels))),
            _chunk(b"IEND", b""),
        )
    )


def _packed(pixels: np.ndarray[Any, Any]) -> Iterator[bytes]:
    """The rows, packed band by band: unfiltered, which suits flat pictures, the largest as steps from row to row."""
    height, width = pixels.shape[:2]
    large = height * width > _LARGE
    packer = zlib.compressobj(1, strategy=zlib.Z_RLE) if large else zlib.compressobj(4)
    above = np.zeros((1, 3 * width), np.uint8)
    for top in range(0, height, _BAND):
        colours = pixels[top : top + _BAND, :, :3].reshape(-1, 3 * width)
        rows = np.full((len(colours), 1 + 3 * width), _UP if large else 0, np.uint8)
        rows[:, 1:] = colours - np.concatenate((above, colours[:-1])) if large else colours
        above = colours[-1:]
        yield packer.compress(rows.data)
    yield packer.flush()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
