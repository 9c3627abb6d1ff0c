"""A canvas and its verdicts as the plain data a template sees: dicts, lists, texts, numbers, True and False."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from bluecanvas.canvas.model import Canvas, Curve, Evidence, Factor, Score
from bluecanvas.finding import Verdict
from bluecanvas.words import Text, label

Facts: TypeAlias = dict[str, Any]
_Say: TypeAlias = Callable[[str | None], str]
_Resting: TypeAlias = dict[str | None, list[Facts]]

_UNKNOWN = Score(None)


def of_canvas(canvas: Canvas, language: str) -> Facts:
    """The canvas with every text in one language; a text that is not given is empty, an unknown level is None."""

    def say(text: str | None) -> str:
        return text.say(language) if isinstance(text, Text) else text or ""

    scale = canvas.scale
    names = {factor.id: say(factor.name) for factor in canvas.factors}
    tagline = canvas.tagline or (canvas.ours.tagline if canvas.ours else None)
    called = {group.id: say(group.name) for group in canvas.groups}
    called |= {curve.id: say(curve.name) for curve in canvas.curves}
    moves = _moves(canvas, called, names, say)
    levels = _resting(canvas, names, called, language)
    acts = _resting_moves(moves, language)
    return {
        "title": say(canvas.title),
        "question": say(canvas.question),
        "market": say(canvas.market),
        "buyers": say(canvas.buyers),
        "date": say(canvas.date),
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
        "curves": [_curve(canvas, curve, called, names, say) for curve in canvas.curves],
        "moves": moves,
        "evidence": [
            _source(source, levels.get(source.id, []) + acts.get(source.id, []), say) for source in canvas.evidence
        ],
        "unproven": levels.get(None, []),
    }


def of_verdicts(verdicts: Iterable[Verdict], language: str) -> list[Facts]:
    """The findings that stand, with their level in the report's language too."""
    return [
        {
            "level": verdict.level.value,
            "level_word": label(verdict.level.value, language),
            "code": verdict.code,
            "name": verdict.name,
            "line": verdict.place.line,
            "message": verdict.message,
            "hint": verdict.hint,
        }
        for verdict in verdicts
        if verdict.stands
    ]


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


def _curve(canvas: Canvas, curve: Curve, called: Mapping[str, str], names: Mapping[str, str], say: _Say) -> Facts:
    return {
        "id": curve.id,
        "name": called[curve.id],
        "role": curve.role.value,
        "ours": curve.id == canvas.us,
        "group": called.get(curve.group or "", ""),
        "share": curve.share,
        "tagline": say(curve.tagline.text) if curve.tagline else "",
        "levels": [_level(name, curve.scores.get(id, _UNKNOWN), say) for id, name in names.items()],
    }


def _level(name: str, score: Score, say: _Say) -> Facts:
    return {
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


def _moves(canvas: Canvas, called: Mapping[str, str], names: Mapping[str, str], say: _Say) -> list[Facts]:
    return [
        {
            "curve": called[curve.id],
            "ours": curve.id == canvas.us,
            "action": move.action.value,
            "factor": names[move.factor],
            "to": move.to,
            "vs": called.get(move.vs or "", ""),
            "why": say(move.why),
            "owner": move.owner or "",
            "by": move.by or "",
            "evidence": move.evidence,
        }
        for curve in canvas.curves
        if curve.grid
        for move in curve.grid.moves
    ]


def _source(source: Evidence, behind: list[Facts], say: _Say) -> Facts:
    return {
        "id": source.id,
        "source": say(source.source),
        "date": source.date or "",
        "kind": source.kind or "",
        "n": source.n,
        "url": source.url or "",
        "note": say(source.note),
        "behind": behind,
    }


def _resting(canvas: Canvas, names: Mapping[str, str], called: Mapping[str, str], language: str) -> _Resting:
    """By source, the levels that rest on it, curve by curve; under None those that rest on none.

    What rests on many sources is made once and shared: their number times that of the levels has no limit.
    """
    found: _Resting = {}
    for curve in canvas.curves:
        known = [(id, curve.scores[id]) for id in names if curve.level(id) is not None]
        alike: dict[tuple[str | None, ...], list[int]] = {}
        for at, (_, score) in enumerate(known):
            alike.setdefault(score.evidence or (None,), []).append(at)
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
                shown = [names[id] + (f" ({score.actual})" if score.actual else "") for id, score in chosen]
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
