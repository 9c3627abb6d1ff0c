"""The presentation that slides begin from where no client's is given: 16:9, its colours and typefaces in its theme."""

from __future__ import annotations

from bluecanvas.renderers._office_package import Link, Part, xml_part
from bluecanvas.renderers._office_stage import SLIDES, Box, Stage
from bluecanvas.renderers._office_xml import DRAWING, LINKS, Face, emu, esc
from bluecanvas.renderers._palette import Palette

_WIDTH, _HEIGHT = 960.0, 540.0
_TITLE = Box(40, 22, 880, 50)
_BODY = Box(40, 84, 880, 416)
_NUMBER = Box(840, 506, 80, 20)
_TITLE_SIZE = 26.0
_NUMBER_INDEX = "10"
_FIRST_ID = 2147483648
"""Masters and layouts are numbered from here on."""
_MASTER, _THEME = "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"
_LAYOUTS = (("titleOnly", "Title Only"), ("obj", "Title and Content"), ("blank", "Blank"))
_SPACE = f'xmlns:a="{DRAWING}" xmlns:r="{LINKS}" xmlns:p="{SLIDES}"'
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)


def start(colours: Palette, face: Face) -> Stage:
    """The stage of a presentation of our own: a master, three layouts, a theme that holds the palette."""
    named = _scheme(colours)
    layouts = [f"ppt/slideLayouts/slideLayout{at}.xml" for at in range(1, len(_LAYOUTS) + 1)]
    links = tuple(Link(f"rId{at}", "slideLayout", name) for at, name in enumerate(layouts, 1))
    parts = [
        theme(_THEME, colours, face),
        xml_part(
            _MASTER,
            "presentationml.slideMaster",
            _master(links, face),
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
    return Stage(
        tuple(parts),
        (_MASTER,),
        (_FIRST_ID,),
        _WIDTH,
        _HEIGHT,
        layouts[0],
        _TITLE,
        _BODY,
        _TITLE_SIZE,
        _NUMBER_INDEX,
        tints,
    )


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


def _master(layouts: tuple[Link, ...], face: Face) -> str:
    ids = "".join(f'<p:sldLayoutId id="{_FIRST_ID + 1 + at}" r:id="{link.id}"/>' for at, link in enumerate(layouts))
    letters = '<a:latin typeface="+m{0}-lt"/><a:ea typeface="+m{0}-ea"/><a:cs typeface="+m{0}-cs"/>'
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    levels = "".join(
        f'<a:lvl{k}pPr marL="{emu(18 * k)}" indent="{-emu(18)}"><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buChar char="•"/>'
        f'<a:defRPr lang="{esc(face.tag)}" sz="{1900 - 100 * k}">{ink}{letters.format("n")}</a:defRPr></a:lvl{k}pPr>'
        for k in range(1, 6)
    )
    shapes = (
        placeholder(
            2,
            "Title",
            'type="title"',
            _TITLE,
            '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr>',
        )
        + placeholder(
            3,
            "Text",
            'type="body" idx="1"',
            _BODY,
            '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>',
        )
        + placeholder(
            4,
            "Slide Number",
            'type="sldNum" sz="quarter" idx="4"',
            _NUMBER,
            '<a:bodyPr lIns="0" rIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1000">'
            '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>',
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>',
        )
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


def _layout(kind: str, title: str, face: Face) -> str:
    """A layout whose placeholders lie where the master has them."""
    has = {"titleOnly": ("title", "number"), "obj": ("title", "body", "number"), "blank": ("number",)}[kind]
    empty = f'<a:endParaRPr lang="{esc(face.tag)}"/>'
    shapes = {
        "title": placeholder(2, "Title", 'type="title"', None, "<a:bodyPr/>", empty),
        "body": placeholder(3, "Content", 'idx="1"', None, "<a:bodyPr/>", empty),
        "number": placeholder(
            4,
            "Slide Number",
            'type="sldNum" sz="quarter" idx="' + _NUMBER_INDEX + '"',
            None,
            "<a:bodyPr/>",
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>',
        ),
    }
    return (
        f'<p:sldLayout {_SPACE} type="{kind}" preserve="1"><p:cSld name="{title}"><p:spTree>{GROUP}'
        f"{''.join(shapes[name] for name in has)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
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
