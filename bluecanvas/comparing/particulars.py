"""What a canvas says besides factors, curves and moves: its texts and settings, its scale, its taglines, its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.levels import figure
from bluecanvas.canvas.model import Canvas, Evidence, Tagline
from bluecanvas.comparing.changes import Change, Kind
from bluecanvas.comparing.pairing import pair_named
from bluecanvas.comparing.saying import Phrase, Saying, named
from bluecanvas.comparing.sides import Sides
from bluecanvas.words import Text


def _texts(say: Saying) -> dict[str, str]:
    return {
        "title": say.phrase("the title"),
        "market": say.phrase("the market"),
        "buyers": say.phrase("the buyers"),
        "question": say.phrase("the question"),
        "later": say.phrase("what became of it"),
        "cost_per": say.phrase("what a cost is for"),
    }


def _settings(say: Saying) -> dict[str, str]:
    return {
        "date": say.phrase("the date"),
        "height": say.phrase("what height means"),
        "order": say.phrase("the reason for the axis order"),
        "currency": say.phrase("the currency"),
        "audience": say.phrase("the audience"),
    }


def scale_changes(sides: Sides) -> Iterator[Change]:
    """The scale and its words."""
    old, new, say = sides.old.scale, sides.new.scale, sides.say
    before, after = ({"min": side.min, "max": side.max, "step": side.step} for side in (old, new))
    if before != after:
        axes = {"before": _axis(say, sides.old), "after": _axis(say, sides.new)}
        if sides.same_scale:
            text = say.phrase("the scale changed from {before} to {after}", **axes)
        else:
            text = say.phrase(
                "the scale changed from {before} to {after}; levels are compared as shares of the scale", **axes
            )
        yield Change(Kind.SCALE_CHANGED, text, before=before, after=after)
    if sides.same_scale:
        for at in sorted({*old.words, *new.words}):
            what = say.phrase("the word at {level}", level=say.level(at))
            yield from _retold(sides, f"word {figure(at)}", what, old.words.get(at), new.words.get(at))
    elif list(map(str, old.words.values())) != list(map(str, new.words.values())):
        words = [{figure(at): str(word) for at, word in side.words.items()} for side in (old, new)]
        text = say.turned(say.phrase("the words of the scale"), *words)
        yield Change(Kind.TEXT_CHANGED, text, field="words", before=words[0], after=words[1])


def _axis(say: Saying, canvas: Canvas) -> str:
    low, high, step = (say.level(level) for level in (canvas.scale.min, canvas.scale.max, canvas.scale.step))
    return say.phrase("{low}–{high} in steps of {step}", low=low, high=high, step=step)


def canvas_changes(sides: Sides) -> Iterator[Change]:
    """The canvas's own texts, settings and taglines."""
    say = sides.say
    for field, what in _texts(say).items():
        yield from _retold(sides, field, what, getattr(sides.old, field), getattr(sides.new, field))
    for field, what in _settings(say).items():
        before, after = getattr(sides.old, field), getattr(sides.new, field)
        if before != after:
            yield Change(Kind.CANVAS_CHANGED, say.turned(what, before, after), field=field, before=before, after=after)
    weights = sides.old.weights_from
    weights = None if weights is None else sides.source_ids.get(weights, weights)
    if weights != sides.new.weights_from:
        text = say.turned(say.phrase("where the weights come from"), weights, sides.new.weights_from)
        yield Change(Kind.CANVAS_CHANGED, text, field="weights_from", before=weights, after=sides.new.weights_from)
    terms = sorted(set(sides.old.glossary)), sorted(set(sides.new.glossary))
    if terms[0] != terms[1]:
        text = say.turned(say.phrase("the glossary"), *map(tuple, terms))
        yield Change(Kind.CANVAS_CHANGED, text, field="glossary", before=terms[0], after=terms[1])
    yield from _taglines(sides)


def _retold(
    sides: Sides, field: str, what: str, before: Text | None, after: Text | None, curve: str | None = None
) -> Iterator[Change]:
    for language, said, says in sides.retold(before, after):
        text = sides.say.turned(sides.say.tongue(what, language), said, says)
        yield Change(Kind.TEXT_CHANGED, text, curve, None, f"{field} {language}".strip(), said, says)


def _taglines(sides: Sides) -> Iterator[Change]:
    """The canvas's promise, which may be written with our curve, and those of the other options."""
    yield from _tagline(sides, sides.say.phrase("the tagline"), None, _promise(sides.old), _promise(sides.new))
    for old, new in sides.curves.both:
        shown = [_own(canvas, curve.id, curve.tagline) for canvas, curve in ((sides.old, old), (sides.new, new))]
        what = sides.say.of(sides.curve(new), sides.say.phrase("its tagline"))
        yield from _tagline(sides, what, new.id, *shown)


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
        say = sides.say
        said = [
            [
                Phrase(say.phrase("{factor} {side}", factor=names.get(id, id), side=say.label(side)))
                for id, side in one.items()
            ]
            for one in claims
        ]
        text = say.turned(say.of(what, say.phrase("what it claims")), *said)
        yield Change(Kind.TEXT_CHANGED, text, curve, None, "claims", claims[0], claims[1])


def evidence_changes(sides: Sides) -> Iterator[Change]:
    """The sources themselves."""
    pairs, say = pair_named(sides.old.evidence, sides.new.evidence), sides.say
    for source in pairs.come:
        yield Change(
            Kind.EVIDENCE_ADDED, say.phrase("{source} is new evidence", source=_source(sides, source)), field=source.id,
            after=str(source.source),
        )  # fmt: skip
    for source in pairs.gone:
        yield Change(
            Kind.EVIDENCE_REMOVED, say.phrase("{source} is no evidence any more", source=_source(sides, source)), field=source.id,
            before=str(source.source),
        )  # fmt: skip
    for old, new in pairs.both:
        name = say.phrase("the evidence {id}", id=say.name(new.id))
        for field, what in (
            ("date", say.phrase("its date")),
            ("kind", say.phrase("its kind")),
            ("n", say.phrase("its n")),
            ("url", say.phrase("its url")),
        ):
            before, after = getattr(old, field), getattr(new, field)
            if before != after:
                text = say.turned(say.of(name, what), before, after)
                yield Change(Kind.EVIDENCE_CHANGED, text, field=f"{new.id} {field}", before=before, after=after)
        for field, what, pair in (
            ("source", say.phrase("its source"), (old.source, new.source)),
            ("note", say.phrase("its note"), (old.note, new.note)),
        ):
            for language, said, says in sides.retold(*pair):
                text = say.turned(say.of(name, say.tongue(what, language)), said, says)
                yield Change(
                    Kind.EVIDENCE_CHANGED, text, field=f"{new.id} {field} {language}".strip(), before=said, after=says
                )


def _source(sides: Sides, source: Evidence) -> str:
    id, name = named(source.id, sides.language), named(source.source, sides.language)
    said = sides.say.name(source.id)
    return said if id == name else sides.say.phrase("{source} ({title})", source=said, title=name)
