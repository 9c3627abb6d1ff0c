"""Reading bytes as YAML: text, nodes with their spans, and what is wrong with either; never an exception."""

from bluecanvas.source.reading import LIMITS, Limits, Source, read
from bluecanvas.source.tree import Kind, Node

__all__ = ["LIMITS", "Kind", "Limits", "Node", "Source", "read"]
