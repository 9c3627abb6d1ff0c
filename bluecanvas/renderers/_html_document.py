"""A document as the body of a page, and the style it takes: a column to read, with room for wide figures."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from bluecanvas.blocks import Curves, Grid, Prose
from bluecanvas.documents import (
    Code,
    Document,
    Heading,
    Listing,
    Logo,
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
from bluecanvas.fonts import is_east_asian
from bluecanvas.renderers import Look
from bluecanvas.renderers._document import as_rows, headings, key_below, ordered, whole
from bluecanvas.renderers._html_curves import drawing
from bluecanvas.renderers._html_fonts import font_face
from bluecanvas.renderers._html_lines import Drawn, drawn
from bluecanvas.renderers._html_style import asset, colours, places, sheets
from bluecanvas.renderers._html_tables import broad, cells, grid
from bluecanvas.renderers._html_text import element, escaped, inline, quoted
from bluecanvas.words import cells as width
from bluecanvas.words import visible

_MOST_HEADINGS = 5
"""More than these, and a table of contents helps."""
_WIDE_COLUMNS, _WIDE_TEXT = 6, 80
"""A table of more columns, or whose columns want more cells together, leaves the column of text."""
_SHORT_TEXT = 12
"""East Asian text of no more cells than these is not broken in a table, where its column holds nothing longer."""


def page(document: Document, look: Look) -> tuple[str, str]:
    """The body of a document's page, and its style."""
    written = _Writer(document)
    body = written.body()
    style = "".join(
        (
            font_face(body + document.footer, document.language, look.theme),
            colours(look.theme, written.drawn),
            sheets(body),
            asset("document.css"),
            *(
                f".area>svg:has(.c{c}:hover) .curve:not(.c{c}){{opacity:.22}}"
                for c in range(max((len(plot.lines) for plot in written.drawn), default=0))
            ),
            places(written.drawn),
            _foot(document.footer),
        )
    )
    return body, style


