"""Publishing: a canvas, what was found in it and a template become a report."""
