"""The terminal's pen: colours as far as the terminal has them, drawing characters, and text made safe and wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bluecanvas.renderers import Look
from bluecanvas.words import clip, visible, wrap

Span = tuple[str, str]
"""A stretch of text and its style."""

NARROWEST, WIDEST = 20, 200

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

_SPACES = {ord(char): " " for char in "\t\r\n"}


class Glyphs:
    """The characters a picture is drawn with."""

    ellipsis = "…"
    dash = "–"
    minus = "−"
    arrow = "→"
    dot = "·"
    rule = "─"
    leader = "·"
    bar = ("├", "─", "┤")
    box = tuple("┌┬┐├┼┤└┴┘│")
    """Corners and joints row by row, then the upright."""


class AsciiGlyphs(Glyphs):
    """The same where only ASCII can be drawn."""

    ellipsis = "..."
    dash = minus = rule = "-"
    arrow = "->"
    dot = "|"
    leader = "."
    bar = ("[", "-", "]")
    box = tuple("+++++++++|")


class Pen:
    """Writes styled text for one terminal, its width, colours and characters, in one language."""

    def __init__(self, look: Look, language: str = "en") -> None:
        self.language = language
        self.columns = max(NARROWEST, min(WIDEST, look.columns))
        self.ascii = look.ascii
        self.glyphs = AsciiGlyphs if look.ascii else Glyphs
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

    def said(self, text: str, longest: int = 1000) -> str:
        """The first characters of a text as they may stand on a line: nothing hidden, white space as single spaces."""
        plain = " ".join(part for part in text[:longest].translate(_SPACES).split(" ") if part)
        return plain if plain.isascii() and plain.isprintable() else _undressed(visible(plain))

    def lines(self, text: str, width: int, most: int = 6) -> list[str]:
        """A text from a block in lines of at most `width` cells, an ellipsis where there would be more than `most`."""
        found = wrap(self.said(text, 4 * most * width), width)  # four: marks share the cell of their letter
        if len(found) > most:
            ellipsis = self.glyphs.ellipsis
            found = [*found[: most - 1], clip(found[most - 1], width - len(ellipsis), "") + ellipsis]
        return found

    def paragraph(self, text: str, style: str = "", most: int = 12) -> Iterator[str]:
        """A text from a block as lines of the whole width; nothing where it is empty."""
        if text.strip():
            yield from (self.line([(line, style)]) for line in self.lines(text, self.columns, most))


def _undressed(text: str) -> str:
    """The text with its emoji in their plain parts: how wide a joined or toned one is differs between terminals."""
    return "".join(
        char
        for char, after in zip(text, text[1:] + " ", strict=True)
        if not (
            "\ufe0e" <= char <= "\ufe0f"
            or "\U0001f3fb" <= char <= "\U0001f3ff"
            or (char == "\u200d" and ("\u2600" <= after <= "\u27bf" or "\U0001f000" <= after <= "\U0001faff"))
        )
    )
