"""Workbooks: values as sheets that people work in, each a table with its headings in sight, and charts that follow them.

Texts are texts, whatever they begin with: no formula, no link and no date is ever made of them. The only formulas are
our own, which repeat a level of the same row or take one from another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_cells import Cells, Value, Worked, column
from bluecanvas.renderers._office_document_sheets import (
    ASKED_WIDTH,
    BODY,
    HEADINGS,
    OPEN,
    PLAIN,
    PROTECTED,
    SHEETS,
    SHORT,
    Asked,
    cell_styles,
    foot,
    repeated,
    taken,
)
from bluecanvas.renderers._office_fitting import leading
from bluecanvas.renderers._office_package import Link, Part, package, xml_part
from bluecanvas.renderers._office_sheet_names import headings, shortened
from bluecanvas.renderers._office_xml import CHART, DRAWING, LINKS, Face, emu, esc, number
from bluecanvas.words import cells as width_of
from bluecanvas.words import wrap

_ANCHORS = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_LONGEST = 32_767
"""Characters a cell holds."""
_ROW, _HIGHEST = 15.0, 409.0
"""The height of a line and the most of a row, in points."""
_LEADING = leading("")
_CHARACTER = 6.0
"""About the width of a character, in points."""
_MOST_SHOWN = 3_000
"""Characters of a text that a row can be high enough for."""
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_REFERENCE = re.compile(r"(<c:f>[^<]*!)([^!<]+)(</c:f>)")
_CORNER = re.compile(r"\$([A-Z]+)\$([0-9]+)")


class Chart(NamedTuple):
    """A chart beside a table: its XML, its size in points, what it says to those who do not see it, lines below it."""

    xml: str
    width: float
    height: float
    alt: str
    below: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A sheet of a workbook: a table, and perhaps charts to its right."""

    name: str
    cells: Cells
    charts: tuple[Chart, ...] = ()
    """Below each other. They speak of the table's names and levels as standing in A1 and right of it, where these may stand further in."""
    above: tuple[str, ...] = ()
    """A row above the headings."""
    names: int = 0
    """How many columns stay in sight, the last of them the names of a chart."""
    grows: bool = False
    """Whether rows are added below, which are then to be of the same kind."""
    hidden: bool = False
    asked: tuple[Asked, ...] = ()
    """Columns with cells to be filled in."""
    kept: bool = False
    """Whether all other cells are kept from being changed by mistake."""


def workbook(sheets: Sequence[Sheet], face: Face, title: str, *, author: str = "", footer: str = "") -> bytes:
    """The workbook of those sheets; the footer stands on every page that is printed, and so do the headings."""
    texts: dict[str, int] = {}
    parts: list[Part] = []
    for at, sheet in enumerate(sheets, 1):
        parts += _sheet(sheet, at, texts, footer)
    hidden = ("", ' state="hidden"')
    listed = "".join(
        f'<sheet name="{esc(sheet.name)}" sheetId="{at}"{hidden[sheet.hidden]} r:id="rId{at}"/>'
        for at, sheet in enumerate(sheets, 1)
    )
    strings = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
    count = len(sheets)
    links = (
        *(Link(f"rId{at}", "worksheet", f"xl/worksheets/sheet{at}.xml") for at in range(1, count + 1)),
        Link(f"rId{count + 1}", "styles", "xl/styles.xml"),
        Link(f"rId{count + 2}", "sharedStrings", "xl/sharedStrings.xml"),
    )
    book = f'<workbook xmlns="{SHEETS}" xmlns:r="{LINKS}"><sheets>{listed}</sheets>{repeated((sheet.name, 1 + bool(sheet.above)) for sheet in sheets)}</workbook>'
    parts.append(xml_part("xl/workbook.xml", "spreadsheetml.sheet.main", book, links))
    parts.append(xml_part("xl/styles.xml", "spreadsheetml.styles", cell_styles(face)))
    parts.append(
        xml_part("xl/sharedStrings.xml", "spreadsheetml.sharedStrings", f'<sst xmlns="{SHEETS}">{strings}</sst>')
    )
    return package(parts, "xl/workbook.xml", title, face.tag, author)


