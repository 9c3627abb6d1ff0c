"""Finds texts that are given in some of the canvas's languages but not in all of them.

## What it does

Takes every language some text of the canvas is given in and looks through the title, market, buyers, question, later
fate, taglines, and the names of factors, curves and groups. One finding a language stands at the first text that lacks
it. Texts without a letter (24/7) need no translation.

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

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level, Path
from bluecanvas.rules._names import quoted
from bluecanvas.words import Text, listed, match

LEVEL = Level.ADVICE

_MOST_NAMED = 3


def check(canvas: Canvas) -> Iterator[Finding]:
    """Yield a finding for each language, at the first text that is not given in it."""
    if len(canvas.languages) < 2:
        return
    texts = [(text, path) for text, path in _texts(canvas) if any(map(str.isalpha, text))]
    for language in canvas.languages:
        lacking = [(text, path) for text, path in texts if not _is_given(text, language, canvas.language)]
        if lacking:
            named = [quoted(text) for text, _ in lacking[:_MOST_NAMED]]
            if len(lacking) > _MOST_NAMED:
                named.append(f"{len(lacking) - _MOST_NAMED} more")
            yield Finding(
                "BC009",
                lacking[0][1],
                f"{len(lacking)} of {len(texts)} texts are not given in {language}: {listed(named, 'and')}",
                f"add them under `texts`, `{language}`",
            )


def _texts(canvas: Canvas) -> Iterator[tuple[Text, Path]]:
    """The texts a picture or a report shows, each with its path."""
    for key in ("title", "market", "buyers", "question", "later"):
        text = getattr(canvas, key)
        if text is not None:
            yield text, (key,)
    for tagline in (canvas.tagline, *(curve.tagline for curve in canvas.curves)):
        if tagline is not None:
            yield tagline.text, (*tagline.path, "text")
    for things in (canvas.factors, canvas.curves, canvas.groups):
        for thing in things:
            yield thing.name, (*thing.path, "name")


def _is_given(text: Text, language: str, own: str) -> bool:
    """Whether a text has a translation for a language; one without any is in the canvas's own."""
    said = text.translations
    return match(language, said) is not None if said else language == own
