"""Finds factors named in the producer's words instead of the buyer's.

## What it does

Looks in every language the name is given in for units (MHz, kWh, Mbps, RPM), words of departments and processes
(backend, throughput, capex, SKU, supply chain; 吞吐量, 產能, 中台, 赋能), initials of three capitals or more, and the
words of the option `also`.
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

- `also` (default none): further words that are jargon, wherever they stand in a name, as `rightsizing`.

## References

Words of the producer's own world, one of the readings of a value curve: Kim & Mauborgne, Blue Ocean Strategy,
chapter 2 ("megahertz" for "speed"); the lists are bluecanvas' own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.frameworks._jargon import jargon
from bluecanvas.rules._names import quoted
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, also: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Yield a finding at each factor named in the producer's words, `also` among them."""
    for factor, name, word in jargon(canvas, also):
        yield Finding(
            "BC108",
            factor.path,
            voice.phrase("{word} is the producer's word", word=quoted(word))
            if word == name
            else voice.phrase("{word} in {factor} is the producer's word", word=quoted(word), factor=quoted(name)),
            voice.phrase(
                "say what the buyer gets from it; where buyers say it themselves: {yaml}", yaml=f"glossary: [{word}]"
            ),
        )
