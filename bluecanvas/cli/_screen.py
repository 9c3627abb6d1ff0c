"""The screen: how wide it is, which colours it has, whether it can draw, and how text gets onto it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bluecanvas.cli._saying import deliver, harmless

if TYPE_CHECKING:
    from bluecanvas.renderers import Look

_DRAWN = "⣿●─│┌"
_NARROWEST, _PIPE, _WIDEST = 20, 80, 1000
_TRUE_COLOUR, _PALETTE, _BASIC = 1 << 24, 256, 16


def look() -> Look:
    """How to draw on standard output as it is now."""
    from bluecanvas.renderers import Look  # a check asks for the screen's colours, but draws nothing

    return Look(columns=columns(), colours=colours(), ascii=not _can_draw())


def columns() -> int:
    """The width in cells: COLUMNS, else the terminal's own, else 80."""
    try:
        said = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        said = 0
    if said <= 0:
        try:
            said = os.get_terminal_size(sys.stdout.fileno()).columns or _PIPE
        except (OSError, ValueError, AttributeError):
            said = _PIPE
    return min(_WIDEST, max(_NARROWEST, said))


def terminal_columns() -> int:
    """The same where lines are cut there, 0 in a pipe."""
    return columns() if _is_terminal() else 0


def colours() -> int:
    """How many colours standard output shows, 0 for none: NO_COLOR, FORCE_COLOR and TERM are obeyed."""
    environ = os.environ
    if environ.get("NO_COLOR"):
        return 0
    forced = environ.get("FORCE_COLOR", "")
    if forced and forced != "0":
        return {"2": _PALETTE, "3": _TRUE_COLOUR}.get(forced, _depth())
    if forced == "0" or environ.get("TERM") == "dumb":
        return 0
    return _depth() if _is_terminal() else 0


def _depth() -> int:
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return _TRUE_COLOUR
    return _PALETTE if "256" in os.environ.get("TERM", "") else _BASIC


def _is_terminal() -> bool:
    try:
        return sys.stdout.isatty()
    except (ValueError, AttributeError):
        return False


def _can_draw() -> bool:
    try:
        _DRAWN.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def show(text: str | bytes) -> None:
    """Put text on standard output as it is."""
    deliver(text.decode("utf-8") if isinstance(text, bytes) else text)


def tell(text: str | bytes) -> None:
    """Put text for people on standard output: nothing in it is a command to a build server that reads along."""
    show(harmless(text.decode("utf-8") if isinstance(text, bytes) else text))
