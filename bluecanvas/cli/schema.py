"""`bluecanvas schema`: the JSON Schema of the canvas format, for editors."""

from __future__ import annotations

import json

from bluecanvas.canvas.format import json_schema
from bluecanvas.cli import _screen


def schema() -> None:
    """Print the JSON Schema (draft 07) of the canvas format."""
    _screen.show(json.dumps(json_schema(), ensure_ascii=False, indent=2, allow_nan=False) + "\n")
