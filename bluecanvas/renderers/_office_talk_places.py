"""A client's layouts read: where their placeholders stand and how the text in them is set, as layout and master say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_stage import SLIDES, Box, Layout, Level, Place
from bluecanvas.renderers._office_xml import DRAWING

_P, _A = f"{{{SLIDES}}}", f"{{{DRAWING}}}"
_POINT = 12_700
TITLES = ("title", "ctrTitle")
ASIDE = ("ftr", "dt", "sldNum")
_TEXTS = ("", "obj", "body", "subTitle")
_LEVELS = 5
LEAST = (120.0, 80.0)
"""The least width and height in which something can be shown."""
_LEAST_TITLE = 10.0
_BEHIND = 0.5
"""The part of a slide that a shape covers which lies behind everything."""
_SIZES, _TITLE_SIZE, _SIZE = (8.0, 96.0), 28.0, 18.0


class Sketch(NamedTuple):
    """A layout that may serve, as XML."""

    part: str
    rank: int
    """Of its master among the presentation's."""
    root: ET.Element
    master: ET.Element

    def kinds(self) -> list[str]:
        """The types of its placeholders but those aside."""
        found = (place.get("type", "obj") for place in self.root.iter(f"{_P}ph"))
        return [kind for kind in found if kind not in ASIDE]


def layout(sketch: Sketch, width: float, height: float) -> Layout | None:
    """A layout as slides of that size fill it; None where it has no title."""
    shapes = list(_placeholders(sketch))
    title = next((place for place in shapes if place.kind in TITLES), None)
    if title is None:
        return None
    beyond = not title.box.within(width, height) or min(title.box.width, title.box.height) < _LEAST_TITLE
    low = title.box.bottom > height - LEAST[1] - 6 and sketch.root.get("type") not in ("title", "secHead")
    if beyond and title.kind == "ctrTitle":
        return None
    if beyond or low:
        title = title._replace(box=Box(width * 0.06, 22, width * 0.88, min(60.0, height * 0.2)), moved=True)
    aside = {
        place.kind: place
        for place in shapes
        if place.kind in ASIDE and place.box.within(width, height) and not place.box.meets(title.box)
    }
    room = _room(sketch.master, title.box, width, height)
    end = min((place.box.y for place in aside.values() if place.box.y > room.y + LEAST[1]), default=room.bottom)
    room = room._replace(height=min(room.height, end - room.y))
    texts = [place for place in shapes if place.kind in _TEXTS and _serves(place.box, title.box, width, height)]
    text = max(texts, key=lambda place: (place.kind == "subTitle", place.box.width * place.box.height), default=None)
    return Layout(sketch.part, title, room, text, aside, tuple(_art(sketch, width * height)))


def _serves(box: Box, title: Box, width: float, height: float) -> bool:
    return box.within(width, height) and not box.meets(title) and box.width >= LEAST[0] and box.height >= 24


def _placeholders(sketch: Sketch) -> Iterator[Place]:
    """The placeholders whose place is known and whose text runs across."""
    for shape in sketch.root.iter(f"{_P}sp"):
        mark = shape.find(f".//{_P}ph")
        if mark is None or mark.get("orient") == "vert":
            continue
        kind = mark.get("type", "")
        kind = "" if kind == "obj" else kind
        above = _above(sketch.master, kind)
        chain = [item for item in (shape, above) if item is not None]
        box = next((box for item in chain if (box := _frame(item)) is not None), None)
        bodies = [body for item in chain if (body := item.find(f"{_P}txBody/{_A}bodyPr")) is not None]
        upright = next((body.get("vert", "") for body in bodies if body.get("vert")), "horz") == "horz"
        if box is not None and upright:
            levels = tuple(_levels(chain, sketch.master, kind))
            yield Place(kind, mark.get("idx", ""), box, levels, _inset(bodies))


def _above(master: ET.Element, kind: str) -> ET.Element | None:
    """The master's placeholder that a layout's goes by."""
    wanted = "title" if kind in TITLES else kind if kind in ASIDE else "body"
    for shape in master.iter(f"{_P}sp"):
        mark = shape.find(f".//{_P}ph")
        if mark is not None and mark.get("type", "obj") == wanted:
            return shape
    return None


def _frame(shape: ET.Element) -> Box | None:
    frame = shape.find(f"{_P}spPr/{_A}xfrm")
    return None if frame is None else _box(frame)


def _box(frame: ET.Element) -> Box | None:
    begin, size = frame.find(f"{_A}off"), frame.find(f"{_A}ext")
    if begin is None or size is None or frame.get("rot", "0") != "0":
        return None
    return Box(*(points(item.get(side)) for item, side in ((begin, "x"), (begin, "y"), (size, "cx"), (size, "cy"))))


