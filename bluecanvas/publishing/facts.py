"""A canvas and its verdicts as the plain data a template sees: dicts, lists, texts, numbers, True and False."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from bluecanvas.canvas.model import Canvas, Curve, Evidence, Factor, Score
from bluecanvas.finding import Verdict
from bluecanvas.words import Text, label

Facts: TypeAlias = dict[str, Any]
_Say: TypeAlias = Callable[[str | None], str]

_UNKNOWN = Score(None)


def of_canvas(canvas: Canvas, language: str) -> Facts:
    """The canvas with every text in one language; a text that is not given is empty, an unknown level is None."""

    def say(text: str | None) -> str:
        return text.say(language) if isinstance(text, Text) else text or ""

    scale = canvas.scale
    tagline = canvas.tagline or (canvas.ours.tagline if canvas.ours else None)
    called = {group.id: say(group.name) for group in canvas.groups}
    called |= {curve.id: say(curve.name) for curve in canvas.curves}
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
        "curves": [_curve(canvas, curve, called, say) for curve in canvas.curves],
        "moves": list(_moves(canvas, called, say)),
        "evidence": [_source(canvas, source, called, say, language) for source in canvas.evidence],
        "unproven": list(_standing(canvas, called, say, lambda score: not score.evidence)),
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
        if not verdict.suppressed
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


def _curve(canvas: Canvas, curve: Curve, called: dict[str, str], say: _Say) -> Facts:
    return {
        "id": curve.id,
        "name": called[curve.id],
        "role": curve.role.value,
        "ours": curve.id == canvas.us,
        "group": called.get(curve.group or "", ""),
        "share": curve.share,
        "tagline": say(curve.tagline.text) if curve.tagline else "",
        "levels": [_level(factor, curve.scores.get(factor.id, _UNKNOWN), say) for factor in canvas.factors],
    }


def _level(factor: Factor, score: Score, say: _Say) -> Facts:
    return {
        "factor": say(factor.name),
        "level": score.value,
        "low": score.low,
        "high": score.high,
        "n": score.n,
        "actual": score.actual or "",
        "confidence": score.confidence or "",
        "why": say(score.why),
        "origin": score.origin.value,
        "evidence": list(score.evidence),
    }


def _moves(canvas: Canvas, called: dict[str, str], say: _Say) -> Iterator[Facts]:
    for curve in canvas.curves:
        for move in curve.grid.moves if curve.grid else ():
            yield {
                "curve": called[curve.id],
                "ours": curve.id == canvas.us,
                "action": move.action.value,
                "factor": say(canvas.factor(move.factor).name),
                "to": move.to,
                "vs": called.get(move.vs or "", ""),
                "why": say(move.why),
                "owner": move.owner or "",
                "by": move.by or "",
                "evidence": list(move.evidence),
            }


def _source(canvas: Canvas, source: Evidence, called: dict[str, str], say: _Say, language: str) -> Facts:
    behind = list(_standing(canvas, called, say, lambda score: source.id in score.evidence))
    moves: dict[str, list[Facts]] = {}
    for move in _moves(canvas, called, say):
        if source.id in move["evidence"]:
            action = label(move["action"], language)
            what = action if move["ours"] else f"{move['curve']} · {action}"
            moves.setdefault(what, []).append({"name": move["factor"], "level": move["to"], "actual": ""})
    return {
        "id": source.id,
        "source": say(source.source),
        "date": source.date or "",
        "kind": source.kind or "",
        "n": source.n,
        "url": source.url or "",
        "note": say(source.note),
        "behind": [*behind, *({"what": what, "all": False, "factors": named} for what, named in moves.items())],
    }


def _standing(canvas: Canvas, called: dict[str, str], say: _Say, stands: Callable[[Score], bool]) -> Iterator[Facts]:
    """Curve by curve, the factors whose known levels pass a test, and whether all of them do."""
    for curve in canvas.curves:
        known = [(factor, curve.scores[factor.id]) for factor in canvas.factors if curve.level(factor.id) is not None]
        found = [(factor, score) for factor, score in known if stands(score)]
        if found:
            yield {
                "what": called[curve.id],
                "all": len(found) == len(known) > 1,
                "factors": [
                    {"name": say(factor.name), "level": score.value, "actual": score.actual or ""}
                    for factor, score in found
                ],
            }
