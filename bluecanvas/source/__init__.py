"""Reading bytes as YAML: text, nodes with their spans, and what is wrong with either; never an exception."""

from bluecanvas.source.limits import LIMITS, Enough, Limits
from bluecanvas.source.node import LIST, MAP, NULLS, SCALAR, Kind, Node
from bluecanvas.source.reading import Source, enough, read

__all__ = ["LIMITS", "LIST", "MAP", "NULLS", "SCALAR", "Enough", "Kind", "Limits", "Node", "Source", "enough", "read"]
