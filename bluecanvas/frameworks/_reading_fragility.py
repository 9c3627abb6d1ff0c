"""Fragility: which single levels, nudged a little or inside their interval, flip a verdict, and to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.canvas.model import Canvas
from bluecanvas.frameworks._reading_basis import involved
from bluecanvas.frameworks._reading_kinds import Bars, Kind, Outcome, Scope
from bluecanvas.frameworks._reading_sheet import Sheet
from bluecanvas.named import NamedTuple

MOST_LEVELS = 4_000
"""Levels to nudge, over all curves read: beyond, only a curve's own are nudged, or none."""
MOST_LOOKS = 150_000
"""Levels to look at for that: each nudge looks at a level of every factor."""


class Flip(NamedTuple):
    """A level that flips a verdict: whose, on which factor, from what, to what, and what the verdict becomes."""

    curve: str
    factor: str
    start: float
    end: float
    verdict: str


class Fragility(NamedTuple):
    """The flips of a verdict."""

    nudge: float
    """How far levels without an interval were moved, as a share of the axis."""
    flips: tuple[Flip, ...]
    complete: bool = True
    """Whether every level that the reading rests on was nudged."""


class Judged(NamedTuple):
    """A reading of a curve as it stands."""

    kind: Kind
    curve: str
    bars: Bars
    outcome: Outcome


def nudge_of(canvas: Canvas) -> float:
    """How far a level is nudged: the larger of one step and a tenth of the axis, as a distance on the scale."""
    return max(canvas.scale.step, (canvas.scale.max - canvas.scale.min) / 10)


def fragilities(sheet: Sheet, judged: Sequence[Judged]) -> list[Fragility | None]:
    """For each reading the flips of its verdict, None where there are none and every level was tried."""
    canvas = sheet.canvas
    curves = list(dict.fromkeys(one.curve for one in judged))
    reach = {
        curve: max(len(involved(sheet, one.kind, curve)) for one in judged if one.curve == curve) for curve in curves
    }
    levels = len(sheet.factors)
    most = min(MOST_LEVELS, MOST_LOOKS // max(1, levels))
    whole = levels * sum(reach.values()) <= most
    own = levels * len(curves) <= most
    nudge = nudge_of(canvas)
    every = range(len(sheet.factors))
    matter = [frozenset(one.kind.factors(sheet, one.curve) if one.kind.factors else every) for one in judged]
    flips: list[list[Flip]] = [[] for _ in judged]
    resting: dict[str, list[int]] = {}
    for at, one in enumerate(judged):
        if one.kind.scope is not Scope.NONE:
            for id in involved(sheet, one.kind, one.curve):
                if whole or (own and id == one.curve):
                    resting.setdefault(id, []).append(at)
    for id, asked in resting.items():
        for factor, start, end, _ in _nudges(sheet, id, nudge):
            share = canvas.scale.share(end)
            moved = sheet.nudged(id, factor, share)
            for at in asked:
                one = judged[at]
                if factor not in matter[at]:
                    continue
                if moved.same_sets and _stays(sheet, moved, one, id, factor, share):
                    continue
                found = one.kind.judge(moved, one.curve, **one.bars)
                if found.verdict != one.outcome.verdict:
                    name = sheet.factors[factor].id
                    flips[at].append(Flip(id, name, start, end, found.verdict))
    axis = canvas.scale.max - canvas.scale.min
    done: list[Fragility | None] = []
    for at, one in enumerate(judged):
        tried = one.kind.scope is Scope.NONE or whole or (own and one.kind.scope is Scope.OWN)
        found_flips = tuple(sorted(flips[at], key=lambda flip: flip.curve != one.curve))
        done.append(Fragility(nudge / axis, found_flips, tried) if found_flips or not tried else None)
    return done


def flips_inside(sheet: Sheet, one: Judged) -> bool:
    """Whether one level moved inside its interval changes if a reading fires."""
    for id in involved(sheet, one.kind, one.curve) if one.kind.scope is not Scope.NONE else ():
        if all(score.low is None for score in sheet.canvas.curve(id).scores.values()):
            continue
        for factor, _, end, inside in _nudges(sheet, id, 0.0):
            if inside:
                moved = sheet.nudged(id, factor, sheet.canvas.scale.share(end))
                found = one.kind.judge(moved, one.curve, **one.bars)
                if found.fires != one.outcome.fires:
                    return True
    return False


def _stays(sheet: Sheet, moved: Sheet, one: Judged, id: str, factor: int, share: float) -> bool:
    """Whether a verdict stays, where that is quicker to tell than to judge again."""
    state, settled = one.kind.state, one.kind.settled
    if state is not None:
        key = "state", one.kind.name, one.curve, id, factor
        before = sheet.kept(key, lambda: state(sheet, one.curve, id, factor))
        return state(moved, one.curve, id, factor) == before
    return settled is not None and settled(sheet, one.curve, id, factor, share, one.bars)


def _nudges(sheet: Sheet, id: str, nudge: float) -> Iterator[tuple[int, float, float, bool]]:
    """Each factor's level on the scale, where it is moved to, and whether that is inside its interval."""
    scale = sheet.canvas.scale
    scores = sheet.canvas.curve(id).scores
    for j, factor in enumerate(sheet.factors):
        score = scores.get(factor.id)
        if score is None or score.value is None:
            continue
        level = score.value
        if score.low is not None and score.high is not None:
            ends: dict[float, None] = dict.fromkeys((score.low, score.high))
            # where another's level lies inside, the distance to it is smallest there and not at an end
            ends |= dict.fromkeys(
                other
                for curve in sheet.canvas.curves
                if (other := curve.level(factor.id)) is not None and score.low < other < score.high
            )
            inside = True
        elif not nudge:
            continue
        else:
            ends = dict.fromkeys((max(scale.min, _plain(level - nudge)), min(scale.max, _plain(level + nudge))))
            inside = False
        for end in ends:
            if end != level:
                yield j, level, end, inside


def _plain(level: float) -> float:
    """A level without what arithmetic leaves in its last digits: 0.3, not 0.30000000000000004."""
    return float(f"{level:.12g}")
