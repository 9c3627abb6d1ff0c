"""Limits: how much a file may hold before it is refused, and where reading stops for too many findings."""

from __future__ import annotations

from bluecanvas.named import NamedTuple


class Limits(NamedTuple):
    """No canvas comes near these, and nothing within them can harm."""

    bytes: int = 1024 * 1024
    depth: int = 64
    """Collections inside one another, those behind aliases included."""
    nodes: int = 50_000
    """Values in all, aliases counted as often as they stand."""
    repeated: int = 1024 * 1024
    """Characters that aliases repeat, in all."""
    findings: int = 500
    """After so many, reading stops: whoever mends the first ones will ask again."""


LIMITS = Limits()


class Enough(Exception):  # noqa: N818 - no error, but the end of reading
    """So many findings that reading stops."""
