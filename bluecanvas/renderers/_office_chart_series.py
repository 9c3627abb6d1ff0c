"""The series of a chart as XML: value curves, and the zones and arrows beside them."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.blocks import Curves, Line
from bluecanvas.renderers._office_cells import column
from bluecanvas.renderers._office_chart_pens import Strand
from bluecanvas.renderers._office_chart_text import dashed, letters
from bluecanvas.renderers._office_marks import Arrows, Zone
from bluecanvas.renderers._office_plan import AXIS_SIZE, Frame, Plan
from bluecanvas.renderers._office_xml import emu, esc, number
from bluecanvas.renderers._palette import Pen

_MARKERS = {"square", "triangle", "diamond", "circle", "dash"}
_OTHER_MARKERS = {"wedge": "x", "pentagon": "star", "hexagon": "plus", "left": "dot", "right": "square"}
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""A name moved aside is told apart by its colour; lines to it would be more curves."""
_ARROW, _TAIL = 2.0, 4.0
"""The width of an arrow, and the dot that it begins with, in points."""
_PLAIN = "<a:noFill/><a:ln><a:noFill/></a:ln>"


def curve(block: Curves, k: int, order: int, pen: Pen, plan: Plan, frame: Frame) -> str:
    """A value curve as the series of that order."""
    line = block.lines[k]
    colour = frame.tint(pen.colour)
    symbol = pen.marker if pen.marker in _MARKERS else _OTHER_MARKERS.get(pen.marker, "circle")
    inside = frame.tint(frame.palette.background) if pen.hollow else colour
    edge = frame.tint(frame.palette.background) if isinstance(pen, Strand) and not pen.hollow else colour
    at = frame.columns[k] if frame.columns else k + 1
    return (
        f"<c:ser>{_named(line.name, order, at, frame)}"
        f'<c:spPr><a:ln w="{emu(pen.width)}" cap="{_cap(pen)}">{colour}{dashed(pen)}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{round(pen.size)}"/><c:spPr>{inside}'
        f'<a:ln w="{emu(1.5)}">{edge}</a:ln></c:spPr></c:marker>{_name(line, k, pen, plan, frame)}'
        f"{_intervals(line, colour)}{_factors(block, frame)}"
        f'{_values("val", [point.value for point in line.points], at, frame)}<c:smooth val="0"/></c:ser>'
    )


def zone(block: Curves, zone: Zone, order: int, at: int | None, frame: Frame) -> str:
    """A part of the axis as bars behind the curves, its word at the top of the first; it lies in the column `at`."""
    fill = f"{frame.tint(frame.palette.zone)}<a:ln><a:noFill/></a:ln>" if zone.filled else _PLAIN
    levels = [block.high if zone.first <= j < zone.end else None for j in range(len(block.axes))]
    said = _label(zone.first, frame, AXIS_SIZE, frame.palette.soft, False, "outEnd", -0.4 * AXIS_SIZE / frame.height)
    return (
        f'<c:ser>{_named(zone.word, order, at, frame)}<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>{said}'
        f"{_factors(block, frame)}{_values('val', levels, at, frame)}</c:ser>"
    )


def arrows(block: Curves, moves: Arrows, order: int, at: int | None, frame: Frame) -> str:
    """The moves in one direction as error bars without ends, an arrow head on each; they lie in the column `at` and the next."""
    colour = frame.tint(frame.palette.lift if moves.up else frame.palette.cut)
    side = "plus" if moves.up else "minus"
    ways = _values(side, moves.ways, None if at is None else at + 1, frame)
    return (
        f"<c:ser>{_named(moves.word, order, None if at is None else at + 1, frame)}"
        f'<c:spPr><a:ln w="{emu(_ARROW)}"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="circle"/>'
        f'<c:size val="{round(_TAIL)}"/><c:spPr>{colour}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>'
        f'<c:errBars><c:errDir val="y"/><c:errBarType val="{side}"/><c:errValType val="cust"/><c:noEndCap val="1"/>{ways}'
        f'<c:spPr><a:ln w="{emu(_ARROW)}" cap="flat">{colour}<a:round/><a:tailEnd type="triangle" w="lg" len="lg"/></a:ln>'
        f"</c:spPr></c:errBars>{_factors(block, frame)}{_values('val', moves.starts, at, frame)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _named(name: str, order: int, at: int | None, frame: Frame) -> str:
    """What a series begins with: its order and its name, in the heading of its column where it has one."""
    said = f"<c:v>{esc(name)}</c:v>"
    if at is not None:
        cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0">{said}</c:pt></c:strCache>'
        said = f"<c:strRef><c:f>{_cells(frame.sheet, at, 1, 1)}</c:f>{cache}</c:strRef>"
    return f'<c:idx val="{order}"/><c:order val="{order}"/><c:tx>{said}</c:tx>'


def _factors(block: Curves, frame: Frame) -> str:
    names = "".join(f'<c:pt idx="{j}"><c:v>{esc(axis.name)}</c:v></c:pt>' for j, axis in enumerate(block.axes))
    cells = _cells(frame.sheet, 0, 2, len(block.axes) + 1)
    return (
        f'<c:cat><c:strRef><c:f>{cells}</c:f><c:strCache><c:ptCount val="{len(block.axes)}"/>{names}</c:strCache>'
        "</c:strRef></c:cat>"
    )


def _values(tag: str, values: Sequence[float | None], at: int | None, frame: Frame) -> str:
    """Numbers, in the cells of a column where they have one."""
    known = "".join(
        f'<c:pt idx="{j}"><c:v>{number(value)}</c:v></c:pt>' for j, value in enumerate(values) if value is not None
    )
    held = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{known}'
    if at is None:
        return f"<c:{tag}><c:numLit>{held}</c:numLit></c:{tag}>"
    cells = _cells(frame.sheet, at, 2, len(values) + 1)
    return f"<c:{tag}><c:numRef><c:f>{cells}</c:f><c:numCache>{held}</c:numCache></c:numRef></c:{tag}>"


def _cells(sheet: str, at: int, first: int, last: int) -> str:
    quoted = sheet.replace("'", "''")
    place = f"${column(at)}${first}" + (f":${column(at)}${last}" if last > first else "")
    return esc(f"'{quoted}'!{place}")


def _cap(pen: Pen) -> str:
    return "flat" if isinstance(pen, Strand) else "rnd"


def _name(line: Line, k: int, pen: Pen, plan: Plan, frame: Frame) -> str:
    """The curve's name beside its last point."""
    if plan.shifts is None or k not in plan.shifts:
        return ""
    shift = plan.shifts[k] / frame.height
    return _label(len(line.points) - 1, frame, plan.name_size, pen.colour, pen.strong, "r", shift)


def _label(at: int, frame: Frame, size: float, colour: str, bold: bool, place: str, shift: float = 0.0) -> str:
    """The name of a series at one of its points, so far below where it would stand."""
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
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{at}"/>{moved}<c:spPr>{_PLAIN}</c:spPr>{letters(frame, size, colour, bold)}'
        f'<c:dLblPos val="{place}"/>{flags}</c:dLbl>{none}{_NO_LEADERS}</c:dLbls>'
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
