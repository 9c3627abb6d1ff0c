"""Levels: what is stated, else the move's target, else the level of the curve it is based on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bluecanvas.canvas.format import NOT_GIVEN, ScoreEntry
from bluecanvas.canvas.model import Action, Curve, Factor, Move, Origin, Role, Scale, Score
from bluecanvas.parsing import Reader
from bluecanvas.words import listed


class CurveDraft(NamedTuple):
    """A curve whose levels are not resolved yet, and the levels stated for it."""

    curve: Curve
    given: Mapping[str, ScoreEntry]


def resolve_levels(
    drafts: list[CurveDraft], factors: tuple[Factor, ...], scale: Scale, reader: Reader
) -> tuple[Curve, ...]:
    """The curves with a score for every factor that has one; gaps, cycles and levels off the scale are findings."""
    by_id = {draft.curve.id: draft for draft in drafts}
    done: dict[str, Curve] = {}
    for draft in drafts:
        _resolve(draft, by_id, done, factors, scale, reader)
    curves = tuple(done[draft.curve.id] for draft in drafts)
    _mixed_scales(curves, scale, reader)
    return curves


def _resolve(
    draft: CurveDraft,
    by_id: dict[str, CurveDraft],
    done: dict[str, Curve],
    factors: tuple[Factor, ...],
    scale: Scale,
    reader: Reader,
) -> None:
    """Resolve a curve after those it is based on, however long the chain."""
    chain: list[CurveDraft] = []
    step: CurveDraft | None = draft
    while step is not None and step.curve.id not in done:
        if any(step is seen for seen in chain):
            around = [seen.curve.id for seen in chain[chain.index(step) :]]
            reader.report(
                "BC016", (*step.curve.path, "based_on"),
                f"{' is based on '.join([*around, around[0]])}: the levels come from nowhere",
                "give one of them levels of its own",
            )  # fmt: skip
            chain[-1] = chain[-1]._replace(curve=chain[-1].curve._replace(based_on=None))
            break
        chain.append(step)
        step = by_id.get(step.curve.based_on) if step.curve.based_on else None
    for link in reversed(chain):
        base = done.get(link.curve.based_on) if link.curve.based_on else None
        done[link.curve.id] = _with_levels(link, base, factors, scale, reader)


def _with_levels(
    draft: CurveDraft, base: Curve | None, factors: tuple[Factor, ...], scale: Scale, reader: Reader
) -> Curve:
    curve = draft.curve
    scores: dict[str, Score] = {}
    missing: list[Factor] = []
    moves = {move.factor: move for move in reversed(curve.grid.moves)} if curve.grid else {}
    for factor in factors:
        given = draft.given.get(factor.id)
        move = moves.get(factor.id)
        if given is not None and given.value is not NOT_GIVEN:
            scores[factor.id] = _score(given, curve, scale, reader)
        elif move is not None and (target := _target(move, scale, reader)) is not None:
            scores[factor.id] = Score(
                target,
                why=move.why,
                evidence=move.evidence,
                scored_by=curve.scored_by,
                origin=Origin.MOVE,
                path=move.path,
            )
        elif base is not None and factor.id in base.scores:
            scores[factor.id] = base.scores[factor.id]._replace(origin=Origin.BASED_ON)
        else:
            missing.append(factor)
    for unmade in moves.values():
        if unmade.factor in scores and scores[unmade.factor].origin is not Origin.MOVE:
            _target(unmade, scale, reader)  # a target off the scale is wrong even where a stated level outranks it
    if missing and not (base is not None and base.based_on is None and not base.scores):
        _say_missing(curve, missing, draft, reader)
    return curve._replace(scores=scores)


def _score(given: ScoreEntry, curve: Curve, scale: Scale, reader: Reader) -> Score:
    value = given.value
    if value is not None and not scale.min <= value <= scale.max:
        _off_scale(value, given.path, "value", scale, reader)
        value = None
    low, high = given.low, given.high
    for name, end in (("low", low), ("high", high)):
        if end is not None and not scale.min <= end <= scale.max:
            reader.report("BC001", (*given.path, name), f"{end} is outside {scale.min} to {scale.max}")
            low = high = None
    if low is not None or high is not None:
        low, high = _interval(low, high, value, given, reader)
    return Score(
        value, low, high, given.n, given.actual, given.confidence, given.why,
        given.evidence or curve.evidence, given.scored_by or curve.scored_by, Origin.GIVEN, given.path,
    )  # fmt: skip


def _interval(
    low: float | None, high: float | None, value: float | None, given: ScoreEntry, reader: Reader
) -> tuple[float | None, float | None]:
    if low is None or high is None:
        other = "high" if high is None else "low"
        reader.report("BC013", given.path, f"the interval has no `{other}`", "give both ends, or neither")
        return None, None
    if low > high or (value is not None and not low <= value <= high):
        reader.report(
            "BC019",
            given.path,
            f"the level {value} does not lie in its interval {low} to {high}",
            "mend one of the three",
        )
        return None, None
    return low, high


def _target(move: Move, scale: Scale, reader: Reader) -> float | None:
    """The level a move leads to: as stated; what is eliminated goes to the lowest the scale can say."""
    if move.to is not None:
        if scale.min <= move.to <= scale.max:
            return move.to
        _off_scale(move.to, move.path, "to", scale, reader)
        return None
    return scale.min if move.action is Action.ELIMINATE else None


def _off_scale(value: float, path: tuple[str | int, ...], key: str, scale: Scale, reader: Reader) -> None:
    reader.report(
        "BC001", reader.inner(path, key), f"{value} is outside {scale.min} to {scale.max}",
        f"levels run from {scale.min} to {scale.max}; another scale is declared with scale: {{min: …, max: …}}",
    )  # fmt: skip


def _say_missing(curve: Curve, missing: list[Factor], draft: CurveDraft, reader: Reader) -> None:
    names = [f"{factor.name}" for factor in missing]
    shown = listed([*names[:4], f"{len(names) - 4} more"] if len(names) > 5 else names, "and")
    first = missing[0].id
    reader.report(
        "BC002", curve.path, f"{curve.name} has no level for {shown}",
        f"write a level, 0 where it is not offered, or null where it is unknown, as in {first}: null", on_key=True,
    )  # fmt: skip


def _mixed_scales(curves: tuple[Curve, ...], scale: Scale, reader: Reader) -> None:
    """One curve in shares from 0 to 1 among curves in points is on another scale than the canvas's."""
    if scale.max < 5:
        return
    for curve in curves:
        if curve.role is Role.WANTED or curve.based_on is not None:
            continue
        levels = [score.value for score in curve.scores.values() if score.value is not None]
        others = [
            score.value for other in curves if other is not curve for score in other.scores.values() if score.value
        ]
        shares = len(levels) >= 3 and all(0 <= level <= 1 for level in levels)
        if shares and any(level != int(level) for level in levels) and others and max(others) > 1:
            reader.report(
                "BC003", curve.path,
                f"all levels of {curve.name} lie between 0 and 1, as shares do; the canvas's scale runs to {scale.max}",
                f"multiply them by {scale.max}, or set the scale for all curves", on_key=True,
            )  # fmt: skip
