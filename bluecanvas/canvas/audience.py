"""For whom: what of a canvas a team, its board or the public may see, and what is left out for it.

One rule holds everywhere: what stands inside an entry that is left out is left out with it, wherever it would be shown:
a level that a curve takes from a left-out curve's cell or from a left-out move is written there, and goes too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from bluecanvas.canvas.audience_sections import pruned
from bluecanvas.canvas.model import (
    Canvas,
    Curve,
    Evidence,
    Factor,
    Grid,
    Group,
    Move,
    Origin,
    Score,
    Segment,
    Tagline,
)
from bluecanvas.canvas.reading import Reading
from bluecanvas.errors import CanvasError
from bluecanvas.finding import Finding, Path
from bluecanvas.named import NamedTuple
from bluecanvas.words import Text, clip, listed, visible

_LONGEST = 60
_MOST = 6


class Audience(StrEnum):
    """Who reads, the narrowest circle first; each is part of the next."""

    TEAM = "team"
    BOARD = "board"
    PUBLIC = "public"


_RANK = {audience.value: rank for rank, audience in enumerate(Audience)}
_Thing = TypeVar("_Thing", Factor, Curve, Group, Evidence)


class Seen(NamedTuple):
    """A canvas as an audience may see it, and a sentence for whatever was left out, for the author to read."""

    canvas: Canvas
    left_out: tuple[str, ...] = ()


def for_audience(canvas: Canvas, audience: str) -> Seen:
    """What an audience may see of a canvas; CanvasError where that is nothing.

    An entry without a mark is for everybody, but for those of the dossier that are the team's unless they say otherwise.
    """
    rank = _RANK[audience]
    marked = {path: who for path, who in canvas.audiences.items() if _RANK[who] < rank}
    if () in marked:
        raise CanvasError(f"the canvas is for the {marked[()]}, not for the {audience}", "see `audience` at its top")
    if not marked and not canvas.sections:
        return Seen(canvas)
    left = _Left(canvas, marked)
    sections, parts = pruned(canvas.sections, rank, _RANK, left.names)
    if not marked and not parts:
        return Seen(canvas)
    seen = left.cut()._replace(sections=sections)
    if not seen.factors or not seen.curves:
        what = "factor" if not seen.factors else "curve"
        raise CanvasError(f"nothing of the canvas is for the {audience}: no {what} is left", "see its `audience` keys")
    return Seen(seen, (*left.sentences(), *parts))


def reading_for(reading: Reading, audience: str) -> tuple[Reading, tuple[str, ...]]:
    """A file as read, as an audience may see it: examined again, it gives findings that know of nothing else."""
    if reading.canvas is None:
        return reading, ()
    canvas, left_out = for_audience(reading.canvas, audience)
    return reading._replace(canvas=canvas, findings=canvas.findings), left_out


class _Left:
    """What is left out of one canvas."""

    def __init__(self, canvas: Canvas, marked: Mapping[Path, str]) -> None:
        self.canvas = canvas
        self._marked = marked
        self._hidden = set(marked)
        self.factors = self._ids(canvas.factors)
        self.curves = self._ids(canvas.curves)
        self.groups = self._ids(canvas.groups)
        self.sources = self._ids(canvas.evidence)
        for curve in canvas.curves:  # a table's cells and a grid's moves stand elsewhere than what they are of
            for id, score in curve.scores.items():
                if (curve.id in self.curves and score.origin is not Origin.BASED_ON) or id in self.factors:
                    self._hidden.add(score.path)
            for move in curve.grid.moves if curve.grid else ():
                if move.factor in self.factors:
                    self._hidden.add(move.path)
        self._hidden.discard(())
        things: tuple[Factor | Curve | Group | Evidence, ...] = (
            *(factor for factor in canvas.factors if factor.id in self.factors),
            *(curve for curve in canvas.curves if curve.id in self.curves),
            *(group for group in canvas.groups if group.id in self.groups),
            *(source for source in canvas.evidence if source.id in self.sources),
        )
        self.names = frozenset(name for thing in things for name in _names(thing))
        """How the left-out things are called, by id and in every language."""
        self._naming = re.compile("|".join(map(_as_word, sorted(self.names)))) if self.names else None

    def cut(self) -> Canvas:
        """The canvas without them."""
        canvas = self.canvas
        return canvas._replace(
            factors=tuple(
                factor._replace(supports=_without(factor.supports, self.factors))
                for factor in canvas.factors
                if factor.id not in self.factors
            ),
            curves=tuple(self._curve(curve) for curve in canvas.curves if curve.id not in self.curves),
            us=None if canvas.us in self.curves else canvas.us,
            groups=tuple(group for group in canvas.groups if group.id not in self.groups),
            segments=tuple(self._segment(segment) for segment in canvas.segments if not self._is_hidden(segment)),
            evidence=tuple(source for source in canvas.evidence if source.id not in self.sources),
            tagline=self._tagline(canvas.tagline),
            weights_from=None if canvas.weights_from in self.sources else canvas.weights_from,
            glossary=tuple(word for word in canvas.glossary if word not in self.names),
            audiences={},
            findings=tuple(finding for finding in canvas.findings if not self._tells(finding)),
        )

    def sentences(self) -> Iterator[str]:
        """What was left out, said to the author."""
        for what, things, ids in (
            ("factor", self.canvas.factors, self.factors),
            ("curve", self.canvas.curves, self.curves),
            ("group", self.canvas.groups, self.groups),
            ("source", self.canvas.evidence, self.sources),
        ):
            for thing in things:
                if thing.id in ids:
                    yield f"the {what} {self._called(thing)} is for the {self._marked[thing.path]}"
        if self._is_hidden(self.canvas.tagline):
            yield "the tagline is not for them"
        for curve in self.canvas.curves:
            if curve.id not in self.curves:
                yield from self._of(curve)

    def _of(self, curve: Curve) -> Iterator[str]:
        """What is left out of a curve that stays."""
        name = self._called(curve)
        if self._is_hidden(curve.tagline):
            yield f"the tagline of {name} is not for them"
        if self._is_hidden(curve.grid):
            yield f"the grid of {name} is not for them"
        elif curve.grid is not None:
            for move in curve.grid.moves:
                if move.factor not in self.factors and self._is_hidden(move):
                    yield f"the move of {name} to {move.action} {self._factor(move.factor)} is not for them"
        hidden = [id for id, score in curve.scores.items() if id not in self.factors and self._is_hidden(score)]
        own = [id for id in hidden if curve.scores[id].origin is Origin.GIVEN]
        taken = [id for id in hidden if id not in own]
        if own:
            yield f"{_levels(own)} of {name} on {self._some(own)} {'is' if len(own) == 1 else 'are'} not for them"
        if taken:
            comes = "comes" if len(taken) == 1 else "come"
            yield (
                f"{_levels(taken)} of {name} on {self._some(taken)} {comes} from what is left out: "
                f"give the curve a level of its own to show it"
            )

    def _curve(self, curve: Curve) -> Curve:
        return curve._replace(
            scores=self._scores(curve.scores),
            group=None if curve.group in self.groups else curve.group,
            based_on=None if curve.based_on in self.curves else curve.based_on,
            evidence=_without(curve.evidence, self.sources),
            grid=self._grid(curve.grid),
            tagline=self._tagline(curve.tagline),
        )

    def _segment(self, segment: Segment) -> Segment:
        return segment._replace(
            importance={id: weight for id, weight in segment.importance.items() if id not in self.factors},
            scores={
                curve: self._scores(scores) for curve, scores in segment.scores.items() if curve not in self.curves
            },
        )

    def _scores(self, scores: Mapping[str, Score]) -> dict[str, Score]:
        return {
            id: score._replace(evidence=_without(score.evidence, self.sources))
            for id, score in scores.items()
            if id not in self.factors and not self._is_hidden(score)
        }

    def _grid(self, grid: Grid | None) -> Grid | None:
        if grid is None or self._is_hidden(grid):
            return None
        gone = self.curves | self.groups
        moves = tuple(
            move._replace(vs=None if move.vs in gone else move.vs, evidence=_without(move.evidence, self.sources))
            for move in grid.moves
            if move.factor not in self.factors and not self._is_hidden(move)
        )
        emptied = {move.action for move in grid.moves} - {move.action for move in moves}
        return grid._replace(
            moves=moves,
            why_empty={**grid.why_empty, **dict.fromkeys(emptied, Text(""))},  # not that there is nothing
            unknown=tuple(item for item in grid.unknown if not self._stands_in(item[1])),
        )

    def _tagline(self, tagline: Tagline | None) -> Tagline | None:
        if tagline is None or self._is_hidden(tagline):
            return None
        return tagline._replace(claims={id: side for id, side in tagline.claims.items() if id not in self.factors})

    def _tells(self, finding: Finding) -> bool:
        """Whether a finding is about what is left out, or names it."""
        named = self._naming is not None and self._naming.search(f"{finding.message} {finding.hint}")
        return bool(named) or self._stands_in(finding.path)

    def _ids(self, things: Iterable[_Thing]) -> frozenset[str]:
        return frozenset(thing.id for thing in things if self._is_hidden(thing))

    def _is_hidden(
        self, entry: Factor | Curve | Group | Evidence | Segment | Score | Move | Grid | Tagline | None
    ) -> bool:
        return entry is not None and self._stands_in(entry.path)

    def _stands_in(self, path: Path) -> bool:
        """Whether a path leads into an entry that is left out."""
        return any(path[:length] in self._hidden for length in range(1, len(path) + 1))

    def _called(self, thing: Factor | Curve | Group | Evidence) -> str:
        name = thing.source if isinstance(thing, Evidence) else thing.name
        return clip(visible(" ".join(str(name).split())), _LONGEST)

    def _factor(self, id: str) -> str:
        return self._called(self.canvas.factor(id))

    def _some(self, factors: list[str]) -> str:
        names = [self._factor(id) for id in factors]
        return listed(names if len(names) <= _MOST + 1 else [*names[:_MOST], f"{len(names) - _MOST} more"], "and")


def _names(thing: Factor | Curve | Group | Evidence) -> Iterator[str]:
    """A thing's id and its name in every language."""
    name: Text = thing.source if isinstance(thing, Evidence) else thing.name
    yield from (thing.id, str(name), *name.translations.values())


def _as_word(name: str) -> str:
    """A pattern for a name that stands by itself; scripts without spaces have it anywhere."""
    return rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name)


def _without(ids: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in gone)


def _levels(factors: list[str]) -> str:
    return "the level" if len(factors) == 1 else "the levels"