class _Writer:
    """One document being written; its headings and figures are counted."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pieces = ordered(document)
        self.drawn: list[Drawn] = []
        self._heads = 0
        self._figures = 0
        self._level = 1

    def body(self) -> str:
        """Everything between the tags of the body."""
        pieces = list(self._pieces)
        title = pieces.pop(0) if pieces and isinstance(pieces[0], Heading) else None
        logo = _logo(self._document.logo) if self._document.logo else ""
        under = " · ".join(filter(None, (self._document.author.strip(), self._document.date.strip())))
        head = self._set(title) if title else ""
        return "".join(
            (
                f'<main class="doc">\n<header class="mast">{logo}{head}{element("p", under, "date")}</header>\n',
                self._contents(),
                self._all(pieces),
                "</main>\n",
                element("footer", self._document.footer),
            )
        )

    def _contents(self) -> str:
        """The headings of two levels below the title as links, where there are many."""
        found = list(enumerate(headings(self._pieces)))
        if len(found) <= _MOST_HEADINGS:
            return ""
        links = "".join(
            f'<li class="d{heading.level}"><a href="#s{at}">{escaped(plain(heading.runs))}</a></li>'
            for at, heading in found
            if heading.level in (2, 3)
        )
        return f'<nav class="toc" aria-labelledby="s0"><ol>{links}</ol></nav>\n' if links else ""

    def _all(self, pieces: Iterable[Piece]) -> str:
        return "".join(map(self._set, pieces))

    def _set(self, piece: Piece) -> str:
        if isinstance(piece, Heading):
            self._heads, self._level = self._heads + 1, piece.level
            return f'<h{piece.level} id="s{self._heads - 1}">{_runs(piece.runs)}</h{piece.level}>\n'
        if isinstance(piece, Paragraph):
            return f"<p>{_runs(piece.runs)}</p>\n"
        if isinstance(piece, Listing):
            return self._listing(piece)
        if isinstance(piece, Quote):
            return f"<blockquote>{self._all(piece.pieces)}</blockquote>\n"
        if isinstance(piece, Code):
            lines = "\n".join(visible(line.expandtabs(4)) for line in piece.text.split("\n"))
            return f'<pre tabindex="0"><code>{quoted(lines)}</code></pre>\n'
        if isinstance(piece, Rows):
            return self._table(piece)
        if isinstance(piece, Shown):
            return self._shown(piece)
        return "<hr>\n" if isinstance(piece, Rule) else ""

    def _listing(self, piece: Listing) -> str:
        tag = "ol" if piece.ordered else "ul"
        start = f' start="{piece.start}"' if piece.ordered and piece.start != 1 else ""
        items = "".join(f"<li>{self._item(item)}</li>" for item in piece.items)
        return f'<{tag} class="l"{start}>{items}</{tag}>\n'

    def _item(self, pieces: tuple[Piece, ...]) -> str:
        """An item; its one paragraph, before a list within it, needs no element of its own."""
        first, *rest = pieces or (Paragraph(()),)
        if isinstance(first, Paragraph) and not any(isinstance(piece, Paragraph) for piece in rest):
            return _runs(first.runs) + self._all(rest)
        return self._all(pieces)

    def _shown(self, piece: Shown) -> str:
        block = piece.block
        spoken = f' lang="{escaped(block.language)}"' if block.language != self._document.language else ""
        if isinstance(block, Prose):
            return "".join(f"<p{spoken}>{escaped(text)}</p>\n" for text in block.paragraphs if text.strip())
        if piece.picture and isinstance(block, Curves | Grid):
            return self._figure(block, piece.alt or block.alt(), spoken)
        return self._table(as_rows(block), key_below(block), spoken)

    def _figure(self, block: Curves | Grid, alt: str, spoken: str) -> str:
        """What is drawn, with its caption, and in words for those who do not see it."""
        prefix = f"f{self._figures}"
        self._figures += 1
        if isinstance(block, Curves):
            block = block._replace(sources=())
            self.drawn.append(drawn(prefix, block))
            inner = drawing(self.drawn[-1]) + element("p", alt, "said").replace("<p ", f'<p id="{prefix}t" ', 1)
            under: tuple[str, ...] = (block.subtitle, block.dated, block.note)
        else:
            inner, under = grid(block, min(6, self._level + 1)), (block.subtitle,)
        caption = " · ".join(part.strip() for part in (block.title, *under) if part.strip())
        return (
            f'<figure class="block" id="{prefix}"{spoken}>{inner}'
            f'<figcaption id="{prefix}h">{escaped(caption)}</figcaption></figure>\n'
        )

    def _table(self, table: Rows, key: str = "", spoken: str = "") -> str:
        """A table in a box of its own, which scrolls where the screen is too narrow for it."""
        if not table.header:
            return ""
        rows = whole(table)
        wants = [
            min(40, max(width(plain(row[at])) for row in (table.header, *rows[:200])))
            for at in range(len(table.header))
        ]
        wide = " wide" if len(wants) > _WIDE_COLUMNS or sum(wants) > _WIDE_TEXT else ""
        styles = dict.fromkeys(table.numeric, "n")
        for at, wanted in enumerate(wants):
            if wanted <= _SHORT_TEXT and _is_kept_whole([plain(row[at]) for row in (table.header, *rows)]):
                styles[at] = f"{styles.get(at, '')} w".strip()
        inner = cells([*map(_runs, table.header)], ([*map(_runs, row)] for row in rows), styles)
        label = f' aria-labelledby="s{self._heads - 1}"' if self._heads else ""
        return (
            f'<div class="scroll{wide}{broad(len(wants))}"{spoken} tabindex="0" role="group"{label}><table>{inner}</table></div>\n'
            f"{element('p', key, 'key-below')}"
        )


def _is_kept_whole(texts: Sequence[str]) -> bool:
    """Whether the texts of a column are short and would be broken within a word, as East Asian text is."""
    return any(map(is_east_asian, "".join(texts))) and all(width(text) <= _SHORT_TEXT for text in texts)


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    """Some text in the elements that say its look."""
    said = "<br>".join(map(inline, run.text.split("\n")))
    for tag, holds in (("code", run.code), ("s", run.struck), ("em", run.italic), ("strong", run.bold)):
        said = f"<{tag}>{said}</{tag}>" if holds and said else said
    return f'<a href="{escaped(run.link)}" rel="noopener noreferrer">{said}</a>' if run.link and said else said


def _logo(logo: Logo) -> str:
    kind = "png" if logo.data.startswith(b"\x89PNG") else "jpeg"
    data = b64encode(logo.data).decode()
    return f'<img class="logo" alt="{escaped(PurePath(logo.name).stem)}" src="data:image/{kind};base64,{data}">'


def _foot(footer: str) -> str:
    """What stands at the foot of every printed page: the document's footer, and the page's number."""
    said = "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in visible(footer))
    left = f'@bottom-left{{content:"{said}";width:80%}}' if footer.strip() else ""
    return f"@media print{{@page{{{left}}}}}\n"
