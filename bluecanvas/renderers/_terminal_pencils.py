"""How each curve is drawn in a terminal (its marker, colour and stroke), and the legend that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.blocks import Line, Style
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._terminal_dots import Stroke
from bluecanvas.renderers._terminal_pen import Pen, Span
from bluecanvas.words import cells, label

# Our side is filled and rivals are hollow, so that ours stands out where there is no colour.
_OURS, _AS_IS, _OPTIONS, _OTHERS = "●", "○", "◆■▲★▼", "△□◇▽☆◎"
_ASCII = ("@", "o", "#$W", "x+*%&=")
_SPARE = "abcdefghijklmnpqrstuvwyzABCDEFGHIJKLMNPQRSTUVXYZ123456789"

_SAID = frozenset({"delivered", "wanted"})
"""Roles of curves drawn as others are."""
_BITS = {Stroke.SOLID: ("⠶", "="), Stroke.DASHED: ("⠒", "-"), Stroke.DOTTED: ("⠐", ".")}


class Pencil(NamedTuple):
    """One curve's marker, style and stroke; the lower its rank, the more it lies on top."""

    line: Line
    marker: str
    style: str
    stroke: Stroke
    rank: int
    group: str = ""
    """Its strategic group, where groups are shown."""


def sharpen(lines: Sequence[Line], ascii: bool) -> list[Pencil]:
    """A pencil a curve: ours strong, today's dashed, everybody else's quiet; no two markers alike while they last."""
    ours, as_is, options, others = _ASCII if ascii else (_OURS, _AS_IS, _OPTIONS, _OTHERS)
    free = [*others, *options, *_SPARE]
    left = {Style.OURS: [ours], Style.AS_IS: [as_is], Style.OPTION: list(options)}
    counts = {"option": 0, "other": 0}
    pencils = []
    for line in lines:
        own = [mark for mark in left.get(line.style, ()) if line.style is not Style.OPTION or mark in free]
        marker = own[0] if own else free[0] if free else others[-1]
        if own and line.style is not Style.OPTION:
            left[line.style].clear()
            style, rank = line.style.value, 0 if line.style is Style.OURS else 2
        else:
            kind, many, rank = ("option", 2, 1) if line.style is Style.OPTION else ("other", 6, 3)
            style = f"{kind} {counts[kind] % many}"
            counts[kind] += 1
        if marker in free:
            free.remove(marker)
        if line.highlighted is not None:
            style, rank = ("ours", 0) if line.highlighted else ("dim", max(rank, 2))
        stroke = Stroke.SOLID if rank < 2 else Stroke.DASHED if rank == 2 else Stroke.DOTTED
        pencils.append(Pencil(line, marker, style, stroke, rank))
    return pencils


def legend(pencils: Sequence[Pencil], language: str, unknown: str, pen: Pen) -> Iterator[str]:
    """Each curve's marker on a bit of its line, its name and whose it is, as many on a line as fit."""
    shelf: list[Span] = []
    used = 0
    for pencil in pencils:
        entry, width = _entry(pencil, language, unknown, pen)
        if shelf and (len(entry) > 1 or used + 3 + width > pen.columns):
            yield pen.line(shelf)
            shelf, used = [], 0
        if len(entry) > 1:
            yield from (pen.line(line) for line in entry)
            continue
        shelf += [("   ", ""), *entry[0]] if shelf else entry[0]
        used += width + (3 if used else 0)
    if shelf:
        yield pen.line(shelf)


def _entry(pencil: Pencil, language: str, unknown: str, pen: Pen) -> tuple[list[list[Span]], int]:
    """The lines of one curve's entry and the width of the widest."""
    bit = _BITS[pencil.stroke][pen.ascii]
    head = f"{bit}{pencil.marker}{bit} "
    room = pen.columns - len(head)
    names = pen.lines(pencil.line.called(unknown) if pencil.line.name else pencil.line.id, room, 3)
    role = pencil.group or ("" if pencil.line.role == "mean" else role_word(pencil.line, language))
    if cells(f"{names[-1]} {role}") > room:
        names.append("")
    style = pencil.style if pencil.stroke is Stroke.SOLID else ""
    lines: list[list[Span]] = [[(" " * len(head), ""), (name, style)] for name in names]
    lines[0][0] = (head, pencil.style)
    if role:
        lines[-1].append(((" " if names[-1] else "") + role, "dim"))
    return lines, max(sum(cells(text) for text, _ in line) for line in lines)


def role_word(line: Line, language: str) -> str:
    """Whose curve it is, in a language; nothing for a curve of no special role."""
    if line.style is Style.OTHER:
        return label(line.role, language) if line.role in _SAID else ""
    return label(line.style.value, language)
