"""Telling what a cell says: a level, a number, a text, a list or a date; what is not certain is a problem, never a guess."""

from __future__ import annotations

import re
from enum import StrEnum
from unicodedata import normalize

from bluecanvas.canvas.levels import figure
from bluecanvas.exchanging.grids import Cell, Value
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.parsing.scalars import number_of
from bluecanvas.words import clip

UNKNOWN = ("?", "null")
"""How a cell says that a level is unknown; an empty one says nothing at all."""
LONGEST = 32_767
"""Characters that a cell holds."""
_SPLIT = re.compile(r"\s*[;；]\s*")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_MINUS = str.maketrans("−–", "--")
_SHOWN = 40
_SHARES = "0 to 1"
"""A scale on which a percentage is a level."""


class Kind(StrEnum):
    """What a column holds."""

    LEVEL = "a level"
    NUMBER = "a number"
    WHOLE = "a whole number"
    TEXT = "a text"
    LIST = "a list"
    DATE = "a date"


NUMERIC = (Kind.LEVEL, Kind.NUMBER, Kind.WHOLE)


class Told(NamedTuple):
    """What a cell says: its value, or why it says none; and what to know about it."""

    value: Value = None
    problem: str = ""
    hint: str = ""
    note: str = ""


def tell(cell: Cell, kind: Kind, scale: str = "", decimal_comma: bool = False) -> Told:
    """What a cell that is not empty says in a column of that kind; `scale` says which levels there are."""
    if cell.error:
        hint = "write the value itself, or open and save the file in a spreadsheet first"
        return Told(problem=f"{cell.error} is no value", hint=hint)
    told = _number(cell, kind, scale, decimal_comma) if kind in NUMERIC else _text(cell, kind)
    if cell.computed and not told.problem:
        return told._replace(note=f"the formula's value {_shown(told.value)} is taken")
    return told


def _number(cell: Cell, kind: Kind, scale: str, decimal_comma: bool) -> Told:
    value = cell.value
    hint = f"levels run from {scale}; ? says that one is unknown" if kind is Kind.LEVEL and scale else "write a number"
    if cell.date:
        return Told(problem=f"the program has made the date {cell.date} of what was typed", hint=hint)
    note = ""
    if cell.percent and isinstance(value, float):
        percent = f"{_shown(round(value * 100, 10))}%"
        if kind is Kind.LEVEL and scale != _SHARES:
            held = f"the cell shows {percent}, and holds {_shown(value)}"
            return Told(problem=held, hint="format it as a plain number, and write the level")
        note = f"{percent} is taken as {_shown(value)}"
    if isinstance(value, str):
        plain = normalize("NFKC", value).strip().translate(_MINUS)
        if kind is Kind.LEVEL and plain.casefold() in UNKNOWN:
            return Told(None)
        if decimal_comma and _COMMA.fullmatch(plain):
            plain = plain.replace(",", ".")
        number = number_of(plain) if len(plain) < _SHOWN else None
        if number is None:
            return Told(problem=f"{clip(readable(value), _SHOWN)!r} is not {kind}", hint=hint)
        if plain != value.strip():
            note = f"the text {readable(value)!r} is taken as the number {_shown(float(number))}"
        value = float(number)
    if isinstance(value, bool) or value is None:
        return Told(problem=f"{str(value).upper()} is not {kind}", hint=hint)
    if kind is Kind.WHOLE and value != int(value):
        return Told(problem=f"{_shown(value)} is not {kind}", hint="write a whole number")
    return Told(float(value), note=note)


def _text(cell: Cell, kind: Kind) -> Told:
    value = cell.value
    if isinstance(value, bool):
        return Told(
            problem=f"{str(value).upper()} is a truth value, not {kind}",
            hint="format the cell as text, and type it again",
        )
    if cell.date:
        if kind is Kind.DATE and ":" not in cell.date:
            return Told(cell.date, note=f"the date is taken as {cell.date}")
        made = f"the program has made the date {cell.date} of what was typed"
        return Told(problem=made, hint="format the cell as text, and type it again")
    if isinstance(value, float):
        return Told(figure(value))
    text = value or ""
    if kind is Kind.DATE:
        text = normalize("NFKC", text).strip()
    return Told(listing(split(text)) if kind is Kind.LIST else shown(text))


def split(text: str) -> tuple[str, ...]:
    """The items of a list in a cell, between semicolons."""
    return tuple(item for item in _SPLIT.split(readable(text).strip()) if item)


def listing(items: tuple[str, ...]) -> str:
    """Items as one cell holds them."""
    return shown("; ".join(items))


def shown(text: str) -> str:
    """A text as a cell shows it: on one line, with nothing invisible, no longer than a cell may be."""
    plain = readable(text)
    units = plain.encode("utf-16-le")
    return (
        plain if len(units) // 2 <= LONGEST else units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore").rstrip() + "…"
    )


def _shown(value: Value) -> str:
    return figure(value) if isinstance(value, float) else repr(value)
