"""The canvas as values: factors, curves with every level resolved, moves, groups, evidence.

What is built here is sound by construction: references name things that exist, levels are finite and on the scale,
a level taken from `based_on` or from a move says so. Whatever could not be made sound is in `Canvas.findings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from bluecanvas.finding import Finding, Path
from bluecanvas.named import NamedTuple
from bluecanvas.words import Text

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Role(StrEnum):
    """Whose curve it is."""

    AS_IS = "as-is"
    TO_BE = "to-be"
    DELIVERED = "delivered"
    WANTED = "wanted"
    RIVAL = "rival"
    ALTERNATIVE = "alternative"
    INDUSTRY = "industry"


class Action(StrEnum):
    """The four actions of the grid."""

    ELIMINATE = "eliminate"
    REDUCE = "reduce"
    RAISE = "raise"
    CREATE = "create"


class Origin(StrEnum):
    """Where a level comes from."""

    GIVEN = "given"
    MOVE = "move"
    BASED_ON = "based_on"


_AS_IS, _TO_BE, _RIVAL = Role.AS_IS, Role.TO_BE, Role.RIVAL  # a look-up on the class takes ten times as long


class Scale(NamedTuple):
    """The y axis: its ends, its step and its words."""

    min: float = 0.0
    max: float = 10.0
    step: float = 1.0
    words: Mapping[float, Text] = NOTHING
    path: Path = ()

    def share(self, level: float) -> float:
        """A level as a share of the axis, 0 to 1."""
        return (level - self.min) / (self.max - self.min)

    @property
    def says_absent(self) -> bool:
        """Whether the scale can say "not offered": only one that starts at 0 can."""
        return self.min == 0


class Factor(NamedTuple):
    """A competing factor, in the order of the x axis."""

    id: str
    name: Text
    price: bool = False
    """The one factor of `kind: price`: high = expensive, never inverted."""
    burden: bool = False
    """A high level costs the buyer; the price always is one."""
    importance: float | None = None
    theme: str | None = None
    kano: str | None = None
    buyer_words: Text | None = None
    cost: Mapping[str, Any] = NOTHING
    supports: tuple[str, ...] = ()
    path: Path = ()


class Group(NamedTuple):
    """A strategic group of rivals."""

    id: str
    name: Text
    path: Path = ()


class Evidence(NamedTuple):
    """A source that scores and moves point at."""

    id: str
    source: Text
    date: str | None = None
    kind: str | None = None
    n: int | None = None
    url: str | None = None
    note: Text | None = None
    path: Path = ()


class Tagline(NamedTuple):
    """The promise in one line, and the factors it claims to be high or low."""

    text: Text
    claims: Mapping[str, str] = NOTHING
    path: Path = ()


class Score(NamedTuple):
    """A level of one curve on one factor; `value` None says it is unknown."""

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    actual: str | None = None
    """The real figure behind it, as typed: "USD 180"."""
    confidence: str | None = None
    why: Text | None = None
    evidence: tuple[str, ...] = ()
    """Its own, else the curve's."""
    scored_by: tuple[str, ...] = ()
    origin: Origin = Origin.GIVEN
    path: Path = ()
    """Where the level is written: the cell, the move, or the base curve's cell."""


class Move(NamedTuple):
    """One move of a grid."""

    action: Action
    factor: str
    to: float | None = None
    """The target as stated; None where it is not."""
    vs: str | None = None
    """A curve's or a group's id."""
    why: Text | None = None
    owner: str | None = None
    by: str | None = None
    evidence: tuple[str, ...] = ()
    path: Path = ()


class Grid(NamedTuple):
    """The moves of one option, cell by cell, and the reasons given for empty cells."""

    moves: tuple[Move, ...]
    why_empty: Mapping[Action, Text] = NOTHING
    unknown: tuple[tuple[str, Path], ...] = ()
    """Items that are no factor of the canvas, as typed."""
    path: Path = ()

    def of(self, action: Action) -> tuple[Move, ...]:
        """The moves of one cell."""
        return tuple(move for move in self.moves if move.action is action)

    def on(self, factor: str) -> Move | None:
        """The first move of a factor."""
        return next((move for move in self.moves if move.factor == factor), None)


