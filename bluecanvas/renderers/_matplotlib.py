"""Matplotlib, kept to itself: imported unshaped by its surroundings, and asked to measure text.

A `matplotlibrc` in the working directory is never read: it could name code to run. What draws with matplotlib
imports this module first.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from bluecanvas.errors import CallError
from bluecanvas.fonts import Face, Faces


@contextmanager
def hushed() -> Iterator[None]:
    """Without matplotlib's remarks on standard error: whatever matters is found before it is asked to draw."""
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(level)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Away from the working directory's settings and the environment's; with one thread for the arithmetic of one picture."""
    wanted = {"MPLBACKEND": None, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    kept = {name: os.environ.get(name) for name in wanted}
    for name, value in wanted.items():
        if value is None:
            os.environ.pop(name, None)
        elif "numpy" not in sys.modules:
            os.environ.setdefault(name, value)
    here = None
    if os.path.lexists("matplotlibrc"):  # the only reason to leave, and no folder at all is none
        here = os.open(".", getattr(os, "O_PATH", os.O_RDONLY)) if hasattr(os, "fchdir") else str(Path.cwd())
        os.chdir(Path(os.sep))
    try:
        with hushed():
            yield
    finally:
        if isinstance(here, int):
            os.fchdir(here)
            os.close(here)
        elif here is not None:
            os.chdir(here)
        for name, value in kept.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


try:
    with _undisturbed():
        import matplotlib
        from matplotlib import font_manager
        from matplotlib.ft2font import FT2Font, LoadFlags
except (OSError, ValueError) as error:  # no folder for its cache; a settings file it cannot read
    raise CallError(
        f"matplotlib cannot start: {error}", "check your matplotlibrc, or set MPLCONFIGDIR to an empty folder"
    ) from None

_SETTINGS: dict[Any, Any] = {
    "agg.path.chunksize": 0,
    "figure.autolayout": False,
    "figure.constrained_layout.use": False,
    "font.enable_last_resort": False,
    "pdf.compression": 6,
    "pdf.inheritcolor": False,
    "pdf.use14corefonts": False,
    "savefig.bbox": None,
    "savefig.facecolor": "auto",
    "savefig.transparent": False,
    "text.hinting": "no_hinting",
    "text.kerning_factor": None,
    "text.usetex": False,
}
_SIZE = 100.0
"""The size text is measured at; without hinting it is in proportion at every other."""


@contextmanager
def settings(**more: Any) -> Iterator[None]:
    """Our own settings in place of whatever the user's are, and put back after."""
    with hushed(), matplotlib.rc_context(_SETTINGS | more):
        yield


class Typesetter:
    """Measures lines of text in the faces they will be drawn in."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._widths: dict[tuple[str, bool], float] = {}

    def font(self, bold: bool, size: float = _SIZE) -> FT2Font:
        """The faces as one font that falls back from each to the next."""
        chosen = self.faces.bold if bold else self.faces.regular
        font = font_manager.get_font([font_manager.FontPath(face.path, face.index) for face in chosen])
        font.set_size(size, 72)
        return font

    def measure(self, text: str, size: float, bold: bool) -> tuple[float, float]:
        """Width and height of a line in points."""
        width = self._widths.get((text, bold))
        if width is None:
            font = self.font(bold)
            font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
            width = self._widths[text, bold] = font.get_width_height()[0] / 64 / _SIZE
        return width * size, 1.17 * size

    def strikes(self, size: float, bold: bool) -> tuple[float, ...]:
        """How far right a line is set, and set again where bold has no face of its own."""
        spread = 0.013 * size
        return (-spread, spread) if bold and self.faces.bold == self.faces.regular else (0.0,)

    def properties(self, size: float, bold: bool) -> font_manager.FontProperties:
        """The same faces as matplotlib's renderers ask for them."""
        chosen = self.faces.bold if bold else self.faces.regular
        return font_manager.FontProperties(family=[_registered(face) for face in chosen], size=size)


@lru_cache(maxsize=256)
def _registered(face: Face) -> str:
    """A family name that means exactly this face, whatever else is installed."""
    name = f"bluecanvas {face.path} {face.index}"
    entry = font_manager.FontEntry(face.path, face.index, name, "normal", "normal", 400, "normal", "scalable")
    font_manager.fontManager.ttflist.insert(0, entry)
    return name
