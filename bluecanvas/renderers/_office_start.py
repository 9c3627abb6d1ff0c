"""The presentation that slides begin from where no client's is given: 16:9, its colours and typefaces in its theme."""

from __future__ import annotations

from bluecanvas.renderers._office_package import Link, Part, xml_part
from bluecanvas.renderers._office_slides import NUMBER
from bluecanvas.renderers._office_stage import SLIDES, Box, Layout, Level, Place, Stage
from bluecanvas.renderers._office_xml import DRAWING, LINKS, Face, emu, esc
from bluecanvas.renderers._palette import Palette

_WIDTH, _HEIGHT = 960.0, 540.0
_TITLE = Box(40, 22, 880, 50)
_BODY = Box(40, 84, 880, 416)
_FOOTER, _DATE, _NUMBER = Box(40, 506, 560, 20), Box(660, 506, 180, 20), Box(850, 506, 70, 20)
_OPENING, _BAR, _SUBTITLE = Box(64, 118, 832, 172), Box(64, 306, 72, 4), Box(64, 328, 832, 120)
"""Of slides that begin a presentation or a part of it."""
_TITLE_SIZE, _SMALL = 26.0, 10.0
_OPENING_SIZES = {"title": 44.0, "secHead": 36.0}
_LEVELS = tuple(
    Level(size, 18.0 * k, 18.0, 6.0, bullet=True) for k, size in enumerate((20.0, 18.0, 16.0, 16.0, 16.0), 1)
)
_ASIDE = {"ftr": ("11", _FOOTER), "dt": ("12", _DATE), "sldNum": ("10", _NUMBER)}
_FIRST_ID = 2147483648
"""Masters and layouts are numbered from here on."""
_MASTER, _THEME = "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"
_LAYOUTS = (
    ("title", "Title Slide"),
    ("obj", "Title and Content"),
    ("secHead", "Section Header"),
    ("titleOnly", "Title Only"),
    ("blank", "Blank"),
)
_NO_INSET = 'lIns="0" tIns="0" rIns="0" bIns="0"'
_SPACE = f'xmlns:a="{DRAWING}" xmlns:r="{LINKS}" xmlns:p="{SLIDES}"'
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)