class Curve(NamedTuple):
    """A value curve: a score for every factor whose level is given, derived, or said to be unknown."""

    id: str
    name: Text
    role: Role
    scores: Mapping[str, Score]
    group: str | None = None
    share: float | None = None
    based_on: str | None = None
    evidence: tuple[str, ...] = ()
    scored_by: tuple[str, ...] = ()
    grid: Grid | None = None
    tagline: Tagline | None = None
    path: Path = ()

    def level(self, factor: str) -> float | None:
        """The level on a factor, None where it is unknown."""
        score = self.scores.get(factor)
        return None if score is None else score.value


class Segment(NamedTuple):
    """A segment of the buyers: what matters to them, and the levels that they see otherwise."""

    id: str
    name: Text
    share: float | None = None
    importance: Mapping[str, float] = NOTHING
    """Weights by factor, on a scale of their own."""
    scores: Mapping[str, Mapping[str, Score]] = NOTHING
    """Its own levels, by curve and factor; all others are those of the canvas."""
    path: Path = ()


_Thing = TypeVar("_Thing", Factor, Curve, Group, Evidence)


class Canvas(NamedTuple):
    """A strategy canvas, with the findings of reading it."""

    title: Text
    factors: tuple[Factor, ...]
    curves: tuple[Curve, ...]
    scale: Scale = Scale()
    language: str = "en"
    us: str | None = None
    """The id of our curve; None where every curve is somebody else's."""
    market: Text | None = None
    buyers: Text | None = None
    question: Text | None = None
    later: Text | None = None
    """What became of the strategy."""
    date: str | None = None
    height: str = "offering"
    order: str | None = None
    currency: str | None = None
    cost_per: Text | None = None
    weights_from: str | None = None
    glossary: tuple[str, ...] = ()
    tagline: Tagline | None = None
    groups: tuple[Group, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    segments: tuple[Segment, ...] = ()
    audience: str | None = None
    audiences: Mapping[Path, str] = NOTHING
    """Who may see an entry, by its path, where it says so."""
    sections: Mapping[str, Any] = NOTHING
    """The dossier's sections as plain data, kept and passed through."""
    languages: tuple[str, ...] = ()
    """Every language some text is given in."""
    findings: tuple[Finding, ...] = ()

    def factor(self, id: str) -> Factor:
        """The factor of an id; KeyError where there is none."""
        return _by_id(self.factors, id)

    def curve(self, id: str) -> Curve:
        """The curve of an id; KeyError where there is none."""
        return _by_id(self.curves, id)

    def group(self, id: str) -> Group:
        """The strategic group of an id; KeyError where there is none."""
        return _by_id(self.groups, id)

    def source(self, id: str) -> Evidence:
        """The evidence of an id; KeyError where there is none."""
        return _by_id(self.evidence, id)

    @property
    def ours(self) -> Curve | None:
        """Our curve: the one named by `us`, else the first that is no rival, alternative or industry."""
        return None if self.us is None else self.curve(self.us)

    @property
    def as_is(self) -> Curve | None:
        """Our curve of today, where there is one."""
        return next(iter([curve for curve in self.curves if curve.role is _AS_IS]), None)

    @property
    def options(self) -> tuple[Curve, ...]:
        """Our to-be curves, ours first, then in file order."""
        found = [curve for curve in self.curves if curve.role is _TO_BE]
        return tuple(sorted(found, key=lambda curve: curve.id != self.us) if len(found) > 1 else found)

    @property
    def rivals(self) -> tuple[Curve, ...]:
        """The curves of role rival, in file order."""
        return tuple([curve for curve in self.curves if curve.role is _RIVAL])

    @property
    def price(self) -> Factor | None:
        """The factor of `kind: price`."""
        for factor in self.factors:  # mostly the first
            if factor.price:
                return factor
        return None

    def of(self, role: Role) -> Iterator[Curve]:
        """The curves of one role."""
        return (curve for curve in self.curves if curve.role is role)


def _by_id(things: tuple[_Thing, ...], id: str) -> _Thing:
    for thing in things:
        if thing.id == id:
            return thing
    raise KeyError(id)
