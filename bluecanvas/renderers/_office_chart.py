"""Value curves as a chart of the office's own: it follows the cells of its workbook, so that figures stay editable."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.blocks import Curves, Line
from bluecanvas.fonts import readable
from bluecanvas.renderers._office_chart_pens import chosen, upward
from bluecanvas.renderers._office_chart_series import arrows, curve, zone
from bluecanvas.renderers._office_chart_text import letters, run
from bluecanvas.renderers._office_marks import marks
from bluecanvas.renderers._office_plan import AIR, AXIS_SIZE, Frame, Plan, arranged, ends, headed, heading_size
from bluecanvas.renderers._office_xml import CHART, DRAWING, LINKS, emu, esc, number
from bluecanvas.words import clip

_LONGEST_NAME = 160
"""Cells of a name; office programs take very long to break longer ones."""


def chart(block: Curves, frame: Frame) -> str:
    """The chart of a block with at least one factor and one curve."""
    frame = headed(frame)
    plan = arranged(block, frame)
    groups, hidden = _groups(block, plan, frame)
    inner = "".join(
        f'<c:{key} val="{value:.4f}"/>'
        for key, value in zip("xywh", (plan.left, plan.top, plan.width, plan.height), strict=True)
    )
    legend = _legend(plan, hidden, frame) if plan.legend else ""
    data = f'<c:externalData r:id="{frame.workbook}"><c:autoUpdate val="0"/></c:externalData>' if frame.workbook else ""
    ground = "<a:noFill/>" if frame.workbook else frame.tint(frame.palette.background)  # a slide has its own
    return (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{LINKS}"><c:date1904 val="0"/>'
        f'<c:lang val="{esc(frame.face.tag)}"/><c:roundedCorners val="0"/><c:chart>{_heading(frame)}'
        '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{inner}</c:manualLayout></c:layout>{groups}{_axes(block, plan, frame)}"
        f'<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>{letters(frame, AXIS_SIZE, frame.palette.soft)}{data}</c:chartSpace>"
    )


def charted(block: Curves) -> Curves:
    """The block with names that a chart can hold, the curves worked out from others among the curves."""
    return block._replace(
        axes=tuple(axis._replace(name=clip(readable(axis.name), _LONGEST_NAME)) for axis in block.axes),
        lines=tuple(
            line._replace(name=clip(readable(line.name), _LONGEST_NAME)) for line in (*block.lines, *block.derived)
        ),
        derived=(),
    )


def told(block: Curves, *, counts: bool = True) -> Curves:
    """The block whose curves say with their names which of them nobody knows, and on how many answers they rest."""
    unknown = block.unknown_word
    named = (
        line._replace(name=line.called(unknown) if counts or _unknown(line) else line.name) for line in block.lines
    )
    return block._replace(lines=tuple(named))


def _unknown(line: Line) -> bool:
    return all(point.value is None for point in line.points)


def _groups(block: Curves, plan: Plan, frame: Frame) -> tuple[str, list[int]]:
    """The series, the lowest first: zones as bars, then curves and arrows as lines; and those that no legend names."""
    beside, drawn = marks(block), chosen(block, frame.among, frame.palette)
    at = frame.marks
    order = 0
    bars = lines = ""
    for each in beside.zones:
        bars += zone(block, each, order, at, frame)
        order, at = order + 1, None if at is None else at + 1
    hidden = list(range(order))
    for k in upward(drawn):
        lines += curve(block, k, order, drawn[k], plan, frame)
        order += 1
    for moves in beside.arrows:
        lines += arrows(block, moves, order, at, frame)
        hidden.append(order)
        order, at = order + 1, None if at is None else at + 2
    axes = '<c:axId val="1001"/><c:axId val="1002"/>'
    if bars:
        bars = (
            f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{bars}'
            f'<c:gapWidth val="0"/><c:overlap val="100"/>{axes}</c:barChart>'
        )
    lines = f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{lines}<c:marker val="1"/>{axes}</c:lineChart>'
    return bars + lines, hidden


def _legend(plan: Plan, hidden: Sequence[int], frame: Frame) -> str:
    """The names right of the curves, in a place of their own, into which long ones are broken."""
    x = plan.left + plan.width + AIR / frame.width
    box = {"x": x, "y": plan.top, "w": max(0.02, 1 - x), "h": plan.legend}
    place = "".join(f'<c:{side} val="{value:.4f}"/>' for side, value in box.items())
    without = "".join(f'<c:legendEntry><c:idx val="{k}"/><c:delete val="1"/></c:legendEntry>' for k in hidden)
    return (
        f'<c:legend><c:legendPos val="r"/>{without}<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'{place}</c:manualLayout></c:layout><c:overlay val="0"/>{letters(frame, plan.name_size, frame.palette.soft)}</c:legend>'
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
        f'<c:tickLblPos val="low"/><c:spPr>{rule}</c:spPr>{letters(frame, plan.factor_size, frame.palette.ink, turn=slant)}'
        '<c:crossAx val="1002"/><c:crosses val="min"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="{number(high)}"/>'
        f'<c:min val="{number(block.low)}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f"<c:majorGridlines><c:spPr>{hair}</c:spPr></c:majorGridlines>"
        f'<c:numFmt formatCode="{esc(words)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{letters(frame, AXIS_SIZE, frame.palette.quiet)}'
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
        f'<a:p><a:pPr algn="l"><a:defRPr/></a:pPr><a:r>{run("rPr", frame, heading_size(k), frame.palette.soft if k else frame.palette.ink, not k)}'
        f"<a:t>{esc(line)}</a:t></a:r></a:p>"
        for k, line in enumerate(frame.heading)
    )
    x, y = 0.5 * AIR / frame.width, 0.5 * AIR / frame.height
    place = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'
    )
    return f'<c:title><c:tx><c:rich><a:bodyPr/>{lines}</c:rich></c:tx>{place}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
