"""Value curves as a chart of the office's own: it follows the cells of its workbook, so that figures stay editable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bluecanvas.blocks import Curves, Line
from bluecanvas.fonts import readable
from bluecanvas.renderers._office_plan import AIR, AXIS_SIZE, Frame, Plan, arranged, ends, headed, heading_size
from bluecanvas.renderers._office_xml import CHART, DRAWING, LINKS, emu, esc, number
from bluecanvas.renderers._palette import Pen, pens
from bluecanvas.words import clip

_MARKERS = {"square", "triangle", "diamond", "circle", "dash"}
_OTHER_MARKERS = {"wedge": "x", "pentagon": "star", "hexagon": "plus", "left": "dot", "right": "square"}
_LONGEST_NAME = 160
"""Cells of a name; office programs take very long to break longer ones."""
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""A name moved aside is told apart by its colour; lines to it would be more curves."""


def chart(block: Curves, frame: Frame) -> str:
    """The chart of a block with at least one factor and one curve."""
    frame = headed(frame)
    plan = arranged(block, frame)
    drawn = pens(block.lines, frame.palette)
    series = "".join(_series(block, k, pen, plan, frame) for k, pen in enumerate(drawn))
    inner = "".join(
        f'<c:{key} val="{value:.4f}"/>'
        for key, value in zip("xywh", (plan.left, plan.top, plan.width, plan.height), strict=True)
    )
    legend = _legend(plan, frame) if plan.shifts is None else ""
    data = f'<c:externalData r:id="{frame.workbook}"><c:autoUpdate val="0"/></c:externalData>' if frame.workbook else ""
    ground = "<a:noFill/>" if frame.workbook else frame.tint(frame.palette.background)  # a slide has its own
    return (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{LINKS}"><c:date1904 val="0"/>'
        f'<c:lang val="{esc(frame.face.tag)}"/><c:roundedCorners val="0"/><c:chart>{_heading(frame)}'
        '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'{inner}</c:manualLayout></c:layout><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>{_axes(block, plan, frame)}'
        f'<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>{_letters(frame, AXIS_SIZE, frame.palette.soft)}{data}</c:chartSpace>"
    )


def charted(block: Curves) -> Curves:
    """The block with names that a chart can hold, the curves worked out from others among the curves."""
    lines = (*block.lines, *block.derived)
    return replace(
        block,
        axes=tuple(axis._replace(name=clip(readable(axis.name), _LONGEST_NAME)) for axis in block.axes),
        lines=tuple(line._replace(name=clip(readable(line.name), _LONGEST_NAME)) for line in lines),
        derived=(),
    )


def column(at: int) -> str:
    """A column's letters: A, B, …, Z, AA."""
    letters = ""
    while at >= 0:
        letters = chr(ord("A") + at % 26) + letters
        at = at // 26 - 1
    return letters


def _cells(sheet: str, at: int, first: int, last: int) -> str:
    quoted = sheet.replace("'", "''")
    place = f"${column(at)}${first}" + (f":${column(at)}${last}" if last > first else "")
    return esc(f"'{quoted}'!{place}")


def _series(block: Curves, k: int, pen: Pen, plan: Plan, frame: Frame) -> str:
    line, last = block.lines[k], len(block.axes) + 1
    colour = frame.tint(pen.colour)
    symbol = pen.marker if pen.marker in _MARKERS else _OTHER_MARKERS.get(pen.marker, "circle")
    inside = frame.tint(frame.palette.background) if pen.hollow else colour
    levels = "".join(
        f'<c:pt idx="{j}"><c:v>{number(point.value)}</c:v></c:pt>'
        for j, point in enumerate(line.points)
        if point.value is not None
    )
    names = "".join(f'<c:pt idx="{j}"><c:v>{esc(axis.name)}</c:v></c:pt>' for j, axis in enumerate(block.axes))
    count = f'<c:ptCount val="{len(block.axes)}"/>'
    return (
        f'<c:ser><c:idx val="{k}"/><c:order val="{k}"/><c:tx><c:strRef><c:f>{_cells(frame.sheet, k + 1, 1, 1)}</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{esc(line.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr><a:ln w="{emu(pen.width)}" cap="rnd">{colour}{_dash(pen.dash)}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{round(pen.size)}"/><c:spPr>{inside}'
        f'<a:ln w="{emu(1.5)}">{colour}</a:ln></c:spPr></c:marker>{_name(line, k, pen, plan, frame)}'
        f"{_intervals(line, colour)}"
        f"<c:cat><c:strRef><c:f>{_cells(frame.sheet, 0, 2, last)}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_cells(frame.sheet, k + 1, 2, last)}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'{count}{levels}</c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser>'
    )


def _name(line: Line, k: int, pen: Pen, plan: Plan, frame: Frame) -> str:
    """The curve's name beside its last point."""
    if plan.shifts is None or k not in plan.shifts:
        return ""
    shift = plan.shifts[k] / frame.height
    moved = (
        f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{shift:.4f}"/></c:manualLayout></c:layout>'
        if abs(shift) > 0.001
        else ""
    )
    shown = {
        "showLegendKey": 0,
        "showVal": 0,
        "showCatName": 0,
        "showSerName": 1,
        "showPercent": 0,
        "showBubbleSize": 0,
    }
    flags = "".join(f'<c:{key} val="{value}"/>' for key, value in shown.items())
    none = "".join(f'<c:{key} val="0"/>' for key in shown)
    letters = _letters(frame, plan.name_size, pen.colour, pen.strong)
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{len(line.points) - 1}"/>{moved}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{letters}<c:dLblPos val="r"/>{flags}</c:dLbl>{none}{_NO_LEADERS}</c:dLbls>'
    )


