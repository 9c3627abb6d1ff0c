"""Statistics: how often each rule found something, most often first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bluecanvas.finding import Verdict
from bluecanvas.reporters import Summary, standing
from bluecanvas.reporters.full import closing
from bluecanvas.words import cells, pad


def statistics(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """A line for every rule that found something that stands, then what the run comes to."""
    number = Counter((one.code, one.level.value, one.name) for one in standing(verdicts))
    files = Counter(code for _, code in {(one.file, one.code) for one in standing(verdicts)})
    rows = [
        (str(count), code, level, name, f"in {_canvases(files[code])}")
        for (code, level, name), count in sorted(number.items(), key=lambda item: (-item[1], item[0]))
    ]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(pad(cell, width, right=not at) for at, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines) + closing(verdicts, summary)


def _canvases(count: int) -> str:
    return "1 canvas" if count == 1 else f"{count} canvases"
