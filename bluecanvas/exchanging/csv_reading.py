"""Reading CSV: a table as a grid, whatever a spreadsheet separated and encoded it with, as far as that is certain."""

from __future__ import annotations

import csv
import io
import re

from bluecanvas.exchanging.grids import Cell, Grid, Problem
from bluecanvas.source import LIMITS
from bluecanvas.source.decoding import decode

_SEPARATORS = ",;\t"
_MOST_CELLS = 100_000
_MARKS = re.compile(r"""(?:^|[,;\t"(\s])(\?{2,})(?=$|[,;\t")\s])""", re.MULTILINE)
"""What is left of a word whose letters an encoding does not have."""
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What makes a spreadsheet compute a text; an apostrophe before it does not belong to the text."""


def table(data: bytes) -> tuple[Grid, list[Problem]]:
    """The table, and what keeps it from being read."""
    if len(data) > LIMITS.bytes:
        return Grid("", {}), [Problem("", f"the file holds more than {LIMITS.bytes:,} bytes", "no canvas is so large")]
    decoded = decode(data)
    text = decoded.text
    problems = []
    for one in decoded.findings:
        start = one.span.start if one.span else 0
        if decoded.readable and one.message.startswith("the file is UTF-16"):
            continue  # what spreadsheets call Unicode text
        at = f"line {text.count(chr(10), 0, start) + 1}, column {start - text.rfind(chr(10), 0, start)}"
        hint = "save it as CSV UTF-8" if not decoded.readable and "is not" in one.message else one.hint
        problems.append(Problem(at, one.message, hint))
    if problems:
        return Grid("", {}), problems
    said = text[:5].lower().startswith("sep=") and text[4:5]
    first, _, rest = text.partition("\n")
    if said and len(first.rstrip("\r")) == 5:
        separator, text, begins = text[4], rest, 2
    else:
        separator, begins = _separator(text), 1
    if lost := _lost(text):
        return Grid("", {}), [lost]
    rows: dict[int, dict[int, Cell]] = {}
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    count = 0
    try:
        for row, fields in enumerate(lines, begins):
            cells = {at: Cell(_meant(field)) for at, field in enumerate(fields) if field.strip()}
            if cells:
                rows[row] = cells
                count += len(cells)
            if count > _MOST_CELLS:
                problem = Problem(f"line {lines.line_num}", f"there are more than {_MOST_CELLS:,} filled cells")
                return Grid("", {}), [problem]
    except csv.Error as error:
        what = "a quoted field does not end, or goes on behind its quotes"
        said_so = str(error).replace("\r", " ").replace("\n", " ")
        told = what if "expected" in said_so or "unexpected" in said_so else said_so
        return Grid("", {}), [Problem(f"line {lines.line_num}", told, 'write a quote in a field as ""')]
    return Grid("", rows, decimal_comma=separator != ","), []


def _lost(text: str) -> Problem | None:
    """What to say of a file whose letters a program could not write and made question marks of; None for others."""
    found = _MARKS.search(text) if text.isascii() else None
    if found is None:
        return None
    at = f"line {text.count(chr(10), 0, found.start(1)) + 1}"
    hint = "save it again, from the file it was made of, as CSV UTF-8"
    return Problem(at, f"{found[1]} stands where letters were lost", hint)


def _separator(text: str) -> str:
    """The separator that stands most often in the first line that says something, outside of quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    return max(_SEPARATORS, key=bare.count)


def _meant(field: str) -> str:
    """A field without the apostrophe that keeps spreadsheets from computing it."""
    bare = field.lstrip("'")
    return field[1:] if field.startswith("'") and bare.startswith(FORMULA) else field
