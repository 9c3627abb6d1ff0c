"""Parsing: typed shapes that read nodes into values, collect what is wrong, and describe themselves as JSON Schema."""

from bluecanvas.parsing.dates import DATE
from bluecanvas.parsing.reader import WRONG, Reader
from bluecanvas.parsing.records import Entry, Record, key
from bluecanvas.parsing.scalars import (
    BOOLEAN,
    NAME,
    NUMBER,
    SHARE,
    TEXT,
    WHOLE,
    Choice,
    Number,
)
from bluecanvas.parsing.shape import Shape
from bluecanvas.parsing.shapes import DATA, Many, Mapped, data_of

__all__ = [
    "BOOLEAN",
    "DATA",
    "DATE",
    "NAME",
    "NUMBER",
    "SHARE",
    "TEXT",
    "WHOLE",
    "WRONG",
    "Choice",
    "Entry",
    "Many",
    "Mapped",
    "Number",
    "Reader",
    "Record",
    "Shape",
    "data_of",
    "key",
]
