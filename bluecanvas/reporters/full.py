"""A finding with its source line, a caret below the place, and how to mend it; then what the run comes to."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.finding import Level, Verdict
from bluecanvas.reporters import Summary, asides, counted, shown_file, standing
from bluecanvas.reporters._escaping import told
from bluecanvas.words import cells, clip, wrap

_MOST_CELLS, _FEWEST_CELLS = 160, 20
_HINT = "  hint: "
_COLOURS = {Level.ERROR: "\x1b[1;31m", Level.WARNING: "\x1b[1;33m", Level.ADVICE: "\x1b[1;36m"}
_DIM, _BOLD, _PLAIN = "\x1b[2m", "\x1b[1m", "\x1b[0m"


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """Every finding that stands, then one line that counts them."""
    parts = [_finding(verdict, summary.colour, summary.columns) for verdict in standing(verdicts)]
    return "".join(f"{part}\n" for part in parts) + closing(verdicts, summary)


def _finding(verdict: Verdict, colour: bool, columns: int) -> str:
    level, dim, bold, plain = (_COLOURS[verdict.level], _DIM, _BOLD, _PLAIN) if colour else ("", "", "", "")
    place = verdict.place
    head = (
        f"{bold}{shown_file(verdict.file)}:{place.line}:{place.column}:{plain} "
        f"{level}{verdict.level}{plain} {bold}{verdict.code}{plain} {told(verdict.message)} "
        f"{dim}[{verdict.name}]{plain}"
    )
    lines = [head, *_snippet(verdict, level, dim, plain, columns)]
    if verdict.hint:
        hint = told(verdict.hint)
        first, *more = wrap(hint, max(_FEWEST_CELLS, columns - len(_HINT))) if columns else [hint]
        lines += [f"  {dim}hint:{plain} {first}", *(" " * len(_HINT) + line for line in more)]
    return "\n".join(lines) + "\n"


def _snippet(verdict: Verdict, level: str, dim: str, plain: str, columns: int) -> list[str]:
    """The source line, cut around the place where it is long, and carets as wide as what they point at."""
    place = verdict.place
    line = verdict.source_line
    if not line.strip():
        return []
    begin = place.column - 1
    end = min(place.end_column - 1, len(line)) if place.end_line == place.line else len(line)
    number = str(place.line)
    room = min(_MOST_CELLS, max(_FEWEST_CELLS, columns - len(f"  {number} | "))) if columns else _MOST_CELLS
    cut = _cut(line, begin, end, room)
    before = told(("…" if cut else "") + line[cut:begin].replace("\t", " "))
    marked = told(line[begin:end].replace("\t", " "))
    after = told(line[end : end + room].replace("\t", " "))
    shown = clip(told(before + marked + after), room)
    carets = "^" * max(1, min(cells(marked), room - cells(before)))
    gutter = " " * len(number)
    return [
        f"  {dim}{number} |{plain} {shown}",
        f"  {dim}{gutter} |{plain} {' ' * cells(before)}{level}{carets}{plain}",
    ]


def _cut(line: str, begin: int, end: int, room: int) -> int:
    """Where a line starts to be shown, so that the place is seen: at its beginning where that fits."""
    if end < room and cells(told(line[:end])) < room:
        return 0
    start, used = begin, 1
    while start and used + cells(told(line[start - 1])) <= room // 2:
        start -= 1
        used += cells(told(line[start]))
    return start


def closing(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """What the run comes to: whom it took for whom, how much was found, and what does not count."""
    if summary.quiet:
        return ""
    canvases = "1 canvas" if summary.checked == 1 else f"{summary.checked} canvases"
    aside = asides(verdicts, summary)
    tail = f" ({', '.join(aside)})" if aside else ""
    notes = "".join(f"{told(note)}\n" for note in summary.notes)
    return f"{notes}checked {canvases}: {counted(verdicts)}{tail}\n"
