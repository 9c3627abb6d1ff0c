"""A team's own theme: a YAML file of colours, a typeface and a logo, read strictly, with a place in every message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bluecanvas.cli._files import read_bytes
from bluecanvas.errors import CallError
from bluecanvas.finding import Path as Place
from bluecanvas.finding import Span
from bluecanvas.fonts.files import Face, describe
from bluecanvas.parsing import NAME, Choice, Entry, Many, Reader, Record, key
from bluecanvas.renderers import Mark, Theme
from bluecanvas.renderers._palette import PALETTES, contrast, palette
from bluecanvas.source import SCALAR, Node, Source
from bluecanvas.source import read as read_source
from bluecanvas.words import clip, visible

_ENDINGS = (".yaml", ".yml")
_COLOUR = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\Z")
_HINT = 'quote it: "#0b57d0"; what follows a bare # is a comment'
_LEAST = 1.5
"""The contrast to the background below which nothing is seen."""


class Colour:
    """A colour: # and six hexadecimal digits, or three; the # may be left out."""

    def read(self, node: Node, path: Place, reader: Reader) -> Any:
        """The colour as #rrggbb."""
        if node.kind is SCALAR and node.is_null:
            return reader.report("BC013", path, "the colour is missing", _HINT)
        found = _COLOUR.match(node.text.strip()) if node.kind is SCALAR else None
        if found is None:
            said = f"{clip(visible(node.text[:100]), 40)!r}" if node.kind is SCALAR else "this"
            return reader.report("BC013", path, f"{said} is no colour", _HINT)
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return f"#{digits.lower()}"

    def schema(self) -> dict[str, Any]:
        """A text of hexadecimal digits."""
        return {"type": "string", "pattern": "^#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$"}


COLOUR = Colour()


class FontFile(Entry):
    """The team's typeface."""

    regular: str | None = key(NAME, "a font file, from the theme's folder", required=True)
    bold: str | None = key(NAME, "its bold; the regular one again where it is left out")


class ColoursFile(Entry):
    """The colours that differ from the theme's own."""

    background: str | None = key(COLOUR, "behind everything")
    ink: str | None = key(COLOUR, "titles")
    soft: str | None = key(COLOUR, "the tagline, factors, means")
    quiet: str | None = key(COLOUR, "notes, the date, words on the scale")
    rule: str | None = key(COLOUR, "the ends of the scale, rules of tables")
    hair: str | None = key(COLOUR, "the levels between")
    zone: str | None = key(COLOUR, "behind the created factors")
    ours: str | None = key(COLOUR, "our curve")
    as_is: str | None = key(COLOUR, "our curve of today")
    options: tuple[str, ...] | None = key(Many(COLOUR), "our other options, in turn")
    others: tuple[str, ...] | None = key(Many(COLOUR), "rivals and all others, in turn")
    cut: str | None = key(COLOUR, "eliminate and reduce")
    lift: str | None = key(COLOUR, "raise and create")


class ThemeFile(Entry):
    """A theme as typed."""

    based_on: str = key(Choice(*PALETTES), "the theme whose colours hold where nothing else is said", "light")
    colours: ColoursFile | None = key(Record(ColoursFile, null=True), "the colours that differ")
    font: FontFile | None = key(Record(FontFile, short="regular"), "the team's typeface")
    logo: str | None = key(NAME, "the team's logo: a PNG or JPEG file, from the theme's folder")


def theme_of(word: str) -> str | Theme:
    """The theme a call names: a name stays what it is, a .yaml file is read; CallError for what is wrong in it."""
    if not word.lower().endswith(_ENDINGS):
        return word
    source = read_source(read_bytes(word))
    reader = Reader("en", source.root)
    entry: ThemeFile = Record(ThemeFile, null=True).read(source.root, (), reader) if source.root else ThemeFile()
    if source.root is None and not source.text.strip():
        raise CallError(f"{word}: the theme is empty", "begin with: based-on: light")
    wrong = [
        _wrong(word, source, finding.span or source.locate(finding.path, finding.on_key), finding.message, finding.hint)
        for finding in (*source.findings, *reader.findings)
    ]
    if not isinstance(entry, ThemeFile):
        raise _all_of(wrong)
    given = vars(entry.colours) if entry.colours else {}
    chosen = {name: given[name] for name in ColoursFile.keys if name in given}
    for name in ("options", "others"):
        if name in chosen and not chosen[name]:
            wrong.append(
                _wrong(word, source, source.locate(("colours", name)), f"{name} has no colour", "write one at least")
            )
    fonts: tuple[str, ...] = ()
    logo = None
    try:
        fonts = _fonts(word, source, entry.font) if entry.font and entry.font.regular else ()
    except CallError as error:
        wrong.append(error)
    try:
        logo = _logo(word, source, entry.logo) if entry.logo else None
    except CallError as error:
        wrong.append(error)
    if wrong:
        raise _all_of(wrong)
    theme = Theme(word, entry.based_on, chosen, fonts, logo)
    _check_seen(word, source, theme)
    return theme


def _all_of(wrong: Sequence[CallError]) -> CallError:
    """The first error, with the others told after it."""
    wrong[0].more = tuple(wrong[1:])
    return wrong[0]


def _fonts(word: str, source: Source, font: FontFile) -> tuple[str, str]:
    """The paths of the regular and the bold face; CallError for a file that is no font that can be drawn."""
    found = []
    for name, given in (("regular", font.regular), ("bold", font.bold or font.regular)):
        path = str(Path(word).parent.absolute() / str(given))  # fonts are kept by their path
        about = describe(Face(path)) if Path(path).is_file() else None  # a pipe would be waited for
        if about is None or not about.plain:
            what = "is no font file that can be read" if about is None else "is a font of variable or coloured design"
            where = ("font", name if getattr(font, name) else "regular")
            raise _wrong(
                word,
                source,
                source.locate(where),
                f"{given} {what}",
                "name a .ttf or .otf file, from the theme's folder",
            )
        found.append(path)
    return found[0], found[1]


def _logo(word: str, source: Source, name: str) -> Mark:
    """The theme's logo; CallError, at its place, for a file that can be none."""
    from bluecanvas.cli._theme_logo import read_mark

    try:
        return read_mark(Path(word).parent.absolute(), name)
    except CallError as error:
        raise _wrong(word, source, source.locate(("logo",)), error.message, error.hint) from None


def _check_seen(word: str, source: Source, theme: Theme) -> None:
    """CallError where a colour of letters or curves is lost on the background."""
    colours = palette(theme)
    for name in ("ink", "soft", "quiet", "ours", "as_is", "options", "others", "cut", "lift"):
        drawn = getattr(colours, name)
        for colour in drawn if isinstance(drawn, tuple) else (drawn,):
            if contrast(colour, colours.background) < _LEAST:
                at = name if name in theme.colours else "background"
                message = f"{name} {colour} cannot be seen on the background {colours.background}"
                raise _wrong(
                    word, source, source.locate(("colours", at)), message, f"set {name} or background further apart"
                )


def _wrong(word: str, source: Source, span: Span, message: str, hint: str) -> CallError:
    place = source.place(span)
    return CallError(f"{word}:{place.line}:{place.column}: {message}", hint)
