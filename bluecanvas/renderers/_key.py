"""What stands in small letters below a picture: how to read it, where its levels come from and when."""

from __future__ import annotations

from bluecanvas.blocks import Curves
from bluecanvas.words import label, show_level

BETWEEN = " · "


def key(block: Curves) -> tuple[str, ...]:
    """The words of the scale, the price, which factors and curves belong together, moves; then the date and the sources."""
    comma, colon = label("comma", block.language), label("colon", block.language)
    together: dict[str, list[str]] = {}
    for axis in block.axes:
        words = (block.burden_word * (axis.burden and not axis.price), block.created_word * axis.created, axis.part)
        for word in dict.fromkeys(filter(None, words)):
            together.setdefault(word, []).append(axis.name)
    for band in block.bands:
        together[band.name] = [line.name for line in block.lines if line.id in band.members]
    called = {axis.id: axis.name for axis in block.axes}
    said = [
        *(f"{show_level(level, block.language)} = {word}" for level, word in block.words),
        *([block.price_word] if any(axis.price for axis in block.axes) else ()),
        *(f"{word}{colon}{comma.join(names)}" for word, names in together.items()),
        *(f"{called.get(shift.axis, shift.axis)}{colon}{shift.said(block.language)}" for shift in block.shifts),
    ]
    lines = (BETWEEN.join(said), BETWEEN.join(part for part in (block.dated, block.note) if part.strip()))
    return tuple(line for line in lines if line)
