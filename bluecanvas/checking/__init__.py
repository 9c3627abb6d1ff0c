"""Checking: a canvas held against every rule, each finding placed in its file."""

from bluecanvas.checking.judging import check, examine
from bluecanvas.checking.selection import EVERYTHING, Selection

__all__ = ["EVERYTHING", "Selection", "check", "examine"]
