"""Levels: what is stated, else the move's target, else the level of the curve it is based on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bluecanvas.canvas.format_scores import NOT_GIVEN, ScoreEntry, Stated, entry_of
from bluecanvas.canvas.model import Action, Curve, Factor, Grid, Move, Origin, Role, Scale, Score
from bluecanvas.finding import Path
from bluecanvas.named import NamedTuple
from bluecanvas.parsing import Reader
from bluecanvas.parsing.reader import said
from bluecanvas.words import listed, nearest

_LONG = 1e15
_ENOUGH = 3
_NO_ANSWER = frozenset({-9999.0, -999.0, -99.0, 999.0, 9999.0})  # 99 is rather a 9 typed twice
_SHORTEST_SCALE = 5  # a short scale cannot be told from shares
_GIVEN = Origin.GIVEN
_score: Callable[[type[Score], tuple[Any, ...]], Score] = tuple.__new__
"""A score from all its fields; most of what a canvas is made of, and twice as quick so."""


class CurveDraft(NamedTuple):
    """A curve whose levels are not resolved yet, and the levels stated for it."""

    curve: Curve
    scores: dict[str, Score]
    """The curve's own, which are filled in when its levels are resolved."""
    given: Mapping[str, Stated]
    """By factor; bare ones stand under the curve's `scores`."""
    strays: int = 0
    """How many levels are stated for what is no factor: so many gaps have been explained."""
    lost: bool = False
    """Whether its levels, or the curve it is based on, could not be read: no gap is its author's."""


def resolve_levels(
    drafts: list[CurveDraft], factors: tuple[Factor, ...], scale: Scale, reader: Reader
) -> tuple[Curve, ...]:
    """The curves with a score for every factor that has one; gaps, cycles and levels off the scale are findings."""
    resolver = _Resolver(drafts, factors, scale, reader)
    for draft in drafts:
        resolver.resolve(draft)
    resolver.say_missing()
    curves = tuple(resolver.done[draft.curve.id] for draft in drafts)
    _mixed_scales(curves, resolver.off, scale, reader)
    return curves


