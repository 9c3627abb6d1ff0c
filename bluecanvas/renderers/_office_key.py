"""What stands in small letters below a chart of the office's own."""

from __future__ import annotations

from bluecanvas.blocks import Curves
from bluecanvas.renderers._key import BETWEEN, key
from bluecanvas.renderers._office_chart_pens import same
from bluecanvas.words import label


def key_of_chart(block: Curves) -> tuple[str, ...]:
    """The key below a chart, which draws no ranges of groups, and moves no curve off another."""
    sure = any(point.low is not None for line in block.lines for point in line.points)
    away = {label("view.groups", block.language), "" if sure else label("view.intervals", block.language)}
    note = BETWEEN.join(part for part in block.note.split(BETWEEN) if part not in away)
    names = (label("comma", block.language).join(block.lines[k].name for k in group) for group in same(block))
    alike = BETWEEN.join(label("view.same", block.language, names=each) for each in names)
    return tuple(line for line in (*key(block._replace(note=note)), alike) if line)
