"""What a workbook remembers: the values as they were when it was made, so that only what was edited since is taken."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bluecanvas.exchanging.grids import Grid, Value
from bluecanvas.exchanging.places import Slot
from bluecanvas.exchanging.tables import EXPORTED

_PIECE = 30_000
_FIRST = "What the canvas said when this workbook was made. Leave it: by it, edited cells are told from others."


def remembered(values: Mapping[Slot, Value]) -> list[str]:
    """The lines of the hidden sheet, each of which fits a cell."""
    told = [[list(slot.thing), slot.key, value] for slot, value in values.items()]
    said = json.dumps(told, separators=(",", ":")).replace(" ", "\\u0020")  # cells close up their blanks
    return [_FIRST, *(said[at : at + _PIECE] for at in range(0, len(said), _PIECE))]


def recalled(grids: Sequence[Grid]) -> dict[Slot, Value] | None:
    """The values that a workbook remembers; None where it does not, or no longer as it was written."""
    sheet = next((grid for grid in grids if grid.name == EXPORTED), None)
    if sheet is None:
        return None
    cells = [sheet.rows[row].get(0) for row in sorted(sheet.rows)][1:]
    said = "".join(str(cell.value) for cell in cells if cell is not None)
    try:
        return {Slot(tuple(map(str, thing)), str(key)): _value(value) for thing, key, value in json.loads(said)}
    except (ValueError, TypeError, RecursionError):
        return None


def _value(value: object) -> Value:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise TypeError
