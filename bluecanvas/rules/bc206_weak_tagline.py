"""Finds a tagline that is too long, says nothing of its own, or misses what is new.

## What it does

Reports the tagline of a to-be curve, its own or the canvas's, where

- it has more than 16 words, or 24 characters in a script that puts no spaces between words (Chinese, Japanese);
- it is made of praise and words that could mean anything alone, in any language it is checked in: English, Chinese,
  Japanese, Korean;
- it claims or names factors of the canvas, but none that the option raises or creates: by its grid, or because the level
  is 0.20 of the axis or more above the reference (the industry curve, else the rivals' mean). A price or another burden
  that is as far below is to buyers what a raised factor is.

A tagline that names no factor is not judged for its point: it may well speak in other words. Terms are compared without
differences of case, width and spaces.

## Why it matters

A line that nobody remembers, that fits every rival as well, or that speaks of what has not changed, tells buyers nothing
about why to come. It often shows a strategy that is driven from inside.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
tagline: Leading quality and excellent service  # ! BC206
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

```yaml
bluecanvas: 1
title: Short-haul air travel
tagline: {text: Meals as you know them, claims: {Meals: low}}  # ! BC206
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 6, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
tagline: {text: The speed of a plane at the price of a car, claims: {Speed: high, Price: low}}
scores:
  - [Factor, Point to point, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
factors:
  Price: {kind: price}
```

## Options

- `words` (default 16): the most words.
- `characters` (default 24): the most characters in a script without spaces; a word of another script counts as one.
- `step` (default 0.20): the share of the axis that makes a level well above or below the reference.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 2: a compelling tagline; without one a strategy is
  internally driven, or innovation for its own sake.
- The lengths, the threshold and the words are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level, Path
from bluecanvas.frameworks.reading import accusations
from bluecanvas.rules._moves import length_of
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(
    canvas: Canvas, *, voice: Voice = ENGLISH, words: float = 16, characters: float = 24, step: float = 0.20
) -> Iterator[Finding]:
    """Every tagline that is too long, hollow or beside the point; one that options share is read for itself once."""
    read: set[Path] = set()
    for found in accusations(canvas, "BC206", words=words, characters=characters, step=step):
        tagline = canvas.curve(found.curve).tagline or canvas.tagline
        if tagline is None or (found.verdict != "off-point" and tagline.path in read):
            continue
        said = found.said_in(voice)
        if found.verdict == "off-point":
            gap = voice.level(length_of(canvas, step))
            said = voice.phrase("{sentence} (raised is {gap} or more above)", sentence=said, gap=gap)
        else:
            read.add(tagline.path)
        yield Finding("BC206", tagline.path, said, _hint(found.verdict, voice))


def _hint(verdict: str, voice: Voice) -> str:
    if verdict == "too-long":
        return voice.phrase("cut it to what buyers should remember")
    if verdict == "hollow":
        return voice.phrase("say what buyers get here that they get nowhere else")
    return voice.phrase("promise what is raised or created, or name it under `claims`")
