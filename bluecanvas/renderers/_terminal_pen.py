"""The terminal's pen: colours as far as the terminal has them, drawing characters, and text made safe and wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bluecanvas.renderers import Look
from bluecanvas.words import clip, visible, wrap

Span = tuple[str, str]
"""A stretch of text and its style."""

NARROWEST, WIDEST = 20, 200
_LONGEST = 2000  # characters of one text that are looked at; a screen shows no more of it

# Per style: with 16 colours, with more. Blue is ours; the muted hues keep rivals apart but quiet on black and on white.
_CODES = {
    "title": ("1", "1"),
    "strong": ("1", "1"),
    "dim": ("2", "38;5;245"),
    "faint": ("2", "38;5;242"),
    "ours": ("1;94", "1;38;5;33"),
    "as-is": ("36", "38;5;74"),
    "option 0": ("1;36", "1;38;5;37"),
    "option 1": ("1;35", "1;38;5;134"),
    "other 0": ("35", "38;5;173"),
    "other 1": ("32", "38;5;107"),
    "other 2": ("31", "38;5;139"),
    "other 3": ("36", "38;5;167"),
    "other 4": ("33", "38;5;109"),
    "other 5": ("35", "38;5;143"),
    "eliminate": ("1;31", "1;38;5;167"),
    "reduce": ("1;35", "1;38;5;172"),
    "raise": ("1;32", "1;38;5;71"),
    "create": ("1;94", "1;38;5;33"),
}

_SPACE = re.compile(r"[ \t\r\n]+")
# How wide a joined, toned or re-dressed emoji is drawn differs from terminal to terminal; its plain parts do not.
_DRESS = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters a picture is drawn with."""

    ellipsis: str
    dash: str
    minus: str
    arrow: str
    dot: str
    rule: str
    leader: str
    bar: tuple[str, str, str]
    box: tuple[str, ...]
    """Corners and joints row by row, then the upright."""


_UNICODE = Glyphs("…", "–", "−", "→", "·", "─", "·", ("├", "─", "┤"), tuple("┌┬┐├┼┤└┴┘│"))
_ASCII = Glyphs("...", "-", "-", "->", "|", "-", ".", ("[", "-", "]"), tuple("+++++++++|"))


class Pen:
    """Writes styled text for one terminal: its width, its colours, its characters."""

    def __init__(self, look: Look) -> None:
        self.columns = max(NARROWEST, min(WIDEST, look.columns))
        self.ascii = look.ascii
        self.glyphs = _ASCII if look.ascii else _UNICODE
        self._depth = None if look.colours < 16 else look.colours > 16

    def line(self, spans: Iterable[Span]) -> str:
        """One line of the picture, spaces at its end left out."""
        kept = [(text, style) for text, style in spans if text]
        while kept:
            text, style = kept.pop()
            if bare := text.rstrip():
                kept.append((bare, style))
                break
        return "".join(self._paint(text, style) for text, style in kept)

    def _paint(self, text: str, style: str) -> str:
        if self._depth is None or style not in _CODES or text.isspace():
            return text
        return f"\x1b[{_CODES[style][self._depth]}m{text}\x1b[0m"

    def said(self, text: str) -> str:
        """A text from a block as it may stand on a line: nothing hidden in it, its white space single spaces."""
        return _DRESS.sub("", visible(_SPACE.sub(" ", text[:_LONGEST]).strip()))

    def lines(self, text: str, width: int, most: int = 6) -> list[str]:
        """A text from a block in lines of at most `width` cells; what goes beyond `most` of them ends in an ellipsis."""
        found = wrap(self.said(text), width)
        if len(found) > most or (len(text) > _LONGEST and len(found) == most):
            ellipsis = self.glyphs.ellipsis
            found = [*found[: most - 1], clip(found[most - 1], width - len(ellipsis), "") + ellipsis]
        return found

    def paragraph(self, text: str, style: str = "", most: int = 12) -> Iterator[str]:
        """A text from a block as lines of the whole width; nothing where it is empty."""
        if text.strip():
            yield from (self.line([(line, style)]) for line in self.lines(text, self.columns, most))
