"""The styles of a document under the names all word processors have for them; a client's, completed by those it lacks."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_document_text import languages
from bluecanvas.renderers._office_xml import Face, esc

TEXT = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = f'xmlns:w="{TEXT}"'
_W = f"{{{TEXT}}}"
_INK, _SOFT, _QUIET, _LINE = "111D2B", "36424F", "5C6976", "CFD6DD"


class _Style(NamedTuple):
    """A style: its kind, and what it says of paragraphs, letters or tables, as XML."""

    kind: str
    paragraph: str = ""
    letters: str = ""
    table: str = ""
    next: bool = False
    """Whether ordinary text follows it."""


def _letters(size: float, colour: str = _INK, *, bold: bool = False, italic: bool = False) -> str:
    looks = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic
    return f'{looks}<w:color w:val="{colour}"/><w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>'


def _heading(level: int, size: float, before: int, letters: str = "") -> _Style:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    spacing = (
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="100" w:line="252" w:lineRule="auto"/>'
    )
    return _Style("paragraph", spacing + outline, letters or _letters(size, bold=True), next=True)


def _edge(side: str, size: int, colour: str, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


_SIZE = 10.5
_WIDER = 1.15
"""How much wider a client's typeface may be than the commonest one."""
_LIST = '<w:spacing w:after="60"/><w:contextualSpacing/>'
_MONOSPACED = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
_STYLES: dict[str, _Style] = {
    "Title": _Style(
        "paragraph",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/>',
        _letters(25, bold=True),
        next=True,
    ),
    "Subtitle": _Style("paragraph", '<w:keepLines/><w:spacing w:after="280"/>', _letters(11.5, _QUIET), next=True),
    "heading 1": _heading(1, 16, 360),
    "heading 2": _heading(2, 13.5, 280),
    "heading 3": _heading(3, 12, 240),
    "heading 4": _heading(4, 10.5, 200),
    "heading 5": _heading(5, 10.5, 180, _letters(10.5, _QUIET, bold=True)),
    "heading 6": _heading(6, 10.5, 160, _letters(10.5, _QUIET, italic=True)),
    "List Bullet": _Style("paragraph", _LIST),
    "List Number": _Style("paragraph", _LIST),
    "Quote": _Style(
        "paragraph",
        f'<w:pBdr>{_edge("left", 18, _LINE, 10)}</w:pBdr><w:ind w:left="300"/>',
        f'<w:color w:val="{_SOFT}"/>',
        next=True,
    ),
    "caption": _Style(
        "paragraph", '<w:keepLines/><w:spacing w:before="60" w:after="240"/>', _letters(9, _QUIET), next=True
    ),
    "HTML Preformatted": _Style(
        "paragraph",
        '<w:shd w:val="clear" w:color="auto" w:fill="F2F5F8"/><w:spacing w:after="160" w:line="252" w:lineRule="auto"/>',
        f'{_MONOSPACED}<w:sz w:val="19"/><w:szCs w:val="19"/>',
    ),
    "header": _Style("paragraph", '<w:spacing w:after="0"/>', _letters(8.5, _QUIET)),
    "footer": _Style("paragraph", '<w:spacing w:after="0"/>', _letters(8.5, _QUIET)),
    "HTML Code": _Style("character", letters=_MONOSPACED),
    "Hyperlink": _Style("character", letters='<w:color w:val="0B57D0"/><w:u w:val="single"/>'),
    "Table Grid": _Style(
        "table",
        table=f"<w:tblPr><w:tblBorders>{_edge('top', 8, _INK)}{_edge('bottom', 8, _INK)}"
        f"{_edge('insideH', 4, _LINE)}</w:tblBorders></w:tblPr>",
    ),
}
"""By their names; a program shows them in the language of its reader."""


class Styles(NamedTuple):
    """A sheet of styles as XML, and the ids of those a document is written in, by their names in lower case."""

    xml: str
    ids: dict[str, str]
    lists: dict[str, tuple[int, int]]
    """The client's own lists by the names of their styles: which list each is of, and at what level."""
    size: float
    """Of ordinary letters, as wide as those of the commonest typeface may be taken to be."""


