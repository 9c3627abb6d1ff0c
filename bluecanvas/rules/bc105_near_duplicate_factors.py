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
from bluecanvas.rules._names import LONGEST, names, quoted

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM

_APART = str.maketrans("-_‐–—·・", "       ")
_LONG = 8  # letters: shorter words have real neighbours (meal, meat)


def check(canvas: Canvas, *, alike: float = 0.9) -> Iterator[Finding]:
    """Yield a finding at each factor named like one before it."""
    same: dict[tuple[str, str], str] = {}
    near: dict[tuple[object, ...], list[tuple[str, str]]] = {}
    for factor in canvas.factors:
        said = ""
        for language, name in names(canvas, factor):
            if len(name) == LONGEST:  # cut, so that two may only begin alike
                continue
            words = _words(name)
            key = (language, "".join(words))
            tongue = "" if language == canvas.language else f" ({language})"
            if key in same:
                other = same[key]
                what = "names two factors" if other == name else f"and {quoted(other)} are one name in two spellings"
                said = said or f"{quoted(name)} {what}{tongue}"
                continue
            same[key] = name
            other = _misspelt(language, name, words, near, alike)
            if other:
                said = said or f"{quoted(name)} and {quoted(other)} differ by one letter{tongue}"
        if said:
            yield Finding("BC105", factor.path, said, "keep one of the two, or name what sets them apart")


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    if name.isascii():
        text = name.lower().replace("-", " ").replace("_", " ")
    else:
        from bluecanvas.rules._variants import simplify

        text = simplify(unicodedata.normalize("NFKC", name).casefold()).translate(_APART)
    return tuple([word if word[-1] != "s" else _singular(word) for word in text.split()])


def _singular(word: str) -> str:
    if len(word) < 5 or word[-2] == "s" or not word.isascii():
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _misspelt(
    language: str,
    name: str,
    words: tuple[str, ...],
    near: dict[tuple[object, ...], list[tuple[str, str]]],
    alike: float,
) -> str:
    """The name before this one that is it but for a slip in one long word, "" where there is none."""
    found = ""
    for at, word in enumerate(words):
        if len(word) < _LONG - 1 or not word.isalpha() or not word.isascii():
            continue
        place = near.setdefault((language, word[0], *words[:at], at, *words[at + 1 :]), [])
        if not found and place:
            rest = sum(map(len, words)) - len(word)
            found = next((other for known, other in place if _slip(known, word, rest, alike)), "")
        place.append((word, name))
    return found


def _slip(one: str, two: str, rest: int, alike: float) -> bool:
    """Whether two words are one slip apart and the names around them, of `rest` more letters, enough alike."""
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
