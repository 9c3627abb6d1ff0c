"""What every shape of value has in common."""

from __future__ import annotations

from typing import Any, Protocol

from bluecanvas.finding import Path
from bluecanvas.parsing.reader import Reader
from bluecanvas.source import Node


class Shape(Protocol):
    """What may stand at a place of the canvas."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The node as a value, or WRONG after a finding was made."""

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema, draft 07."""