def start(colours: Palette, face: Face, corner: float = 0.0) -> Stage:
    """The stage of a presentation of our own; titles end so far before the right edge, for what stands in its corner."""
    named = _scheme(colours)
    layouts = [f"ppt/slideLayouts/slideLayout{at}.xml" for at in range(1, len(_LAYOUTS) + 1)]
    links = tuple(Link(f"rId{at}", "slideLayout", name) for at, name in enumerate(layouts, 1))
    parts = [
        theme(_THEME, colours, face),
        xml_part(
            _MASTER,
            "presentationml.slideMaster",
            _master(links, face, corner),
            (*links, Link(f"rId{len(links) + 1}", "theme", _THEME)),
        ),
    ]
    for name, (kind, title) in zip(layouts, _LAYOUTS, strict=True):
        parts.append(
            xml_part(
                name, "presentationml.slideLayout", _layout(kind, title, face), (Link("rId1", "slideMaster", _MASTER),)
            )
        )
    tints = {hexed: f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>' for name, hexed in reversed(named)}
    places = {kind: _layout_of(kind, name, corner) for name, (kind, _) in zip(layouts, _LAYOUTS, strict=True)}
    return Stage(
        tuple(parts),
        (_MASTER,),
        (_FIRST_ID,),
        _WIDTH,
        _HEIGHT,
        figure=places["titleOnly"],
        text=places["obj"],
        opening=places["title"],
        section=places["secHead"],
        tints=tints,
    )


def _layout_of(kind: str, name: str, corner: float) -> Layout:
    """A layout of ours as slides fill it."""
    none = (0.0, 0.0, 0.0, 0.0)
    aside = {role: Place(role, index, box, (Level(_SMALL),), none) for role, (index, box) in _ASIDE.items()}
    if kind in _OPENING_SIZES:
        title = Place("ctrTitle" if kind == "title" else "title", "", _OPENING, (Level(_OPENING_SIZES[kind]),), none)
        below = Place("subTitle" if kind == "title" else "body", "1", _SUBTITLE, (Level(20.0),), none)
        return Layout(name, title, _BODY, below, aside, (_BAR,))
    title = Place("title", "", _TITLE._replace(width=_TITLE.width - corner), (Level(_TITLE_SIZE),), none)
    text = Place("", "1", _BODY, _LEVELS, none) if kind == "obj" else None
    return Layout(name, title, _BODY, text, aside)


def theme(name: str, colours: Palette, face: Face) -> Part:
    """A theme with the palette's colours and the language's typefaces."""
    slots = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
    scheme = "".join(
        f'<a:{slots.get(slot, slot)}><a:srgbClr val="{hexed[1:].upper()}"/></a:{slots.get(slot, slot)}>'
        for slot, hexed in (*_scheme(colours), ("hlink", colours.ours), ("folHlink", colours.quiet))
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face.latin}"/><a:ea typeface="{face.east}"/><a:cs typeface=""/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    xml = (
        f'<a:theme xmlns:a="{DRAWING}" name="bluecanvas"><a:themeElements><a:clrScheme name="bluecanvas">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="bluecanvas">{fonts}</a:fontScheme><a:fmtScheme name="bluecanvas"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
    return xml_part(name, "theme", xml)


def _scheme(colours: Palette) -> tuple[tuple[str, str], ...]:
    """The theme's colours by the name a slide calls them."""
    accents = (colours.ours, *colours.options, *colours.others)[:6]
    base = (("tx1", colours.ink), ("bg1", colours.background), ("tx2", colours.soft), ("bg2", colours.zone))
    return (*base, *((f"accent{k}", hexed) for k, hexed in enumerate(accents, 1)))


def _master(layouts: tuple[Link, ...], face: Face, corner: float) -> str:
    ids = "".join(f'<p:sldLayoutId id="{_FIRST_ID + 1 + at}" r:id="{link.id}"/>' for at, link in enumerate(layouts))
    letters = '<a:latin typeface="+m{0}-lt"/><a:ea typeface="+m{0}-ea"/><a:cs typeface="+m{0}-cs"/>'
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    levels = "".join(
        f'<a:lvl{k}pPr marL="{emu(level.left)}" indent="{-emu(level.hang)}"><a:spcBef><a:spcPts val="{round(level.before * 100)}"/>'
        f'</a:spcBef><a:buChar char="•"/><a:defRPr lang="{esc(face.tag)}" sz="{round(level.size * 100)}">{ink}{letters.format("n")}'
        f"</a:defRPr></a:lvl{k}pPr>"
        for k, level in enumerate(_LEVELS, 1)
    )
    fitted = "<a:normAutofit/></a:bodyPr>"
    title_box = _TITLE._replace(width=_TITLE.width - corner)
    shapes = (
        placeholder(2, "Title", 'type="title"', title_box, f'<a:bodyPr {_NO_INSET} anchor="b">{fitted}')
        + placeholder(3, "Text", 'type="body" idx="1"', _BODY, f"<a:bodyPr {_NO_INSET}>{fitted}")
        + _small(4, "Date", 'type="dt" sz="half" idx="2"', _DATE, "r")
        + _small(5, "Footer", 'type="ftr" sz="quarter" idx="3"', _FOOTER, "l")
        + _small(6, "Slide Number", 'type="sldNum" sz="quarter" idx="4"', _NUMBER, "r", NUMBER)
    )
    title = (
        f'<a:lvl1pPr><a:defRPr lang="{esc(face.tag)}" sz="{round(_TITLE_SIZE * 100)}" b="1">{ink}{letters.format("j")}'
        "</a:defRPr></a:lvl1pPr>"
    )
    return (
        f'<p:sldMaster {_SPACE}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{GROUP}{shapes}</p:spTree></p:cSld><p:clrMap {MAP}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>"
    )


def _small(id: int, name: str, kind: str, box: Box, align: str, text: str = "") -> str:
    """A place below everything, in small letters."""
    return placeholder(
        id,
        name,
        kind,
        box,
        f'<a:bodyPr {_NO_INSET} anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="{round(_SMALL * 100)}">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        "</a:defRPr></a:lvl1pPr></a:lstStyle>",
        text,
    )


def _layout(kind: str, title: str, face: Face) -> str:
    """A layout whose placeholders lie where the master has them, but for those that open something."""
    empty = f'<a:endParaRPr lang="{esc(face.tag)}"/>'
    opens = kind in _OPENING_SIZES
    shapes = ""
    if opens:
        large = round(_OPENING_SIZES[kind] * 100)
        head = f'<a:bodyPr anchor="b"><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr><a:defRPr sz="{large}"/></a:lvl1pPr></a:lstStyle>'
        below = (
            '<a:bodyPr/><a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="2000"><a:solidFill>'
            '<a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        )
        first, second = ("ctrTitle", "subTitle") if kind == "title" else ("title", "body")
        shapes += placeholder(2, "Title", f'type="{first}"', _OPENING, head, empty)
        shapes += placeholder(3, "Subtitle", f'type="{second}" idx="1"', _SUBTITLE, below, empty)
        shapes += (
            f'<p:sp><p:nvSpPr><p:cNvPr id="7" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_BAR.frame("a:xfrm")}'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
            f"<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{empty}</a:p></p:txBody></p:sp>"
        )
    elif kind != "blank":
        shapes += placeholder(2, "Title", 'type="title"', None, "<a:bodyPr/>", empty)
    if kind == "obj":
        shapes += placeholder(3, "Content", 'idx="1"', None, "<a:bodyPr/>", empty)
    for id, (role, (index, _)) in enumerate(_ASIDE.items(), 4):
        name = {"ftr": "Footer", "dt": "Date", "sldNum": "Slide Number"}[role]
        size, text = ("half", empty) if role == "dt" else ("quarter", NUMBER if role == "sldNum" else empty)
        shapes += placeholder(id, name, f'type="{role}" sz="{size}" idx="{index}"', None, "<a:bodyPr/>", text)
    return (
        f'<p:sldLayout {_SPACE} type="{kind}" preserve="1"><p:cSld name="{title}"><p:spTree>{GROUP}{shapes}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def placeholder(id: int, name: str, kind: str, box: Box | None, body: str, text: str = "") -> str:
    """A place on a master or a layout that slides fill."""
    where = box.frame("a:xfrm") if box else ""
    shape = f'{where}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if box else ""
    style = "" if "<a:lstStyle>" in body else "<a:lstStyle/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/>'
        f"</p:nvPr></p:nvSpPr><p:spPr>{shape}</p:spPr><p:txBody>{body}{style}<a:p>{text}</a:p></p:txBody></p:sp>"
    )
