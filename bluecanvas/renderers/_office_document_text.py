"""Runs and paragraphs as the XML of a word processor: text is data, links lead to the web alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from bluecanvas.documents import Run
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_package import Link
from bluecanvas.renderers._office_xml import esc
from bluecanvas.words import visible

_SPACE = re.compile(r"[ \t\r\f\v]+")
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][!-~]*)?", re.IGNORECASE)
_KEPT_IN_ADDRESSES = "!#$%&'()*+,/:;=?@~"
_LONGEST_ADDRESS = 2_000
"""Characters; word processors refuse files with longer ones."""
_LATIN = "en-US"
_MONOSPACED = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'


class Ink(NamedTuple):
    """How the runs of a paragraph look besides what each says of itself; a size of 0 is the style's."""

    bold: bool = False
    size: float = 0.0
    colour: str = ""


class Layout(NamedTuple):
    """How a paragraph stands: its style's id, its indents in twentieths of a point, and what it keeps together with."""

    style: str = ""
    keep: bool = False
    """On one page with the next."""
    numbered: str = ""
    """Its place in a list, as XML."""
    border: str = ""
    """Its lines, as XML."""
    spacing: str = ""
    """The attributes of its spacing."""
    left: int | None = None
    hanging: int = 0
    right: bool = False
    """Set flush right."""


_PLAIN, _ORDINARY = Ink(), Layout()


class Writing:
    """What runs need to know of their document: its language and styles; it collects the addresses they lead to."""

    def __init__(self, tag: str, styles: Mapping[str, str], east: bool) -> None:
        self.tag, self.styles, self.east = tag, styles, east
        self._addresses: dict[str, str] = {}

    def links(self) -> tuple[Link, ...]:
        """The addresses that were led to."""
        return tuple(Link(id, "hyperlink", address, outside=True) for address, id in self._addresses.items())

    def runs(self, runs: Iterable[Run], ink: Ink = _PLAIN) -> str:
        """The runs as XML, those that lead to the web as links."""
        said = []
        for run in runs:
            address = _address(run.link)
            text = self._run(run, ink, linked=bool(address))
            if address and text:
                id = self._addresses.setdefault(address, f"rIdLink{len(self._addresses) + 1}")
                text = f'<w:hyperlink r:id="{id}" w:history="1">{text}</w:hyperlink>'
            said.append(text)
        return "".join(said)

    def paragraph(self, runs: Iterable[Run], layout: Layout = _ORDINARY, ink: Ink = _PLAIN) -> str:
        """A paragraph of runs, from right to left where its first letter is."""
        runs = tuple(runs)
        return framed(self.runs(runs, ink), layout, leftward=_leftward(first_letters(runs)))

    def lines(self, text: str, layout: Layout) -> str:
        """Lines as they are, blanks and all, in one paragraph."""
        shown = [visible(line.expandtabs(4)) for line in text.split("\n")]
        own = "" if layout.style else f"<w:rPr>{_MONOSPACED}</w:rPr>"
        inner = "<w:br/>".join(_preserved(line) for line in shown)
        return framed(f"<w:r>{own}{inner}</w:r>", layout)

    def _run(self, run: Run, ink: Ink, linked: bool) -> str:
        pieces = [_preserved(visible(_SPACE.sub(" ", line))) for line in run.text.split("\n")]
        inner = "<w:br/>".join(pieces)
        if not inner:
            return ""
        style = self.styles.get("hyperlink" if linked else "html code" if run.code else "", "")
        fonts = _MONOSPACED if run.code and (linked or not style) else ""
        if self.east and not run.code and any(char >= "\u2e80" for char in run.text):
            fonts = '<w:rFonts w:hint="eastAsia"/>'  # quotation marks and dashes are East Asian there too
        size = round(ink.size * 2)
        looks = (
            f'<w:rStyle w:val="{esc(style)}"/>' * bool(style),
            fonts,
            "<w:b/><w:bCs/>" * (run.bold or ink.bold),
            "<w:i/><w:iCs/>" * run.italic,
            "<w:strike/>" * run.struck,
            f'<w:color w:val="{ink.colour[1:].upper()}"/>' * bool(ink.colour and not linked),
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' * bool(size),
            "<w:rtl/>" * _leftward(run.text),
            languages(self.tag, self.east),
        )
        return f"<w:r><w:rPr>{''.join(looks)}</w:rPr>{inner}</w:r>"


def languages(tag: str, east: bool) -> str:
    """The language of a text: where it is East Asian, Latin words in it are still broken and checked as such."""
    return f'<w:lang w:val="{_LATIN if east else esc(tag)}" w:eastAsia="{esc(tag)}"/>'


def framed(inner: str, layout: Layout = _ORDINARY, *, leftward: bool = False) -> str:
    """A paragraph around what is XML already."""
    indent = ""
    if layout.left is not None:
        hanging = f' w:hanging="{layout.hanging}"' if layout.hanging else ""
        indent = f'<w:ind w:left="{layout.left}"{hanging}/>'
    own = (
        f'<w:pStyle w:val="{esc(layout.style)}"/>' * bool(layout.style),
        "<w:keepNext/>" * layout.keep,
        layout.numbered,
        layout.border,
        "<w:bidi/>" * leftward,
        f"<w:spacing {layout.spacing}/>" * bool(layout.spacing),
        indent,
        '<w:jc w:val="right"/>' * layout.right,
    )
    return f"<w:p><w:pPr>{''.join(own)}</w:pPr>{inner}</w:p>"


def first_letters(runs: Iterable[Run]) -> str:
    """What decides in which direction runs are read: their text up to the first letter."""
    text = "".join(run.text for run in runs)
    return next((char for char in text if unicodedata.bidirectional(char) in ("L", "R", "AL")), "")


def _leftward(text: str) -> bool:
    """Whether a text has letters that are written from right to left, and none that are not."""
    kinds = {unicodedata.bidirectional(char) for char in text} if not text.isascii() else set[str]()
    return bool(kinds & {"R", "AL"}) and "L" not in kinds


def _preserved(text: str) -> str:
    """A piece of a line; nothing where there is none."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:t xml:space="preserve">{shown}</w:t>' if shown else ""


def _address(link: str) -> str:
    """An address on the web as office files hold it; empty for anything else."""
    address = quote(link, safe=_KEPT_IN_ADDRESSES)
    return address if len(address) <= _LONGEST_ADDRESS and _WEB.fullmatch(address) else ""
