"""Moves along the scale: arrows from level to level, each with the sign of its action, and the key to the signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bluecanvas.blocks import Curves
from bluecanvas.renderers._fitting import Paragraph, paragraph
from bluecanvas.renderers._palette import Palette
from bluecanvas.renderers._places import Frame
from bluecanvas.renderers._scene import XY, Box, Item, Marker, Measure, Polyline

BESIDE = 13.0
"""How far right of its factor an arrow stands."""
_BADGE, _HEAD = 10.0, 8.0
_KEY = 9.4
_CUTS = ("eliminate", "reduce")
_SIGNS: dict[str, tuple[tuple[XY, XY], ...]] = {
    "eliminate": (((-0.5, -0.5), (0.5, 0.5)), ((-0.5, 0.5), (0.5, -0.5))),
    "reduce": (((-0.6, 0.0), (0.6, 0.0)),),
    "raise": (((0.0, 0.6), (0.0, -0.6)), ((0.0, -0.65), (-0.45, -0.1)), ((0.0, -0.65), (0.45, -0.1))),
    "create": (((-0.6, 0.0), (0.6, 0.0)), ((0.0, -0.6), (0.0, 0.6))),
}
"""The strokes of each action's sign, in half sizes of its badge: ×, −, ↑, +."""


def badge(action: str, x: float, y: float, colours: Palette, size: float = _BADGE, label: str = "") -> list[Item]:
    """An action's sign on a small disc; nothing for an action there is none of."""
    if action not in _SIGNS:
        return []
    half = size / 2
    strokes: list[Item] = [
        Polyline(
            tuple((x + half * across, y + half * down) for across, down in stroke), colours.background, size * 0.13
        )
        for stroke in _SIGNS[action]
    ]
    return [Marker(x, y, "circle", size, hue(action, colours), colours.background, 0.8, label), *strokes]


def hue(action: str, colours: Palette) -> str:
    """The colour of what an action does: cut or lift."""
    return colours.cut if action in _CUTS else colours.lift


def draw_shifts(block: Curves, colours: Palette, frame: Frame) -> list[Item]:
    """Every move as an arrow beside its factor, the sign at its tail; the sign alone where there is no way to go."""
    items: list[Item] = []
    for k, x, start, target in _ways(block, frame):
        shift = next(shift for shift in block.shifts if shift.axis == block.axes[k].id)
        colour, said = hue(shift.action, colours), f"{block.axes[k].name}: {shift.said(block.language)}"
        if start is not None and abs(target - start) > _BADGE / 2 + _HEAD:
            down = 1 if target > start else -1
            items.append(Polyline(((x, start), (x, target - down * _HEAD)), colours.background, 4.2, opacity=0.85))
            items.append(Polyline(((x, start), (x, target - down * _HEAD)), colour, 1.9))
            items.append(
                Marker(
                    x,
                    target - down * _HEAD / 2,
                    "wedge" if down > 0 else "triangle",
                    _HEAD,
                    colour,
                    colours.background,
                    0.6,
                )
            )
            items += badge(shift.action, x, start, colours, label=said)
        else:
            items += badge(shift.action, x, target, colours, label=said)
    return items


def boxes(block: Curves, frame: Frame) -> list[Box]:
    """What the arrows cover."""
    half = _BADGE / 2
    return [
        (x - half, min(start or target, target) - half, x + half, max(start or target, target) + half)
        for _, x, start, target in _ways(block, frame)
    ]


def _ways(block: Curves, frame: Frame) -> list[tuple[int, float, float | None, float]]:
    """Each move's factor, the place of its arrow, and where it begins and ends."""
    at = {axis.id: k for k, axis in enumerate(block.axes)}
    beside = min(BESIDE, frame.step * 0.3) if len(block.axes) > 1 else BESIDE
    return [
        (
            at[shift.axis],
            frame.x(at[shift.axis]) + beside,
            None if shift.start is None else frame.y(shift.start),
            frame.y(shift.target),
        )
        for shift in block.shifts
        if shift.axis in at and shift.target is not None
    ]


def fit_key(actions: Iterable[tuple[str, str]], measure: Measure, width: float) -> list[tuple[str, Paragraph]]:
    """The key to the signs: each action's own word, fitted to a width."""
    return [(action, paragraph(word, measure, _KEY, width - _BADGE - 6)) for action, word in dict.fromkeys(actions)]


def key_height(key: Sequence[tuple[str, Paragraph]], width: float) -> float:
    """How high the key is where so much room is beside it."""
    return max((y + max(word.height, _BADGE) for _, _, y, word in _shelved(key, width)), default=0.0)


def draw_key(key: Sequence[tuple[str, Paragraph]], x: float, y: float, width: float, colours: Palette) -> list[Item]:
    """The key from a corner on: signs with their words, in as many lines as it takes."""
    items: list[Item] = []
    for action, right, down, word in _shelved(key, width):
        high = max(word.height, _BADGE)
        items += badge(action, x + right + _BADGE / 2, y + down + high / 2, colours)
        items += word.at(x + right + _BADGE + 5, y + down + (high - word.height) / 2, colours.soft)
    return items


def _shelved(key: Sequence[tuple[str, Paragraph]], width: float) -> list[tuple[str, float, float, Paragraph]]:
    """Where each entry stands in the key."""
    found: list[tuple[str, float, float, Paragraph]] = []
    x = y = 0.0
    for action, word in key:
        wide = _BADGE + 5 + word.width
        if x > 0 and x + wide > width:
            x, y = 0.0, y + max(word.height, _BADGE) + 4
        found.append((action, x, y, word))
        x += wide + 18
    return found
