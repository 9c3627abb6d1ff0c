"""The canvas: the strategy canvas as values, and how it is read from a file."""

from bluecanvas.canvas.reading import Reading, read

__all__ = ["Reading", "read"]
