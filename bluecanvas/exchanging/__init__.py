"""Exchanging: a canvas as tables and plain data, to work in elsewhere, and what was edited there taken back."""
