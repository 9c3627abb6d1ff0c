"""Letters and dashes in charts, as XML."""

from __future__ import annotations

from bluecanvas.renderers._office_chart_pens import Strand
from bluecanvas.renderers._office_plan import Frame
from bluecanvas.renderers._office_xml import esc
from bluecanvas.renderers._palette import Pen


def letters(frame: Frame, size: float, colour: str, bold: bool = False, turn: str = "") -> str:
    """How the letters of a part of the chart are set."""
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:p><a:pPr>{run('defRPr', frame, size, colour, bold)}</a:pPr>"
        f'<a:endParaRPr lang="{esc(frame.face.tag)}"/></a:p></c:txPr>'
    )


def run(tag: str, frame: Frame, size: float, colour: str, bold: bool) -> str:
    """The properties of a stretch of text."""
    latin, east = ("+mn-lt", "+mn-ea") if frame.workbook else (frame.face.latin, frame.face.east)
    faces = f'<a:latin typeface="{latin}"/>' + (f'<a:ea typeface="{east}"/>' if east else "")
    return (
        f'<a:{tag} lang="{esc(frame.face.tag)}" sz="{round(size * 100)}" b="{int(bold)}">'
        f"{frame.ink(colour)}{faces}</a:{tag}>"
    )


def dashed(pen: Pen) -> str:
    """The dash of the office's own that comes nearest; one of our own where curves share a line."""
    if isinstance(pen, Strand) and pen.turns[1]:
        there, away = (round(turn / pen.width * 100_000) for turn in pen.turns)
        return f'<a:custDash><a:ds d="{there}" sp="{away}"/></a:custDash>'
    if not pen.dash:
        return '<a:prstDash val="solid"/>'
    if len(pen.dash) > 2:
        return '<a:prstDash val="lgDashDot"/>'
    named = ((1, "sysDot"), (3, "sysDash"), (6, "dash"))
    return f'<a:prstDash val="{next((name for most, name in named if pen.dash[0] < most), "lgDash")}"/>'
