"""A comparison as text for people: a sign a change, levels in columns, then the verdicts and findings that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.comparing import Change, Comparison, Kind, VerdictChange
from bluecanvas.comparing.changes import LEVEL_KINDS, verdict_said
from bluecanvas.comparing.summary import delta, ends, grouped, heading, headline
from bluecanvas.renderers import Look
from bluecanvas.words import cells, pad, visible, wrap
from bluecanvas.words.voice import Voice

_RED, _YELLOW, _GREEN, _CYAN, _BOLD, _DIM, _PLAIN = (
    f"\x1b[{code}m" for code in ("31", "33", "32", "36", "1", "2", "0")
)
_ASCII: dict[str | int, str | int | None] = {
    "“": '"', "”": '"', "−": "-", "–": "-", "→": "->", "…": "...", "≥": ">=", "≤": "<=", "·": "-",
    "▲": "^", "▼": "v", "✓": "+", "✗": "x",
}  # fmt: skip
_WIDEST = 100
"""Sentences longer than this are hard to follow back to their next line."""
_LEAST_NAME, _MOST_NAME = 10, 40
"""Cells a factor's name has at least before the distance beside it is left out, and at most."""
_LEAST_BESIDE = 6
"""Cells below which the figures stand under the name."""
_NO_PRAISE = frozenset(("partial", "no-emphasis", "undecided", "not-judged"))
"""Verdicts that find no fault and yet are not what one hopes for."""
_SIGNS = {
    Kind.RAISED: ("▲", _CYAN),
    Kind.LOWERED: ("▼", _YELLOW),
    Kind.BECAME_KNOWN: ("+", _GREEN),
    Kind.BECAME_UNKNOWN: ("−", _RED),
}


def told(comparison: Comparison, old: str, new: str, look: Look, same_file: bool = False) -> str:
    """The whole text, ending in one newline; `old` and `new` are what the two sides are called."""
    teller = _Teller(comparison, look)
    return "\n".join(line.rstrip() for line in teller.lines(old, new, same_file)) + "\n"


class _Teller:
    """Tells one comparison to one screen."""

    def __init__(self, comparison: Comparison, look: Look) -> None:
        self.comparison, self.look, self.voice = comparison, look, Voice(comparison.language)
        self.width = min(_WIDEST, look.columns)

    def lines(self, old: str, new: str, same_file: bool) -> Iterator[str]:
        """Every line."""
        comparison = self.comparison
        yield from self._paragraph(comparison.title, style=_BOLD)
        yield from self._paragraph(f"{old} → {new}", style=_DIM)
        yield from self._paragraph(headline(comparison, same_file))
        for of, changes in grouped(comparison.changes):
            yield ""
            yield from self._paragraph(heading(self.voice, of), style=_BOLD)
            if changes[0].kind in LEVEL_KINDS:
                yield from self._levels(changes)
            else:
                for change in changes:
                    yield from self._signed(*_sign(change.kind), change.text)
        if comparison.verdicts:
            yield ""
            yield from self._paragraph(self.voice.phrase("Verdicts"), style=_BOLD)
            for verdict in comparison.verdicts:
                yield from self._verdict(verdict)
        yield from self._findings()

    def _levels(self, changes: Sequence[Change]) -> Iterator[str]:
        """The levels in columns, each curve above its own."""
        comparison = self.comparison
        factors = {factor: self._said(name) for factor, name in comparison.factors.items()}
        names = [factors[change.factor or ""] for change in changes]
        widest_name = max(map(cells, set(names)))
        figures = ((*ends(change), delta(change)) for change in changes)
        starts, stops, gaps = zip(*(tuple(map(self.voice.digits, row)) for row in figures), strict=True)
        start, end, gap = (max(map(cells, set(column))) for column in (starts, stops, gaps))
        needed = min(_LEAST_NAME, widest_name)
        room = self.width - 8 - (start + 3 + end + self.look.ascii)
        if room - gap - 2 < needed:
            gaps, gap = ("",) * len(gaps), 0
        else:
            room -= gap + 2
        beside = room >= min(needed, _LEAST_BESIDE)
        widest = min(_MOST_NAME, widest_name, room) if beside else self.width - 6
        lines = {name: wrap(name, widest) for name in set(names)}
        curve = None
        for at, change in enumerate(changes):
            if change.curve != curve:
                curve = change.curve
                yield from self._paragraph(comparison.curves[curve or ""], "  ")
            sign, colour = _SIGNS[change.kind]
            first, *others = lines[names[at]]
            told = f"{pad(starts[at], start, right=True)} → {pad(stops[at], end)}  {pad(gaps[at], gap, right=True)}"
            line = f"    {self._paint(self._drawable(sign), colour)} {pad(first, widest)}"
            yield f"{line}  {self._drawable(told)}" if beside else line
            yield from (f"      {other}" for other in others)
            if not beside:
                yield from self._paragraph(f"{starts[at]} → {stops[at]}", "      ")

    def _verdict(self, verdict: VerdictChange) -> Iterator[str]:
        worse = verdict.fires and not verdict.fired
        better = verdict.fired and not verdict.fires and verdict.after not in _NO_PRAISE
        sign, colour = ("✗", _RED) if worse else ("✓", _GREEN) if better else ("~", _YELLOW)
        text = self.voice.phrase(
            "{reading} of {curve}: {before} → {after}",
            reading=verdict.title,
            curve=self.voice.phrase("{name}", context="name", name=verdict.name),
            before=verdict_said(self.voice, verdict.before),
            after=verdict_said(self.voice, verdict.after),
        )
        yield from self._signed(sign, colour, text)
        yield from self._paragraph(verdict.why, "    ", style=_DIM)

    def _findings(self) -> Iterator[str]:
        voice = self.voice
        for title, came in ((voice.phrase("New findings"), True), (voice.phrase("Findings that went"), False)):
            found = [one for one in self.comparison.findings if one.came is came]
            if found:
                yield ""
                yield from self._paragraph(title, style=_BOLD)
            for one in found:
                sign, colour = ("+", _RED) if came else ("−", _GREEN)
                where = f" {voice.phrase('(suppressed now)')}" if one.suppressed else ""
                level = voice.label(one.verdict.level.value) + voice.label("colon")
                text = f"{one.verdict.code} {level}{one.verdict.message}{where}"
                yield from self._signed(sign, colour, text)

    def _signed(self, sign: str, colour: str, text: str) -> Iterator[str]:
        """A sentence behind its sign, its further lines below its first."""
        first, *others = self._wrapped(text, self.width - 4)
        yield f"  {self._paint(self._drawable(sign), colour)} {first}"
        yield from (f"    {line}" for line in others)

    def _paragraph(self, text: str, indent: str = "", style: str = "") -> Iterator[str]:
        for line in self._wrapped(text, self.width - len(indent)):
            yield indent + self._paint(line, style)

    def _wrapped(self, text: str, width: int) -> list[str]:
        return wrap(self._said(text), max(8, width))

    def _said(self, text: str) -> str:
        return self._drawable(visible(" ".join(text.split())))

    def _drawable(self, text: str) -> str:
        return text.translate(str.maketrans(_ASCII)) if self.look.ascii else text

    def _paint(self, text: str, style: str) -> str:
        return f"{style}{text}{_PLAIN}" if style and self.look.colours and text.strip() else text


def _sign(kind: Kind) -> tuple[str, str]:
    word = kind.value.rpartition(" ")[2]
    return {"added": ("+", _GREEN), "removed": ("−", _RED)}.get(word, ("~", _YELLOW))
