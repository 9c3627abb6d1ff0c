"""What every reading of the value curves has: what it comes to, its thresholds, its sentence, its small picture."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from bluecanvas.canvas.model import Canvas
from bluecanvas.frameworks._reading_sheet import CLOSE, REFERENCE, WITHOUT_BURDENS, On, Sheet
from bluecanvas.words import clip, listed, show_level

NOT_JUDGED = "not-judged"
UNDECIDED = "undecided"

Figures = Mapping[str, float | None]
Bars = Mapping[str, float]
"""Thresholds by name."""
NO_FIGURES: Figures = MappingProxyType({})

LEAST = 3
"""Factors: two points always make one shape or its mirror image."""
_LONGEST_NAME = 60
_MOST_NAMES = 3


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
        if self.at_least:
            sign = "≥" if at_least(self.value, self.bar) else "<"
        else:
            sign = "≤" if at_most(self.value, self.bar) else ">"
        shares = self.high - self.low <= 2
        value, bar = (two(figure) if shares else f"{figure:.0f}" for figure in (self.value, self.bar))
        return f"{self.name} {value} {sign} {bar}"


class Scope(Enum):
    """Whose levels a reading rests on."""

    NONE = 0
    OWN = 1
    ALL = 2


class Kind(NamedTuple):
    """One reading: how it is judged and said. `judge(sheet, curve, on=None, *, thresholds)`; None: its own verdict."""

    name: str
    title: str
    code: str
    scope: Scope
    judge: Callable[..., Outcome]
    why: Callable[[Sheet, str, Outcome, Figures, Bars], str]
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

    def bars(self, given: Mapping[str, float]) -> dict[str, float]:
        """The thresholds: the defaults, and what is given instead of them."""
        defaults: dict[str, float] = getattr(self.judge, "__kwdefaults__", None) or {}
        if given.keys() <= defaults.keys():
            return {**defaults, **given}
        return {name: given.get(name, bar) for name, bar in defaults.items()}


def at_least(value: float | None, bar: float) -> bool:
    """Whether a figure reaches a threshold from below, to nine decimals; an unknown one does not."""
    if value is None or value < bar - CLOSE:
        return False
    return value >= bar or round(value, 9) >= round(bar, 9)


def at_most(value: float | None, bar: float) -> bool:
    """Whether a figure reaches a threshold from above, to nine decimals; an unknown one does not."""
    if value is None or value > bar + CLOSE:
        return False
    return value <= bar or round(value, 9) <= round(bar, 9)


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


def called(sheet: Sheet, curve: str) -> str:
    """A curve's name."""
    return clip(" ".join(str(sheet.canvas.curve(curve).name).split()), _LONGEST_NAME)


def factor_called(sheet: Sheet, factor: int) -> str:
    """A factor's name."""
    return clip(" ".join(str(sheet.factors[factor].name).split()), _LONGEST_NAME)


def factors_called(sheet: Sheet, factors: Iterable[int], most: int = _MOST_NAMES) -> str:
    """Factors as a phrase: "Speed, Meals and 2 more"."""
    return several([factor_called(sheet, factor) for factor in factors], most)


def several(names: list[str], most: int = _MOST_NAMES) -> str:
    """Names as a phrase that ends in how many more there are, where there are many."""
    return listed(names if len(names) <= most + 1 else [*names[:most], f"{len(names) - most} more"], "and")


def whom(sheet: Sheet) -> str:
    """What a curve is held against, in a sentence."""
    if sheet.industry is not None:
        return called(sheet, sheet.industry)
    if len(sheet.rivals) == 1:
        return called(sheet, sheet.rivals[0])
    if sheet.group is not None:
        return f"the mean of {sheet.canvas.group(sheet.group).name}"
    return "the rivals' mean"


def points(sheet: Sheet, share: float) -> str:
    """A share of the axis as a distance on the user's scale: "2.5 points"."""
    said = show_level(round(share * axis(sheet), 1))
    return f"{said} point{'' if said == '1' else 's'}"


def level(sheet: Sheet, share: float) -> str:
    """A share of the axis as a level on the user's scale."""
    return show_level(round(sheet.canvas.scale.min + share * axis(sheet), 1))


def axis(sheet: Sheet) -> float:
    """The length of the axis on the user's scale."""
    return sheet.canvas.scale.max - sheet.canvas.scale.min


def caveat(canvas: Canvas) -> str:
    """What a sentence adds where the scale has no level for "not offered"."""
    if canvas.scale.says_absent:
        return ""
    return f"; a scale from {show_level(canvas.scale.min)} cannot say “not offered”"


def two(value: float) -> str:
    """A figure to two decimals: 0.87, −0.92."""
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def by_size(sheet: Sheet, curve: str, factors: Iterable[int]) -> list[int]:
    """Factors by how far a curve's level lies from what it is held against, the furthest first, then by name."""

    def apart(factor: int) -> float:
        ours, theirs = sheet.rows[curve][factor], sheet.rows[REFERENCE][factor]
        return 0.0 if ours is None or theirs is None else round(abs(ours - theirs), 9)

    return sorted(factors, key=lambda factor: (-apart(factor), sheet.factors[factor].name))


def moved(sheet: Sheet, curve: str, factor: int) -> str:
    """A factor with how far a curve lies above or below what it is held against: "Meals (−5)"."""
    ours, theirs = sheet.rows[curve][factor], sheet.rows[REFERENCE][factor]
    difference = 0.0 if ours is None or theirs is None else round((ours - theirs) * axis(sheet), 1)
    return f"{factor_called(sheet, factor)} ({'+' if difference > 0 else '−'}{show_level(abs(difference))})"
