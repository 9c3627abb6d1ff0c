"""What lies on slides, as XML: titles, lines of text, tables and charts, each with what it says to those who cannot see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bluecanvas.renderers._office_stage import SLIDES, Box, Stage
from bluecanvas.renderers._office_xml import CHART, DRAWING, LINKS, Face, emu, esc
from bluecanvas.renderers._palette import Palette

_SPACE = f'xmlns:a="{DRAWING}" xmlns:r="{LINKS}" xmlns:p="{SLIDES}"'
_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style without fills and lines, which every office program knows by this number."""
PAD = 5.0
"""Between a cell's edge and its text, in points."""


class Run(NamedTuple):
    """A stretch of text of one look."""

    text: str
    size: float
    colour: str
    bold: bool = False


class Paragraph(NamedTuple):
    """Runs on lines of their own."""

    runs: tuple[Run, ...]
    right: bool = False
    before: float = 0.0
    """Points above it."""


class TableCell(NamedTuple):
    """A cell: what it says, and the line below it, where there is one."""

    paragraphs: tuple[Paragraph, ...]
    line: str = ""
    """A colour."""
    thick: float = 0.75


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

    def title(self, text: str, size: float) -> str:
        """The slide's title, in its placeholder; a size only where it is not the layout's own."""
        own = f' sz="{round(size * 100)}"' if size < self.stage.title_size else ""
        said = f'<a:r><a:rPr lang="{esc(self.face.tag)}"{own}/><a:t>{esc(text)}</a:t></a:r>' if text.strip() else ""
        return (
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f'<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{said}</a:p></p:txBody></p:sp>'
        )

    def number(self) -> str:
        """The slide's number, where the layout has a place for it."""
        if not self.stage.number_index:
            return ""
        return (
            '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Slide Number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f'<p:ph type="sldNum" sz="quarter" idx="{self.stage.number_index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
            '<a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/>'
            "<a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>"
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
        inner = (
            f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{_PLAIN_TABLE}</a:tableStyleId></a:tblPr>'
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
        side = emu(PAD)
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{self._paragraphs(cell.paragraphs)}</a:txBody>"
            f'<a:tcPr marL="{side}" marR="{side}" marT="{side}" marB="{side}">{line}<a:noFill/></a:tcPr></a:tc>'
        )

    def _paragraphs(self, paragraphs: Sequence[Paragraph]) -> str:
        return "".join(map(self._paragraph, paragraphs)) or f'<a:p><a:endParaRPr lang="{esc(self.face.tag)}"/></a:p>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        align = ' algn="r"' if paragraph.right else ""
        before = f'<a:spcBef><a:spcPts val="{round(paragraph.before * 100)}"/></a:spcBef>'
        runs = "".join(
            f'<a:r><a:rPr lang="{esc(self.face.tag)}" sz="{round(run.size * 100)}" b="{int(run.bold)}">{self.stage.tint(run.colour)}'
            f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr><a:t>{esc(run.text)}</a:t></a:r>'
            for run in paragraph.runs
        )
        end = "" if runs else f'<a:endParaRPr lang="{esc(self.face.tag)}"/>'
        return f'<a:p><a:pPr marL="0" indent="0"{align}>{before}<a:buNone/></a:pPr>{runs}{end}</a:p>'