class _Resolver:
    """Resolves curve after curve, those first that others are based on."""

    def __init__(self, drafts: list[CurveDraft], factors: tuple[Factor, ...], scale: Scale, reader: Reader) -> None:
        self.drafts = {draft.curve.id: draft for draft in drafts}
        self.factors = {factor.id: factor for factor in factors}
        self.scale = scale
        self.reader = reader
        self.done: dict[str, Curve] = {}
        self.off: dict[str, int] = {}
        """How many levels of a curve are off the scale."""
        self._lost = {draft.curve.id for draft in drafts if draft.lost}
        self._missing: dict[str, list[Factor]] = {}

    def resolve(self, draft: CurveDraft) -> None:
        """Resolve a curve after those it is based on, however long the chain."""
        if draft.curve.based_on is None:  # as mostly
            if draft.curve.id not in self.done:
                self.done[draft.curve.id] = self._with_levels(draft, None)
            return
        chain: list[CurveDraft] = []
        step: CurveDraft | None = draft
        while step is not None and step.curve.id not in self.done:
            ids = [link.curve.id for link in chain]
            if step.curve.id in ids:
                around = ids[ids.index(step.curve.id) :]
                self.reader.report(
                    "BC016", (*step.curve.path, "based_on"),
                    f"{' is based on '.join(said(id) for id in [*around, around[0]])}: the levels come from nowhere",
                    "give one of them levels of its own",
                )  # fmt: skip
                chain[-1] = chain[-1]._replace(curve=chain[-1].curve._replace(based_on=None))
                self._lost.update(around)
                break
            chain.append(step)
            step = self.drafts.get(step.curve.based_on) if step.curve.based_on else None
        for link in reversed(chain):
            base = self.done.get(link.curve.based_on) if link.curve.based_on else None
            if base is not None and base.id in self._lost:
                self._lost.add(link.curve.id)
            self.done[link.curve.id] = self._with_levels(link, base)

    def _with_levels(self, draft: CurveDraft, base: Curve | None) -> Curve:
        curve, scores = draft.curve, draft.scores
        missing: list[Factor] = []
        moves = self._deciding(curve.grid) if curve.grid else {}
        stated, evidence, scorers, path = draft.given, curve.evidence, curve.scored_by, (*curve.path, "scores")
        lowest, highest = self.scale.min, self.scale.max
        for id, factor in self.factors.items():
            value: Any = stated.get(id, NOT_GIVEN)
            move = moves.get(id) if moves else None
            more: ScoreEntry | None = None
            if value.__class__ is ScoreEntry:
                more, value = value, value.value
            if value is not NOT_GIVEN:
                if (more is None or more.bare) and (value is None or lowest <= value <= highest):
                    at = path + (id,) if more is None else more.path  # noqa: RUF005 - half the time
                    scores[id] = _score(
                        Score, (value, None, None, None, None, None, None, evidence, scorers, _GIVEN, at)
                    )
                else:
                    scores[id] = self._score(more or entry_of(value, (*path, id)), curve)
            elif move is not None and (move.to is not None or move.action is Action.ELIMINATE):
                scores[id] = Score(
                    self._target(move), why=move.why, evidence=move.evidence or curve.evidence,
                    scored_by=curve.scored_by, origin=Origin.MOVE, path=move.path,
                )  # fmt: skip
            elif base is not None and id in base.scores:
                score = base.scores[id]
                scores[id] = score._replace(origin=Origin.BASED_ON, evidence=score.evidence or curve.evidence)
            else:
                missing.append(factor)
        if curve.id not in self._lost and len(missing) > draft.strays:
            self._missing[curve.id] = missing
        return curve

    def _score(self, given: ScoreEntry, curve: Curve) -> Score:
        value = given.value
        if value is not None and not self._on_scale(value):
            path = self.reader.inner(given.path, "value")
            if value in _NO_ANSWER:
                self._no_answer(value, path)
            else:
                self._off_scale(value, path)
                self.off[curve.id] = self.off.get(curve.id, 0) + 1
            value = None
        low, high = given.low, given.high
        if low is not None or high is not None:
            low, high = self._interval(low, high, value, given)
        return Score(
            value, low, high, given.n, given.actual, given.confidence, given.why,
            given.evidence or curve.evidence, given.scored_by or curve.scored_by, _GIVEN, given.path,
        )  # fmt: skip

    def _interval(
        self, low: float | None, high: float | None, value: float | None, given: ScoreEntry
    ) -> tuple[float | None, float | None]:
        path = given.details or given.path
        off = [(key, end) for key, end in (("low", low), ("high", high)) if end is not None and not self._on_scale(end)]
        for key, end in off:
            self._off_scale(end, (*path, key))
        if off or not given.broken.isdisjoint(("low", "high")):
            return None, None
        if low is None or high is None:
            given_end, other = ("low", "high") if high is None else ("high", "low")
            message = f"the interval has no `{other}`"
            self.reader.report("BC013", (*path, given_end), message, "give both ends, or neither", on_key=True)
            return None, None
        if low > high:
            message = f"the interval runs from {figure(low)} to {figure(high)}"
            self.reader.report("BC019", (*path, "low"), message, "low must not be above high")
            return None, None
        if value is not None and not low <= value <= high:
            message = f"the level {figure(value)} does not lie in its interval from {figure(low)} to {figure(high)}"
            self.reader.report("BC019", self.reader.inner(given.path, "value"), message, "mend one of the three")
            return None, None
        return low, high

    def _deciding(self, grid: Grid) -> dict[str, Move]:
        """By factor the move that may set its level: the first that leads to one, else the last.

        A target off the scale is wrong wherever it stands, and even where a stated level outranks it.
        """
        found: dict[str, Move] = {}
        for move in grid.moves:
            if move.to is not None and not self._on_scale(move.to):
                self._off_scale(move.to, self.reader.inner(move.path, "to"))
            first = found.get(move.factor)
            if first is None or (first.to is None and first.action is not Action.ELIMINATE):
                found[move.factor] = move
        return found

    def _target(self, move: Move) -> float | None:
        """The level a move leads to: as stated; what is eliminated goes to the lowest the scale can say."""
        if move.to is None:
            return max(0, self.scale.min)
        return move.to if self._on_scale(move.to) else None

    def _on_scale(self, level: float) -> bool:
        return self.scale.min <= level <= self.scale.max

    def _no_answer(self, level: float, path: Path) -> None:
        ends = _ends(self.scale)
        self.reader.report(
            "BC411", path, f"{figure(level)} is outside {ends} and looks like a code for “no answer”",
            "write null where the level is unknown, 0 where it is not offered",
        )  # fmt: skip

    def _off_scale(self, level: float, path: Path) -> None:
        ends = _ends(self.scale)
        self.reader.report(
            "BC001", path, f"{figure(level)} is outside {ends}",
            f"levels run from {ends}; another scale is declared with scale: {{min: …, max: …}}",
        )  # fmt: skip

    def say_missing(self) -> None:
        """Report the gaps: a factor that no curve has a level for where it is declared, the others at their curves."""
        if not self._missing:
            return
        everywhere: set[str] = set()
        if len(self._missing) == len(self.drafts) > 1:
            everywhere = set.intersection(*({factor.id for factor in gaps} for gaps in self._missing.values()))
        scored = [id for id in self.factors if id not in everywhere]
        if not scored:
            everywhere.clear()
        for id, factor in self.factors.items():
            if id in everywhere:
                self.reader.report(
                    "BC002", factor.path, f"no curve has a level for {said(factor.name)}",
                    f"{self.reader.suggest(id, scored)}; else give every curve a level, or null", on_key=True,
                )  # fmt: skip
        for id, gaps in self._missing.items():
            left = [factor for factor in gaps if factor.id not in everywhere]
            if left:
                self._say_missing(self.done[id], left)

    def _say_missing(self, curve: Curve, missing: list[Factor]) -> None:
        names = [said(factor.name) for factor in missing]
        shown = listed([*names[:4], f"{len(names) - 4} more"] if len(names) > 5 else names, "and")
        hint = (
            f"write a level, 0 where it is not offered, or null where it is unknown, as in {said(missing[0].id)}: null"
        )
        if not curve.scores:
            others = [other.id for other in self.done.values() if other.scores]
            near = nearest(curve.id, others) if others else None
            hint = f"did you mean `{near}`? otherwise give it a level for every factor" if near else hint
        self.reader.report("BC002", curve.path, f"{said(curve.name)} has no level for {shown}", hint, on_key=True)


