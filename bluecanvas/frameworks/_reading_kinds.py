"""What every reading of the value curves has: what it comes to, its thresholds, its sentence, its small picture."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from types import MappingProxyType

from bluecanvas.frameworks._reading_sheet import REFERENCE, WITHOUT_BURDENS, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_least, at_most
from bluecanvas.named import NamedTuple
from bluecanvas.words.labels import label
from bluecanvas.words.text import Text
from bluecanvas.words.voice import ENGLISH, Voice

NOT_JUDGED = "not-judged"
UNDECIDED = "undecided"

Figures = Mapping[str, float | None]
Bars = Mapping[str, float]
"""Thresholds by name."""
NO_FIGURES: Figures = MappingProxyType({})

LEAST = 3
"""Factors: two points always make one shape or its mirror image."""


class Outcome(NamedTuple):
    """What a reading comes to on one set of factors, and the factors and curves that its sentence names."""

    verdict: str
    fires: bool = False
    code: str = ""
    """The code of what fires, where it is not the reading's own."""
    factors: tuple[int, ...] = ()
    curves: tuple[str, ...] = ()


class Gauge(NamedTuple):
    """A figure against its threshold, to be drawn small."""

    name: str
    value: float
    bar: float
    at_least: bool = True
    """Whether the verdict asks for the bar or more; else for the bar or less."""
    low: float = 0.0
    high: float = 1.0

    @property
    def said(self) -> str:
        """The figure, how it stands to its threshold, and the threshold: "gap 0.35 ≥ 0.20"."""
        return self.told(ENGLISH)

    def told(self, voice: Voice) -> str:
        """The same in another language."""
        if self.at_least:
            sign = "≥" if at_least(self.value, self.bar) else "<"
        else:
            sign = "≤" if at_most(self.value, self.bar) else ">"
        fewest = 2 if self.high - self.low <= 2 else 0
        for decimals in range(fewest, 10):
            value, bar = to_decimals(self.value, decimals), to_decimals(self.bar, decimals)
            if value != bar or sign in "≥≤":  # else what is told would not be so
                break
        return f"{self.called(voice)} {voice.digits(value)} {sign} {voice.digits(bar)}"

    def called(self, voice: Voice) -> str:
        """What the figure is called."""
        return voice.label(f"gauge.{self.name}")


class Scope(Enum):
    """Whose levels a reading rests on."""

    NONE = 0
    OWN = 1
    ALL = 2


class Kind(NamedTuple):
    """One reading: how it is judged and said. `judge(sheet, curve, on=None, *, thresholds)`; None: its own verdict."""

    name: str
    code: str
    scope: Scope
    judge: Callable[..., Outcome]
    why: Callable[[Telling, str, Outcome, Figures, Bars], str]
    figures: Callable[[Sheet, str, On | None, Bars], Figures] = lambda _sheet, _curve, _on, _bars: NO_FIGURES
    gauges: Callable[[Outcome, Figures, Bars], tuple[Gauge, ...]] = lambda _outcome, _figures, _bars: ()
    applies: Callable[[Sheet, str], bool] = lambda _sheet, _curve: True
    decide: Callable[..., Outcome] | None = None
    """The verdict from the figures alone, where they are enough for it."""
    factors: Callable[[Sheet, str], Collection[int]] | None = None
    """The factors whose levels matter to it, where they are not all."""
    state: Callable[[Sheet, str, str, int], object] | None = None
    """What the verdict turns on of a curve's level on a factor: where a nudge leaves that alone, the verdict stays."""
    settled: Callable[[Sheet, str, str, int, float, Bars], bool] | None = None
    """A quick proof that a level of a curve, moved that far, leaves the verdict alone; False where it finds none."""
    may_fire: Callable[[Sheet, str, Bars], bool] | None = None
    """What is quick to tell and has to hold wherever it fires: a rule that asks about many curves judges few."""
    enough: Callable[[Sheet, str], bool] = lambda _sheet, _curve: True
    """Whether so much is known that a verdict can be held against a curve."""
    codes: tuple[str, ...] = ()
    """Every code it can fire with, where that is not its own alone."""
    reason: Callable[[Telling, str, Figures], str] = lambda _told, _curve, _figures: ""
    """What is missing, where it is not judged."""
    text: Callable[[Sheet, str], Text | None] | None = None
    """The text that its figures are of, where they are of one."""

    @property
    def title(self) -> str:
        """What it is called in English."""
        return self.called("en")

    def called(self, language: str) -> str:
        """What it is called."""
        return label(f"reading.{self.name}", language)

    def bars(self, given: Mapping[str, float]) -> dict[str, float]:
        """The thresholds: the defaults, and what is given instead of them."""
        defaults: dict[str, float] = getattr(self.judge, "__kwdefaults__", None) or {}
        if given.keys() <= defaults.keys():
            return {**defaults, **given}
        return {name: given.get(name, bar) for name, bar in defaults.items()}


def enough(known: int, of: int) -> bool:
    """Whether levels known on so many of so many factors are enough to hold a verdict against a curve."""
    return known >= LEAST and 2 * known >= of


def enough_offered(sheet: Sheet, curve: str) -> bool:
    """Whether there is a rival, and enough of a curve's levels are known on factors that are no burden."""
    where = sheet.on(WITHOUT_BURDENS)
    return bool(sheet.rivals) and enough(len(sheet.known(curve, WITHOUT_BURDENS)), len(where))


def far_above(sheet: Sheet, curve: str, factor: int, step: float) -> bool:
    """Whether a curve's level is well above what it is held against."""
    ours, theirs = sheet.rows[curve][factor], sheet.rows[REFERENCE][factor]
    return ours is not None and theirs is not None and at_least(ours - theirs, step)


def own_level(sheet: Sheet, curve: str, _moved: str, factor: int) -> float | None:
    """The state of a reading that rests on a curve's own level alone."""
    return sheet.rows[curve][factor]


def two(value: float) -> str:
    """A figure to two decimals: 0.87, −0.92."""
    return to_decimals(value, 2)


def to_decimals(value: float, decimals: int) -> str:
    """A figure to so many decimals."""
    return f"{round(value, decimals) + 0.0:.{decimals}f}".replace("-", "−")


def by_size(sheet: Sheet, curve: str, factors: Iterable[int]) -> list[int]:
    """Factors by how far a curve's level lies from what it is held against, the furthest first, then by name."""

    def apart(factor: int) -> float:
        ours, theirs = sheet.rows[curve][factor], sheet.rows[REFERENCE][factor]
        return 0.0 if ours is None or theirs is None else round(abs(ours - theirs), 9)

    return sorted(factors, key=lambda factor: (-apart(factor), sheet.factors[factor].name))
