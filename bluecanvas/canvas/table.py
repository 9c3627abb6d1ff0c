"""The table of scores: its header names the curves, its rows the factors, its cells hold the levels."""

from __future__ import annotations

from typing import Any

from bluecanvas.canvas.format import CanvasFile
from bluecanvas.canvas.format_scores import ScoreEntry, ScoreShape, entry_of
from bluecanvas.canvas.names import Names, composed
from bluecanvas.finding import Path
from bluecanvas.parsing import NAME, WRONG, Reader
from bluecanvas.parsing.mending import cells_separated
from bluecanvas.parsing.reader import said, wide_mark
from bluecanvas.parsing.scalars import number_of
from bluecanvas.source import SCALAR, Node
from bluecanvas.words import quoted

_SCORE = ScoreShape()
_COMMAS = "，、"
_NULLS = ("null", "~")


class TableScores:
    """What the table says: where each curve and factor is named, and the level in every cell."""

    def __init__(self) -> None:
        self.curves: dict[str, Path] = {}
        self.factors: dict[str, Path] = {}
        self.scores: dict[str, dict[str, ScoreEntry]] = {}
        """By curve, then by factor."""
        self.whole = True
        """Whether every row and column could be told which factor or curve it is."""


def read_table(entry: CanvasFile, reader: Reader) -> TableScores:
    """The table's levels; names in it that `factors` and `curves` know stand for those."""
    table = TableScores()
    rows: tuple[tuple[int, list[Node]], ...] | None = entry.scores
    if not rows:
        return table
    curve_names = Names("curve", ((id, curve.name) for id, curve in entry.curves.items()))
    factor_names = Names("factor", ((id, factor.name) for id, factor in entry.factors.items()))
    at, header = rows[0]
    if len(header) < 2:
        if header and header[0].plain and reader.trapped(header[0].text, ("scores", at, 0)):
            for at, row in rows[1:]:
                _run_together(row, at, 1 + sum(map(header[0].text.count, _COMMAS)), reader)
            return table
        message = "the header names no curve"
        reader.report("BC014", ("scores", at), message, "write it as [Factor, Southwest, Average airline]")
        return table
    columns: list[str | None] = [
        _label(cell, ("scores", at, column), curve_names, table.curves, "curve", reader)
        for column, cell in enumerate(header)
        if column
    ]
    for id in columns:
        if id is None:
            table.whole = False
        else:
            table.scores[id] = {}
    for at, row in rows[1:]:
        if not row:
            message = f"the row is empty; the header has {len(header)} cells"
            reader.report("BC014", ("scores", at), message, "remove it, or write a factor and its levels")
            continue
        whole = len(row) == len(header) or _wrong_length(row, at, len(header), factor_names, reader)
        factor = _label(row[0], ("scores", at, 0), factor_names, table.factors, "factor", reader)
        if factor is None:
            table.whole = False
            continue
        for column, curve in enumerate(columns, start=1):
            path: Path = ("scores", at, column)
            score: Any = _SCORE.read(row[column], path, reader) if whole and column < len(row) else WRONG
            if curve is not None:  # what could not be read has been reported, and is no gap of its author's
                table.scores[curve][factor] = (
                    ScoreEntry(value=None, path=path) if score is WRONG else entry_of(score, path)
                )
    return table


def _label(cell: Node, path: Path, names: Names, seen: dict[str, Path], what: str, reader: Reader) -> str | None:
    """The id a header cell or row label stands for: a declared thing's, else the name itself."""
    name = NAME.read(cell, path, reader)
    if name is WRONG:
        return None
    found = names.find(name)
    if len(found) > 1:
        names.resolve(name, path, reader)
        return None
    id: str = found[0] if found else composed(name)
    if id in seen:
        reader.report(
            "BC011", path, f"the {what} {quoted(said(name))} stands in the table a second time", "keep one of the two"
        )
        return None
    seen[id] = path
    return id


def _wrong_length(row: list[Node], at: int, wanted: int, factors: Names, reader: Reader) -> bool:
    """Report a row that is too short or too long; whether its cells are levels all the same."""
    path = ("scores", at)
    missing = wanted - len(row)
    if _run_together(row, at, wanted, reader):
        return False
    message = f"the row has {_cells(len(row))}, the header {wanted}"
    if missing < 0:
        from bluecanvas.canvas.cut_rows import report_too_long  # hardly ever asked

        return report_too_long(row, path, wanted, message, lambda name: bool(factors.find(name)), reader)
    reader.report("BC014", path, message, "give every curve a level, or null where it is unknown")
    return True


def _run_together(row: list[Node], at: int, wanted: int, reader: Reader) -> bool:
    """Report a row that is too short because full-width commas stand between its cells; whether it is one."""
    plain, path = _plain(row), ("scores", at)
    wide = next((mark for text in plain if (mark := wide_mark(text))), None)
    if wide is None or not 0 < wanted - len(row) <= sum(text.count(mark) for text in plain for mark in _COMMAS):
        return False
    fix = cells_separated(row, wanted, path, lambda text: number_of(text) is not None or text in _NULLS)
    message = f"the row has {_cells(len(row))}, not {wanted}: the full-width {wide} separates nothing in YAML"
    reader.report("BC020", path, message, "write ASCII commas between the cells", fix=fix)
    return True


def _plain(row: list[Node]) -> list[str]:
    return [cell.text[:100] if cell.kind is SCALAR and cell.plain else "" for cell in row]


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"
