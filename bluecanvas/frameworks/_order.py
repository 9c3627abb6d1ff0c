"""The order in which curves are listed everywhere."""

from __future__ import annotations

from bluecanvas.canvas.model import Canvas, Curve, Role


def in_order(canvas: Canvas) -> tuple[Curve, ...]:
    """The curves as they are listed everywhere: ours, our as-is, our other options, then all others in file order."""
    first = {Role.AS_IS: 1, Role.TO_BE: 2}
    return tuple(sorted(canvas.curves, key=lambda curve: 0 if curve.id == canvas.us else first.get(curve.role, 3)))
