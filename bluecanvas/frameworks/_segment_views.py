"""Value curves taken apart by the segments of the buyers: a plot each, as that segment sees the canvas."""

from __future__ import annotations

from collections.abc import Callable

from bluecanvas.blocks import Curves, Facets, Line, Point, Style
from bluecanvas.canvas.model import Canvas, Segment
from bluecanvas.canvas.segments import seen_by
from bluecanvas.errors import CanvasError
from bluecanvas.frameworks._curve_views import Order, View
from bluecanvas.words import label, show_level


def by_segment(canvas: Canvas, show: Callable[[Canvas, View], Curves], view: View) -> Facets:
    """A plot a segment of the buyers, each shown as that segment sees the canvas; CanvasError where there are none.

    The whole has the levels of all buyers, and a version of each curve that a segment sees otherwise.
    """
    if not canvas.segments:
        raise CanvasError(
            "the canvas has no segments to take the picture apart by", "add them: segments: {id: {name: …, share: 0.6}}"
        )
    whole = show(canvas, view._replace(order=Order.GIVEN))
    weighed = any(axis.importance is not None for axis in whole.axes)
    versions = _Versions(whole)
    parts, panels, note = [], [], whole.note
    for segment in canvas.segments:
        if view.order is Order.IMPORTANCE and not (segment.importance or weighed):
            name = segment.name.say(whole.language)
            raise CanvasError(f"the segment {name} has no importance to order by", "add `importance:` to it")
        part = show(seen_by(canvas, segment), view)
        note = part.note
        parts.append(part._replace(title=segment_name(segment, whole.language), subtitle="", date="", note=""))
        panels.append(versions.taken(part, segment))
    return Facets(versions.whole(note), tuple(panels), tuple(parts))


def segment_name(segment: Segment, language: str) -> str:
    """A segment's name with its share of the buyers, where that is known."""
    name = segment.name.say(language)
    if segment.share is None:
        return name
    return label("segment-share", language, name=name, share=show_level(round(100 * segment.share, 9), language))


class _Versions:
    """The curves of all buyers, and beside them each as a segment sees it otherwise."""

    def __init__(self, usual: Curves) -> None:
        self._usual = usual
        self._lines, self._derived = list(usual.lines), list(usual.derived)
        self._sources = list(usual.sources)
        self._known = {line.id: line for line in (*usual.lines, *usual.derived)}
        self._ids = set(self._known)

    def taken(self, part: Curves, segment: Segment) -> tuple[str, ...]:
        """The ids of a segment's curves in the whole, which gains those it has no like of."""
        ids = []
        for found, kept in ((part.lines, self._lines), (part.derived, self._derived)):
            for line in found:
                own = self._version(line, part, segment)
                if own.id not in self._ids:
                    self._ids.add(own.id)
                    kept.append(own)
                ids.append(own.id)
        return tuple(ids)

    def whole(self, note: str) -> Curves:
        """All of them on the factors in their given order."""
        lines, derived = tuple(self._lines), tuple(self._derived)
        return self._usual._replace(lines=lines, derived=derived, sources=tuple(self._sources), note=note)

    def _version(self, line: Line, part: Curves, segment: Segment) -> Line:
        """A curve as a segment sees it: the usual one where that is the same."""
        found = dict(zip((axis.id for axis in part.axes), line.points, strict=True))
        points = tuple(self._resting(found[axis.id], part) for axis in self._usual.axes)
        if points == self._known[line.id].points:
            return self._known[line.id]
        id = f"{segment.id}/{line.id}"
        while id in self._ids:
            id += "/"
        name = f"{line.name} · {segment.name.say(part.language)}"
        style = Style.OPTION if line.style is Style.OURS else line.style
        return line._replace(id=id, name=name, style=style, points=points)

    def _resting(self, point: Point, part: Curves) -> Point:
        """A point whose evidence is numbered among the sources of the whole."""
        places = []
        for source in (part.sources[at] for at in point.evidence):
            if source not in self._sources:
                self._sources.append(source)
            places.append(self._sources.index(source))
        return point._replace(evidence=tuple(places))