def _intervals(line: Line, colour: str) -> str:
    """How sure each level is, as error bars."""
    known = [
        (j, point.high - point.value, point.value - point.low)
        for j, point in enumerate(line.points)
        if point.value is not None and point.low is not None and point.high is not None
    ]
    if not known:
        return ""

    def ends(key: str, of: int) -> str:
        values = "".join(f'<c:pt idx="{reach[0]}"><c:v>{number(max(0.0, reach[of]))}</c:v></c:pt>' for reach in known)
        return f'<c:{key}><c:numLit><c:ptCount val="{len(line.points)}"/>{values}</c:numLit></c:{key}>'

    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f'{ends("plus", 1)}{ends("minus", 2)}<c:spPr><a:ln w="{emu(1)}">{colour}</a:ln></c:spPr></c:errBars>'
    )


def _legend(plan: Plan, frame: Frame) -> str:
    """The names right of the curves, in a place of their own, into which long ones are broken."""
    x = plan.left + plan.width + AIR / frame.width
    box = {"x": x, "y": plan.top, "w": max(0.02, 1 - x), "h": plan.height}
    place = "".join(f'<c:{side} val="{value:.4f}"/>' for side, value in box.items())
    return (
        '<c:legend><c:legendPos val="r"/><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'{place}</c:manualLayout></c:layout><c:overlay val="0"/>{_letters(frame, plan.name_size, frame.palette.soft)}</c:legend>'
    )


def _axes(block: Curves, plan: Plan, frame: Frame) -> str:
    high = block.high if block.high > block.low else block.low + 1
    slant = ' rot="-2700000" vert="horz"' if plan.slanted else ' rot="0" vert="horz"'
    rule, hair = (
        f'<a:ln w="{emu(0.75)}">{frame.tint(colour)}</a:ln>' for colour in (frame.palette.rule, frame.palette.hair)
    )
    low_word, high_word = (word.replace('"', "”") for word in ends(block))
    words = f'[={number(block.low)}]"{low_word}";[={number(high)}]"{high_word}";General'
    return (
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="@" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr>{rule}</c:spPr>{_letters(frame, plan.factor_size, frame.palette.ink, turn=slant)}'
        '<c:crossAx val="1002"/><c:crosses val="min"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="{number(high)}"/>'
        f'<c:min val="{number(block.low)}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f"<c:majorGridlines><c:spPr>{hair}</c:spPr></c:majorGridlines>"
        f'<c:numFmt formatCode="{esc(words)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_letters(frame, AXIS_SIZE, frame.palette.quiet)}'
        f'<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{number(_unit(high - block.low))}"/></c:valAx>'
    )


def _unit(span: float) -> float:
    """The distance of two marks on the scale."""
    return next((span / parts for parts in (5, 4, 6, 3, 2, 7) if span / parts == int(span / parts)), span / 4)


def _heading(frame: Frame) -> str:
    if not any(frame.heading):
        return '<c:autoTitleDeleted val="1"/>'
    lines = "".join(
        f'<a:p><a:pPr algn="l"><a:defRPr/></a:pPr><a:r>{_run("rPr", frame, heading_size(k), frame.palette.soft if k else frame.palette.ink, not k)}'
        f"<a:t>{esc(line)}</a:t></a:r></a:p>"
        for k, line in enumerate(frame.heading)
    )
    x, y = 0.5 * AIR / frame.width, 0.5 * AIR / frame.height
    place = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'
    )
    return f'<c:title><c:tx><c:rich><a:bodyPr/>{lines}</c:rich></c:tx>{place}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'


def _letters(frame: Frame, size: float, colour: str, bold: bool = False, turn: str = "") -> str:
    return f'<c:txPr><a:bodyPr{turn}/><a:p><a:pPr>{_run("defRPr", frame, size, colour, bold)}</a:pPr><a:endParaRPr lang="{esc(frame.face.tag)}"/></a:p></c:txPr>'


def _run(tag: str, frame: Frame, size: float, colour: str, bold: bool) -> str:
    latin, east = ("+mn-lt", "+mn-ea") if frame.workbook else (frame.face.latin, frame.face.east)
    faces = f'<a:latin typeface="{latin}"/>' + (f'<a:ea typeface="{east}"/>' if east else "")
    return f'<a:{tag} lang="{esc(frame.face.tag)}" sz="{round(size * 100)}" b="{int(bold)}">{frame.tint(colour)}{faces}</a:{tag}>'


def _dash(dash: Sequence[float]) -> str:
    """The dash of the office's own that comes nearest."""
    if not dash:
        return '<a:prstDash val="solid"/>'
    if len(dash) > 2:
        return '<a:prstDash val="lgDashDot"/>'
    named = ((1, "sysDot"), (3, "sysDash"), (6, "dash"))
    return f'<a:prstDash val="{next((name for most, name in named if dash[0] < most), "lgDash")}"/>'
