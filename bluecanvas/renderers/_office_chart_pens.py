"""How the curves of a chart are drawn where they lie on one another: an office program moves none aside.

What is thinner lies on what is wider, and a dashed line on a whole one. Curves that are the same on every factor share
their line: ours, or the widest, shows on both sides of it, and the others by turns along it, like the strands of a rope.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from bluecanvas.blocks import Curves
from bluecanvas.renderers._palette import Palette, Pen, pens

_STRAND = 14.0
"""The length of a strand where it is seen, in points."""
_THICK = 2.2
"""The least width of strands."""
_EDGE = 1.4
"""How far the widest reaches beyond the others on both sides."""
_SMALLEST, _LARGEST, _RING = 5.0, 13.0, 2.5
"""The sizes of markers that lie on one another, and from one to the next."""


@dataclass(frozen=True, slots=True)
class Strand(Pen):
    """The pen of one of several curves that are the same: its line is there and away by turns, in points."""

    turns: tuple[float, float] = (1.0, 0.0)


def chosen(block: Curves, among: Curves | None, palette: Palette) -> tuple[Pen, ...]:
    """A pen for every curve: as in the whole where these are some of its curves, so that each looks the same there."""
    whole = among or block
    shared = {line.id: pen for line, pen in zip(whole.lines, pens(whole.lines, palette), strict=True)}
    if any(line.id not in shared for line in block.lines):
        return roped(block, pens(block.lines, palette))
    return roped(block, [shared[line.id] for line in block.lines])


def roped(block: Curves, drawn: Sequence[Pen]) -> tuple[Pen, ...]:
    """The pens, those of curves that are the same made such that each is seen."""
    found = list(drawn)
    for group in same(block):
        if any(drawn[k].quiet for k in group):
            continue
        lowest, *others = sorted(group, key=lambda k: (-drawn[k].depth, -drawn[k].width, k))
        thin = max(_THICK, *(drawn[k].width for k in others))
        ring = min(_RING, (_LARGEST - _SMALLEST) / len(others))
        found[lowest] = _strand(drawn[lowest], thin + 2 * _EDGE, _SMALLEST + ring * len(others), (1.0, 0.0))
        for at, k in enumerate(others):  # each covers those below it but for a strand
            there = _STRAND * (len(others) - at)
            size = _SMALLEST + ring * (len(others) - 1 - at)
            found[k] = _strand(drawn[k], thin - 0.01 * at, size, (there, _STRAND * at))
    return tuple(found)


def _strand(pen: Pen, width: float, size: float, turns: tuple[float, float]) -> Strand:
    whole = {field.name: getattr(pen, field.name) for field in fields(Pen)}
    return Strand(**(whole | {"width": width, "size": size, "dash": ()}), turns=turns)


def same(block: Curves) -> list[list[int]]:
    """The positions of curves that are the same on every factor, two and more at a time."""
    found: dict[tuple[float | None, ...], list[int]] = {}
    for k, line in enumerate(block.lines):
        levels = tuple(point.value for point in line.points)
        if any(level is not None for level in levels):
            found.setdefault(levels, []).append(k)
    return [group for group in found.values() if len(group) > 1]


def upward(drawn: Sequence[Pen]) -> list[int]:
    """The curves from the lowest to the uppermost: wide ones first, and whole lines before dashed ones."""
    return sorted(range(len(drawn)), key=lambda k: (-drawn[k].width, bool(drawn[k].dash), k))
