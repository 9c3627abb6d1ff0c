"""A document's text: its pieces, at any depth, as the paragraphs, lists, tables and pictures of a word processor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, repeat, zip_longest

from bluecanvas.blocks import Block, Curves, Facets, Grid, Prose, Scorecard
from bluecanvas.documents import Code, Heading, Listing, Notes, Paragraph, Piece, Quote, Rows, Rule, Run, Shown
from bluecanvas.named import NamedTuple
from bluecanvas.renderers import Look
from bluecanvas.renderers._document import as_rows, key_below, leads
from bluecanvas.renderers._key import key
from bluecanvas.renderers._office_document_lists import MOST, STEP, Mark
from bluecanvas.renderers._office_document_pictures import inline, needs_width, pictured
from bluecanvas.renderers._office_document_tables import Spot, quarters, table
from bluecanvas.renderers._office_document_text import Ink, Layout, Writing, framed
from bluecanvas.renderers._office_package import Link, Part
from bluecanvas.renderers._office_paper import Paper, Sections
from bluecanvas.renderers._palette import palette

_INDENT = 300
"""Of what is quoted, in twentieths of a point."""
_GAP = framed("", Layout(spacing='w:before="0" w:after="0" w:line="140" w:lineRule="exact"'))
"""Below a table, which must not touch the next one, or they become one."""
_NO_LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""Of a paragraph that only ends a section."""
_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="CFD6DD"/></w:pBdr>'
_UPRIGHT = 'w:line="240" w:lineRule="auto"'
"""Lines as high as a picture, whatever the client's are."""


class _Place(NamedTuple):
    """Where pieces stand: how far in, in twentieths of a point, how deep in lists, and whether they are quoted."""

    left: int = 0
    depth: int = 0
    quoted: bool = False


_TOP = _Place()


