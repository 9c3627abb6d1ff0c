"""What documents are written on: styles, page and margins, ours or a client's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from bluecanvas.renderers import Model
from bluecanvas.renderers._office_archive import Archive
from bluecanvas.renderers._office_package import Link, Part, xml_part
from bluecanvas.renderers._office_xml import Face, esc

TEXT = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{TEXT}}}"
_SPACE = f'xmlns:w="{TEXT}"'
_PAGE, _MARGIN = (11906, 16838), 1304
"""A4, and its margins, in twentieths of a point."""
_KEPT = ("styles", "theme", "fontTable", "numbering", "header", "footer")
_LINES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SETTINGS = (
    f'<w:settings {_SPACE}><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


@dataclass(frozen=True, slots=True)
class Paper:
    """The parts around a document's text, the styles by their names, and the room for text in points."""

    parts: tuple[Part, ...]
    links: tuple[Link, ...]
    section: str
    """The page, as XML."""
    width: float
    height: float
    tag: str = "en-US"
    styles: Mapping[str, str] = field(default_factory=dict)
    """The ids of styles by their names in lower case."""

    def paragraph(self, text: str, style: str = "") -> str:
        """A paragraph in a style; where the client has none of that name, headings are at least bold."""
        id = self.styles.get(style, "")
        own = f'<w:pStyle w:val="{esc(id)}"/>' if id else ""
        keep = "<w:keepNext/>" if style.startswith("heading") else ""
        return (
            f"<w:p><w:pPr>{own}{keep}</w:pPr>{self._run(text, bold=bool(style.startswith('heading') and not id))}</w:p>"
        )

    def cell(self, text: str, bold: bool = False, right: bool = False) -> str:
        """A paragraph in a table."""
        keep = "<w:keepNext/>" if bold else ""
        side = '<w:jc w:val="right"/>' if right else ""
        return f'<w:p><w:pPr>{keep}<w:spacing w:before="0" w:after="0"/>{side}</w:pPr>{self._run(text, bold)}</w:p>'

    def around(self, inner: str, keep: bool = False) -> str:
        """A paragraph around something else, kept on one page with the next."""
        return f"<w:p><w:pPr>{'<w:keepNext/>' if keep else ''}</w:pPr>{inner}</w:p>"

    def table_style(self) -> str:
        """The style of tables, where there is one."""
        id = self.styles.get("table grid", "")
        return f'<w:tblStyle w:val="{esc(id)}"/>' if id else ""

    def borders(self) -> str:
        """The lines of tables, where no style draws them."""
        if self.styles.get("table grid"):
            return ""
        lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _LINES)
        return f"<w:tblBorders>{lines}</w:tblBorders>"

    def _run(self, text: str, bold: bool) -> str:
        if not text.strip():
            return ""
        own = f'<w:rPr>{"<w:b/>" if bold else ""}<w:lang w:val="{esc(self.tag)}" w:eastAsia="{esc(self.tag)}"/></w:rPr>'
        return f'<w:r>{own}<w:t xml:space="preserve">{esc(text)}</w:t></w:r>'


def plain(face: Face) -> Paper:
    """Our own paper: A4, quiet headings, tables with thin lines between their rows."""
    parts = (
        xml_part("word/styles.xml", "wordprocessingml.styles", _styles(face)),
        xml_part("word/settings.xml", "wordprocessingml.settings", _SETTINGS),
    )
    width, height = _PAGE
    section = (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" '
        f'w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    styles = {"heading 1": "Heading1", "caption": "Caption", "table grid": "TableGrid"}
    links = (Link("rId1", "styles", parts[0].name), Link("rId2", "settings", parts[1].name))
    return Paper(parts, links, section, (width - 2 * _MARGIN) / 20, (height - 2 * _MARGIN) / 20, face.tag, styles)


def model(like: Model) -> Paper:
    """A client's paper: the styles, the page with its headers and footers, without its text."""
    archive = Archive(like, "a Word document (.docx)")
    root = archive.xml(archive.main)
    if root.tag != f"{_W}document":
        raise archive.wrong("it holds something else")
    links = tuple(link for link in archive.links(archive.main) if link.kind in _KEPT and not link.outside)
    known = {link.id for link in links}
    page = root.find(f"{_W}body/{_W}sectPr")
    section = ET.Element(f"{_W}sectPr") if page is None else page
    for item in list(section):
        ids = [value for name, value in item.attrib.items() if name.endswith("}id")]
        if any(id not in known for id in ids) or item.tag in (f"{_W}footnotePr", f"{_W}endnotePr"):
            section.remove(item)
    parts = (
        *archive.with_all_below(link.target for link in links),
        xml_part("word/bluecanvasSettings.xml", "wordprocessingml.settings", _SETTINGS),
    )
    width, height = _room(section)
    sheet = next((link.target for link in links if link.kind == "styles"), "")
    styles = _names(archive.xml(sheet)) if sheet else {}
    own = Link("rIdSettings", "settings", parts[-1].name)
    return Paper(parts, (*links, own), ET.tostring(section, "unicode"), width, height, styles=styles)


def _names(root: ET.Element) -> dict[str, str]:
    """The ids of styles by their names."""
    found = {}
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found[name.get(f"{_W}val", "").lower()] = style.get(f"{_W}styleId", "")
    return found


def _room(section: ET.Element) -> tuple[float, float]:
    """The width and the height of the text on a page."""

    def length(tag: str, side: str, otherwise: int) -> float:
        item = section.find(f"{_W}{tag}")
        text = item.get(f"{_W}{side}", "") if item is not None else ""
        return abs(int(text)) / 20 if text.lstrip("-").isdecimal() else otherwise / 20

    margin = [length("pgMar", side, _MARGIN) for side in ("left", "right", "top", "bottom")]
    width = length("pgSz", "w", _PAGE[0]) - margin[0] - margin[1]
    height = length("pgSz", "h", _PAGE[1]) - margin[2] - margin[3]
    return max(100.0, width), max(100.0, height)


def _styles(face: Face) -> str:
    east = face.east or face.latin
    fonts = f'<w:rFonts w:ascii="{face.latin}" w:hAnsi="{face.latin}" w:eastAsia="{east}" w:cs="{face.latin}"/>'
    tag = esc(face.tag)
    line = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="{}"/>'
    return (
        f'<w:styles {_SPACE}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
        '<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="120"/>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="111D2B"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/>'
        '<w:next w:val="Normal"/><w:qFormat/><w:rPr><w:color w:val="5C6976"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{line.format('top', 8, '111D2B')}{line.format('bottom', 8, '111D2B')}"
        f"{line.format('insideH', 4, 'CFD6DD')}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )
