"""bluecanvas: the strategy canvas as code."""
