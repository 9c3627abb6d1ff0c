"""A canvas and its verdicts as the plain data a template sees: dicts, lists, texts, numbers, True and False."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from bluecanvas.canvas.model import Action, Canvas, Curve, Evidence, Factor, Role, Score
from bluecanvas.frameworks._order import in_order
from bluecanvas.frameworks._reference import reference
from bluecanvas.publishing.facts_sure import counted, kind_word, sure
from bluecanvas.words import Text, label, show_date

Facts: TypeAlias = dict[str, Any]
_Say: TypeAlias = Callable[[str | None], str]
_Resting: TypeAlias = dict[str | None, list[Facts]]

_UNKNOWN = Score(None)


def of_canvas(canvas: Canvas, language: str, whole: Canvas | None = None) -> Facts:
    """The canvas with every text in one language; a text that is not given is empty, an unknown level is None.

    `whole` is the canvas with what its reader may not see: a level is unknown, and rests on nothing, only where that is
    so in the whole as well.
    """
    known_as = whole or canvas

    def say(text: str | None) -> str:
        return text.say(language) if isinstance(text, Text) else text or ""

    scale = canvas.scale
    names = {factor.id: say(factor.name) for factor in canvas.factors}
    tagline = canvas.tagline or (canvas.ours.tagline if canvas.ours else None)
    called = {group.id: say(group.name) for group in canvas.groups}
    called |= {curve.id: say(curve.name) for curve in canvas.curves}
    moves = _moves(canvas, called, names, say, language)
    levels = _resting(canvas, known_as, names, called, language)
    acts = _resting_moves(moves, language)
    beside = _beside(canvas, names)
    curves = {curve.id: _curve(canvas, curve, called, names, beside, say) for curve in in_order(canvas)}
    roles = {role: [curves[curve.id] for curve in in_order(canvas) if curve.role is role] for role in Role}
    used = _used(known_as)
    evidence = [
        _source(source, levels.get(source.id, []) + acts.get(source.id, []), source.id in used, say, language)
        for source in canvas.evidence
    ]
    unproven = levels.get(None, [])
    known = counted(canvas, known_as)
    return {
        "title": say(canvas.title),
        "question": say(canvas.question),
        "market": say(canvas.market),
        "buyers": say(canvas.buyers),
        "date": show_date(canvas.date or "", language),
        "later": say(canvas.later),
        "tagline": say(tagline.text) if tagline else "",
        "claims": dict(tagline.claims) if tagline else {},
        "language": language,
        "currency": say(canvas.currency),
        "cost_per": say(canvas.cost_per),
        "height": canvas.height,
        "scale": {
            "min": scale.min,
            "max": scale.max,
            "step": scale.step,
            "words": [{"level": level, "word": say(word)} for level, word in sorted(scale.words.items())],
        },
        "factors": [_factor(factor, say) for factor in canvas.factors],
        "groups": [{"id": group.id, "name": called[group.id]} for group in canvas.groups],
        "curves": [curves[curve.id] for curve in canvas.curves],
        "ours": curves.get(canvas.us or ""),
        "as_is": next(iter(roles[Role.AS_IS]), None),
        "options": roles[Role.TO_BE],
        "rivals": roles[Role.RIVAL],
        "moves": moves,
        "actions": _actions(canvas, names, called, language),
        "evidence": evidence,
        "has_evidence": bool(known_as.evidence),
        "unproven": unproven,
        "unknown": _unknown(canvas, known_as, names, called, language),
        "counts": {
            "factors": len(canvas.factors),
            "curves": len(canvas.curves),
            "options": len(roles[Role.TO_BE]),
            "rivals": len(roles[Role.RIVAL]),
            "moves": len(moves),
            "sources": len(evidence),
            "levels": known.levels,
            "proven": known.proven,
            "sourced": known.sourced,
        },
        "sure": sure(known, language),
    }


def _factor(factor: Factor, say: _Say) -> Facts:
    return {
        "id": factor.id,
        "name": say(factor.name),
        "price": factor.price,
        "burden": factor.burden,
        "importance": factor.importance,
        "theme": factor.theme or "",
        "kano": factor.kano or "",
        "buyer_words": say(factor.buyer_words),
    }


def _beside(canvas: Canvas, names: Mapping[str, str]) -> Mapping[str, Facts]:
    """By factor, what stands beside a level: today's, and what the curves are held against, the rivals' mean."""
    as_is, against = canvas.as_is, reference(canvas)
    return {id: {"today": None if as_is is None else as_is.level(id), "against": against.level(id)} for id in names}


def _curve(
    canvas: Canvas,
    curve: Curve,
    called: Mapping[str, str],
    names: Mapping[str, str],
    beside: Mapping[str, Facts],
    say: _Say,
) -> Facts:
    return {
        "id": curve.id,
        "name": called[curve.id],
        "role": curve.role.value,
        "ours": curve.id == canvas.us,
        "group": called.get(curve.group or "", ""),
        "share": curve.share,
        "tagline": say(curve.tagline.text) if curve.tagline else "",
        "levels": [
            {**_level(id, name, curve.scores.get(id, _UNKNOWN), say), **beside[id]} for id, name in names.items()
        ],
    }


def _level(id: str, name: str, score: Score, say: _Say) -> Facts:
    return {
        "factor_id": id,
        "factor": name,
        "level": score.value,
        "low": score.low,
        "high": score.high,
        "n": score.n,
        "actual": score.actual or "",
        "confidence": score.confidence or "",
        "why": say(score.why),
        "origin": score.origin.value,
        "evidence": score.evidence,
    }


def _moves(
    canvas: Canvas, called: Mapping[str, str], names: Mapping[str, str], say: _Say, language: str
) -> list[Facts]:
    return [
        {
            "curve": called[curve.id],
            "ours": curve.id == canvas.us,
            "action": move.action.value,
            "word": label(move.action.value, language),
            "factor": names[move.factor],
            "to": None if move.to is None else curve.level(move.factor),  # what holds, be another level stated
            "vs": called.get(move.vs or "", ""),
            "why": say(move.why),
            "owner": move.owner or "",
            "by": show_date(move.by or "", language),
            "by_date": move.by or "",
            "evidence": move.evidence,
        }
        for curve in canvas.curves
        if curve.grid
        for move in curve.grid.moves
    ]


def _actions(canvas: Canvas, names: Mapping[str, str], called: Mapping[str, str], language: str) -> list[Facts]:
    """The four actions of each option that has a grid, ours first: its factors in one text, and why there are none."""
    comma = label("comma", language)
    return [
        {
            "curve": called[curve.id],
            "ours": curve.id == canvas.us,
            "action": action.value,
            "word": label(action.value, language),
            "factors": comma.join(names[move.factor] for move in curve.grid.of(action)),
            "why_empty": curve.grid.why_empty[action].say(language) if action in curve.grid.why_empty else "",
        }
        for curve in in_order(canvas)
        if curve.grid
        for action in Action
    ]


def _unknown(
    canvas: Canvas, whole: Canvas, names: Mapping[str, str], called: Mapping[str, str], language: str
) -> list[Facts]:
    """The levels that nobody knows, curve by curve; a curve of which none is known says nothing."""
    found = []
    for curve in canvas.curves:
        full = whole.curve(curve.id)
        missing = [name for id, name in names.items() if full.level(id) is None]
        if missing:
            found.append(_rests(called[curve.id], missing, language))
    return found


def _used(canvas: Canvas) -> frozenset[str]:
    """The sources on which something rests."""
    scores = (score for curve in canvas.curves for score in curve.scores.values() if score.value is not None)
    moves = (move for curve in canvas.curves if curve.grid for move in curve.grid.moves)
    behind = {*(score.evidence for score in scores), *(move.evidence for move in moves)}
    return frozenset(id for ids in behind for id in ids)


def _source(source: Evidence, behind: list[Facts], used: bool, say: _Say, language: str) -> Facts:
    return {
        "id": source.id,
        "source": say(source.source),
        "date": show_date(source.date or "", language),
        "kind": source.kind or "",
        "kind_word": kind_word(source.kind or "", language),
        "n": source.n,
        "url": source.url or "",
        "note": say(source.note),
        "behind": behind,
        "used": used,
    }


def _resting(
    canvas: Canvas, whole: Canvas, names: Mapping[str, str], called: Mapping[str, str], language: str
) -> _Resting:
    """By source, the levels that rest on it, curve by curve; under None those that rest on none, in the whole either.

    What rests on many sources is made once and shared: their number times that of the levels has no limit.
    """
    found: _Resting = {}
    for curve in canvas.curves:
        known = [(id, curve.scores[id]) for id in names if curve.level(id) is not None]
        full = whole.curve(curve.id).scores
        alike: dict[tuple[str | None, ...], list[int]] = {}
        for at, (id, score) in enumerate(known):
            alike.setdefault(score.evidence or (() if full[id].evidence else (None,)), []).append(at)
        groups = list(alike.values())
        by_source: dict[str | None, list[int]] = {}
        for number, sources in enumerate(alike):
            for source in dict.fromkeys(sources):
                by_source.setdefault(source, []).append(number)
        made: dict[tuple[int, ...], Facts] = {}
        for source, numbers in by_source.items():
            key = tuple(numbers)
            if key not in made:
                chosen = [known[at] for at in sorted(at for number in key for at in groups[number])]
                shown = [
                    names[id] + (label("bracketed", language, said=score.actual) if score.actual else "")
                    for id, score in chosen
                ]
                every = len(chosen) == len(known) > 1
                made[key] = _rests(called[curve.id], [label("all-factors", language)] if every else shown, language)
            found.setdefault(source, []).append(made[key])
    return found


def _resting_moves(moves: list[Facts], language: str) -> _Resting:
    """By source, the moves that rest on it, action by action."""
    found: dict[str | None, dict[str, list[str]]] = {}
    for move in moves:
        action = label(move["action"], language)
        what = action if move["ours"] else f"{move['curve']} · {action}"
        for source in dict.fromkeys(move["evidence"]):
            found.setdefault(source, {}).setdefault(what, []).append(move["factor"])
    return {
        source: [_rests(what, factors, language) for what, factors in entries.items()]
        for source, entries in found.items()
    }


def _rests(what: str, factors: list[str], language: str) -> Facts:
    return {"what": what, "factors": label("comma", language).join(factors)}
