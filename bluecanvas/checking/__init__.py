"""Checking: a canvas held against every rule, each finding placed in its file."""

from bluecanvas.checking.judging import Held, blocks, check, examine, examine_all
from bluecanvas.checking.selection import Layer
from bluecanvas.checking.settings import EVERYTHING, Settings

__all__ = ["EVERYTHING", "Held", "Layer", "Settings", "blocks", "check", "examine", "examine_all"]
