"""Telling what pictures of a canvas lack, while they are made: characters that no font draws, and pictures themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bluecanvas.cli._saying import progress, say
from bluecanvas.errors import MissingGlyphs, NoPicture
from bluecanvas.words import visible


@contextmanager
def telling_what_lacks(name: str = "") -> Iterator[None]:
    """Makes one note of all that the fonts warn of, and one of each picture left out; `name` says of which canvas."""
    import warnings

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", MissingGlyphs)
        warnings.simplefilter("always", NoPicture)
        yield
    lacking: set[str] = set()
    called = f"{name}: " if name else ""
    for said in dict.fromkeys(str(one.message) for one in told if isinstance(one.message, NoPicture)):
        progress("")
        say(f"note: {called}{visible(said)}")
    for one in told:
        if isinstance(one.message, MissingGlyphs):
            lacking.update(one.message.chars)
        elif not isinstance(one.message, NoPicture):
            warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)
    if lacking:
        from bluecanvas.fonts import lack

        progress("")
        say(f"note: {called}{lack(''.join(sorted(lacking)))}")