def _sheet(sheet: Sheet, at: int, texts: dict[str, int], footer: str) -> list[Part]:
    """A sheet's own part, with those of its table and its chart."""
    cells = sheet.cells
    header = headings(cells)
    above = [sheet.above] if sheet.above else []
    table = [*above, header, *cells.rows]
    asked = frozenset(each.column for each in sheet.asked)
    across = [
        max(_width([row[k] for row in table if k < len(row)]), ASKED_WIDTH[k in cells.numeric] * (k in asked))
        for k in range(len(header))
    ]
    first = len(header) + 1  # the column the chart begins in
    top = len(above) + 1
    lines = _lines(table, cells.numeric, across, texts, top, asked)
    tops, free = [], 0  # the rows, from 0, that charts begin in, and the first one below
    for chart in sheet.charts:
        tops.append(free)
        said = [line for text in chart.below for line in wrap(readable(text), int(chart.width / _CHARACTER))]
        free += round((chart.height + 12) / _ROW)
        for r, text in enumerate(said, free + 1):
            row = lines.get(r, _Row())
            lines[r] = row._replace(cells=row.cells + _cell(text, f"{column(first)}{r}", PLAIN, texts))
        free += len(said) + 1
    rows = "".join(f'<row r="{r}"{_high(lines[r].lines)}>{lines[r].cells}</row>' for r in sorted(lines))
    below = [f' style="{BODY[k in cells.numeric]}"' * sheet.grows for k in range(len(header))]
    widths = "".join(
        f'<col min="{k}" max="{k}" width="{width}"{style} customWidth="1"/>'
        for k, (width, style) in enumerate(zip(across, below, strict=True), 1)
    )
    parts: list[Part] = []
    links: list[Link] = []
    tail = ""
    if sheet.charts:
        charts = [chart._replace(xml=_moved(chart.xml, max(0, sheet.names - 1), top - 1)) for chart in sheet.charts]
        parts += _drawing(charts, at, first, tops)
        links.append(Link("rId1", "drawing", parts[-1].name))
        tail += '<drawing r:id="rId1"/>'
    if header and cells.rows:
        parts.append(_table(header, len(cells.rows), at, top))
        links.append(Link("rId2", "table", parts[-1].name))
        tail += '<tableParts count="1"><tablePart r:id="rId2"/></tableParts>'
    across_split = f'xSplit="{sheet.names}" ' if sheet.names else ""
    pane = "bottomRight" if sheet.names else "bottomLeft"
    view = (
        f'<sheetViews><sheetView showGridLines="0" tabSelected="{int(at == 1)}" workbookViewId="0">'
        f'<pane {across_split}ySplit="{top}" topLeftCell="{column(sheet.names)}{top + 1}" activePane="{pane}" state="frozen"/>'
        "</sheetView></sheetViews>"
    )
    xml = (
        f'<worksheet xmlns="{SHEETS}" xmlns:r="{LINKS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>{view}'
        f'<sheetFormatPr defaultRowHeight="{_ROW:g}"/>{f"<cols>{widths}</cols>" if widths else ""}<sheetData>{rows}</sheetData>'
        f'{PROTECTED * sheet.kept}{taken(sheet.asked, top + 1, top + len(cells.rows))}<pageSetup orientation="landscape" fitToHeight="0"/>{foot(footer)}'
        f"{tail}</worksheet>"
    )
    return [*parts, xml_part(f"xl/worksheets/sheet{at}.xml", "spreadsheetml.worksheet", xml, tuple(links))]


class _Row(NamedTuple):
    """A row's cells, and how many lines the highest has."""

    cells: str = ""
    lines: float = 1.0


def _lines(
    rows: Sequence[Sequence[Value]],
    numeric: frozenset[int],
    across: Sequence[int],
    texts: dict[str, int],
    top: int,
    asked: frozenset[int],
) -> dict[int, _Row]:
    """The rows of a table by their numbers, the first `top` of them headings."""
    found = {}
    for r, row in enumerate(rows, 1):
        styles = HEADINGS if r <= top else BODY
        cells = (
            _cell(value, f"{column(k)}{r}", SHORT if _is_long(value) else style[k in numeric], texts)
            for k, value in enumerate(row)
            for style in [OPEN if value is None and k in asked and r > top else styles]
        )
        high = (
            len(wrap(readable(value[:_MOST_SHOWN]), width - 3)) * leading(value) / _LEADING
            for value, width in zip(row, across, strict=False)
            if isinstance(value, str) and width_of(value) > width - 3
        )
        found[r] = _Row("".join(cells), max(high, default=1.0))
    return found


