"""The reference a curve is held against: the rivals' mean, a stated industry curve, or what a move names by `vs`."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.canvas.model import Action, Canvas, Curve, Role
from bluecanvas.maths.comparing import at_most
from bluecanvas.maths.curves import mean_level
from bluecanvas.named import NamedTuple


class Reference(NamedTuple):
    """The curves a level is compared with, and how they are called together."""

    curves: tuple[Curve, ...]
    name: str | None
    """A curve's or group's name; None for the rivals as a whole."""

    def level(self, factor: str) -> float | None:
        """Their mean level on a factor, weighted by `share` where all have one; None where none is known."""
        return reference_level(self.curves, factor)


def reference(canvas: Canvas, vs: str | None = None, language: str | None = None) -> Reference:
    """What a move is held against: the curve or group named by `vs`, else the industry curve, else all rivals."""
    speak = language or canvas.language
    if vs is not None:
        for curve in canvas.curves:
            if curve.id == vs:
                return Reference((curve,), curve.name.say(speak))
        members = tuple(curve for curve in canvas.curves if curve.group == vs)
        return Reference(members, canvas.group(vs).name.say(speak))
    industry = tuple(canvas.of(Role.INDUSTRY))
    if industry:
        return Reference(industry[:1], industry[0].name.say(speak))
    return Reference(canvas.rivals, None)


def reference_level(curves: Sequence[Curve], factor: str) -> float | None:
    """The curves' mean level on a factor, weighted by `share` where all have one; None where none is known."""
    shares = [curve.share for curve in curves]
    weights = [share for share in shares if share is not None]
    return mean_level([curve.level(factor) for curve in curves], weights if len(weights) == len(shares) else None)


def is_created(canvas: Canvas, factor: str, absent: float = 0.05) -> bool:
    """Whether no rival offers a factor: every known level at or below `absent` (a share of the axis), one known.

    Where a stated industry curve stands for the rivals, it is asked as well.
    """
    players = (*canvas.rivals, *canvas.of(Role.INDUSTRY))
    known = [level for level in (curve.level(factor) for curve in players) if level is not None]
    return bool(known) and all(at_most(canvas.scale.share(level), absent) for level in known)


def offered_by_us(canvas: Canvas, factor: str, absent: float = 0.05) -> bool:
    """Whether one of our own curves offers a factor."""
    ours = (*canvas.options, *((canvas.ours,) if canvas.ours else ()))
    known = [level for level in (curve.level(factor) for curve in ours) if level is not None]
    return not all(at_most(canvas.scale.share(level), absent) for level in known)


def is_new(canvas: Canvas, factor: str, token: float = 0.10) -> bool:
    """Whether a factor is of our making: our grid creates it and no rival offers more than a token, or we alone do."""
    grid = canvas.ours.grid if canvas.ours else None
    move = grid.on(factor) if grid else None
    if move is not None and move.action is Action.CREATE:
        return is_created(canvas, factor, token)
    return is_created(canvas, factor) and offered_by_us(canvas, factor)
