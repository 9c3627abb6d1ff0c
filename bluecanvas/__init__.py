"""bluecanvas: the strategy canvas as code.

>>> import bluecanvas as bc
>>> canvas = bc.load("air.canvas.yaml")
>>> canvas.plot("air.png")
>>> bc.check("air.canvas.yaml")
[]
"""

from __future__ import annotations

TYPE_CHECKING = False  # not from typing: its import would double what --version takes
if TYPE_CHECKING:
    from typing import Any

    from bluecanvas.cli._api import LoadedCanvas, check, diff, load, plot, read, report
    from bluecanvas.errors import BluecanvasError, CallError, CanvasError

__version__ = "0.1.0"
__all__ = [
    "BluecanvasError",
    "CallError",
    "CanvasError",
    "LoadedCanvas",
    "__version__",
    "check",
    "diff",
    "load",
    "plot",
    "read",
    "report",
]


def __getattr__(name: str) -> Any:
    """The API's names, imported when they are first used."""
    if name.endswith("Error") and name in __all__:
        from bluecanvas import errors

        return getattr(errors, name)
    if name in __all__:
        from bluecanvas.cli import _api

        return getattr(_api, name)
    raise AttributeError(f"module 'bluecanvas' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The API's names."""
    return sorted(__all__)
