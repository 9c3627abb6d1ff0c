"""How sheets look and what they take: the styles of cells, those to be filled in, what stands on every printed page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_cells import column
from bluecanvas.renderers._office_xml import Face, esc, number
from bluecanvas.words import clip

SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PLAIN, HEADINGS, BODY, OPEN, SHORT = 0, (1, 4), (2, 3), (5, 6), 7
"""Styles, by their place in the list of styles: of texts and of numbers; those of `OPEN` are to be filled in.

`SHORT` shows two decimals of a number that has more.
"""
ASKED_WIDTH = (26, 14)
"""Characters that a column to be filled in has at least: one of texts, one of numbers."""
PROTECTED = (
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
)
"""A sheet in which only what is asked for can be written; no password keeps anyone from lifting that."""
_SIDES = ("left", "right", "top", "bottom")
_LINES = "".join(f'<{side} style="thin"><color rgb="FFCFD6DD"/></{side}>' for side in _SIDES)
_BOX = f"<border>{_LINES}<diagonal/></border>"
"""The lines around a cell that is asked for."""
_LONGEST_FOOT = 100
"""Cells; what is left of the 255 units there are is for signs that are doubled or take two."""


class Asked(NamedTuple):
    """A column whose empty cells somebody is to fill in, with the least and the most that is taken where it is levels."""

    column: int
    ends: tuple[float, float] | None = None


def taken(columns: Sequence[Asked], first: int, last: int) -> str:
    """What the rows from the first to the last of those columns take, as XML: nothing beyond the ends of their scale."""
    said = []
    for each in columns:
        if each.ends is not None:
            low, high = map(number, each.ends)
            letters, ends = column(each.column), f"{low} – {high}"
            said.append(
                '<dataValidation type="decimal" allowBlank="1" showInputMessage="1" showErrorMessage="1" '
                f'error="{ends}" prompt="{ends}" sqref="{letters}{first}:{letters}{last}">'
                f"<formula1>{low}</formula1><formula2>{high}</formula2></dataValidation>"
            )
    return f'<dataValidations count="{len(said)}">{"".join(said)}</dataValidations>' if said else ""


def foot(text: str) -> str:
    """What stands below every page that is printed, as XML: the text, and the number of the page."""
    if not text.strip():
        return ""
    said = esc(clip(" ".join(text.split()), _LONGEST_FOOT).replace("&", "&&"))
    return f"<headerFooter><oddFooter>&amp;L{said}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"


def repeated(sheets: Iterable[tuple[str, int]]) -> str:
    """The first rows of sheets, by name, that stand again on every page, as XML."""
    said = ""
    for at, (name, count) in enumerate(sheets):
        quoted = name.replace("'", "''")
        rows = esc(f"'{quoted}'!$1:${count}")
        said += f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">{rows}</definedName>'
    return f"<definedNames>{said}</definedNames>"


def cell_styles(face: Face) -> str:
    """The styles of cells in the letters of a language."""
    name = face.east or face.latin
    font = f'<sz val="11"/><name val="{name}"/><family val="2"/>'
    line = "<border><left/><right/><top/><bottom/><diagonal/></border>"
    wrapped = '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>'
    open_cell = (
        'fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" '
        'applyAlignment="1" applyProtection="1">'
    )
    return (
        f'<styleSheet xmlns="{SHEETS}"><fonts count="2"><font>{font}</font><font><b/>{font}</font></fonts>'
        '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills>'
        f'<borders count="2">{line}{_BOX}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">{wrapped}</xf>'
        f'<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">{wrapped}</xf>'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>'
        '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">'
        '<alignment horizontal="right" vertical="top" wrapText="1"/></xf>'
        f'<xf numFmtId="49" {open_cell}{wrapped}<protection locked="0"/></xf>'
        f'<xf numFmtId="0" {open_cell}<alignment horizontal="right" vertical="top"/><protection locked="0"/></xf>'
        '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
        '<alignment horizontal="right" vertical="top"/></xf>'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