def figure(value: float) -> str:
    """A number in a message: 17, 5.4."""
    return str(int(value)) if value == int(value) and abs(value) < _LONG else f"{value:.12g}"


def _mixed_scales(curves: tuple[Curve, ...], off: Mapping[str, int], scale: Scale, reader: Reader) -> None:
    """Curves on another scale than the canvas's: most levels off it, or all of them shares among levels in points."""
    if scale.max < _SHORTEST_SCALE:
        return
    for curve in curves:
        count = off.get(curve.id, 0)
        if count < _ENOUGH and _is_above_one(curve):  # as mostly
            continue
        given = [score.value for score in curve.scores.values() if score.value is not None]
        if count >= _ENOUGH and count > len(given):
            reader.report(
                "BC003", curve.path, f"most levels of {said(curve.name)} are outside {_ends(scale)}",
                "bring them to the scale of the canvas, or declare theirs with scale: {min: …, max: …}", on_key=True,
            )  # fmt: skip
        elif len(given) >= _ENOUGH and max(given) <= 1 and _are_shares(curve, given, curves, scale):
            reader.report(
                "BC003", curve.path,
                f"all levels of {said(curve.name)} lie between 0 and 1, as shares do; the scale is {_ends(scale)}",
                f"multiply them by {figure(scale.max)}, or set the scale for all curves", on_key=True,
            )  # fmt: skip


def _is_above_one(curve: Curve) -> bool:
    """Whether some level of a curve is above 1, so that they cannot all be shares."""
    return any((level := score.value) is not None and level > 1 for score in curve.scores.values())


def _are_shares(curve: Curve, given: list[float], curves: tuple[Curve, ...], scale: Scale) -> bool:
    """Whether levels of at most 1 are shares where others are points: some are no step of the scale, others above 1."""
    if curve.role is Role.WANTED or curve.based_on is not None or min(given) < 0:
        return False
    others = (score.value for other in curves if other is not curve for score in other.scores.values())
    steps = ((level - scale.min) / scale.step for level in given)
    return any(round(step, 9) % 1 for step in steps) and any(level is not None and level > 1 for level in others)


def _ends(scale: Scale) -> str:
    return f"{figure(scale.min)} to {figure(scale.max)}"
