"""The parts of the axis of factors: what stands over a stretch of factors, and the remark under a single one."""

from __future__ import annotations

from collections.abc import Iterable

from bluecanvas.blocks import Curves
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._fitting import Paragraph, paragraph
from bluecanvas.renderers._scene import Measure


class Part(NamedTuple):
    """A stretch of the axis under one heading."""

    first: int
    end: int
    heading: Paragraph
    created: bool
    """Whether no rival offers any of its factors."""


def stretches(block: Curves) -> list[tuple[int, int, str]]:
    """The stretches of the axis and their headings: the parts given, else what exists and what is created."""
    count = len(block.axes)
    if any(axis.part for axis in block.axes):
        firsts = [k for k in range(count) if k == 0 or block.axes[k].part != block.axes[k - 1].part]
        ends = [*firsts[1:], count]
        return [(first, end, block.axes[first].part) for first, end in zip(firsts, ends, strict=True)]
    first = _first_created(block)
    if first == count:
        return []
    return [(0, first, block.existing_word), (first, count, block.created_word)]


def parts(block: Curves, measure: Measure, size: float, left: float, step: float, right: float) -> tuple[Part, ...]:
    """The stretches of the axis with their headings in the room they have."""
    found = []
    for first, end, word in stretches(block):
        begin = left - 14 if first == 0 else left + (first - 0.5) * step + 7
        edge = right if end == len(block.axes) else left + (end - 0.5) * step - 3
        created = all(axis.created for axis in block.axes[first:end])
        heading = paragraph(word, measure, size, max(8.0, edge - begin), 2)
        found.append(Part(first, end, heading, created))
    return tuple(found)


def _first_created(block: Curves) -> int:
    """Where the created factors begin, if they close the axis and others stand before them; else the factors' number."""
    count = len(block.axes)
    first = count
    while first > 0 and block.axes[first - 1].created:
        first -= 1
    return first if first > 0 else count


def remark(block: Curves, k: int) -> str:
    """What stands under a factor's name."""
    axis = block.axes[k]
    if axis.price:
        return block.price_word
    said = (
        axis.created
        and not any(first <= k < end for first, end, _ in _created_parts(block))
        and not _all_created(block)
    )
    return " · ".join([block.created_word] * said + [f"↓ {block.burden_word}"] * axis.burden)


def _created_parts(block: Curves) -> Iterable[tuple[int, int, str]]:
    """The stretches that hold created factors alone."""
    return (part for part in stretches(block) if all(axis.created for axis in block.axes[part[0] : part[1]]))


def _all_created(block: Curves) -> bool:
    return all(axis.created for axis in block.axes)
