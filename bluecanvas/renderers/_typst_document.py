"""A document as data for the program that sets it with typst: texts made fit to be read, tables given their widths."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from bluecanvas.blocks import Curves, Facets, Grid, Prose
from bluecanvas.documents import (
    Code,
    Document,
    Heading,
    Listing,
    Paragraph,
    Piece,
    Quote,
    Rows,
    Rule,
    Run,
    Runs,
    Shown,
    plain,
)
from bluecanvas.errors import NoPicture
from bluecanvas.fonts import Face, Faces, has, is_east_asian, readable
from bluecanvas.renderers import Look, _typst, _typst_scene
from bluecanvas.renderers._document import as_rows, key_below, leads, ordered, whole
from bluecanvas.renderers._office_fitting import height as height_of
from bluecanvas.renderers._palette import palette
from bluecanvas.renderers._pictures import faces_in, texts
from bluecanvas.renderers._typst_tables import Part, fits, parts
from bluecanvas.renderers._typst_text import folded, leaning, spoken
from bluecanvas.words import cells, clip

_PAGE = (595.28, 841.89)
_SIDE, _TOP, _BOTTOM = 58.0, 66.0, 66.0
_WIDE, _HIGH = _PAGE[0] - 2 * _SIDE, _PAGE[1] - _TOP - _BOTTOM
_PICTURE = 0.8
"""The part of a page that a picture takes at most, so that its heading and caption stay with it."""
_TURNED = _PAGE[1] - 2 * _SIDE, 0.78 * (_PAGE[0] - _TOP - _BOTTOM)
"""The room of a picture on a page that is broader than high."""
_LONG_NAME = 80
_INDENT = 24.0
_MONO = "DejaVu Sans Mono"
"""A face that comes with typst."""
_DECIDING = 200
"""Rows of a table that decide how wide its columns are."""
_ROW = 0.3
"""A row that takes more of a page than this may be broken."""
_LETTER = 0.62
"""How wide a letter is at most on the average, in sizes; three wide ones take the room of four."""
_WIDE_LETTER = re.compile("[MW<>+=~^%@&#—…]")
_CODE = 0.53
"""How wide a letter of code is, in sizes."""
_LONGEST_LINK = 2000
_LONG = 800
"""Cells of what is kept with something else: a longer heading is not, a longer caption is clipped."""
_MOST_FOOTER, _MOST_ALT = 300, 20_000
_WORD = re.compile(r"[^\s\u2e80-\ud7ff\uf900-\uffef]+")
_LETTERS = r"(?:.[\u0300-\u036f\u200c\u200d\ufe00-\ufe0f]*)"
_KEPT = ("background", "ink", "soft", "quiet", "rule", "hair", "zone", "ours")


def set_document(document: Document, look: Look) -> bytes:
    """A document as a PDF of A4 pages."""
    return _Setter(document, look).set()


class _Setter:
    """One document being turned into data."""

    def __init__(self, document: Document, look: Look) -> None:
        self._document = document
        self._look = look
        self._pieces = ordered(document)
        text = "".join((*texts(self._pieces), document.author, document.date, document.footer, "•–·/0123456789"))
        self._faces = faces_in(text, document.language, look.theme)
        self._drawn: list[Faces] = []
        self._text = text

    def set(self) -> bytes:
        """The whole document."""
        pieces = list(self._set(self._pieces, _WIDE))
        at = 1 if pieces and pieces[0]["kind"] == "heading" else 0
        under = " · ".join(filter(None, (self._document.author.strip(), self._document.date.strip())))
        if under:
            pieces.insert(at, {"kind": "byline", "text": self._parts(under, _WIDE, self._size)})
        known = _typst.typefaces(tuple(dict.fromkeys(self._every_face())))
        return _typst.compiled({**self._about(known), "pieces": _with_headings(pieces)}, known)

    @property
    def _leads(self) -> bool:
        """Whether East Asian letters are the rule, and Latin ones are taken from the same face."""
        return self._faces.regular == self._faces.bold and any(is_east_asian(char) for char in self._text)

    @property
    def _size(self) -> float:
        return 10.0 if self._leads else 9.5

    def _every_face(self) -> Iterable[Face]:
        yield from leaning(self._faces)
        for used in (self._faces, *self._drawn):
            yield from (*used.regular, *used.bold)

    def _about(self, known: _typst.Typefaces) -> dict[str, Any]:
        """Everything but the pieces."""
        document, colours, size = self._document, palette(self._look.theme), self._size
        title = readable(document.title) or readable(self._first_heading()) or "bluecanvas"
        language, region = spoken(document.language)
        logo = document.logo
        return {
            "title": title,
            "author": readable(document.author),
            "language": language,
            "region": region,
            "colours": {name: getattr(colours, name) for name in _KEPT},
            "page": {
                "width": _PAGE[0], "height": _PAGE[1], "side": _SIDE, "top": _TOP, "bottom": _BOTTOM, "size": size,
                "leading": (0.78 if self._leads else 0.74) * size, "spacing": (1.15 if self._leads else 1.05) * size,
                "title": 23.0 if cells(title) <= 60 else 18.0 if cells(title) <= 140 else 14.0,
            },
            "fonts": self._fonts(known),
            "footer": self._parts(clip(document.footer, _MOST_FOOTER), _WIDE - 60, 8.0),
            "logo": list(logo.data) if logo else None,
            "logo-name": readable(logo.name) if logo else "",
        }  # fmt: skip

    def _fonts(self, known: _typst.Typefaces) -> dict[str, Any]:
        """The families by their use; letters that no face has in bold get a rim."""
        regular, bold = self._faces.regular, self._faces.bold
        east = next((char for char in self._text if is_east_asian(char)), "")
        face = next((face for face in bold if east and has(face, east)), None)
        drawn = self._drawn or [self._faces]
        rimmed = "all" if regular[0] == bold[0] else "east" if face and face in regular else "none"
        return {
            "regular": known.names(regular),
            "bold": known.names(bold),
            "mono": [_MONO, *known.names(regular)],
            "drawn": known.names([face for used in drawn for face in used.regular]),
            "drawn-bold": known.names([face for used in drawn for face in used.bold]),
            "rimmed": rimmed,
            "upright": self._leads,
            "justify": self._leads,
        }

    def _first_heading(self) -> str:
        return next((plain(piece.runs) for piece in self._pieces if isinstance(piece, Heading)), "")

    def _set(self, pieces: Iterable[Piece], room: float) -> Iterable[dict[str, Any]]:
        pieces = tuple(pieces)
        for piece, after in zip_longest(pieces, pieces[1:]):
            if isinstance(piece, Heading):
                runs, long = self._runs(piece.runs, room / 2.0), cells(plain(piece.runs)) > _LONG
                yield {"kind": "heading", "level": piece.level, "runs": runs, "long": long}
            elif isinstance(piece, Paragraph):
                yield {"kind": "paragraph", "runs": self._runs(piece.runs, room), "leads": leads(piece, after)}
            elif isinstance(piece, Listing):
                items = [list(self._set(item, max(60.0, room - _INDENT))) for item in piece.items]
                yield {"kind": "listing", "ordered": piece.ordered, "start": piece.start, "items": items}
            elif isinstance(piece, Quote):
                yield {"kind": "quote", "pieces": list(self._set(piece.pieces, max(60.0, room - 13)))}
            elif isinstance(piece, Code):
                yield {"kind": "code", "text": self._code(piece.text, room - 16)}
            elif isinstance(piece, Rows):
                yield from self._table(piece, "", room)
            elif isinstance(piece, Shown):
                yield from self._shown(piece, room)
            elif isinstance(piece, Rule):
                yield {"kind": "rule"}

    def _shown(self, piece: Shown, room: float) -> Iterable[dict[str, Any]]:
        block = piece.block
        if isinstance(block, Prose):
            for text in block.paragraphs:
                if text.strip():
                    yield {"kind": "paragraph", "runs": self._runs((Run(text),), room), "leads": False}
            return
        made = _typst_scene.drawn(block, self._look, room, _HIGH * _PICTURE) if piece.picture else None
        turned = piece.picture and made is None and isinstance(block, Curves | Facets)
        if turned and room == _WIDE:  # a page of its own, broader than high
            made = _typst_scene.drawn(block, self._look, *_TURNED)
        if made is None:
            if turned:
                told = clip(" ".join(block.title.split()), _LONG_NAME) or "the picture"
                said = f"{told}: a table in the PDF, for the letters of its picture would be too small to read"
                warnings.warn(NoPicture(f"{said}; shorten names, or plot it by itself"), stacklevel=2)
            if not (turned and Shown(block, picture=False) in self._pieces):  # the table stands there by itself
                yield from self._table(as_rows(block), key_below(block), room)
            return
        scene, faces = made
        self._drawn.append(faces)
        whole_curves = block.whole if isinstance(block, Facets) else block
        under: tuple[str, ...] = ()
        if isinstance(whole_curves, Curves):
            under = (whole_curves.subtitle, whole_curves.dated, whole_curves.note)
        elif isinstance(block, Grid):
            under = (block.subtitle,)
        caption = " · ".join(part for part in (block.title, *under) if part.strip())
        yield {
            "kind": "picture",
            "turned": turned,
            "alt": clip(readable(piece.alt or block.alt()), _MOST_ALT) or readable(block.title) or "–",
            "caption": self._parts(clip(caption, _LONG), room, 8.0),
            **_typst_scene.data(scene),
        }

    def _table(self, table: Rows, key: str, room: float) -> Iterable[dict[str, Any]]:
        """A table as wide as it needs, or in parts below each other; a word wider than its column may be broken."""
        if not table.header:
            return
        rows = whole(table)
        said = [
            [self._readable(plain(row[at])) for row in (table.header, *rows[:_DECIDING])]
            for at in range(len(table.header))
        ]
        for part in parts(said, room):
            yield self._part(table, rows, part, key)
            key = ""

    def _part(self, table: Rows, rows: Sequence[Sequence[Runs]], part: Part, key: str) -> dict[str, Any]:
        inner = [width - 2 * part.pad for width in part.widths]

        def cells(row: Sequence[Runs], bold: bool = False) -> list[list[dict[str, Any]]]:
            return [self._runs(row[at], width, part.size, bold) for at, width in zip(part.columns, inner, strict=True)]

        def tall(row: Sequence[Runs]) -> bool:
            heights = (
                height_of(self._readable(plain(row[at])), part.size, width)
                for at, width in zip(part.columns, inner, strict=True)
            )
            return max(heights) * 1.2 > _ROW * _HIGH

        return {
            "kind": "table",
            "size": part.size,
            "pad": part.pad,
            "widths": [round(width, 2) for width in part.widths],
            "numeric": [k for k, at in enumerate(part.columns) if at in table.numeric],
            "header": cells(table.header, bold=True),
            "rows": [{"cells": cells(row), "tall": tall(row)} for row in rows],
            "tall": tall(table.header),
            "key": self._parts(clip(key, _LONG), sum(part.widths), 8.0),
        }

    def _runs(self, runs: Runs, room: float, size: float = 0.0, bold: bool = False) -> list[dict[str, Any]]:
        return [
            {
                "text": [
                    self._parts(line, room, size or self._size, bold or run.bold) for line in run.text.split("\n")
                ],
                "bold": run.bold,
                "italic": run.italic,
                "code": run.code,
                "struck": run.struck,
                "link": run.link if len(run.link) <= _LONGEST_LINK else "",
            }
            for run in runs
            if run.text
        ]

    def _parts(self, text: str, room: float, size: float, bold: bool = False) -> list[str]:
        """A line of text as parts, between which it may be broken where a word has no other place for it."""
        said = self._readable(text)
        most = max(1, int(room / (size * _LETTER)))
        parts: list[str] = []
        at = 0
        for word in _WORD.finditer(said):
            if len(word[0]) + len(_WIDE_LETTER.findall(word[0])) / 3 > most and not fits(word[0], size, bold, room):
                pieces = re.findall(f"{_LETTERS}{{1,{4 if most > 12 else 1}}}", word[0])
                parts += [said[at : word.start()], *pieces[:-1]]
                at = word.end() - len(pieces[-1])
        return [part for part in (*parts, said[at:]) if part]

    def _code(self, text: str, room: float) -> str:
        """Lines as they are, those that are too long for the page cut into several."""
        most = max(8, int(room / (_CODE * self._size)))
        lines = [self._readable(line.expandtabs(4)) for line in text.split("\n")]
        return "\n".join(part for line in lines for part in folded(line, most))

    def _readable(self, text: str) -> str:
        """A text that the faces can say, its spaces kept."""
        return " ".join(readable(word, self._faces.missing) for word in text.split(" "))


def _with_headings(pieces: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pieces, what heads a picture on a page of its own put there with it."""
    found: list[dict[str, Any]] = []
    for piece in pieces:
        if piece.get("turned"):
            at = len(found)
            while at and (found[at - 1]["kind"] in ("heading", "byline") or found[at - 1].get("leads")):
                at -= 1
            piece["before"] = found[at:]
            del found[at:]
        found.append(piece)
    return found
