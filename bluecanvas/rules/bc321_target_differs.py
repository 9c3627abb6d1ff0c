"""Finds a move whose stated target differs from the level given for the same option.

## What it does

Compares the target of a move (`to`, or the number behind the factor) with the level that the option's own scores
give for that factor. A target never overrides a given level, so where they differ the level is what is drawn and
judged. A move without a stated target and a level taken from another curve are not compared.

## Why it matters

The grid and the curve tell two stories about one decision. Whoever builds reads the grid; whoever is convinced reads
the curve.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Speed,          8,               4]
errc:
  eliminate: [Meals]
  raise: {Speed: 9}                                        # ! BC321
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Meals,          0,               6]
  - [Speed,          9,               4]
errc:
  eliminate: [Meals]
  raise: {Speed: 9}
```

## Fix

Makes the target the level that the curve is given. Never safe: which of the two is meant is the author's to say.

## Options

None.

## References

- bluecanvas: the grid and the curve of one option say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Origin
from bluecanvas.finding import Finding, Fix, Level, put
from bluecanvas.maths.comparing import alike
from bluecanvas.rules._moves import every_step, told_apart
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.WARNING


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Every move whose stated target is not the level its option is given."""
    share = canvas.scale.share
    for step in every_step(canvas):
        target = step.move.to
        if target is None or target == step.level or step.option.scores[step.move.factor].origin is not Origin.GIVEN:
            continue
        if alike(share(target), step.share):
            continue
        stated, given = told_apart(target, step.level, voice)
        yield step.finding(
            "BC321",
            voice.phrase(
                "the target is {target}, but `{option}` is given {level}, which holds",
                target=stated,
                option=step.option.name,
                level=given,
            ),
            voice.phrase("make the two equal, or leave one of them out"),
            voice,
        )._replace(
            fix=Fix(
                voice.phrase("make the target {level}", level=given),
                (put((*step.move.path, "to"), step.level, short=True),),
                safe=False,
            )
        )
