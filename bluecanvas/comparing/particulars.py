"""What a canvas says besides factors, curves and moves: its texts and settings, its scale, its taglines, its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Evidence, Tagline
from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.pairing import pair_named
from bluecanvas.comparing.saying import level, named, turned
from bluecanvas.comparing.sides import Sides
from bluecanvas.words import Text

_TEXTS = {
    "title": "the title",
    "market": "the market",
    "buyers": "the buyers",
    "question": "the question",
    "later": "what became of it",
    "cost_per": "what a cost is for",
}
_SETTINGS = {
    "date": "the date",
    "height": "what height means",
    "order": "the reason for the axis order",
    "currency": "the currency",
    "audience": "the audience",
}


def scale_changes(sides: Sides) -> Iterator[Change]:
    """The scale and its words."""
    old, new = sides.old.scale, sides.new.scale
    before, after = ({"min": side.min, "max": side.max, "step": side.step} for side in (old, new))
    if before != after:
        text = f"the scale changed from {_axis(sides.old)} to {_axis(sides.new)}"
        if not sides.same_scale:
            text += "; levels are compared as shares of the scale"
        yield Change(Kind.SCALE_CHANGED, text, before=before, after=after)
    if sides.same_scale:
        for at in sorted({*old.words, *new.words}):
            yield from _retold(
                sides, f"word {level(at)}", f"the word at {level(at)}", old.words.get(at), new.words.get(at)
            )
    elif list(map(str, old.words.values())) != list(map(str, new.words.values())):
        words = [{level(at): str(word) for at, word in side.words.items()} for side in (old, new)]
        text = turned("the words of the scale", *words)
        yield Change(Kind.TEXT_CHANGED, text, field="words", before=words[0], after=words[1])


def _axis(canvas: Canvas) -> str:
    scale = canvas.scale
    return f"{level(scale.min)}–{level(scale.max)} in steps of {level(scale.step)}"


def canvas_changes(sides: Sides) -> Iterator[Change]:
    """The canvas's own texts, settings and taglines."""
    for field, what in _TEXTS.items():
        yield from _retold(sides, field, what, getattr(sides.old, field), getattr(sides.new, field))
    for field, what in _SETTINGS.items():
        before, after = getattr(sides.old, field), getattr(sides.new, field)
        if before != after:
            yield Change(Kind.CANVAS_CHANGED, turned(what, before, after), field=field, before=before, after=after)
    weights = sides.old.weights_from
    weights = None if weights is None else sides.source_ids.get(weights, weights)
    if weights != sides.new.weights_from:
        text = turned("where the weights come from", weights, sides.new.weights_from)
        yield Change(Kind.CANVAS_CHANGED, text, field="weights_from", before=weights, after=sides.new.weights_from)
    terms = sorted(set(sides.old.glossary)), sorted(set(sides.new.glossary))
    if terms[0] != terms[1]:
        text = turned("the glossary", *map(tuple, terms))
        yield Change(Kind.CANVAS_CHANGED, text, field="glossary", before=terms[0], after=terms[1])
    yield from _taglines(sides)


def _retold(
    sides: Sides, field: str, what: str, before: Text | None, after: Text | None, curve: str | None = None
) -> Iterator[Change]:
    for language, said, says in sides.retold(before, after):
        text = turned(f"{what} in {language}" if language else what, said, says)
        yield Change(Kind.TEXT_CHANGED, text, curve, None, f"{field} {language}".strip(), said, says)


def _taglines(sides: Sides) -> Iterator[Change]:
    """The canvas's promise, which may be written with our curve, and those of the other options."""
    yield from _tagline(sides, "the tagline", None, _promise(sides.old), _promise(sides.new))
    for old, new in sides.curves.both:
        shown = [_own(canvas, curve.id, curve.tagline) for canvas, curve in ((sides.old, old), (sides.new, new))]
        yield from _tagline(sides, f"{sides.curve(new)}: its tagline", new.id, *shown)


def _promise(canvas: Canvas) -> Tagline | None:
    return canvas.tagline or (canvas.ours.tagline if canvas.ours else None)


def _own(canvas: Canvas, curve: str, tagline: Tagline | None) -> Tagline | None:
    """A curve's tagline, where it is not the canvas's promise."""
    return None if curve == canvas.us and canvas.tagline is None else tagline


def _tagline(
    sides: Sides, what: str, curve: str | None, before: Tagline | None, after: Tagline | None
) -> Iterator[Change]:
    texts = [None if side is None else side.text for side in (before, after)]
    yield from _retold(sides, "tagline", what, texts[0], texts[1], curve)
    claims = [
        {} if before is None else {sides.factor_ids.get(id, id): side for id, side in before.claims.items()},
        {} if after is None else dict(after.claims),
    ]
    if claims[0] != claims[1]:
        names = {factor.id: sides.factor(factor) for factor in (*sides.factors.gone, *sides.new.factors)}
        said = [{names.get(id, id): side for id, side in one.items()} for one in claims]
        text = turned(f"{what}: what it claims", *said)
        yield Change(Kind.TEXT_CHANGED, text, curve, None, "claims", claims[0], claims[1])


def evidence_changes(sides: Sides) -> Iterator[Change]:
    """The sources themselves."""
    pairs = pair_named(sides.old.evidence, sides.new.evidence)
    for source in pairs.come:
        yield Change(
            Kind.EVIDENCE_ADDED, f"{_source(sides, source)} is new evidence", field=source.id,
            after=str(source.source),
        )  # fmt: skip
    for source in pairs.gone:
        yield Change(
            Kind.EVIDENCE_REMOVED, f"{_source(sides, source)} is no evidence any more", field=source.id,
            before=str(source.source),
        )  # fmt: skip
    for old, new in pairs.both:
        for field in ("date", "kind", "n", "url"):
            before, after = getattr(old, field), getattr(new, field)
            if before != after:
                text = turned(f"the evidence {named(new.id, sides.language)}: its {field}", before, after)
                yield Change(Kind.EVIDENCE_CHANGED, text, field=f"{new.id} {field}", before=before, after=after)
        for field, pair in (("source", (old.source, new.source)), ("note", (old.note, new.note))):
            for language, said, says in sides.retold(*pair):
                tongue = f" in {language}" if language else ""
                text = turned(f"the evidence {named(new.id, sides.language)}: its {field}{tongue}", said, says)
                yield Change(
                    Kind.EVIDENCE_CHANGED, text, field=f"{new.id} {field} {language}".strip(), before=said, after=says
                )


def _source(sides: Sides, source: Evidence) -> str:
    id, name = named(source.id, sides.language), named(source.source, sides.language)
    return id if id == name else f"{id} ({name})"
