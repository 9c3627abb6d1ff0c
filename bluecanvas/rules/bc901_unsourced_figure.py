"""Finds figures about others and about buyers that name no source.

## What it does

Looks at two kinds of claims. The first is the real figure behind a level (`actual: USD 180`) of a rival, an alternative
or the industry; what we charge or plan we know ourselves. The second is a share of the buyers in the reason of a level
or of a move: "80 % of passengers", "9 out of 10 guests", "八成旅客", "乗客の8割", "승객의 80%". It fires where neither the
level or move nor its curve names any `evidence`.

## Why it matters

A figure looks known. Without a source nobody can tell whether it was measured, read or made up, nor look again when it
matters, and a reader who finds one to be wrong believes none of the others.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: {name: Price, kind: price}, speed: Speed, meals: Meals}
curves:
  us: {scores: {price: {value: 2, actual: USD 60}, speed: 9, meals: 1}}
  airlines:
    scores:
      price: {value: 6, actual: USD 180}                   # ! BC901
      speed: {value: 4, actual: 3 h door to door}
      meals: 6
errc:
  reduce:
    meals: {to: 1, why: 80 % of passengers leave the meal} # ! BC901
    price:
  raise: [speed]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: {name: Price, kind: price}, speed: Speed, meals: Meals}
curves:
  us: {scores: {price: {value: 2, actual: USD 60}, speed: 9, meals: 1}}
  airlines:
    evidence: fares
    scores:
      price: {value: 6, actual: USD 180}
      speed: {value: 4, actual: 3 h door to door}
      meals: 6
errc:
  reduce:
    meals: {to: 1, why: 80 % of passengers leave the meal, evidence: cabin}
    price:
  raise: [speed]
evidence:
  fares: {source: Fares and timetables of three airlines, date: 2026-09, kind: published}
  cabin: {source: Count of trays on 40 flights, date: 2026-08, kind: internal-data}
```

## Options

None.

## References

- A claim with a number and without a source is a checkable mistake of every document.
- Which figures count as claims is bluecanvas's own: targets, dates, levels and our own figures do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Curve, Origin, Role, Score
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.rules._moves import grids, is_key, move_name
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM

_OTHERS = frozenset((Role.RIVAL, Role.ALTERNATIVE, Role.INDUSTRY))
_LONGEST = 300
"""Characters of a text that are looked at."""
_ENGLISH = (
    "adults|buyers|callers|clients|commuters|complaints|consumers|customers|drinkers|drivers|families|flyers|guests|"
    "homes|households|members|men|orders|owners|passengers|patients|people|readers|respondents|riders|shoppers|"
    "students|them|travell?ers|trips|users|viewers|visitors|visits|women|workers"
)
_CHINESE = "人(?![力才工員员事體体均口])|旅客|乘客|顧客|顾客|客戶|客户|用戶|用户|住客|訪客|访客|會員|会员|買方|买方|消費者|消费者|使用者|受訪|受访|學生|学生"
_JAPANESE = "人(?![件手材口])|客(?![単席室])|顧客|乗客|利用者|ユーザー|回答者|買い手|消費者|会員|学生"
_KOREAN = "사람|고객|승객|이용자|사용자|응답자|구매자|소비자|회원|학생"
_SHARE = (
    rf"\d\s?(?:%|percent|per cent) of (?:all |our |the |their |those )?(?:[\w-]+ ){{0,2}}?(?:{_ENGLISH})\b"
    rf"|\b\d+ (?:out of|in) (?:every )?\d+ (?:[\w-]+ )?(?:{_ENGLISH})\b"
    rf"|(?:\d\s?[%％]|[\d一二三四五六七八九]\s?成)(?:以上|左右|多)?\s?的?\s?(?:{_CHINESE})"
    rf"|\d\s?(?:[%％]|割)(?:以上)?の(?:{_JAPANESE})|(?:{_JAPANESE})の\s?\d+\s?(?:[%％]|割)"
    rf"|\d\s?%의 (?:{_KOREAN})|(?:{_KOREAN})의 \d+\s?%"
)
_MARKS = ("%", "％", "percent", "per cent", "成", "割", " out of ", *[f"{digit} in " for digit in range(10)])
"""What every share has in it."""


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding at every curve's first figure without a source, and at every move that claims a share."""
    for curve in canvas.curves:
        bare = [
            (id, score)
            for id, score in curve.scores.items()
            if (score.actual is not None or score.why is not None) and _is_bare(curve, score)
        ]
        if bare:
            id, score = bare[0]
            said = voice.phrase(
                "{factor} of {curve} states {claim} and no source",
                factor=quoted(canvas.factor(id).name), curve=quoted(curve.name), claim=quoted(_claim(curve, score)),
            )  # fmt: skip
            if len(bare) > 1:
                said = voice.phrase("{sentence}, and {n} more of its levels", sentence=said, n=len(bare) - 1)
            yield Finding("BC901", score.path, said, _hint(voice))
    for curve, grid in grids(canvas):
        for move in grid.moves:
            level = curve.scores.get(move.factor)
            proven = move.evidence or (level is not None and level.evidence)
            if move.why is not None and not proven and (found := _share(move.why)):
                said = voice.phrase(
                    "the reason of {move} states {claim} and no source",
                    move=move_name(move.action, quoted(canvas.factor(move.factor).name), voice),
                    claim=quoted(_around(move.why, found)),
                )
                yield Finding("BC901", move.path, said, _hint(voice), is_key(grid, move.path))


def _hint(voice: Voice) -> str:
    return voice.phrase("name where it comes from: evidence: ID, with the source under `evidence:`")


def _is_bare(curve: Curve, score: Score) -> bool:
    return score.origin is Origin.GIVEN and not score.evidence and bool(_claim(curve, score))


def _claim(curve: Curve, score: Score) -> str:
    """The figure that a level states: its real one, or a share in its reason; "" for none."""
    if score.actual is not None and curve.role in _OTHERS and any(map(str.isdigit, score.actual[:_LONGEST])):
        return score.actual
    found = None if score.why is None else _share(score.why)
    return "" if found is None or score.why is None else _around(score.why, found)


def _share(text: str) -> re.Match[str] | None:
    """The share of the buyers that a text states, if any."""
    text = text[:_LONGEST]
    if not any([mark in text for mark in _MARKS]):  # noqa: C419 - as most; the pattern is compiled where it is asked
        return None
    return re.search(_SHARE, text)


def _around(text: str, found: re.Match[str]) -> str:
    """What a share is claimed of, as the text says it: from its number on."""
    start = found.start()
    while start and text[start - 1].isdigit():
        start -= 1
    return text[start:]
