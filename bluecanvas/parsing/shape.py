"""What every shape of value has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from bluecanvas.finding import Path
from bluecanvas.parsing.reader import Reader
from bluecanvas.source import Node


class Shape(Protocol):
    """What may stand at a place of the canvas."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The node as a value, or WRONG after a finding was made."""

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema, draft 07."""


AtOnce: TypeAlias = Callable[[str], Any]
"""What a plain text means to a shape; None where there may be more to say, so that its node must be read."""


def at_once(shape: Shape) -> AtOnce:
    """How a shape answers for plain texts that are as they should be, as most are; a shape need not know how."""
    found: AtOnce = getattr(shape, "at_once", never)
    return found


def never(_text: str) -> None:
    """The answer of shapes that read every node."""
