"""Checking: a canvas held against every rule, each finding placed in its file."""

from bluecanvas.checking.judging import check, examine
from bluecanvas.checking.selection import Layer
from bluecanvas.checking.settings import EVERYTHING, Settings

__all__ = ["EVERYTHING", "Layer", "Settings", "check", "examine"]
