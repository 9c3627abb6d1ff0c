"""The strategy canvas: competing factors along the x axis, a value curve a player."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bluecanvas.blocks import Axis, Curves, Line, Point, Style
from bluecanvas.canvas.model import Canvas, Curve, Factor, Role
from bluecanvas.frameworks._order import in_order
from bluecanvas.frameworks._reference import is_new
from bluecanvas.frameworks._view_words import say
from bluecanvas.words import clip, label

KEY = "curves"
PLACE = 1

_STYLES = {
    Role.AS_IS: Style.AS_IS,
    Role.TO_BE: Style.OPTION,
    Role.RIVAL: Style.RIVAL,
    Role.ALTERNATIVE: Style.ALTERNATIVE,
    Role.INDUSTRY: Style.INDUSTRY,
    Role.DELIVERED: Style.OTHER,
    Role.WANTED: Style.OTHER,
}
_MOST_SOURCES = 2
_MOST_SOURCE_CELLS = 90


def blocks(canvas: Canvas, language: str | None = None) -> tuple[Curves, ...]:
    """The value curves, ours first, in the canvas's own language or another."""
    speak = language or canvas.language
    scale = canvas.scale
    tagline = canvas.tagline or (canvas.ours.tagline if canvas.ours else None)
    sources = _source_ids(canvas)
    return (
        Curves(
            title=canvas.title.say(speak),
            axes=tuple(_axis(canvas, factor, speak) for factor in canvas.factors),
            lines=tuple(_line(canvas, curve, speak, sources) for curve in in_order(canvas)),
            low=scale.min,
            high=scale.max,
            low_word=label("low", speak),
            high_word=label("high", speak),
            words=tuple((level, scale.words[level].say(speak)) for level in sorted(scale.words)),
            subtitle=tagline.text.say(speak) if tagline else "",
            date=canvas.date or "",
            note=_note(canvas, speak, sources),
            factor_word=label("factor", speak),
            unknown_word=label("unknown", speak),
            price_word=label("price-note", speak),
            created_word=label("created", speak),
            burden_word=label("burden-note", speak),
            language=speak,
            step=scale.step,
            sources=tuple(canvas.source(id).source.say(speak) for id in sources),
            existing_word=say("existing", speak),
        ),
    )


def narrowed(block: Curves, only: Collection[str] = (), without: Collection[str] = ()) -> Curves:
    """The block with only some of its curves and factors, or without some, by id; order is kept."""
    lines = [line for line in block.lines if line.id not in without]
    axes = [at for at, axis in enumerate(block.axes) if axis.id not in without]
    if any(line.id in only for line in block.lines):
        lines = [line for line in lines if line.id in only]
    if any(axis.id in only for axis in block.axes):
        axes = [at for at in axes if block.axes[at].id in only]
    shown, left = {block.axes[at].id for at in axes}, {line.id for line in lines}
    return block._replace(
        axes=tuple(block.axes[at] for at in axes),
        lines=_at(lines, axes),
        derived=_at(block.derived, axes),
        bands=tuple(band for band in block.bands if left.intersection(band.members)),
        shifts=tuple(shift for shift in block.shifts if shift.axis in shown),
    )


def _at(lines: Sequence[Line], axes: Sequence[int]) -> tuple[Line, ...]:
    """Lines with the points of some factors."""
    return tuple(line._replace(points=tuple(line.points[at] for at in axes)) for line in lines)


def _axis(canvas: Canvas, factor: Factor, speak: str) -> Axis:
    name, created = factor.name.say(speak), is_new(canvas, factor.id)
    return Axis(factor.id, name, factor.price, factor.burden, created, factor.importance)


def _line(canvas: Canvas, curve: Curve, speak: str, sources: Sequence[str]) -> Line:
    place = {id: at for at, id in enumerate(sources)}
    points: list[Point] = []
    for factor in canvas.factors:
        score = curve.scores.get(factor.id)
        if score is None:
            points.append(Point(None))
        else:
            evidence = tuple(place[id] for id in score.evidence)
            points.append(Point(score.value, score.low, score.high, score.n, evidence))
    style = Style.OURS if curve.id == canvas.us else _STYLES[curve.role]
    return Line(curve.id, curve.name.say(speak), style, tuple(points), curve.role.value, curve.share)


def _source_ids(canvas: Canvas) -> tuple[str, ...]:
    """The evidence behind the levels, once each."""
    behind = dict.fromkeys(score.evidence for curve in canvas.curves for score in curve.scores.values())
    return tuple(dict.fromkeys(id for evidence in behind for id in evidence))


def _note(canvas: Canvas, speak: str, ids: Sequence[str]) -> str:
    """What intervals look like, where there are any, and the sources."""
    ranged = any(score.low is not None for curve in canvas.curves for score in curve.scores.values())
    return " · ".join(
        part for part in (say("intervals", speak) if ranged else "", _sources(canvas, speak, ids)) if part
    )


def _sources(canvas: Canvas, speak: str, ids: Sequence[str]) -> str:
    """The sources behind the levels, the first ones by name."""
    if not ids:
        return ""
    names = [clip(canvas.source(id).source.say(speak), _MOST_SOURCE_CELLS) for id in ids[:_MOST_SOURCES]]
    more = f" (+{len(ids) - len(names)})" if len(ids) > len(names) else ""
    wide = speak.startswith(("zh", "ja"))
    return f"{label('source', speak)}{'：' if wide else ': '}{('；' if wide else '; ').join(names)}{more}"