class Text:
    """The text of one document as it is written, and the pictures in it."""

    def __init__(self, paper: Paper, look: Look, writing: Writing, sections: Sections) -> None:
        self._paper, self._look, self._writing, self._sections = paper, look, writing, sections
        self._across = self._begun = False
        self._said: set[Curves] = set()
        self.pictures: list[Part] = []

    @property
    def section(self) -> str:
        """The properties of the section in which the text stands."""
        return self._sections.across if self._across else self._sections.upright

    def links(self) -> tuple[Link, ...]:
        """What the text refers to: pictures, and addresses on the web."""
        pictures = (Link(_picture_link(at), "image", part.name) for at, part in enumerate(self.pictures, 1))
        return (*pictures, *self._writing.links())

    def pieces(self, pieces: Iterable[Piece], place: _Place = _TOP) -> str:
        """The pieces as XML, in their order."""
        pieces = tuple(pieces)
        across = self._wide(pieces) if place == _TOP else [self._across] * len(pieces)
        return "".join(
            self._turned(wide) + self._piece(piece, place, leads(piece, after))
            for piece, after, wide in zip_longest(pieces, pieces[1:], across)
            if piece is not None
        )

    def _wide(self, pieces: Sequence[Piece]) -> list[bool]:
        """Which pieces stand on pages that are turned: pictures that need the width, and what leads to them."""
        found = [self._sections.across != "" and self._needs_width(piece) for piece in pieces]
        for at in range(len(pieces) - 2, -1, -1):
            stays = isinstance(pieces[at], Heading) or leads(pieces[at], pieces[at + 1])
            found[at] = found[at] or (found[at + 1] and stays)
        return found

    def _needs_width(self, piece: Piece) -> bool:
        if not isinstance(piece, Shown) or not piece.picture or not isinstance(piece.block, Curves | Facets):
            return False
        return needs_width(piece.block, self._look, self._paper.width)

    def _turned(self, across: bool) -> str:
        """The end of the section where the next piece stands on pages turned otherwise."""
        end = ""
        if across != self._across and self._begun:
            end = f"<w:p><w:pPr>{_NO_LINE}{self.section}</w:pPr></w:p>"
            self._sections = self._sections.after()
        self._across, self._begun = across, True
        return end

    def line(self, text: str, style: str) -> str:
        """A paragraph of plain text in a style."""
        return self._writing.paragraph((Run(text),), Layout(self._style(style)))

    def _piece(self, piece: Piece, place: _Place, stays: bool) -> str:
        match piece:
            case Heading(0):
                return self._writing.paragraph(piece.runs, Layout(self._style("title"), keep=True))
            case Heading() if place == _TOP:
                return self._writing.paragraph(piece.runs, Layout(self._style(f"heading {piece.level}"), keep=True))
            case Heading():
                return self._writing.paragraph(piece.runs, self._layout(place)._replace(keep=True), Ink(bold=True))
            case Paragraph():
                return self._writing.paragraph(piece.runs, self._layout(place)._replace(keep=stays))
            case Listing():
                return self._listing(piece, place)
            case Quote():
                return self.pieces(piece.pieces, place._replace(left=place.left + _INDENT, quoted=True))
            case Code():
                style = self._style("html preformatted")
                return self._writing.lines(piece.text, Layout(style, left=place.left or None))
            case Rows():
                return self._table(piece, place, "")
            case Shown():
                return self._shown(piece, place)
            case Rule():
                return framed("", Layout(border=_LINE, left=place.left or None))
            case Notes():
                return ""

    def _style(self, name: str) -> str:
        return self._paper.styles.ids.get(name, "")

    def _layout(self, place: _Place) -> Layout:
        return Layout(self._style("quote") if place.quoted else "", left=place.left or None)

    def _room(self, place: _Place) -> float:
        return max(72.0, (self._paper.height if self._across else self._paper.width) - place.left / 20)

    def _spot(self, place: _Place) -> Spot:
        return Spot(self._room(place), self._paper.styles.size, place.left)

    def _listing(self, listing: Listing, place: _Place) -> str:
        styles = self._paper.styles
        numbers: Iterable[Run | None] = repeat(None)
        if listing.ordered and listing.start + len(listing.items) > MOST:
            mark = Mark("", "", own=False)
            numbers = (Run(f"{k}. ") for k in count(listing.start))
        else:
            mark = self._paper.lists.begun(listing.ordered, place.depth, listing.start, styles.ids, styles.lists)
        last = len(listing.items) - 1
        return "".join(  # the first one does not stay behind alone
            self._item(item, mark, place, number, stays=at == 0 < last)
            for at, (item, number) in enumerate(zip(listing.items, numbers, strict=False))
        )

    def _item(self, item: Sequence[Piece], mark: Mark, place: _Place, number: Run | None, *, stays: bool) -> str:
        """An item: its first paragraph beside the mark, or after its number where it has none, the rest below it."""
        first, *rest = item or (Paragraph(()),)
        if not isinstance(first, Paragraph | Heading):
            first, rest = Paragraph(()), [*item]
        if rest:
            stays = stays or isinstance(first, Heading) or leads(first, rest[0])
        inner = _Place(place.left + STEP, place.depth + 1, place.quoted)
        indents = not mark.own and (not mark.place or inner.left != STEP * inner.depth)
        layout = Layout(
            mark.style,
            keep=stays,
            numbered=mark.place,
            left=inner.left if indents else None,
            hanging=STEP if indents else 0,
        )
        ink = Ink(bold=isinstance(first, Heading))
        runs = first.runs if number is None else (number, *first.runs)
        return self._writing.paragraph(runs, layout, ink) + self.pieces(rest, inner)

    def _table(self, rows: Rows, place: _Place, alt: str) -> str:
        made = table(rows, self._writing, self._style("table grid"), self._spot(place), alt)
        return made + _GAP if made else ""

    def _shown(self, shown: Shown, place: _Place) -> str:
        block, alt = shown.block, shown.alt or shown.block.alt()
        if isinstance(block, Prose):
            return self.pieces((Paragraph((Run(text),)) for text in block.paragraphs if text.strip()), place)
        if shown.picture and isinstance(block, Curves | Facets | Scorecard):
            return self._picture(block, alt, place)
        if shown.picture and isinstance(block, Grid):
            above = self.pieces((Paragraph((Run(block.subtitle),)),), place) if block.subtitle.strip() else ""
            colours = palette(self._look.theme)
            return above + quarters(block, self._writing, colours, self._spot(place), alt) + _GAP
        block = block.whole if isinstance(block, Facets) else block
        below = "" if block in self._said else key_below(block)
        return self._table(as_rows(block), place, alt) + (self.line(below, "caption") if below else "")

    def _picture(self, block: Curves | Facets | Scorecard, alt: str, place: _Place) -> str:
        """The picture, and below it in words what heads it and how it is to be read."""
        caption = [block.title]
        drawn: Block = block._replace(title="") if isinstance(block, Scorecard) else block
        if not isinstance(block, Scorecard):
            whole = block.whole if isinstance(block, Facets) else block
            self._said.add(whole)
            caption += key(whole)
            bare = whole._replace(title="", date="", note="")
            drawn = block._replace(whole=bare) if isinstance(block, Facets) else bare
        high = self._paper.width if self._across else self._paper.height
        picture = pictured(drawn, self._look, self._room(place), high)
        at = len(self.pictures) + 1
        self.pictures.append(Part(f"word/media/bluecanvas{at}.png", "image/png", picture.data))
        layout = Layout(keep=True, spacing=_UPRIGHT, left=place.left or None)
        return framed(inline(picture, at, _picture_link(at), alt), layout) + self.line(
            " · ".join(text for text in caption if text.strip()), "caption"
        )


def _picture_link(at: int) -> str:
    return f"rIdPicture{at}"
