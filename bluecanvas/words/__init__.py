"""Words: texts with translations, widths in terminal cells, visible escapes, nearest names, labels by language."""

from bluecanvas.words.dates import show_date
from bluecanvas.words.labels import label
from bluecanvas.words.languages import canonical, guess, is_tag, match
from bluecanvas.words.levels import show_gap, show_level
from bluecanvas.words.naming import fold, listed, nearest, slip, suggestion
from bluecanvas.words.showing import cells, clip, pad, quoted, visible, wrap
from bluecanvas.words.text import Text

__all__ = [
    "Text",
    "canonical",
    "cells",
    "clip",
    "fold",
    "guess",
    "is_tag",
    "label",
    "listed",
    "match",
    "nearest",
    "pad",
    "quoted",
    "show_date",
    "show_gap",
    "show_level",
    "slip",
    "suggestion",
    "visible",
    "wrap",
]
