"""Levels that were raised, lowered, became known or unknown, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bluecanvas.canvas.model import Curve, Factor, Origin, Score
from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.saying import Saying
from bluecanvas.comparing.sides import Sides
from bluecanvas.named import NamedTuple

_NOTHING = Score(None)
_GROUNDS = slice(Score._fields.index("low"), Score._fields.index("origin") + 1)
"""What a score has but its level and its place."""


class _Ground(NamedTuple):
    """What a level rests on, in one respect."""

    kind: Kind
    curve: str
    field: str
    before: Any
    after: Any


def level_changes(sides: Sides) -> Iterator[Change]:
    """A change for every level of a curve and a factor of both canvases that is another now, curve by curve."""
    same_scale, names = sides.same_scale, {new.id: sides.factor(new) for _, new in sides.factors.both}
    for before, after in sides.curves.both:
        was, now = before.scores, after.scores
        for old, new in sides.factors.both:
            start, end = was.get(old.id, _NOTHING).value, now.get(new.id, _NOTHING).value
            if start != end if same_scale else not sides.same_level(start, end):
                yield _level(sides, names[new.id], (start, end), after, new)


def _level(sides: Sides, name: str, levels: tuple[float | None, float | None], curve: Curve, factor: Factor) -> Change:
    (start, end), say = levels, sides.say
    shares = sides.shares(start, end)
    said = {"curve": sides.curve(curve), "factor": name, "start": say.level(start), "end": say.level(end)}
    if start is None:
        kind, text = Kind.BECAME_KNOWN, say.phrase("{curve}: {factor} became known: {end}", **said)
    elif end is None:
        kind, text = Kind.BECAME_UNKNOWN, say.phrase("{curve}: {factor} became unknown (was {start})", **said)
    else:
        low, high = shares if shares else (start, end)
        if (low or 0) < (high or 0):
            kind, text = Kind.RAISED, say.phrase("{curve}: {factor} raised from {start} to {end}", **said)
        else:
            kind, text = Kind.LOWERED, say.phrase("{curve}: {factor} lowered from {start} to {end}", **said)
    if shares and None not in shares:
        first, last = (_percent(say, share) for share in shares)
        text = say.phrase("{sentence} ({low} to {high} of the scale)", sentence=text, low=first, high=last)
    score = curve.scores.get(factor.id, _NOTHING)
    if score.origin is Origin.BASED_ON and curve.based_on:
        base = sides.curve(sides.new.curve(curve.based_on))
        text = say.phrase("{sentence}, as {curve} has it", sentence=text, curve=base)
    return Change(kind, text, curve.id, factor.id, None, start, end, shares)


def _percent(say: Saying, share: float | None) -> str:
    return "" if share is None else f"{say.level(round(share * 100, 1))} %"


def ground_changes(sides: Sides) -> Iterator[Change]:
    """What stated levels rest on, where it is another now: said once of all levels of a curve it holds for alike."""
    say = sides.say
    for before, after in sides.curves.both:
        grounds: dict[str, tuple[_Ground, list[Factor]]] = {}
        whole = (before.evidence, before.scored_by), (after.evidence, after.scored_by)
        plain = sides.same_scale
        for field, old, new in (
            ("evidence", sides.sources(whole[0][0], old=True), sides.sources(whole[1][0])),
            ("scored_by", tuple(sorted(whole[0][1])), tuple(sorted(whole[1][1]))),
        ):
            if old != new:
                text = say.turned(say.of(sides.curve(after), _of_curve(say, field)), old, new)
                yield Change(Kind.EVIDENCE_CHANGED, text, after.id, None, field, list(old), list(new))
        for old_factor, factor in sides.factors.both:
            scores = before.scores.get(old_factor.id), after.scores.get(factor.id)
            if plain and _is_plain(*scores):
                continue
            for ground in _grounds(sides, (before, after), scores):
                grounds.setdefault(repr(ground), (ground, []))[1].append(factor)
        for ground, factors in grounds.values():
            names = say.some([sides.factor(factor) for factor in factors])
            what = _of_levels(say, ground.field, names)
            text = say.turned(say.of(sides.curve(after), what), ground.before, ground.after)
            ids = tuple(factor.id for factor in factors)
            alone = ids[0] if len(ids) == 1 else None
            several = () if alone else ids
            yield Change(ground.kind, text, after.id, alone, ground.field, ground.before, ground.after, factors=several)


def _grounds(sides: Sides, curves: tuple[Curve, Curve], scores: tuple[Score | None, Score | None]) -> Iterator[_Ground]:
    """What changed of the grounds of one level that both canvases state."""
    old, new = scores
    if old is None or new is None or not old.origin is new.origin is Origin.GIVEN:
        return  # a level from elsewhere rests on what stands there
    curve = curves[1].id
    proofs = sides.sources(old.evidence, old=True), sides.sources(new.evidence)
    if proofs[0] != proofs[1] and (old.evidence, new.evidence) != (curves[0].evidence, curves[1].evidence):
        yield _Ground(Kind.EVIDENCE_CHANGED, curve, "evidence", list(proofs[0]), list(proofs[1]))
    judges = tuple(sorted(old.scored_by)), tuple(sorted(new.scored_by))
    if judges[0] != judges[1] and (old.scored_by, new.scored_by) != (curves[0].scored_by, curves[1].scored_by):
        yield _Ground(Kind.EVIDENCE_CHANGED, curve, "scored_by", list(judges[0]), list(judges[1]))
    intervals = _interval(old), _interval(new)
    if not (sides.same_level(old.low, new.low) and sides.same_level(old.high, new.high)):
        yield _Ground(Kind.EVIDENCE_CHANGED, curve, "interval", *intervals)
    if old.n != new.n:
        yield _Ground(Kind.EVIDENCE_CHANGED, curve, "n", old.n, new.n)
    if old.confidence != new.confidence:
        yield _Ground(Kind.EVIDENCE_CHANGED, curve, "confidence", old.confidence, new.confidence)
    if old.actual != new.actual:
        yield _Ground(Kind.TEXT_CHANGED, curve, "actual", old.actual, new.actual)
    for language, before, after in sides.retold(old.why, new.why):
        yield _Ground(Kind.TEXT_CHANGED, curve, f"why {language}".strip(), before, after)


def _is_plain(old: Score | None, new: Score | None) -> bool:
    """Whether two scores rest on the same without evidence, whose ids may be others now: most do."""
    if old is None or new is None or old == new:
        return old is None or new is None or not old.evidence
    return old.why is None and not old.evidence and old[_GROUNDS] == new[_GROUNDS]


def _interval(score: Score) -> list[float] | None:
    return None if score.low is None or score.high is None else [score.low, score.high]


def _of_curve(say: Saying, field: str) -> str:
    """What the levels of a curve rest on, in one respect."""
    return say.phrase("its judges") if field == "scored_by" else say.phrase("its evidence")


def _of_levels(say: Saying, field: str, names: str) -> str:
    """What levels on some factors rest on, in one respect."""
    key, _, language = field.partition(" ")
    what = {
        "evidence": say.phrase("the evidence of {factors}", factors=names),
        "scored_by": say.phrase("the judges of {factors}", factors=names),
        "interval": say.phrase("the interval of {factors}", factors=names),
        "n": say.phrase("the number of answers of {factors}", factors=names),
        "confidence": say.phrase("the confidence of {factors}", factors=names),
        "actual": say.phrase("the real figure of {factors}", factors=names),
        "why": say.phrase("the reason of {factors}", factors=names),
        "why in": say.phrase("the reason in {language} of {factors}", factors=names, language=language),
    }
    return what[f"{key} in" if language else key]