def _inset(bodies: Iterable[ET.Element]) -> tuple[float, float, float, float]:
    found = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
    for body in reversed(list(bodies)):
        found |= {side: points(body.get(side)) for side in found if body.get(side)}
    left, top, right, bottom = (min(72.0, max(0.0, value)) for value in found.values())
    return left, top, right, bottom


def _levels(chain: Sequence[ET.Element], master: ET.Element, kind: str) -> Iterator[Level]:
    """The five levels of a placeholder's text: its own style, then the one above it, then the master's."""
    style = "titleStyle" if kind in TITLES else "otherStyle" if kind in ASIDE else "bodyStyle"
    styles = [found for item in chain if (found := item.find(f"{_P}txBody/{_A}lstStyle")) is not None]
    styles += [found] if (found := master.find(f"{_P}txStyles/{_P}{style}")) is not None else []
    for k in range(1, _LEVELS + 1):
        said = [found for style in styles if (found := style.find(f"{_A}lvl{k}pPr")) is not None]
        sizes = (found.get("sz") for item in said if (found := item.find(f"{_A}defRPr")) is not None)
        size = _hundredths(next(filter(None, sizes), None), _TITLE_SIZE if kind in TITLES else _SIZE)
        left = _between(next((item.get("marL") for item in said if item.get("marL")), None), 0, 216)
        indent = _between(next((item.get("indent") for item in said if item.get("indent")), None), -216, 216)
        bullets = (mark for item in said for mark in item if mark.tag.startswith(f"{_A}bu"))
        kinds = [mark.tag[len(_A) :] for mark in bullets]
        first = next((name for name in kinds if name in ("buNone", "buChar", "buAutoNum", "buBlip")), "buNone")
        before, apart = _spacing(said, "spcBef", size, 0.0), _spacing(said, "lnSpc", 1.0, 1.0)
        yield Level(size, left, -indent, min(before, 2 * size), min(max(apart, 0.5), 3.0), first != "buNone")


def _spacing(said: Iterable[ET.Element], tag: str, whole: float, default: float) -> float:
    """A distance in points, or as a part of `whole`."""
    for item in said:
        found = item.find(f"{_A}{tag}")
        if found is None:
            continue
        part, fixed = found.find(f"{_A}spcPct"), found.find(f"{_A}spcPts")
        if part is not None:
            return whole * _number(part.get("val", "").rstrip("%")) / 100_000
        if fixed is not None and tag == "spcBef":
            return _number(fixed.get("val", "")) / 100
    return default


def _art(sketch: Sketch, area: float) -> Iterator[Box]:
    """The shapes and pictures that layout and master draw, none of them a placeholder."""
    roots = [sketch.root] if sketch.root.get("showMasterSp") == "0" else [sketch.root, sketch.master]
    for root in roots:
        for tag in ("sp", "pic", "grpSp", "graphicFrame", "cxnSp"):
            for shape in root.iterfind(f"{_P}cSld/{_P}spTree/{_P}{tag}"):
                frame = next((f for f in shape.iter() if f.tag in (f"{_A}xfrm", f"{_P}xfrm")), None)
                box = None if shape.find(f".//{_P}ph") is not None or frame is None else _box(frame)
                if box is not None and box.width * box.height < _BEHIND * area:
                    yield box


def _room(master: ET.Element, title: Box, width: float, height: float) -> Box:
    """Where there is room: the master's body below the title, else the slide without its margins."""
    shape = _above(master, "body")
    body = None if shape is None else _frame(shape)
    top = title.y + title.height + 6
    if body is not None and title.y < body.y:
        top = max(top, body.y)
    found = Box(title.x, top, title.width, height * 0.92 - top)
    if body is not None:
        found = Box(body.x, top, body.width, body.y + body.height - top)
    if found.within(width, height) and found.width >= LEAST[0] and found.height >= LEAST[1]:
        return found
    top = max(title.bottom + 6, height * 0.24)
    return Box(width * 0.06, top, width * 0.88, max(40.0, height * 0.9 - top))


def points(text: str | None) -> float:
    """A length of an office file in points; 0 for what is none."""
    return _number(text or "") / _POINT


def _between(text: str | None, low: float, high: float) -> float:
    return min(high, max(low, points(text)))


def _hundredths(text: str | None, default: float) -> float:
    size = _number(text or "") / 100
    return min(_SIZES[1], max(_SIZES[0], size)) if size else default


def _number(text: str) -> float:
    return float(text) if text.lstrip("-").isdecimal() and text.isascii() and len(text) < 15 else 0.0
