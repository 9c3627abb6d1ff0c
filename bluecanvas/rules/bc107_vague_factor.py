"""Finds factors named by a word that could mean anything.

## What it does

Compares whole names, in every language given, with a list of vague words: quality, service, innovation, value,
experience, 品質, 服务, 體驗, サービス, 품질 and their kin, and the words of the option `also`, with or without praise
before them ("excellent service").
A name that says more ("Friendly service", "Speed of serving") is left alone, and so are terms of the `glossary`.

## Why it matters

Nobody can tell a level of 6 in "Quality" from a level of 4, so two people score two different things; and a move to
raise it tells nobody what to do on Monday.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Quality, 5, 6]  # ! BC107
  - [Excellent service, 8, 4]  # ! BC107
  - [體驗, 8, 4]  # ! BC107
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Flights on time, 8, 6]
  - [Friendly service, 8, 4]
  - [登機速度, 8, 4]
```

## Options

- `also` (default none): further names that are vague, in any language, as `sustainability`.

## References

Vague factors are a checkable mistake of the strategy canvas; the list of words is bluecanvas' own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks._factor_names import suspects
from bluecanvas.rules._names import quoted
from bluecanvas.words.lexicons import en, folded, lexicons
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, also: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Yield a finding at each factor with a vague name, `also` among them; the price is never vague."""
    for factor, name, _ in suspects(canvas, _vague, also):
        if not factor.price:
            yield Finding(
                "BC107",
                factor.path,
                voice.phrase("{factor} can mean anything: two people would score two things", factor=quoted(name)),
                voice.phrase("say what buyers notice of it, such as its speed, its ease or how long it lasts"),
            )


@lru_cache(maxsize=4096)
def _vague(text: str, also: tuple[str, ...]) -> bool | None:
    """True for a bare name that is vague, None for every other."""
    plain = folded(text)
    words = plain.replace("-", " ").split()
    while len(words) > 1 and words[0] in en.PRAISE:
        del words[0]
    if also and words in map(_words, also):
        return True
    name = (" " if plain.isascii() else "").join(words)
    return any([name in lexicon.VAGUE for lexicon in lexicons(plain)]) or None  # noqa: C419 - quicker so


def _words(text: str) -> list[str]:
    return folded(text).replace("-", " ").split()
