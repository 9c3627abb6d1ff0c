"""Drafting curves: whose each is, what it refers to, and which levels are stated for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bluecanvas.canvas.format import CanvasFile, CurveEntry, TaglineEntry
from bluecanvas.canvas.format_grid import GridEntry
from bluecanvas.canvas.format_scores import NOT_GIVEN, ScoreEntry, Stated, entry_of
from bluecanvas.canvas.levels import CurveDraft, figure
from bluecanvas.canvas.model import Action, Curve, Grid, Move, Role, Score, Tagline
from bluecanvas.canvas.naming import Naming
from bluecanvas.canvas.table import TableScores
from bluecanvas.finding import Path
from bluecanvas.parsing import Reader
from bluecanvas.parsing.reader import said
from bluecanvas.words import Text, quoted

MOST_MOVES = 1000
_CELLS = tuple((action, "raise_" if action is Action.RAISE else action.value) for action in Action)
_OTHERS = (Role.RIVAL, Role.ALTERNATIVE, Role.INDUSTRY)
_ROLES = {role.value: role for role in Role}
_OURS, _TODAY, _THEIRS = Role.TO_BE, Role.AS_IS, Role.RIVAL


def draft_curves(
    entry: CanvasFile, table: TableScores, ids: dict[str, None], names: Naming, reader: Reader
) -> tuple[list[CurveDraft], str | None]:
    """Every curve with its references resolved, and the id of ours."""
    nothing = CurveEntry()
    typed = {id: entry.curves.get(id, nothing) for id in ids}
    us = _us(entry, typed, names, reader)
    drafts: list[CurveDraft] = []
    as_is: str | None = None
    for id, curve in typed.items():
        role = _ROLES[curve.role] if curve.role else _OURS if id == us else _THEIRS
        if role is _TODAY:
            if as_is is not None:
                reader.report(
                    "BC019", (*curve.path, "role"), f"{quoted(said(id))} is a second as-is curve beside {quoted(said(as_is))}",
                    "keep one; another state of ours is to-be, delivered or wanted",
                )  # fmt: skip
            as_is = as_is or id
        grid = curve.errc
        if id == us and entry.errc is not None:
            if grid is not None:
                reader.report(
                    "BC019", grid.path, f"the grid of {quoted(said(id))} stands here and under the top-level `errc`",
                    "keep one of the two", on_key=True,
                )  # fmt: skip
            grid = entry.errc
        drafts.append(_draft(id, role, curve, grid, table, names, reader))
    if entry.errc is not None and us is None:
        message = "the grid belongs to our curve, but no curve is ours"
        reader.report("BC015", ("errc",), message, "say which: us: …", on_key=True)
    return drafts, us


def _draft(
    id: str,
    role: Role,
    typed: CurveEntry,
    grid: GridEntry | None,
    table: TableScores,
    names: Naming,
    reader: Reader,
) -> CurveDraft:
    path = typed.path or table.curves[id]
    given, strays = _given(typed, table.scores.get(id, {}), names, reader)
    based_on = None if typed.based_on is None else names.curves.one(typed.based_on, (*path, "based_on"), reader)
    scores: dict[str, Score] = {}
    curve = Curve(
        id=id,
        name=typed.name or Text(id),
        role=role,
        scores=scores,
        group=names.groups.one(typed.group, (*path, "group"), reader) if typed.group is not None else None,
        share=typed.share,
        based_on=based_on,
        evidence=names.evidence.many(typed.evidence, (*path, "evidence"), reader) if typed.evidence else (),
        scored_by=typed.scored_by,
        grid=None if grid is None else _grid(grid, names, reader),
        tagline=None if typed.tagline is None else tagline_of(typed.tagline, names, reader),
        path=path,
    )
    lost = (
        not table.whole
        or not typed.broken.isdisjoint(("scores", "based_on"))
        or (based_on is None and typed.based_on is not None)
    )
    return CurveDraft(curve, scores, given, strays, lost)


def _us(entry: CanvasFile, typed: dict[str, CurveEntry], names: Naming, reader: Reader) -> str | None:
    us = names.curves.one(entry.us, ("us",), reader)
    if us is None:
        ours = [id for id, curve in typed.items() if curve.role not in _OTHERS]
        if ours and typed[ours[0]].role == _TODAY:  # ours is what is to become of it, where that is said
            return next((id for id in ours if typed[id].role == _OURS), ours[0])
        return ours[0] if ours else None
    if typed[us].role in _OTHERS:
        reader.report(
            "BC019", ("us",), f"our curve {quoted(said(us))} is marked as {typed[us].role}", "take one of the two back"
        )
    return us


def _given(
    curve: CurveEntry, cells: dict[str, ScoreEntry], names: Naming, reader: Reader
) -> tuple[Mapping[str, Stated], int]:
    """The levels stated for a curve, in the table and under `curves`, by factor; and how many are for no factor."""
    if not cells and curve.scores.keys() <= names.factors.ids():  # by id throughout: nothing to look up or to join
        proven = {
            factor: _proven(score, score.path, names, reader)
            for factor, score in curve.scores.items()
            if score.__class__ is ScoreEntry and score.evidence
        }
        return {**curve.scores, **proven} if proven else curve.scores, 0
    given: dict[str, ScoreEntry] = {factor: _proven(cell, cell.path, names, reader) for factor, cell in cells.items()}
    typed: dict[str, str] = {}
    strays = 0
    for name, stated in curve.scores.items():
        score = entry_of(stated, (*curve.path, "scores", name))
        factor = names.factors.resolve(name, score.path, reader, on_key=True)
        if factor is None:
            strays += 1
            continue
        if factor in typed:
            reader.report(
                "BC011", score.path, f"{quoted(said(name))} is the factor {quoted(said(typed[factor]))}, which has a level here already",
                "keep one of the two", on_key=True,
            )  # fmt: skip
            continue
        typed[factor] = name
        cell = given.get(factor)
        whole = score if cell is None else _joined(score, cell, reader)
        given[factor] = whole if whole.bare else _proven(whole, score.path, names, reader)
    return given, strays


def _joined(score: ScoreEntry, cell: ScoreEntry, reader: Reader) -> ScoreEntry:
    """A score under `curves` with what the table says of the same level."""
    if score.path in reader.audiences:
        reader.audiences[cell.path] = reader.audiences[score.path]
    if cell.value is NOT_GIVEN:
        return cell.having(**{**vars(score), "bare": False})
    if score.value is NOT_GIVEN or score.value == cell.value:
        return cell.having(
            **{**vars(score), "value": cell.value, "path": cell.path, "details": score.path, "bare": False}
        )
    reader.report(
        "BC019", score.path, f"{_say(score.value)} here, but {_say(cell.value)} in the table",
        "keep the level in one place, or make both the same",
    )  # fmt: skip
    return cell


def _proven(score: ScoreEntry, path: Path, names: Naming, reader: Reader) -> ScoreEntry:
    if not score.evidence:
        return score
    return score.having(evidence=names.evidence.many(score.evidence, (*path, "evidence"), reader))


def _say(value: Any) -> str:
    return "unknown" if value is None else figure(value)


def tagline_of(typed: TaglineEntry | None, names: Naming, reader: Reader) -> Tagline | None:
    """A tagline with the factors it makes claims of."""
    if typed is None or typed.text is None:
        return None
    claims: dict[str, str] = {}
    for name, side in typed.claims.items():
        factor = names.factors.resolve(name, (*typed.path, "claims", name), reader, on_key=True)
        if factor is not None:
            claims[factor] = side
    return Tagline(typed.text, claims, typed.path)


def _grid(typed: GridEntry, names: Naming, reader: Reader) -> Grid | None:
    moves: list[Move] = []
    unknown: list[tuple[str, Path]] = []
    why: dict[Action, Text] = {}
    cells = [(action, getattr(typed, attribute)) for action, attribute in _CELLS]
    count = sum([len(cell) for _, cell in cells])
    if count > MOST_MOVES:
        message = f"the grid has {count:,} moves, more than {MOST_MOVES:,}"
        reader.report("BC017", typed.path, message, "keep those that matter", on_key=True)
        return None
    known = names.factors.ids()
    for action, cell in cells:
        for move in cell:
            factor = move.factor
            if factor not in known:
                found = names.factors.find(factor)
                if len(found) > 1:
                    names.factors.resolve(factor, move.path, reader, on_key=True)
                    continue
                if not found:
                    if not reader.trapped(factor, move.path, on_key=True, names=names.factors.find):
                        unknown.append((factor, move.path))
                    continue
                factor = found[0]
            evidence = names.evidence.many(move.evidence, (*move.path, "evidence"), reader) if move.evidence else ()
            vs = None if move.vs is None else _versus(move.vs, (*move.path, "vs"), names, reader)
            moves.append(Move(action, factor, move.to, vs, move.why, move.owner, move.by, evidence, move.path))
    for action, attribute in _CELLS if typed.why is not None else ():
        reason = getattr(typed.why, attribute)
        if reason is not None:
            why[action] = reason
    return Grid(tuple(moves), why, tuple(unknown), typed.path)


def _versus(word: str, path: Path, names: Naming, reader: Reader) -> str | None:
    if word in names.curves and word in names.groups:
        message = f"{quoted(said(word))} is the id of a curve and of a group"
        reader.report("BC015", path, message, "give one of them another id")
        return None
    return names.sides.resolve(word, path, reader)
