"""`bluecanvas schema`: the JSON Schema of the canvas format, for editors."""

from __future__ import annotations

from bluecanvas.canvas.format import json_schema
from bluecanvas.cli import _screen
from bluecanvas.reporters._escaping import as_json


def schema() -> None:
    """Print the JSON Schema (draft 07) of the canvas format."""
    _screen.show(as_json(json_schema(), indent=2))