def plain(face: Face, lists: tuple[int, int]) -> Styles:
    """Our own styles for the letters of a language; `lists` are the numbers of our bulleted and of our numbered list."""
    east = face.east or face.latin
    fonts = f'<w:rFonts w:ascii="{face.latin}" w:hAnsi="{face.latin}" w:eastAsia="{east}" w:cs="{face.latin}"/>'
    base = (
        f'<w:styles {SPACE}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{_SIZE * 2:.0f}"/><w:szCs w:val="{_SIZE * 2:.0f}"/>'
        f"{languages(face.tag, bool(face.east))}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        "</w:styles>"
    )
    return completed(base, ET.fromstring(base), lists)._replace(lists={}, size=_SIZE)  # noqa: S314 - ours


def completed(xml: str, root: ET.Element, lists: tuple[int, int]) -> Styles:
    """Styles with those added that they lack; a heading that is lacking is like the one above it."""
    found, own, taken, defaults = dict[str, str](), dict[str, tuple[int, int]](), set[str](), dict[str, str]()
    kinds = {name.lower(): style.kind for name, style in _STYLES.items()}
    for item in root.iter(f"{_W}style"):
        id, kind = item.get(f"{_W}styleId", ""), item.get(f"{_W}type", "paragraph")
        name = _said(item, "name").lower()
        taken.add(id.lower())
        if item.get(f"{_W}default") in ("1", "true", "on"):
            defaults[kind] = id
        if id and kinds.get(name, "paragraph") == kind:
            found.setdefault(name, id)
        number, level = (_said(item, f"pPr/{_W}numPr/{_W}{tag}") for tag in ("numId", "ilvl"))
        if number.isdecimal():
            own[name] = (int(number), int(level) if level.isdecimal() else 0)
    given, added = set(found), ""
    for name, style in _STYLES.items():
        key = name.lower()
        if key in given:
            continue
        base, paragraph, letters = defaults.get(style.kind, ""), style.paragraph, style.letters
        rank = int(key[-1]) if key.startswith("heading") else 0
        if f"heading {rank - 1}" in given:
            base, paragraph, letters = found[f"heading {rank - 1}"], f'<w:outlineLvl w:val="{rank - 1}"/>', ""
            given.add(key)
        if key.startswith("list"):
            paragraph = f'<w:numPr><w:numId w:val="{lists[key == "list number"]}"/></w:numPr>{paragraph}'
        found[key] = _free(name, taken)
        made = style._replace(paragraph=paragraph, letters=letters)
        added += _xml(name, found[key], made, base, defaults.get("paragraph", "") if style.next else "")
    at = xml.rindex("</")
    return Styles(xml[:at] + added + xml[at:], found, own, _WIDER * _size(root))


def _size(root: ET.Element) -> float:
    """The size of the letters of ordinary text in points."""
    ordinary = [
        style
        for style in root.iter(f"{_W}style")
        if style.get(f"{_W}default") and style.get(f"{_W}type") == "paragraph"
    ]
    for item in (*ordinary, *root.iter(f"{_W}rPrDefault")):
        said = next((size.get(f"{_W}val", "") for size in item.iter(f"{_W}sz")), "")
        if said.isdecimal():
            return min(24.0, max(6.0, int(said) / 2))
    return 10.0


def _xml(name: str, id: str, style: _Style, base: str, next: str) -> str:
    parts = (
        f'<w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{esc(base)}"/>' * bool(base),
        f'<w:next w:val="{esc(next)}"/>' * bool(next),
        "<w:qFormat/>" * (style.kind == "paragraph"),
        f"<w:pPr>{style.paragraph}</w:pPr>" * bool(style.paragraph),
        f"<w:rPr>{style.letters}</w:rPr>" * bool(style.letters),
        style.table,
    )
    return f'<w:style {SPACE} w:type="{style.kind}" w:styleId="{id}">{"".join(parts)}</w:style>'


def _said(style: ET.Element, tag: str) -> str:
    item = style.find(f"{_W}{tag}")
    return "" if item is None else item.get(f"{_W}val", "")


def _free(name: str, taken: set[str]) -> str:
    """An id of a new style: its name, or one like it where that is another's."""
    id = plain_id = "".join(word[:1].upper() + word[1:] for word in name.split())
    count = 1
    while id.lower() in taken:
        count += 1
        id = f"{plain_id}{count}"
    taken.add(id.lower())
    return id
