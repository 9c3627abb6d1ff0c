"""What can go wrong beyond a canvas's findings, each with the exit status that says whose turn it is."""

from __future__ import annotations


class BluecanvasError(Exception):
    """Something a person can mend: a sentence of what is wrong and a hint of how to mend it."""

    status = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.more: tuple[BluecanvasError, ...] = ()
        """What else is wrong, where it is all known at once."""


class CallError(BluecanvasError):
    """The call is the problem: usage, a missing file, an unwritable path, bad configuration (status 2)."""


class MissingExtra(CallError):  # noqa: N818 - named for what is missing, as pip names it
    """A format or feature needs an optional package; the hint is the command that installs it (status 2)."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs the extra `{extra}`",
            f'install it with: pip install "bluecanvas[{extra}]", in a checkout: pip install ".[{extra}]"',
        )
        self.extra = extra


class CanvasError(BluecanvasError):
    """The canvas is the problem: it cannot be drawn or reported as it stands (status 1)."""

    status = 1


class MissingGlyphs(UserWarning):
    """Warns of characters that no font on this machine draws."""

    def __init__(self, message: str, chars: str) -> None:
        super().__init__(message)
        self.chars = chars


class NoPicture(UserWarning):
    """A picture whose letters would be too small to read: a table stands in its place."""
