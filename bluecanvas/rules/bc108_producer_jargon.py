"""Finds factors named in the producer's words instead of the buyer's.

## What it does

Looks in every language the name is given in for units (MHz, kWh, Mbps, RPM), words of departments and processes
(backend, throughput, capex, SKU, supply chain; 吞吐量, 產能, 中台, 赋能) and initials of three capitals or more.
Left alone are initials that everybody says (DVD, GPS, VIP), what stands in brackets, terms of the canvas's
`glossary`, words that the factor's own `buyer_words` use, and initials that a curve is named by.

## Why it matters

A canvas drawn in the words of the workshop is an industry looking at itself: buyers ask for speed, not for
megahertz, and a curve of what they cannot see says nothing about what they would pay for.

## Example

```yaml
bluecanvas: 1
title: Notebook computers
scores:
  - [Factor, Ours, Theirs]
  - [Price, 4, 6]
  - [CPU in MHz, 5, 8]  # ! BC108
  - [Supply chain, 7, 5]  # ! BC108
  - [後端架構, 6, 6]  # ! BC108
```

## Better

```yaml
bluecanvas: 1
title: Notebook computers
glossary: [USB-C, WLAN, NVMe, API]
scores:
  - [Factor, Ours, Theirs]
  - [Price, 4, 6]
  - [Speed (GHz), 5, 8]
  - [In stock everywhere, 7, 5]
  - [API for scripts, 6, 6]
```

## Options

None.

## References

Words of the producer's own world, one of the readings of a value curve: Kim & Mauborgne, Blue Ocean Strategy,
chapter 2 ("megahertz" for "speed"); the lists are bluecanvas' own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bluecanvas.canvas.model import Canvas, Factor
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.rules._lexicons import en
from bluecanvas.rules._names import is_chinese, quoted, suspects

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_INITIALS = re.compile(r"(?<![A-Za-z0-9])[A-Z]{3,6}(?=s?(?![A-Za-z0-9]))")


def check(canvas: Canvas) -> Iterator[Finding]:
    """Yield a finding at each factor named in the producer's words."""
    for factor, name, words in suspects(canvas, _jargon):
        word = next((word for word in words if not _excused(canvas, factor, name, word)), None)
        if word is not None:
            where = "" if word == name else f" in {quoted(name)}"
            yield Finding(
                "BC108",
                factor.path,
                f"{quoted(word)}{where} is the producer's word",
                f"say what the buyer gets from it; where buyers say it themselves: glossary: [{word}]",
            )


@lru_cache(maxsize=4096)
def _jargon(text: str) -> tuple[str, ...] | None:
    """The producer's words in a bare name, None where there are none."""
    found = [word for word in _WORD.findall(text) if word.lower() in en.JARGON]
    lowered = text.lower()
    found += [text[at : at + len(phrase)] for phrase in en.JARGON_PHRASES if (at := lowered.find(phrase)) >= 0]
    found += [word for word in _INITIALS.findall(text) if word not in en.EVERYDAY]
    if is_chinese(text):
        from bluecanvas.rules._lexicons import zh
        from bluecanvas.rules._variants import simplify

        plain = simplify(text)
        found += [text[at : at + len(word)] for word in zh.JARGON if (at := plain.find(word)) >= 0]
    return tuple(found) or None


def _excused(canvas: Canvas, factor: Factor, name: str, word: str) -> bool:
    if factor.buyer_words is not None and word.casefold() in factor.buyer_words.casefold():
        return True
    if not word.isupper() or word.lower() in en.JARGON:
        return False
    if any(word in curve.name for curve in canvas.curves):
        return True
    shouted = sum(factor.name.isupper() for factor in canvas.factors)
    return name.isupper() and 2 * shouted > len(canvas.factors)  # a canvas in capitals: no initials