def _is_long(value: Value) -> bool:
    """Whether a number has more decimals than anybody reads; one that follows other cells may have fewer at once."""
    return isinstance(value, float) and not isinstance(value, Worked) and round(value, 2) != value


def _high(lines: float) -> str:
    """The height of a row of several lines; not every program finds it by itself."""
    return f' ht="{min(_HIGHEST, lines * _ROW):g}"' if lines > 1 else ""


def _cell(value: Value, place: str, style: int, texts: dict[str, int]) -> str:
    if value is None:
        return f'<c r="{place}" s="{style}"/>'
    if not isinstance(value, str):
        worked = f"<f>{value.formula}</f>" if isinstance(value, Worked) else ""
        return f'<c r="{place}" s="{style}">{worked}<v>{number(value)}</v></c>'
    at = texts.setdefault(_said(shortened(readable(value), _LONGEST)), len(texts))
    return f'<c r="{place}" s="{style}" t="s"><v>{at}</v></c>'


def _said(text: str) -> str:
    """A text as a workbook keeps it: what looks like its own escapes is escaped."""
    return _ESCAPED.sub("_x005F_", esc(text))


def _table(header: Sequence[str], rows: int, at: int, top: int) -> Part:
    place = f"A{top}:{column(len(header) - 1)}{top + rows}"
    columns = "".join(f'<tableColumn id="{k}" name="{_said(name)}"/>' for k, name in enumerate(header, 1))
    return xml_part(
        f"xl/tables/table{at}.xml",
        "spreadsheetml.table",
        f'<table xmlns="{SHEETS}" id="{at}" name="Table{at}" displayName="Table{at}" ref="{place}" totalsRowShown="0">'
        f'<autoFilter ref="{place}"/><tableColumns count="{len(header)}">{columns}</tableColumns>'
        '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>'
        "</table>",
    )


def _moved(xml: str, columns: int, rows: int) -> str:
    """A chart's XML with its references that many columns and rows further in."""
    if not columns and not rows:
        return xml

    def further(found: re.Match[str]) -> str:
        at = 0
        for letter in found[1]:
            at = at * 26 + ord(letter) - ord("A") + 1
        return f"${column(at - 1 + columns)}${int(found[2]) + rows}"

    return _REFERENCE.sub(lambda found: found[1] + _CORNER.sub(further, found[2]) + found[3], xml)


def _drawing(charts: Sequence[Chart], at: int, first: int, tops: Sequence[int]) -> list[Part]:
    """Charts and what places them right of the table, each from a row on."""
    parts, links, anchors = [], [], ""
    for k, (chart, top) in enumerate(zip(charts, tops, strict=True), 1):
        name = f"xl/charts/chart{at}.xml" if k == 1 else f"xl/charts/chart{at}_{k}.xml"
        parts.append(xml_part(name, "drawingml.chart", chart.xml))
        links.append(Link(f"rId{k}", "chart", name))
        anchors += (
            f"<xdr:oneCellAnchor><xdr:from><xdr:col>{first}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{top}</xdr:row>"
            "<xdr:rowOff>0</xdr:rowOff></xdr:from>"
            f'<xdr:ext cx="{emu(chart.width)}" cy="{emu(chart.height)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
            f'<xdr:cNvPr id="{k + 1}" name="Chart {k}" descr="{esc(chart.alt)}"/><xdr:cNvGraphicFramePr/>'
            '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
            f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" xmlns:r="{LINKS}" r:id="rId{k}"/></a:graphicData>'
            "</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>"
        )
    xml = f'<xdr:wsDr xmlns:xdr="{_ANCHORS}" xmlns:a="{DRAWING}">{anchors}</xdr:wsDr>'
    return [*parts, xml_part(f"xl/drawings/drawing{at}.xml", "drawing", xml, tuple(links))]


def _width(values: Sequence[Value]) -> int:
    """A column's width in characters: what its longest value takes, within reason."""
    longest = max(
        (width_of(value[:200]) if isinstance(value, str) else 6 for value in values if value is not None), default=6
    )
    return min(60, max(9, longest + 4))
