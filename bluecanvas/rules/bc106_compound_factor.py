"""Finds factors whose name joins two things.

## What it does

Looks for "and", "&", "/", "、", "和", "與", "及" and "以及" between two words, in every language the name is given in,
for "および", "及び", "ならびに", "並びに" and "및", and for the words of the option `also`.
What stands in brackets is an explanation and is left alone, and so are pairs that are one thing (bed & breakfast,
R&D, 24/7), proper names within a name ("Marks and Spencer vouchers"), relations ("balance between work and rest") and
rates (price / night). Names that the published canvases of the field carry ("Fun and adventure") are excused, and so
is every term of the canvas's `glossary`.

## Why it matters

A factor has one level. Who is good at meals and poor at lounges has no level for "Meals and lounges": two people
score two different things, and the move that follows raises one of them.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals and lounges, 1, 6]  # ! BC106
  - [Speed / punctuality, 9, 4]  # ! BC106
  - [座位與行李, 1, 7]  # ! BC106
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
glossary: [Bed and breakfast]
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Lounges (showers and papers), 1, 6]
  - [Bed and breakfast at the hub, 0, 4]
  - [顧客參與, 1, 7]
```

## Options

- `also` (default none): further words that join two things, as `plus`, `und`, `et`.

## References

Compound factors are a checkable mistake of the strategy canvas; the lists of fixed pairs are bluecanvas' own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks._factor_names import suspects
from bluecanvas.rules._names import quoted
from bluecanvas.words.lexicons import en, is_chinese
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM

_JOINT = r"(?<=\s)(?:and|및)(?=\s)|[&＆/／、]|および|及び|ならびに|並びに"
_LITTLE = 4
"""Letters of words that titles leave in small letters: of, for, with."""
_CHINESE_JOINT = "以及|[和与及]"


def check(canvas: Canvas, *, voice: Voice = ENGLISH, also: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Yield a finding at each factor with a compound name; `also` are further words for "and"."""
    for factor, name, (one, two) in suspects(canvas, _parts, also):
        yield Finding(
            "BC106",
            factor.path,
            voice.phrase(
                "{factor} joins two things: {one} and {two}", factor=quoted(name), one=quoted(one), two=quoted(two)
            ),
            voice.phrase(
                "make two factors of it, or find the one word buyers have for both; a fixed term belongs into `glossary`"
            ),
        )


@lru_cache(maxsize=64)
def _joints(also: tuple[str, ...]) -> re.Pattern[str]:
    """What joins two things; a team's own word stands between spaces where its script has spaces."""
    words = (re.escape(word.strip()) for word in also if word.strip())
    own = [rf"(?<=\s){word}(?=\s)" if word.isascii() else word for word in words]
    return re.compile("|".join([_JOINT, *own]), re.IGNORECASE)


@lru_cache(maxsize=4096)
def _parts(text: str, also: tuple[str, ...]) -> tuple[str, str] | None:
    """The two things a bare name joins, None where it joins none."""
    for joint in _joints(also).finditer(text):
        left, right = text[: joint.start()].strip(), text[joint.end() :].strip()
        if left and right and (joint.group() == "、" or _joins(joint.group(), left, right)):
            return left, right
    return _chinese_parts(text) if is_chinese(text) else None


def _joins(joint: str, left: str, right: str) -> bool:
    before, after = (
        word.strip(",.;:!?'\"").lower() for word in (left.rsplit(maxsplit=1)[-1], right.split(maxsplit=1)[0])
    )
    fewest = 2 if joint.isalpha() else 3  # R&D, TV/PC and the like are one term
    for word in (before, after):
        if sum(map(str.isalpha, word)) < (fewest if word.isascii() else 2):
            return False
    if f"{before} {after}".replace("-", "") in en.PAIRS or (joint in "/／" and after.removesuffix("s") in en.PER):
        return False
    if joint.lower() in ("and", "&") and _is_proper(left, right):
        return False
    if joint in "/／" and after.upper() == "".join(word[0] for word in left.split()).upper():
        return False  # Do it yourself / DIY
    return en.RELATING.isdisjoint(left.lower().split()) and en.RELATING.isdisjoint(right.lower().split())


def _is_proper(left: str, right: str) -> bool:
    """Whether capitals join two words in a name that is not in capitals elsewhere: "Marks and Spencer vouchers"."""
    words, more = left.split(), right.split()
    capitals = words[-1].istitle() and more[0].istitle()
    return capitals and any(len(word) > _LITTLE and word.islower() for word in (*words, *more))


def _chinese_parts(text: str) -> tuple[str, str] | None:
    from bluecanvas.words.lexicons import zh
    from bluecanvas.words.lexicons.variants import simplify

    plain = simplify(text)
    if re.search(_CHINESE_JOINT, plain) is None:
        return None
    for word in zh.WHOLE:
        plain = plain.replace(word, "〇" * len(word))
    for joint in re.finditer(_CHINESE_JOINT, plain):
        left, right = text[: joint.start()].strip(), text[joint.end() :].strip()
        tail = plain[joint.end() :]
        if len(left) > 1 and len(right) > 1 and not any(word in tail for word in zh.RELATING):
            return left, right
    return None
