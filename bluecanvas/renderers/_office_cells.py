"""Blocks as cells: a header and rows of texts, numbers and gaps, for whoever calculates on."""

from __future__ import annotations

import re
from typing import TypeAlias

from bluecanvas.blocks import Block, Curves, Facets, Grid
from bluecanvas.named import NamedTuple
from bluecanvas.words import label

Value: TypeAlias = str | float | None

_NUMBER = re.compile(r"([+−-]?)(0|[1-9][0-9]{0,14})(([^0-9]{1,4})([0-9]{1,15}))?")
"""A sign, a whole number, and behind a language's decimal sign its decimals."""
_NOTHING = (None, "", "–")


class Worked(float):
    """A number that follows other cells of its row: `formula` is one of them, or the difference of two."""

    formula: str

    def __new__(cls, value: float, formula: str) -> Worked:
        """The number as it is now."""
        found = super().__new__(cls, value)
        found.formula = formula
        return found


class Cells(NamedTuple):
    """A table of values; what is not known is None. `numeric` columns hold numbers."""

    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    numeric: frozenset[int] = frozenset()


def column(at: int) -> str:
    """A column's letters: A, B, …, Z, AA."""
    letters = ""
    while at >= 0:
        letters = chr(ord("A") + at % 26) + letters
        at = at // 26 - 1
    return letters


def cells(block: Block) -> Cells:
    """The block's values: levels as exact numbers with their intervals in columns of their own, else its table."""
    if isinstance(block, Facets):
        return _levels(block.whole)
    if isinstance(block, Curves):
        return _levels(block)
    if isinstance(block, Grid):
        return _moves(block)
    table = block.as_table()
    sign = label("decimal", table.language)
    rows = tuple(
        tuple(_value(text, sign) if k in table.numeric else text for k, text in enumerate(row)) for row in table.rows
    )
    return Cells(table.header, rows, table.numeric)


def filled(table: Cells) -> Cells:
    """The table without the columns in which nothing stands; the first always stays."""
    kept = [
        at
        for at in range(len(table.header))
        if not at or not table.rows or any(at < len(row) and row[at] not in _NOTHING for row in table.rows)
    ]
    if len(kept) == len(table.header):
        return table
    return Cells(
        tuple(table.header[at] for at in kept),
        tuple(tuple(row[at] for at in kept if at < len(row)) for row in table.rows),
        frozenset(to for to, at in enumerate(kept) if at in table.numeric),
    )


def _levels(block: Curves) -> Cells:
    """A row a factor: the levels of every curve, what is known of their intervals and answers, then ranges and moves."""
    low, high = label("low", block.language), label("high", block.language)
    words = {"low": low, "high": high, "n": "n"}
    lines = (*block.lines, *block.derived)
    columns: list[tuple[str, list[Value]]] = [(block.factor_word, [axis.name for axis in block.axes])]
    columns += [(line.name, [point.value for point in line.points]) for line in lines]
    for line in lines:
        for name, word in words.items():
            known: list[Value] = [getattr(point, name) for point in line.points]
            if any(value is not None for value in known):
                columns.append((f"{line.name} ({word})", known))
    for band in block.bands:
        ranges = [block.range_of(band, j) for j in range(len(block.axes))]
        columns.append((f"{band.name} ({low})", [ends[0] if ends else None for ends in ranges]))
        columns.append((f"{band.name} ({high})", [ends[1] if ends else None for ends in ranges]))
    numeric = frozenset(range(1, len(columns)))
    if block.shifts:
        moves = {shift.axis: shift.said(block.language) for shift in block.shifts}
        columns.append((block.move_word, [moves.get(axis.id) for axis in block.axes]))
    header, values = zip(*columns, strict=True)
    return Cells(header, tuple(zip(*values, strict=True)), numeric)


def _moves(block: Grid) -> Cells:
    """A row a move: its levels and its gap as exact numbers, the rest as its table has it."""
    table = block.as_table()
    moves = [move for cell in block.cells for move in (cell.moves or (None,))]
    rows: list[tuple[Value, ...]] = []
    for (action, factor, _, _, against, _, why), move in zip(table.rows, moves, strict=True):
        start, target, baseline = (move.start, move.target, move.baseline) if move else (None, None, None)
        gap = None if target is None or baseline is None else round(target - baseline, 9) + 0.0
        rows.append((action, factor, start, target, against, gap, why))
    return Cells(table.header, tuple(rows), table.numeric)


def _value(text: str, sign: str) -> Value:
    """A number a table shows with its language's decimal sign, None where it shows none; other text as it stands."""
    found = _NUMBER.fullmatch(text)
    if found is None or (found[4] or sign) != sign:
        return None if text in _NOTHING else text
    whole, decimals = found[2], found[5] or "0"
    return float(f"{whole}.{decimals}") * (-1 if found[1] in ("−", "-") else 1) + 0.0
