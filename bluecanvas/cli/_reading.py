"""The reading as text for people: a line a verdict with its small picture, the sentence, and what would flip it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.canvas.model import Canvas
from bluecanvas.frameworks._reading_data import whom
from bluecanvas.frameworks._reading_fragility import Flip, nudge_of
from bluecanvas.frameworks._reading_kinds import NOT_JUDGED, Gauge
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.frameworks.reading import Judgement, Reading, Side, sheet_of
from bluecanvas.renderers import Look
from bluecanvas.words import cells, label, pad, visible, wrap

_GOOD = frozenset(
    ("divergent", "focused", "stated", "true", "on-point", "coherent", "consistent", "undominated", "earned", "plain")
)
_QUIET = frozenset(("apart", "selective", "none", "not-highest"))
_RED, _YELLOW, _GREEN, _BOLD, _DIM, _PLAIN = (f"\x1b[{code}m" for code in ("31", "33", "32", "1", "2", "0"))
_MARKS = {"fires": "✗", "good": "✓", "quiet": "·", "between": "~"}
_ASCII_MARKS = {"fires": "x", "good": "+", "quiet": "-", "between": "~"}
_COLOURS = {"fires": _RED, "good": _GREEN, "quiet": "", "between": _YELLOW}
_ASCII: dict[str | int, str | int | None] = {
    "“": '"',
    "”": '"',
    "−": "-",
    "–": "-",
    "→": "->",
    "≥": ">=",
    "≤": "<=",
    "…": "...",
    "·": "-",
}
_BAR = 8
_NARROW = 60
"""Cells below which a verdict and its figures stand below each other, without bars."""
_TITLE, _VERDICT = 15, 14
_INDENT = "  "
_MOST_FLIPS = 2
_LONGEST_NAME = 40
_WIDEST = 100
"""Sentences longer than this are hard to follow back to their next line."""
_MOST_NAMES = 6


def told(canvas: Canvas, readings: Sequence[Reading], look: Look, language: str) -> str:
    """The whole text in a language, ending in one newline."""
    teller = _Teller(canvas, readings, look, language)
    return "\n".join(line.rstrip() for line in teller.lines()) + "\n"


class _Teller:
    """Tells the readings of one canvas to one screen."""

    def __init__(self, canvas: Canvas, readings: Sequence[Reading], look: Look, language: str) -> None:
        self.canvas, self.readings, self.look = canvas, readings, look
        self.language = language
        self.telling = Telling(sheet_of(canvas), language)
        self.voice = self.telling.voice
        self.width = min(_WIDEST, look.columns)
        self.titles = max([_TITLE, *(cells(self._title(one)) + 1 for one in readings)])
        self.verdicts = max([_VERDICT, *(cells(self._verdict(one.judgement)) + 1 for one in readings)])
        as_is = canvas.as_is
        self.as_is = as_is.id if as_is is not None and canvas.options else None

    def lines(self) -> Iterator[str]:
        """Every line."""
        yield from self._styled(self._wrapped(self.voice.text(self.canvas.title)), _BOLD)
        yield from self._styled(self._wrapped(self._whom()), _DIM)
        curves = dict.fromkeys(reading.judgement.curve for reading in self.readings)
        options = [curve for curve in curves if curve != self.as_is] or list(curves)
        for curve in options:
            yield ""
            if len(options) > 1:
                yield from self._styled(self._wrapped(self._named(curve)), _BOLD)
            yield from self._curve([reading for reading in self.readings if reading.judgement.curve == curve])
        yield ""
        yield from self._styled(self._wrapped(self._legend()), _DIM)

    def _curve(self, readings: Sequence[Reading]) -> Iterator[str]:
        judged = [reading for reading in readings if reading.judgement.verdict != NOT_JUDGED]
        for reading in judged:
            head, beside = self._head(reading)
            yield from head
            yield from self._wrapped(reading.judgement.grounds.why(self.language, caveat=False), _INDENT)
            also = self.voice.clauses((*beside, *self._also(reading)))
            yield from self._styled(self._wrapped(also, _INDENT), _DIM)
            yield from self._styled(self._wrapped(self._fragile(reading), _INDENT), _DIM)
        silent = [reading for reading in readings if reading.judgement.verdict == NOT_JUDGED]
        if silent:
            reasons: dict[str, list[str]] = {}
            for reading in silent:
                reason = reading.judgement.grounds.reason(self.language)
                reasons.setdefault(reason, []).append(self._title(reading))
            said = [
                self.voice.phrase("{readings} ({reason})", readings=self.voice.listed(titles), reason=reason)
                for reason, titles in reasons.items()
            ]
            line = self.voice.phrase("Not judged: {readings}", readings=self.voice.clauses(said))
            yield from self._styled(self._wrapped(line), _DIM)

    def _head(self, reading: Reading) -> tuple[list[str], list[str]]:
        """The mark, the title, the verdict and the gauges, in as many lines as they take; what of it found no room."""
        judgement = reading.judgement
        kind = (
            "fires"
            if judgement.fires
            else "good"
            if judgement.verdict in _GOOD
            else "quiet"
            if judgement.verdict in _QUIET
            else "between"
        )
        mark = (_ASCII_MARKS if self.look.ascii else _MARKS)[kind]
        colour = _COLOURS[kind]
        beside = self._as_is(reading)
        if self.width < _NARROW:
            head = self._styled(self._wrapped(f"{mark} {self._title(reading)}"), _BOLD)
            head += self._styled(self._wrapped(self._verdict(judgement), _INDENT), colour)
            head += [line for gauge in judgement.gauges for line in self._wrapped(self._figures(gauge), _INDENT)]
            return head, beside
        title, verdict = pad(self._title(reading), self.titles), pad(self._verdict(judgement), self.verdicts)
        line = f"{self._paint(mark, colour)} {self._paint(title, _BOLD)}{self._paint(verdict, colour)}"
        used = indent = 2 + self.titles + self.verdicts
        head = []
        for gauge in judgement.gauges:
            drawn = self._gauge(gauge)
            if used + cells(drawn) > self.width and used > indent:
                head.append(line)
                line, used = " " * indent, indent
            line += drawn + "  "
            used += cells(drawn) + 2
        if beside and used + cells(beside[0]) <= self.width:
            line += self._paint(beside.pop(), _DIM)
        return [*head, line], beside

    def _as_is(self, reading: Reading) -> list[str]:
        """The same reading of today's curve, to stand beside."""
        for other in self.readings:
            if other.name == reading.name and other.judgement.curve == self.as_is != reading.judgement.curve:
                if other.judgement.verdict == NOT_JUDGED:
                    return []
                return [self._pair(label("whom.as-is", self.language), self._verdict(other.judgement))]
        return []

    def _gauge(self, gauge: Gauge) -> str:
        """A figure's name, its bar with the threshold on it, and the two in figures."""
        name, *rest = self._figures(gauge).rsplit(" ", 3)
        return " ".join((name, self._bar(gauge), *rest))

    def _bar(self, gauge: Gauge) -> str:
        full, bar, empty = ("=", "|", "-") if self.look.ascii else ("━", "┃", "─")
        length = gauge.high - gauge.low
        share, mark = ((value - gauge.low) / length for value in (gauge.value, gauge.bar))
        filled = round(max(0.0, min(1.0, share)) * _BAR)
        at = min(_BAR - 1, int(max(0.0, mark) * _BAR))
        return "".join(bar if i == at else full if i < filled else empty for i in range(_BAR))

    def _figures(self, gauge: Gauge) -> str:
        """A figure's name, the figure, and the threshold."""
        return self._drawable(gauge.told(self.voice))

    def _also(self, reading: Reading) -> Iterator[str]:
        """The same reading looked at otherwise, where it comes out otherwise."""
        verdict = reading.judgement.verdict
        for name, side in reading.sets.items():
            if side.verdict not in (verdict, NOT_JUDGED):
                yield self._pair(label(f"on.{name}", self.language), self._verdict(side))
        if reading.drawn_in is not None:
            drawn_in = self.voice.phrase("drawn a fifth of the way to the rivals")
            yield self._pair(drawn_in, self._still(reading.drawn_in, verdict))
        for group, side in reading.groups.items():
            if side.verdict not in (verdict, NOT_JUDGED) or reading.name == "divergence":
                name = self.voice.name(self.canvas.group(group).name, _LONGEST_NAME)
                yield self._pair(self.voice.phrase("against {group}", group=name), self._still(side, verdict))

    def _still(self, side: Side, verdict: str) -> str:
        said = self._verdict(side)
        return self.voice.phrase("still {verdict}", verdict=said) if side.verdict == verdict else said

    def _fragile(self, reading: Reading) -> str:
        fragility = reading.fragile
        if fragility is None:
            return ""
        flips = fragility.flips
        said = [self._flip(flip, reading.judgement.curve) for flip in flips[:_MOST_FLIPS]]
        if len(flips) > _MOST_FLIPS:
            said.append(self.voice.phrase("{number} more", number=len(flips) - _MOST_FLIPS))
        if not fragility.complete:
            said.append(self.voice.phrase("too many levels to try them all"))
        return self.voice.phrase("fragile: {levels}", levels=self.voice.clauses(said))

    def _flip(self, flip: Flip, curve: str) -> str:
        said = {
            "factor": self.voice.name(self.canvas.factor(flip.factor).name, _LONGEST_NAME),
            "start": self.telling.level_of(flip.start),
            "end": self.telling.level_of(flip.end),
            "verdict": self.telling.verdict(flip.verdict),
        }
        if flip.curve == curve:
            return self.voice.phrase("{factor} {start} → {end}: {verdict}", **said)
        return self.voice.phrase(
            "{factor} of {curve} {start} → {end}: {verdict}", curve=self._named(flip.curve), **said
        )

    def _whom(self) -> str:
        """Whom the reading took for whom."""
        found = whom(self.canvas)
        parts = []
        for key, ids in (
            ("ours", [found["ours"]] if found["ours"] else []),
            ("as-is", [self.as_is] if self.as_is else []),
            ("options", [id for id in found["options"] if id != found["ours"]]),
            ("rivals", [id for id in found["rivals"] if id != found["industry"]]),
            ("others", found["not_judged"]),
        ):
            if ids:
                names = [self._named(id) for id in ids]
                parts.append(self._pair(label(f"whom.{key}", self.language), self._first(names)))
        ours = self.canvas.ours
        if ours is not None:
            role = label(ours.role.value, self.language)
            parts[0] = self.voice.phrase("{part} ({role})", part=parts[0], role=role)
        if found["industry"]:
            parts.append(self.voice.phrase("held against {curve} (industry)", curve=self._named(found["industry"])))
        elif len(found["rivals"]) > 1:
            parts.append(self.voice.phrase("held against the rivals' mean"))
        if found["weights"] == "importance":
            parts.append(self.voice.phrase("weighed by importance"))
        else:
            parts.append(self.voice.phrase("all factors weigh the same"))
        return self.voice.clauses(parts)

    def _first(self, names: Sequence[str]) -> str:
        """Names one after the other, and how many more there are."""
        if len(names) <= _MOST_NAMES:
            return self.voice.row(names)
        return self.voice.row(
            [*names[:_MOST_NAMES], self.voice.phrase("{number} more", number=len(names) - _MOST_NAMES)]
        )

    def _legend(self) -> str:
        nudge = self.telling.level_of(nudge_of(self.canvas))
        said = self.voice.phrase(
            "Verdicts are the same on existing factors, on all, and without burdens, and no single level moved by {nudge} (or inside its interval) flips them, unless it says so",
            nudge=nudge,
        )  # fmt: skip
        return self.voice.phrase("{sentence}.", sentence=self.telling.caveated(said))

    def _title(self, reading: Reading) -> str:
        return label(f"reading.{reading.name}", self.language)

    def _verdict(self, found: Judgement | Side) -> str:
        return self.telling.verdict(found.verdict)

    def _pair(self, what: str, said: str) -> str:
        return f"{what}{label('colon', self.language)}{said}"

    def _named(self, curve: str) -> str:
        return self.voice.name(self.canvas.curve(curve).name, _LONGEST_NAME)

    def _wrapped(self, text: str, indent: str = "") -> list[str]:
        if not text:
            return []
        plain = self._drawable(visible(" ".join(text.split())))
        return [indent + line for line in wrap(plain, self.width - len(indent))]

    def _drawable(self, text: str) -> str:
        return text.translate(str.maketrans(_ASCII)) if self.look.ascii else text

    def _styled(self, lines: Sequence[str], style: str) -> list[str]:
        return [self._paint(line, style) for line in lines]

    def _paint(self, text: str, style: str) -> str:
        if not style or not self.look.colours or not text.strip():
            return text
        bare = text.rstrip(" ")
        return f"{style}{bare}{_PLAIN}{text[len(bare) :]}"
