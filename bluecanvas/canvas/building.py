"""Building the canvas from the file as typed: names, roles, references, and a level for every curve and factor."""

from __future__ import annotations

from typing import Any

from bluecanvas.canvas.format import (
    NOT_GIVEN,
    SECTIONS,
    CanvasFile,
    CurveEntry,
    FactorEntry,
    GridEntry,
    ScoreEntry,
    TaglineEntry,
)
from bluecanvas.canvas.levels import CurveDraft, resolve_levels
from bluecanvas.canvas.model import Action, Canvas, Curve, Evidence, Factor, Grid, Group, Move, Role, Scale, Tagline
from bluecanvas.canvas.names import Names
from bluecanvas.canvas.table import TableScores, read_table
from bluecanvas.canvas.texts import add_translations
from bluecanvas.finding import Path
from bluecanvas.parsing import Reader
from bluecanvas.words import Text, canonical, label

MOST_CURVES = 100
MOST_FACTORS = 500


def build(entry: CanvasFile, reader: Reader) -> Canvas | None:
    """The canvas, with every finding in `reader`; None where there is nothing to make one of."""
    entry = add_translations(entry, reader)
    table = read_table(entry, reader)
    factors = _factors(entry, table)
    curve_entries = dict.fromkeys([*table.curves, *entry.curves])
    if not factors or not curve_entries:
        if not reader.findings:
            missing = "factors" if not factors else "curves"
            reader.report(
                "BC013", (), f"the canvas has no {missing}",
                "write a `scores` table: a header row that names the curves, then a row a factor",
            )  # fmt: skip
        return None
    for things, most, what in ((factors, MOST_FACTORS, "factors"), (curve_entries, MOST_CURVES, "curves")):
        if len(things) > most:
            reader.report("BC017", (), f"the canvas has {len(things)} {what}, more than {most}")
            return None

    names = _Names(entry, table, factors)
    scale = _scale(entry, reader)
    factors = _supports(factors, entry, names, reader)
    if sum(factor.price for factor in factors) > 1:
        second = [factor for factor in factors if factor.price][1]
        reader.report(
            "BC019", (*second.path, "kind"), f"{second.name} is a second price; a canvas has at most one",
            "leave out `kind: price` here",
        )  # fmt: skip
    drafts, us = _drafts(entry, table, curve_entries, names, reader)
    curves = resolve_levels(drafts, factors, scale, reader)
    return Canvas(
        title=entry.title or Text(label("canvas", reader.language)),
        factors=factors,
        curves=curves,
        scale=scale,
        language=reader.language,
        us=us,
        market=entry.market,
        buyers=entry.buyers,
        question=entry.question,
        later=entry.later,
        date=entry.date,
        height=entry.height,
        order=entry.order,
        currency=entry.currency,
        cost_per=entry.cost_per,
        weights_from=entry.weights_from,
        glossary=entry.glossary,
        tagline=_tagline(entry.tagline, names, reader),
        groups=(
            *(Group(id, group.name or Text(id), group.path) for id, group in entry.groups.items()),
            *(Group(id, Text(id)) for id in plain_groups(entry)),
        ),
        evidence=tuple(
            Evidence(
                id, source.source or Text(id), source.date, source.kind, source.n, source.url, source.note, source.path
            )
            for id, source in entry.evidence.items()
        ),
        audience=entry.audience,
        sections={key: data for key in SECTIONS if (data := getattr(entry, key)) is not None},
        languages=tuple(dict.fromkeys([reader.language, *reader.languages])),
    )


class _Names:
    """What references of each kind may mean."""

    def __init__(self, entry: CanvasFile, table: TableScores, factors: tuple[Factor, ...]) -> None:
        self.factors = Names("factor", ((factor.id, factor.name) for factor in factors))
        self.curves = Names("curve", ((id, curve.name) for id, curve in entry.curves.items()))
        for id in table.curves:
            self.curves.add(id, None)
        self.groups = Names("group", ((id, group.name) for id, group in entry.groups.items()))
        self.evidence = Names("evidence", ((id, source.source) for id, source in entry.evidence.items()))
        if not entry.groups:  # then a plain name needs no declaration
            self.groups = Names("group", ((id, None) for id in plain_groups(entry)))
        self.sides = Names("curve or group", ((id, curve.name) for id, curve in entry.curves.items()))
        for id in (*table.curves, *plain_groups(entry)):
            self.sides.add(id, None)
        for id, group in entry.groups.items():
            self.sides.add(id, group.name)


