"""Writing a canvas as a workbook to score in, or its scores as CSV."""

from __future__ import annotations

from bluecanvas.canvas import Reading
from bluecanvas.canvas.levels import figure
from bluecanvas.exchanging.csv_reading import FORMULA
from bluecanvas.exchanging.exported import remembered
from bluecanvas.exchanging.grids import Value
from bluecanvas.exchanging.places import Places
from bluecanvas.exchanging.tables import EXPORTED, SCORES, Table, kinds_of, tables, value_of
from bluecanvas.exchanging.telling import shown
from bluecanvas.frameworks.value_curve import blocks
from bluecanvas.renderers import Look
from bluecanvas.renderers._office_cells import Cells
from bluecanvas.renderers._office_chart import charted
from bluecanvas.renderers._office_workbook import Sheet, workbook
from bluecanvas.renderers._office_xml import face
from bluecanvas.renderers.xlsx import native
from bluecanvas.words import clip

_HEADING = 200
"""Cells of the lines above the chart."""
_MARK = "\ufeff"


def as_workbook(reading: Reading) -> bytes:
    """The canvas as a workbook: its sheets, a chart that follows the scores, and what they said when it was made."""
    places = Places(reading)
    canvas = places.canvas
    laid_out = tables(places)
    (block,) = blocks(canvas)
    curves = charted(block._replace(title=clip(block.title, _HEADING), subtitle=clip(block.subtitle, _HEADING)))
    chart = native(curves, SCORES, Look())._replace(below=())
    sheets = []
    for name, table in laid_out.items():
        rows = _values(places, table)
        cells = Cells(table.header, rows, table.numeric)
        if name == SCORES:
            sheets.append(Sheet(name, cells, (chart,), above=table.keys, names=2, grows=True))
        else:
            sheets.append(Sheet(name, cells, names=_names(table), grows=True))
    values = {slot: value_of(places, slot, kind) for slot, kind in kinds_of(places).items()}
    memory = remembered(values)
    sheets.append(Sheet(EXPORTED, Cells((memory[0],), tuple((line,) for line in memory[1:])), hidden=True))
    return workbook(sheets, face(canvas.language), str(canvas.title))


def as_csv(reading: Reading) -> bytes:
    """The scores as CSV: `id`, `name`, then a column a curve, called by its name, its id behind that where it has one."""
    places = Places(reading)
    table = tables(places)[SCORES]
    labels = (
        name if shown(id) == name else f"{name} [{shown(id)}]"
        for name, id in zip(table.header[2:], table.keys[2:], strict=True)
    )
    lines = [("id", "name", *labels), *_values(places, table)]
    return (_MARK + "".join(",".join(map(_field, line)) + "\r\n" for line in lines)).encode()


def _names(table: Table) -> int:
    """How many columns say what a row is about."""
    first = table.rows[0] if table.rows else ()
    return sum(item.slot is None for item in first) or 1


def _values(places: Places, table: Table) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        tuple(shown(item.text) if item.slot is None else value_of(places, item.slot, item.kind) for item in row)
        for row in table.rows
    )


def _field(value: Value) -> str:
    """A field that spreadsheets take for what it is."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return figure(value)
    text = f"'{value}" if value.lstrip("'").startswith(FORMULA) else value
    return (
        '"' + text.replace('"', '""') + '"'
        if any(mark in text for mark in '",;\t\r\n') or text != text.strip()
        else text
    )
