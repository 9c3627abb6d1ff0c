"""Moves of the grids: those that came, went, became another action, or lead elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bluecanvas.canvas.model import Action, Curve, Factor, Grid, Move
from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.sides import Sides
from bluecanvas.named import NamedTuple

_NO_GRID = Grid(())


class _On(NamedTuple):
    """Where moves are compared: an option and a factor, both as the new canvas has them, the factor maybe only the old."""

    sides: Sides
    old: Curve
    new: Curve
    factor: Factor

    @property
    def names(self) -> dict[str, str]:
        """The two names."""
        return {"curve": self.sides.curve(self.new), "factor": self.sides.factor(self.factor)}

    def turned(self, what: str, before: object, after: object) -> str:
        """That something about a move is another."""
        say = self.sides.say
        return say.turned(say.phrase("{curve}: {factor}: {what}", what=what, **self.names), before, after)

    def change(self, kind: Kind, text: str, field: str | None, before: object, after: object) -> Change:
        """A change here."""
        return Change(kind, text, self.new.id, self.factor.id, field, before, after)


def move_changes(sides: Sides) -> Iterator[Change]:
    """What became of every move of the curves that both canvases have."""
    for old, new in sides.curves.both:
        before, after = old.grid or _NO_GRID, new.grid or _NO_GRID
        mine: dict[str, list[Move]] = {}
        yours: dict[str, list[Move]] = {}
        for move in before.moves:
            mine.setdefault(sides.factor_ids.get(move.factor, f"\0{move.factor}"), []).append(move)
        for move in after.moves:
            yours.setdefault(move.factor, []).append(move)
        for factor in (*sides.new.factors, *sides.factors.gone):
            key = f"\0{factor.id}" if factor in sides.factors.gone else factor.id
            if key in mine or key in yours:
                yield from _on_factor(_On(sides, old, new, factor), mine.get(key, []), yours.get(key, []))
        yield from _strays(sides, new, before, after)
        yield from _reasons(sides, new, before, after)


def _on_factor(on: _On, before: list[Move], after: list[Move]) -> Iterator[Change]:
    """The moves on one factor: those of one action are the same, then the others in order."""
    came = list(after)
    went: list[Move] = []
    for old in before:
        same = next((new for new in came if new.action is old.action), None)
        if same is None:
            went.append(old)
            continue
        came.remove(same)
        yield from _retargeted(on, old, same)
        yield from _particulars(on, old, same)
    say = on.sides.say
    for old, new in zip(went, came, strict=False):
        said = {**on.names, "does": say.does(new.action), "doing": say.doing(old.action)}
        if _has_target(new):
            to = say.level(new.to)
            text = say.phrase("{curve} now {does} {factor} to {level} instead of {doing} it", level=to, **said)
        else:
            text = say.phrase("{curve} now {does} {factor} instead of {doing} it", **said)
        yield on.change(Kind.MOVE_CHANGED_ACTION, text, "action", old.action.value, new.action.value)
        yield from _particulars(on, old, new)
    for old in went[len(came) :]:
        said = {**on.names, "does": say.does(old.action), "level": say.level(old.to)}
        if _has_target(old):
            text = say.phrase("{curve} no longer {does} {factor} to {level}", **said)
        else:
            text = say.phrase("{curve} no longer {does} {factor}", **said)
        yield on.change(Kind.MOVE_REMOVED, text, None, old.action.value, None)
    for new in came[len(went) :]:
        said = {**on.names, "does": say.does(new.action), "level": say.level(new.to)}
        if _has_target(new):
            text = say.phrase("{curve} now {does} {factor} to {level}", **said)
        else:
            text = say.phrase("{curve} now {does} {factor}", **said)
        yield on.change(Kind.MOVE_ADDED, text, None, None, new.action.value)


def _has_target(move: Move) -> bool:
    return move.to is not None and move.action is not Action.ELIMINATE


def _retargeted(on: _On, old: Move, new: Move) -> Iterator[Change]:
    """A target that is another now; one that is not stated is the option's level there."""
    if old.to is None and new.to is None:
        return
    before = on.old.level(old.factor) if old.to is None else old.to
    after = on.new.level(new.factor) if new.to is None else new.to
    if not on.sides.same_level(before, after):
        say = on.sides.say
        said = {**on.names, "does": say.does(new.action), "after": say.level(after), "before": say.level(before)}
        text = say.phrase("{curve} {does} {factor} to {after} instead of {before}", **said)
        yield on.change(Kind.MOVE_RETARGETED, text, "to", before, after)


def _particulars(on: _On, old: Move, new: Move) -> Iterator[Change]:
    sides, say = on.sides, on.sides.say
    ids = sides.curve_ids | sides.group_ids
    versus = None if old.vs is None else ids.get(old.vs, old.vs)
    for field, word, before, after in (
        ("vs", say.phrase("what the move is held against"), versus, new.vs),
        ("owner", say.phrase("the move's owner"), old.owner, new.owner),
        ("by", say.phrase("the move's date"), old.by, new.by),
    ):
        if before != after:
            yield on.change(Kind.MOVE_CHANGED, on.turned(word, before, after), field, before, after)
    for language, said, says in sides.retold(old.why, new.why):
        text = on.turned(say.tongue(say.phrase("why it moves"), language), said, says)
        yield on.change(Kind.TEXT_CHANGED, text, f"why {language}".strip(), said, says)
    proofs = sides.sources(old.evidence, old=True), sides.sources(new.evidence)
    if proofs[0] != proofs[1]:
        text = on.turned(say.phrase("the move's evidence"), *proofs)
        yield on.change(Kind.EVIDENCE_CHANGED, text, "evidence", list(proofs[0]), list(proofs[1]))


def _strays(sides: Sides, curve: Curve, before: Grid, after: Grid) -> Iterator[Change]:
    """Items of the grids that are no factor of their canvas."""
    mine = Counter(name for name, _ in before.unknown)
    yours = Counter(name for name, _ in after.unknown)
    say, grid = sides.say, sides.curve(curve)
    for name in (yours - mine).elements():
        text = say.phrase("the grid of {curve} now names {item}, which is no factor", curve=grid, item=say.value(name))
        yield Change(Kind.MOVE_ADDED, text, curve.id, None, "item", None, name)
    for name in (mine - yours).elements():
        text = say.phrase(
            "the grid of {curve} no longer names {item}, which is no factor", curve=grid, item=say.value(name)
        )
        yield Change(Kind.MOVE_REMOVED, text, curve.id, None, "item", name, None)


def _reasons(sides: Sides, curve: Curve, before: Grid, after: Grid) -> Iterator[Change]:
    """Reasons given for empty cells."""
    for action in Action:
        for language, said, says in sides.retold(before.why_empty.get(action), after.why_empty.get(action)):
            what = sides.say.phrase("why it {does} nothing", does=sides.say.does(action))
            text = sides.say.turned(sides.say.of(sides.curve(curve), sides.say.tongue(what, language)), said, says)
            field = f"why {action.value} {language}".strip()
            yield Change(Kind.TEXT_CHANGED, text, curve.id, None, field, said, says)
