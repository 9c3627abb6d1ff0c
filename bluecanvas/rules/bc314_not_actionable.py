"""Finds moves that nobody could act on: a hollow reason, or neither owner nor date where others have one.

## What it does

Reports a move whose `why` says only that something shall be better ("improve our service", 提升客戶體驗), so that it
could stand behind any move. And where at least half of a grid's moves name an `owner` or a date (`by`), it reports
those that name neither. A grid in which nobody is named yet is a sketch and is left alone; so is a move without a
reason.

## Why it matters

A move is a decision about somebody's work. A reason that fits everything guides nothing, and what is nobody's by no
date is what has not happened a year later.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Care,           9,               4]
  - [Speed,          9,               4]
errc:
  eliminate: {Meals: {owner: Catering, by: 2027-03}}
  raise:
    Care: {why: Improve our customer service, owner: Cabin crew, by: 2027}  # ! BC314
    Speed: {why: What the car cannot give}                 # ! BC314
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Care,           9,               4]
  - [Speed,          9,               4]
errc:
  eliminate: {Meals: {owner: Catering, by: 2027-03}}
  raise:
    Care: {why: People come back for the crew, owner: Cabin crew, by: 2027}
    Speed: {why: What the car cannot give, owner: Operations, by: 2027-06}
```

## Options

- `others` (default 0.5): the share of a grid's moves with an owner or a date from which the rest is asked for one.

## References

- Vague and ownerless moves are a checkable mistake of the four actions; the share and the words are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.rules._moves import finding_at, grids
from bluecanvas.words import clip
from bluecanvas.words.lexicons.hollow import is_hollow
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM


def check(canvas: Canvas, *, voice: Voice = ENGLISH, others: float = 0.5) -> Iterator[Finding]:
    """Every move with a hollow reason, and every one without owner and date in a grid where `others` have them."""
    for _, grid in grids(canvas):
        taken = len([move for move in grid.moves if move.owner is not None or move.by is not None])
        asked = bool(taken) and taken >= round(others * len(grid.moves), 9)
        for move in grid.moves:
            if move.why is not None and is_hollow(move.why):
                yield finding_at(
                    canvas, grid, move, "BC314",
                    voice.phrase("“{text}” could be the reason of any move", text=clip(move.why, 40)),
                    voice.phrase("say what buyers will notice, or what it spares them or us"),
                    voice,
                )  # fmt: skip
            elif asked and move.owner is None and move.by is None:
                yield finding_at(
                    canvas, grid, move, "BC314",
                    voice.phrase(
                        "neither owner nor date, which {n} of {count} moves of the grid have",
                        n=taken, count=len(grid.moves),
                    ),
                    voice.phrase("say who sees to it and by when: owner: …, by: 2027-03"),
                    voice,
                )  # fmt: skip
