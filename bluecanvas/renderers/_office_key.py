"""What stands in small letters below a chart: how to read it, where its levels come from and when."""

from __future__ import annotations

from dataclasses import replace

from bluecanvas.blocks import Curves
from bluecanvas.renderers._office_chart_pens import same
from bluecanvas.words import label, show_level

_BETWEEN = " · "


def key(block: Curves) -> tuple[str, ...]:
    """The words of the scale, the price, which factors and curves belong together, moves; then the date and the sources."""
    comma, colon = label("comma", block.language), label("colon", block.language)
    together: dict[str, list[str]] = {}
    for axis in block.axes:
        words = (block.burden_word * (axis.burden and not axis.price), block.created_word * axis.created, axis.part)
        for word in dict.fromkeys(filter(None, words)):
            together.setdefault(word, []).append(axis.name)
    for band in block.bands:
        together[band.name] = [line.name for line in block.lines if line.id in band.members]
    called = {axis.id: axis.name for axis in block.axes}
    said = [
        *(f"{show_level(level)} = {word}" for level, word in block.words),
        *([block.price_word] if any(axis.price for axis in block.axes) else ()),
        *(f"{word}{colon}{comma.join(names)}" for word, names in together.items()),
        *(f"{called.get(shift.axis, shift.axis)}{colon}{shift}" for shift in block.shifts),
    ]
    lines = (_BETWEEN.join(said), _BETWEEN.join(part for part in (block.dated, block.note) if part.strip()))
    return tuple(line for line in lines if line)


def key_of_chart(block: Curves) -> tuple[str, ...]:
    """What stands below a chart of the office's own, which draws no ranges of groups, and moves no curve off another."""
    sure = any(point.low is not None for line in block.lines for point in line.points)
    away = {label("view.groups", block.language), "" if sure else label("view.intervals", block.language)}
    note = _BETWEEN.join(part for part in block.note.split(_BETWEEN) if part not in away)
    names = (label("comma", block.language).join(block.lines[k].name for k in group) for group in same(block))
    alike = _BETWEEN.join(label("view.same", block.language, names=each) for each in names)
    return tuple(line for line in (*key(replace(block, note=note)), alike) if line)
