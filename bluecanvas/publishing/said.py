"""What a template may be given besides plain text: Markdown, and the tool's own sentences."""

from __future__ import annotations

from collections.abc import Callable


class Markdown(str):
    """Text that is Markdown already; whatever is made of it (joined, cut, replaced) is plain text again."""

    __slots__ = ()


class Said(str):
    """A sentence of the tool itself, in which backticks set code; whatever is made of it is plain text.

    `names` tells the canvas's own that hold backticks.
    """

    __slots__ = ("names",)
    names: Callable[[], frozenset[str]]

    def __new__(cls, text: str, names: Callable[[], frozenset[str]] = frozenset) -> Said:
        """A sentence, and where the names are found once they are asked for."""
        said = super().__new__(cls, text)
        said.names = names
        return said
