"""A client's presentation as a stage: its masters, layouts, colours and typefaces, without its slides."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from bluecanvas.renderers import Model
from bluecanvas.renderers._office_archive import Archive
from bluecanvas.renderers._office_client_colours import inks, scheme, tints
from bluecanvas.renderers._office_package import Link
from bluecanvas.renderers._office_stage import SLIDES, Box, Layout, Stage
from bluecanvas.renderers._office_talk_places import LEAST, TITLES, Sketch, layout, points
from bluecanvas.renderers._office_xml import LINKS
from bluecanvas.renderers._palette import Palette

_MAIN = 0.3
"""The part of a slide that its main text has at least."""
_P, _R = f"{{{SLIDES}}}", f"{{{LINKS}}}"


def client(model: Model, colours: Palette) -> Stage:
    """The stage of a client's presentation; CallError for a file that is none."""
    archive = Archive(model, "a PowerPoint presentation (.pptx)")
    root = archive.xml(archive.main)
    if root.tag != f"{_P}presentation":
        raise archive.wrong("it holds something else")
    links = {link.id: link.target for link in archive.links(archive.main)}
    ids = {item.get(f"{_R}id", ""): item.get("id", "") for item in root.iter(f"{_P}sldMasterId")}
    masters = [links[id] for id in ids if id in links]
    width, height = _size(root)
    sketches = [sketch for at, name in enumerate(masters) for sketch in _sketches(archive, name, at)]
    figure = _barest(sketches, width, height)
    if figure is None:
        raise archive.wrong("it has no layout with a title")
    opening = _named(sketches, "title", width, height)
    tables = [link for link in archive.links(archive.main) if link.kind == "tableStyles" and not link.outside]
    style = root.find(f"{_P}defaultTextStyle")
    return Stage(
        parts=archive.with_all_below([*masters, *(link.target for link in tables)]),
        masters=tuple(masters),
        master_ids=tuple(int(id) for id in ids.values() if id.isdecimal()),
        width=width,
        height=height,
        figure=figure,
        text=_named(sketches, "obj", width, height) or _named(sketches, "", width, height),
        opening=opening,
        section=_named(sketches, "secHead", width, height) or opening,
        tints=tints(colours),
        inks=inks(colours, scheme(archive, _master(archive, figure.part))),
        text_style=ET.tostring(style, "unicode") if style is not None else "",
        links=tuple(Link("rIdTables", link.kind, link.target) for link in tables[:1]),
    )


def _sketches(archive: Archive, name: str, at: int) -> Iterator[Sketch]:
    """The layouts of a master."""
    master = archive.xml(name)
    for link in archive.links(name):
        if link.kind == "slideLayout" and not link.outside:
            yield Sketch(link.target, at, archive.xml(link.target), master)


def _barest(sketches: list[Sketch], width: float, height: float) -> Layout | None:
    """The layout for a title with figures below it: called so, or else with as little as can be beside its title."""

    def rank(sketch: Sketch) -> tuple[int, int]:
        others = sum(kind != "title" for kind in sketch.kinds())
        return (0 if sketch.root.get("type") == "titleOnly" else 1 + others, sketch.rank)

    titled = [sketch for sketch in sketches if "title" in sketch.kinds()]
    return next((found for sketch in sorted(titled, key=rank) if (found := layout(sketch, width, height))), None)


def _named(sketches: list[Sketch], kind: str, width: float, height: float) -> Layout | None:
    """The first layout of a type that has a title and one text; where the type is empty, any with nothing else."""
    for sketch in sketches:
        kinds = sketch.kinds()
        bare = len(kinds) == 2 and any(title in kinds for title in TITLES) and kinds.count("subTitle") == 0
        if sketch.root.get("type", "") == kind if kind else bare:
            found = layout(sketch, width, height)
            if found is not None and found.text is not None and (kind or _wide(found.text.box, width * height)):
                return found
    return None


def _wide(box: Box, area: float) -> bool:
    return box.height >= LEAST[1] and box.width * box.height >= _MAIN * area


def _size(root: ET.Element) -> tuple[float, float]:
    size = root.find(f"{_P}sldSz")
    width, height = (points(size.get(side)) if size is not None else 0.0 for side in ("cx", "cy"))
    return (width, height) if width > LEAST[0] and height > LEAST[1] else (960.0, 540.0)


def _master(archive: Archive, layout: str) -> str:
    """The part of a layout's master."""
    return next((link.target for link in archive.links(layout) if link.kind == "slideMaster"), "")