def plain_groups(entry: CanvasFile) -> tuple[str, ...]:
    """The groups that curves name where the canvas declares none."""
    if entry.groups:
        return ()
    return tuple(dict.fromkeys(curve.group for curve in entry.curves.values() if curve.group is not None))


def _factors(entry: CanvasFile, table: TableScores) -> tuple[Factor, ...]:
    ids = dict.fromkeys([*table.factors, *entry.factors])
    if not ids:  # neither table nor mapping: the curves' own scores name the factors
        ids = dict.fromkeys(name for curve in entry.curves.values() for name in curve.scores)
    nothing = FactorEntry()
    made: list[Factor] = []
    for id in ids:
        typed = entry.factors.get(id, nothing)
        price = typed.kind == "price"
        made.append(
            Factor(
                id=id,
                name=typed.name or Text(id),
                price=price,
                burden=price or typed.direction == "burden",
                importance=typed.importance,
                theme=typed.theme,
                kano=typed.kano,
                buyer_words=typed.buyer_words,
                cost=typed.cost if isinstance(typed.cost, dict) else {},
                path=typed.path or table.factors.get(id, ()),
            )
        )
    return tuple(made)


def _supports(factors: tuple[Factor, ...], entry: CanvasFile, names: _Names, reader: Reader) -> tuple[Factor, ...]:
    done: list[Factor] = []
    for factor in factors:
        typed = entry.factors.get(factor.id)
        if typed is None or not typed.supports:
            done.append(factor)
            continue
        path = (*typed.path, "supports")
        done.append(factor._replace(supports=names.factors.many(typed.supports, path, reader)))
    return tuple(done)


def _scale(entry: CanvasFile, reader: Reader) -> Scale:
    typed = entry.scale
    if typed is None:
        return Scale()
    if typed.min >= typed.max:
        reader.report("BC013", typed.path, f"the scale runs from {typed.min} to {typed.max}", "min must be below max")
        return Scale(path=typed.path)
    if typed.step <= 0 or typed.step > typed.max - typed.min:
        reader.report(
            "BC013",
            (*typed.path, "step"),
            f"a step of {typed.step} does not fit a scale from {typed.min} to {typed.max}",
        )
        return Scale(typed.min, typed.max, path=typed.path)
    for level in typed.words:
        if not typed.min <= level <= typed.max:
            reader.report("BC001", (*typed.path, "words"), f"the word at {level} is outside {typed.min} to {typed.max}")
    return Scale(typed.min, typed.max, typed.step, typed.words, typed.path)


def _drafts(
    entry: CanvasFile, table: TableScores, ids: dict[str, None], names: _Names, reader: Reader
) -> tuple[list[CurveDraft], str | None]:
    nothing = CurveEntry()
    typed = {id: entry.curves.get(id, nothing) for id in ids}
    us = _us(entry, typed, names, reader)
    drafts: list[CurveDraft] = []
    as_is: str | None = None
    for id, curve in typed.items():
        role = Role(curve.role) if curve.role else Role.TO_BE if id == us else Role.RIVAL
        if role is Role.AS_IS:
            if as_is is not None:
                reader.report(
                    "BC019", (*curve.path, "role"), f"{id!r} is a second as-is curve beside {as_is!r}",
                    "keep one; another state of ours is to-be, delivered or wanted",
                )  # fmt: skip
            as_is = as_is or id
        path = curve.path or table.curves[id]
        grid_entry = curve.errc
        if id == us and entry.errc is not None:
            if grid_entry is not None:
                reader.report(
                    "BC019", grid_entry.path, f"the grid of {id!r} stands here and under the top-level `errc`",
                    "keep one of the two", on_key=True,
                )  # fmt: skip
            grid_entry = entry.errc
        drafts.append(
            CurveDraft(
                curve=Curve(
                    id=id,
                    name=curve.name or Text(id),
                    role=role,
                    scores={},
                    group=_one(names.groups, curve.group, (*path, "group"), reader),
                    share=curve.share,
                    based_on=_one(names.curves, curve.based_on, (*path, "based_on"), reader),
                    evidence=names.evidence.many(curve.evidence, (*path, "evidence"), reader),
                    scored_by=curve.scored_by,
                    grid=_grid(grid_entry, names, reader),
                    tagline=_tagline(curve.tagline, names, reader),
                    path=path,
                ),
                given=_given(id, curve, table, names, reader),
            )
        )
    if entry.errc is not None and us is None:
        reader.report(
            "BC015", ("errc",), "the grid belongs to our curve, but no curve is ours", "say which: us: …", on_key=True
        )
    return drafts, us


