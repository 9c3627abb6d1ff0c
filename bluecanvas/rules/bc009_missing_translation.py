"""Finds texts that are given in some of the canvas's languages but not in all of them.

## What it does

Takes every language some text of the canvas is given in and looks through the title, market, buyers, question, later
fate, what a cost is for, taglines, the names of factors, curves and groups, the scale's words, the reasons (`why`) of
levels, of moves and of empty cells, and the sources. One finding a language stands at the first text that lacks it.
Texts without a letter (24/7) need no translation; what buyers said (`buyer_words`) is a quotation and stays as it is.

## Why it matters

A picture drawn in a language falls back to the canvas's own where a text is missing: one axis in two languages, which
nobody notices before the meeting.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  us: {name: Southwest, scores: {price: 2, meals: 1}}
  them:
    name: Airlines  # ! BC009
    scores: {price: 6, meals: 6}
texts:
  zh-Hant:
    title: 短程航空
    factors: {price: 票價, meals: 餐食}
    curves: {us: 西南航空}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  us: {name: Southwest, scores: {price: 2, meals: 1}}
  them:
    name: Airlines
    scores: {price: 6, meals: 6}
texts:
  zh-Hant:
    title: 短程航空
    factors: {price: 票價, meals: 餐食}
    curves: {us: 西南航空, them: 航空公司}
```

## Options

None.

## References

The canvas file, format 1: a missing translation falls back, and `check` lists it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Curve, Origin
from bluecanvas.finding import Finding, Level, Path
from bluecanvas.named import NamedTuple
from bluecanvas.rules._names import some_of
from bluecanvas.words import Text, match, show_level
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE


class Place(NamedTuple):
    """A text, where it stands, and whether `texts` can give its translation."""

    text: Text
    path: Path
    in_texts: bool = True


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding for each language, at the first text that is not given in it."""
    if len(canvas.languages) < 2:
        return
    places = [place for place in _places(canvas) if any(map(str.isalpha, place.text))]
    for language in canvas.languages:
        lacking = [place for place in places if not _is_given(place.text, language, canvas.language)]
        if lacking:
            yield Finding(
                "BC009",
                lacking[0].path,
                voice.phrase_number(
                    "{n} of {count} texts is not given in {language}: {texts}",
                    "{n} of {count} texts are not given in {language}: {texts}",
                    len(lacking),
                    n=len(lacking),
                    count=len(places),
                    language=language,
                    texts=some_of([place.text for place in lacking], voice),
                ),
                _hint(lacking, language, canvas.language, voice),
            )


def _hint(lacking: list[Place], language: str, own: str, voice: Voice) -> str:
    apart = [place for place in lacking if not place.in_texts]
    beside = (
        voice.phrase("write {yaml} in place of the text", yaml=f"{{{own}: …, {language}: …}}")
        if language != own
        else voice.phrase("add {yaml} to it", yaml=f"{own}: …")
    )
    if len(apart) == len(lacking):
        return beside
    under = voice.phrase("add them under `texts`, `{language}`", language=language)
    if not apart:
        return under
    return voice.phrase(
        "{under}; for reasons of levels, of empty cells and of other options {beside}", under=under, beside=beside
    )


def _places(canvas: Canvas) -> Iterator[Place]:
    """The texts a picture or a report shows."""
    for key in ("title", "market", "buyers", "question", "later", "cost_per"):
        text = getattr(canvas, key)
        if text is not None:
            yield Place(text, (key,))
    if canvas.tagline is not None:
        yield Place(canvas.tagline.text, (*canvas.tagline.path, "text"))
    for things in (canvas.factors, canvas.curves, canvas.groups):
        for thing in things:
            yield Place(thing.name, (*thing.path, "name"))
    for level, word in canvas.scale.words.items():
        yield Place(word, (*canvas.scale.path, "words", show_level(level)))
    for curve in canvas.curves:
        yield from _of_curve(curve)
    for source in canvas.evidence:
        yield Place(source.source, (*source.path, "source"))


def _of_curve(curve: Curve) -> Iterator[Place]:
    """What a curve says beside its name: its own tagline, and the reasons of its levels, its moves and empty cells."""
    if curve.tagline is not None:
        yield Place(curve.tagline.text, (*curve.tagline.path, "text"), False)
    for score in curve.scores.values():
        if score.why is not None and score.origin is Origin.GIVEN:
            yield Place(score.why, (*score.path, "why"), False)
    if curve.grid is not None:
        for move in curve.grid.moves:
            if move.why is not None:
                yield Place(move.why, (*move.path, "why"), curve.grid.path == ("errc",))
        for action, why in curve.grid.why_empty.items():
            yield Place(why, (*curve.grid.path, "why", action), False)


def _is_given(text: Text, language: str, own: str) -> bool:
    """Whether a text has a translation for a language; one without any is in the canvas's own."""
    said = text.translations
    return match(language, said) is not None if said else language == own
