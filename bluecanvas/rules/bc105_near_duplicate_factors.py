"""Finds two factors whose names are the same but for spelling.

## What it does

Compares the factors' names in every language given, without differences of width, case, spaces, hyphens, plurals and
of simplified and traditional characters. Two names that still differ are near duplicates where one long word differs
by one slip of the pen: a letter more, less, changed or swapped. Names that differ by a digit are two names.

## Why it matters

One thing that stands on the axis twice counts twice: in every mean, in divergence, in focus and in the tagline.
Scored twice, it also gets two levels, and nobody knows which one is meant.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Frequent departures, 9, 3]
  - [frequent-departure, 8, 3]  # ! BC105
  - [餐食選擇, 1, 6]
  - [餐食选择, 2, 6]  # ! BC105
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Frequent departures, 9, 3]
  - [餐食選擇, 1, 6]
```

## Options

- `alike` (default 0.9): how much of two spellings must agree, as a share of their letters.

## References

Duplicate factors are a checkable mistake of the strategy canvas; the bar for spelling is bluecanvas' own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks._factor_names import LONGEST, spoken
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM

_APART = str.maketrans("-_‐–—·・", "       ")
_LONG = 8  # letters: shorter words have real neighbours (meal, meat)


def check(canvas: Canvas, *, voice: Voice = ENGLISH, alike: float = 0.9) -> Iterator[Finding]:
    """Yield a finding at each factor named like one before it."""
    if _are_apart(canvas):
        return
    same: dict[tuple[str, str], str] = {}
    near: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for factor, names in spoken(canvas):
        said = ""
        for language, name, _ in names:
            if len(name) == LONGEST:  # cut, so that two may only begin alike
                continue
            plain, long_words = _spelling(name)
            tongue = "" if language == canvas.language else language
            other = same.get((language, plain), "")
            if other:
                said = said or _in_tongue(_twice(name, other, voice), tongue, voice)
                continue
            same[language, plain] = name
            places = near.setdefault(language, {})
            for word, rest in long_words:
                if rest not in places:
                    places[rest] = [(word, name)]
                    continue
                known = places[rest]
                other = other or next((old for slip, old in known if _slip(slip, word, len(plain), alike)), "")
                known.append((word, name))
            if other:
                slipped = voice.phrase(
                    "{name} and {other} differ by one letter", name=quoted(name), other=quoted(other)
                )
                said = said or _in_tongue(slipped, tongue, voice)
        if said:
            hint = voice.phrase("keep one of the two, or name what sets them apart")
            yield Finding("BC105", factor.path, said, hint)


def _twice(name: str, other: str, voice: Voice) -> str:
    if other == name:
        return voice.phrase("{name} names two factors", name=quoted(name))
    return voice.phrase("{name} and {other} are one name in two spellings", name=quoted(name), other=quoted(other))


def _in_tongue(said: str, language: str, voice: Voice) -> str:
    """A statement about names, with the language they are in where that is not the canvas's own."""
    return voice.phrase("{sentence} ({language})", sentence=said, language=language) if language else said


def _are_apart(canvas: Canvas) -> bool:
    """Whether it is plain that no two names are alike: no spelling, and no name but for a long word, comes twice."""
    spellings = [_spelling(name) for _, names in spoken(canvas) for _, name, _ in names]
    rests = [rest for _, long_words in spellings for _, rest in long_words]
    return len(set(rests)) == len(rests) and len({plain for plain, _ in spellings}) == len(spellings)


@lru_cache(maxsize=4096)
def _spelling(name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A name's letters in one spelling, and its long words, each with what else there must be of a near duplicate."""
    words = _words(name)
    long_words = [
        (word, " ".join([str(at), word[0], *words[:at], *words[at + 1 :]]))
        for at, word in enumerate(words)
        if len(word) >= _LONG - 1 and word.isalpha() and word.isascii()
    ]
    return "".join(words), tuple(long_words)


def _words(name: str) -> tuple[str, ...]:
    if name.isascii():
        text = name.lower().replace("-", " ").replace("_", " ")
    else:
        from bluecanvas.words.lexicons.variants import simplify

        text = simplify(unicodedata.normalize("NFKC", name).casefold()).translate(_APART)
    return tuple([word if word[-1] != "s" else _singular(word) for word in text.split()])


def _singular(word: str) -> str:
    if len(word) < 5 or word[-2] == "s" or not word.isascii():
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _slip(one: str, two: str, letters: int, alike: float) -> bool:
    """Whether two words are one slip apart and their names, the second of so many letters, enough alike."""
    rest = letters - len(two)
    if max(len(one), len(two)) < _LONG or abs(len(one) - len(two)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if len(one) != len(two):
        short, long = sorted((one, two), key=len)
        kept, slipped = len(short), short[at:] == long[at + 1 :]
    else:
        swapped = one[at : at + 2] == two[at : at + 2][::-1] and one[at + 2 :] == two[at + 2 :]
        kept, slipped = len(one) - 1, swapped or one[at + 1 :] == two[at + 1 :]
    return slipped and round(2 * (kept + rest) / (len(one) + len(two) + 2 * rest), 9) >= round(alike, 9)
