"""Moves on a page's plot: arrows along the scale, each with the sign of its action, and the key to the signs."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.blocks import Curves, Shift
from bluecanvas.renderers._html_frame import Frame
from bluecanvas.renderers._html_tables import level_text
from bluecanvas.renderers._html_text import escaped

_ASIDE = 0.22
"""How far beside its factor an arrow stands, in steps from factor to factor."""
_LEAST = 0.06
"""Of the scale: a shorter way is its sign alone."""
_SIGNS = {
    "eliminate": "M-2.5-2.5 2.5 2.5M-2.5 2.5 2.5-2.5",
    "reduce": "M-3 0H3",
    "raise": "M0 3V-3M-2.3-.6 0-3.2 2.3-.6",
    "create": "M-3 0H3M0-3V3",
}
"""The strokes of each action's sign: −, ×, ↑, +."""


def arrow_symbols(block: Curves, prefix: str) -> str:
    """The signs and the heads of a plot's arrows, once each."""
    actions = [action for action in _SIGNS if any(shift.action == action for shift in block.shifts)]
    signs = (
        f'<symbol id="{prefix}{action}" class="{_hue(action)}"><circle class="to" r="6"/><path d="{_SIGNS[action]}"/></symbol>'
        for action in actions
    )
    heads = (
        f'<marker id="{prefix}{hue}" class="{hue}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path class="to" d="M0 0 8 4 0 8Z"/></marker>'
        for hue in sorted(set(map(_hue, actions)))
    )
    return "".join((*signs, *heads))


def arrows(block: Curves, prefix: str, frame: Frame) -> Iterator[str]:
    """Every move as an arrow beside its factor, the sign at its tail; the sign alone where there is no way to go."""
    for k, shift in sorted(shifts(block).items()):
        factor, target = frame.factor(k, _ASIDE), shift.target or 0.0
        start = target if shift.start is None else shift.start
        (x1, y1), (x2, y2) = (frame.at(factor, frame.level(level)) for level in (start, target))
        far = abs(target - start) > _LEAST * (block.high - block.low)
        way = f'<line class="way" x1="{x1}%" y1="{y1}%" x2="{x2}%" y2="{y2}%" marker-end="url(#{prefix}{_hue(shift.action)})"/>'
        said = escaped(f"{block.axes[k].name}: {level_text(shift.said(block.language))}")
        sign = f'<use href="#{prefix}{shift.action}" x="{x1 if far else x2}%" y="{y1 if far else y2}%"/>'
        yield f'<g class="shift {_hue(shift.action)}" data-k="{k}"><title>{said}</title>{way if far else ""}{sign}</g>'


def shifts(block: Curves) -> dict[int, Shift]:
    """The moves that can be drawn, by the position of their factor."""
    at = {axis.id: k for k, axis in enumerate(block.axes)}
    return {
        at[shift.axis]: shift
        for shift in block.shifts
        if shift.axis in at and shift.target is not None and shift.action in _SIGNS
    }


def arrow_key(block: Curves, prefix: str) -> str:
    """The key to the signs."""
    words = {shift.action: shift.word for shift in shifts(block).values()}
    entries = "".join(
        f'<li><svg class="key" aria-hidden="true"><use href="#{prefix}{action}" x="7" y="7"/></svg>{escaped(word)}</li>'
        for action, word in words.items()
    )
    return f'<ul class="signs">{entries}</ul>' if entries else ""


def _hue(action: str) -> str:
    return "cut" if action in ("eliminate", "reduce") else "lift"
