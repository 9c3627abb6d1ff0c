"""The overlay: old and new curves in one picture, the old dashed and quiet, ours strong."""

from __future__ import annotations

from bluecanvas.blocks import Axis, Curves, Line, Point, Style
from bluecanvas.canvas.model import Canvas
from bluecanvas.comparing.sides import Sides, sides
from bluecanvas.frameworks.value_curve import blocks
from bluecanvas.named import NamedTuple
from bluecanvas.words.labels import label

_UNKNOWN = Point(None)
_MOST = 10
"""Lines in one picture that an eye can still follow."""


class _Place(NamedTuple):
    """A factor on the axis of the overlay: what it is called in either canvas, None where it is not there."""

    axis: Axis
    old: str | None
    new: str | None


def overlay(old: Canvas, new: Canvas, language: str | None = None) -> Curves:
    """Our curve and every other whose levels changed, each with its old state, and the curves that came or went.

    The axis is the new one, with the factors that went where they stood; old levels of another scale are drawn at
    their share of it. Of very many curves only ours keeps its old state, and the note says so. Where no level changed and no curve came or went, all curves are drawn, once.
    """
    held = sides(old, new, language)
    now, was = blocks(new, held.language)[0], blocks(old, held.language)[0]
    places = _places(held, now, was)
    earlier = {held.curve_ids[line.id]: line for line in was.lines if line.id in held.curve_ids}
    quiet = ""  # the id of what ours was
    lines: list[Line] = []
    earlier_states: set[str] = set()
    for line in now.lines:
        drawn = _on_axis(line, now, [place.new for place in places])
        before = earlier.get(line.id)
        if before is None:
            lines.append(drawn)
            continue
        before = _rescaled(held, _on_axis(before, was, [place.old for place in places]))
        ours = line.style is Style.OURS
        changed = any(
            old.value is not None if place.new is None else place.old is not None and old.value != new.value
            for place, old, new in zip(places, before.points, drawn.points, strict=True)
            if ours or place.new is not None
        )
        if changed or ours:
            lines.append(drawn)
        if changed:
            lines.append(_ended(before, "before", held.language))
            earlier_states.add(lines[-1].id)
            quiet = lines[-1].id if ours else quiet
    for line in was.lines:
        if line.id not in held.curve_ids:
            gone = _rescaled(held, _on_axis(line, was, [place.old for place in places]))
            lines.append(_ended(gone, "removed", held.language))
    if not any(line.style is not Style.OURS for line in lines):
        return now
    note = ""
    if len(lines) > _MOST and earlier_states - {quiet}:
        lines = [line for line in lines if line.id not in earlier_states or line.id == quiet]
        note = label("others-after", held.language)
    if not any(line.style is Style.AS_IS for line in lines):
        lines = [line._replace(style=Style.AS_IS) if line.id == quiet else line for line in lines]
    dates = dict.fromkeys(date for date in (was.date, now.date) if date)
    axes = tuple(place.axis for place in places)
    return now._replace(axes=axes, lines=tuple(lines), date=" → ".join(dates), note=note)


def _places(held: Sides, now: Curves, was: Curves) -> list[_Place]:
    """The factors of both canvases: the new order, those that went behind what they followed."""
    old_of = {new: old for old, new in held.factor_ids.items()}
    places = [_Place(axis, old_of.get(axis.id), axis.id) for axis in now.axes]
    at = 0
    for axis in was.axes:
        if axis.id in held.factor_ids:
            at = next(place for place, found in enumerate(places) if found.old == axis.id) + 1
        else:
            name = _marked(axis.name, "removed", held.language)
            places.insert(at, _Place(axis._replace(name=name, created=False), axis.id, None))
            at += 1
    return places


def _on_axis(line: Line, block: Curves, ids: list[str | None]) -> Line:
    """A line of a block with a point for each factor of another axis."""
    points = {axis.id: point for axis, point in zip(block.axes, line.points, strict=True)}
    return line._replace(points=tuple(_UNKNOWN if id is None else points.get(id, _UNKNOWN) for id in ids))


def _rescaled(held: Sides, line: Line) -> Line:
    """An old line on the new scale, without its intervals."""

    def moved(level: float | None) -> float | None:
        if level is None or held.same_scale:
            return level
        low, high = held.new.scale.min, held.new.scale.max
        return min(high, max(low, round(low + held.old.scale.share(level) * (high - low), 9)))

    return line._replace(points=tuple(Point(moved(point.value)) for point in line.points))


def _ended(line: Line, word: str, language: str) -> Line:
    """A line as a state that is no more: dotted, and its name says so."""
    return line._replace(id=f"{line.id} {word}", name=_marked(line.name, word, language), style=Style.ALTERNATIVE)


def _marked(name: str, word: str, language: str) -> str:
    """A name with what became of it in brackets."""
    said = label(word, language)
    return f"{name}（{said}）" if language.startswith(("zh", "ja")) else f"{name} ({said})"