def _us(entry: CanvasFile, typed: dict[str, CurveEntry], names: _Names, reader: Reader) -> str | None:
    others = ("rival", "alternative", "industry")
    if entry.us is not None:
        us = names.curves.resolve(entry.us, ("us",), reader)
        if us is not None and typed[us].role in others:
            reader.report(
                "BC019", ("us",), f"our curve {us!r} is marked as {typed[us].role}", "take one of the two back"
            )
        return us
    return next((id for id, curve in typed.items() if curve.role not in others), None)


def _one(names: Names, word: str | None, path: Path, reader: Reader) -> str | None:
    return None if word is None else names.resolve(word, path, reader)


def _given(id: str, curve: CurveEntry, table: TableScores, names: _Names, reader: Reader) -> dict[str, ScoreEntry]:
    """The levels stated for a curve, in the table and under `curves`, by factor."""
    given: dict[str, ScoreEntry] = dict(table.scores.get(id, {}))
    for name, score in curve.scores.items():
        factor = names.factors.resolve(name, score.path, reader, on_key=True)
        if factor is None:
            continue
        cell = given.get(factor)
        if cell is not None:
            if score.value is not NOT_GIVEN and score.value != cell.value:
                reader.report(
                    "BC019", score.path, f"{_say(score.value)} here, but {_say(cell.value)} in the table",
                    "keep the level in one place, or make both the same",
                )  # fmt: skip
                continue
            score = score.having(value=cell.value)
        given[factor] = score
        if score.evidence:
            ids = names.evidence.many(score.evidence, (*score.path, "evidence"), reader)
            given[factor] = score.having(evidence=ids)
    return given


def _say(value: Any) -> str:
    return "unknown" if value is None else f"{value}"


def _tagline(typed: TaglineEntry | None, names: _Names, reader: Reader) -> Tagline | None:
    if typed is None or typed.text is None:
        return None
    claims: dict[str, str] = {}
    for name, side in typed.claims.items():
        factor = names.factors.resolve(name, (*typed.path, "claims", name), reader, on_key=True)
        if factor is not None:
            claims[factor] = side
    return Tagline(typed.text, claims, typed.path)


def _grid(typed: GridEntry | None, names: _Names, reader: Reader) -> Grid | None:
    if typed is None:
        return None
    moves: list[Move] = []
    unknown: list[tuple[str, Path]] = []
    why: dict[Action, Text] = {}
    for action in Action:
        attribute = "raise_" if action is Action.RAISE else action.value
        for move in getattr(typed, attribute):
            found = names.factors.find(move.factor)
            if len(found) > 1:
                names.factors.resolve(move.factor, move.path, reader, on_key=True)
                continue
            if not found:
                unknown.append((move.factor, move.path))
                continue
            vs = _one(names.sides, move.vs, (*move.path, "vs"), reader)
            evidence = names.evidence.many(move.evidence, (*move.path, "evidence"), reader)
            moves.append(Move(action, found[0], move.to, vs, move.why, move.owner, move.by, evidence, move.path))
        reason = getattr(typed.why, attribute) if typed.why is not None else None
        if reason is not None:
            why[action] = reason
    return Grid(tuple(moves), why, tuple(unknown), typed.path)


def language_of(word: str | None) -> str:
    """The canvas's language by one spelling; English where none is said."""
    return canonical(word) if word else "en"
