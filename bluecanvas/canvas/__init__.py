"""The canvas: the strategy canvas as values, and how they are read from the file."""
