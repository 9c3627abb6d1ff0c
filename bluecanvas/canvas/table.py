"""The table of scores: its header names the curves, its rows the factors, its cells hold the levels."""

from __future__ import annotations

from bluecanvas.canvas.format import CanvasFile, ScoreEntry, ScoreShape
from bluecanvas.canvas.names import Names
from bluecanvas.finding import Path
from bluecanvas.parsing import NAME, WRONG, Reader
from bluecanvas.parsing.reader import wide_mark
from bluecanvas.source import Kind, Node

_SCORE = ScoreShape()


class TableScores:
    """What the table says: where each curve and factor is named, and the level in every cell."""

    def __init__(self) -> None:
        self.curves: dict[str, Path] = {}
        self.factors: dict[str, Path] = {}
        self.scores: dict[str, dict[str, ScoreEntry]] = {}
        """By curve, then by factor."""


def read_table(entry: CanvasFile, reader: Reader) -> TableScores:
    """The table's levels; names in it that `factors` and `curves` know stand for those."""
    table = TableScores()
    rows: tuple[tuple[int, list[Node]], ...] | None = entry.scores
    if not rows:
        return table
    curve_names = Names("curve", ((id, curve.name) for id, curve in entry.curves.items()))
    factor_names = Names("factor", ((id, factor.name) for id, factor in entry.factors.items()))
    at, header = rows[0]
    columns: list[str | None] = [
        _label(cell, ("scores", at, column), curve_names, table.curves, "curve", reader)
        for column, cell in enumerate(header)
        if column
    ]
    for id in columns:
        if id is not None:
            table.scores[id] = {}
    for at, row in rows[1:]:
        if not row:
            reader.report("BC014", ("scores", at), f"the row is empty; the header has {len(header)} cells")
            continue
        factor = _label(row[0], ("scores", at, 0), factor_names, table.factors, "factor", reader)
        if len(row) != len(header):
            _wrong_length(row, at, len(header), reader)
        if factor is None:
            continue
        for column, cell in enumerate(row[1 : len(header)], start=1):
            curve = columns[column - 1]
            score = _SCORE.read(cell, ("scores", at, column), reader)
            if score is not WRONG and curve is not None:
                table.scores[curve][factor] = score
    return table


def _label(cell: Node, path: Path, names: Names, seen: dict[str, Path], what: str, reader: Reader) -> str | None:
    """The id a header cell or row label stands for: a declared thing's, else the name itself."""
    name = NAME.read(cell, path, reader)
    if name is WRONG:
        return None
    if cell.text.strip() == "":
        reader.report("BC013", path, f"the {what} has an empty name", f"name the {what}")
        return None
    found = names.find(name)
    if len(found) > 1:
        names.resolve(name, path, reader)
        return None
    id: str = found[0] if found else name
    if id in seen:
        reader.report("BC011", path, f"the {what} {name!r} stands in the table a second time", "keep one of the two")
        return None
    seen[id] = path
    return id


def _wrong_length(row: list[Node], at: int, wanted: int, reader: Reader) -> None:
    trap = next(
        (mark for cell in row if cell.kind == Kind.SCALAR and cell.plain and (mark := wide_mark(cell.text))), None
    )
    if trap:
        reader.report(
            "BC020", ("scores", at), f"the full-width {trap} separates nothing in YAML, so the row has {len(row)} cells, not {wanted}",
            "write ASCII commas between the cells",
        )  # fmt: skip
        return
    reader.report(
        "BC014", ("scores", at), f"the row has {len(row)} cells, the header {wanted}",
        "give every curve a level, or null where it is unknown",
    )  # fmt: skip
