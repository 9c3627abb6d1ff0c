"""A client's presentation as a stage: its masters, layouts, colours and typefaces, without its slides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from bluecanvas.renderers import Model
from bluecanvas.renderers._office_archive import Archive
from bluecanvas.renderers._office_package import Link
from bluecanvas.renderers._office_stage import SLIDES, Box, Stage
from bluecanvas.renderers._office_xml import DRAWING, LINKS
from bluecanvas.renderers._palette import Palette

_P, _A, _R = f"{{{SLIDES}}}", f"{{{DRAWING}}}", f"{{{LINKS}}}"
_POINT = 12_700
_ASIDE = ("dt", "ftr", "sldNum")
_LEAST = (120.0, 80.0)
"""The least width and height in which something can be shown."""


class _Layout(NamedTuple):
    """A layout that may serve: how well, and what it is made of."""

    rank: tuple[int, int]
    name: str
    root: ET.Element
    master: ET.Element


def client(model: Model, colours: Palette) -> Stage:
    """The stage of a client's presentation; CallError for a file that is none."""
    archive = Archive(model, "a PowerPoint presentation (.pptx)")
    root = archive.xml(archive.main)
    if root.tag != f"{_P}presentation":
        raise archive.wrong("it holds something else")
    links = {link.id: link.target for link in archive.links(archive.main)}
    ids = {item.get(f"{_R}id", ""): item.get("id", "") for item in root.iter(f"{_P}sldMasterId")}
    masters = [links[id] for id in ids if id in links]
    best = min(
        (layout for at, name in enumerate(masters) for layout in _layouts(archive, name, at)),
        default=None,
        key=lambda layout: layout.rank,
    )
    if best is None:
        raise archive.wrong("it has no layout with a title")
    width, height = _size(root)
    title = _place(best.root, "title") or _place(best.master, "title") or Box(40, 22, width - 80, 60)
    number = next((place.get("idx", "0") for place in _places(best.root) if place.get("type") == "sldNum"), "")
    tables = [link for link in archive.links(archive.main) if link.kind == "tableStyles" and not link.outside]
    style = root.find(f"{_P}defaultTextStyle")
    return Stage(
        parts=archive.with_all_below([*masters, *(link.target for link in tables)]),
        masters=tuple(masters),
        master_ids=tuple(int(id) for id in ids.values() if id.isdecimal()),
        width=width,
        height=height,
        layout=best.name,
        title=title,
        body=_room(best.master, title, width, height),
        title_size=_title_size(best),
        number_index=number,
        tints=_tints(colours),
        text_style=ET.tostring(style, "unicode") if style is not None else "",
        links=tuple(Link("rIdTables", link.kind, link.target) for link in tables[:1]),
    )


def _layouts(archive: Archive, name: str, at: int) -> Iterator[_Layout]:
    """The layouts of a master that have a title, the best having nothing else and being called so."""
    master = archive.xml(name)
    for link in archive.links(name):
        if link.kind != "slideLayout" or link.outside:
            continue
        root = archive.xml(link.target)
        kinds = [place.get("type", "obj") for place in _places(root)]
        if "title" in kinds:
            others = sum(kind not in ("title", *_ASIDE) for kind in kinds)
            yield _Layout((0 if root.get("type") == "titleOnly" else 1 + others, at), link.target, root, master)


def _places(root: ET.Element) -> list[ET.Element]:
    """The placeholders of a master or a layout."""
    return list(root.iter(f"{_P}ph"))


def _place(root: ET.Element, kind: str) -> Box | None:
    """Where a placeholder stands, where that is said."""
    for shape in root.iter(f"{_P}sp"):
        place, frame = shape.find(f".//{_P}ph"), shape.find(f"{_P}spPr/{_A}xfrm")
        if place is None or frame is None or place.get("type", "obj") != kind:
            continue
        begin, size = frame.find(f"{_A}off"), frame.find(f"{_A}ext")
        if begin is not None and size is not None:
            return Box(
                *(_points(item.get(side)) for item, side in ((begin, "x"), (begin, "y"), (size, "cx"), (size, "cy")))
            )
    return None


def _room(master: ET.Element, title: Box, width: float, height: float) -> Box:
    """Where there is room: the master's body below the title, else the slide without its margins."""
    body = _place(master, "body")
    top = title.y + title.height + 6
    if body is not None and title.y < body.y:
        top = max(top, body.y)
    found = Box(title.x, top, title.width, height * 0.92 - top)
    if body is not None:
        found = Box(body.x, top, body.width, body.y + body.height - top)
    inside = found.x >= 0 and found.x + found.width <= width and found.y + found.height <= height
    if inside and found.width >= _LEAST[0] and found.height >= _LEAST[1]:
        return found
    return Box(width * 0.06, height * 0.24, width * 0.88, height * 0.66)


def _size(root: ET.Element) -> tuple[float, float]:
    size = root.find(f"{_P}sldSz")
    width, height = (_points(size.get(side)) if size is not None else 0.0 for side in ("cx", "cy"))
    return (width, height) if width > _LEAST[0] and height > _LEAST[1] else (960.0, 540.0)


def _title_size(layout: _Layout) -> float:
    """The size of a title's letters, as the layout or else the master has it."""
    for shape in layout.root.iter(f"{_P}sp"):
        place = shape.find(f".//{_P}ph")
        own = shape.find(f"{_P}txBody/{_A}lstStyle/{_A}lvl1pPr/{_A}defRPr")
        if place is not None and place.get("type") == "title" and own is not None and own.get("sz"):
            return _hundredths(own.get("sz"))
    found = layout.master.find(f"{_P}txStyles/{_P}titleStyle/{_A}lvl1pPr/{_A}defRPr")
    return _hundredths(found.get("sz") if found is not None else None)


def _points(text: str | None) -> float:
    return int(text) / _POINT if text and text.lstrip("-").isdecimal() else 0.0


def _hundredths(text: str | None) -> float:
    return min(96.0, max(10.0, int(text) / 100)) if text and text.isdecimal() else 28.0


def _tints(colours: Palette) -> dict[str, str]:
    """Our colours as the client's theme has them: ours its first accent, our options the next, the others quiet."""

    def scheme(name: str, part: int = 100) -> str:
        lighter = f'<a:lumMod val="{part}000"/><a:lumOff val="{100 - part}000"/>' if part < 100 else ""
        return f'<a:solidFill><a:schemeClr val="{name}">{lighter}</a:schemeClr></a:solidFill>'

    quiet = [scheme("tx1", 50), scheme("accent5", 75), scheme("accent6", 75), scheme("tx1", 65)]
    found = {colour: quiet[k % len(quiet)] for k, colour in enumerate(colours.others)}
    found |= {colour: scheme(f"accent{2 + k}") for k, colour in enumerate(colours.options)}
    found |= {
        colours.rule: scheme("tx1", 25),
        colours.hair: scheme("tx1", 15),
        colours.zone: scheme("bg2"),
        colours.quiet: scheme("tx1", 50),
        colours.soft: scheme("tx1", 75),
        colours.cut: scheme("tx1", 65),
        colours.lift: scheme("accent1"),
        colours.as_is: scheme("accent1", 60),
        colours.ours: scheme("accent1"),
        colours.ink: scheme("tx1"),
        colours.background: scheme("bg1"),
    }
    return found
