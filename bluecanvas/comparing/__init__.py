"""Comparing: two canvases held against each other, and what changed said in the words of the strategy."""

from bluecanvas.comparing.changes import Change, Comparison, FindingChange, Kind, VerdictChange
from bluecanvas.comparing.comparison import compare

__all__ = ["Change", "Comparison", "FindingChange", "Kind", "VerdictChange", "compare"]
