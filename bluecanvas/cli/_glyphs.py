"""Telling which characters of a canvas no font draws, while pictures of it are made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bluecanvas.cli._saying import progress, say
from bluecanvas.errors import MissingGlyphs


@contextmanager
def telling_what_lacks(name: str = "") -> Iterator[None]:
    """Makes one note of all that the fonts warn of; `name` says of which canvas."""
    import warnings

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", MissingGlyphs)
        yield
    lacking: set[str] = set()
    for one in told:
        if isinstance(one.message, MissingGlyphs):
            lacking.update(one.message.chars)
        else:
            warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)
    if lacking:
        from bluecanvas.fonts import lack

        progress("")
        say(f"note: {name + ': ' if name else ''}{lack(''.join(sorted(lacking)))}")
