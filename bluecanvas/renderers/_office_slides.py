"""What lies on slides, as XML: titles, texts, tables, charts and pictures, with what they say to those who cannot see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_package import Link
from bluecanvas.renderers._office_stage import SLIDES, Box, Place, Stage
from bluecanvas.renderers._office_xml import CHART, DRAWING, LINKS, Face, emu, esc
from bluecanvas.renderers._palette import Palette

_SPACE = f'xmlns:a="{DRAWING}" xmlns:r="{LINKS}" xmlns:p="{SLIDES}"'
_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style without fills and lines, which every office program knows by this number."""
_MONO, _BLANK = "Consolas", " \t\r\n\f\v"
_WEB = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?([/?#][!-~]*)?|mailto:[!-~]+", re.IGNORECASE)
_IN_ADDRESSES = "!#$%&'()*+,/:;=?@~"
_LONGEST_ADDRESS = 2_000
"""Characters; office programs refuse files with longer ones."""
NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
)
"""The field of a slide's number."""
PAD = 5.0
"""Between a cell's edge and its text, in points."""


class Run(NamedTuple):
    """A stretch of text of one look; a line feed in it ends a line."""

    text: str
    size: float = 0.0
    """0 for that of the placeholder it stands in."""
    colour: str = ""
    """Empty for that of the placeholder."""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    mono: bool = False
    link: str = ""
    """The address it leads to, whose link `web` makes."""


class Indent(NamedTuple):
    """Where a paragraph's lines begin, how far its first one begins before them, in points, and what stands there."""

    left: float = 0.0
    hang: float = 0.0
    mark: str = "<a:buNone/>"
    """As XML."""


class Paragraph(NamedTuple):
    """Runs on lines of their own."""

    runs: tuple[Run, ...]
    right: bool = False
    before: float | None = 0.0
    """Points above it; None for those of the placeholder's level."""
    indent: Indent | None = Indent()
    """None for that of the placeholder's level."""
    level: int = 0


class TableCell(NamedTuple):
    """A cell: what it says, and the line below it, where there is one."""

    paragraphs: tuple[Paragraph, ...]
    line: str = ""
    """A colour."""
    thick: float = 0.75
    middle: bool = False
    """Whether it stands half-way up its row, so that letters of one script and of another stand level."""


class Brush(NamedTuple):
    """What everything on a slide is drawn with."""

    stage: Stage
    face: Face
    palette: Palette

    def slide(self, shapes: Sequence[str]) -> str:
        """A slide of those shapes."""
        return (
            f"<p:sld {_SPACE}><p:cSld><p:spTree>{_GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )

    def title(self, text: str, size: float, place: Place | None = None) -> str:
        """The slide's title, in its placeholder; a size only where it is not the layout's own."""
        place = place or self.stage.figure.title
        run = Run(text, size if size < place.size else 0.0)
        said = Paragraph((run,) if text.strip() else (), before=None, indent=None)
        return self.placed(2, "Title", place, [said], place.box if place.moved else None)

    def placed(self, id: int, name: str, place: Place, paragraphs: Sequence[Paragraph], box: Box | None = None) -> str:
        """Paragraphs in a placeholder of the layout, in another box than its own where one is given."""
        where = box.frame("a:xfrm") if box else ""
        fitted = "<a:bodyPr><a:normAutofit/></a:bodyPr>"
        return self._placeholder(id, name, place, where, fitted, self._paragraphs(paragraphs))

    def aside(self, id: int, name: str, place: Place, text: str, size: float = 0.0) -> str:
        """What stands on every slide, in its placeholder."""
        return self.placed(id, name, place, [Paragraph((Run(text, size),), before=None, indent=None)])

    def number(self, place: Place | None = None) -> str:
        """The slide's number, where the layout has a place for it."""
        place = place or self.stage.figure.aside.get("sldNum")
        if place is None:
            return ""
        return self._placeholder(9, "Slide Number", place, "", "<a:bodyPr/>", f"<a:p>{NUMBER}</a:p>")

    def _placeholder(self, id: int, name: str, place: Place, where: str, body: str, paragraphs: str) -> str:
        kind = f' type="{esc(place.kind)}"' if place.kind else ""
        index = f' idx="{esc(place.idx)}"' if place.idx not in ("", "0") else ""
        part = ' sz="quarter"' if place.kind in ("sldNum", "ftr") else ' sz="half"' if place.kind == "dt" else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f"<p:ph{kind}{part}{index}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr><p:txBody>{body}<a:lstStyle/>{paragraphs}"
            "</p:txBody></p:sp>"
        )

    def picture(self, id: int, box: Box, link: str, name: str, alt: str) -> str:
        """A picture whose bytes lie in a part of their own."""
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{id}" name="{name}" descr="{esc(alt)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/>'
            f'</p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/>'
            f'</a:stretch></p:blipFill><p:spPr>{box.frame("a:xfrm")}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def text(self, id: int, name: str, box: Box, paragraphs: Sequence[Paragraph], bottom: bool = False) -> str:
        """Paragraphs in a box, which shrink where a typeface runs wider than reckoned with."""
        anchor = ' anchor="b"' if bottom else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
            f'{box.frame("a:xfrm")}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"{anchor}><a:normAutofit/></a:bodyPr><a:lstStyle/>'
            f"{self._paragraphs(paragraphs)}</p:txBody></p:sp>"
        )

    def chart(self, id: int, box: Box, link: str, name: str, alt: str) -> str:
        """A chart that lies in a part of its own."""
        inner = f'<c:chart xmlns:c="{CHART}" r:id="{link}"/>'
        return self._frame(id, box, name, alt, CHART, inner)

    def table(
        self,
        id: int,
        box: Box,
        widths: Sequence[float],
        rows: Sequence[Sequence[TableCell]],
        heights: Sequence[float],
        alt: str,
    ) -> str:
        """A table of those cells; its first row is its heading."""
        columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
        body = "".join(
            f'<a:tr h="{emu(high)}">{"".join(map(self._cell, row))}</a:tr>'
            for row, high in zip(rows, heights, strict=True)
        )
        ways = [leftward(run.text for part in cell.paragraphs for run in part.runs) for cell in rows[0]] if rows else []
        way = ' rtl="1"' * all(ways) if ways else ""
        inner = (
            f'<a:tbl><a:tblPr firstRow="1"{way}><a:tableStyleId>{_PLAIN_TABLE}</a:tableStyleId></a:tblPr>'
            f"<a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl>"
        )
        return self._frame(id, box._replace(height=sum(heights)), "Table", alt, _TABLE, inner)

    def _frame(self, id: int, box: Box, name: str, alt: str, kind: str, inner: str) -> str:
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="{name}" descr="{esc(alt)}"/><p:cNvGraphicFramePr>'
            f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{box.frame("p:xfrm")}'
            f'<a:graphic><a:graphicData uri="{kind}">{inner}</a:graphicData></a:graphic></p:graphicFrame>'
        )

    def _cell(self, cell: TableCell) -> str:
        line = ""
        if cell.line:
            line = f'<a:lnB w="{emu(cell.thick)}" cap="flat" cmpd="sng" algn="ctr">{self.stage.tint(cell.line)}</a:lnB>'
        side, middle = emu(PAD), ' anchor="ctr"' * cell.middle
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{self._paragraphs(cell.paragraphs)}</a:txBody>"
            f'<a:tcPr marL="{side}" marR="{side}" marT="{side}" marB="{side}"{middle}>{line}<a:noFill/></a:tcPr></a:tc>'
        )

    def _paragraphs(self, paragraphs: Sequence[Paragraph]) -> str:
        return "".join(map(self._paragraph, paragraphs)) or f'<a:p><a:endParaRPr lang="{esc(self.face.tag)}"/></a:p>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        own, indent = "", paragraph.indent
        if paragraph.level:
            own += f' lvl="{paragraph.level}"'
        if indent is not None:
            own = f' marL="{emu(indent.left)}"{own} indent="{emu(-indent.hang)}"'
        if paragraph.right or leftward(run.text for run in paragraph.runs):
            own += ' algn="r"' if paragraph.right else ' algn="r" rtl="1"'
        inner = ""
        if paragraph.before is not None:
            inner += f'<a:spcBef><a:spcPts val="{round(paragraph.before * 100)}"/></a:spcBef>'
        inner += indent.mark if indent is not None else ""
        runs = "".join(self._run(run) for run in paragraph.runs)
        end = "" if runs else f'<a:endParaRPr lang="{esc(self.face.tag)}"/>'
        properties = f"<a:pPr{own}>{inner}</a:pPr>" if own or inner else ""
        return f"<a:p>{properties}{runs}{end}</a:p>"

    def _run(self, run: Run) -> str:
        look = f' sz="{round(run.size * 100)}"' if run.size else ""
        look += f' b="{int(run.bold)}"' if run.bold or run.colour else ""
        look += ' i="1"' * run.italic + ' strike="sngStrike"' * run.struck
        inner = self.stage.ink(run.colour) if run.colour else ""
        if run.mono:
            inner += f'<a:latin typeface="{_MONO}"/><a:cs typeface="{_MONO}"/>'
        elif run.colour:
            inner += '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        if link := web(run.link):
            inner += f'<a:hlinkClick r:id="{link.id}"/>'
        properties = f'<a:rPr lang="{esc(self.face.tag)}"{look}'
        properties += f">{inner}</a:rPr>" if inner else "/>"
        lines = [f"<a:r>{properties}<a:t>{_inline(line)}</a:t></a:r>" if line else "" for line in run.text.split("\n")]
        return f"<a:br>{properties}</a:br>".join(lines)


def web(address: str) -> Link | None:
    """The link to an address, by the same name wherever it is met; None for what is none on the web."""
    whole = quote(address, _IN_ADDRESSES)
    if not _WEB.fullmatch(whole) or len(whole) > _LONGEST_ADDRESS:
        return None
    return Link(f"rIdWeb{sha256(whole.encode()).hexdigest()[:16]}", "hyperlink", whole, outside=True)


def leftward(texts: Iterable[str]) -> bool:
    """Whether a text runs from right to left: its first letter that runs either way does."""
    return next((way != "L" for text in texts for char in text if (way := _way(char)) in ("L", "R", "AL")), False)


@lru_cache(maxsize=4096)
def _way(char: str) -> str:
    return unicodedata.bidirectional(char)


def _inline(text: str) -> str:
    """A piece of a line as XML holds it, with the spaces between it and its neighbours."""
    said = esc(text)
    before, after = (text != bare for bare in (text.lstrip(_BLANK), text.rstrip(_BLANK)))
    return " " * before + said + " " * (after and bool(said))
